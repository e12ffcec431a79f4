"""How a title in capitals is written in a sentence's company."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import TypeAlias

from issuecast.read.outline import Flow, Heading

_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on or the to up vs via with".split()  # noqa: SIM905
)
_ABBREVIATIONS = frozenset(
    "ai api ar aws ceo cfo cio cpu cto ecb eu fbi fda gpu ibm iot ipo llm mit ml nasa nato nba nfl npm ok os "  # noqa: SIM905
    "oss pr sdk sec sql ssh tv uae ui uk un url us usa usb ux vc vr xr".split()
)
"""Words with a vowel that are spelled in capitals; a word without one is taken for an abbreviation anyway."""
_VOWELS = frozenset("aeiouyàáâäåèéêëìíîïòóôöùúûüæøœ")
_WORD = re.compile(r"(?P<opening>\A\W*|:\s)?(?<!\w)(?P<word>[^\W\d_]\w*)(?P<ending>(?:['’]\w+)*)")
_FEWEST_LETTERS = 4

_BRACKETED = re.compile(r"\[([^\[\]]{1,200})\](?![(\[])")
_ASIDE = re.compile(r"\[[^\[\]]{1,200}\](?![(\[])|\([^()]{1,200}\)")

Spelling: TypeAlias = Callable[[str], str]
"""From a word to how it is written in running text, "" if that is not known."""


def is_shouted(title: str) -> bool:
    """Whether a title is in capitals but for names in brackets; "AI" and "GPT-5" are no shout."""
    if title.upper() != title:
        title = _ASIDE.sub("", title)
    return title.upper() == title and sum(map(str.isalpha, title)) >= _FEWEST_LETTERS


def spelling_in(text: str) -> Spelling:
    """How words are written in the lines of the text that are not in capitals: "OpenAI", "US", "grid"."""

    @cache  # and only looked up when a title is shouted
    def forms() -> Mapping[str, str]:
        found: dict[str, str] = {}
        for line in text.split("\n"):
            for match in () if is_shouted(line) else _WORD.finditer(line):
                word, lower = match["word"], match["word"].lower()
                if word[1:] != lower[1:]:
                    found[lower] = word
                else:
                    found.setdefault(lower, lower)
        return found

    return lambda word: forms().get(word.lower(), "")


def unshouted_flow(flow: Flow, spelling: Spelling) -> Flow:
    """The flow with the text of each heading unshouted."""
    return [
        replace(one, text=unshouted(one.text, spelling))
        if isinstance(one, Heading) and ("[" in one.text or is_shouted(one.text))
        else one
        for one in flow
    ]


def unshouted(title: str, spelling: Spelling = lambda _: "") -> str:
    """A title in capitals in title case, any other title as it is; without the brackets that a logo or a link
    has left in it: "TOGETHER WITH [harborlight]" is "Together with harborlight".
    """
    if is_shouted(title):
        title = _WORD.sub(lambda word: _calm(word, spelling), title)
    return _BRACKETED.sub(r"\1", title)


def _calm(match: re.Match[str], spelling: Spelling) -> str:
    opening = match["opening"]
    if match["word"] != match["word"].upper():  # in brackets
        return match[0]
    word = _cased(match["word"], spelling, first=opening is not None)
    return f"{opening or ''}{word}{match['ending'].lower()}"


def _cased(word: str, spelling: Spelling, *, first: bool) -> str:
    lower, written = word.lower(), spelling(word)
    if lower in _SMALL and not first:
        return lower
    if written[1:] != written[1:].lower():
        return written
    if not written and (lower in _ABBREVIATIONS or not set(lower) & _VOWELS):
        return word
    return word[0] + lower[1:]
