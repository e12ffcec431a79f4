"""What an element opens: which frame gathers what it holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import UnionType

from issuecast.models import Footnote, LeftOut, Reason
from issuecast.read.html import names as named
from issuecast.read.html.frames import (
    Caption,
    Card,
    Cited,
    Frame,
    Gone,
    Preformatted,
    Quotation,
    Titled,
    Unread,
)
from issuecast.read.html.listings import Defined, Entered, Listing
from issuecast.read.html.looks import STRUCK, is_hidden, is_struck
from issuecast.read.html.names import Names
from issuecast.read.html.notes import Noted, Pointer, is_back_link, key_of_note, key_of_pointer
from issuecast.read.html.sponsors import Paid
from issuecast.read.html.tables import Cell, Grid
from issuecast.read.html.tree import Start

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"  # noqa: SIM905
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section"
    " summary table tbody td tfoot th thead tr ul".split()
)
_WORDLESS = frozenset({"head", "style", "script", "template", "rp"})
_UNREADABLE = frozenset(
    {"select", "textarea", "svg", "iframe", "object", "canvas", "audio", "video", "noembed", "noframes"}
)
_LONGEST_LABEL = 40
_LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})


@dataclass(slots=True)
class Around:
    """What frames are made with: those that are open, outermost first, and where they put what they drop.

    `most`: how many characters a thing may have that is only a part of an issue. `targets`: what links within
    the page lead to. `anchors`, `raised` and `lowered`: how many <a>, <sup> and <sub> are
    open. `is_headed`: a heading has been
    below the headline.
    """

    most: float
    targets: frozenset[str] = frozenset()
    frames: list[Frame] = field(default_factory=lambda: [Frame(0)])
    anchors: int = 0
    raised: int = 0
    lowered: int = 0
    is_headed: bool = False
    account: list[LeftOut] = field(default_factory=list)
    notes: dict[str, Footnote] = field(default_factory=dict)

    def inside(self, kind: type[Frame] | UnionType) -> Frame | None:
        """The innermost open frame of this kind."""
        return next((frame for frame in reversed(self.frames) if isinstance(frame, kind)), None)


def frame_of(start: Start, names: Names, around: Around) -> Frame | None:
    """The frame that an element opens, None if it only groups or styles what it holds."""
    if not start.attributes and start.tag not in _TELLING:
        return None
    if start.tag in _WORDLESS:
        return Gone(start.line)
    if start.tag in _UNREADABLE:
        return Unread(start.line, inline=True, account=around.account)
    inline = start.tag not in BLOCKS
    if is_hidden(start) or named.is_hidden_by_name(names):
        return Unread(start.line, inline=inline, reason=Reason.HIDDEN, account=around.account)
    if is_struck(start):
        return Unread(
            start.line, inline=inline, reason=Reason.HIDDEN, account=around.account, most=around.most
        )
    by_tag = _BY_TAG.get(start.tag)
    frame = by_tag(start, names, around) if by_tag else None
    return frame or _by_name(start, names, around, inline=inline)


def _by_name(start: Start, names: Names, around: Around, *, inline: bool) -> Frame | None:
    key = key_of_note(start, names, around.targets)
    if key is not None:
        return Noted(start.line, key=key, notes=around.notes)
    is_label = named.is_label(start, names)
    if is_label or named.is_furniture(start, names):
        most = _LONGEST_LABEL if is_label else around.most
        return Unread(start.line, inline=inline, account=around.account, most=most)
    if inline:
        return None
    if named.is_paid(names):
        return Paid(start.line, account=around.account, most=around.most)
    if named.is_pulled(names) and not around.inside(Quotation):
        return Quotation(start.line)
    return Card(start.line) if named.is_card(start, names) and not around.inside(Card) else None


def _titled(start: Start, names: Names, around: Around) -> Frame | None:
    """A heading, unless it is the line below the headline, which is text however it is tagged."""
    level = int(start.tag[1])
    is_standfirst = named.is_standfirst(names) and not around.is_headed
    around.is_headed = around.is_headed or level > 1
    return None if is_standfirst else Titled(start.line, level=level)


def _quotation(start: Start, _names: Names, around: Around) -> Frame | None:
    return None if around.inside(Quotation) else Quotation(start.line)


def _cited(start: Start, _names: Names, around: Around) -> Frame | None:
    """What names a speaker: <cite> and the like, if they are in a quotation and not in a sentence of it."""
    quotation = around.inside(Quotation)
    if isinstance(quotation, Quotation) and around.frames[-1].words.has_ended:
        return Cited(start.line, quotation=quotation)
    return None


def _listing(start: Start, _names: Names, around: Around) -> Frame | None:
    depth = 1 + sum(isinstance(frame, Listing) for frame in around.frames)
    return Listing(start.line, numbered=start.tag == "ol", depth=depth)


def _entered(start: Start, names: Names, around: Around) -> Frame | None:
    key = key_of_note(start, names, around.targets)
    return Entered(start.line) if key is None else Noted(start.line, key=key, notes=around.notes)


def _grid(start: Start, names: Names, around: Around) -> Frame | None:
    """A table, unless it calls itself a footer or the like; its cells are then no cells of another one."""
    other = _by_name(start, names, around, inline=False)
    is_layout = start.attributes.get("role") in {"presentation", "none"}
    return other or Grid(start.line, is_layout=is_layout, account=around.account)


def _cell(start: Start, _names: Names, _around: Around) -> Frame | None:
    return Cell(start.line, heads=start.tag == "th")


def _caption(start: Start, names: Names, around: Around) -> Frame | None:
    if around.inside(Quotation):
        return _cited(start, names, around)
    return Caption(start.line, above=around.frames[-1].pieces)


def _code(_start: Start, names: Names, around: Around) -> Frame | None:
    """<code> opens nothing, and tells the language of the <pre> around it."""
    if isinstance(around.frames[-1], Preformatted):
        around.frames[-1].language = around.frames[-1].language or _language(names)
    return None


def _language(names: Names) -> str:
    name = next((name for name in names.whole if name.startswith(("language-", "lang-"))), "")
    return name.partition("-")[2]


def _preformatted(start: Start, names: Names, _around: Around) -> Frame | None:
    return Preformatted(start.line, language=_language(names))


def _anchor(start: Start, names: Names, around: Around) -> Frame | None:
    note = around.inside(Noted)
    if isinstance(note, Noted) and is_back_link(start, names):
        note.key = note.key or start.attributes.get("id", "")
        return Gone(start.line)
    if names.whole & {"header-anchor", "headerlink", "anchor-link"}:
        return Gone(start.line)
    key = key_of_pointer(start, names, raised=around.raised > 0)
    return Pointer(start.line, key=key) if key else None


_BY_TAG: Mapping[str, Callable[[Start, Names, Around], Frame | None]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _titled),
    **dict.fromkeys(_LISTS, _listing),
    **dict.fromkeys(("cite", "footer"), _cited),
    **dict.fromkeys(("li", "dt"), _entered),
    **dict.fromkeys(("td", "th"), _cell),
    "dd": lambda start, _names, _around: Defined(start.line),
    "rt": lambda start, _names, around: Unread(
        start.line, inline=True, reason=Reason.REPEATED, account=around.account
    ),
    "blockquote": _quotation,
    "table": _grid,
    "pre": _preformatted,
    "code": _code,
    "figcaption": _caption,
    "a": _anchor,
}
_TELLING = _BY_TAG.keys() | _WORDLESS | _UNREADABLE | STRUCK | named.FURNITURE | {"aside"}
"""Elements that may open a frame even if they say nothing more of themselves."""
