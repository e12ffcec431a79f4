"""Headings: clean for a chapter's title, and as they are said inside a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from issuecast.write import verbs
from issuecast.write.plain import plain

LONGEST_TITLE = 60
"""Characters: players and apps cut longer chapter titles."""
LONGEST_NAME = 5
"""Words: a longer heading is a headline."""

_SMALL_WORDS = "a an and as at but by for from in into of on or the to via with"
_SMALL = frozenset(_SMALL_WORDS.split())
_COMMON_WORDS = """
a about added agenda alert all analysis and around ask at best big board book books bottom breaking
brief briefs bug by calendar careers changed changes chart club column community corner data day deep
deprecated desk directions dive edition editor essay event events feature featured features few fire
first five fixed fixes focus for forecast four from fun good guest headlines hits improvements in inbox
ingredients inside interview issue job jobs known last latest letter letters line links list listening
local long look looking lunch mailbag main market markets meetups method more morning most movers my new
news next note notes number numbers of on one open opinion other our out outlook papers part
participation people photo pick picks picture places podcast poll popular project projects pulse
question questions quick quote quotes radar rapid read reader readers reading recipe recommended removed
report research resources review reviews roles roundup schedule science scoreboard section security
short shorts show six snapshot spotlight stat steps stocks stories story studies summary take takeaways
takes talk tell ten testing the theme thing things this thought thoughts three tip tips to today today's
tool tools top trending trends two under upcoming update updates video videos view views watch watching
we week weekend what what's who why wire with word words world year your
"""
_COMMON = frozenset(_COMMON_WORDS.split())
"""The words that sections are called by, and so no names."""
_TAGS = frozenset("alert focus news spotlight update updates watch".split())  # noqa: SIM905
"""Alone between two colons they only say what a heading says anyway."""
_TICKET = re.compile(r"#\d+|\d{5,}")
"""The number of a change or a report, in front of its title."""
_ACRONYM = 3
"""Letters of a word in capitals that may be an acronym."""
_ONE_OF_ITS_KIND = re.compile(
    r"(?:corner|dive|pulse|watch|report|schedule|roundup|story|stories|spotlight|calendar|agenda|forecast"
    r"|update|outlook|scoreboard|mailbag|inbox|number|picture|podcast|book|tool|quote|bottom line|market"
    r"|desk|board|note|letter|question|poll|quiz|tip|chart|rundown|briefing|recap|essay|thing|editor)$"
    r"|\bof the (?:day|week|month|year)$",
    re.IGNORECASE,
)
_HAS_ARTICLE = re.compile(
    r"(?:(?i:the|an?|this|our|your|my|what|why|how|who|where|when|today['’]s|one|two|three|four|five)|[A-Z]\w*['’]s)(?!\w)"
)
_ADVERBIAL = re.compile(
    r"(?:in|on|at|from|around|under|off|for|by|before|after|out|up|over|worth|elsewhere|meanwhile|also|coming"
    r"|official|miscellaneous|more)(?:$| (?!and\b))",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(r"[a-z]{2,}[^\We]ed|new|upcoming", re.IGNORECASE)
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
        echoes = words <= _TAGS or set(before.lower().split()) & words - _SMALL
        if not (echoes and after):
            kept.append(segment)
    return _calm(": ".join(kept))


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
        names = (word for word in found if not word.islower() and word.lower() not in small | _COMMON)
        return cls(frozenset(names), small)

    def said(self, heading: str) -> str:
        """The heading inside a sentence: "The Deep Dive" is "the deep dive", "AI in Rust" stays.

        It stays as it is written if it is a headline, or has a word that might be a name.
        """
        words = _slashes(heading).replace("&", "and").split()
        free = [word for word in words if not self._keeps(word)]
        in_sentence_case = words[1:] != [] and all(word.islower() for word in free if word is not words[0])
        if is_headline(heading):
            return " ".join(words)
        if not (in_sentence_case or all(map(self._is_common, free))):
            return re.sub(
                r"^(?:The|An?|Our|My|Your|This)(?= )", lambda word: word[0].lower(), " ".join(words)
            )
        return " ".join(word.lower() if word in free else word for word in words)

    def named(self, heading: str) -> str:
        """As `said`, as a noun: "the research corner", and "what is fixed" for "Fixed"."""
        said = self.said(heading)
        if _ADJECTIVE.fullmatch(said):
            return f"what is {said.lower()}"
        takes_article = _ONE_OF_ITS_KIND.search(said) and not _HAS_ARTICLE.match(said)
        named = takes_article and not is_headline(heading) and not is_adverbial(heading)
        return f"the {said}" if named else said

    def _keeps(self, word: str) -> bool:
        """Whether a word has its capitals for good: a name, somebody's, or an abbreviation."""
        bare = re.sub(r"^\W+|\W+$", "", word)
        somebodys = re.fullmatch(r"[A-Z]\w*['’]s", bare) and not self._is_common(bare)
        return bool(somebodys) or bare in self.names or any(c.isupper() or c.isdigit() for c in bare[1:])

    def _is_common(self, word: str) -> bool:
        bare = re.sub(r"^\W+|\W+$|['’]\w+$", "", word).lower()
        return not bare or bool({bare, f"{bare}s", bare.removesuffix("s")} & (_COMMON | self.words))


_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def _slashes(heading: str) -> str:
    """A heading of two things: "Notes/Thoughts" is "Notes and Thoughts"."""
    return re.sub(r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})", " and ", heading)
