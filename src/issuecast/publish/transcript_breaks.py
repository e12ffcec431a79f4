"""Where captions may break: at phrases, as BBC's and Netflix' subtitle guidelines have it.

After a mark of punctuation, else before a conjunction or a preposition, if need be between other words; not
between an article and its noun, nor after a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

_CLINGING: Mapping[str, str] = {
    "en": "a an the this that these those my your his her its our their of to in on at by for with from "
    "into no not is are was were be been has have had will would can could may might must shall should do "
    "does did mr mrs ms dr st very more most than as",
    "de": "der die das den dem des ein eine einen einem einer eines kein keine mein dein sein ihr unser im "
    "am zum zur in an auf mit von zu für bei nach aus über unter vor durch nicht sehr",
    "fr": "le la les un une des du de au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre votre "
    "leur à en dans sur par pour avec sans ne très plus",
    "es": "el la los las un una unos unas de del al este esta estos estas mi tu su sus nuestro nuestra a en "
    "con por para sin no muy más",
}
_OPENING: Mapping[str, tuple[str, str]] = {
    "en": (
        "and or but nor so yet because although though while when where which who if unless until since",
        "of to in on at by for with from into over under after before about between against without as than",
    ),
    "de": (
        "und oder aber denn sondern dass weil obwohl während wenn ob als wo der die das",
        "in an auf mit von zu für bei nach aus über unter vor durch gegen ohne",
    ),
    "fr": ("et ou mais donc car que qui dont où quand si lorsque", "de à en dans sur par pour avec sans"),
    "es": ("y e o u pero sino que quien cuando donde si porque", "de a en con por para sin sobre"),
}
"""Conjunctions and the like; prepositions."""

_ENDED = re.compile(r"[.!?…。！？؟।۔][\"'”’»)\]」』）]*$")
_PAUSED = re.compile(r"[;:—–、，,；：،؛][\"'”’»)\]]*$")
_NO_START = "、。，．！？；：）」』】〉》”’ー々っゃゅょッャュョ%,.;:!?)]}"
_NO_END = "（「『【〈《“‘([{"
_NUMBER = re.compile(r"^[$€£]?[\d.,]+$")
"""What a unit or a noun belongs to: "240 MW", "60 locomotives"."""
_ABBREVIATED = re.compile(r"^(?:[A-Za-z]\.)+$|^(?:Mr|Mrs|Ms|Dr|St|No|vs|Jr|Sr|e\.g|i\.e)\.$")


class Breaks:
    """What a break costs, by a language ("en-US"). A language that is not known has punctuation only."""

    LINE: ClassVar[float] = -8.0
    SENTENCE: ClassVar[float] = -3.0
    CLAUSE: ClassVar[float] = -0.5
    COMMA: ClassVar[float] = 0.5
    CONJUNCTION: ClassVar[float] = 2.0
    PREPOSITION: ClassVar[float] = 3.0
    BETWEEN: ClassVar[float] = 5.0
    CLINGING: ClassVar[float] = 11.0
    WITHIN: ClassVar[float] = 16.0

    def __init__(self, language: str) -> None:
        name = language.partition("-")[0].lower()
        self._clinging = frozenset(_CLINGING.get(name, "").split())
        conjunctions, prepositions = _OPENING.get(name, ("", ""))
        self._conjunctions, self._prepositions = (
            frozenset(conjunctions.split()),
            frozenset(prepositions.split()),
        )

    def cost(self, word: str, after: str) -> float:
        """Of a break between these words."""
        if _ENDED.search(word) and not _ABBREVIATED.match(word):
            return self.SENTENCE
        if _PAUSED.search(word):
            return self.COMMA if word[-1] in ",、，،" else self.CLAUSE
        if word.lower() in self._clinging or (_NUMBER.match(word) and after):
            return self.CLINGING
        opening = after.lower().strip("\"'“‘(")
        if opening in self._conjunctions:
            return self.CONJUNCTION
        return self.PREPOSITION if opening in self._prepositions else self.BETWEEN

    def inside(self, part: str, after: str) -> float:
        """Of a break between two parts of what is written without a space."""
        if after[0] in _NO_START or part[-1] in _NO_END:
            return self.WITHIN + 4
        if part.isascii():  # an address
            return self.WITHIN - (part[-1] in "/?&")
        if _ENDED.search(part):
            return self.SENTENCE
        if _PAUSED.search(part):
            return self.COMMA
        return self.BETWEEN if part.isalpha() else self.WITHIN
