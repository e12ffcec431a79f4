"""What a link list tells of the pages that it links to, and nobody wants to hear: "(12 minute read)"."""

from __future__ import annotations

import re
from dataclasses import replace

from issuecast.models import Block, BulletList, Item, LeftOut, NumberedList, Paragraph, Reason
from issuecast.read.outline import Flow, Heading

_MINUTES = r"[~≈]?\d{1,3}[ -]?min(?:ute)?s?(?:[ -](?:read|listen|watch|video))?"
_KIND = r"(?:git(?:hub|lab) )?repo(?:sitory)?|github|website|pdf|video|podcast|paper|thread"
_TOLD = re.compile(
    rf"\s*[(\[](?:{_MINUTES}|{_KIND})[)\]]\Z|\s+[·|•]\s+{_MINUTES}(?=\s+[·|•]\s|\Z)",
    re.IGNORECASE,
)


def without_reading_time(text: str) -> tuple[str, str]:
    """A title without the minutes that its page takes, or what kind of a page it is; and that."""
    if "min" not in text and text[-1:] not in {")", "]"}:
        return text, ""
    told = " ".join(match[0].strip(" ·|•") for match in _TOLD.finditer(text))
    rest = _TOLD.sub("", text) if told else text
    return (rest, told) if rest.strip() else (text, "")


def split_reading_times(flow: Flow) -> tuple[Flow, tuple[LeftOut, ...]]:
    """The flow without reading times behind its headings, paragraphs and entries, and an account of them."""
    left_out: list[LeftOut] = []

    def rest_of(text: str, line: int) -> str:
        rest, told = without_reading_time(text)
        if told:
            left_out.append(LeftOut(told, Reason.FURNITURE, line))
        return rest

    def untimed(block: Block) -> Block:
        match block:
            case Paragraph(text, links, line) if (rest := rest_of(text, line)) != text:
                own = tuple(replace(link, text=without_reading_time(link.text)[0]) for link in links)
                return Paragraph(rest, own, line)
            case BulletList(items) | NumberedList(items):
                return replace(block, items=tuple(map(untimed_item, items)))
        return block

    def untimed_item(item: Item) -> Item:
        match item.blocks:
            case (Paragraph() as only,):  # as nearly all are
                return item if (rest := untimed(only)) is only else Item((rest,))
        return Item(tuple(map(untimed, item.blocks)))

    kept: Flow = [
        replace(one, text=rest_of(one.text, one.line)) if isinstance(one, Heading) else untimed(one)
        for one in flow
    ]
    return kept, tuple(left_out)
