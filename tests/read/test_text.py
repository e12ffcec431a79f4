"""Pasted newsletters, understood by their shape."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import (
    Aside,
    BulletList,
    Issue,
    LeftOut,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Reason,
    Section,
)
from issuecast.read import read

SAMPLES = Path(__file__).parents[1] / "samples"
SAMPLE = Path(__file__).parents[3] / "shared" / "newsletters" / "000_1c4ab2bb85206623.txt"


def issue_of(tmp_path: Path, text: str, name: str = "issue.txt") -> Issue:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def texts(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def shape(section: Section) -> list[str]:
    return [type(block).__name__ for block in section.blocks]


@pytest.mark.skipif(not SAMPLE.parent.is_dir(), reason="the real newsletters are not beside this checkout")
def test_daily_newsletter_is_understood_whole() -> None:
    """Every part of a real daily newsletter is what it is, and its page residue is gone."""
    issue = read(SAMPLE)
    assert (issue.title, issue.date) == ("The Sovereign Compute Era", date(2025, 12, 23))
    greeting, headlines, market, dive, rapid, research, pick = issue.sections
    assert (greeting.title, shape(greeting)) == ("", ["Paragraph"])
    assert (headlines.title, shape(headlines)) == ("The Sovereign Compute Era", ["BulletList"])
    assert shape(market) == ["Paragraph", "Paragraph", "Quote"]
    assert isinstance(market.blocks[2], Quote)
    assert market.blocks[2].speaker == "Demis Hassabis"
    assert shape(dive) == ["Paragraph", "Paragraph", "Aside"]
    assert isinstance(dive.blocks[2], Aside)
    assert dive.blocks[2].text.startswith("The Alpha: ")
    titles = ["📈 Market Pulse: Market Watch: AMZN", "🔍 The Deep Dive", "⚡ Rapid Fire"]
    assert [section.title for section in (market, dive, rapid)] == titles
    assert [section.title for section in (research, pick)] == ["🧠 Research Corner", "🎙️ Podcast of the Day"]
    assert rapid.blocks == ()
    assert [part.title for part in rapid.parts] == ["🏗️ The Compute Moat", "🤖 Agentic Frontier"]
    lists = [part.blocks[0] for part in rapid.parts] + [research.blocks[0], pick.blocks[0]]
    assert [len(one.items) for one in lists if isinstance(one, BulletList)] == [4, 3, 4, 3]
    assert shape(pick) == ["BulletList", "Paragraph", "Paragraph"]
    assert [section.line for section in issue.sections] == [0, 3, 11, 21, 27, 47, 57]


@pytest.mark.skipif(not SAMPLE.parent.is_dir(), reason="the real newsletters are not beside this checkout")
def test_pasted_text_by_another_name(tmp_path: Path) -> None:
    """A pasted text that is called .md is read as what it is."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert issue_of(tmp_path, text, "a.md") == read(SAMPLE)
    assert issue_of(tmp_path, f"---\nnumber: 7\n---\n{text}", "a.md").sections[1].title == read(SAMPLE).title


def test_banner_is_the_title_and_a_heading(tmp_path: Path) -> None:
    """A title between rules names the issue, not shouted, and heads what follows it."""
    issue = issue_of(tmp_path, "Hello.\n\n=== THE AGE OF UK BATTERIES ===\n\n• One.\n• Two.\n")
    assert issue.title == "The Age of UK Batteries"
    assert [section.title for section in issue.sections] == ["", "The Age of UK Batteries"]


def test_several_banners_are_sections(tmp_path: Path) -> None:
    """Where each section has a banner, none of them names the issue; other headings are below them."""
    text = "Hello.\n\n*** NEWS ***\n\nA Boat\n\nIt came in.\n\n*** TOOLS ***\n\n• A hammer.\n"
    issue = issue_of(tmp_path, text, "2026-01-05-low-tide.txt")
    assert issue.title == "Low tide"
    assert [section.title for section in issue.sections] == ["", "News", "Tools"]
    assert [part.title for part in issue.sections[1].parts] == ["A Boat"]


