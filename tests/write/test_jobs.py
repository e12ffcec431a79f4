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
        (
            "Service Designer — City of Mirren — Mirren — €4,200/month",
            Job("City of Mirren", "a service designer", "in Mirren", who_first=False, pay="€4,200/month"),
        ),
        (
            "SRE — TERN.PT · Porto, hybrid · £61,200",
            Job("TERN.PT", "an SRE", "in Porto, hybrid", who_first=False, pay="£61,200"),
        ),
        (
            "Data Engineer, Osprey (Lund) — €80k",
            Job("Osprey", "a data engineer", "in Lund", who_first=False, pay="€80k"),
        ),
        ("Nurse, Mirren Hospital (Lund)", Job("Mirren Hospital", "a nurse", "in Lund", who_first=False)),
        (
            "Grid engineer at Harborlight, Malmö — €50k",
            Job("Harborlight", "a grid engineer", "in Malmö", who_first=False, pay="€50k"),
        ),
        ("Editor in Porto: Tern Gazette", Job("Tern Gazette", "an editor in Porto", "", who_first=False)),
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


@pytest.mark.parametrize(
    "section",
    [
        Section(
            "Lund",
            (
                Paragraph("Data Engineer — Osprey Labs — Lund — €80k"),
                Paragraph("Nurse — Mirren Hospital — remote"),
            ),
        ),
        Section(
            "Lund",
            (),
            (
                Section("Data Engineer", (Paragraph("Osprey Labs · Lund · €80k"),)),
                Section("Nurse", (Paragraph("Mirren Hospital · remote"),)),
            ),
        ),
    ],
)
def test_openings_need_not_be_a_list(section: Section, show: Show) -> None:
    """Paragraphs that each offer a trade, and trades as small headings above who and where, are openings."""
    lead, *lines = write(Issue("Water", (section,)), show).chapters[1].lines
    assert "two openings" in lead.text
    assert [line.text.partition("a ")[2] for line in lines] == [
        "data engineer, at Osprey Labs, in Lund, for €80k.",
        "nurse, at Mirren Hospital, remote.",
    ]
