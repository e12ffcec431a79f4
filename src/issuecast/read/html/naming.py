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
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = re.compile(
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}},? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})",
    re.IGNORECASE,
)
"""A day without a year, as a mail shows below its headline."""
_LINE_PARTS = re.compile(r"\s*[|·•∙/]\s*|\s+[–—-]\s+")
_WORD = re.compile(r"\w+")
_MOST_PIECES = 8
_MOST_WORDS = 20
_SECOND = 2


@dataclass(slots=True)
class Naming:
    """What the page has told, and what its text adds; `told` are the words that name
    the issue elsewhere, "" if none do.
    """

    page: Page
    told: str = ""
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
        headline, rest = self._headed(flow)
        self.title = headline or self.page.title
        kept = {(one.text, one.line) for one in rest if isinstance(one, Heading)}
        for one in flow:
            if isinstance(one, Heading) and (one.text, one.line) not in kept:
                reason = Reason.FURNITURE if is_residue(one.text) else Reason.NAMING
                self.account.append(left_out(one.text, reason, one.line))
        return rest

    def _headed(self, flow: Flow) -> tuple[str, Flow]:
        """The title that a heading tells, and the flow without it, if it says no more than was told."""
        first = next((one for one in flow if isinstance(one, Heading)), None)
        if self.told and first:
            if not _says_no_more(first.text, f"{self.told} {self.page.site}"):
                return split_headline(flow, self.told)
            if first.level == 1 and first in flow[:_MOST_PIECES]:
                return first.text, [one for one in flow if one is not first]
        ways = (self._told_below, lambda flow: split_headline(flow, ""), self._told_twice)
        return next((found for way in ways if (found := way(flow))[0]), ("", flow))

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
        if self.told and not is_heading and _says_no_more(text, self.told) and text[:1].isupper():
            return True
        if is_heading or told == self.page.title.casefold():
            return not is_heading
        parts = _LINE_PARTS.split(text)
        naming = [self._tells(part) for part in parts]
        others = [part for part, names in zip(parts, naming, strict=True) if not names]
        gone = [is_residue(part) for part in others]
        # Among links such as "View online" a third one is of their kind: "Shop".
        is_header = any(gone) and all(len(part.split()) <= _SECOND for part in others)
        return any(naming) and (all(gone) or is_header)

    def _tells(self, part: str) -> bool:
        """Whether a part of a line is a date, a number or a name of the author; if so, it is noted."""
        if _DAY.fullmatch(part):
            return True
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
        match flow[:_MOST_PIECES]:
            case [Heading(level=1) as name, *others]:
                heads = (one for one in others if isinstance(one, Heading))
                title = next(
                    (one for one in heads if one.text.casefold() == self.page.title.casefold()), None
                )
                if title and (flow[1] is title or _says_no_more(name.text, title.text)):
                    return title.text, [one for one in flow if one is not name and one is not title]
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


def _says_no_more(text: str, told: str) -> bool:
    """Whether a text has words, and all of them are among those that were told."""
    words = set(_WORD.findall(text.casefold()))
    return bool(words) and words <= set(_WORD.findall(told.casefold()))
