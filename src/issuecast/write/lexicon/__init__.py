"""The lexicon: how a show says names. `lexicon.toml` of the show, over the one that comes with issuecast."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from issuecast.errors import SettingsError, did_you_mean
from issuecast.models import Sounds
from issuecast.write.lexicon import ipa
from issuecast.write.lexicon.entry import Entry

__all__ = ["FILE_NAME", "Entry", "Lexicon", "load_lexicon"]

FILE_NAME = "lexicon.toml"

_RUN = re.compile(r"[^\W_]+")
_BEFORE = re.compile(r"[\w@#]")
_NO_END = re.compile(r"\w|['’]\w|[.@]\w|:/|-\d")
_SUFFIX = re.compile(r"['’]s(?!\w)|s(?!\w|['’]\w)|es(?!\w)|['’](?!\w)")


class Lexicon:
    """Names and how they are said. Of several that begin at a place, the longest is heeded.

    Args:
        entries: names may differ in case only if they are matched exactly.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._names = frozenset(entry.name.lower() for entry in self.entries)
        self._has_sounds = any(entry.ipa for entry in self.entries)
        self._by_start: dict[str, list[Entry]] = {}
        for entry in self.entries:
            self._add(entry)
            # What is said stands in the text when that is read once more, and must then stay as it is.
            if entry.said != entry.name and not entry.spelled:
                self._add(Entry(entry.said, entry.said, entry.ipa, case=True))
        for started in self._by_start.values():
            started.sort(key=lambda entry: (len(entry.name), entry.case), reverse=True)
        self._for_role = lru_cache(maxsize=64)(self._of_role)

    def _add(self, entry: Entry) -> None:
        start = _RUN.search(entry.name)
        if start:
            self._by_start.setdefault(start[0].lower(), []).append(entry)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._names

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def for_role(self, role: str) -> Lexicon:
        """What holds in the lines of a role; entries of other roles are left out."""
        return self._for_role(role)

    def _of_role(self, role: str) -> Lexicon:
        mine = [entry for entry in self.entries if entry.is_for(role)]
        return self if len(mine) == len(self.entries) else Lexicon(mine)

    def begins(self, text: str) -> bool:
        """Whether any word of a text may begin a name."""
        return any(next(self._candidates(run.lower()), None) for run in _RUN.findall(text))

    def at(self, text: str, at: int) -> tuple[int, str] | None:
        """Where the name at a position ends, its plural or possessive included, and what is said; or None."""
        found = self._entry_at(text, at)
        if found is None:
            return None
        entry, end = found
        suffix = _SUFFIX.match(text, end)
        if not suffix:
            return end, entry.said
        ending = "'s" if entry.spelled and suffix[0] != "'" else suffix[0]
        return suffix.end(), entry.said + ending

    def _entry_at(self, text: str, at: int) -> tuple[Entry, int] | None:
        start = _RUN.match(text, at)
        if start is None or (at and _BEFORE.match(text, at - 1)):
            return None
        word = start[0].lower()
        for entry in self._candidates(word):
            name, end = entry.name, at + len(entry.name)
            written = text[at:end]
            if written != name and (entry.case or written.lower() != name.lower()):
                continue
            if not _NO_END.match(text, end) or _SUFFIX.match(text, end):
                return entry, end
        return None

    def _candidates(self, word: str) -> Iterator[Entry]:
        """The entries that a word may begin, or its plural: the name is "LLM", the word "LLMs"."""
        yield from self._by_start.get(word, ())
        for ending in ("s", "es"):
            if word.endswith(ending):
                yield from self._by_start.get(word.removesuffix(ending), ())

    def sounds(self, spoken: str) -> Sounds:
        """The words of a spoken text whose sounds an entry gives, with their plural or possessive endings."""
        if not self._has_sounds:
            return ()
        known: dict[str, str] = {}
        done = 0
        for run in _RUN.finditer(spoken):
            found = self._entry_at(spoken, run.start()) if run.start() >= done else None
            if found:
                entry, end = found
                suffix = _SUFFIX.match(spoken, end)
                done = suffix.end() if suffix else end
                if entry.ipa:
                    sounds = entry.ipa.strip("/[] ")
                    known[spoken[run.start() : done]] = ipa.with_s(sounds) if suffix else sounds
        return tuple(known.items())


def load_lexicon(show_folder: Path, language: str = "en-US", roles: Collection[str] | None = None) -> Lexicon:
    """The lexicon of a show over the starter's: a name of the show takes the place of the starter's.

    Args:
        show_folder: a folder that may have a lexicon.toml.
        language: of the show; the starter's respellings are English, and left out in another.
        roles: of the show; an entry for another is bad. None if they are not known.

    Raises:
        SettingsError: naming every bad entry by file and line at once.
    """
    from issuecast.starter import FOLDER
    from issuecast.write.lexicon.file import read_entries

    own, starter = show_folder / FILE_NAME, FOLDER / FILE_NAME
    entries = read_entries(own) if own.exists() else ()
    if roles is not None:
        _check_roles(entries, roles, own)
    if own.resolve() == starter.resolve() or not (starter.exists() and language.lower().startswith("en")):
        return Lexicon(entries)
    named = {entry.name.lower() for entry in entries}
    return Lexicon([*(entry for entry in _starters(starter) if entry.name.lower() not in named), *entries])


@cache
def _starters(file: Path) -> tuple[Entry, ...]:
    """The starter's entries, which do not change while we run."""
    from issuecast.write.lexicon.file import read_entries

    return read_entries(file)


def _check_roles(entries: Iterable[Entry], roles: Collection[str], file: Path) -> None:
    problems = [
        f"line {entry.line}, {entry.name}: there is no role {role!r}{did_you_mean(role, roles)}"
        for entry in entries
        for role in sorted(entry.roles - set(roles))
    ]
    if problems:
        raise SettingsError(f"{file}: {'; '.join(problems)}", f"name one of {', '.join(roles)}")
