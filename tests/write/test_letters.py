from __future__ import annotations

from issuecast.models import Code, Issue, Line, Paragraph, Pause, Quote, Section
from issuecast.show import Role, Show
from issuecast.write.aloud import aloud
from issuecast.write.letters import answered
from issuecast.write.passages import Passage
from issuecast.write.script import write

LETTERS = (
    Paragraph("Q: My kelp is grey. What can I do? —Petra, Lund"),
    Paragraph("A: Nothing, Petra."),
    Paragraph("It was born grey."),
    Paragraph("Q: Does it float?"),
    Paragraph("A: Twice a day."),
)


def spoken(*blocks: Paragraph | Quote | Code, show: Show | None = None) -> list[tuple[str, str] | Pause]:
    script = write(Issue("Water", (Section("Tides", blocks),)), show or Show())
    cues = script.chapters[1].cues[1:]
    return [
        (cue.role, cue.text) if isinstance(cue, Line) else cue
        for cue in cues
        if isinstance(cue, Line | Pause)
    ]


def test_one_voice_asks_and_the_other_answers() -> None:
    """Who asks is named before the question, and an answer of two paragraphs has one voice."""
    assert spoken(*LETTERS) == [
        ("HOST", "From Petra, Lund: My kelp is grey. What can I do?"),
        ("ANALYST", "Nothing, Petra."),
        ("ANALYST", "It was born grey."),
        ("HOST", "Does it float?"),
        ("ANALYST", "Twice a day."),
    ]


def test_a_single_voice_says_what_is_a_question() -> None:
    """With one role a letter that names nobody is announced."""
    solo = Show(
        roles={"NARRATOR": Role()}, casts={"solo": {"NARRATOR": "silent:x"}}, cast="solo", understudies=()
    )
    assert spoken(*LETTERS[3:], show=solo) == [
        ("NARRATOR", "The question: Does it float?"),
        ("NARRATOR", "Twice a day."),
    ]


def test_a_list_by_letters_is_no_answer() -> None:
    """Without a question an "A:" is a label like any other."""
    blocks = aloud([Paragraph("A: Burn it."), Paragraph("B: Sink it.")])
    assert answered(blocks) == blocks
    assert [block.text for block in blocks if isinstance(block, Passage)] == ["A: Burn it.", "B: Sink it."]


def test_words_that_the_issue_leads_in_need_no_announcement() -> None:
    """A colon before them, or "she said" among them, tells whose they are."""
    said = '"We wait for the fog," Ines Halloran said. "We always did."'
    assert spoken(Paragraph("As the old song has it:"), Quote("The tide is a clock."), Quote(said)) == [
        ("HOST", "As the old song has it:"),
        Pause(350),
        ("ANALYST", "The tide is a clock."),
        Pause(350),
        Pause(350),
        ("ANALYST", said),
        Pause(350),
    ]


def test_a_colon_does_not_hide_who_speaks() -> None:
    """Whoever the colon does not name is named."""
    quote = Quote("The tide is a clock.", "Ines")
    assert spoken(Paragraph("As the old song has it:"), quote)[0] == (
        "HOST",
        "As the old song has it: Ines puts it this way.",
    )
    assert spoken(Paragraph("Ines puts it so:"), quote)[0] == ("HOST", "Ines puts it so:")


def test_code_behind_a_colon_is_no_sentence_of_its_own() -> None:
    """What is named goes on where the colon stopped."""
    assert spoken(Paragraph("The build fails with:"), Code("tide = 3", "Python")) == [
        ("HOST", "The build fails with: Python code that you find in the text.")
    ]
