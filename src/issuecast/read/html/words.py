"""Running text while it is gathered, and the lines of which it consists."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from issuecast.models import Block, Footnote, Link
from issuecast.read.html.looks import Look
from issuecast.read.links import domain, is_address, split_links
from issuecast.read.raised import BASE_CHARACTERS

_MOST_PARTS = 10
# Where a text points to a footnote, by a mark that may stand in brackets; no document holds a zero byte.
_POINTED = re.compile(r"\s?[\[(]?\0[\])]?")
# Mails fill the line that an inbox shows with joiners that join nothing.
_JOINERS = re.compile(r"(?:(?<=\s)|(?<=\A))[\u200c\u200d]+(?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class Told:
    """A line as it is read. `strong`: all of it is; `size` is that of its smallest words."""

    text: str
    links: tuple[Link, ...]
    line: int
    strong: bool
    size: float


class _Line:
    """What stands between two line breaks."""

    __slots__ = ("line", "links", "parts", "size", "strong")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.links: list[Link] = []
        self.line, self.strong, self.size = 0, True, 0.0

    def told(self, addresses: Mapping[str, str]) -> Told | None:
        """The line, None if it says nothing; `addresses` tells how those of wordless links are shown."""
        said = "".join(self.parts)
        text, bare = split_links(one_line(_POINTED.sub("", said) if "\0" in said else said))
        shown = (Link(domain(addresses.get(link.url, link.url)), link.url) for link in bare)
        links = (*self.links, *shown) if bare else tuple(self.links)
        return Told(text, links, self.line, self.strong, self.size) if text or links else None


class Words:
    """Gathers text, links and line breaks until a block ends; `link` is where words lead, "" for nowhere."""

    __slots__ = ("_addresses", "_after", "_lines", "_link_from", "is_empty", "link")

    def __init__(self, link: str = "") -> None:
        self.link = link
        self._addresses: dict[str, str] = {}
        self._begin()

    def _begin(self) -> None:
        self._lines = [_Line()]
        self._after: list[Block] = []
        self._link_from = 0
        self.is_empty = True

    @property
    def has_ended(self) -> bool:
        """Whether a sentence or a line begins here."""
        before = "".join(self._lines[-1].parts[-2:]).rstrip()
        return not before or before.endswith((".", "!", "?", "…", "”", "’", '"', "»"))

    @property
    def line(self) -> str:
        """What the line has so far."""
        return one_line("".join(self._lines[-1].parts[-_MOST_PARTS:]))

    @property
    def before(self) -> str:
        """The characters before what comes next, as many as tell of a power; "" where a line begins."""
        return "".join(self._lines[-1].parts[-BASE_CHARACTERS:])[-BASE_CHARACTERS:]

    def add(self, text: str, line: int, look: Look) -> None:
        last = self._lines[-1]
        if text.isspace():
            if last.parts:
                last.parts.append(" ")
            return
        self.is_empty = False
        if not last.line:
            last.line, last.size = line, look.size
        last.parts.append(text)
        last.strong = last.strong and look.strong
        last.size = min(last.size, look.size)

    def put(self, block: Block) -> None:
        """A block that stands among the words, and comes after them: a picture, or a footnote."""
        self._after.append(block)
        self.is_empty = False

    def point(self, note: Footnote) -> None:
        """The words point to a footnote."""
        self._lines[-1].parts.append("\0")
        self.put(note)

    def break_line(self) -> None:
        if self.is_empty:
            return
        self._close_link()
        self._lines.append(_Line())
        self._link_from = 0

    def begin_link(self, url: str) -> None:
        """The words from here on lead to `url`, "" for nowhere."""
        self._close_link()
        self.link, self._link_from = url, len(self._lines[-1].parts)

    def taken(self) -> tuple[list[list[Told]], list[Block]]:
        """The lines, in groups that empty ones part, and the blocks among them; they are here no more."""
        self._close_link()
        groups: list[list[Told]] = []
        goes_on = False
        for line in self._lines:
            told = line.told(self._addresses) if line.parts else None
            if told and goes_on:
                groups[-1].append(told)
            elif told:
                groups.append([told])
            goes_on = told is not None
        after = self._after
        self._begin()
        return groups, after

    def _close_link(self) -> None:
        last = self._lines[-1]
        if not self.link or len(last.parts) == self._link_from:
            return
        text = one_line("".join(last.parts[self._link_from :]))
        if is_address(text):
            last.parts[self._link_from :] = [f" {self.link} "]  # no words of its own
            self._addresses[self.link] = text if "://" in text else f"https://{text}"
        elif text:
            last.links.append(Link(text, self.link))


def one_line(text: str) -> str:
    """The text without line ends, and without the joiners that fill a preheader."""
    if "\u200c" in text or "\u200d" in text:
        text = _JOINERS.sub("", text)
    return " ".join(text.split())
