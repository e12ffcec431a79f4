"""`issuecast cache`."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from issuecast.speak.store import Kept

_DAY_S = 86_400


@click.group(invoke_without_command=True)
@click.option("--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder.")
@click.pass_context
def cache(context: click.Context, folder: Path) -> None:
    """Tell how many takes of earlier builds are kept, to be used again, and how much room they need."""
    from issuecast.show import load
    from issuecast.speak.store import LIMIT_BYTES, TakeStore

    store = TakeStore(load(folder).folder)
    context.obj = store
    if context.invoked_subcommand:
        return
    kept = tuple(store.kept())
    click.echo(f"{_amount(kept)} of at most {_size(LIMIT_BYTES)}, in {store.folder}")
    if kept:
        oldest = datetime.fromtimestamp(min(one.used_s for one in kept)).astimezone()
        click.echo(f"The oldest was last used on {oldest:%Y-%m-%d}.")


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
    """Drop takes that are kept. Episodes stay as they are; what is built anew is voiced anew."""
    from issuecast.errors import VoiceError

    before_s = float("inf") if everything else time.time() - days * _DAY_S
    try:
        dropped = context.obj.prune(before_s)
    except OSError as error:
        raise VoiceError(
            f"{error.filename} cannot be removed ({error.strerror})", "make its folder writable"
        ) from error
    click.echo(f"Dropped {_amount(dropped)}.")


def _amount(kept: Sequence[Kept]) -> str:
    takes = "1 take" if len(kept) == 1 else f"{len(kept):,} takes"
    return f"{takes}, {_size(sum(one.bytes for one in kept))}"


def _size(size: int) -> str:
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} bytes"
