"""What a mail tool or a web page puts around an issue, and nobody wants to hear.

A line is residue only if the whole of it matches: a sentence that happens to say "subscribe" stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from issuecast.models import LeftOut, Paragraph, Reason
from issuecast.read.furniture import BESIDE, FOOTER, FURNITURE
from issuecast.read.outline import Flow

_ADDRESS = re.compile(r"\[([^\[\]]{1,200})\]\([^\s()]*\)|\s?\[\d{1,3}\]|[(<\[]?https?://\S+", re.IGNORECASE)
_CELL_END = re.compile(r"[|·•∙/]+|(?<=[.!?])\s")
_LEAVES = ("subscri", "opt", "preferences", "because", "abmeld", "abbestell", "austragen", "weil", "désabonn",
           "désinscri", "parce qu", "car ", "baja", "porque", "suscri")  # fmt: skip
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_OPENING, _CLOSING = "©(¿", "?)"
_COUNTER = re.compile(r"[\d,.]{1,7}[kK]?")
_EDGE = " \t[]()<>{}→➔»›←«–—_*#|·•∙:-\N{VARIATION SELECTOR-16}"
_LONGEST = 300


def is_residue(text: str) -> bool:
    """Whether a text, or each cell and sentence of it ("Share | Tweet", "Forwarded this email? Sign up
    here."), is page residue.
    """
    bare = bare_words(text)
    if not bare or _matches(bare):
        return bool(bare)
    # One look at the first cell is enough for nearly all that is no residue.
    cells = _cells(bare)
    first = next(cells)
    return (
        first != bare and _matches(first) and all(_matches(cell) or _matches(cell, BESIDE) for cell in cells)
    )


def without_footer(text: str) -> tuple[str, str]:
    """A text without the sentences that tell how to leave the list or why the mail came, and these."""
    lower = text.lower()
    if not any(word in lower for word in _LEAVES):  # twenty times as fast as a pattern
        return text, ""
    sentences = _SENTENCE_END.split(text)
    footer = [one for one in sentences if len(one) <= _LONGEST and _matches(bare_words(one), FOOTER)]
    if not footer:
        return text, ""
    return " ".join(one for one in sentences if one not in footer), " ".join(footer)


def split_footers(flow: Flow) -> tuple[Flow, tuple[LeftOut, ...]]:
    """The flow without the footers in its paragraphs, and an account of them."""
    kept: Flow = []
    left_out: list[LeftOut] = []
    for one in flow:
        text, footer = without_footer(one.text) if isinstance(one, Paragraph) else ("", "")
        if not footer or not isinstance(one, Paragraph):
            kept.append(one)
            continue
        left_out.append(LeftOut(footer, Reason.FURNITURE, one.line))
        if text:
            links = tuple(link for link in one.links if link.text in text)
            kept.append(replace(one, text=text, links=links))
    return kept, tuple(left_out)


def bare_words(text: str) -> str:
    """A short text without addresses, and without the signs around it; "" if it is a long one."""
    if len(text) > 2 * _LONGEST:
        return ""
    bare = " ".join(text.split())
    bare = _ADDRESS.sub(r"\1", bare) if "[" in bare or "://" in bare else bare
    bare = bare.strip(_EDGE).replace("’", "'")
    return bare if len(bare) <= _LONGEST else ""


def without_residue(lines: Sequence[str]) -> list[str]:
    """The lines, with "" for each that is residue: on its own, with the lines around it up to the next blank
    ones, or as a counter of likes beside such a line.
    """
    if len(lines) == 1:
        return [""] if is_residue(lines[0]) else list(lines)
    dropped = {i for start, end in _paragraphs(lines) for i in _residue_in(lines, start, end)}
    if not dropped:
        return list(lines)
    told = [i for i, line in enumerate(lines) if line.strip()]
    for order in (told, told[::-1]):
        beside = False
        for i in order:
            if beside and _COUNTER.fullmatch(lines[i].strip()):
                dropped.add(i)
            beside = i in dropped
    return ["" if i in dropped else line for i, line in enumerate(lines)]


def dropped(told: Sequence[str], kept: Sequence[str], line: int = 1) -> tuple[LeftOut, ...]:
    """What `without_residue` took out of lines, of which the first is the source's `line`."""
    pairs = enumerate(zip(told, kept, strict=True), line)
    return tuple(
        LeftOut(" ".join(was.split()), Reason.FURNITURE, number)
        for number, (was, now) in pairs
        if was.strip() and not now
    )


def _cells(bare: str) -> Iterator[str]:
    """The cells and sentences of a line, at least one."""
    start = 0
    for match in _CELL_END.finditer(bare):
        if cell := bare[start : match.start()].strip():
            yield cell
        start = match.end()
    yield bare[start:].strip()


def _matches(part: str, form: re.Pattern[str] = FURNITURE) -> bool:
    # So the picture of "🔗 Share" is gone as well.
    start, end = 0, len(part)
    while start < end and not (part[start].isalnum() or part[start] in _OPENING):
        start += 1
    while start < end and not (part[end - 1].isalnum() or part[end - 1] in _CLOSING):
        end -= 1
    return start < end and form.fullmatch(part[start:end].lower()) is not None


def _residue_in(lines: Sequence[str], start: int, end: int) -> Iterator[int]:
    # Only a wrapped text is judged as a whole: what begins below residue may be the issue.
    is_wrapped = end > start + 1 and all(_goes_on(lines[i - 1], lines[i]) for i in range(start + 1, end))
    whole = is_wrapped and is_residue(" ".join(lines[start:end]))
    return (i for i in range(start, end) if whole or is_residue(lines[i]))


def _goes_on(above: str, line: str) -> bool:
    return line.lstrip()[0].islower() or above.rstrip().endswith((":", ","))


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where runs of lines between blank ones start and end."""
    start = 0
    for i, line in enumerate([*lines, ""]):
        if not line.strip():
            if i > start:
                yield start, i
            start = i + 1
