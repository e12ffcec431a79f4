from __future__ import annotations

import pytest

from issuecast.models import BulletList, Issue, Item, Paragraph, Section
from issuecast.show import Show
from issuecast.write.events import Event, event
from issuecast.write.script import write


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("May 3: Boat fair", Event("Boat fair", "May 3", "")),
        ("May 3, Porto: Boat fair.", Event("Boat fair", "May 3", "in Porto")),
        ("May 3–5, Porto — Boat fair", Event("Boat fair", "May 3–5", "in Porto")),
        ("May 3 | Online | Boats for beginners", Event("Boats for beginners", "May 3", "online")),
        ("12 March - Lund - Open day", Event("Open day", "12 March", "in Lund")),
        ("Thursday: Boat fair", Event("Boat fair", "Thursday", "")),
        ("Sat 14 March, 7 pm: Choir, Rosa Hall", Event("Choir, Rosa Hall", "Sat 14 March, 7 pm", "")),
        (
            "Tuesday, May 5, 18:30 – City library: Reading",
            Event("Reading", "Tuesday, May 5, 18:30", "at City library"),
        ),
        (
            "2031-05-03, Delhi, IN, Boats Delhi: Fair",
            Event("Boats Delhi: Fair", "2031-05-03", "in Delhi, IN"),
        ),
        (
            "2031-05-03 - 2031-05-05, Porto, PT, Fair",
            Event("Fair", "2031-05-03 to 2031-05-05", "in Porto, PT"),
        ),
        ("Boat fair (May 3, Porto)", Event("Boat fair", "May 3", "in Porto", day_first=False)),
        ("Boat fair — May 3, Porto", Event("Boat fair", "May 3", "in Porto", day_first=False)),
        ("Tue: Boat fair", Event("Boat fair", "Tuesday", "")),
        ("18:00 — Film: The Long Tide, Cine Sol", Event("Film: The Long Tide, Cine Sol", "18:00", "")),
        ("May 3 – Film: The Long Tide", Event("Film: The Long Tide", "May 3", "")),
        ("7 pm: Choir. Bring a scarf.", Event("Choir", "7 pm", "", more="Bring a scarf.")),
        ("Boat fair on May 3", Event("Boat fair", "May 3", "", day_first=False)),
        ("March against noise, June 3", Event("March against noise", "June 3", "", day_first=False)),
        ("The ferry sails again", None),
        ("Sunday roast — a guide", None),
        ("May the fourth: a day", None),
        ("10:1 odds — a story", None),
        ("12.4: what is new", None),
        ("Until April 30: Kelp, an exhibition", None),
    ],
)
def test_an_event_is_understood_however_it_is_written(text: str, told: Event | None) -> None:
    """Day first or last, with or without a place; what has no date is no event."""
    assert event(text) == told


def test_events_say_when_and_where_and_what(show: Show) -> None:
    """Each entry is a sentence; one without a date stays as it is, and no two in a row begin alike."""
    texts = (
        "May 3, in Porto: Boat fair",
        "May 4, Lund: Open day",
        "May 5: Regatta",
        "Until June: Kelp",
        "Choir (June 9, Lund)",
    )
    dates = BulletList(tuple(Item((Paragraph(text),)) for text in texts))
    lines = write(Issue("Water", (Section("What's on", (dates,)),)), show).chapters[1].lines
    assert [line.text for line in lines] == [
        "We start with what's on: five dates.",
        "On May 3, in Porto: Boat fair.",
        "May 4, in Lund: Open day.",
        "Then, on May 5: Regatta.",
        "Until June: Kelp.",
        "Choir, on June 9, in Lund.",
    ]


def test_a_day_above_and_times_below_are_events(show: Show) -> None:
    """Under a heading that is a day, a list of times is told as one; details are the other voice's."""
    texts = ("18:00 — Film: The Long Tide, Cine Sol. There is soup.", "20:30: Talk on kilns", "Noon: Bells")
    dates = BulletList(tuple(Item((Paragraph(text),)) for text in texts))
    chapter = write(Issue("Clay", (Section("Wednesday 11", (dates,)),)), show).chapters[1]
    assert [(line.role, line.text) for line in chapter.lines[1:]] == [
        ("HOST", "At 18:00, Film: The Long Tide, Cine Sol."),
        ("ANALYST", "There is soup."),
        ("HOST", "20:30: Talk on kilns."),
        ("HOST", "And at noon: Bells."),
    ]
    assert "Wednesday 11" in chapter.lines[0].text


def test_and_is_the_last(show: Show) -> None:
    """The first date begins with "On", those between with "Then" or nothing, the last with "And"."""
    texts = tuple(f"{day}: Fair number {number}" for number, day in enumerate(("Mon", "Tue", "Wed", "Thu")))
    dates = BulletList(tuple(Item((Paragraph(text),)) for text in texts))
    _, *lines = write(Issue("Water", (Section("Dates", (dates,)),)), show).chapters[1].lines
    starts = [line.text.partition("day")[0] for line in lines]
    assert (starts[0], starts[3]) == ("On Mon", "And on Thurs")
    assert set(starts[1:3]) == {"Then, on Tues", "Wednes"} or set(starts[1:3]) == {"Tues", "Then, on Wednes"}
