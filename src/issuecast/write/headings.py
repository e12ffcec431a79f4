"""Headings: clean for a chapter's title, and as they are said inside a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from issuecast.write import verbs
from issuecast.write.heading_words import COMMON, MASS, SHORT, SMALL
from issuecast.write.plain import plain

LONGEST_TITLE = 60
"""Characters: players and apps cut longer chapter titles."""
LONGEST_NAME = 5
"""Words: a longer heading is a headline."""

_TAGS = frozenset("alert focus news spotlight update updates watch".split())  # noqa: SIM905
"""Alone between two colons they only say what a heading says anyway."""
_TICKET = re.compile(r"#\d+|\d{5,}")
"""The number of a change or a report, in front of its title."""
_ACRONYM = 3
"""Letters of a word in capitals that may be an acronym."""
_ONE_OF_ITS_KIND = re.compile(
    r"(?:corner|dive|pulse|watch|report|schedule|roundup|story|stories|spotlight|calendar|agenda|forecast"
    r"|update|outlook|weekend|weather|council|meme|introduction|interview|editorial|foreword|profile|menu|ranking"
    r"|scoreboard|mailbag|inbox|number|picture|podcast|book|tool|quote|bottom line|market"
    r"|desk|board|note|letter|question|poll|quiz|tip|chart|rundown|briefing|recap|essay|thing|editor)$"
    r"|\bof the (?:day|week|month|year)$",
    re.IGNORECASE,
)
_HAS_ARTICLE = re.compile(
    r"(?:\d+|(?i:the|an?|this|our|your|my|what|why|how|who|where|when|today['’]s|one|two|three|four|five)|[A-Z]\w*['’]s)(?!\w)"
)
_ADVERBIAL = re.compile(
    r"(?:in|on|at|from|around|under|off|for|by|before|after|out|up|over|worth|elsewhere|meanwhile|also|coming"
    r"|official|miscellaneous|more)(?:$| (?!and\b))",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"(?:add|chang|deprecat|fix|improv|recommend|remov|releas|retir|updat)ed|new|upcoming", re.IGNORECASE
)
_STARTS_BARE = re.compile(r"(?:still|just|only|almost|not|yes|no)\b", re.IGNORECASE)
_CALENDAR = re.compile(
    r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?s?|January|February|March|April|May|June"
    r"|July|August|September|October|November|December"
)
_VERSION = re.compile(r"v?\d+(?:\.\d+)+")
_ADDRESSED = re.compile(r"(?:what|who|where|when|why|how|which)\b.*", re.IGNORECASE)


def clean(heading: str) -> str:
    """The heading without emoji, its number, closing marks and a segment that echoes the one before it.

    "📈 Market Pulse: Market Watch: AMZN" is "Market Pulse: AMZN".
    """
    unnumbered = re.sub(r"^\d{1,2}[.)]\s+(?=\S)", "", plain(heading))
    segments = [bare for segment in re.split(r":\s+", unnumbered) if (bare := _bare(segment))]
    if _TICKET.fullmatch(segments[0] if segments[1:] else ""):
        del segments[0]
    kept = segments[:1]
    for before, segment, after in zip(segments, segments[1:], [*segments[2:], ""], strict=False):
        words = set(segment.lower().split())
        echoes = words <= _TAGS or set(before.lower().split()) & words - SMALL
        if not (echoes and after):
            kept.append(segment)
    return calm(": ".join(kept))


def calm(heading: str) -> str:
    """Several words that all shout in capitals, as a title; what may be an acronym stays: "US Jobs"."""
    words = heading.split()
    if not (heading.isupper() and words[1:]) or max(map(len, words)) <= _ACRONYM:
        return heading
    return " ".join(_calm_word(word, first=place == 0) for place, word in enumerate(words))


def is_headline(heading: str) -> bool:
    """Whether a heading tells or asks something, so that it is said as a sentence of its own."""
    if heading[-1:] in {"?", "!", "."}:
        return True
    if len(heading.split()) > LONGEST_NAME:
        return True
    return not _ADDRESSED.match(heading) and verbs.is_clause(heading)


def is_adverbial(heading: str) -> bool:
    """Whether a heading is no noun, so that "on to …" cannot stand before it: "in brief", "featured"."""
    return bool(_ADVERBIAL.match(heading))


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


def _calm_word(word: str, *, first: bool) -> str:
    small = word.lower()
    if small in SMALL and not first:
        return small
    short = small in COMMON | SMALL or (small in SHORT and not (first and small == "it"))
    return small.capitalize() if len(word) > _ACRONYM or short else word


def _bare(segment: str) -> str:
    segment = segment.strip(" :-–—|#>")
    bracketed = re.fullmatch(r"\[([^\[\]]*)\]", segment)
    return bracketed[1].strip() if bracketed else segment


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of an issue: those that mostly have a capital, and those in lower case."""

    names: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """The vocabulary of running texts."""
        found = Counter(re.sub(r"['’]s$", "", word) for text in texts for word in _WORD.findall(text))
        small = frozenset(
            word for word in found if word.islower() and found[word] >= found[word.capitalize()]
        )
        names = (word for word in found if not word.islower() and word.lower() not in small | COMMON)
        return cls(frozenset(names), small)

    def said(self, heading: str) -> str:
        """The heading inside a sentence: "The Deep Dive" is "the deep dive", "AI in Rust" stays.

        It stays as it is written if it is a headline, or has a word that might be a name.
        """
        words = _slashes(heading).replace("&", "and").split()
        free = [
            word
            for word, after in pairwise([*words, ""])
            if not (self._keeps(word) or _VERSION.fullmatch(after))
        ]
        in_sentence_case = words[1:] != [] and all(word.islower() for word in free if word is not words[0])
        if is_headline(heading):
            return " ".join(words)
        if not (in_sentence_case or all(map(self._is_common, free))):
            return re.sub(
                r"^(?:The|An?|Our|My|Your|This)(?= )", lambda word: word[0].lower(), " ".join(words)
            )
        return " ".join(word.lower() if word in free else word for word in words)

    def named(self, heading: str) -> str:
        """As `said`, as a noun: "the research corner", "what is fixed" for "Fixed", "the Table section"."""
        said = self.said(heading)
        if _ADJECTIVE.fullmatch(said):
            return f"what is {said.lower()}"
        if self._is_bare(said):
            return f"the {said} section"
        takes_article = _ONE_OF_ITS_KIND.search(said) and not _HAS_ARTICLE.match(said)
        named = takes_article and not is_headline(heading) and not is_adverbial(heading)
        return f"the {said}" if named else said

    def _is_bare(self, said: str) -> bool:
        """Whether a heading is neither a name nor a noun that needs no article: "Still on", "Table"."""
        if _STARTS_BARE.match(said):
            return not is_headline(said)
        word = said.lower()
        free = word in MASS or word.endswith(("s", "ing")) or _CALENDAR.fullmatch(said) or said in self.names
        return word.isalpha() and not (
            free or _ONE_OF_ITS_KIND.search(word) or any(map(str.isupper, said[1:]))
        )

    def _keeps(self, word: str) -> bool:
        """Whether a word has its capitals for good: a name, somebody's, or an abbreviation."""
        bare = re.sub(r"^\W+|\W+$", "", word)
        if _CALENDAR.fullmatch(bare):
            return True
        somebodys = re.fullmatch(r"[A-Z]\w*['’]s", bare) and not self._is_common(bare)
        return bool(somebodys) or bare in self.names or any(c.isupper() or c.isdigit() for c in bare[1:])

    def _is_common(self, word: str) -> bool:
        bare = re.sub(r"^\W+|\W+$|['’]\w+$", "", word).lower()
        return not bare or bool({bare, f"{bare}s", bare.removesuffix("s")} & (COMMON | self.words))


_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def _slashes(heading: str) -> str:
    """A heading of two things: "Notes/Thoughts" is "Notes and Thoughts"."""
    return re.sub(r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})", " and ", heading)
