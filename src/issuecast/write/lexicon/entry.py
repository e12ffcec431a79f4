"""An entry of a lexicon: a name, and how it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STRESSED = re.compile(r"[^\W\d_a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Entry:
    """How a name is said.

    `said` is what a voice gets that takes no phonemes, the name itself if there is nothing better; `ipa` is
    "" or the sounds for one that does. `case`: only if it is written just so. `roles`: only in their
    lines; none for all. `line` is the line of the file, from 1.
    """

    name: str
    said: str
    ipa: str = ""
    case: bool = False
    roles: frozenset[str] = frozenset()
    line: int = 0

    def is_for(self, role: str) -> bool:
        """Whether it holds in the lines of a role."""
        return not self.roles or role in self.roles

    @property
    def spelled(self) -> bool:
        """Whether it ends in a letter by itself: "S Q L"."""
        return len(self.said.rpartition(" ")[2]) == 1


def respelled(say: str) -> str:
    """What a voice gets of a respelling: "SHAOW-mee" → "shaow-mee".

    Capitals tell the editor where the stress is; voices would spell them.
    """
    return " ".join(_STRESSED.sub(lambda stressed: stressed[0].lower(), say).split())


def lettered(name: str) -> str:
    """Letter by letter: "SQLite" → "S Q L I T E"; hyphens and the like are not said."""
    return " ".join([sign.upper() for sign in name if sign.isalpha()])


def as_word(name: str) -> str:
    """As no voice spells it: "NASA" → "Nasa"; mixed letters stay."""
    return name.capitalize() if name.isupper() else name
