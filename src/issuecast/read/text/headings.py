"""Which lines of pasted text are headings: a heading heads something, and is not a list in disguise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from issuecast.read.inline import without_marks
from issuecast.read.signs import Style, is_farewell, may_head, style_of
from issuecast.read.text.pieces import Entry, Piece, Text, Title, text_of

_FEWEST_OF_A_LIST = 3
_MOST_WORDS = 12
_FEWEST_ALIKE = 3
_FEWEST_BELOW = 12
_LEVELS = {Style.BANNER: 2, Style.PICTURE: 6, Style.CAPITALS: 6, Style.CASE: 8, Style.SENTENCE: 8,
           Style.NUMBERED: 8}  # fmt: skip
"""Even, so that one level fits between two. What has a sign stands above what only looks like a heading."""


def level_of(title: Title) -> int:
    """How deep a heading of this style is nested; only the order of levels means something."""
    if title.style is Style.HASHES:
        return 2 * len(title.mark)
    if title.style is Style.UNDERLINED:
        return 2 if title.mark == "=" else 4
    return _LEVELS[title.style]


def with_headings(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each line that looks like a heading, and has something below it, made a `Title`."""
    alike = _sentences_above(pieces)
    titled: list[Piece] = []
    for here, below in zip(pieces, [*pieces, None][1:], strict=True):
        above = titled[-1] if titled else None
        title = _title(here, above) or _numbered_title(here, above, below) if below else None
        if not title and id(here) in alike and isinstance(here, Text):
            title = Title(without_marks(text_of(here)), Style.SENTENCE, here.line)
        titled.append(title or here)
    return [piece for run in _runs(titled) for piece in _without_lists(run)]


def _title(piece: Piece, above: Piece | None) -> Title | None:
    """The heading that a line is by its look. Who signs is none, even if a postscript follows."""
    if not isinstance(piece, Text) or not piece.alone:
        return None
    text = without_marks(text_of(piece))
    style = style_of(text) if text else None
    signs = style is Style.CASE and above is not None and _is_farewell(above)
    return Title(text, style, piece.line) if style and not signs else None


def _numbered_title(piece: Piece, above: Piece | None, below: Piece | None) -> Title | None:
    """The heading that a numbered line is if it is a list of one with text below that is not indented."""
    if not isinstance(piece, Entry) or not piece.numbered or not isinstance(below, Text):
        return None
    text = text_of(piece)
    listed = (isinstance(above, Entry) and above.numbered) or below.indent > piece.indent
    told = len(text.split()) > _MOST_WORDS or text.endswith((".", "!", ";", ","))
    return None if listed or told else Title(text, Style.NUMBERED, piece.line)


def _sentences_above(pieces: Sequence[Piece]) -> set[int]:
    """Lines without the look of a heading, by identity, that head longer texts: where that is a habit."""
    found = [
        id(here)
        for here, below in pairwise(pieces)
        if isinstance(here, Text)
        and isinstance(below, Text)
        and here.alone
        and not style_of(text_of(here))
        and may_head(text_of(here))
        and len(text_of(below).split()) > max(_FEWEST_BELOW, 2 * len(text_of(here).split()))
    ]
    return set(found) if len(found) >= _FEWEST_ALIKE else set()


def _is_farewell(piece: Piece) -> bool:
    return isinstance(piece, Text) and is_farewell(piece.lines[-1])


def _runs(pieces: Iterable[Piece]) -> Iterable[list[Piece]]:
    """Neighbours that are headings of the same style, by their look; any other piece is alone."""
    looks = {Style.PICTURE, Style.CAPITALS, Style.CASE}
    numbered = enumerate(pieces)

    def key(pair: tuple[int, Piece]) -> object:
        place, piece = pair
        return piece.style if isinstance(piece, Title) and piece.style in looks else place

    return ([piece for _, piece in run] for _, run in groupby(numbered, key=key))


def _without_lists(run: list[Piece]) -> list[Piece]:
    """A run of headings with nothing between them is a list, and only the last of them a heading."""
    if len(run) < _FEWEST_OF_A_LIST:
        return run
    entries = (Entry((one.text,), one.line, 0) for one in run[:-1] if isinstance(one, Title))
    return [*entries, run[-1]]
