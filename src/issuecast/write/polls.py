"""The answers of a poll: what a listener can choose from, and how others chose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from issuecast.write.passages import Listing
from issuecast.write.sentences import lowered

_MARK = re.compile(r"(?:\(?[A-Za-z][).]|[A-Za-z]:)\s+(?=\S)")
_RESULT = re.compile(
    r"(?P<answer>.*?)[\s:(–—-]+(?P<share>\d[\d.,]*\s?(?:%|percent|votes?))\)?|"
    r"(?P<first>\d[\d.,]*\s?(?:%|percent|votes?))\s*(?:[:–—-]\s*|(?=said |for |voted ))(?P<then>.*)"
)

_LONGEST = 12
"""Words of an answer that can be chosen by ear."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Either the options ("yes", "no"), or the results ("yes, 62%")."""

    options: tuple[str, ...] = ()
    results: tuple[str, ...] = ()


def answers(listing: Listing) -> Answers:
    """The answers that a list gives; without either if they are too long to be chosen by ear."""
    said = [entry.parts[0].said if entry.parts else "" for entry in listing.entries]
    lettered = all(map(_MARK.match, said))
    texts = [(_MARK.sub("", text, count=1) if lettered else text).rstrip(".") for text in said]
    found = [len(text.split()) <= _LONGEST and _RESULT.fullmatch(text) for text in texts]
    if said and all(found):
        return Answers(results=tuple(_result(match) for match in found if match))
    alone = all(len(entry.parts) == 1 and not entry.below for entry in listing.entries)
    if alone and not listing.more and all(len(text.split()) <= _LONGEST for text in texts):
        return Answers(options=tuple(map(_small, texts)))
    return Answers()


def _result(match: re.Match[str]) -> str:
    """A result as it is said: "yes, 62%"."""
    answer, share = match["answer"] or match["then"], match["share"] or match["first"]
    return f"{_small(answer)}, {share}" if match["share"] else f"{share} {answer}"


def _small(text: str) -> str:
    """An answer inside a sentence: what begins with a word that is no name does so in lower case."""
    plain = {"yes", "no", "not", "never", "always", "maybe", "none", "both", "only"}
    first, _, rest = lowered(text).partition(" ")
    return f"{first.lower() if first.lower() in plain else first} {rest}".strip()