def test_heading_at_the_top_is_the_title(tmp_path: Path) -> None:
    """Without a banner the first line names the issue if it looks like a heading."""
    issue = issue_of(tmp_path, "The Tide Report\n\nIt rains again.\n\nHARBOUR NEWS\n\nA boat came in.\n")
    assert issue.title == "The Tide Report"
    assert [section.title for section in issue.sections] == ["", "Harbour News"]


def test_headline_below_the_title_that_front_matter_tells(tmp_path: Path) -> None:
    """A headline that is not the issue's title is kept as a heading."""
    issue = issue_of(
        tmp_path, "Subject: Tide #12\n\nThe Price of Salt\n\nIt is dear.\n\nWhat It Means\n\nA lot.\n"
    )
    assert (issue.title, issue.number) == ("Tide #12", 12)
    assert [section.title for section in issue.sections] == ["The Price of Salt", "What It Means"]


def test_masthead(tmp_path: Path) -> None:
    """Title, subtitle, author and date of a pasted post are told apart."""
    text = (
        "The Price of Salt\nWhy your soup costs more\n\nInes Okafor\nMay 3, 2026\n∙ Paid\n\n"
        "12\n\n4\n\nShare\n\nSalt is dear.\n\nWhat It Means\n\nSoup is dear.\n"
    )
    issue = issue_of(tmp_path, text)
    assert (issue.title, issue.author, issue.date) == ("The Price of Salt", "Ines Okafor", date(2026, 5, 3))
    untitled, meaning = issue.sections
    assert texts(untitled) == ["Why your soup costs more", "Salt is dear."]
    assert (meaning.title, texts(meaning)) == ("What It Means", ["Soup is dear."])


def test_byline_below_a_heading(tmp_path: Path) -> None:
    """An author who is named as such leaves the text."""
    issue = issue_of(tmp_path, "=== THE PRICE OF SALT ===\n\nBy Ines Okafor and Ben Tern\n\nSalt is dear.\n")
    assert (issue.title, issue.author) == ("The Price of Salt", "Ines Okafor and Ben Tern")
    assert [texts(section) for section in issue.sections] == [["Salt is dear."]]


def test_dateline_is_no_title(tmp_path: Path) -> None:
    """A date above the title is not it."""
    issue = issue_of(tmp_path, "Monday, January 5, 2026\n\nThe Price of Salt\n\nSalt is dear.\n")
    assert (issue.title, issue.date) == ("The Price of Salt", date(2026, 1, 5))


@pytest.mark.parametrize(
    "heading",
    [
        "📈 Market mood",
        "1️⃣ Harbour news",
        "HARBOUR NEWS",
        "From the Harbour",
        "What Happened?",
        "**From the Harbour**",
        "Deep Dive: The Price of Salt",
        "📈 Market Pulse: Market Watch: SALT",
        "## from the harbour",
        "harbour\n=======",
        "----------\nharbour\n----------",
        "1. From the harbour",
    ],
)
def test_headings_by_look(tmp_path: Path, heading: str) -> None:
    """Pictographs, capitals, title case, hashes and underlines make a heading of a line that stands alone."""
    issue = issue_of(tmp_path, f"Good evening to you.\n\n{heading}\n\nA boat came in.\n")
    assert len(issue.sections) == 2
    assert isinstance(issue.sections[1].blocks[0], Paragraph)


@pytest.mark.parametrize(
    "line",
    [
        "Sentiment: 🟢 Bullish",
        "A boat came in.",
        "Cheers,",
        "Good Morning Friends",
        "What a day!",
        "Monday, January 5, 2026",
        "$TIDE 48.20 +6.4%",
        "👉 Read More",
        "💰 Raised: $20M",
        "Best wishes,",
        "it rains",
    ],
)
def test_lines_that_are_no_headings(tmp_path: Path, line: str) -> None:
    """Labels with their value, sentences, greetings and farewells are text."""
    issue = issue_of(tmp_path, f"It begins here.\n\n{line}\n\nA boat came in.\n")
    assert [section.title for section in issue.sections] == [""]


