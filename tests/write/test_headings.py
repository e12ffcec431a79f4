from __future__ import annotations

import pytest

from issuecast.write.headings import LONGEST_TITLE, Vocabulary, chapter_title, clean, is_headline


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("📈 Market Pulse: Market Watch: LRKS", "Market Pulse: LRKS"),
        ("⚡ Rapid Fire", "Rapid Fire"),
        ("Market Pulse: Watch: LRKS", "Market Pulse: LRKS"),
        ("DOCK-7: Fix: cranes", "DOCK-7: Fix: cranes"),
        ("14137: Fix: cranes", "Fix: cranes"),
        ("📈", ""),
        ("--- [THE QUIET PORTS] ---", "The Quiet Ports"),
        ("AI & ML", "AI & ML"),
        ("## Fog:", "Fog"),
        ("WHY IT MATTERS NOW", "Why It Matters Now"),
        ("US JOBS", "US Jobs"),
        ("2. Fog", "Fog"),
        ("1 big fog", "1 big fog"),
    ],
)
def test_a_heading_is_cleaned_for_a_chapter(heading: str, title: str) -> None:
    """Emoji, rules, brackets, echoes and shouting go, the words stay."""
    assert clean(heading) == title


def test_a_chapter_title_is_short_enough_for_players() -> None:
    """A longer title is cut between words and says so."""
    title = chapter_title("Featured", "count the cranes of every harbour towards the peak of the season")
    assert title == "Featured: count the cranes of every harbour towards the…"
    assert len(title) <= LONGEST_TITLE


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("The Deep Dive", "the deep dive"),
        ("Rapid Fire", "rapid fire"),
        ("Research Corner", "the research corner"),
        ("DOCK of the Week", "the DOCK of the week"),
        ("News From Mirren", "news from Mirren"),
        ("Show & Tell", "show and tell"),
        ("Why The Wind Ships Of Larkspur Sail", "Why The Wind Ships Of Larkspur Sail"),
        ("Editor's Note", "the editor's note"),
        ("Ada's pick", "Ada's pick"),
        ("Calls for testing", "calls for testing"),
        ("Quayworks and the sea", "Quayworks and the sea"),
        ("The Crane Race", "the Crane Race"),
        ("Fixed", "what is fixed"),
        ("In brief", "in brief"),
        ("From the mailbag", "from the mailbag"),
        ("Notes/Thoughts", "notes and thoughts"),
        ("Wednesday 11", "Wednesday 11"),
        ("May events", "May events"),
        ("Drift 4.2", "Drift 4.2"),
        ("1 big thing", "1 big thing"),
        ("Weekend", "the weekend"),
        ("Council", "the council"),
        ("Upgrade", "the upgrade section"),
        ("Spotted", "the spotted section"),
        ("Still on", "the still on section"),
        ("Ferries", "Ferries"),
        ("Quayworks", "Quayworks"),
        ("LRKS", "LRKS"),
        ("Weather", "the weather"),
    ],
)
def test_a_heading_is_said_inside_a_sentence(heading: str, said: str) -> None:
    """Title case goes, names stay, one of its kind has an article, what cannot stand alone is a section."""
    vocabulary = Vocabulary.of(["They sailed from Mirren on Sunday, with the wind.", "Quayworks was there."])
    assert vocabulary.named(heading) == said


@pytest.mark.parametrize(
    ("heading", "tells"),
    [
        ("Harborlight buys a cannery", True),
        ("Mirren has a new pier", True),
        ("Why do ferries wait?", True),
        ("How the port of Mirren lost its cranes", True),
        ("The Deep Dive", False),
        ("Approved and Updated Plans", False),
        ("What we're reading", False),
        ("Market Watch", False),
    ],
)
def test_a_heading_that_tells_something_is_a_headline(heading: str, tells: bool) -> None:
    """It has a verb, asks, or is long; the name of a section is none."""
    assert is_headline(heading) is tells
