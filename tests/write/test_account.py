"""The account of an issue: what is said in which line, what is left out and why, what is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import (
    BulletList,
    Issue,
    Item,
    LeftOut,
    Paragraph,
    Quote,
    Reason,
    Section,
    Table,
    Totals,
)
from issuecast.write.account import Account, Entry, account
from issuecast.write.word_search import Words, words_of

SCRIPT = """\
---
title: The Tide
---

# Cold open
HOST: Good morning.

# News: the pier
[sting]
HOST: First, the pier. It burned on Friday, and
nobody was hurt.
ANALYST: The insight? Piers burn.
HOST: The sentiment is bullish.
HOST: You can give at link two in the show notes by Friday.
"""


def told(text: str, left_out: tuple[LeftOut, ...] = (), *, edited: bool = False) -> tuple[Entry, ...]:
    issue = Issue("The Tide", (Section("", (Paragraph(text, (), 4),)),))
    return account(issue, SCRIPT, left_out, edited=edited).entries


def test_a_sentence_is_found_by_the_lines_that_say_it() -> None:
    """Wrapped lines, punctuation and case do not matter."""
    assert told("It burned on Friday - and nobody was hurt!")[0].said == (10, 11)


def test_words_of_the_hosts_stand_between() -> None:
    """A label may be put into words, a link be named by its number."""
    assert told("Sentiment: 🟢 Bullish")[0].said == (13,)
    assert told("Insight: Piers burn.")[0].said == (12,)
    assert told("Builder Use Case: Piers burn.")[0].said == (12,)
    assert told("You can give here by Friday.")[0].said == (14,)


def test_what_nobody_says_is_lost() -> None:
    """Unless it was left out for a reason, or a person edited the script."""
    lost = "It burned on Monday, and everybody was hurt."
    assert told(lost) == (Entry(4, lost),)
    assert told(lost, edited=True) == (Entry(4, lost, (), Reason.EDITED),)
    reason = LeftOut(f"So it was. {lost}", Reason.SPONSOR, 4)
    assert told(lost, (reason,)) == (Entry(4, lost, (), Reason.SPONSOR),)
    elsewhere = LeftOut(lost, Reason.SPONSOR, 9)
    assert told(lost, (elsewhere,)) == (Entry(4, lost), Entry(9, lost, (), Reason.SPONSOR))


def test_everything_is_in_the_account() -> None:
    """Headings, entries, speakers and rows are told apart, in the issue's order, and counted."""
    blocks = (
        BulletList((Item((Paragraph("Piers burn.", (), 6),)),), 6),
        Quote("Nobody was hurt", "Ada Tern", (), 8),
        Table((), (("lamp", "3"),), (), 9),
    )
    issue = Issue("The Tide", (Section("", (Paragraph("🎉", (), 1),)), Section("The pier", blocks, (), 5)))
    left_out = (LeftOut("Unsubscribe", Reason.FURNITURE, 20), LeftOut("lamp 3", Reason.TABLE, 9))
    found = account(issue, SCRIPT, left_out)
    assert found.entries == (
        Entry(1, "🎉", (), Reason.WORDLESS),
        Entry(5, "The pier", (10,)),
        Entry(6, "Piers burn.", (12,)),
        Entry(8, "Nobody was hurt", (11,)),
        Entry(8, "Ada Tern"),
        Entry(9, "lamp 3", (), Reason.TABLE),
        Entry(20, "Unsubscribe", (), Reason.FURNITURE),
    )
    assert found.lost == (Entry(8, "Ada Tern"),)
    assert found.totals == Totals(3, {"furniture": 1, "wordless": 1, "table": 1, "lost": 1})


def test_a_heading_is_not_read_out() -> None:
    """It may be a chapter's title, or nothing; a sentence may not."""
    issue = Issue("The Tide", (Section("News", (), (), 2), Section("Weather", (), (), 3)))
    assert account(issue, SCRIPT, ()) == Account(
        (Entry(2, "News", (8,)), Entry(3, "Weather", (), Reason.HEADING))
    )


@given(st.lists(st.sampled_from("pier lamp tide burns the a".split()), min_size=1, max_size=30))
def test_what_stands_there_is_found(words: list[str]) -> None:
    """Any run of words of any rows is found whole; one with a word that is nowhere is not, if it is short."""
    rows = list(enumerate(words))
    search = Words.of(rows)
    for size in (1, len(words) // 2 or 1, len(words)):
        found = search.find(tuple(words[:size]))
        assert found is not None
        assert [search.words[place] for place in found] == words[:size]
    assert search.find(("pier", "unheard", "of")) is None


def test_words_are_found_from_a_place_on() -> None:
    """Of two equal sentences the one behind the place is meant."""
    search = Words.of([(1, "The pier burned."), (2, "The lamp."), (3, "The pier burned.")])
    found = [search.find(words_of("The pier burned"), place) for place in (0, 1, 6)]
    assert [search.rows_at(places) for places in found if places] == [(1,), (3,), (1,)]


def test_a_short_row_is_found_by_its_rarest_word() -> None:
    """Among many rows that begin alike, one with words between its own is found."""
    rows = [(n, f"On 2026-08-{n:02}, in Porto: Club {n}.") for n in range(1, 200)]
    search = Words.of(rows)
    places = search.find(words_of("2026-08-150 | Porto | Club 150"))
    assert places is not None
    assert search.rows_at(places) == (150,)