def test_heading_and_its_text_without_a_blank_line(tmp_path: Path) -> None:
    """A line in capitals, or with a picture, heads the lines below it if it was ended by hand."""
    issue = issue_of(tmp_path, "We begin.\n\nHARBOUR NEWS\nA boat came in, and it was full of salt.\n")
    assert (issue.sections[1].title, texts(issue.sections[1])) == (
        "Harbour News",
        ["A boat came in, and it was full of salt."],
    )
    wrapped = "🔥 The boat that came in from\nMarrow was full of salt,\nand nobody wanted it.\n"
    assert len(issue_of(tmp_path, f"We begin.\n\n{wrapped}").sections) == 1


def test_stronger_headings_hold_weaker_ones(tmp_path: Path) -> None:
    """Sections in capitals have stories in title case, and the next section ends them."""
    text = "We begin.\n\nNEWS\n\nA.\n\nA Boat Came In\n\nB.\n\nA Boat Went Out\n\nC.\n\nWEATHER\n\nD.\n"
    _, news, weather = issue_of(tmp_path, text).sections
    assert [part.title for part in news.parts] == ["A Boat Came In", "A Boat Went Out"]
    assert (weather.title, weather.parts) == ("Weather", ())


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_lines_with_pictures_are_a_list(tmp_path: Path, between: str) -> None:
    """Several such lines with nothing between them are entries, which keep their pictures."""
    entries = ["🌊 The sea is high", "🏔️ The hill is sold", "🧂 Salt is dear"]
    text = f"In this issue:\n\n{between.join(entries)}\n\n🌊 The Sea\n\nIt is high.\n"
    untitled, sea = issue_of(tmp_path, text).sections
    assert isinstance(untitled.blocks[1], BulletList)
    assert [
        block.text
        for item in untitled.blocks[1].items
        for block in item.blocks
        if isinstance(block, Paragraph)
    ] == entries
    assert sea.title == "🌊 The Sea"


def test_numbered_stories_are_headings(tmp_path: Path) -> None:
    """A numbered line with text below is a heading; with other numbers below it is an entry."""
    text = "Hello.\n\n1. Salt is dear\n\nIt is.\n\n2. Soup is dear\n\nIt is.\n\n1. One\n2. Two\n\nThe end.\n"
    issue = issue_of(tmp_path, text)
    assert [section.title for section in issue.sections] == ["", "Salt is dear", "Soup is dear"]
    assert shape(issue.sections[2]) == ["Paragraph", "NumberedList", "Paragraph"]


def test_last_line_is_no_heading(tmp_path: Path) -> None:
    """Who signs an issue heads nothing."""
    issue = issue_of(tmp_path, "It begins here.\n\nAda Marsh\n")
    assert [block.text for block in issue.sections[0].blocks if isinstance(block, Paragraph)] == [
        "It begins here.",
        "Ada Marsh",
    ]


def test_signature_above_a_postscript_is_no_heading(tmp_path: Path) -> None:
    """Nor does who signs head a postscript."""
    issue = issue_of(tmp_path, "It begins here.\n\nUntil next week,\n\nAda Marsh\n\nP.S. Write to us.\n")
    assert len(issue.sections) == 1


def test_short_dashed_entries_are_a_list(tmp_path: Path) -> None:
    """An entry without a full stop is an entry, and no name of a speaker."""
    issue = issue_of(tmp_path, "We sell:\n- Apples\n- Pears\n\n– Salt\n")
    assert isinstance(issue.sections[0].blocks[1], BulletList)
    assert len(issue.sections[0].blocks[1].items) == 3


def test_wrapped_dashes_and_figures_begin_no_list(tmp_path: Path) -> None:
    """Running text that is wrapped before a dash or a figure goes on."""
    text = "it rained all day and\n– as ever – in the week of\n3. May nobody minded\n"
    assert texts(issue_of(tmp_path, text).sections[0]) == [" ".join(text.split())]


