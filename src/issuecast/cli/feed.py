"""`issuecast feed`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from issuecast.feedcheck import Report


@click.group()
def feed() -> None:
    """Work on the show's feed."""


@feed.command()
@click.argument("source", metavar="[URL|PATH]", required=False)
@click.option("--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder.")
@click.option(
    "--all", "everything", is_flag=True, help="Look at the files of all episodes, not of the newest 10."
)
@click.option("--strict", is_flag=True, help="Let recommendations count for the exit code.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, and nothing else, on stdout.")
def check(source: str | None, folder: Path, *, everything: bool, strict: bool, as_json: bool) -> None:
    """Check a feed, the show's or another, by the books of Apple, Spotify, PSP-1, Podcasting 2.0.

    The files that it names are looked at, too: sound and tags, artwork, chapters, transcripts. Of a feed on
    the web also how the server sends them. How loud the sound is is not measured here: `build` does that.

    Exit code 0: what is required is kept; 1: it is not (with --strict also: what is recommended); 2: a
    wrong command line; others as ever, if there is no feed.
    """
    from issuecast.cli.feed_table import show_report
    from issuecast.feedcheck import Level
    from issuecast.feedcheck import check as check_feed
    from issuecast.show import load

    show = load(folder)
    report = check_feed(source or show.episodes / "feed.xml", show=show, everything=everything)
    if as_json:
        click.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
    else:
        show_report(report)
    if report.broken(Level.REQUIRED) or (strict and report.broken(Level.RECOMMENDED)):
        raise click.exceptions.Exit(1)


def _as_json(report: Report) -> dict[str, Any]:
    return {
        "feed": report.source,
        "episodes": report.items,
        "looked_into": report.looked_into,
        "files_elsewhere": report.elsewhere,
        "rules": [
            {
                "name": one.rule.name,
                "level": one.rule.level,
                "source": one.rule.source,
                "promise": one.rule.promise,
                "passed": one.passed if one.looked_at else None,
                "way_out": one.rule.way_out if one.spots else None,
                "spots": [{"where": spot.where, "what": spot.what} for spot in one.spots],
            }
            for one in report.results
        ],
    }
