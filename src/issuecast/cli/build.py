"""`issuecast build`."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from issuecast.errors import IssuecastError, SettingsError

if TYPE_CHECKING:
    from issuecast.pipeline import Built
    from issuecast.show import Show


@click.command()
@click.argument("issues", metavar="[ISSUE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder.")
@click.option("--cast", metavar="NAME", help="Who speaks, from the casts in show.toml.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The date of an issue that tells none.",
)
@click.option("--edition", metavar="NAME", default="full", help="One of the show's editions, such as brief.")
@click.option(
    "--episode",
    metavar="SLUG",
    help='The episode that the issue is, where a new name of its file leaves that open; "new" for none.',
)
@click.option(
    "--script",
    type=click.Choice(["auto", "keep"]),
    default="auto",
    help="keep: voice an edited script even if its issue changed since.",
)
@click.option("--rebuild", is_flag=True, help="Make the audio anew even if nothing changed.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, and nothing else, on stdout.")
def build(  # noqa: PLR0913  an argument an option
    *,
    issues: tuple[Path, ...],
    folder: Path,
    cast: str | None,
    day: datetime | None,
    edition: str,
    episode: str | None,
    script: Literal["auto", "keep"],
    rebuild: bool,
    as_json: bool,
) -> None:
    """Build the episode of each ISSUE, the feed and the pages, into episodes/.

    Without an ISSUE the feed and the pages are brought up to date: episodes whose time has come are let in.

    An issue is Markdown, pasted text, an HTML page, a mail (.eml) or a feed. A script beside it,
    <issue>.script.md, is voiced as it stands. One bad issue does not stop the others.

    What was made is told in .issuecast/reports/, a page for each episode that is not published.
    """
    from issuecast.cli.display import Display, summary
    from issuecast.pipeline import build as build_episode
    from issuecast.show import load
    from issuecast.write.edited import issues_among

    show = load(folder)
    if not issues:
        _refresh(show, as_json=as_json)
        return
    build_one = partial(
        build_episode,
        show=show,
        cast=cast,
        day=day.date() if day else None,
        edition=edition,
        episode=episode,
        script=script,
        rebuild=rebuild,
    )
    built: list[Built] = []
    failed: list[IssuecastError] = []
    for issue in issues_among(issues):
        with Display() as display:
            try:
                built.append(build_one(issue, progress=display))
            except IssuecastError as error:
                failed.append(error)
    if built and as_json:
        click.echo(json.dumps(_as_json(built), ensure_ascii=False, indent=2))
    elif built:
        summary(built)
    _fail(failed)


def _refresh(show: Show, *, as_json: bool) -> None:
    """Let in the episodes whose time has come."""
    from issuecast.cli.display import standing
    from issuecast.publish import publish

    if not (show.episodes.is_dir() or (show.folder / "show.toml").exists()):
        raise SettingsError(f"{show.folder} is no show", "name an issue, or run issuecast init")
    published = publish(show)
    if as_json:
        lists = {"entered": published.entered, "scheduled": published.scheduled}
        told = {
            "feed": str(published.feed.resolve()),
            "site": str(published.site.resolve()),
            **{name: [one.slug for one in episodes] for name, episodes in lists.items()},
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    for sentence in published.notices:
        click.echo(sentence, err=True)
    standing(published)


def _fail(failed: list[IssuecastError]) -> None:
    """Every error is told; the first one's class gives the exit code."""
    for error in failed[1:]:
        click.echo(f"issuecast: {error}", err=True)
    if failed:
        raise failed[0]


def _as_json(built: list[Built]) -> dict[str, Any]:
    return {
        "feed": str(built[-1].feed.resolve()),
        "site": str(built[-1].site.resolve()),
        "episodes": [_episode(one) for one in built],
    }


def _episode(built: Built) -> dict[str, Any]:
    episode = built.episode
    return {
        "slug": episode.slug,
        "title": episode.title,
        "date": episode.date.isoformat(),
        "folder": str(built.folder.resolve()),
        "audio": str((built.folder / episode.audio).resolve()),
        "report": str(built.report.resolve()) if built.report else None,
        "bytes": episode.bytes,
        "duration_ms": episode.duration_ms,
        "cast": episode.cast.name,
        "edition": episode.edition,
        "account": {"spoken": episode.account.spoken, "left_out": dict(episode.account.left_out)},
        "built": built.built,
        "published": episode.published.isoformat(),
        "in_feed": built.in_feed,
        "voicing": [asdict(tally) for tally in built.voicing],
        "chapters": [
            {"title": chapter.title, "start_ms": chapter.start_ms, "end_ms": chapter.end_ms}
            for chapter in episode.timeline
        ],
        "timings_ms": dict(built.timings_ms),
    }
