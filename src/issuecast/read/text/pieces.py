"""Lines of pasted text → pieces: what belongs together, and what it is by its signs.

A piece ends at a blank line, at a rule, and where a line begins something else: an entry of a list, a
heading with a sign of its own, words set apart by ">".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from issuecast.read.quotes import is_quotation, speaker_of
from issuecast.read.signs import Style, banner, begins_with_picture
from issuecast.read.text.lines import (
    Line,
    Lines,
    is_ended_by_hand,
    is_headline,
    is_listed,
    is_rule,
    is_strong,
)


@dataclass(frozen=True, slots=True)
class Title:
    """A heading; `mark` is what its sign is made of: "=" around a banner or under it, "##", or ""."""

    text: str
    style: Style
    line: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list, without its sign, which is indented by `indent` spaces."""

    lines: tuple[str, ...]
    line: int
    indent: int
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class SetApart:
    """Lines that stood behind ">"."""

    lines: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of running text. `alone`: it is one line, and stands as headings do."""

    lines: tuple[str, ...]
    line: int
    indent: int = 0
    alone: bool = False


Piece: TypeAlias = Title | Entry | SetApart | Text


_BULLET = re.compile(r"(?P<indent>\s*)(?P<sign>[-*+•‣◦▪▸►●○∙·⁃–→➜➤✓✔])\s+(?P<text>\S.*)")
_NUMBER = re.compile(r"(?P<indent>\s*)\(?(?P<number>\d{1,3})[.)]\s+(?P<text>\S.*)")
_LETTER = re.compile(r"(?P<indent>\s*)\(?(?P<number>[A-Ha-h])\)\s+(?P<text>\S.*)")
_SET_APART = re.compile(r"\s*>[>\s]*(?P<text>.*)")
_HASHES = re.compile(r"(?P<mark>#{1,6})\s+(?P<text>\S.*)")
_UNDERLINE = re.compile(r"\s*(?P<mark>[=~-])(?P=mark){2,}\s*")
_ENDED = re.compile(r"[.:;!?…]['\"”’)]?\s*\Z")
_LONGEST_TITLE = 120
_MOST_SAID = 40


def text_of(piece: Entry | SetApart | Text) -> str:
    """The piece on one line."""
    return " ".join(piece.lines)


def pieces(lines: Sequence[str]) -> list[Piece]:
    """The pieces of these lines, in order; lines without a word or figure end a piece, and are gone."""
    done: list[Piece] = []
    paragraph: Lines = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            paragraph.append(Line(number, line.expandtabs(4).rstrip()))
        elif paragraph:
            done += _pieces_of(paragraph, done[-1] if done else None)
            paragraph = []
    return done


def _pieces_of(paragraph: Lines, before: Piece | None) -> Iterator[Piece]:
    pictures = len(paragraph) > 1 and all(begins_with_picture(line.text.lstrip()) for line in paragraph)
    head = 0 if pictures else int(is_strong(paragraph[0].text))
    listed = pictures or (before is not None and is_listed(paragraph[head:]))
    start = 0
    while start < len(paragraph):
        line = paragraph[start]
        if is_rule(line.text):
            start += 1
            continue
        title = _title(paragraph, start)
        if title:
            yield title
            before, start = title, start + (2 if title.style is Style.UNDERLINED else 1)
            continue
        begun = _begun(line, before, listed=listed and start >= head)
        end = start + 1
        while end < len(paragraph) and not listed and _continues(begun, paragraph, end):
            end += 1
        if isinstance(begun, Text) and start == 0:
            end, alone = _heading_like(paragraph, end)
            begun = replace(begun, alone=alone)
        elif isinstance(begun, Text) and start and _heads_below(paragraph, start):
            end, begun = start + 1, replace(begun, alone=True)
        before = replace(begun, lines=(*begun.lines, *_clean(begun, paragraph[start + 1 : end])))
        yield before
        start = end


def _title(paragraph: Lines, at: int) -> Title | None:
    """The heading with a sign of its own that begins at this line."""
    number, text = paragraph[at]
    if not text[0].isalnum():
        if match := banner(text):
            return Title(match["title"], Style.BANNER, number, match["mark"])
        if match := _HASHES.fullmatch(text):
            return Title(match["text"].rstrip("#").rstrip(), Style.HASHES, number, match["mark"])
    under = _UNDERLINE.fullmatch(paragraph[at + 1].text) if at + 1 < len(paragraph) else None
    first = at == 0 or is_rule(paragraph[at - 1].text)
    if under and first and len(text) <= _LONGEST_TITLE and not _BULLET.match(text):
        return Title(" ".join(text.strip("*# ").split()), Style.UNDERLINED, number, under["mark"])
    return None


def _begun(line: Line, before: Piece | None, *, listed: bool) -> Entry | SetApart | Text:
    """The piece that a line begins; `listed` if it is one of several alike, without a sign of a list."""
    number, text = line
    indent = len(text) - len(text.lstrip())
    if not listed and text[indent + 1 : indent + 2] == ")" and (match := _LETTER.fullmatch(text)):
        return Entry((" ".join(match["text"].split()),), number, indent, numbered=True)
    if listed:
        return Entry((" ".join(text.split()),), number, indent)
    names_speaker = speaker_of(text) and before is not None and _is_said(before)
    if not text[indent].isalpha() and not names_speaker:
        if match := _SET_APART.fullmatch(text):
            return SetApart((" ".join(match["text"].split()),), number)
        for form in (_BULLET, _NUMBER):
            if match := form.fullmatch(text):
                return Entry((" ".join(match["text"].split()),), number, indent, numbered=form is _NUMBER)
    return Text((" ".join(text.split()),), number, indent)


def _is_said(piece: Piece) -> bool:
    return isinstance(piece, SetApart) or (isinstance(piece, Text) and is_quotation(text_of(piece)))


def _is_said_before(line: int, paragraph: Lines) -> bool:
    """Whether the lines from this one on are a quotation, and not too long a one."""
    said = [text.strip() for number, text in paragraph if number >= line]
    return is_quotation(" ".join(said))


def _continues(piece: Entry | SetApart | Text, paragraph: Lines, at: int) -> bool:
    """Whether a line goes on with the piece that the lines before it began."""
    before, text = paragraph[at - 1].text, paragraph[at].text
    if isinstance(piece, SetApart):
        return _SET_APART.match(text) is not None and not is_rule(text)
    first, bullet = text.lstrip()[0], _BULLET.match(text)
    heads = not bullet and _heads_below(paragraph, at)
    anew = heads or _begins_anew(piece, paragraph, at)
    if anew or first.isalpha():
        return not anew
    if is_rule(text) or first == ">" or _title(paragraph, at):
        return False
    if bullet:
        # A wrapped line may begin with a dash, or with "3." of "in May\\n3. June": then it ends nothing.
        return bullet["sign"] == "–" and isinstance(piece, Text) and not _ENDED.search(before)
    if number := _NUMBER.match(text):
        return number["number"] != "1" and not (isinstance(piece, Entry) and piece.numbered)
    return not (
        isinstance(piece, Text)
        and speaker_of(text)
        and _is_said_before(piece.line, paragraph[max(0, at - _MOST_SAID) : at])
    )


def _begins_anew(piece: Entry | Text, paragraph: Lines, at: int) -> bool:
    """Whether a line is a choice of a list ("A) above"), or the first one below a headline."""
    text = paragraph[at].text
    if ")" in text and (letter := _LETTER.match(text)):
        return letter["number"] in "Aa" or (isinstance(piece, Entry) and piece.numbered)
    return at == 1 and isinstance(piece, Text) and is_headline(paragraph)


def _heading_like(paragraph: Lines, end: int) -> tuple[int, bool]:
    """Where the text that begins a paragraph ends, and whether it stands as a heading does.

    So does a line with nothing below it but a list. A line with text below it does if it has a picture or
    capitals, and was ended by hand: the first word of the next line would have fitted.
    """
    if end == 1:
        return end, True
    return (1, True) if is_strong(paragraph[0].text) and is_ended_by_hand(paragraph, 0) else (end, False)


def _heads_below(paragraph: Lines, at: int) -> bool:
    """Whether a line in tight text, in capitals or with a picture, heads what stands below it.

    The line before it was ended by hand, and so was this one, unless a list begins below.
    """
    text = paragraph[at].text
    if at + 1 >= len(paragraph) or not is_strong(text):
        return False
    below = paragraph[at + 1].text
    ended = _ENDED.search(paragraph[at - 1].text) or is_ended_by_hand(paragraph, at - 1)
    return bool(ended) and (_BULLET.match(below) is not None or is_ended_by_hand(paragraph, at))


def _clean(piece: Entry | SetApart | Text, lines: Lines) -> Iterator[str]:
    for line in lines:
        apart = _SET_APART.fullmatch(line.text) if isinstance(piece, SetApart) else None
        yield " ".join((apart["text"] if apart else line.text).split())
