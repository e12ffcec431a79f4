"""Two readings of a text, the second of what the first says, as one."""

from __future__ import annotations

from collections.abc import Sequence

from issuecast.models import Pair


def join(first: Sequence[Pair], second: Sequence[Pair], *, tokens: bool = True) -> list[Pair]:
    """Pairs from what is written in `first` to what is said in `second`.

    A pair that changes nothing is cut where the other reading has a pair's end (of the second reading not if it is
    one of `tokens`, which stay whole); pairs that overlap in another way become one. What is silent before a token
    stays a pair of its own.
    """
    if _changes_nothing(second):
        return list(first)
    if _changes_nothing(first):
        return list(second)
    written = _Side([(p.written, len(p.spoken), p.written == p.spoken) for p in first])
    said = _Side([(p.spoken, len(p.written), not tokens and p.written == p.spoken) for p in second])
    joined: list[Pair] = []
    while written.pull():
        while written.reach != said.reach:
            (said if said.reach < written.reach else written).pull()
            # Whichever is ahead now gives back what the other has not reached, if it can be cut there.
            written.give_back(written.reach - said.reach)
            said.give_back(said.reach - written.reach)
        pieces, spoken = written.flush(), "".join([text for text, _ in said.flush()])
        seen = _only_seen(pieces)
        if seen:
            joined.append(Pair("".join([text for text, _ in pieces[:seen]]), ""))
        joined.append(Pair("".join([text for text, _ in pieces[seen:]]), spoken))
    return joined


def _only_seen(pieces: Sequence[tuple[str, bool]]) -> int:
    """How many pieces before a token's first word are only seen, such as a bullet: they become a pair of their own."""
    seen = 0
    for place, (text, silent) in enumerate(pieces[:-1], 1):
        if silent:
            seen = place
        elif text.strip():
            break
    return seen


def _changes_nothing(pairs: Sequence[Pair]) -> bool:
    return not pairs or (len(pairs) == 1 and pairs[0].written == pairs[0].spoken)


class _Side:
    """One reading: tokens as (text on the outside, length in the middle, whether it can be cut anywhere).

    `reach` is how far into the middle text the tokens go that were pulled.
    """

    def __init__(self, tokens: Sequence[tuple[str, int, bool]]) -> None:
        self._tokens = tokens
        self._next, self._from = 0, 0  # the token to pull, and where in it
        self._pulled: list[tuple[str, int, int, bool]] = []  # text, from, to, whether silent
        self.reach = 0

    def pull(self) -> bool:
        """Take the next token, or what is left of it; False at the end."""
        if self._next == len(self._tokens):
            return False
        text, length, can_be_cut = self._tokens[self._next]
        self._pulled.append((text, self._from, len(text), length == 0))
        self.reach += length - self._from if can_be_cut else length
        self._next, self._from = self._next + 1, 0
        return True

    def give_back(self, excess: int) -> None:
        """Cut the last token short by so many characters, if it can be."""
        if excess <= 0:
            return
        _, _, can_be_cut = self._tokens[self._next - 1]
        text, start, end, silent = self._pulled[-1]
        if can_be_cut and excess < end - start:
            self._pulled[-1] = (text, start, end - excess, silent)
            self._next, self._from = self._next - 1, end - excess
            self.reach -= excess

    def flush(self) -> list[tuple[str, bool]]:
        """What was pulled since the last time, on the outside, and whether it is nothing in the middle."""
        pieces = [(text[start:end], silent) for text, start, end, silent in self._pulled]
        self._pulled.clear()
        return pieces
