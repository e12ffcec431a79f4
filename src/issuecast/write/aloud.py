"""An issue's blocks as what is said aloud: plain text, labels found, lists told as stories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Code,
    Image,
    Item,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Section,
    Sponsor,
    Table,
    blocks_of,
)
from issuecast.write import labels, letters
from issuecast.write.labels import Part
from issuecast.write.passages import (
    Advert,
    Entry,
    Figures,
    Listing,
    Passage,
    Picture,
    Quotation,
    Snippet,
    Spoken,
)
from issuecast.write.plain import is_speakable, plain

_SAID = re.compile(
    r"[,.?!…][\"”’][\s—–-]+[^\"“”]{0,80}?\b(?:says?|said|asks?|asked|adds?|added|tells?|told|writes?|wrote|argues?|argued"
    r"|explains?|explained|recalls?|recalled|notes?|noted|replie[sd]|warn(?:s|ed)|insist(?:s|ed))\b"
)
"""Words between quotation marks that tell whose those are: "We wait," Ada said. "We always did."."""
_MARKS = re.compile(r"^(?:\[[^\[\]]*\]\s*)+(?=\S)")


def aloud(blocks: Sequence[Block]) -> tuple[Spoken, ...]:
    """The blocks as passages; one without a letter or digit to say is left out."""
    said = [said for block in blocks for said in _aloud(block)]
    return letters.answered([_led_in(before, one) for before, one in pairwise([None, *said]) if one])


def _led_in(before: Spoken | None, block: Spoken) -> Spoken:
    """The block, which knows whether what stands before it announces it."""
    text = before.text if isinstance(before, Passage) else ""
    match block:
        case Quotation(words, speaker) if speaker in text and (text.endswith(":") or _SAID.search(words)):
            return replace(block, led_in=True)
        case Snippet() if text.endswith(":"):
            return replace(block, led_in=True)
    return block


def _aloud(block: Block) -> Iterator[Spoken]:
    match block:
        case Paragraph(text) | Aside(text) if is_speakable(said := plain(labels.unpiped(text))):
            yield Passage(labels.parts(said))
        case Quote(text, speaker) if is_speakable(said := plain(text)):
            yield Quotation(said, plain(speaker).strip(" –—-,"))
        case BulletList(items) | NumberedList(items):
            entries = [entry for item in items if (entry := _entry(item)).parts or entry.below]
            if entries:
                yield Listing(_stories(entries), isinstance(block, NumberedList), block.more)
        case Code(language=language):
            yield Snippet(plain(language))
        case Image(alt) if is_speakable(said := plain(alt)):
            yield Picture(said)
        case Table(rows=rows) if rows:
            yield Figures.of(block)
        case Sponsor(inner, name) if said_inside := aloud(inner):
            yield Advert(said_inside, plain(name))


def _entry(item: Item) -> Entry:
    match item.blocks:
        case (Paragraph(text, links), *rest) if is_speakable(said := plain(labels.unpiped(text))):
            below = aloud(rest)
            said = _MARKS.sub(lambda marks: _spelled(marks[0]), said)
            if title := _leading_link(said, links):
                return Entry((Part(_with_author(said, title)),), below, linked=True)
            if below and (only := _only_text(below)):
                return Entry(labels.parts(f"{said.rstrip('.:')}: {only}"), (), linked=False)
            return Entry(labels.parts(said), below, linked=False)
        case blocks:
            return Entry((), aloud(blocks), linked=False)


def is_entry_of_links(item: Item) -> bool:
    """Whether an item of a list, with what is below it, is little more than its links."""
    texts = [block for block in blocks_of([Section("", item.blocks)]) if isinstance(block, Paragraph)]
    words = sum(len(_MARKS.sub("", plain(block.text)).split()) for block in texts)
    linked = sum(len(plain(link.text).split()) for block in texts for link in block.links)
    return 0 < words <= 2 * linked


def _spelled(marks: str) -> str:
    """Marks before a title, as a label: "[video] [part 2] " is "Video, part 2: "."""
    words = ", ".join(re.findall(r"[^\[\]]*\w[^\[\]]*", marks))
    return f"{words[:1].upper()}{words[1:]}: " if words else ""


def _only_text(blocks: Sequence[Spoken]) -> str:
    """The text of a list of one plain entry: it can be said in one breath with what it is set below."""
    match blocks:
        case (Listing(((Entry((Part(text, ""),), ()),),)),):
            return text
    return ""


def _leading_link(text: str, links: Sequence[Link]) -> str:
    """The link that the text is about: it comes first, and is half of the text or has an author after it.

    It is "" if there is none. A mark before it, such as "Video: ", does not count.
    """
    for title in filter(None, (plain(link.text) for link in links)):
        before, found, rest = text.partition(title)
        leads = found and (not before or before.endswith(": "))
        if leads and (len(rest) <= len(title) or rest.startswith(" by ")):
            return title
    return ""


def _with_author(text: str, title: str) -> str:
    """A comma before the "by": "Free Monads by Ada" is heard as "Free Monads, by Ada"."""
    return text.replace(f"{title} by ", f"{title}, by ", 1)


def _stories(entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """Each entry is a story; one whose label turns from telling to judging belongs to the story before it."""
    stories: list[list[Entry]] = []
    for entry in entries:
        if stories and _goes_on(stories[-1], entry):
            stories[-1].append(entry)
        else:
            stories.append([entry])
    return tuple(map(tuple, stories))


def _goes_on(story: Sequence[Entry], entry: Entry) -> bool:
    kinds = {part.kind for told in story for part in told.parts}
    match entry.parts:
        case (Part(kind="insight"), *_):
            return "insight" not in kinds
        case (Part(kind="use" | "callout"), *_):
            return True
    return False
