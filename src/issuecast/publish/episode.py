"""The record of an episode, made from what the stages gave."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from issuecast.models import Cast, Episode, Issue, Mix, Totals
from issuecast.publish import notes
from issuecast.publish.identity import Identity
from issuecast.spool import Stored, contents


def new_episode(  # noqa: PLR0913  what the stages gave
    identity: Identity,
    issue: Issue,
    title: str,
    cast: Cast,
    mix: Mix,
    *,
    account: Totals,
    engines: Mapping[str, str],
) -> Episode:
    """The episode as it will be recorded, but for its file, which is tagged with it."""
    return Episode(
        slug=identity.slug,
        guid=identity.guid,
        source=identity.source,
        title=title or issue.title,
        date=identity.day,
        published=identity.published,
        audio="",
        bytes=0,
        duration_ms=mix.duration_ms,
        cast=cast,
        timeline=mix.timeline,
        made_from="",
        summary=notes.summary(issue),
        number=issue.number,
        author=issue.author,
        url=issue.url,
        links=issue.links,
        account=account,
        edition=identity.edition,
        engines=engines,
    )


def with_audio(episode: Episode, audio: Sequence[Stored], made_from: str) -> Episode:
    """The episode with its finished file: other bytes get another name, so that no cache serves old sound."""
    digest = hashlib.sha256()
    for content in contents(audio):
        digest.update(content)
    name = f"{episode.slug}-{digest.hexdigest()[:8]}.mp3"
    return replace(episode, audio=name, bytes=sum(part.size for part in audio), made_from=made_from)
