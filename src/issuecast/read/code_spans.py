"""Which parts of a source are code, whatever kind of source it is: what stands there is shown as it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_OPENING = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})"
    r"|``?[^`\n]{1,1000}``?"
    r"|<(?P<tag>pre|code|script|style)\b[^<>]*>"
    r"|\{%-?\s*(?P<liquid>raw|verbatim|highlight)\b",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CodeSpans:
    """The parts of a text that are code, as (start, end), in order and apart from one another."""

    spans: tuple[tuple[int, int], ...]

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self.spans, place, key=lambda span: span[0]) - 1
        return at >= 0 and place < self.spans[at][1]

    def free(self, text: str) -> Iterator[tuple[int, int]]:
        """The parts of the text between them."""
        start = 0
        for code, end in self.spans:
            yield start, code
            start = end
        yield start, len(text)


def code_spans(text: str) -> CodeSpans:
    """The fences, `spans` and elements of code in a text; a fence that nothing closes goes on to the end, an
    element without its end tag is none.
    """
    found: list[tuple[int, int]] = []
    unclosed: set[str] = set()
    at = 0
    while opening := _OPENING.search(text, at):
        start, at = opening.span()
        if element := opening["tag"] or opening["liquid"]:
            closing = element.lower() not in unclosed and _end_of(element, opening).search(text, at)
            if not closing:
                unclosed.add(element.lower())
                continue
            at = closing.end()
        elif fence := opening["fence"]:
            closing = re.compile(rf"^[ \t>]*{fence}{fence[0]}*[ \t]*$", re.MULTILINE).search(text, at)
            at = closing.end() if closing else len(text)
        found.append((start, at))
    return CodeSpans(tuple(found))


def _end_of(element: str, opening: re.Match[str]) -> re.Pattern[str]:
    end = rf"\{{%-?\s*end{element}\b" if opening["liquid"] else rf"</{element}\b"
    return re.compile(end, re.IGNORECASE)
