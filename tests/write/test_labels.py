from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.write.labels import Part, parts, unpiped


def test_a_story_and_its_insight_are_two_parts() -> None:
    """The label at the start and one that turns after a sentence divide a text."""
    assert parts("Mirren: Sold a crane. It was old. Insight: Cranes travel.") == (
        Part("Sold a crane. It was old.", "Mirren", "name"),
        Part("Cranes travel.", "Insight", "insight"),
    )


def test_a_call_out_in_mid_paragraph_is_found() -> None:
    """A title-case label with "The" turns running text, wherever it stands."""
    assert parts("Fuel is cheap again. The Long Play: Sign ten-year contracts.") == (
        Part("Fuel is cheap again."),
        Part("Sign ten-year contracts.", "The Long Play", "callout"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "We sail at 10:30 sharp.",
        "Note that: nothing changed.",
        "Note: nothing changed.",
        "https://mirren.example is down.",
        "It was late. Remember: tides wait.",
        "the crew said: never again.",
    ],
)
def test_other_colons_are_part_of_the_text(text: str) -> None:
    """Times, URLs and plain prose with a colon have no label."""
    assert parts(text) == (Part(text),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mirren: Acquired Quayworks for $4.75 billion", "Mirren acquired Quayworks for $4.75 billion."),
        ("Mirren: Raises $3M", "Mirren raises $3M."),
        ("Mirren: Cut prices again.", "Mirren cut prices again."),
        ("Mirren: Shelved the crane.", "Mirren shelved the crane."),
        ("The Port: Faced severe fog.", "The Port faced severe fog."),
        ("The city of Mirren: Hired a pilot.", "The city of Mirren hired a pilot."),
        ("Mirren: Led by Ines Halloran, it grows.", "Mirren: Led by Ines Halloran, it grows."),
        ("Mirren: Based in Santa Brisa.", "Mirren: Based in Santa Brisa."),
        ("Mirren: Advanced cranes arrive.", "Mirren: Advanced cranes arrive."),
        ("Mirren: SoftBank buys in.", "Mirren: SoftBank buys in."),
        ("Mirren: Axed 200 jobs", "Mirren axed 200 jobs."),
        ("Mirren: Eyes a deal", "Mirren eyes a deal."),
        ("Mirren: Recalls 40,000 lamps", "Mirren recalls 40,000 lamps."),
        ("Mirren: Nears deal with Quayworks", "Mirren nears deal with Quayworks."),
        ("Mirren: Mulls sale of its docks", "Mirren mulls sale of its docks."),
        ("Mirren: Raising $2B", "Mirren is raising $2B."),
        ("Mirren: Buying Quayworks", "Mirren is buying Quayworks."),
        ("Mirren and Quayworks: Set to merge", "Mirren and Quayworks are set to merge."),
        ("Mirren: To buy Quayworks", "Mirren is to buy Quayworks."),
        ("Mirren: In talks to buy Quayworks", "Mirren is in talks to buy Quayworks."),
        ("Mirren: Acquired by Quayworks", "Mirren was acquired by Quayworks."),
        ("Mirren: Earnings season begins", "Mirren: Earnings season begins."),
        ("Mirren: Training data leaks", "Mirren: Training data leaks."),
        ("Mirren: Pricing power returns", "Mirren: Pricing power returns."),
        ("Mirren: Building the pier takes years", "Mirren: Building the pier takes years."),
        ("Mirren: United Ferries buys five ships", "Mirren: United Ferries buys five ships."),
        ("Mirren: Results the best since May", "Mirren: Results the best since May."),
        ("Mirren: Shares fell 4%", "Mirren: Shares fell 4%."),
        ("Mirren: To the moon", "Mirren: To the moon."),
        ("LRKS: Up 4% to 12", "LRKS is up 4% to 12."),
        ("Larkspur (LRKS): Down 3%", "Larkspur (LRKS) is down 3%."),
        ("Sentiment: Bullish", "The sentiment is bullish."),
        ("Location: Santa Brisa", "The location is Santa Brisa."),
    ],
)
def test_a_label_and_its_text_become_a_sentence(text: str, said: str) -> None:
    """A name takes a verb in any form, a fact takes "is", and what might be no verb keeps its colon."""
    (part,) = parts(text)
    assert part.said == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ROUND THE QUAY — The harbour master sleeps.", "Round the Quay: The harbour master sleeps."),
        ("HAPPY BIRTHDAY: Ines is 40.", "Happy Birthday: Ines is 40."),
        ("US JOBS REPORT: Due on Friday.", "US Jobs Report: Due on Friday."),
        ("Mirren — Acquired Quayworks.", "Mirren acquired Quayworks."),
        ("Mirren - Acquired Quayworks.", "Mirren acquired Quayworks."),
        ("Bottom line — Wait.", "Bottom line: Wait."),
        ("LRKS: Fell 4%.", "LRKS fell 4%."),
        ("Kelp — the new oil.", "Kelp — the new oil."),
        ("It was late—too late.", "It was late—too late."),
    ],
)
def test_a_shout_or_a_dash_makes_a_label_as_a_colon_does(text: str, said: str) -> None:
    """Several words in capitals are calmed; a dash stands for the colon of a label that is one."""
    (part,) = parts(text)
    assert part.said == said


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Mirren | Raised its fares", "Mirren: Raised its fares"),
        ("Fog | kelp | cod and crab", "Fog | kelp | cod and crab"),
        ("May 3 | 10:30", "May 3 | 10:30"),
    ],
)
def test_a_pipe_behind_a_name_is_its_colon(text: str, without: str) -> None:
    """One pipe before a text divides a label from it; several divide columns."""
    assert unpiped(text) == without


@pytest.mark.parametrize(
    ("text", "handover"),
    [
        ("The Tactical Edge: Wait.", "The tactical edge?"),
        ("Bottom line: Wait.", "The bottom line?"),
        ("Our take: Wait.", "Our take?"),
        ("Why it matters: It floats.", "Why it matters:"),
        ("The AI Play: Wait.", "The AI play?"),
    ],
)
def test_a_label_that_turns_is_taken_up_by_the_other_voice(text: str, handover: str) -> None:
    """Noun phrases are asked, clauses are announced."""
    (part,) = parts(text)
    assert (part.kind, part.handover) == ("callout", handover)


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("Builder Use Case", "a builder"),
        ("Investor Use Case", "an investor"),
        ("Harbour Master’s Use Case", "a harbour master"),
        ("Use Case", ""),
    ],
)
def test_a_use_case_knows_whose_it_is(label: str, who: str) -> None:
    """The word before "use case" is who can use it."""
    (part,) = parts(f"{label}: Sell it.")
    assert (part.kind, part.who) == ("use", who)


@given(st.lists(st.sampled_from(["Mirren: ", "Insight: ", "The Edge: ", "fog", ". ", "10:30", "A b", "? "])))
def test_labels_and_texts_together_are_the_whole_text(pieces: list[str]) -> None:
    """Dividing a text loses no word of it."""
    text = " ".join("".join(pieces).split())
    kept = " ".join(f"{part.label} {part.text}" for part in parts(text))
    assert re.findall(r"\w+", kept) == re.findall(r"\w+", text)
