"""`issuecast cache`, run as an editor runs it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from issuecast.cli import cli
from issuecast.models import Maker, Take, Voice
from issuecast.speak.request import Request
from issuecast.speak.silent import SilentEngine
from issuecast.speak.store import TakeStore

Cache = Callable[..., Result]


@pytest.fixture
def command(show_folder: Path) -> Cache:
    """Run the command on the show."""
    return lambda *arguments: CliRunner().invoke(cli, ["cache", "--show", str(show_folder), *arguments])


@pytest.fixture
def two_takes(show_folder: Path) -> TakeStore:
    """A store with a take of a megabyte that was used 40 days ago, and a new one."""
    store = TakeStore(show_folder)
    for text, days in (("Old.", 40), ("New.", 0)):
        voice = Voice("silent", text.lower().rstrip("."))
        take = Take(bytes(1_000_000), 24_000, maker=Maker("1", voice))
        store.keep(Request(text, voice), SilentEngine(), take)
        newest = max(store.kept(), key=lambda kept: kept.used_s)
        moment = time.time() - days * 86_400
        os.utime(newest.file, (moment, moment))
    return store


def test_an_empty_cache_is_no_error(command: Cache, show_folder: Path) -> None:
    """A show that was never voiced has no takes."""
    done = command()
    assert done.exit_code == 0
    assert done.output == (
        f"0 takes, 0 bytes of at most 2.0 GB, in {show_folder}/.issuecast/cache/takes\n"
        f"0 chapters, 0 bytes of at most 1.0 GB, in {show_folder}/.issuecast/cache/chapters\n"
    )
    assert not (show_folder / ".issuecast").exists()


def test_it_tells_how_much_there_is(command: Cache, show_folder: Path, two_takes: TakeStore) -> None:
    """Takes, bytes, and when the oldest was used; then the takes of each voice."""
    day = time.strftime("%Y-%m-%d", time.localtime(time.time() - 40 * 86_400))
    assert command().output == (
        f"2 takes, 2.0 MB of at most 2.0 GB, in {show_folder}/.issuecast/cache/takes; "
        f"the oldest was last used on {day}\n"
        "  silent:new  1 take  1.0 MB  1\n"
        "  silent:old  1 take  1.0 MB  1\n"
        f"0 chapters, 0 bytes of at most 1.0 GB, in {show_folder}/.issuecast/cache/chapters\n"
    )


def test_a_show_that_one_is_in_is_told_shortly(
    command: Cache, show_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the show's folder, places are told from there."""
    monkeypatch.chdir(show_folder)
    assert command().output == (
        "0 takes, 0 bytes of at most 2.0 GB, in .issuecast/cache/takes\n"
        "0 chapters, 0 bytes of at most 1.0 GB, in .issuecast/cache/chapters\n"
    )


def test_takes_of_earlier_versions_are_told_too(command: Cache, show_folder: Path) -> None:
    """A take that does not tell what made it is one all the same."""
    store = TakeStore(show_folder)
    store.keep(Request("x", Voice("silent", "any")), SilentEngine(), Take(bytes(1_000_000), 24_000))
    assert "\n  unknown voices  1 take  1.0 MB\n" in command().output


@pytest.mark.parametrize(
    ("options", "told", "left"),
    [
        ([], "Dropped 1 take, 1.0 MB; 0 chapters, 0 bytes.\n", 1),
        (["--older-than", "50"], "Dropped 0 takes, 0 bytes; 0 chapters, 0 bytes.\n", 2),
        (["--all"], "Dropped 2 takes, 2.0 MB; 0 chapters, 0 bytes.\n", 0),
    ],
)
def test_prune_drops_what_was_not_used(
    command: Cache, two_takes: TakeStore, options: list[str], told: str, left: int
) -> None:
    """Takes go that no build used for a month, or for so many days, or all."""
    done = command("prune", *options)
    assert (done.exit_code, done.output) == (0, told)
    assert len(list(two_takes.kept())) == left
