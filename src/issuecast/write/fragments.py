"""Fragments: short entries of a list that have no verb are no lines; they join their neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from issuecast.write import sentences, verbs
from issuecast.write.labels import Part
from issuecast.write.passages import Listing, Passage, Spoken

_ENTRIES = range(2, 13)
_TOGETHER = 5
"""Entries that one sentence holds."""
_LONGEST = 12
"""Words of an entry that others can stand beside."""


def joined(blocks: Iterable[Spoken]) -> tuple[Spoken, ...]:
    """The blocks; of a list of noun phrases sentences are made: "Two cups of flour; salt, if you like; …"."""
    return tuple(
        Passage(tuple(Part(said) for said in _sentences(block.texts)))
        if isinstance(block, Listing) and _is_of_fragments(block)
        else block
        for block in blocks
    )


def _is_of_fragments(listing: Listing) -> bool:
    if listing.numbered or listing.more or listing.linked or not listing.plain:
        return False
    return len(listing.texts) in _ENTRIES and all(map(_is_fragment, listing.texts))


def _is_fragment(text: str) -> bool:
    """Whether an entry is no sentence: it goes on in lower case, or has neither an end nor a verb."""
    if len(text.split()) > _LONGEST or ":" in text:
        return False
    return text[0].islower() or ((text[-1].isalnum() or text[-1] == ")") and not verbs.is_clause(text))


def _sentences(texts: Sequence[str]) -> list[str]:
    """As many sentences as it takes, of about as many entries each."""
    size = ceil(len(texts) / ceil(len(texts) / _TOGETHER))
    groups = (texts[start : start + size] for start in range(0, len(texts), size))
    return [
        sentences.sentence(sentences.joined([first[:1].upper() + first[1:], *map(sentences.lowered, others)]))
        for first, *others in groups
    ]
