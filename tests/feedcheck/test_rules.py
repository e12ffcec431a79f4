"""Every rule, with a feed that keeps it and one that breaks it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from issuecast.feedcheck import RULES, check
from issuecast.publish import publish, store
from issuecast.show import Show
from issuecast.show.feed import Feed
from publish.sample import EPISODE

from .breaks import BREAKS, Break
from .flaws import FLAWS
from .whole import HOME, Copy, tagged


def test_a_whole_feed_keeps_every_rule(whole: Show) -> None:
    """From the disk nothing is found, and nothing is left out but what only a server shows."""
    report = check(whole.episodes, show=whole)
    assert [one for one in report.results if one.spots] == []
    assert {one.rule.name for one in report.results if not one.looked_at} == {
        rule.name for rule in RULES if rule.live
    }
    assert (report.items, report.looked_into, report.elsewhere) == (2, 2, 0)


def test_a_built_feed_keeps_what_is_required_and_what_is_recommended(built: Show) -> None:
    """What `publish` writes of a show with an owner and an address keeps every rule."""
    report = check(built.episodes / "feed.xml", show=built)
    assert [one for one in report.results if one.spots] == []


def test_a_long_show_and_its_archives_keep_every_rule(tmp_path: Path, mp3: bytes) -> None:
    """The full archive tells episodes that are in the feed, too, and old ones have no notes."""
    plain = Show(folder=tmp_path, base_url=HOME, email="ada@example.org")
    show = plain.model_copy(update={"feed": Feed(page_size=3, full_notes=2)})
    first, mp3 = EPISODE.published, tagged(mp3)
    for day in range(5):
        slug = f"episode-{day}"
        one = replace(EPISODE, slug=slug, guid=slug, bytes=len(mp3), artwork="artwork-1a2b3c4d.jpg")
        store(show, replace(one, published=first + timedelta(day)), [mp3])
    publish(show)
    for name in ("feed.xml", "feed.archive-1.xml"):
        report = check(show.episodes / name, show=show)
        assert report.items == 3
        assert [one for one in report.results if one.spots] == []


@pytest.mark.parametrize("one", BREAKS, ids=lambda one: one.rule)
def test_a_broken_rule_is_found(copy: Copy, one: Break) -> None:
    """Where it is and what is wrong; rules that have nothing to do with it are kept."""
    one.change(copy)
    report = check(copy.feed, show=copy.show)
    spots = {result.rule.name: result.spots for result in report.results if result.spots}
    assert one.rule in spots
    first = spots.pop(one.rule)[0]
    told = tuple(re.sub(r"cover-[0-9a-f]{8}", "cover", text) for text in (first.where, first.what))
    assert told == (one.where, one.what)
    assert spots.keys() <= one.also


def test_every_rule_is_broken_by_a_test() -> None:
    """A rule without a feed that breaks it might find nothing ever."""
    broken = {one.rule for one in BREAKS} | {rule for _, rule, _ in FLAWS}
    assert {rule.name for rule in RULES} - broken == set()
    assert broken - {rule.name for rule in RULES} == set()


def test_rules_have_names_of_their_own() -> None:
    """By which people find them in the table, and programs in the JSON."""
    names = [rule.name for rule in RULES]
    assert sorted(set(names)) == sorted(names)
