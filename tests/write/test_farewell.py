from __future__ import annotations

import pytest

from issuecast.models import Block, BulletList, Item, Paragraph
from issuecast.write.aloud import aloud
from issuecast.write.farewell import is_farewell, split

NEWS = Paragraph("The tide came in at noon, and the cranes stood still until four.")
NAMES = BulletList((Item((Paragraph("Ines Halloran"),)), Item((Paragraph("Odile Brandt"),))))


@pytest.mark.parametrize(
    "blocks",
    [
        [Paragraph("Cheers, Odile Brandt. See you tomorrow.")],
        [Paragraph("Have a tip? Send it our way."), Paragraph("Until next week,"), Paragraph("Odile")],
        [Paragraph("Thanks for reading!"), Paragraph("— The Wire")],
        [Paragraph("The Wire is edited by:"), NAMES],
        [Paragraph("Know something we should? Write to us.")],
        [Paragraph("P.S. Forward this to a sailor.")],
        [Paragraph("Happy sailing! Ada")],
        [Paragraph("See you in two weeks,"), Paragraph("Tomas")],
        [Paragraph("Keep warm, Ines")],
        [Paragraph("Fair winds, and mind the step."), Paragraph("Your crew at Larkspur Lines")],
        [Paragraph("That is all from the quay. Write to me about it.")],
    ],
)
def test_a_farewell_is_found_at_the_end(blocks: list[Block]) -> None:
    """Leave-taking, requests, credits and the name below them are the farewell; news above stays."""
    kept, leave = split(aloud([NEWS, *blocks]))
    assert (len(kept), len(leave)) == (1, len(blocks))


@pytest.mark.parametrize(
    "blocks",
    [
        [Paragraph("Thanks for reading!"), NEWS],
        [NEWS, Paragraph("Santa Brisa")],
        [NEWS, Paragraph("Thanks to Ines for the photograph!")],
        [NEWS, NAMES],
        [NEWS, Paragraph("Best ferry of the year: the Marigold.")],
        [Paragraph("Thanks for the fish, said the harbour master, and went on. " * 5)],
    ],
)
def test_what_tells_something_is_no_farewell(blocks: list[Block]) -> None:
    """What comes before news, a name alone, a list or a long passage belongs to its section."""
    assert split(aloud(blocks))[1] == ()


def test_a_section_may_take_leave_as_a_whole() -> None:
    """A heading such as "Until next time" makes its section the farewell."""
    assert is_farewell("Until next time")
    assert is_farewell("Until June")
    assert not is_farewell("The Deep Dive")
