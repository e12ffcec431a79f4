"""`episode.json`, the record of an episode: a file that a person can read, and that reads back exactly."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, TypeVar

from issuecast.models import (
    FULL,
    Alternate,
    Cast,
    Episode,
    EpisodeKind,
    Link,
    TimedChapter,
    TimedLine,
    TimedWord,
    Totals,
    Voice,
)

FILE_NAME = "episode.json"

_T = TypeVar("_T")


def to_json(episode: Episode) -> str:
    """The record: keys in the order of `Episode`, each line's word times in one row."""
    return _pretty(as_data(episode)) + "\n"


def from_json(text: str, slug: str) -> Episode:
    """The episode of such a record in the folder `slug`; keys that are not known are passed over.

    Raises:
        ValueError: saying in which way it is no record.
    """
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON, line {error.lineno}") from error
    return from_data(data, slug)


def from_data(data: Any, slug: str) -> Episode:
    """The episode of what `as_data` gave.

    Raises:
        ValueError: saying in which way it is no record.
    """
    if _get(data, "slug", str) != slug:
        raise ValueError(f"it belongs into the folder {data['slug']!r}")
    return _episode(data)


def as_data(episode: Episode) -> dict[str, Any]:
    """The record as JSON has it: dictionaries, lists and plain values."""
    return {
        "slug": episode.slug,
        "guid": episode.guid,
        "source": episode.source,
        "title": episode.title,
        "date": episode.date.isoformat(),
        "published": episode.published.isoformat(),
        "audio": episode.audio,
        "bytes": episode.bytes,
        "duration_ms": episode.duration_ms,
        "cast": {
            "name": episode.cast.name,
            "voices": {role: str(voice) for role, voice in episode.cast.voices.items()},
        },
        "made_from": episode.made_from,
        "summary": episode.summary,
        "number": episode.number,
        "author": episode.author,
        "url": episode.url,
        "links": [[link.text, link.url] for link in episode.links],
        "account": {"spoken": episode.account.spoken, "left_out": dict(episode.account.left_out)},
        "edition": episode.edition,
        "engines": dict(episode.engines),
        # Only where there is something to tell: a record that was made without them stays as it is.
        **({"kind": str(episode.kind)} if episode.kind != EpisodeKind.FULL else {}),
        **({"season": episode.season} if episode.season is not None else {}),
        **({"unpublished": True} if episode.unpublished else {}),
        **({"alternates": [asdict(one) for one in episode.alternates]} if episode.alternates else {}),
        **({"artwork": episode.artwork} if episode.artwork else {}),
        **({"waveform": episode.waveform} if episode.waveform else {}),
        "timeline": [_chapter_data(chapter) for chapter in episode.timeline],
    }


def _chapter_data(chapter: TimedChapter) -> dict[str, Any]:
    lines = [
        {
            "role": line.role,
            "text": line.text,
            "start_ms": line.start_ms,
            "end_ms": line.end_ms,
            "words": [[word.text, word.start_ms, word.end_ms] for word in line.words],
        }
        for line in chapter.lines
    ]
    return {
        "title": chapter.title,
        "start_ms": chapter.start_ms,
        "end_ms": chapter.end_ms,
        **({"url": chapter.url} if chapter.url else {}),
        **({"image": chapter.image} if chapter.image else {}),
        "lines": lines,
    }


