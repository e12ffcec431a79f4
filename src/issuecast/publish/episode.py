"""The record of an episode, made from what the stages gave."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from issuecast.models import Alternate, Cast, Episode, Issue, Mix, Rendition, Totals
from issuecast.publish import notes
from issuecast.publish.chapter_links import with_links
from issuecast.publish.identity import Identity
from issuecast.publish.numbering import Place
from issuecast.publish.waveform import waveform
from issuecast.spool import Stored, contents


def new_episode(  # noqa: PLR0913  what the stages gave
    identity: Identity,
    issue: Issue,
    title: str,
    cast: Cast,
    mix: Mix,
    *,
    place: Place,
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
        timeline=with_links(mix.timeline, issue),
        made_from="",
        summary=notes.summary(issue),
        number=place.number,
        author=issue.author,
        url=issue.url,
        links=issue.links,
        account=account,
        edition=identity.edition,
        engines=engines,
        kind=issue.kind,
        season=place.season,
        unpublished=identity.earlier is not None and identity.earlier.unpublished,
        waveform=waveform(mix.meter, mix.duration_ms),
    )


def with_audio(episode: Episode, audio: Sequence[Stored], made_from: str) -> Episode:
    """The episode with its finished file: other bytes get another name, so that no cache serves old sound."""
    name = _name(episode, audio, ".mp3")
    return replace(episode, audio=name, bytes=_bytes(audio), made_from=made_from)


def with_alternates(episode: Episode, renditions: Sequence[Rendition]) -> Episode:
    """The episode with its files in other formats, in that order, named in the same way."""
    files = (
        Alternate(
            audio=_name(episode, one.file, one.suffix),
            bytes=_bytes(one.file),
            format=one.format,
            type=one.type,
            codecs=one.codecs,
            bitrate_bps=one.bitrate_bps,
        )
        for one in renditions
    )
    return replace(episode, alternates=tuple(files))


def _name(episode: Episode, file: Sequence[Stored], suffix: str) -> str:
    digest = hashlib.sha256()
    for content in contents(file):
        digest.update(content)
    return f"{episode.slug}-{digest.hexdigest()[:8]}{suffix}"


def _bytes(file: Sequence[Stored]) -> int:
    return sum(part.size for part in file)
