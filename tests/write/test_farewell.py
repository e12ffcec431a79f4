from __future__ import annotations

import pytest

from issuecast.models import Block, BulletList, Item, Paragraph
from issuecast.write.aloud import aloud
from issuecast.write.farewell import is_farewell, signed, split
from issuecast.write.passages import Passage

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
        [Paragraph("Eat well, Ines x.")],
        [Paragraph("Reply with tips. — Odile.")],
        [Paragraph("That's all for today. Got a tip? " + "Tell it to the gulls on the third bollard. " * 6)],
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


def test_a_farewell_may_begin_within_the_last_paragraph() -> None:
    """What that tells before it takes leave stays in its section."""
    text = "The council meets on Thursday, and nobody knows why. That's all for today. See you next week."
    kept, leave = split(aloud([NEWS, Paragraph(text)]))
    told = [
        " ".join(block.text for block in part if isinstance(block, Passage)) for part in (kept[1:], leave)
    ]
    assert told == [
        "The council meets on Thursday, and nobody knows why.",
        "That's all for today. See you next week.",
    ]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["Cheers, Odile Brandt. See you tomorrow."], ["Cheers, from Odile Brandt. See you tomorrow."]),
        (["Warmly, Ines and the Tide team"], ["Warmly, from Ines and the Tide team."]),
        (["Eat well, Ines x."], ["Eat well, from Ines x."]),
        (["Until next week,", "— Odile"], ["Until next week, from Odile."]),
        (["See you on Friday.", "Odile Brandt"], ["See you on Friday.", "Signed, Odile Brandt."]),
        (["Reply with tips. — Odile."], ["Reply with tips. Signed, Odile."]),
        (["Happy sailing! Odile"], ["Happy sailing! Signed, Odile."]),
        (["Thanks for reading, and keep warm!"], ["Thanks for reading, and keep warm!"]),
        (["Thanks, everyone."], ["Thanks, everyone."]),
        (["See you soon. Enjoy."], ["See you soon. Enjoy."]),
    ],
)
def test_who_signs_is_not_who_is_addressed(texts: list[str], said: list[str]) -> None:
    """To read "Cheers, Odile" aloud would take leave of Odile; nothing else of a farewell is changed."""
    told = signed(aloud([Paragraph(text) for text in texts]))
    assert [block.text for block in told if isinstance(block, Passage)] == said


def test_a_section_may_take_leave_as_a_whole() -> None:
    """A heading such as "Until next time" makes its section the farewell."""
    assert is_farewell("Until next time")
    assert is_farewell("Until June")
    assert not is_farewell("The Deep Dive")
