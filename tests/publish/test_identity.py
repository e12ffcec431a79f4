"""Which episode an issue is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from issuecast.models import Episode, Issue
from issuecast.publish.identity import Identity, identify, made_from
from issuecast.publish.renamed import KnownBy
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


def test_how_an_engine_is_asked_is_not_heard(show: Show) -> None:
    """A longer patience with a service makes no episode anew; another model does."""

    def made(**settings: str | float) -> str:
        tables = {"openai": settings} if settings else {}
        changed = show.model_copy(update={"engines": tables})
        return made_from(changed, changed.cast_named("draft"), ())

    assert made(timeout_s=90, concurrency=1) == made()
    assert made(model="tts-1", timeout_s=90) == made(model="tts-1") != made()
