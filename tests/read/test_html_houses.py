"""HTML issues as houses send them: sponsors' logos, figures, labels, and what must not be misheard."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from issuecast.models import Image, Issue, Paragraph, Reason, Sponsor, Table, blocks_of
from issuecast.read.html import HtmlReader
from issuecast.read.source import Source


def issue_of(html: str) -> Issue:
    return HtmlReader().read(Source(Path("issue.html"), html.encode()))


def spoken(issue: Issue) -> list[str]:
    """The paragraphs, those of lists among them."""
    return [block.text for block in blocks_of(issue.sections) if isinstance(block, Paragraph)]


def lost(issue: Issue) -> list[tuple[str, Reason]]:
    return [(one.text, one.reason) for one in issue.left_out]


# ── what must not be misheard ─────────────────────────────────────────────────────────────────────


def test_raised_and_lowered_figures() -> None:
    """A raised figure is no further digit, and words that are raised stay as they are."""
    sums = "10<sup>6</sup> cells, x<sup>2</sup>, 10<sup>−3</sup>"
    html = f"<p>{sums}, 5<sub>2</sub>, CO<sub>2</sub>, 3<sup>rd</sup>.</p>"
    assert spoken(issue_of(html)) == ["10⁶ cells, x², 10⁻³, 5₂, CO2, 3rd."]


def test_a_raised_mark_of_a_note_is_no_power() -> None:
    """Without a link too, and it is accounted for."""
    issue = issue_of("<p>The sea is dear.<sup>1</sup> So it is.</p>")
    assert spoken(issue) == ["The sea is dear. So it is."]
    assert [(one.text, one.reason) for one in issue.left_out] == [("1", Reason.FOOTNOTE)]


@pytest.mark.parametrize(
    "struck",
    [
        "<del>$50</del>",
        "<s>$50</s>",
        "<strike>$50</strike>",
        '<span style="text-decoration: line-through">$50</span>',
    ],
)
def test_struck_words(struck: str) -> None:
    """What is struck out holds no longer, and is not said."""
    issue = issue_of(f"<p>Was {struck} $40.</p>")
    assert spoken(issue) == ["Was $40."]
    assert lost(issue) == [("$50", Reason.HIDDEN)]


@pytest.mark.parametrize(
    "style",
    [
        "position:absolute; left:-9999px",
        "text-indent:-9999px",
        "position:absolute; clip:rect(0,0,0,0)",
        "position: absolute; clip-path: inset(50%)",
    ],
)
def test_off_the_screen(style: str) -> None:
    """What is put where no screen is, is hidden."""
    issue = issue_of(f"<p>Sand.</p><div style='{style}'>For machines</div>")
    assert spoken(issue) == ["Sand."]
    assert lost(issue) == [("For machines", Reason.HIDDEN)]


def test_reading_aids() -> None:
    """Of a word and how it is read, the word is enough."""
    issue = issue_of("<p><ruby>潮<rp>(</rp><rt>shio</rt><rp>)</rp></ruby> is the tide.</p>")
    assert spoken(issue) == ["潮 is the tide."]
    assert lost(issue) == [("shio", Reason.REPEATED)]


# ── as houses send it ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "html",
    [
        "<td><p>TOGETHER WITH</p><img src='l.png' alt='Saltbox logo'></td>",
        "<td>TOGETHER WITH</td></tr><tr><td><img src='l.png' alt='Saltbox'></td>",
        "<td><h1>Together with <a href='https://a.example'><img src='l.png' alt='Saltbox'></a></h1></td>",
    ],
)
def test_sponsor_by_logo(html: str) -> None:
    """A logo tells with whom an issue is sent, and the greeting below it is nobody's advertisement."""
    issue = issue_of(f"<table><tr>{html}</tr><tr><td><p>Good morning to all.</p></td></tr></table>")
    assert [section.blocks for section in issue.sections] == [
        (
            Sponsor((Paragraph("Together with Saltbox", (), 1),), "Saltbox", 1),
            Paragraph("Good morning to all.", (), 1),
        )
    ]


