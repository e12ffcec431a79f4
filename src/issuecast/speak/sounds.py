"""Words whose sounds are known, marked in a text as espeak-ng and piper read them: "The [['SaUmi]] phone"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from issuecast.models import Sounds

LETTER_A = "ˈeɪ"

# Letter by letter, "A M Z N", and where no article can be, "Plan A works": engines take it for the article.
_SPELLED_A = re.compile(
    r"(?<=\b[A-Z]\ )A(?![\w'’-])|(?<![\w'’-])A(?=\ [A-Z](?![\w’-])|(?<=\w\ A)(?:\ [a-z]|[.,;:!?]))"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with marks: from each of `starts` on it is the plain text from `origins` on, or a mark."""

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    marks: frozenset[int]

    def origin(self, place: int) -> int:
        """The place in the plain text that a place stands for; within a mark, where the word begins."""
        at = bisect_right(self.starts, place) - 1
        within = 0 if at in self.marks else place - self.starts[at]
        return self.origins[at] + within


def marked(text: str, sounds: Sounds, written: Callable[[str], str], *, english: bool) -> Marked:
    """The text with `[[…]]` in the place of words whose sounds are known.

    Args:
        text: what is said; double brackets of its own are put apart.
        sounds: words and their IPA.
        written: IPA as the engine has it.
        english: whether the voice is; then a letter A is told from the article.
    """
    parts: list[str] = []
    starts, origins, marks = [0], [0], set[int]()
    length = done = 0
    for begin, end, sound in _places(text, sounds, english=english):
        plain, mark = text[done:begin], f"[[{written(sound)}]]" if sound else "[ ["
        parts += plain, mark
        length += len(plain)
        marks.add(len(starts))
        starts += length, length + len(mark)
        origins += begin, end
        length += len(mark)
        done = end
    return Marked("".join([*parts, text[done:]]), tuple(starts), tuple(origins), frozenset(marks))


def _places(text: str, sounds: Sounds, *, english: bool) -> Iterator[tuple[int, int, str]]:
    """What is replaced, in order: from, to, and its sound; "" for brackets."""
    known = dict(sounds)
    patterns = [rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(known, key=len, reverse=True)]
    places = [
        (found.start(), found.end(), known.get(found[0], ""))
        for found in re.finditer("|".join([*patterns, r"\[\["]), text)
    ]
    if english:
        places += [(found.start(), found.end(), LETTER_A) for found in _SPELLED_A.finditer(text)]
    done = 0
    for begin, end, sound in sorted(places):
        if begin >= done:
            yield begin, end, sound
            done = end
