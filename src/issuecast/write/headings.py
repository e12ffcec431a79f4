"""Headings: clean for a chapter's title, and as they are said inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from issuecast.write.plain import plain

LONGEST_TITLE = 60
"""Characters: players and apps cut longer chapter titles."""
LONGEST_NAME = 5
"""Words: a longer heading is a headline."""

_SMALL_WORDS = "a an and as at but by for from in into of on or the to via with"
_SMALL = frozenset(_SMALL_WORDS.split())
_ACRONYM = 3
"""Letters of a word in capitals that may be an acronym."""
_ONE_OF_ITS_KIND = re.compile(
    r"(?:corner|dive|pulse|watch|report|schedule|roundup|story|stories|spotlight|calendar|agenda|forecast"
    r"|outlook|scoreboard|mailbag|inbox|number|picture|podcast|book|tool|quote|bottom line|market|desk)$"
    r"|\bof the (?:day|week|month|year)$",
    re.IGNORECASE,
)
_HAS_ARTICLE = re.compile(r"(?:the|an?|this|our|your|my|what|why|how|who|where|when)\b", re.IGNORECASE)


def clean(heading: str) -> str:
    """The heading without emoji, its number, closing marks and a segment that echoes the one before it.

    "📈 Market Pulse: Market Watch: AMZN" is "Market Pulse: AMZN".
    """
    unnumbered = re.sub(r"^\d{1,2}[.)]\s+(?=\S)", "", plain(heading))
    segments = [bare for segment in re.split(r":\s+", unnumbered) if (bare := _bare(segment))]
    kept = segments[:1]
    for before, segment, after in zip(segments, segments[1:], [*segments[2:], ""], strict=False):
        echoes = set(before.lower().split()) & set(segment.lower().split()) - _SMALL
        if not (echoes and after):
            kept.append(segment)
    return _calm(": ".join(kept))


def split_topic(heading: str) -> tuple[str, str]:
    """A heading's name and topic: "Market Pulse: AMZN" is ("Market Pulse", "AMZN")."""
    name, _, topic = heading.partition(": ")
    return name, topic


def chapter_title(*headings: str) -> str:
    """The headings on the way to the chapter, as one title of at most `LONGEST_TITLE` characters."""
    title = ": ".join(heading for heading in headings if heading)
    if len(title) <= LONGEST_TITLE:
        return title
    return title[: LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,:;–—-") + "…"


def _bare(segment: str) -> str:
    segment = segment.strip(" :-–—|#>")
    bracketed = re.fullmatch(r"\[([^\[\]]*)\]", segment)
    return bracketed[1].strip() if bracketed else segment


def _calm(heading: str) -> str:
    """A heading of several long words that shouts in capitals throughout, as a title."""
    words = heading.split()
    if not heading.isupper() or [len(word) > _ACRONYM for word in words].count(True) <= 1:
        return heading
    calm = [word.lower() if word.lower() in _SMALL else word.capitalize() for word in words]
    return " ".join([words[0].capitalize(), *calm[1:]])


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that an issue writes with a capital in mid-sentence, which they keep in a spoken heading."""

    names: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """The vocabulary of running texts."""
        in_mid_sentence = re.compile(r"(?<=[\w,;’'\"“(] )[^\W\d_][\w’'-]*")
        words = {
            word.removesuffix("’s").removesuffix("'s") for t in texts for word in in_mid_sentence.findall(t)
        }
        return cls(frozenset(word for word in words if word[0].isupper() and word.lower() not in words))

    def said(self, heading: str) -> str:
        """The heading inside a sentence: "The Deep Dive" is "the deep dive", "AI in Rust" stays.

        What is longer than `LONGEST_NAME` words stays as it is written.
        """
        if len(heading.split()) > LONGEST_NAME:
            return heading
        words = heading.replace("&", "and").split()
        return " ".join(word if self._keeps(word) else word.lower() for word in words)

    def named(self, heading: str) -> str:
        """As `said`, with "the" before what is one of its kind, such as "the research corner"."""
        said = self.said(heading)
        takes_article = _ONE_OF_ITS_KIND.search(said) and not _HAS_ARTICLE.match(said)
        return f"the {said}" if takes_article else said

    def _keeps(self, word: str) -> bool:
        bare = re.sub(r"^\W+|\W+$", "", word)
        return bare in self.names or any(c.isupper() or c.isdigit() for c in bare[1:])
