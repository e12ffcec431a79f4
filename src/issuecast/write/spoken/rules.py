"""What a rule is: it looks at the text at one place, and says what stands there or passes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

LETTER = (
    r"[^\W\d_²³¹¼-¾፩-፱᧚⁰-₉⅐-↉ℹ①-⓿❶-➓"
    r"\U00010a40-\U00010a48\U00010e60-\U00010e7e\U00011052-\U00011065\U0001f100-\U0001f10c]"
)
"""A letter of any script, but none of the numerals that Unicode counts among the letters."""

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

    `on` tells at which first characters it is asked: "d" digits, "l" letters, "s" signs. `words` are the plain words,
    in lower case, at which it is asked too; the scanner passes over all other plain words without asking.
    """

    name: str
    on: str
    read: Reader
    words: frozenset[str] = frozenset()


def rule(
    name: str,
    on: str,
    pattern: str,
    say: Callable[[re.Match[str]], str | None],
    words: frozenset[str] = frozenset(),
) -> Rule:
    """A rule by a regular expression (verbose, case heeded); `say` may still pass with None.

    Patterns must not look far ahead and then fail: keep repeats possessive or bounded, so that a megabyte
    of anything is read in linear time.
    """
    match = re.compile(pattern, re.VERBOSE).match

    def read(text: str, at: int) -> Reading | None:
        found = match(text, at)
        if found is None:
            return None
        said = say(found)
        return None if said is None else (found.end(), said)

    return Rule(name, on, read, words)
