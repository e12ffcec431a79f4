"""Which episode an issue is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from issuecast.errors import IssueError
from issuecast.known_as import known_as
from issuecast.models import Episode, Issue, Paragraph, Section
from issuecast.publish import store
from issuecast.publish.identity import Identity, identify, made_from
from issuecast.publish.notes import summary
from issuecast.publish.renamed import KnownBy
from issuecast.publish.withdraw import delete, named
from issuecast.show import Show

DAY = date(2026, 1, 12)
NOW = datetime(2026, 6, 1, tzinfo=UTC)


def identity_of(
    show: Show, archive: Sequence[Episode], source: str, title: str, edition: str = "full"
) -> Identity:
    return identify(show, archive, KnownBy(source, DAY, Issue(title, ()), edition), NOW)


def test_a_new_issue_gets_a_slug_of_its_own(show: Show, episode: Episode) -> None:
    """From its day and title, with its edition behind it, unlike any that is taken."""
    new = identity_of(show, (), "a.md", "The Quiet Grid")
    assert (new.slug, new.edition, new.earlier) == ("2026-01-12-the-quiet-grid", "full", None)
    taken = replace(episode, slug=new.slug, date=date(2026, 1, 11), summary="Other.", title="Other")
    assert identity_of(show, (taken,), "b.md", "The Quiet Grid!").slug == f"{new.slug}-2"
    brief = identity_of(show, (taken,), "a.md", "The Quiet Grid", "brief")
    assert (brief.slug, brief.edition) == (f"{new.slug}-brief", "brief")
    assert brief.guid != new.guid


def test_a_known_issue_keeps_what_it_is(show: Show, episode: Episode) -> None:
    """Whatever its title says by now; but an edition is not another's."""
    known = identity_of(show, (episode,), episode.source, "Corrected")
    assert (known.slug, known.guid, known.earlier) == (episode.slug, episode.guid, episode)
    brief = identity_of(show, (episode,), episode.source, "Corrected", "brief")
    assert brief.earlier is None
    assert brief.slug != episode.slug


WORDS = ("Good morning, friend.", "Storage costs $11B less.", "Harbor rose 4.1%.", "That is all.")
OTHER = ("A bakery on Quay Street closes.", "Its oven goes to the museum.")


def told(title: str, words: Sequence[str], source: str, day: date, slug: str | None = None) -> KnownBy:
    paragraphs = tuple(Paragraph(text) for text in words)
    return KnownBy(source, day, Issue(title, (Section("", paragraphs),)), slug=slug)


def refusal(show: Show, archive: Sequence[Episode], known: KnownBy) -> str:
    with pytest.raises(IssueError) as error:
        identify(show, archive, known, NOW)
    return str(error.value)


def test_another_issue_in_the_file_of_the_day_replaces_nothing(
    show: Show, episode: Episode, mp3: bytes
) -> None:
    """The editor is asked if title and words are others; each is then known by them."""
    store(show, episode, [mp3])
    special = told("Special", OTHER, episode.source, DAY)
    assert refusal(show, (episode,), special) == (
        f"{episode.source} has neither title nor words of the episode {episode.slug}, which was made of that "
        "file: say --episode new if it is another issue, or --episode SLUG if it shall replace that episode."
    )
    assert identify(show, (episode,), replace(special, slug=episode.slug), NOW).earlier == episode
    new = replace(episode, slug="special", guid="special", title="Special", timeline=())
    store(show, new, [mp3])
    assert identify(show, (episode,), replace(special, slug="new"), NOW).earlier is None
    assert identify(show, (episode, new), special, NOW).earlier == new
    first = identify(show, (new, episode), told("Corrected", WORDS, episode.source, DAY), NOW)
    assert (first.earlier, first.notice) == (episode, "")


def test_the_next_days_issue_takes_no_episode_over(show: Show, episode: Episode, mp3: bytes) -> None:
    """Though title and most words are the same, as in a weather report, and the older file is gone."""
    store(show, episode, [mp3])
    next_day = told(episode.title, (*WORDS[:2], "Harbor fell 2.1%."), "b.md", date(2026, 1, 13))
    assert identify(show, (episode,), next_day, NOW).earlier is None
    assert refusal(show, (episode,), replace(next_day, source=episode.source)) == (
        f"{episode.source} may be the issue of the episode {episode.slug}: "
        f"say --episode {episode.slug} if it is, or --episode new."
    )


def test_the_editor_is_told_what_a_renamed_issue_is_taken_for(
    show: Show, episode: Episode, mp3: bytes
) -> None:
    """Before it is voiced; a file elsewhere, of which nobody knows whether it is gone, is asked about."""
    store(show, episode, [mp3])
    known = told("Corrected", WORDS, "b.md", DAY)
    assert identify(show, (episode,), known, NOW).notice == (
        f"b.md is taken for the issue of the episode {episode.slug}, which was made of {episode.source} of "
        "2026-01-12: if it is another, build that one again, and this with --episode new."
    )
    away = replace(episode, source="elsewhere-0a1b2c3d/2026-01-12.md")
    assert refusal(show, (away,), known).startswith("b.md may be the issue of the episode")


def test_an_issue_outside_of_the_show_is_known_by_where_it_lies(tmp_path: Path, show: Show) -> None:
    """Two files of one name are two issues; no folder of the machine is named in what is published."""
    names = [known_as(tmp_path.parent / folder / "issue.md", show.folder) for folder in "ab"]
    assert [re.sub("[0-9a-f]{8}", "#", name) for name in names] == ["elsewhere-#/issue.md"] * 2
    assert names[0] != names[1]
    moved = known_as(Path("/other/a/issue.md"), Path("/other") / show.folder.name)
    assert moved == names[0]
    assert known_as(tmp_path / "issues/a.md", show.folder) == "issues/a.md"


def test_an_older_record_of_an_issue_outside_of_the_show_is_found(
    show: Show, episode: Episode, mp3: bytes
) -> None:
    """It has the bare name of the file."""
    store(show, episode, [mp3])
    known = told("Corrected", WORDS, f"elsewhere-0a1b2c3d/{episode.source}", DAY)
    assert identify(show, (episode,), known, NOW).guid == episode.guid


def test_a_deleted_episodes_guid_is_no_other_issues(show: Show, episode: Episode, mp3: bytes) -> None:
    """The same issue has it again; another of the same date and title gets its own, also by a second name."""
    known = told("Quiet", WORDS, "a.md", DAY)
    first = identify(show, (), known, NOW)
    made = replace(episode, slug=first.slug, guid=first.guid, source="a.md", title="Quiet")
    store(show, replace(made, summary=summary(known.issue)), [mp3])
    delete(show, [named(show, first.slug)])
    assert (show.episodes / "show.json").is_file()
    again = identify(show, (), known, NOW)
    assert (again.slug, again.guid, again.earlier) == (first.slug, first.guid, None)
    for other in (replace(known, slug="new"), told("Quiet", OTHER, "a.md", DAY)):
        found = identify(show, (), other, NOW)
        assert found.slug == f"{first.slug}-2"
        assert found.guid != first.guid


def test_how_an_engine_is_asked_is_not_heard(show: Show) -> None:
    """A longer patience with a service makes no episode anew; another model does."""

    def made(**settings: str | float) -> str:
        tables = {"openai": settings} if settings else {}
        changed = show.model_copy(update={"engines": tables})
        return made_from(changed, changed.cast_named("draft"), ())

    assert made(timeout_s=90, concurrency=1) == made()
    assert made(model="tts-1", timeout_s=90) == made(model="tts-1") != made()
