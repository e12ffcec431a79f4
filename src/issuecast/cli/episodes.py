"""`issuecast episodes`, `unpublish`, `delete` and `prune`: what is out, and what is taken back."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from issuecast.models import Episode

_show = click.option(
    "--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder."
)
_yes = click.option("--yes", is_flag=True, help="Do not ask.")

_SUBSCRIBED = (
    "{} is the feed of an edition that has none any more. Whoever subscribed to it hears nothing once it is "
    "gone: have your host redirect it (301) to {}, or write that into it as itunes:new-feed-url, and keep it "
    "for some weeks."
)


@click.command()
@_show
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def episodes(folder: Path, *, as_json: bool) -> None:
    """List the episodes, newest first: in the feed, scheduled or unpublished."""
    from issuecast.publish import records
    from issuecast.show import load

    rows = [(one, _state(one)) for one in records(load(folder))]
    if as_json:
        listed = [
            {
                "slug": one.slug,
                "title": one.title,
                "published": one.published.isoformat(),
                "state": state,
                "guid": one.guid,
                "source": one.source,
            }
            for one, state in rows
        ]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    for one, state in rows:
        click.echo(f"{one.slug}  {state:11}  {_title(one)}")
    if not rows:
        click.echo("There are no episodes yet: issuecast build ISSUE makes one.")


@click.command()
@click.argument("slugs", metavar="SLUG...", nargs=-1, required=True)
@_show
@click.option("--undo", is_flag=True, help="Have them in the feed again.")
@_yes
def unpublish(slugs: tuple[str, ...], folder: Path, *, undo: bool, yes: bool) -> None:
    """Take episodes out of the feed and off the site. Their sound and their records stay.

    SLUG is the episode's folder in episodes/. Apps that have the episode may keep it. To build its issue
    again does not bring it back; --undo does.
    """
    from issuecast.publish.withdraw import named
    from issuecast.publish.withdraw import unpublish as take_out
    from issuecast.show import load

    show = load(folder)
    chosen = [named(show, slug) for slug in slugs]
    for one in chosen:
        if one.unpublished is not undo:
            click.echo(f"{'Not unpublished' if undo else 'Unpublished already'}: {_titles([one])}.")
    if chosen := [one for one in chosen if one.unpublished is undo]:
        _ask(f"{'Publish' if undo else 'Unpublish'} {_titles(chosen)}?", yes=yes or undo)
        take_out(show, chosen, undo=undo)
        click.echo(f"{'Published again' if undo else 'Unpublished'}: {_titles(chosen)}.")


@click.command()
@click.argument("slugs", metavar="SLUG...", nargs=-1, required=True)
@_show
@_yes
def delete(slugs: tuple[str, ...], folder: Path, *, yes: bool) -> None:
    """Remove episodes with their sound and their records.

    To build its issue again makes the episode again, under the same slug; `unpublish` keeps it out.
    """
    from issuecast.publish.withdraw import delete as remove
    from issuecast.publish.withdraw import named
    from issuecast.show import load

    show = load(folder)
    chosen = [named(show, slug) for slug in slugs]
    folders = "its folder" if len(chosen) == 1 else "their folders"
    _ask(f"Remove {_titles(chosen)} with all files in {folders}?", yes=yes)
    remove(show, chosen)
    click.echo(f"Removed: {_titles(chosen)}.")
    for one in chosen:
        if (show.folder / one.source).is_file():
            click.echo(f"Its issue is still there: to build {one.source} makes it again.")


@click.command()
@_show
@click.option("--dry-run", is_flag=True, help="Only show what would go.")
@_yes
def prune(folder: Path, *, dry_run: bool, yes: bool) -> None:
    """Remove files in episodes/ that newer ones replaced: sound before a correction, old covers and styles.

    What a record or the feed names stays, and so does what issuecast did not make. Apps that have not looked
    at the feed since still ask for the old files: leave them some days.
    """
    from issuecast.publish.addresses import FEED, on_the_web
    from issuecast.publish.withdraw import leftovers
    from issuecast.publish.withdraw import prune as remove
    from issuecast.show import load

    show = load(folder)
    files = leftovers(show)
    for file in files:
        click.echo(f"{file.path.relative_to(show.episodes)}  {_size(file.bytes)}")
    for file in files:
        if file.is_feed:
            click.echo(_SUBSCRIBED.format(file.path.name, on_the_web(show, FEED)), err=True)
    if not files:
        click.echo("Nothing to remove.")
    elif not dry_run:
        many = "1 file" if len(files) == 1 else f"{len(files):,} files"
        _ask(f"Remove {many}, {_size(sum(file.bytes for file in files))}?", yes=yes)
        remove(show, files)
        click.echo(f"Removed {many}.")


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1_000_000 else f"{-(-size // 1000)} kB"  # noqa: PLR2004  a million


def _ask(question: str, *, yes: bool) -> None:
    """Go on only if the editor says so; nobody there to ask is a no."""
    if not yes:
        try:
            click.confirm(question, abort=True)
        except click.Abort:
            if not sys.stdin.isatty():
                click.echo("\nNobody is there to ask: --yes answers for you.", err=True)
            raise


def _state(episode: Episode) -> str:
    from issuecast.clock import now

    if episode.unpublished:
        return "unpublished"
    return "scheduled" if episode.published > now() else "in the feed"


def _title(episode: Episode) -> str:
    from issuecast.publish.plain import one_line

    return one_line(episode.title)


def _titles(episodes: list[Episode]) -> str:
    return ", ".join(f"{_title(one)} ({one.slug})" for one in episodes)
