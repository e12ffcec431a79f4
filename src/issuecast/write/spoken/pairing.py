"""Pairs in the making: what decides about the spaces between spoken words, and about pauses."""

from __future__ import annotations

from issuecast.linked import Pair
from issuecast.write.spoken.rules import PAUSE

_STOPS = frozenset(".,;:!?…")
_CLOSING = _STOPS | frozenset(")”’»")
_OPENING = frozenset("(“‘«„")
_QUOTES = frozenset("\"'")
_AFTER = frozenset("),;:")
_LONGEST = 80


class Pairing:
    """Takes tokens in their order, and gives `pairs`."""

    def __init__(self) -> None:
        self.pairs: list[Pair] = []
        self._last = ""  # the last character that is spoken
        self._spaced = False  # whether white space or something silent came since
        self._pause = -1  # the pair that may get a comma once something follows
        self._clings = False  # whether the next token belongs to the last pair: after "("

    @property
    def ready(self) -> bool:
        """Whether pairs of plain words may be added to `pairs` from outside; `resume` must be called after that."""
        return self._last != "" and self._pause < 0

    def resume(self) -> None:
        """Go on after pairs that were added from outside."""
        self._last, self._spaced, self._clings = self.pairs[-1].spoken[-1], False, False

    def plain(self, gap: str, word: str) -> None:
        """A token that is spoken as it is written, with white space or the start of the text before it."""
        if self._pause >= 0:
            self._settle(word[0])
        self._append(gap + word, f" {word}" if self._last else word)
        self._last, self._spaced = word[-1], False

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

    def end(self, rest: str) -> None:
        """The white space at the end of the text."""
        self._append(rest, "")

    def _hold(self, written: str) -> None:
        self._append(written, "")
        if self._last and self._last not in _STOPS and self._last not in _OPENING:
            self._pause = len(self.pairs) - 1
        self._spaced = True

    def _settle(self, first: str) -> None:
        """Something follows a pause: it is a comma, unless there is punctuation anyway."""
        if first not in _CLOSING:
            self.pairs[self._pause] = Pair(self.pairs[self._pause].written, PAUSE)
            self._last = PAUSE
        self._pause = -1

    def _close(self, written: str, sign: str) -> None:
        """A stop follows its word without a space, and is of its pair."""
        self._pause = -1
        if self.pairs and self.pairs[-1].spoken and not written[0].isspace() and self._short():
            self._grow(written, sign)
        else:
            self._append(written, sign)
        self._last, self._spaced = sign, False

    def _speak(self, written: str, said: str, *, opens: bool) -> None:
        if self._pause >= 0:
            self._settle(said[0])
        joined = self._last.isalnum() and said[0].isalnum()
        if (
            said[0] == "(" or self._last in _AFTER
        ):  # "x^(n+1)", "3.11,<3.14": what was no word stands by itself
            joined = said[0].isalnum() != self._last.isalnum() and (said != written or self._changed())
        space = " " if self._last and (self._spaced or joined) else ""
        if self._clings and not self._spaced and self._short():
            self._grow(written, said)
        else:
            self._append(written, space + said)
        self._last, self._spaced, self._clings = said[-1], False, opens

    def _changed(self) -> bool:
        """Whether the last pair is said in other words than it is written."""
        return bool(self.pairs) and self.pairs[-1].written.strip() != self.pairs[-1].spoken.strip()

    def _short(self) -> bool:
        """Whether the last pair may grow: a run of signs is cut, or it would be copied at each of them."""
        return len(self.pairs[-1].written) < _LONGEST

    def _grow(self, written: str, spoken: str) -> None:
        last = self.pairs[-1]
        self.pairs[-1] = Pair(last.written + written, last.spoken + spoken)

    def _append(self, written: str, spoken: str) -> None:
        self.pairs.append(Pair(written, spoken))
        self._clings = False
