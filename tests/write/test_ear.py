"""What the eye has and the ear has not."""

from __future__ import annotations

import pytest

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Code,
    Footnote,
    Image,
    Issue,
    Item,
    LeftOut,
    Link,
    Paragraph,
    Reason,
    Section,
    Sponsor,
    Table,
)
from issuecast.show import ScriptSettings, Show
from issuecast.show import Sponsor as SponsorSettings
from issuecast.write.ear import for_the_ear
from issuecast.write.script import write


def heard(*blocks: Block, show: Show | None = None) -> tuple[tuple[Block, ...], list[tuple[Reason, str]]]:
    """The blocks that are left of these, and what is left out."""
    found = for_the_ear(Issue("The Tide", (Section("", blocks),)), show or Show())
    return found.issue.sections[0].blocks, [(one.reason, one.text) for one in found.left_out]


def linked(number: int) -> Item:
    title = f"A lamp of number {number}"
    return Item((Paragraph(title, (Link(title, f"https://example.org/{number}"),), number),))


def said(issue: Issue, show: Show) -> list[str]:
    return [line.text for chapter in write(issue, show).chapters for line in chapter.lines]


def test_a_long_list_of_links_is_cut() -> None:
    """Its first six entries stay, the others are counted and listed; a list of seven stays whole."""
    (whole,), nothing = heard(BulletList(tuple(map(linked, range(7)))))
    assert (whole, nothing) == (BulletList(tuple(map(linked, range(7)))), [])
    (cut,), left = heard(BulletList(tuple(map(linked, range(9)))))
    assert cut == BulletList(tuple(map(linked, range(6))), more=3)
    assert left == [(Reason.IN_NOTES, f"A lamp of number {n}") for n in (6, 7, 8)]


def test_a_long_list_of_news_is_not_cut() -> None:
    """Only links are left to the show notes."""
    news = BulletList(tuple(Item((Paragraph(f"The pier of town {n} opened again."),)) for n in range(20)))
    assert heard(news) == ((news,), [])


def test_the_rest_of_a_list_is_told() -> None:
    """The listener hears how many more there are."""
    section = Section("Links", (BulletList(tuple(map(linked, range(18)))),))
    lines = said(Issue("The Tide", (section,)), Show())
    assert any("welve more" in line and "show notes" in line for line in lines)


@pytest.mark.parametrize(
    ("block", "setting", "kept", "left"),
    [
        (Code("a = 1", "python"), {}, True, (Reason.CODE, "a = 1")),
        (Code("a = 1", "python"), {"code": "skip"}, False, (Reason.CODE, "a = 1")),
        (Image("A chart of tides", "a.png"), {}, True, None),
        (Image("A chart of tides", "a.png"), {"images": "skip"}, False, (Reason.PICTURE, "A chart of tides")),
        (Image("", "a.png"), {}, False, (Reason.PICTURE, "")),
        (Footnote("1", "Not in May."), {}, False, (Reason.FOOTNOTE, "Not in May.")),
        (Paragraph("🎉"), {}, False, (Reason.WORDLESS, "🎉")),
        (Table((), (("Porto", "3"),)), {"tables": "skip"}, False, (Reason.TABLE, "Porto 3")),
    ],
)
def test_what_is_made_for_the_eye(
    block: Block, setting: dict[str, str], kept: bool, left: tuple[Reason, str] | None
) -> None:
    """Each goes by its setting, and is listed when it goes."""
    show = Show(script=ScriptSettings(**setting))
    assert heard(block, show=show) == ((block,) if kept else (), [left] if left else [])


def test_a_footnote_can_be_spoken() -> None:
    """It is an aside where it stands."""
    show = Show(script=ScriptSettings(footnotes="speak"))
    assert heard(Footnote("1", "Not in May.", (), 7), show=show) == ((Aside("Not in May.", (), 7),), [])


def test_a_tiny_table_is_read() -> None:
    """Row by row, each cell by its column."""
    table = Table(("Town", "Wait", "Price"), (("Porto", "14 months", "€3"), ("Malmö", "9 months", "€4")))
    lines = said(Issue("The Tide", (Section("Waiting", (Paragraph("So long it takes."), table)),)), Show())
    assert "Porto: Wait 14 months, Price €3. Malmö: Wait 9 months, Price €4." in lines
    assert heard(table)[1] == [(Reason.TABLE, "Town")]


def test_a_large_table_is_summed_up() -> None:
    """Its size, its columns, its first row and its last; the rows between are listed as left out."""
    rows = tuple((f"Town {n}", f"{n} months") for n in range(1, 10))
    table = Table(("Town", "Wait"), rows, (), 3)
    issue = Issue("The Tide", (Section("Waiting", (Paragraph("So long it takes."), table)),))
    text = " ".join(said(issue, Show()))
    for words in ("nine rows", "Town and Wait", "Town 1: 1 months", "Town 9: 9 months"):
        assert words in text
    assert "Town 5" not in text
    left = for_the_ear(issue, Show()).left_out
    assert left == tuple(LeftOut(" ".join(row), Reason.TABLE, 3) for row in rows[1:-1])


def test_a_sponsor_inside_a_section() -> None:
    """It is disclosed, or gone and listed, as the show's policy says."""
    ad = Sponsor((Paragraph("Lamps by Harborlight last."),), "Harborlight")
    issue = Issue("The Tide", (Section("News", (Paragraph("The pier burned."), ad)),))
    kept = " ".join(said(issue, Show()))
    assert "Harborlight" in kept.partition("Lamps by")[0]
    dropped = Show(sponsor=SponsorSettings(policy="drop"))
    assert "Harborlight" not in " ".join(said(issue, dropped))
    assert heard(ad, show=dropped) == ((), [(Reason.SPONSOR, "Lamps by Harborlight last.")])
