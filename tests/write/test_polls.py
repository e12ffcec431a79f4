from __future__ import annotations

import pytest

from issuecast.models import BulletList, Issue, Item, Line, Paragraph, Section
from issuecast.show import Show
from issuecast.write.aloud import aloud
from issuecast.write.passages import Listing
from issuecast.write.polls import Answers, answers
from issuecast.write.script import write


def bullets(*texts: str) -> BulletList:
    return BulletList(tuple(Item((Paragraph(text),)) for text in texts))


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("Yes", "No", "Not at all"), Answers(options=("yes", "no", "not at all"))),
        (("A) Porto", "B) Lund"), Answers(options=("Porto", "Lund"))),
        (("Yes: 62%", "No: 38%"), Answers(results=("yes, 62%", "no, 38%"))),
        (("Porto (120 votes)", "Lund – 80 votes"), Answers(results=("Porto, 120 votes", "Lund, 80 votes"))),
        (("62% said yes", "38% said no"), Answers(results=("62% said yes", "38% said no"))),
        (
            ("Only those of us who have been to Porto in this year or the last may answer here", "No"),
            Answers(),
        ),
    ],
)
def test_answers_are_options_or_results(texts: tuple[str, ...], told: Answers) -> None:
    """Short entries can be chosen from; entries with a share each are how others chose."""
    (listing,) = aloud([bullets(*texts)])
    assert isinstance(listing, Listing)
    assert answers(listing) == told


def test_a_poll_asks_and_gives_the_choice(show: Show) -> None:
    """A question and its options are a poll whatever its heading is: one voice asks, the other offers."""
    blocks = (Paragraph("Should the ferry sail at night?"), bullets("Yes", "No", "Only in summer"))
    lines = write(Issue("Water", (Section("Hm", blocks),)), show).chapters[1].lines
    assert lines[1:] == (
        Line("HOST", "Should the ferry sail at night?"),
        Line("ANALYST", "Yes, no, or only in summer?"),
    )