def test_entries_in_entries(tmp_path: Path) -> None:
    """What is indented further is below the entry above, be it a list, a paragraph or a call-out."""
    text = "Hello.\n\n- Sea. > The Point: It is wet.\n  - Salt\n  - Water\n\n- Land\n\n    It is dry.\n"
    bullets = issue_of(tmp_path, f"{text}\nThe end.\n").sections[0].blocks[1]
    assert isinstance(bullets, BulletList)
    sea, land = bullets.items
    assert sea.blocks[:2] == (Paragraph("Sea.", (), 3), Aside("The Point: It is wet.", (), 3))
    assert isinstance(sea.blocks[2], BulletList)
    assert len(sea.blocks[2].items) == 2
    assert land.blocks == (Paragraph("Land", (), 7), Paragraph("It is dry.", (), 9))


def test_a_staircase_of_entries_ends(tmp_path: Path) -> None:
    """However far entries are indented, they are all there, and nested so that they can be walked."""
    text = "Hello.\n\n" + "\n".join("  " * i + f"- step{i}" for i in range(900))
    assert "step899" in repr(issue_of(tmp_path, text))


def test_bullets_of_every_kind_and_wrapped_lines(tmp_path: Path) -> None:
    """Entries are a list whatever their sign, over blank lines, and a wrapped entry is one."""
    issue = issue_of(
        tmp_path, "News today:\n\n  • One\n    goes on.\n\n- Two.\n* Three.\n\n1. First.\n2) Second.\n"
    )
    paragraph, bullets, numbers = issue.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(bullets, BulletList)
    assert isinstance(numbers, NumberedList)
    told = [block.text for item in bullets.items for block in item.blocks if isinstance(block, Paragraph)]
    assert told == ["One goes on.", "Two.", "Three."]


def test_parts_share_the_shape_of_their_lists(tmp_path: Path) -> None:
    """A heading without text of its own has the next as its part, and later ones of the same shape."""
    text = (
        "We begin.\n\n⚡ Quick Notes\n\n🌊 At Sea\n\n• Marrow: Bought a boat. Why: It floats.\n\n"
        "🏔️ On Land\n\n• Tern: Sold a hill. Why: It was in the way.\n\n📚 Reading\n\n• A book about sand.\n"
    )
    notes, reading = issue_of(tmp_path, text).sections[1:]
    assert [part.title for part in notes.parts] == ["🌊 At Sea", "🏔️ On Land"]
    assert (reading.title, reading.parts) == ("📚 Reading", ())


def test_the_last_part_may_be_followed_by_the_farewell(tmp_path: Path) -> None:
    """An entry without its label, and text below the last list, do not change a section's shape."""
    text = (
        "We begin.\n\n⚡ Quick Notes\n\n🌊 At Sea\n\n• Marrow: Bought a boat. Why: It floats.\n\n"
        "🏔️ On Land\n\n• Tern: Sold a hill. Why: It was there.\n• Gull: Left. Why: Bored.\n• Who knows.\n\n"
        "See you tomorrow.\n"
    )
    (notes,) = issue_of(tmp_path, text).sections[1:]
    assert [part.title for part in notes.parts] == ["🌊 At Sea", "🏔️ On Land"]


def test_prose_goes_on_only_where_that_is_the_habit(tmp_path: Path) -> None:
    """Paragraphs have no shape: one parent has one part; of several parents, each has all up to the next."""
    one = "We begin.\n\n🌊 SEA\n\n🚢 Boats\n\nA.\n\n🧂 Salt\n\nB.\n"
    assert [len(section.parts) for section in issue_of(tmp_path, one).sections] == [0, 1, 0]
    two = f"{one}\n🏔️ LAND\n\n🏠 Houses\n\nC.\n\n🌲 Trees\n\nD.\n"
    assert [len(section.parts) for section in issue_of(tmp_path, two).sections] == [0, 2, 2]


@pytest.mark.parametrize(
    "text",
    [
        '"The sea is patient."\n\n— Ada Marsh, pilot',
        '"The sea is patient."\n\n- Ada Marsh, pilot',
        "«The sea is\npatient.»\n-- Ada Marsh, pilot",
        '"The sea is patient." - Ada Marsh, pilot',
        "“The sea is patient.”\n- Ada Marsh, pilot",
        "> The sea is patient.\n> — Ada Marsh, pilot",
        '"The sea is patient." — Ada Marsh, pilot',
    ],
)
def test_quotation_and_speaker(tmp_path: Path, text: str) -> None:
    """Words in marks or behind ">" with a name after a dash are a quotation, however they are set."""
    issue = issue_of(tmp_path, f"We begin.\n\n{text}\n\nWe go on.\n")
    assert [block for block in issue.sections[0].blocks if isinstance(block, Quote)] == [
        Quote("The sea is patient.", "Ada Marsh, pilot", (), 3)
    ]


