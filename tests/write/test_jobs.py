from __future__ import annotations

import pytest

from issuecast.models import BulletList, Issue, Item, Paragraph, Section
from issuecast.show import Show
from issuecast.write.jobs import Job, job
from issuecast.write.script import write


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Harborlight — Grid engineer (Malmö)", Job("Harborlight", "a grid engineer", "in Malmö")),
        (
            "Grid engineer at Harborlight, Malmö",
            Job("Harborlight", "a grid engineer", "in Malmö", who_first=False),
        ),
        ("Harborlight: Grid Engineer, Malmö", Job("Harborlight", "a grid engineer", "in Malmö")),
        (
            "Grid Engineer | Harborlight | Remote",
            Job("Harborlight", "a grid engineer", "remote", who_first=False),
        ),
        ("Osprey Labs is hiring a data scientist", Job("Osprey Labs", "a data scientist", "")),
        ("Tern Gazette: Head of audience", Job("Tern Gazette", "a head of audience", "")),
        ("Harborlight: SRE", Job("Harborlight", "an SRE", "")),
        ("Harborlight: Three apprentices", Job("Harborlight", "three apprentices", "")),
        ("Harborlight: Union organizer", Job("Harborlight", "a union organizer", "")),
        (
            "Night editor, Tern Gazette. Two nights a week.",
            Job("", "a night editor", "Tern Gazette", who_first=False, more="Two nights a week."),
        ),
        ("Lunch at Porto", None),
        ("Harborlight opens an office", None),
        ("Porter: Driver", None),
    ],
)
def test_an_opening_is_understood_however_it_is_written(text: str, told: Job | None) -> None:
    """The trade tells who looks for whom; where both or neither could be one, we do not guess."""
    assert job(text) == told


def test_openings_are_sentences(show: Show) -> None:
    """Who is looking for whom, and where."""
    texts = ("Harborlight — Grid engineer (Malmö)", "Night editor at the Tern Gazette")
    openings = BulletList(tuple(Item((Paragraph(text),)) for text in texts))
    lines = write(Issue("Water", (Section("Jobs", (openings,)),)), show).chapters[1].lines
    assert [line.text for line in lines[1:]] == [
        "Harborlight is hiring a grid engineer, in Malmö.",
        "There is an opening for a night editor, at the Tern Gazette.",
    ]
