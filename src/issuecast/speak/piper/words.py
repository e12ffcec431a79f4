"""When words are said, from when phonemes are.

piper tells how long each phoneme lasts, but not which word it belongs to, and it runs words together ("of
the" is one). So each word is sounded out alone, and what it has in common with the phonemes of the whole
text, in their order, is where it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from issuecast.models import Word


@dataclass(frozen=True, slots=True)
class Phoneme:
    """One sign of the phonetic alphabet, and when it is heard in seconds."""

    sign: str
    start_s: float
    end_s: float


def timed(
    text: str, phonemes: Sequence[Phoneme], sound_out: Callable[[str], Iterable[str]]
) -> tuple[Word, ...]:
    """The words of the text, between its spaces, that have a sound; () if the phonemes have no times.

    Args:
        text: what is said.
        phonemes: of the whole text, stresses and punctuation among them.
        sound_out: gives the signs of a word alone.
    """
    heard = [phoneme for phoneme in phonemes if _is_sound(phoneme.sign)]
    if not heard:
        return ()
    alone = [(word, [sign for sign in sound_out(word) if _is_sound(sign)]) for word in text.split()]
    signs = [(number, sign) for number, (_, own) in enumerate(alone) for sign in own]
    matcher = SequenceMatcher(None, [sign for _, sign in signs], [one.sign for one in heard], autojunk=False)
    spans: dict[int, tuple[float, float]] = {}
    for begin, where, size in matcher.get_matching_blocks():
        for (number, _), phoneme in zip(
            signs[begin : begin + size], heard[where : where + size], strict=True
        ):
            start, _ = spans.get(number, (phoneme.start_s, 0.0))
            spans[number] = start, phoneme.end_s
    sounding = [number for number, (_, own) in enumerate(alone) if own]
    return tuple(_words(sounding, [word for word, _ in alone], spans, heard[-1].end_s))


def _words(
    sounding: Sequence[int], words: Sequence[str], spans: Mapping[int, tuple[float, float]], end_s: float
) -> Iterator[Word]:
    """The words that sound; what sounds otherwise in the text than alone gets what others leave."""
    now = 0.0
    for place, number in enumerate(sounding):
        following = (spans[later][0] for later in sounding[place + 1 :] if later in spans)
        start, end = spans.get(number) or (now, next(following, end_s))
        now = end
        yield Word(words[number], round(start * 1000), round(end * 1000))


def _is_sound(sign: str) -> bool:
    """Whether it is a sound, and not a stress, a length, a space or a stop."""
    return unicodedata.category(sign[0]).startswith("L") and sign not in "ˈˌːˑ"
