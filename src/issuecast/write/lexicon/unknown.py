"""Names in a script whose sound neither a rule nor the lexicon tells."""

from __future__ import annotations

import re

from issuecast.models import Line, Script
from issuecast.write.checks.words import is_sayable
from issuecast.write.lexicon import Lexicon
from issuecast.write.spoken import pairs

_NAME = re.compile(r"[^\W\d_]+")


def unknown_names(script: Script, lexicon: Lexicon, language: str) -> dict[str, Line]:
    """The names that no voice can know how to say, as written, each with the line that has it first."""
    english = language.lower().startswith("en")
    found: dict[str, Line] = {}
    for line in [line for chapter in script.chapters for line in chapter.lines]:
        mine = lexicon.for_role(line.role)
        for pair in pairs(line.text, language=language, lexicon=mine):
            for word in _NAME.findall(pair.spoken):
                if not is_sayable(word, english=english) and not _is_known(word, mine):
                    found.setdefault(_as_written(pair.written, word), line)
    return found


def by_sounds_only(script: Script, lexicon: Lexicon) -> tuple[str, ...]:
    """Names of the script that the lexicon gives by `ipa` alone, which not every engine takes."""
    text = "\n".join(line.text for chapter in script.chapters for line in chapter.lines)
    silent = [entry.name for entry in lexicon if entry.ipa and entry.said == entry.name]
    return tuple(name for name in silent if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _is_known(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon or any(word in entry.said for entry in lexicon if entry.said != entry.name)


def _as_written(written: str, word: str) -> str:
    """The token that a word comes from, for an entry must have it."""
    found = re.search(r"[^\W_][\w.+-]*[^\W_]|[^\W_]", written)
    return found[0] if found and word in found[0] else word
