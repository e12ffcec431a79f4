"""What within an issue's sections somebody paid for, told by the words that disclose it.

A caption ("Presented by Harborlight", a paragraph of its own) makes what is below it a sponsor's: the next
text, and those after it that name the sponsor or make an offer, until a heading or ordinary news. A paragraph
that begins with a disclosure ("Ad: …", "This issue is sponsored by Harborlight. …") is a sponsor's by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Image,
    Item,
    LeftOut,
    NumberedList,
    Paragraph,
    Reason,
    Section,
    Sponsor,
    Table,
    blocks_of,
)
from issuecast.write import farewell
from issuecast.write.aloud import aloud
from issuecast.write.passages import Passage
from issuecast.write.plain import plain
from issuecast.write.sentences import lowered, sentences
from issuecast.write.sponsors import BY, THIS_IS, payer, sponsor_in

_LONGEST_CAPTION = 8
"""Words."""
_NO_CAPTION = re.compile(
    r"(?:partners?|promotions?|promoted|friends?|ads)\b(?! (?:post|content))", re.IGNORECASE
)
"""What heads a sponsor's section, but may begin any paragraph: "Partner: Ines Halloran"."""
_CAPITAL = r"(?-i:[A-Z0-9])[\w.&'’+-]*\w"
_NAME = rf"{_CAPITAL}(?: (?:{_CAPITAL}|(?:&|of|and|the|for)(?= (?-i:[A-Z])))){{0,4}}"
_AD = (
    r"(?:ad|advertisement|advertorial|sponsored(?: (?:post|content|message|section))?"
    r"|(?:paid|promoted|partner) (?:post|content|partnership|promotion|message))"
)
_SPONSOR = r"(?:(?:our|the|today['’]s|this (?:week|month)['’]s) )?sponsor(?: message| content)?"
_MARK = re.compile(
    rf"(?:(?:{_AD}|{_SPONSOR})(?:\s*[·•|:–—]|\s-(?=\s))|[\[(]{_AD}[\])]:?"
    rf"|(?:{BY}) (?P<name>{_NAME})(?:\s*[·•|:–—]|[.!](?=\s)))\s*",
    re.IGNORECASE,
)
"""At the start of a text it says that the rest is paid for."""
_AT_THE_END = re.compile(rf"\s*[\[(]{_AD}[\])]\W*\Z", re.IGNORECASE)
_SAYS_SO = re.compile(
    rf"{THIS_IS}(?:{BY}) (?P<by>{_NAME})"
    rf"|(?:(?:many|big|special) )?thank(?:s| you) to (?P<thanked>{_NAME}),? for (?:sponsoring|supporting)"
    r" (?:this|our|today)\b",
    re.IGNORECASE,
)
"""A first sentence that tells who paid, and goes on as it likes."""
_OFFERS = re.compile(
    r"\d% off|\b(?:promo|discount|coupon|use|with)(?: the)? code\b"
    r"|\bfree (?:trial|of charge|for|until|shipping)"
    r"|(?:^|[.!?] )(?:get|try|start|claim|shop|download|order|book|sign up|join|learn more|see|visit|save|buy"
    r"|subscribe|request|discover|there is more at link)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """That a text is paid for: by whom ("" if it does not say), the words that only disclose it, the rest."""

    name: str
    mark: str
    rest: str


def disclosure(text: str) -> Disclosure | None:
    """What the beginning, or the end, of a text says of who paid for it; None if it says nothing of that."""
    may_head = len(text.split()) <= _LONGEST_CAPTION and not _NO_CAPTION.match(text)
    name = sponsor_in(text.rstrip(".:")) if may_head else None
    if name == "" or (name and name in text and re.fullmatch(_NAME, name)):
        return Disclosure(name, text, "")
    if found := _MARK.match(text):
        return Disclosure(found["name"] or "", found[0].strip(), text[found.end() :])
    if found := _AT_THE_END.search(text):
        return Disclosure("", found[0].strip(), text[: found.start()])
    if found := _SAYS_SO.match(text):
        return Disclosure(found["by"] or found["thanked"], "", text)
    return None


@dataclass(frozen=True, slots=True)
class Marked:
    """Sections whose paid texts are `Sponsor` blocks, and what only disclosed that they are."""

    sections: tuple[Section, ...]
    left_out: tuple[LeftOut, ...]


def marked(sections: Sequence[Section], chosen: Mapping[str, str]) -> Marked:
    """The sections with each paid text made a sponsor; one that ends them keeps nothing of the farewell.

    `chosen` is the show's map of heading pattern to kind.
    """
    marker = _Marker(chosen)
    return Marked(tuple(marker.sections(sections)), tuple(marker.left_out))


def dropped(found: Marked, chosen: Mapping[str, str]) -> Marked:
    """Marked sections without any sponsor, and each sentence that went with one."""
    left_out = [replace(one, reason=Reason.SPONSOR) for one in found.left_out]

    def kept(section: Section) -> Section | None:
        if payer(plain(section.title), chosen) is not None:
            left_out.extend(_sentences([section]))
            return None
        ads = tuple(block for block in section.blocks if isinstance(block, Sponsor))
        left_out.extend(_sentences([Section("", ads)]))
        blocks = tuple(block for block in section.blocks if not isinstance(block, Sponsor))
        return replace(section, blocks=blocks, parts=tuple(filter(None, map(kept, section.parts))))

    return Marked(tuple(filter(None, map(kept, found.sections))), tuple(left_out))


def _sentences(sections: Sequence[Section]) -> Iterator[LeftOut]:
    for block in blocks_of(sections):
        match block:
            case Table(rows=rows):
                texts = [" ".join(row) for row in rows]
            case Image(alt):
                texts = [alt]
            case _:
                texts = list(sentences(getattr(block, "text", "")))
        yield from (LeftOut(text, Reason.SPONSOR, block.line) for text in texts if text)


@dataclass(frozen=True, slots=True)
class _Marker:
    chosen: Mapping[str, str]
    left_out: list[LeftOut] = field(default_factory=list)

    def sections(self, sections: Sequence[Section], *, last: bool = True) -> Iterator[Section]:
        for place, section in enumerate(sections):
            ends = last and place == len(sections) - 1
            if payer(plain(section.title), self.chosen) is None:
                parts = tuple(self.sections(section.parts, last=ends))
                yield replace(section, blocks=tuple(self._blocks(section.blocks)), parts=parts)
            elif ends and not section.parts:
                own, leave = _farewell_apart(section)
                yield own
                yield from leave
            else:
                yield section

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        left = list(blocks)
        while left:
            block = left.pop(0)
            match block:
                case Paragraph(text) | Aside(text) if told := disclosure(plain(text)):
                    self._discloses(told, block.line)
                    if told.rest:
                        yield _sponsor([replace(block, text=told.rest)], told.name, block.line)
                    else:
                        length = _stretch(left, told.name)
                        yield _sponsor(left[:length] or [block], told.name, block.line)
                        del left[:length]
                case BulletList() | NumberedList():
                    yield from self._list(block)
                case _:
                    yield block

    def _list(self, block: BulletList | NumberedList) -> Iterator[Block]:
        """A list without the entries that are paid for; each of these divides it."""
        items: list[Item] = []
        for item in block.items:
            match item.blocks:
                case (Paragraph(text) as first, *below) if (told := disclosure(plain(text))) and told.rest:
                    self._discloses(told, first.line)
                    if items:
                        yield replace(block, items=tuple(items), more=0)
                    yield _sponsor([replace(first, text=told.rest), *below], told.name, first.line)
                    items = []
                case _:
                    items.append(item)
        if items:
            yield replace(block, items=tuple(items))

    def _discloses(self, told: Disclosure, line: int) -> None:
        """Note the words that the host's own stand for."""
        if told.mark:
            self.left_out.append(LeftOut(told.mark, Reason.REPEATED, line))


def _stretch(blocks: Sequence[Block], name: str) -> int:
    """How many of the blocks below a caption are the sponsor's, pictures between its texts among them."""
    taken, subject = 0, name
    for place, block in enumerate(blocks, start=1):
        text = plain(_text_of(block))
        if not text:
            continue
        if isinstance(block, Sponsor) or disclosure(text) or (taken and not _is_of(text, subject)):
            break
        taken, subject = place, subject or _first_name(text)
    return taken


def _text_of(block: Block) -> str:
    return " ".join(filter(None, (getattr(one, "text", "") for one in blocks_of([Section("", (block,))]))))


def _is_of(text: str, subject: str) -> bool:
    """Whether a text names the sponsor, or makes an offer."""
    named = subject and re.search(rf"\b{re.escape(subject)}\b", text, re.IGNORECASE)
    return bool(named or _OFFERS.search(text))


def _first_name(text: str) -> str:
    """The word that a text begins with if it looks like a name."""
    first = re.split(r"\W", text, maxsplit=1)[0]
    return first if lowered(text) == text else ""


def _sponsor(blocks: Sequence[Block], name: str, line: int) -> Sponsor:
    """A sponsor whose name is spelled as in its own words, not as in a caption in capitals."""
    texts = " ".join(map(_text_of, blocks))
    spelled = re.search(rf"\b{re.escape(name)}\b", texts, re.IGNORECASE) if name.isupper() else None
    return Sponsor(tuple(blocks), spelled[0] if spelled else name, line)


def _farewell_apart(section: Section) -> tuple[Section, tuple[Section, ...]]:
    """A sponsor's section without the issue's farewell, and that as a section, if there is one."""
    _, leave = farewell.split(aloud(section.blocks))
    while leave and isinstance(leave[0], Passage) and _OFFERS.search(leave[0].text):
        leave = leave[1:]
    start, missing = len(section.blocks), len(leave)
    while missing > 0:
        start -= 1
        missing -= len(aloud(section.blocks[start : start + 1]))
    if start in {0, len(section.blocks)}:
        return section, ()
    own, left = section.blocks[:start], section.blocks[start:]
    return replace(section, blocks=own), (Section("", left, line=left[0].line),)
