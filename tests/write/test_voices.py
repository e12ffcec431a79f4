from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Block, BulletList, Issue, Item, Paragraph, Quote, Section
from issuecast.show import Role, Show
from issuecast.write.aloud import aloud
from issuecast.write.passages import texts
from issuecast.write.script import write
from issuecast.write.voices import shared


def bullets(*items: str) -> BulletList:
    return BulletList(tuple(Item((Paragraph(item),)) for item in items))


def told(*blocks: Block) -> list[tuple[bool, str]]:
    """Whether the second voice says it, and the text, block for block."""
    return [(one.second, " ".join(texts([one.block]))) for one in shared(aloud(blocks))]


NEWS = "The council closed the Mill Bridge on Monday."


def test_the_second_voice_explains() -> None:
    """From a paragraph on that explains or turns, until the next turn."""
    paragraphs = (NEWS, "That means a longer way to school.", "It is two miles.", "However, the bus is free.")
    assert [second for second, _ in told(*map(Paragraph, paragraphs))] == [False, True, True, False]


def test_the_second_voice_has_the_details_of_a_story() -> None:
    """In a list of stories the first names each, the second tells the rest of it."""
    more = "Repairs take nine weeks. Buses go by Station Road."
    assert told(bullets(f"{NEWS} {more}", "The library opens at noon. Bring a card.")) == [
        (False, NEWS),
        (True, more),
        (False, "The library opens at noon."),
        (True, "Bring a card."),
    ]


def test_a_single_paragraph_is_divided_where_it_turns() -> None:
    """The sentence that turns is the second voice's, with what follows it."""
    assert told(Paragraph(f"{NEWS} Repairs have begun. However, nobody knows why. The mayor is away.")) == [
        (False, f"{NEWS} Repairs have begun."),
        (True, "However, nobody knows why. The mayor is away."),
    ]


def test_a_story_without_a_cue_is_shared() -> None:
    """Of one paragraph the first sentence names the news; of several the second voice has the later half."""
    more = (
        "Repairs take nine weeks. Buses go by Station Road until the end of May, every ten minutes, and the"
    )
    more += " ferry at the weir takes bicycles for a coin."
    assert told(Paragraph(f"{NEWS} {more}")) == [(False, NEWS), (True, more)]
    assert [second for second, _ in told(*map(Paragraph, (NEWS, more, more, NEWS)))] == [
        False,
        False,
        True,
        True,
    ]


def test_whoever_says_i_goes_on() -> None:
    """Two people never tell one person's story as their own without a cue."""
    mine = Paragraph(
        "I walked to the bridge on Monday. It was shut. The way round took me an hour, in the rain."
    )
    assert not any(second for second, _ in told(mine, mine, mine))


def test_every_other_of_many_equal_stories_is_the_second_voice_s() -> None:
    """Only where there is nothing else for it to say."""
    stories = [f"Pier number {number} was painted green." for number in range(6)]
    assert [second for second, _ in told(bullets(*stories))] == [False, True] * 3
    assert told(bullets(*stories[:5])) == [(False, " ".join(stories[:5]))]
    quoted = Quote(
        "Green is the colour of patience, and of copper that has been at sea for too long to care.", "Ada"
    )
    assert not any(second for second, _ in told(bullets(*stories), quoted))


def test_after_a_quotation_the_first_voice_goes_on() -> None:
    """What follows somebody's words in the second voice is not heard as theirs."""
    blocks = (Paragraph(NEWS), Paragraph("But why?"), Quote("Nobody asked.", "Ada"), Paragraph(NEWS))
    assert [second for second, _ in told(*blocks)] == [False, True, False, False]


text = st.sampled_from(
    (NEWS, f"{NEWS} It rains.", "However, it rains.", "Osprey: Bought a pier. It leaks.", "I am.")
)
block: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, text),
    st.builds(Quote, text),
    st.lists(text, min_size=1, max_size=7).map(lambda found: bullets(*found)),
)


@given(st.lists(block, max_size=6))
def test_sharing_loses_nothing(blocks: Sequence[Block]) -> None:
    """Both voices together say each word of the blocks, in their order."""
    said = aloud(blocks)
    assert " ".join(texts([one.block for one in shared(said)])) == " ".join(texts(said))


def test_a_show_of_one_role_is_one_talk() -> None:
    """A paragraph that two would share stays whole."""
    alone = Show(roles={"HOST": Role()})
    paragraph = f"{NEWS} Repairs have begun. However, nobody knows why."
    lines = write(Issue("Water", (Section("Fog", (Paragraph(paragraph),)),)), alone).chapters[1].lines
    assert lines[-1].text == paragraph


def test_a_question_above_is_answered_by_the_other(show: Show) -> None:
    """Where a heading asks, the voice that said it does not go on."""
    part = Section("Can I walk?", (Paragraph("Yes. The weir is open."),))
    issue = Issue("Water", (Section("Why is it shut?", (Paragraph("The steel is late."),), (part,)),))
    lines = write(issue, show).chapters[1].lines
    assert [(line.role, line.text) for line in lines[-3:]] == [
        ("ANALYST", "The steel is late."),
        ("HOST", "Can I walk?"),
        ("ANALYST", "Yes. The weir is open."),
    ]