def test_marked_lines_without_a_speaker_are_an_aside(tmp_path: Path) -> None:
    """Lines behind ">" that quote nobody are set apart, and dashes elsewhere name no speaker."""
    issue = issue_of(tmp_path, "We begin.\n\n> Bring a coat.\n> It rains.\n\nWe leave — the two of us\n")
    assert issue.sections[0].blocks[1:] == (
        Aside("Bring a coat. It rains.", (), 3),
        Paragraph("We leave — the two of us", (), 6),
    )


def test_call_out_inside_a_paragraph(tmp_path: Path) -> None:
    """A ">" between two sentences is what pasting left of a box."""
    blocks = (
        issue_of(tmp_path, "It rained > a lot. So they left. > The Point: Bring a coat.\n").sections[0].blocks
    )
    assert blocks == (
        Paragraph("It rained > a lot. So they left.", (), 1),
        Aside("The Point: Bring a coat.", (), 1),
    )


def test_addresses_leave_the_words(tmp_path: Path) -> None:
    """A link is kept beside the words and never read out."""
    text = (
        "Read the log: https://example.org/log. "
        "Or [the map](https://example.org/map) (www.example.org/key).\n"
    )
    paragraph = issue_of(tmp_path, text).sections[0].blocks[0]
    assert paragraph == Paragraph(
        "Read the log. Or the map.",
        (
            Link("example.org", "https://example.org/log"),
            Link("the map", "https://example.org/map"),
            Link("example.org", "https://www.example.org/key"),
        ),
        1,
    )


def test_numbers_in_brackets_are_links(tmp_path: Path) -> None:
    """The list of addresses that a mail's plain part ends with is put where its numbers stand."""
    text = (
        "Hello there.\n\nTHE PRICE OF SALT (5 MINUTE READ) [1]\n\nSalt [2] is dear.\n\nSo is soup [3].\n\n"
        "Links:\n------\n[1] https://a.example/1\n[2] https://a.example/2\n"
    )
    untitled, salt = issue_of(tmp_path, text).sections
    assert texts(untitled) == ["Hello there."]
    assert salt.title == "The Price of Salt"
    one = Link("The Price of Salt", "https://a.example/1")
    two = Link("a.example", "https://a.example/2")
    assert salt.blocks == (
        Paragraph("Salt is dear.", (one, two), 5),
        Paragraph("So is soup [3].", (), 7),
    )


def test_marks_of_emphasis_are_not_words(tmp_path: Path) -> None:
    """Stars, underscores and backticks around words are gone; those within them stay."""
    issue = issue_of(tmp_path, "**Salt:** it *is* _very_ `dear`, and 3 * 4 or snake_case_names too.\n")
    assert texts(issue.sections[0]) == ["Salt: it is very dear, and 3 * 4 or snake_case_names too."]


def test_residue_is_gone_and_sentences_that_sound_like_it_stay(tmp_path: Path) -> None:
    """Only whole lines of a page's furniture are dropped."""
    text = (
        "View in browser\n\nTwo readers asked how to unsubscribe from the sea.\n\n"
        "Share | Tweet | Unsubscribe\n3 min read\n\nHave a tip? Write to us.\n\n"
        "Keep Reading\n\nNo posts found\n© 2026 The Tide. All rights reserved.\n"
    )
    assert texts(issue_of(tmp_path, text).sections[0]) == [
        "Two readers asked how to unsubscribe from the sea.",
        "Have a tip? Write to us.",
    ]


