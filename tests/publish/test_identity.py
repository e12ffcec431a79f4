"""Which episode an issue is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from issuecast.models import Episode
from issuecast.publish.identity import identify, made_from
from issuecast.show import Show

DAY = date(2026, 1, 12)


def test_a_new_issue_gets_a_slug_of_its_own(show: Show, episode: Episode) -> None:
    """From its day and title, with its edition behind it, unlike any that is taken."""
    new = identify(show, (), source="a.md", day=DAY, title="The Quiet Grid")
    assert (new.slug, new.edition, new.earlier) == ("2026-01-12-the-quiet-grid", "full", None)
    taken = replace(episode, slug=new.slug)
    assert identify(show, (taken,), source="b.md", day=DAY, title="The Quiet Grid!").slug == f"{new.slug}-2"
    brief = identify(show, (taken,), source="a.md", day=DAY, title="The Quiet Grid", edition="brief")
    assert (brief.slug, brief.edition) == (f"{new.slug}-brief", "brief")
    assert brief.guid != new.guid


def test_a_known_issue_keeps_what_it_is(show: Show, episode: Episode) -> None:
    """Whatever its title says by now; but an edition is not another's."""
    known = identify(show, (episode,), source=episode.source, day=episode.date, title="Corrected")
    assert (known.slug, known.guid, known.earlier) == (episode.slug, episode.guid, episode)
    brief = identify(
        show, (episode,), source=episode.source, day=episode.date, title="Corrected", edition="brief"
    )
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