def _pretty(value: object, margin: str = "\n") -> str:
    """JSON with an entry a line, except that lists of plain values stay in one."""
    inner = margin + "  "
    if isinstance(value, dict) and value:
        entries = (f"{_plain(key)}: {_pretty(entry, inner)}" for key, entry in value.items())
        return "{" + inner + f",{inner}".join(entries) + margin + "}"
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return "[" + inner + f",{inner}".join(_pretty(entry, inner) for entry in value) + margin + "]"
    return _plain(value)


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _episode(data: Any) -> Episode:
    number = _get(data, "number", int) if _get(data, "number", object) is not None else None
    return Episode(
        slug=_get(data, "slug", str),
        guid=_get(data, "guid", str),
        source=_get(data, "source", str),
        title=_get(data, "title", str),
        date=_parsed(data, "date", date.fromisoformat),
        published=_parsed(data, "published", _aware),
        audio=_get(data, "audio", str),
        bytes=_get(data, "bytes", int),
        duration_ms=_get(data, "duration_ms", int),
        cast=_cast(_get(data, "cast", dict)),
        timeline=tuple(_chapter(chapter) for chapter in _get(data, "timeline", list)),
        made_from=_get(data, "made_from", str),
        summary=_get(data, "summary", str),
        number=number,
        author=_get(data, "author", str),
        url=_get(data, "url", str),
        links=tuple(Link(*_row(link, str, str)) for link in _get(data, "links", list)),
        account=_totals(_get(data, "account", dict)) if "account" in data else Totals(),
        edition=_get(data, "edition", str) if "edition" in data else FULL,
        engines={name: str(version) for name, version in data.get("engines", {}).items()},
        alternates=tuple(_alternate(one) for one in _get(data, "alternates", list))
        if "alternates" in data
        else (),
        kind=_parsed(data, "kind", EpisodeKind) if "kind" in data else EpisodeKind.FULL,
        season=_get(data, "season", int) if "season" in data else None,
        unpublished=data.get("unpublished", False) is True,
        artwork=_get(data, "artwork", str) if "artwork" in data else "",
        waveform=_get(data, "waveform", str) if "waveform" in data else "",
    )


def _alternate(data: object) -> Alternate:
    return Alternate(
        audio=_get(data, "audio", str),
        bytes=_get(data, "bytes", int),
        format=_get(data, "format", str),
        type=_get(data, "type", str),
        codecs=_get(data, "codecs", str),
        bitrate_bps=_get(data, "bitrate_bps", int),
    )


def _totals(data: object) -> Totals:
    left_out = _get(data, "left_out", dict)
    return Totals(_get(data, "spoken", int), {reason: _get(left_out, reason, int) for reason in left_out})


def _cast(data: object) -> Cast:
    voices = _get(data, "voices", dict)
    parted = {role: str(voice).partition(":") for role, voice in voices.items()}
    return Cast(_get(data, "name", str), {role: Voice(p[0], p[2]) for role, p in parted.items()})


def _chapter(data: Any) -> TimedChapter:
    return TimedChapter(
        title=_get(data, "title", str),
        start_ms=_get(data, "start_ms", int),
        end_ms=_get(data, "end_ms", int),
        lines=tuple(_line(line) for line in _get(data, "lines", list)),
        url=_get(data, "url", str) if "url" in data else "",
        image=_get(data, "image", str) if "image" in data else "",
    )


def _line(data: object) -> TimedLine:
    return TimedLine(
        role=_get(data, "role", str),
        text=_get(data, "text", str),
        start_ms=_get(data, "start_ms", int),
        end_ms=_get(data, "end_ms", int),
        words=tuple(TimedWord(*_row(word, str, int, int)) for word in _get(data, "words", list)),
    )


def _get(data: object, key: str, kind: type[_T]) -> _T:
    if not isinstance(data, dict) or key not in data:
        raise ValueError(f"it has no {key!r}")
    value = data[key]
    if not isinstance(value, kind) or isinstance(value, bool):
        raise ValueError(f"its {key!r} is {_plain(value)[:40]}")  # noqa: TRY004  one kind of error for a broken record
    return value


def _row(values: object, *kinds: type) -> tuple[Any, ...]:
    if isinstance(values, list) and [type(value) for value in values] == list(kinds):
        return tuple(values)
    raise ValueError(f"its {_plain(values)[:40]} is not understood")


def _parsed(data: object, key: str, parse: Callable[[str], _T]) -> _T:
    text = _get(data, key, str)
    try:
        return parse(text)
    except ValueError as error:
        raise ValueError(f"its {key!r} is {_plain(text)[:40]}") from error


def _aware(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without its zone")
    return moment