@pytest.mark.parametrize(
    ("text", "name", "day"),
    [
        ("It's Monday, January 5, 2026. Rain.", "a.txt", date(2026, 1, 5)),
        ("The 5th of January 2026: rain.", "a.txt", date(2026, 1, 5)),
        ("2026/1/5, rain.", "a.txt", date(2026, 1, 5)),
        ("Rain.", "2026-01-05-rain.txt", date(2026, 1, 5)),
        ("On May 40, 2026 nothing happens.", "a.txt", None),
        ("In May 2026 it rains.", "a.txt", None),
        ("Date: 2026-01-05\nTitle: Rain\n\nIt rains.", "2025-01-01.txt", date(2026, 1, 5)),
    ],
)
def test_date_from_text_then_from_the_name(tmp_path: Path, text: str, name: str, day: date | None) -> None:
    """The issue's own date wins; a date that no calendar has is none."""
    assert issue_of(tmp_path, f"{text}\n", name).date == day


def test_tight_text(tmp_path: Path) -> None:
    """Where no line is blank, a line in capitals or with a picture heads the list or the lines below it."""
    text = (
        "Good morning to all of you.\nHARBOUR NEWS\n• A boat came in.\n• It was full.\n🌊 At sea\n• Waves.\n"
        "TOGETHER WITH [harborlight]\nLamps that float, and that bring you home from wherever you are.\n"
        "It was the USS ENTERPRISE that\ncame in from the west, and it stayed.\n"
    )
    untitled, news, sea, sponsor = issue_of(tmp_path, text).sections
    assert texts(untitled) == ["Good morning to all of you."]
    assert [news.title, sea.title, sponsor.title] == [
        "Harbour News",
        "🌊 At sea",
        "Together with harborlight",
    ]
    assert (shape(news), shape(sea), shape(sponsor)) == (["BulletList"], ["BulletList"], ["Paragraph"])


def test_labels_are_paragraphs(tmp_path: Path) -> None:
    """Lines that each name a thing and its value are kept apart; a colon in running text means nothing."""
    text = "Ticker: SALT\nPrice: $48.20\nMood: 🟢 calm\nSalt is dear, and one thing\nis sure: it stays so.\n"
    blocks = issue_of(tmp_path, text).sections[0].blocks
    assert [(block.text, block.line) for block in blocks if isinstance(block, Paragraph)] == [
        ("Ticker: SALT", 1),
        ("Price: $48.20", 2),
        ("Mood: 🟢 calm", 3),
        ("Salt is dear, and one thing is sure: it stays so.", 4),
    ]


_LONG = "It was a long week for everybody who makes soup, and the next one will be no shorter."


def test_sentence_case_headings_are_a_habit(tmp_path: Path) -> None:
    """Three short lines above long texts are headings; one or two are text."""
    lines = ["Why soup is dear", "What the cooks say", "Where it goes from here"]
    three = "Hello.\n\n" + "".join(f"{line}\n\n{_LONG}\n\n" for line in lines)
    assert [section.title for section in issue_of(tmp_path, three).sections] == ["", *lines]
    two = "Hello.\n\n" + "".join(f"{line}\n\n{_LONG}\n\n" for line in lines[:2])
    assert [section.title for section in issue_of(tmp_path, two).sections] == [""]


def test_what_is_taken_is_accounted_for(tmp_path: Path) -> None:
    """Title, author, dateline, residue and the list of addresses are listed with their lines."""
    text = (
        "View in browser\n\nThe Price of Salt\n\nInes Okafor\nMay 3, 2026\n\nSalt [1] is dear.\n\n"
        "Links:\n------\n[1] https://a.example\n"
    )
    assert issue_of(tmp_path, text).left_out == (
        LeftOut("View in browser", Reason.FURNITURE, 1),
        LeftOut("The Price of Salt", Reason.NAMING, 3),
        LeftOut("Ines Okafor", Reason.NAMING, 5),
        LeftOut("May 3, 2026", Reason.NAMING, 6),
        LeftOut("Links:", Reason.FURNITURE, 10),
        LeftOut("[1] https://a.example", Reason.ADDRESS, 12),
    )


