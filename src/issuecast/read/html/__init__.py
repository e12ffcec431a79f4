"""HTML issues: a page, an export, or the HTML part of a mail.

A document is made safe to parse (marked.py), parsed (tree.py), asked what it says of itself (page.py) and
walked over once (walk.py). Elements open frames that gather what they hold (openings.py, frames.py,
listings.py, tables.py, notes.py, boxes.py, sponsors.py). Then texts that look like headings become headings
(headings.py), and what names the issue its title, author and date (naming.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from issuecast.models import Issue, LeftOut
from issuecast.read.source import Source

if TYPE_CHECKING:
    from issuecast.read.outline import Flow

__all__ = ["HtmlReader", "fragment"]

_SUFFIXES = {".html", ".htm", ".xhtml"}
_BEGINS = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.DOTALL)
_FEED = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?.*?\?>\s*)*<(?:rss|feed|rdf:rdf)\b", re.DOTALL)


@dataclass(frozen=True, slots=True)
class HtmlReader:
    """A newsletter issue as HTML: exported, saved from the web, or out of a mail.

    `told` are the words that name the issue outside of its HTML, such as a mail's subject and its sender.
    """

    told: str = ""

    def detects(self, source: Source) -> bool:
        if _FEED.match(source.start):
            return False
        return source.suffix in _SUFFIXES or _BEGINS.match(source.start) is not None

    def read(self, source: Source) -> Issue:
        from issuecast.read.html.reader import read_page  # loaded for a page only

        return read_page(source, self.told)


def fragment(html: str, line: int = 1) -> tuple[Flow, tuple[LeftOut, ...]]:
    """Headings and blocks of HTML that stands in another format, and what of it is not read.

    Args:
        html: complete elements, or at least some of them.
        line: the source's line that it begins in.
    """
    from issuecast.read.html.reader import read_fragment

    return read_fragment(html, line)
