from __future__ import annotations

import pytest

from issuecast.models import BulletList, Item, NumberedList, Paragraph
from issuecast.write.aloud import aloud
from issuecast.write.fragments import joined
from issuecast.write.passages import Listing, Passage


def said(*texts: str) -> list[str] | None:
    """The sentences that are made of a list, None if it stays one."""
    (block,) = joined(aloud([BulletList(tuple(Item((Paragraph(text),)) for text in texts))]))
    return [part.text for part in block.parts] if isinstance(block, Passage) else None


@pytest.mark.parametrize(
    ("texts", "sentences"),
    [
        (("kelp", "Cod", "crab"), ["Kelp, Cod, and crab."]),
        (
            ("two cups of flour", "Salt, if you like", "A knob of butter"),
            ["Two cups of flour; Salt, if you like; and a knob of butter."],
        ),
        (("baked, with honey;", "plain, which is best."), ["Baked, with honey; and plain, which is best."]),
        (tuple("abcdefgh"), ["A, b, c, and d.", "E, f, g, and h."]),
        (("The tide turns.", "Kelp grows."), None),
        (("Fog was seen", "Kelp"), None),
        (tuple("abcdefghijklmnop"), None),
    ],
)
def test_noun_phrases_join_their_neighbours(texts: tuple[str, ...], sentences: list[str] | None) -> None:
    """Entries without a verb are sentences together, five at most in one; what tells stays a list."""
    assert said(*texts) == sentences


def test_steps_stay_a_list() -> None:
    """A numbered list keeps its numbers."""
    steps = NumberedList((Item((Paragraph("Kelp"),)), Item((Paragraph("Cod"),))))
    (block,) = joined(aloud([steps]))
    assert isinstance(block, Listing)