def test_rows_of_figures() -> None:
    """Rows of a name and its figures are a table, said to be layout or not; arrows are no column."""
    rows = "<tr><td><img alt='up'></td><td>Copper</td><td>4.21</td><td>+1.3%</td></tr>" * 2
    for role in ("", " role='presentation'"):
        issue = issue_of(f"<table{role}>{rows}</table>")
        assert issue.sections[0].blocks == (Table((), (("Copper", "4.21", "+1.3%"),) * 2, (), 1),)
        assert lost(issue) == [("up", Reason.FURNITURE)] * 2


def test_label_above_a_headline() -> None:
    """A label in capitals and the headline below it are one heading, however they are tagged."""
    issue = issue_of("<h2>Sea</h2><p>A.</p><h4>PIERS AND QUAYS</h4><h2>The pier is closed</h2><p>B.</p>")
    assert [one.title for one in issue.sections] == ["Sea", "Piers and Quays: The pier is closed"]


@pytest.mark.parametrize(
    "html",
    [
        "<div><h4>SHARE THE TIDE</h4><p>Friends get mugs.</p><p>Your referral count: 0</p></div>",
        "<p>ABOUT // CAREERS // SHOP // FAQ</p>",
        "<table><tr><td>👏 1.2K</td></tr></table>",
        "<a class='kg-btn' href='https://a.example'>Donate now</a>",
        "<span class='gh-article-tag'>Piers</span>",
    ],
)
def test_what_only_the_mail_needs(html: str) -> None:
    """Asking for readers, a site's pages, counters, buttons and topics are furniture."""
    issue = issue_of(f"<p>{'The sand is long. ' * 20}</p>{html}")
    assert spoken(issue) == [("The sand is long. " * 20).strip()]
    assert {reason for _, reason in lost(issue)} == {Reason.FURNITURE}


def test_members_in_a_row() -> None:
    """A label in a row or a list says something of its entry, and nothing behind it is hidden."""
    table = "<table><tr><td>Tour</td><td>🔒 Members only</td></tr><tr><td>Walk</td><td>Free</td></tr></table>"
    entries = "<ul><li>Tour<br>🔒 Members only</li><li>Walk</li></ul>"
    badge = "<p><span class='members-only'>Tour</span></p>"
    for html in (table, entries, badge):
        issue = issue_of(f"{html}<p>The roof leaks.</p>")
        assert spoken(issue)[-1] == "The roof leaks."
        assert lost(issue) == []


def test_title_below_the_name() -> None:
    """The page's title is found below the newsletter's name and its sponsor, and tells the date."""
    page = (
        "<head><title>Tide Data 2026-03-05</title></head><h1>Tide</h1>"
        "<h1>Together with <img alt='Saltbox'></h1><h1>Tide Data 2026-03-05</h1>"
        "<h1>🌊</h1><h1>Piers</h1><p>Sand.</p>"
    )
    issue = issue_of(page)
    assert (issue.title, issue.date) == ("Tide Data 2026-03-05", date(2026, 3, 5))
    assert [one.title for one in issue.sections] == ["", "Piers"]


def test_picture_that_says_no_more() -> None:
    """A picture described by the headline beside it is not described again."""
    issue = issue_of("<h2>The pier</h2><img src='p.png' alt='The pier'><p>Sand.</p>")
    assert not any(isinstance(block, Image) for block in blocks_of(issue.sections))
    assert lost(issue) == [("The pier", Reason.REPEATED)]


def test_what_an_essay_says_of_referrals() -> None:
    """A story of referrals asks nobody for anything, and a price tag is no topic."""
    told = ["The referral program made the port grow.", "$40"]
    assert (
        spoken(issue_of(f"<div class='a'><p>{told[0]}</p></div><p class='price-tag'>{told[1]}</p>")) == told
    )
