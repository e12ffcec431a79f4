"""What a rule is: it looks at the text at one place, and says what stands there or passes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, cast


class _Lazy:
    """A pattern that is compiled when it is first asked: all at once would take longer than to speak a sentence."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        value = getattr(re.compile(self._pattern, self._flags), name)
        setattr(self, name, value)
        return value


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, compiled when it is first asked."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


LETTER = r"[^\W\d_]"
"""A letter of any script, in a pattern."""

WORD = lazy(rf"{LETTER}++(?:['’-]{LETTER}++)*+")
"""A plain word: "mother-in-law", "o'clock"."""

SILENT = ""
"""Said of what is written and not spoken."""

PAUSE = ","
"""Said of a dash and its like: a short pause, which the punctuation around it may swallow."""

Reading: TypeAlias = tuple[int, str]
"""Where what was read ends, and what is said for it: words, `SILENT` or `PAUSE`."""

Reader: TypeAlias = Callable[[str, int], Reading | None]
"""Reads the text at a position (never on white space); None: this rule does not apply here."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table in table.py.

    `on` tells at which first characters it is asked: "9" any digit, "a" any letter, another sign itself. `words` are the
    plain words, in lower case, at which it is asked too ("mid-" at all that begin so), `stopped` only if a full stop follows them: other plain words
    pass without any rule being asked.
    """

    name: str
    on: str
    read: Reader
    words: frozenset[str] = frozenset()
    stopped: bool = False


def rule(
    name: str,
    on: str,
    pattern: str,
    say: Callable[[re.Match[str]], str | None],
    words: frozenset[str] = frozenset(),
    *,
    stopped: bool = False,
) -> Rule:
    """A rule by a regular expression (verbose, case heeded); `say` may still pass with None.

    Patterns must not look far ahead and then fail: keep repeats possessive or bounded, so that a megabyte
    of anything is read in linear time.
    """
    written = lazy(pattern, re.VERBOSE)

    def read(text: str, at: int) -> Reading | None:
        found = written.match(text, at)
        if found is None:
            return None
        said = say(found)
        return None if said is None else (found.end(), said)

    return Rule(name, on, read, words, stopped)
