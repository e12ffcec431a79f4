"""`issuecast cache`."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from issuecast.cache import Cache, Kept
    from issuecast.speak.store import TakeStore

_DAY_S = 86_400


@click.group(invoke_without_command=True)
@click.option("--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder.")
@click.pass_context
def cache(context: click.Context, folder: Path) -> None:
    """Tell how many takes and chapters of earlier builds are kept, to be used again, and their room.

    Takes are told by voice, those that no build used for longest last.
    """
    from issuecast.cli.display import near
    from issuecast.mix import ChapterStore
    from issuecast.show import load
    from issuecast.speak.store import TakeStore

    show_folder = load(folder).folder
    takes = TakeStore(show_folder)
    stores = {"take": takes, "chapter": ChapterStore(show_folder)}
    context.obj = stores
    if context.invoked_subcommand:
        return
    for name, store in stores.items():
        kept = tuple(store.kept())
        room = f"{_amount(kept, name)} of at most {_size(store.limit_bytes)}"
        click.echo(f"{room}, in {near(store.folder)}{_oldest(kept)}")
        if name == "take":
            _by_voice(takes)


@cache.command()
@click.option(
    "--older-than",
    "days",
    type=click.FloatRange(min=0),
    default=30,
    show_default=True,
    metavar="DAYS",
    help="Those that no build has used for so long.",
)
@click.option("--all", "everything", is_flag=True, help="All of them.")
@click.pass_context
def prune(context: click.Context, days: float, *, everything: bool) -> None:
    """Drop what is kept. Episodes stay as they are; what is built anew is voiced and mixed anew."""
    from issuecast.errors import VoiceError

    before_s = float("inf") if everything else time.time() - days * _DAY_S
    stores: Mapping[str, Cache] = context.obj
    try:
        dropped = {name: store.prune(before_s) for name, store in stores.items()}
    except OSError as error:
        raise VoiceError(
            f"{error.filename} cannot be removed ({error.strerror})", "make its folder writable"
        ) from error
    click.echo(f"Dropped {'; '.join(_amount(kept, name) for name, kept in dropped.items())}.")


def _by_voice(takes: TakeStore) -> None:
    """A line for each voice whose takes are kept, the one that was used last first."""
    voices: dict[tuple[str, str], list[Kept]] = {}
    for kept, maker in sorted(takes.made(), key=lambda made: -made[0].used_s):
        by = (str(maker.voice), maker.version) if maker else ("unknown voices", "")
        voices.setdefault(by, []).append(kept)
    rows = [
        (name, _count(its, "take"), _size(sum(one.bytes for one in its)), version)
        for (name, version), its in voices.items()
    ]
    name_wide, count_wide, size_wide = (max((len(row[at]) for row in rows), default=0) for at in range(3))
    for name, count, size, version in rows:
        row = f"  {name:<{name_wide}}  {count:>{count_wide}}  {size:>{size_wide}}  {version}"
        click.echo(row.rstrip())


def _amount(kept: Sequence[Kept], name: str) -> str:
    return f"{_count(kept, name)}, {_size(sum(one.bytes for one in kept))}"


def _count(kept: Sequence[Kept], name: str) -> str:
    return f"{len(kept):,} {name}{'s' * (len(kept) != 1)}"


def _oldest(kept: Sequence[Kept]) -> str:
    if not kept:
        return ""
    day = datetime.fromtimestamp(min(one.used_s for one in kept)).astimezone()
    return f"; the oldest was last used on {day:%Y-%m-%d}"


def _size(size: int) -> str:
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} bytes"
