from __future__ import annotations

import pytest

from issuecast.models import Block, BulletList, Item, Link, Paragraph, Quote, Section
from issuecast.write.aloud import aloud
from issuecast.write.outline import outline
from issuecast.write.sections import greets, is_headlines, kind_of


def bullets(*texts: str) -> BulletList:
    return BulletList(tuple(Item((Paragraph(text),)) for text in texts))


def linked(*texts: str) -> BulletList:
    links = [(text, (Link(text, "https://mirren.example/"),)) for text in texts]
    return BulletList(tuple(Item((Paragraph(text, link),)) for text, link in links))


TALK = Paragraph("The tide came in. It went out again.")
NEWS = bullets("Fog fell on the port.", "The cranes stood still.")


@pytest.mark.parametrize(
    ("heading", "blocks", "kind"),
    [
        ("Market Pulse: LRKS", [TALK], "market"),
        ("The Deep Dive", [TALK], "deep_dive"),
        ("The Big Story", [TALK], "deep_dive"),
        ("Rapid Fire", [NEWS], "rapid_fire"),
        ("Around the web", [NEWS], "rapid_fire"),
        ("Harbour News", [TALK], "prose"),
        ("New papers", [NEWS], "research"),
        ("Crane of the Week", [TALK], "pick"),
        ("Quote of the Day", [TALK], "quote"),
        ("Overheard", [Quote("Fog.", "Ines")], "quote"),
        ("Featured", [linked("On fog", "On ice")], "links"),
        ("In brief", [linked("On fog", "On ice")], "links"),
        ("Elsewhere", [bullets("Mirren: Sold a crane.", "Quayworks: Bought it.")], "rapid_fire"),
        ("Farmers' Market", [TALK], "prose"),
        ("Movers", [NEWS], "market"),
        ("In other news", [NEWS], "rapid_fire"),
        ("What we're reading", [TALK], "pick"),
        ("Podcast", [TALK], "pick"),
        ("In focus", [TALK], "deep_dive"),
        ("Good reads", [NEWS], "links"),
        ("Save the date", [NEWS], "events"),
        ("The week ahead", [linked("May 5: Fair", "May 9: Regatta")], "events"),
        ("Who's hiring", [NEWS], "jobs"),
        ("The jobs report", [NEWS], "prose"),
        ("Open", [bullets("Mirren: Crane driver", "Pilot at Quayworks")], "jobs"),
        ("Question of the week", [Paragraph("Do tides wait?")], "poll"),
        ("Polls close at noon", [TALK], "prose"),
        ("Hm", [Paragraph("Do tides wait?"), bullets("Yes", "No")], "poll"),
        ("Tides", [TALK, NEWS], "prose"),
        ("Soon", [bullets("May 5: Boat fair.", "May 9: Regatta.")], "events"),
        ("Hall", [bullets("18:00: Boat fair.", "20:30: Regatta.")], "events"),
    ],
)
def test_kinds_are_told_by_heading_and_shape(heading: str, blocks: list[Block], kind: str) -> None:
    """A heading's words tell the kind if the section has the shape for it; shapes tell it without."""
    assert kind_of([heading], aloud(blocks), {}) == kind


def test_the_show_s_own_map_wins() -> None:
    """A pattern of show.toml matches the clean heading in any case, the first match counts."""
    kinds = {"rapid*": "weather", "*": "prose"}
    assert kind_of(["Rapid Fire"], aloud([NEWS]), kinds) == "weather"


def test_a_sub_section_inherits_its_parent_s_kind() -> None:
    """Where its own heading tells nothing, the one above does."""
    assert kind_of(["The Crane Race", "Rapid Fire"], aloud([NEWS]), {}) == "rapid_fire"


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("Hello sailor.", True),
        ("It's Tuesday, March 4, 2031", True),
        ("Happy Monday!", True),
        ("Morning! Fog until ten.", True),
        ("Morning fog delays the ferry.", False),
        ("It's a long way to Mirren.", False),
        ("The world changed.", False),
    ],
)
def test_a_greeting_is_told_from_a_story(sentence: str, does: bool) -> None:
    """Words of welcome and the day greet, other sentences do not."""
    assert greets(sentence) is does


def test_a_short_list_of_statements_announces_the_issue() -> None:
    """Headlines are statements without links or labels; a list of links is a section like others."""
    headlines, links = outline([Section("Ports", (NEWS,)), Section("Ports", (linked("On fog", "On ice"),))])
    assert is_headlines(headlines, {})
    assert not is_headlines(links, {})


def test_a_list_of_things_announces_nothing_unless_it_says_so() -> None:
    """Ingredients are no headlines; "In this issue" and a list without a heading are."""
    things = bullets("two cups of flour", "a knob of butter")
    named, unnamed, announced = outline(
        [Section(title, (things,)) for title in ("Larder", "", "In this issue")]
    )
    assert [is_headlines(topic, {}) for topic in (named, unnamed, announced)] == [False, True, True]


def test_events_announce_nothing() -> None:
    """What is on tonight is short and plain, and no headlines for all that."""
    (tonight,) = outline([Section("Tonight", (bullets("18:00: Boat fair starts.", "20:30: Choir sings."),))])
    assert not is_headlines(tonight, {})
