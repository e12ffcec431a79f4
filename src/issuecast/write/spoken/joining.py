"""Two readings of a text, the second of what the first says, as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from issuecast.linked import Pair


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
    joined: list[Pair] = []
    at = other = 0
    while at < len(first):
        written, said = first[at], second[other] if other < len(second) else None
        if said is not None and written.spoken == said.written:
            joined.append(_through(written, said))
            at, other = at + 1, other + 1
        elif not written.spoken:
            joined.append(written)
            at += 1
        else:
            reach = 0
            if written.written == written.spoken:
                within, reach = _within(len(written.spoken), second, other)
                joined += within
                other += len(within)
            if reach == len(written.spoken):
                at += 1
                continue
            sides = (
                _Side(first, at, reach, inside="spoken"),
                _Side(second, other, inside="written", whole=tokens),
            )
            joined += _overlapping(*sides)
            at, other = sides[0].next, sides[1].next
    return joined


def _within(most: int, second: Sequence[Pair], other: int) -> tuple[list[Pair], int]:
    """The pairs of the second reading within `most` characters that the first does not change; how far they reach."""
    within: list[Pair] = []
    reach = 0
    for place in range(other, len(second)):
        said = second[place]
        if (end := reach + len(said.written)) > most:
            break
        within.append(said)
        reach = end
    return within, reach


def _through(written: Pair, said: Pair) -> Pair:
    """Two pairs of which one begins where the other ends; most say what is written."""
    if said.written == said.spoken:
        return written
    return said if written.written == written.spoken else Pair(written.written, said.spoken)


def _overlapping(written: _Side, said: _Side) -> Iterator[Pair]:
    """The pairs up to where a token of both sides ends."""
    while written.pull():
        while written.reach != said.reach:
            (said if said.reach < written.reach else written).pull()
            # Whichever is ahead now gives back what the other has not reached, if it can be cut there.
            written.give_back(written.reach - said.reach)
            said.give_back(said.reach - written.reach)
        pieces, spoken = written.flush(), "".join([text for text, _ in said.flush()])
        if seen := _only_seen(pieces):
            yield Pair("".join([text for text, _ in pieces[:seen]]), "")
        outer = "".join([text for text, _ in pieces[seen:]])
        yield Pair(outer, outer if outer == spoken else spoken)  # one string, so that comparing takes no time
        if written.is_whole and said.is_whole:
            return


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
    """One reading from one of its tokens on: their text on the outside and their length in the middle.

    A token that changes nothing can be cut anywhere, unless tokens stay `whole`. `next` is the token to pull;
    `reach` is how far into the middle text the pulled ones go.
    """

    def __init__(
        self, pairs: Sequence[Pair], start: int, place: int = 0, *, inside: str, whole: bool = False
    ) -> None:
        self._pairs, self._whole, self._inside = pairs, whole, inside
        self.next, self._from = start, place  # the token to pull, and where in it
        self._pulled: list[tuple[str, int, int, bool]] = []  # text, from, to, whether silent
        self.reach = 0

    @property
    def is_whole(self) -> bool:
        """Whether no token is cut just now."""
        return self._from == 0

    def _token(self, place: int) -> tuple[str, int, bool]:
        pair = self._pairs[place]
        outer, inner = (
            (pair.written, pair.spoken) if self._inside == "spoken" else (pair.spoken, pair.written)
        )
        return outer, len(inner), not self._whole and outer == inner

    def pull(self) -> bool:
        """Take the next token, or what is left of it; False at the end."""
        if self.next == len(self._pairs):
            return False
        text, length, can_be_cut = self._token(self.next)
        self._pulled.append((text, self._from, len(text), length == 0))
        self.reach += length - self._from if can_be_cut else length
        self.next, self._from = self.next + 1, 0
        return True

    def give_back(self, excess: int) -> None:
        """Cut the last token short by so many characters, if it can be."""
        if excess <= 0:
            return
        _, _, can_be_cut = self._token(self.next - 1)
        text, start, end, silent = self._pulled[-1]
        if can_be_cut and excess < end - start:
            self._pulled[-1] = (text, start, end - excess, silent)
            self.next, self._from = self.next - 1, end - excess
            self.reach -= excess

    def flush(self) -> list[tuple[str, bool]]:
        """What was pulled since the last time, on the outside, and whether it is nothing in the middle."""
        pieces = [(text[start:end], silent) for text, start, end, silent in self._pulled]
        self._pulled.clear()
        return pieces
