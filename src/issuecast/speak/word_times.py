"""Word times for a take whose engine tells none: by the length of words, between measured silences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise

from issuecast.models import DurationMs, Take, Word
from issuecast.pcm import samples_of
from issuecast.speak.pieces import ends_sentence
from issuecast.speak.trim import STEP_MS, is_loud

SHORTEST_PAUSE_MS = 150
"""Between phrases; the closure before a "t" or a "k" takes less than 100."""

FASTEST_AGAINST_MEAN = 2.0
"""Two phrases of one take differ less than that in pace, or a silence is none between them."""

LETTERS_PER_SYLLABLE_SIGN = 3
"""A Chinese, Japanese or Korean sign takes 175 ms or more."""

WORD_LETTERS = 1
"""Every word counts as one letter more than it has: short words are said slower."""

_TOKEN = re.compile(r"\S+")
_PHRASE_END = re.compile(r"""[.,;:!?…–—。，、；：！？]["'”’»)\]」』）]*$""")


def estimated(take: Take, text: str) -> Take:
    """The take with a time for every word of the text, marked as estimated.

    Each phrase (up to a punctuation mark), or failing that each sentence, lies between two measured silences;
    its words share its time by their letters.

    Args:
        take: trimmed, with sound, of the whole text.
        text: what is said in it.
    """
    sounding, tokens = _sounding(take), list(_tokens(text))
    for phrases in (_cut(tokens, _PHRASE_END.search), _cut(tokens, ends_sentence), [tokens]):
        if spans := _spans(sounding, [sum(map(spoken_letters, phrase)) for phrase in phrases]):
            break
    words = (word for phrase, span in zip(phrases, spans, strict=True) for word in _shared(phrase, *span))
    return replace(take, words=tuple(words), estimated=True)


def spoken_letters(text: str) -> int:
    """How many letters the text is as long as, when spoken."""
    return sum(
        LETTERS_PER_SYLLABLE_SIGN if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
        if character.isalnum()
    )


def _tokens(text: str) -> Iterator[str]:
    """Words with their punctuation; in a script without spaces, signs with theirs."""
    for token in _TOKEN.findall(text):
        if any(unicodedata.east_asian_width(character) in "WF" for character in token):
            yield from re.findall(r"\w\W*|^\W+", token)
        else:
            yield token


def _cut(tokens: Iterable[str], is_last: Callable[[str], object]) -> list[list[str]]:
    """The tokens, in groups that end with one that says so."""
    groups: list[list[str]] = [[]]
    for token in tokens:
        groups[-1].append(token)
        if is_last(token):
            groups.append([])
    return [group for group in groups if group]


def _sounding(take: Take) -> list[tuple[DurationMs, DurationMs]]:
    """The stretches of sound, between silences that could be pauses; at least one."""
    samples, step = samples_of(take.pcm), take.rate_hz * STEP_MS // 1000
    stretches: list[tuple[DurationMs, DurationMs]] = []
    windows = range(0, len(samples), step)
    for sound, run in groupby(windows, lambda start: is_loud(samples[start : start + step])):
        starts = list(run)
        end = min(starts[-1] + step, len(samples))
        then, now = (place * 1000 // take.rate_hz for place in (starts[0], end))
        if sound and stretches and then - stretches[-1][1] < SHORTEST_PAUSE_MS:
            stretches[-1] = (stretches[-1][0], now)
        elif sound:
            stretches.append((then, now))
    return stretches or [(0, take.duration_ms)]


def _spans(
    sounding: Sequence[tuple[DurationMs, DurationMs]], letters: Sequence[int]
) -> list[tuple[DurationMs, DurationMs]]:
    """When each phrase of so many letters sounds; nothing if the silences do not tell.

    The longest silences are those between phrases; they are believed if the pace is then even.
    """
    gaps = sorted(range(1, len(sounding)), key=lambda at: sounding[at - 1][1] - sounding[at][0])
    cuts = [0, *sorted(gaps[: len(letters) - 1]), len(sounding)]
    spans = [(sounding[a][0], sounding[b - 1][1]) for a, b in pairwise(cuts)]
    if len(spans) < len(letters):
        return []
    mean = max(1, sum(end - start for start, end in spans)) / max(1, sum(letters))
    paces = [(end - start) / max(1, count) / mean for (start, end), count in zip(spans, letters, strict=True)]
    even = all(1 / FASTEST_AGAINST_MEAN <= pace <= FASTEST_AGAINST_MEAN for pace in paces)
    return spans if even or len(spans) == 1 else []


def _shared(tokens: Sequence[str], start_ms: DurationMs, end_ms: DurationMs) -> Iterator[Word]:
    """The tokens, each with its share of the time by its letters."""
    shares = [spoken_letters(token) + WORD_LETTERS for token in tokens]
    ends = list(accumulate(shares))
    for token, share, end in zip(tokens, shares, ends, strict=True):
        begin_ms, stop_ms = (
            start_ms + round((end_ms - start_ms) * place / ends[-1]) for place in (end - share, end)
        )
        yield Word(token, begin_ms, stop_ms)
