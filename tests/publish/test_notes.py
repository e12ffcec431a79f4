"""What an episode says about its issue."""

from __future__ import annotations

from issuecast.models import BulletList, Issue, Item, Paragraph, Section
from issuecast.publish.notes import summary

GREETING = Section("", (Paragraph("Hello, it is Monday."),))


def test_summary_is_the_headlines_without_the_greeting() -> None:
    """Whole sentences of the first section that tells something, and nothing of the next."""
    entries = tuple(
        Item((Paragraph(f"The {name} has gone to its keeper after many long years."),)) for name in "AB"
    )
    issue = Issue(
        "x", (GREETING, Section("News", (BulletList(entries),)), Section("Mood", (Paragraph("Calm."),)))
    )
    said = "The {} has gone to its keeper after many long years."
    assert summary(issue) == f"{said.format('A')} {said.format('B')}"


def test_summary_ends_with_a_sentence() -> None:
    """It is cut between sentences; a first one that is too long stays whole."""
    long = "A very long sentence " * 20 + "ends."
    assert summary(Issue("x", (Section("", (Paragraph(f"{long} Another."),)),))) == long
    short = " ".join(f"Sentence number {i} is here to fill the page." for i in range(20))
    assert summary(Issue("x", (Section("", (Paragraph(short),)),))).count(".") == 6


def test_summary_does_not_end_with_a_question() -> None:
    """Its answer would be missing; an issue of questions only still has a summary."""
    told, asked = "This is a weekly summary of progress.", "Want something mentioned?"
    answer = "Tag us in the places where this newsletter is read, " * 8

    def of(*sentences: str) -> str:
        return summary(Issue("x", (Section("", (Paragraph(" ".join(sentences)),)),)))

    assert of(told, asked, answer) == told
    assert of(told, asked, "Tag us.") == f"{told} {asked} Tag us."
    assert of(asked, asked) == f"{asked} {asked}"
