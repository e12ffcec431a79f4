"""HTML → an issue, and a piece of HTML inside another format → blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from issuecast.models import Block, Image, Issue, LeftOut, Paragraph, Reason
from issuecast.read.front_matter import FrontMatter
from issuecast.read.html.footers import is_postal
from issuecast.read.html.headings import with_headings
from issuecast.read.html.naming import Naming
from issuecast.read.html.notes import Placing
from issuecast.read.html.openings import Around
from issuecast.read.html.page import Page, page_of, targets_of
from issuecast.read.html.pieces import Piece, Text, left_out, text_of
from issuecast.read.html.sponsors import with_logos
from issuecast.read.html.tree import Tree
from issuecast.read.html.walk import Walk
from issuecast.read.html.walls import Wall
from issuecast.read.links import settled
from issuecast.read.naming import issue_of
from issuecast.read.outline import Flow, Heading, in_each_section
from issuecast.read.quotes import attributed
from issuecast.read.source import Source
from issuecast.read.titles import spelling_in, unshouted, unshouted_flow

_LAST_PIECES = 4


def read_page(source: Source, told: str = "") -> Issue:
    """The issue in a page; `told` are the words that name it elsewhere, such as a mail's subject and sender.

    Raises:
        IssueError: the source is no text.
    """
    tree = Tree(source.text)
    page = page_of(tree)
    flow, account = _flow(tree, page, paid=source.reading.subscriber_parts)
    naming = Naming(page, told)
    flow = naming.unnamed(flow)
    front = FrontMatter(date=naming.date, number=naming.number, url=page.url, language=page.language)
    return issue_of(
        front,
        source,
        flow,
        title=unshouted(naming.title),
        author=naming.author,
        left_out=[*account, *naming.account],
    )


def read_fragment(html: str, line: int = 1) -> tuple[Flow, tuple[LeftOut, ...]]:
    """Headings and blocks of HTML that stands in another format, and what of it is not read.

    Args:
        html: complete elements, or at least some of them.
        line: the source's line that it begins in.
    """
    tree = Tree(html, line)
    flow, account = _flow(tree, Page(characters=len(html), targets=targets_of(tree)), paid=True)
    return flow, tuple(account)


def _flow(tree: Tree, page: Page, *, paid: bool) -> tuple[Flow, list[LeftOut]]:
    """What the tree says from top to bottom, and what of it is not read."""
    account: list[LeftOut] = []
    around = Around(most=page.characters // 2, targets=page.targets, account=account)
    pieces = Walk(page, Wall(paid, account), around).pieces(tree)
    if account:
        pieces = _without_address(pieces, account)
    pieces = list(_without_echoes(pieces, account))
    spelling = spelling_in("\n".join(map(text_of, pieces)))
    headed = with_headings(with_logos(pieces), spelling)
    noted = Placing(around.notes, account).flow(_worded(headed, account))
    flow = in_each_section(noted, lambda run: attributed(settled(run)))
    return unshouted_flow(list(flow), spelling), account


def _without_address(pieces: list[Piece], account: list[LeftOut]) -> list[Piece]:
    """The pieces without the sender's postal address, which a mail ends with."""
    last = pieces[-_LAST_PIECES:]
    postal = [one for one in last if isinstance(one, Text) and is_postal(one.text)]
    account += (left_out(one.text, Reason.FURNITURE, one.line) for one in postal)
    return [*pieces[:-_LAST_PIECES], *(one for one in last if one not in postal)]


def _without_echoes(pieces: list[Piece], account: list[LeftOut]) -> Iterator[Piece]:
    """The pieces without pictures that say no more than a text beside them."""
    for i, one in enumerate(pieces):
        if isinstance(one, Image) and one.alt:
            beside = (*pieces[max(i - 3, 0) : i], *pieces[i + 1 : i + 2])
            texts = (other.text.casefold() for other in beside if isinstance(other, (Text, Heading)))
            if any(text.startswith(one.alt.casefold()) for text in texts):
                account.append(left_out(one.alt, Reason.REPEATED, one.line))
                continue
        yield one


def _worded(flow: Iterable[Heading | Block], account: list[LeftOut]) -> Iterator[Heading | Block]:
    """The flow without texts and headings that say nothing, such as "***"."""
    for one in flow:
        if isinstance(one, (Paragraph, Heading)) and one.text and not any(c.isalnum() for c in one.text):
            account.append(left_out(one.text, Reason.WORDLESS, one.line))
            if isinstance(one, Heading) or not one.links:
                continue
        yield one