def test_a_pasted_mail() -> None:
    """Tight, with pictures, a sponsor, a market, a poll, a merge tag and a footer: all is understood."""
    issue = read(SAMPLES / "pasted.txt")
    assert (issue.title, issue.date) == ("The Breakwater: Grease against Noise", date(2026, 6, 11))
    assert [(section.title, shape(section)) for section in issue.sections] == [
        ("", ["Paragraph"]),
        ("Together with harborlight", ["Paragraph"]),
        ("⚓ Today's Tide", ["BulletList"]),
        ("📈 Market Mood", ["Paragraph"] * 4),
        ("🔍 The Deep Water", ["Paragraph", "Paragraph", "Quote"]),
        ("⚡ Quick Knots", ["BulletList"]),
        ("🗳️ Poll", ["Paragraph", "BulletList", "Paragraph", "Paragraph"]),
    ]
    assert texts(issue.sections[0])[0].startswith("Morning! It's Thursday, June 11, 2026.")
    assert [(one.reason.name, one.line) for one in issue.left_out] == [
        ("FURNITURE", 1),
        ("NAMING", 3),
        ("MERGE_TAG", 5),
        *(("FURNITURE", line) for line in (52, 53, 54, 55)),
    ]


_PARTS = st.sampled_from([
    " ", " ", "\n", "\n\n", "\n\n", "\t", "\r\n", ". ", ", ", ": ", "! ", "? ", " — ", " - ", " > ",
    "\n- ", "\n• ", "\n  • ", "\n1. ", "\n> ", "\n\n🔥 ", "\n\n# ", "\n\n## ", "\n=====\n", "\n-----\n",
    "\n\n--- [", "] ---\n\n", "\n\nBy ", "— ", " 2026-01-05 ", "(", ")", '"', "“", "”", "**", "*", "_", "`",
    " https://a.b/c ", "[", "](https://a.b)",
])  # fmt: skip
_WORDS = st.text(alphabet="qzjvQZJV", min_size=2, max_size=6)


@given(st.lists(st.one_of(_WORDS, _PARTS), max_size=60))
def test_no_word_is_lost(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    """Every word of a text is in its issue or in the account of it, in whatever shape it comes."""
    text = "".join(parts)
    path = tmp_path_factory.getbasetemp() / "words.txt"
    path.write_text(f"Hello there, you all.\n\n{text}\n", encoding="utf-8")
    told = repr(read(path)).casefold()
    assert [word for word in re.findall("[qzjv]+", text.casefold()) if word not in told] == []


def test_a_headline_and_what_it_heads_are_two(tmp_path: Path) -> None:
    """A line that was ended by hand above its sentences is no beginning of them; a wrapped one is."""
    told = "Good day.\n\nTide mills cut prices by 30%\nThe cut is for all. It starts at noon.\n"
    (section,) = issue_of(tmp_path, told).sections
    assert texts(section)[1:] == ["Tide mills cut prices by 30%", "The cut is for all. It starts at noon."]
    wrapped = "Good day.\n\nTide mills in the north of the fjord and the islands cut\nSalt prices again.\n"
    (section,) = issue_of(tmp_path, wrapped).sections
    assert len(texts(section)) == 2


def test_lists_without_signs(tmp_path: Path) -> None:
    """Short lines one below the other are entries, and so are the choices of a question."""
    text = "Good day.\n\nFIXTURES (all times GMT)\nArden v Bray, 7pm\nClun v Dale, 8pm\nElm v Ford, 9pm\n"
    issue = issue_of(tmp_path, text)
    assert [one.title for one in issue.sections] == ["", "Fixtures (all times GMT)"]
    (fixtures,) = issue.sections[1].blocks
    assert isinstance(fixtures, BulletList)
    assert len(fixtures.items) == 3
    (section,) = issue_of(tmp_path, "Where will copper end?\nA) above 14\nB) below 12\n").sections
    assert shape(section) == ["Paragraph", "NumberedList"]


def test_what_stands_beside_the_date(tmp_path: Path) -> None:
    """A link to the page beside the date says nothing, nor does a telephone's greeting."""
    text = "The Salt Post\nMarch 5, 2026 | Read Online\n\nSalt is dear.\n\n--\nSent from my iPhone\n"
    issue = issue_of(tmp_path, text)
    assert (issue.title, issue.date) == ("The Salt Post", date(2026, 3, 5))
    assert [texts(section) for section in issue.sections] == [["Salt is dear."]]
