from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import fastjsonschema
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Episode, Image, Issue, Link, Paragraph, Section, TimedChapter, TimedLine
from issuecast.publish.chapter_links import unseen, with_links
from issuecast.publish.chapters import listed, to_json

from .sample import EPISODE

SCHEMA = fastjsonschema.compile(json.loads((Path(__file__).parent / "chapters.schema.json").read_text()))


def test_chapters_have_their_times_in_seconds(episode: Episode) -> None:
    """JSON Chapters 1.2, from the same timeline as everything else."""
    assert json.loads(to_json(episode)) == {
        "version": "1.2.0",
        "title": "The Quiet Grid",
        "chapters": [
            {"startTime": 0.0, "endTime": 12.0, "title": "Cold open"},
            {"startTime": 12.0, "endTime": 25.5, "title": "Market Pulse"},
            {"startTime": 25.5, "endTime": 40.0, "title": "Sign-off"},
        ],
    }


def test_a_chapter_leads_to_its_page_and_shows_its_picture(episode: Episode) -> None:
    """Only to http and https, whatever a record says; music alone is a chapter, too."""
    web = TimedChapter(
        "Web", 0, 5_000, episode.timeline[0].lines, "https://example.org/a", "http://example.org/a.png"
    )
    other = replace(web, title="Other", url="javascript:alert(1)", image="data:image/png;base64,AA==")
    music = TimedChapter("Outro", 5_000, 9_000, ())
    assert json.loads(to_json(replace(episode, timeline=(web, other, music))))["chapters"] == [
        {
            "startTime": 0.0,
            "endTime": 5.0,
            "title": "Web",
            "url": "https://example.org/a",
            "img": "http://example.org/a.png",
        },
        {"startTime": 0.0, "endTime": 5.0, "title": "Other"},
        {"startTime": 5.0, "endTime": 9.0, "title": "Outro"},
    ]


anything = st.text(max_size=300) | st.sampled_from(
    ("http://", "https://x.example/\n", "https://x.example/ü", "\ud800", "https://x.example/\u202e")
)


@given(st.lists(st.tuples(anything, anything, anything), max_size=5))
def test_chapters_of_any_record_keep_to_the_schema(rows: list[tuple[str, str, str]]) -> None:
    """Titles of 255 characters at most, addresses on the web."""
    timeline = tuple(
        TimedChapter(title, index * 1_000, index * 1_000 + 999, (), url, image)
        for index, (title, url, image) in enumerate(rows)
    )
    written = to_json(replace(EPISODE, timeline=timeline))
    SCHEMA(json.loads(written.encode()))
    assert len(listed(timeline)) == len(rows)


def chapter(title: str, *texts: str) -> TimedChapter:
    return TimedChapter(title, 0, 1, tuple(TimedLine("HOST", text, 0, 1) for text in texts))


HEAT = "The city of Porto pipes the heat of its server halls into homes."
RAIL = "Northgate ordered sixty battery locomotives for its night freight."


def test_links_and_pictures_belong_to_the_chapter_that_says_their_words() -> None:
    """The first of each; a picture goes with the text before it; what is not said belongs to none."""
    porto, more, rail, gone = (
        Link(name, f"https://example.org/{name}") for name in ("porto", "more", "rail", "gone")
    )
    issue = Issue(
        "An issue",
        (
            Section(
                "Heat",
                (
                    Image("A map", "https://example.org/map.png"),
                    Paragraph(HEAT, (Link("mail", "mailto:a@example.org"), porto)),
                    Paragraph("It is worth more than that to the town.", (more,)),
                ),
                (Section("Rail", (Paragraph(RAIL, (rail,)), Image("", "cid:1"))),),
            ),
            Section("Elsewhere", (Paragraph("Nobody reads this sentence out loud today.", (gone,)),)),
        ),
    )
    timeline = (
        chapter("Cold open", "Today: heat."),
        chapter("Rail first", RAIL),
        chapter("Heat", "Now to Porto.", HEAT, "It is worth more than that to the town."),
    )
    found = with_links(timeline, issue)
    assert [(one.url, one.image) for one in found] == [
        ("", ""),
        ("https://example.org/rail", ""),
        ("https://example.org/porto", "https://example.org/map.png"),
    ]


def test_a_name_in_passing_is_no_link() -> None:
    """A chapter that shares a few words with an entry of another section, which is not said, does not lead
    where the entry leads; words that two chapters say belong to the one that tells the section.
    """
    events = Section(
        "Events",
        (Paragraph("Grid Days 2026, hosted by the Grid Foundation", (Link("x", "https://x.example/"),)),),
    )
    heat = Section("Heat", (Paragraph("Porto", (Link("p", "https://p.example/"),)), Paragraph(HEAT)))
    timeline = (
        chapter("Sign-off", "Made with support by the Grid Foundation.", "Porto"),
        chapter("Heat", "Porto", HEAT),
    )
    found = with_links(timeline, Issue("An issue", (events, heat)))
    assert [one.url for one in found] == ["", "https://p.example/"]


def test_pictures_that_are_on_no_web_page_are_told() -> None:
    """A file beside the issue is named once; what is on the web, or in a mail, is not."""
    part = Section("Part", (Image("A plan", "img/plan.png"), Image("A map", "map.png")))
    others = (
        Image("", "https://x.example/a.png"),
        Image("", "cid:1"),
        Image("", "data:image/png;base64,AA=="),
    )
    issue = Issue("An issue", (Section("", (Image("A map", "map.png"), *others), (part,)),))
    assert list(unseen(issue)) == [
        "No chapter shows map.png, img/plan.png: a chapter's picture needs an address on the web (https://…)."
    ]
    assert not list(unseen(Issue("An issue", (Section("", others),))))
