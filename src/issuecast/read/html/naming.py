"""What of a page's text names the issue, and is not said again: its title, by whom, from when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from issuecast.models import Block, Image, LeftOut, Paragraph, Reason
from issuecast.read.dates import find_date, is_dateline
from issuecast.read.headline import split_headline
from issuecast.read.html.page import Page
from issuecast.read.html.pieces import left_out
from issuecast.read.outline import Flow, Heading
from issuecast.read.residue import is_residue

_NUMBER = re.compile(
    r"(?:\b(?:issue|edition|no\.?|number|vol(?:ume|\.)?)\s*#?\s*|#)(\d{1,5})\b", re.IGNORECASE
)
_NAME = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_BYLINE = re.compile(rf"(?:[Ww]ritten )?(?:[Bb]y|BY):? (?P<name>{_NAME}(?:(?:,| and| &)? {_NAME}){{0,7}})")
_LINE_PARTS = re.compile(r"\s*[|·•∙/]\s*|\s+[–—-]\s+")
_MOST_PIECES = 8
_MOST_WORDS = 20
_SECOND = 2


@dataclass(slots=True)
class Naming:
    """What the page has told, and what its text adds."""

    page: Page
    title: str = ""
    author: str = ""
    date: date | None = None
    number: int | None = None
    account: list[LeftOut] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.author, self.date = self.page.author, self.page.date

    def unnamed(self, flow: Flow) -> Flow:
        """The flow without what names the issue."""
        flow = [*self._opening(flow[:_MOST_PIECES]), *flow[_MOST_PIECES:]]
        headline, rest = self._told_below(flow)
        if not headline:
            headline, rest = split_headline(flow, "")
        if not headline:
            headline, rest = self._told_twice(flow)
        self.title = headline or self.page.title
        kept = {(one.text, one.line) for one in rest if isinstance(one, Heading)}
        for one in flow:
            if isinstance(one, Heading) and (one.text, one.line) not in kept:
                reason = Reason.FURNITURE if is_residue(one.text) else Reason.NAMING
                self.account.append(left_out(one.text, reason, one.line))
        return rest

    def _opening(self, flow: Flow) -> Iterator[Heading | Block]:
        """The first pieces without datelines, bylines, and lines that are the title or the newsletter's name.

        They end with the first long paragraph, or where a second heading begins.
        """
        headings = 0
        for one in flow:
            is_heading = isinstance(one, Heading)
            text = one.text if isinstance(one, (Paragraph, Heading)) else ""
            if headings < _SECOND and text and self._names(text, is_heading=is_heading):
                self.account.append(left_out(text, Reason.NAMING, one.line))
                continue
            is_long = isinstance(one, Paragraph) and len(text.split()) > _MOST_WORDS
            headings += _SECOND if is_long else is_heading
            yield one

    def tells(self, text: str) -> bool:
        """Whether a line names the issue, or parts of it do and the others only belong to the page."""
        return bool(text) and len(text.split()) <= _MOST_WORDS and self._names(text, is_heading=False)

    def _names(self, text: str, *, is_heading: bool) -> bool:
        told = text.casefold()
        if told in {self.page.site.casefold(), self.author.casefold()}:
            return True
        if is_heading or told == self.page.title.casefold():
            return not is_heading
        parts = _LINE_PARTS.split(text)
        naming = [self._tells(part) for part in parts]
        others = [part for part, names in zip(parts, naming, strict=True) if not names]
        return any(naming) and all(map(is_residue, others))

    def _tells(self, part: str) -> bool:
        """Whether a part of a line is a date, a number or a name of the author; if so, it is noted."""
        if is_dateline(part):
            self.date = self.date or find_date(part)
            if self.number is None and (match := _NUMBER.search(part)):
                self.number = int(match[1])
            return True
        if self.author and part.casefold() == self.author.casefold():
            return True
        if match := _BYLINE.fullmatch(part):
            self.author = self.author or match["name"]
            return True
        return False

    def _told_below(self, flow: Flow) -> tuple[str, Flow]:
        """The page's title where it is a heading below another one, which is the newsletter's name."""
        heads = [one for one in flow[:_MOST_PIECES] if isinstance(one, Heading)]
        match flow[: flow.index(heads[1]) + 1] if len(heads) > 1 else []:
            case [Heading(level=1), Heading(text)] if text.casefold() == self.page.title.casefold():
                return text, flow[2:]
        return "", flow

    def _told_twice(self, flow: Flow) -> tuple[str, Flow]:
        """The first heading as the title, if it says what the page's title says, or is above all others."""
        heads = [one for one in flow if isinstance(one, Heading)]
        if not heads:
            return "", flow
        first = heads[0]
        is_first = all(isinstance(one, Image) for one in flow[: flow.index(first)])
        is_above = is_first and all(other.level > first.level for other in heads[1:]) and len(heads) > 1
        is_told = first.text.casefold() == self.page.title.casefold()
        if not (is_told or (is_above and not self.page.title)):
            return "", flow
        return first.text, [one for one in flow if one is not first]
