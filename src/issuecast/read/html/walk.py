"""A document's elements → the pieces of an issue, in one walk from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass, field

from issuecast.models import Image, Reason
from issuecast.read.html import names as named
from issuecast.read.html.addresses import address_of
from issuecast.read.html.boxes import boxed
from issuecast.read.html.footers import is_footer, is_navigation, leaves_the_list, refers
from issuecast.read.html.frames import (
    Frame,
    Gone,
    Preformatted,
    Unread,
    accounted,
)
from issuecast.read.html.listings import Entered
from issuecast.read.html.looks import Look, displays_block, is_seen, look_of
from issuecast.read.html.names import Names, names_of
from issuecast.read.html.naming import Naming
from issuecast.read.html.notes import Pointer
from issuecast.read.html.openings import BLOCKS, Around, frame_of
from issuecast.read.html.page import Page
from issuecast.read.html.pictures import image_of, logo_of
from issuecast.read.html.pieces import Piece, Text, left_out, pieces_of, text_of
from issuecast.read.html.sponsors import awaits_name
from issuecast.read.html.tables import Grid
from issuecast.read.html.tree import Chars, End, Start, Tree
from issuecast.read.html.walls import Wall
from issuecast.read.outline import Heading
from issuecast.read.raised import lowered, raised

_ACTING = frozenset({"a", "sup", "sub", "br", "tr", "img"})
_LONGEST_CALL = 400


@dataclass(slots=True)
class _Open:
    """An element that has not ended yet, and what will be again when it has.

    `pieces` and `leaving`: how many pieces, and links that leave the mail's list, there were before it.
    """

    start: Start
    frame: Frame | None
    is_block: bool
    look: Look
    link: str
    pieces: int
    leaving: int


_BREAK = _Open(Start("br", {}, 0, 0), None, False, Look(), "", 0, 0)


@dataclass(slots=True)
class Walk:
    """Walks over a document; what it does not give as a piece, it accounts for in `around.account`."""

    page: Page
    wall: Wall
    around: Around
    open: list[_Open] = field(default_factory=list)
    look: Look = field(default_factory=Look)
    leaving: int = 0
    outside: bool = False
    hidden: int = 0
    said: str = ""
    """The last text."""
    lead: list[Piece] = field(default_factory=list)
    content: list[Piece] | None = None

    def pieces(self, tree: Tree) -> list[Piece]:
        """The pieces of the issue, in order."""
        self.outside = self.page.content != 0
        for event in tree:
            match event:
                case Start():
                    self._enter(event)
                case Chars():
                    self._read(event)
                case End():
                    self._leave()
        self._flush()
        self.wall.end()
        outside = self._frame.pieces
        if self.content is None:
            return [*self.lead, *outside]
        self.around.account += accounted(outside, Reason.FURNITURE)
        return [*self.lead, *self.content]

    @property
    def _frame(self) -> Frame:
        return self.around.frames[-1]

    def _enter(self, start: Start) -> None:
        if start.tag == "br" and not start.attributes:
            self.open.append(_BREAK)
            self._begin(start)
            return
        names = names_of(start)
        frame = self._opened(start, names)
        is_block = start.tag in BLOCKS or displays_block(start) or (frame is not None and not frame.inline)
        if is_block:
            self._flush()
        outer = self._frame
        link = outer.words.link
        self.open.append(_Open(start, frame, is_block, self.look, link, len(outer.pieces), self.leaving))
        if frame:
            frame.words.link = link
            self.around.frames.append(frame)
            self.hidden += frame.hides
        self.look = look_of(start, self.look)
        if start.tag in _ACTING:
            self._begin(start)

    def _opened(self, start: Start, names: Names) -> Frame | None:
        if start.key == self.page.content:
            self.outside = False
            return Frame(start.line)
        if start.attributes and named.is_wall(start, names) and not self.outside:
            self._flush()
            self.wall.begin()
            if self.wall.is_open:
                return Unread(start.line, account=self.around.account, most=_LONGEST_CALL)
        return frame_of(start, names, self.around)

    def _begin(self, start: Start) -> None:
        """What elements do besides opening a frame."""
        words = self._frame.words
        match start.tag:
            case "a":
                self.around.anchors += 1
                words.begin_link(address_of(start.attributes.get("href", ""), self.page.base))
            case "sup":
                self.around.raised += 1
            case "sub":
                self.around.lowered += 1
            case "br" if isinstance(self._frame, Preformatted):
                self._frame.parts.append("\n")
            case "br":
                words.break_line()
            case "tr" if isinstance(self._frame, Grid):
                self._frame.begin_row()
            case "img":
                self._picture(start)

    def _read(self, chars: Chars) -> None:
        frame, text = self._frame, chars.text
        if isinstance(frame, Gone):
            return
        if self.wall.stands:
            if not text.isspace():
                self.wall.hide(chars.line)
        elif isinstance(frame, Preformatted):
            frame.parts.append(text)
        elif is_seen(self.look) or text.isspace():
            frame.words.add(self._shifted(chars), chars.line, self.look)
            self.leaving += (self.around.anchors > 0 and leaves_the_list(text)) or refers(text)
        elif any(c.isalnum() for c in text):
            self.around.account.append(left_out(text, Reason.HIDDEN, chars.line))

    def _shifted(self, chars: Chars) -> str:
        frame, text = self._frame, chars.text
        if self.around.raised and not isinstance(frame, Pointer):
            told = raised(text, frame.words.before)
            if told is None:
                self.around.account.append(left_out(text, Reason.FOOTNOTE, chars.line))
            return told or ""
        return lowered(text, frame.words.before) if self.around.lowered else text

    def _leave(self) -> None:
        one = self.open[-1]
        if one is _BREAK:  # of which a text may have very many
            self.open.pop()
            return
        if one.is_block or one.frame:
            self._flush()
        self.open.pop()
        self.look = one.look
        self.around.anchors -= one.start.tag == "a"
        self.around.raised -= one.start.tag == "sup"
        self.around.lowered -= one.start.tag == "sub"
        if one.frame:
            self.around.frames.pop()
            self.hidden -= one.frame.hides
            self._close(one, one.frame)
            return
        frame = self._frame
        if one.start.tag == "a":
            frame.words.begin_link(one.link)
        count = len(frame.pieces) - one.pieces
        if one.is_block and (count > 1 or (count and (one.start.attributes or one.leaving != self.leaving))):
            pieces = frame.pieces[one.pieces :]
            if (judged := self._judged(one, pieces)) is not pieces:
                frame.pieces[one.pieces :] = judged

    def _close(self, one: _Open, frame: Frame) -> None:
        pieces = self._judged(one, frame.closed())
        if one.start.key == self.page.content:
            self.content, pieces = pieces, []
            self.outside = True
            self.wall.end()
        elif (
            self._is_above
            and one.start.tag == "h1"
            and not any(isinstance(one, Heading) for one in self.lead)
        ):
            self.lead += pieces
            pieces = []
        if isinstance(frame, Pointer):
            self._frame.words.point(frame.reference())
        self._frame.take(frame, pieces)

    def _judged(self, one: _Open, pieces: list[Piece]) -> list[Piece]:
        """What the pieces of an element are together."""
        if one.leaving != self.leaving and is_footer(pieces, self.around.most):
            self.around.account += accounted(pieces, Reason.FURNITURE)
            return []
        return boxed(one.start, pieces, self.around, is_block=one.is_block)

    def _flush(self) -> None:
        """The words that were gathered are a text, since a block begins or ends here."""
        frame = self._frame
        if frame.words.is_empty:
            return
        groups, after = frame.words.taken()
        pieces: list[Piece] = []
        for group in groups:
            if len(group) == 1 and is_navigation(group[0].text):
                self.around.account.append(left_out(group[0].text, Reason.FURNITURE, group[0].line))
                continue
            kept = group if self.hidden or self.outside else self.wall.shown(group, self._is_beside)
            if kept:
                made, gone = pieces_of(kept, keep_residue=frame.keeps_residue)
                pieces += made
                self.around.account += gone
        if pieces:
            self.said = text_of(pieces[-1])
        if self._is_above:
            self.lead += (one for one in pieces if self._leads(one))
            pieces = [one for one in pieces if not self._leads(one)]
        frame.take(None, pieces if self.wall.stands else [*pieces, *after])

    def _is_beside(self) -> bool:
        """Whether what comes now is an entry of a list, or stands in a row beside another cell."""
        cell = self.around.inside(Entered | Grid)
        return isinstance(cell, Entered) or (
            isinstance(cell, Grid) and any(one.pieces for one in cell.rows[-1])
        )

    @property
    def _is_above(self) -> bool:
        """Whether what comes now stands above the element that holds the issue."""
        return self.outside and self.content is None and not self.hidden

    def _leads(self, piece: Piece) -> bool:
        """Whether a text above the issue's own is told of it: a standfirst, a dateline, a byline."""
        is_standfirst = any(named.is_standfirst(names_of(one.start)) for one in self.open[-2:])
        return is_standfirst or (isinstance(piece, Text) and Naming(self.page).tells(piece.text))

    def _picture(self, start: Start) -> None:
        if self.wall.stands:
            self.wall.hide(start.line)
            return
        words = self._frame.words
        address = address_of(start.attributes.get("src", ""), self.page.base)
        name = logo_of(start) if awaits_name(words.line or self.said) else ""
        image = Image(name, address, start.line) if name else image_of(start, address)
        if image is None:
            alt = start.attributes.get("alt", "")
            if any(c.isalnum() for c in alt):
                self.around.account.append(left_out(alt, Reason.FURNITURE, start.line))
        elif words.is_empty:
            self._frame.take(None, [image])
        else:
            words.put(image)
