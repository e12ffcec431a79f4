"""From written text to pairs: a walk along the text that asks the rules at each token.

A pair is a token with the white space before it and the punctuation that clings to it. Most tokens are plain words,
which no rule wants to see: they are taken over at once.
"""

from __future__ import annotations

import re

from issuecast.models import Pair
from issuecast.write.spoken import symbols, table
from issuecast.write.spoken.rules import LETTER, PAUSE, WORD, Reading

_SPACE = re.compile(r"\s*+")
_PLAIN = re.compile(
    rf"(\s*+)((?:[\"'“‘(]{{0,3}}+)({LETTER}++(?:['’-]{LETTER}++)*+)([.,;:!?)\"'”’…]*+))(?=\s|\Z)"
)
_ENDS = re.compile(r"[,;!?)\"”’…]|[.:]?(?:\s|\Z)")
# A row of one sign is decoration, or a rule across the page.
_RUN = re.compile(r"([^\w\s])\1{3,}+")
_STOPS = frozenset(".,;:!?…")
_CLOSING = _STOPS | frozenset(")”’»")
_OPENING = frozenset("(“‘«„")
_LONGEST = 80
_QUOTES = frozenset("\"'")


class Pairing:
    """Pairs in the making: decides about the spaces between spoken words, and about pauses."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._spoken: list[str] = []
        self._last = ""  # the last character that is spoken
        self._spaced = False  # whether white space or something silent came since
        self._pause = -1  # the pair that may get a comma once something follows
        self._clings = False  # whether the next token belongs to the last pair: after "("

    def plain(self, gap: str, word: str) -> None:
        """A token that is spoken as it is written, with white space or the start of the text before it."""
        if self._pause >= 0:
            self._settle(word[0])
        self._written.append(gap + word)
        self._spoken.append(f" {word}" if self._last else word)
        self._last = word[-1]
        self._spaced = self._clings = False

    def add(self, gap: str, written: str, said: str) -> None:
        """A token that a rule has read; `said` may be silent or a pause."""
        self._spaced = self._spaced or bool(gap)
        said = said.strip()
        if said == PAUSE and written != PAUSE:
            self._hold(gap + written)
        elif not said:
            self._append(gap + written, "")
            self._spaced = True
        elif said in _CLOSING or (said in _QUOTES and not gap and self._last and self._last not in _OPENING):
            self._close(gap + written, said)
        else:
            self._speak(gap + written, said, opens=said in _OPENING or said in _QUOTES)

    def _hold(self, written: str) -> None:
        self._append(written, "")
        if self._last and self._last not in _STOPS and self._last not in _OPENING:
            self._pause = len(self._written) - 1
        self._spaced = True

    def _settle(self, first: str) -> None:
        """Something follows a pause: it is a comma, unless there is punctuation anyway."""
        if first not in _CLOSING:
            self._spoken[self._pause] = PAUSE
            self._last = PAUSE
        self._pause = -1

    def _close(self, written: str, sign: str) -> None:
        """A stop follows its word without a space, and is of its pair."""
        self._pause = -1
        if self._written and self._spoken[-1] and not written[0].isspace() and self._short():
            self._written[-1] += written
            self._spoken[-1] += sign
        else:
            self._append(written, sign)
        self._last, self._spaced = sign, False

    def _speak(self, written: str, said: str, *, opens: bool) -> None:
        if self._pause >= 0:
            self._settle(said[0])
        joined = self._last.isalnum() and said[0].isalnum()
        space = " " if self._last and (self._spaced or joined) else ""
        if self._clings and not self._spaced and self._short():
            self._written[-1] += written
            self._spoken[-1] += said
        else:
            self._append(written, space + said)
        self._last, self._spaced, self._clings = said[-1], False, opens

    def _short(self) -> bool:
        """Whether the last pair may grow: a run of signs is cut, or it would be copied at each of them."""
        return len(self._written[-1]) < _LONGEST

    def _append(self, written: str, spoken: str) -> None:
        self._written.append(written)
        self._spoken.append(spoken)
        self._clings = False

    def pairs(self, rest: str) -> list[Pair]:
        """The pairs; `rest` is the white space at the end."""
        if rest:
            self._append(rest, "")
        return list(map(Pair, self._written, self._spoken))


def read(text: str) -> list[Pair]:
    """English text, read once by the rules of table.py."""
    pairing = Pairing()
    match, wanted, plain = _PLAIN.match, table.WORDS, pairing.plain
    at = 0
    while at < len(text):
        found = match(text, at)
        if found and (found[1] or not at) and _stem(found[3]) not in wanted:
            plain(found[1], found[2])
            at = found.end()
            continue
        start = at if not text[at].isspace() else _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches
        if start == len(text):
            return pairing.pairs(text[at:])
        end, said = _ask(text, start)
        pairing.add(text[at:start], text[start:end], said)
        at = end
    return pairing.pairs("")


def _ask(text: str, at: int) -> Reading:
    """What is said for what begins at a position, by the first rule that knows it."""
    word = WORD.match(text, at)
    if word and _ENDS.match(text, word.end()):
        rules, otherwise = table.WORDS.get(_stem(word[0]), ()), (word.end(), word[0])
    else:
        run = _RUN.match(text, at)
        if run:
            return run.end(), symbols.any_sign(run[1])
        rules, otherwise = table.at(text[at]), None
    for rule in rules:
        reading = rule.read(text, at)
        if reading is not None and reading[0] > at:
            return reading
    return otherwise or symbols.anything(text, at)


def _stem(word: str) -> str:
    return re.split("['’]", word, maxsplit=1)[0].lower()
