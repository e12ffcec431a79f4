"""The lines at the top of an issue that say from when it is and by whom: they name it, and are no text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from issuecast.models import Image, LeftOut, Paragraph, Reason
from issuecast.read.dates import is_dateline, without_dates
from issuecast.read.outline import Flow, Heading
from issuecast.read.residue import is_residue

_NAME = r"[A-Z][\w.'’-]*(?:(?:,| and| &)? [A-Z][\w.'’-]*){0,7}"
_BYLINE = re.compile(rf"(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished)(?: on)?\s+)?[Bb]y:? (?P<name>{_NAME})")
_BETWEEN = re.compile(r"\s+[|·•∙—–-]\s+")
_EDGE = " ,;|·•∙—–-"
_MOST_PIECES = 6
_LONGEST = 200
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Opening:
    """A flow without its datelines, who wrote it ("" if they do not say), and an account of them."""

    flow: Flow
    author: str
    left_out: tuple[LeftOut, ...]


def byline(text: str) -> str:
    """Who wrote it, if a line says just that: "By Ines Okafor"; else ""."""
    match = _BYLINE.fullmatch(text) if len(text) <= _LONGEST else None
    return match["name"] if match else ""


def split_datelines(flow: Flow) -> Opening:
    """Take lines such as "By Ines Okafor, May 3, 2026" off the top; short lines may stand between them."""
    author = ""
    taken: dict[int, LeftOut] = {}
    for i, one in enumerate(flow[:_MOST_PIECES]):
        if isinstance(one, Paragraph) and len(one.text) <= _LONGEST:
            tells, name = told_in(one.text)
            if tells:
                author = author or name
                taken[i] = LeftOut(one.text, Reason.NAMING, one.line)
            elif len(one.text.split()) > _MOST_WORDS:
                break
        elif not isinstance(one, Heading | Image):
            break
    if len(taken) == len(flow):  # an issue that says nothing else says that
        return Opening(flow, author, ())
    return Opening([one for i, one in enumerate(flow) if i not in taken], author, tuple(taken.values()))


def told_in(text: str) -> tuple[bool, str]:
    """Whether a text tells a date or an author and nothing else, and the author."""
    author = ""
    told = False
    for cell in _BETWEEN.split(text):
        if is_residue(cell):  # "Read online" beside the date
            continue
        undated = without_dates(cell).strip(_EDGE)
        name = byline(undated)
        if not name and not is_dateline(cell):
            return False, ""
        author, told = author or name, True
    return told, author
