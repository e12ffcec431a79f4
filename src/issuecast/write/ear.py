"""What the eye has and the ear has not: an issue as it can be heard, by the convention of docs/script.md.

Links become "link two in the show notes" where the text leans on them, long lists of links are shortened,
pictures without words, code, footnotes and the middle of tables go. All that goes is listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Code,
    Footnote,
    Image,
    Issue,
    Item,
    LeftOut,
    NumberedList,
    Paragraph,
    Quote,
    Reason,
    Section,
    Sponsor,
    Table,
)
from issuecast.show import Show
from issuecast.write import pointers
from issuecast.write.aloud import is_entry_of_links
from issuecast.write.passages import Figures
from issuecast.write.plain import is_speakable, plain


@dataclass(frozen=True, slots=True)
class Heard:
    """An issue with what can be heard of it, and what that lost."""

    issue: Issue
    left_out: tuple[LeftOut, ...]


def for_the_ear(issue: Issue, show: Show) -> Heard:
    """The issue without what only the eye has use for, as the show's settings say."""
    numbers = {link.url: number for number, link in enumerate(issue.links, 1)}
    ear = _Ear(show, numbers)
    sections = tuple(ear.section(section) for section in issue.sections)
    return Heard(replace(issue, sections=sections), tuple(ear.left_out))


@dataclass(frozen=True, slots=True)
class _Ear:
    """Adapts blocks, and notes what it leaves out; `numbers` are the links' in the show notes."""

    show: Show
    numbers: Mapping[str, int]
    left_out: list[LeftOut] = field(default_factory=list)

    def section(self, section: Section) -> Section:
        blocks = tuple(self._blocks(section.blocks))
        return replace(section, blocks=blocks, parts=tuple(map(self.section, section.parts)))

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Paragraph() | Quote() | Aside():
                    yield from self._text(block)
                case BulletList() | NumberedList():
                    yield from self._list(block)
                case Sponsor(inner):
                    yield from self._sponsor(replace(block, blocks=tuple(self._blocks(inner))))
                case _:
                    yield from self._for_the_eye(block)

    def _for_the_eye(self, block: Table | Footnote | Code | Image) -> Iterator[Block]:
        settings = self.show.script
        match block:
            case Table():
                yield from self._table(block)
            case Footnote(text=text) if settings.footnotes == "speak":
                yield Aside(text, block.links, block.line)
            case Footnote(text=text):
                self._leave(Reason.FOOTNOTE, text, block.line)
            case Code(text=text):
                self._leave(Reason.CODE, text, block.line)
                if settings.code == "name":
                    yield block
            case Image(alt=alt) if settings.images == "describe" and is_speakable(plain(alt)):
                yield block
            case Image(alt=alt):
                self._leave(Reason.PICTURE, alt, block.line)

    def _text(self, block: Paragraph | Quote | Aside) -> Iterator[Block]:
        if not is_speakable(plain(block.text)):
            if block.text:
                self._leave(Reason.WORDLESS, block.text, block.line)
            return
        if isinstance(block, Quote):
            yield block
            return
        text, lost = pointers.pointed(block.text, block.links, self.numbers)
        for sentence in lost:
            self._leave(Reason.IN_NOTES, sentence, block.line)
        if text:
            yield replace(block, text=text)

    def _list(self, block: BulletList | NumberedList) -> Iterator[Block]:
        most = self.show.script.links_of_a_list
        items, rest = block.items, block.items[most:]
        # To name one of seven and say that one more follows takes as long as to name it.
        if len(rest) > 1 and sum(map(is_entry_of_links, items)) * 3 >= len(items) * 2:
            items = items[:most]
            for item in rest:
                self._leave_item(item)
        else:
            rest = ()
        heard = tuple(Item(blocks) for item in items if (blocks := tuple(self._blocks(item.blocks))))
        if heard:
            yield replace(block, items=heard, more=block.more + len(rest))

    def _leave_item(self, item: Item) -> None:
        for block in item.blocks:
            match block:
                case Paragraph() | Quote() | Aside() | Footnote() | Code():
                    self._leave(Reason.IN_NOTES, block.text, block.line)
                case BulletList(items) | NumberedList(items):
                    for inner in items:
                        self._leave_item(inner)
                case _:
                    pass

    def _table(self, table: Table) -> Iterator[Block]:
        summed_up = self.show.script.tables == "sum up" and table.rows
        if unsaid := _unsaid_columns(table) if summed_up else table.head:
            self._leave(Reason.TABLE, ", ".join(unsaid), table.line)
        for row in Figures.of(table).unread if summed_up else table.rows:
            self._leave(Reason.TABLE, " ".join(row), table.line)
        if summed_up:
            yield table

    def _sponsor(self, sponsor: Sponsor) -> Iterator[Block]:
        if self.show.sponsor.policy == "drop":
            for block in sponsor.blocks:
                self._leave(Reason.SPONSOR, getattr(block, "text", ""), block.line)
        elif sponsor.blocks:
            yield sponsor

    def _leave(self, reason: Reason, text: str, line: int) -> None:
        self.left_out.append(LeftOut(" ".join(text.split()), reason, line))


def _unsaid_columns(table: Table) -> tuple[str, ...]:
    """The names of columns that are not said with their cells, such as the first one's."""
    figures = Figures.of(table)
    said = " ".join(figures.rows if figures.tiny else figures.columns)
    return tuple(name for name in table.head if is_speakable(plain(name)) and plain(name) not in said)
