"""Which lines of plain text are headings, and how a shouted one is written."""

from __future__ import annotations

import re
import unicodedata

_BANNER = re.compile(
    r"\W*?(?P<rule>[-=*_~#]{2,})\s*(?P<open>[\[(|<]?)\s*(?P<title>[^\W_].*?)\s*[\])|>]?\s*(?P=rule)[-=*_~#]*\s*"
)
_SMALL = frozenset(
    "a an and as at but by for from in into is it nor of off on or our the to up vs via with your".split()  # noqa: SIM905
)
_LETTERS = frozenset(
    "ai api ar aws ceo cfo cpu cto ecb eu fbi fda gpu ibm ipo llm mit ml nasa nato nba nfl npm ok os pr "  # noqa: SIM905
    "sdk sec sql ssh tv uae ui uk un url usa usb ux vc vr xr".split()
)
"""Words with a vowel that are spelled in capitals; a word without one is taken for letters anyway."""
_OPENERS = re.compile(
    r"(hi|hey|hello|dear|good (morning|afternoon|evening)|welcome|greetings|gm)\b", re.IGNORECASE
)
_CLOSERS = re.compile(
    r"(cheers|best|regards|(best|kind|warm) (wishes|regards)|thanks|thank you|yours|sincerely|love|bye|"
    r"see you|until|p\.?s\.?)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 10


def banner(line: str) -> str:
    """The title in a line such as "--- [THE QUIET GRID] ---" or "*** The Quiet Grid ***", or ""."""
    match = _BANNER.fullmatch(line.strip()) if len(line) < 200 else None  # noqa: PLR2004  a title, not a text
    return match["title"].strip(" ])|>-=*_~#") if match else ""


def has_pictograph(text: str) -> bool:
    """Whether the text begins with an emoji or another sign that only pictures something."""
    return bool(text) and unicodedata.category(text[0]) in {"So", "Sk"} and not text[0].isalnum()


def looks_like_heading(line: str) -> bool:
    """Whether a line that stands alone is a heading: by a pictograph, capitals, or the case of its words."""
    words = re.findall(r"[^\W_][\w'’.&+/-]*", line)
    if not words or len(words) > _MOST_WORDS or line.rstrip()[-1] in ".!?,;…\"”'":
        return False
    if has_pictograph(line):
        return True
    if _OPENERS.match(line) or _CLOSERS.match(line) or re.search(r"\w:\s+\S", line):
        return False
    if line.upper() == line and sum(c.isalpha() for c in line) > 1:
        return True
    large = [word for word in words if word.lower() not in _SMALL]
    return words[0][0].isupper() and all(word[0].isupper() or word[0].isdigit() for word in large)


def unshouted(title: str) -> str:
    """A title in capitals as it would be written in a sentence's company; any other title as it is."""
    if title.upper() != title or sum(c.isalpha() for c in title) < 4:  # noqa: PLR2004  "AI" is no shout
        return title
    return re.sub(r"[^\W\d_][\w'’]*", lambda word: _cased(word[0], first=word.start() == 0), title)


def _cased(word: str, *, first: bool) -> str:
    lower = word.lower()
    if lower in _SMALL and not first:
        return "US" if lower == "us" else lower
    if lower in _LETTERS or not set(lower) & set("aeiouyàáâäåèéêëìíîïòóôöùúûü"):
        return word
    return word[0] + word[1:].lower()
