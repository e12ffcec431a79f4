"""`issuecast pull`."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from issuecast.cli.display import near

if TYPE_CHECKING:
    from issuecast.pull import Pulled


@click.command()
@click.argument("feed")
@click.option(
    "--show", "show_folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder."
)
@click.option("--all", "everything", is_flag=True, help="Also the issues that were passed over before.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most the N newest.")
def pull(feed: str, show_folder: Path, *, everything: bool, limit: int | None) -> None:
    """Save the new issues of FEED, an address or a file (RSS or Atom), into issues/.

    The first time that is the newest one, afterwards every new one. What is passed over, as the older ones
    are the first time, comes with --all. Files that are there are left alone.
    """
    from issuecast.pull import pull as pull_feed
    from issuecast.show import load

    pulled = pull_feed(feed, load(show_folder), everything=everything, limit=limit)
    click.echo("\n".join(_report(pulled)))
    if pulled.saved:
        click.echo(f"\nBuild what is new:\n\n    {_build(pulled, show_folder)}")


def _report(pulled: Pulled) -> Iterator[str]:
    """What was done, an issue a line."""
    for one in pulled.saved:
        undated = "" if one.entry.day else " (tells no date: build it with --date YYYY-MM-DD)"
        yield f"{near(one.path)}  {one.entry.title}{undated}"
    for one in pulled.changed:
        yield (
            f"{near(one.path)} has another text in the feed now, and stays as it was saved."
            " To have the new one, remove the file and pull with --all."
        )
    if pulled.passed_over:
        what = "One other issue was" if pulled.passed_over == 1 else f"{pulled.passed_over} other issues were"
        yield f"{what} passed over; --all saves them too."
    if not pulled.saved:
        yield "Nothing new."


def _build(pulled: Pulled, show_folder: Path) -> str:
    """The command that makes episodes of what was saved."""
    show = [] if show_folder == Path() else ["--show", str(show_folder)]
    return shlex.join(["issuecast", "build", *show, *(near(one.path) for one in pulled.saved)])
