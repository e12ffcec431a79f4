from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from issuecast.cache import ABANDONED_S
from issuecast.models import Delivery, Maker, Take, Voice, Word
from issuecast.speak.engines import Engine
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore

from .humming import HummingEngine

REQUEST = Request("The ferry is late.", Voice("hum", "low"))
TAKE = Take(b"\x01\x02" * 5000, 24_000, (Word("The", 0, 90), Word("ferry", 90, 400)))
ENGINE = HummingEngine()

KEEPING_FOREVER = """
import sys
from pathlib import Path
from issuecast.models import Take, Voice
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from speak.humming import HummingEngine

store, number = TakeStore(Path(sys.argv[1])), 0
while True:
    request = Request(f"Story {number % 50}", Voice("hum", "low"))
    store.keep(request, HummingEngine(), Take(bytes(400_000), 24_000))
    number += 1
    print(number, flush=True)
"""


def files(folder: Path) -> list[Path]:
    return [file for file in (folder / ".issuecast/cache/takes").rglob("*") if file.is_file()]


def used_days_ago(days: float, file: Path) -> None:
    moment = time.time() - days * 86_400
    os.utime(file, (moment, moment))


def keep(store: TakeStore, text: str, take: Take = TAKE) -> Request:
    request = Request(text, Voice("hum", "low"))
    store.keep(request, ENGINE, take)
    return request


@pytest.mark.parametrize(
    "take", [TAKE, Take(TAKE.pcm, 16_000), Take(TAKE.pcm, 24_000, TAKE.words, estimated=True)]
)
def test_a_take_comes_back_as_it_was_kept(tmp_path: Path, take: Take) -> None:
    """PCM, rate, word times and how they were found are kept, also for the next build."""
    TakeStore(tmp_path).keep(REQUEST, ENGINE, take)
    assert TakeStore(tmp_path).find(REQUEST, ENGINE) == take


def test_what_was_never_kept_is_not_found(tmp_path: Path) -> None:
    """An empty store is no error, and makes no folder."""
    assert TakeStore(tmp_path).find(REQUEST, ENGINE) is None
    assert list(tmp_path.iterdir()) == []


class NewerEngine(HummingEngine):
    version = "hum 2"


class OtherEngine(HummingEngine):
    name = "whistle"


@pytest.mark.parametrize(
    ("request_", "engine", "settings"),
    [
        (Request("The ferry is late!", REQUEST.voice), ENGINE, {}),
        (Request(REQUEST.text, Voice("hum", "high")), ENGINE, {}),
        (Request(REQUEST.text, REQUEST.voice, Delivery(5, 0)), ENGINE, {}),
        (Request(REQUEST.text, REQUEST.voice, Delivery(0, 5)), ENGINE, {}),
        (REQUEST, NewerEngine(), {}),
        (REQUEST, OtherEngine(), {}),
        (REQUEST, ENGINE, {"hum": {"reed": 3}}),
    ],
)
def test_whatever_is_heard_makes_another_take(
    tmp_path: Path, request_: Request, engine: Engine, settings: dict[str, dict[str, float]]
) -> None:
    """Text, voice, delivery, engine, version and settings each make a take of their own."""
    TakeStore(tmp_path).keep(REQUEST, ENGINE, TAKE)
    assert TakeStore(tmp_path, settings).find(request_, engine) is None
    assert TakeStore(tmp_path, {"other": {"reed": 3}}).find(REQUEST, ENGINE) == TAKE


def test_what_made_a_take_comes_back_with_it(tmp_path: Path) -> None:
    """Engine, version and voice are kept with a take, and told without reading its sound."""
    take = replace(TAKE, maker=Maker("hum 1", REQUEST.voice))
    TakeStore(tmp_path, {"hum": {"reed": 3}}).keep(REQUEST, ENGINE, take)
    store = TakeStore(tmp_path, {"hum": {"reed": 3}})
    assert store.find(REQUEST, ENGINE) == take
    assert [maker for _, maker in store.made()] == [Maker("hum 1", REQUEST.voice)]
    assert b'"settings": {"reed": 3}' in files(tmp_path)[0].read_bytes()
    assert (store.has_voiced(REQUEST.voice), store.has_voiced(Voice("hum", "high"))) == (True, False)


def test_what_an_earlier_version_kept_is_used(tmp_path: Path) -> None:
    """A take whose file does not tell what made it is a take all the same."""
    store = TakeStore(tmp_path)
    store.keep(REQUEST, ENGINE, TAKE)
    assert store.find(REQUEST, ENGINE) == TAKE
    assert [maker for _, maker in store.made()] == [None]
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:46])
    assert [maker for _, maker in store.made()] == [None]


class TunedEngine(HummingEngine):
    """Has two settings, of which one is heard, and is 3 where the table does not tell."""

    def __init__(self, reed: float = 3) -> None:
        super().__init__()
        self._reed = reed

    def settings_heard(self, voice: str) -> Mapping[str, float]:
        return {} if self._reed == 3 else {"reed": self._reed}


def test_only_settings_that_are_heard_make_another_take(tmp_path: Path) -> None:
    """What an engine does at once, or a default that is written down, changes no sound: takes stay."""
    TakeStore(tmp_path).keep(REQUEST, ENGINE, TAKE)
    told = {"hum": {"reed": 3, "concurrency": 8}}
    assert TakeStore(tmp_path, told).find(REQUEST, TunedEngine()) == TAKE
    assert TakeStore(tmp_path, {"hum": {"reed": 5}}).find(REQUEST, TunedEngine(5)) is None


@pytest.mark.parametrize("at", [0, 20, 60, 100, 5000, -1])
def test_a_damaged_take_is_dropped(tmp_path: Path, at: int) -> None:
    """One changed byte anywhere, and the take is recorded again."""
    TakeStore(tmp_path).keep(REQUEST, ENGINE, TAKE)
    (file,) = files(tmp_path)
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    assert TakeStore(tmp_path).find(REQUEST, ENGINE) is None
    assert not file.exists()


@pytest.mark.parametrize("length", [0, 1, 17, 49, 51, 60, 5000])
def test_half_a_take_is_dropped(tmp_path: Path, length: int) -> None:
    """A file that ends too soon is no take."""
    TakeStore(tmp_path).keep(REQUEST, ENGINE, TAKE)
    (file,) = files(tmp_path)
    file.write_bytes(file.read_bytes()[:length])
    assert TakeStore(tmp_path).find(REQUEST, ENGINE) is None
    assert not file.exists()


def test_the_private_folder_is_not_for_git(tmp_path: Path) -> None:
    """Whoever keeps the show in git does not get takes into it; a .gitignore that is there stays."""
    TakeStore(tmp_path).keep(REQUEST, ENGINE, TAKE)
    ignored = tmp_path / ".issuecast/.gitignore"
    assert ignored.read_text() == "*\n"
    ignored.write_text("cache/\n")
    keep(TakeStore(tmp_path), "Another story.")
    assert ignored.read_text() == "cache/\n"


def test_a_store_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A take that cannot be kept is no reason to fail, but one to tell."""
    (tmp_path / ".issuecast").write_text("in the way")
    store = TakeStore(tmp_path)
    store.keep(REQUEST, ENGINE, TAKE)
    assert store.problem == f"{store.folder} cannot be written (Not a directory)"
    assert store.find(REQUEST, ENGINE) is None


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    """A store beyond its limit loses what nobody used, not what was kept first."""
    store = TakeStore(tmp_path, limit_bytes=25_000)
    first = keep(store, "First.")
    used_days_ago(9, *files(tmp_path))
    second = keep(store, "Second.")
    used_days_ago(5, max(files(tmp_path), key=lambda file: file.stat().st_mtime))
    assert store.find(first, ENGINE) == TAKE
    third = keep(store, "Third.")
    store.shrink()
    found = [TakeStore(tmp_path).find(request, ENGINE) for request in (first, second, third)]
    assert found == [TAKE, None, TAKE]


def test_a_store_within_its_limit_stays(tmp_path: Path) -> None:
    """Nothing is dropped without need."""
    store = TakeStore(tmp_path, limit_bytes=25_000)
    requests = [keep(store, "First."), keep(store, "Second.")]
    store.shrink()
    assert [store.find(request, ENGINE) for request in requests] == [TAKE, TAKE]


def test_prune_drops_what_is_older(tmp_path: Path) -> None:
    """Takes that were not used since a moment go, and are told."""
    store = TakeStore(tmp_path)
    old = keep(store, "Old.")
    used_days_ago(9, *files(tmp_path))
    new = keep(store, "New.")
    (dropped,) = store.prune(time.time() - 5 * 86_400)
    assert dropped.bytes > len(TAKE.pcm)
    assert (store.find(old, ENGINE), store.find(new, ENGINE)) == (None, TAKE)


def test_two_builds_at_once_and_a_kill_leave_whole_takes(tmp_path: Path) -> None:
    """Two processes that keep the same takes, both killed in their midst, leave only whole ones."""
    command = [sys.executable, "-c", KEEPING_FOREVER, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, env=env) as one,
        subprocess.Popen(command, stdout=subprocess.PIPE, env=env) as other,
    ):
        for process in (one, other):
            assert process.stdout
            while int(process.stdout.readline()) < 60:
                pass
        one.kill()
        other.kill()
    store = TakeStore(tmp_path)
    requests = [Request(f"Story {number}", Voice("hum", "low")) for number in range(50)]
    assert [store.find(request, ENGINE) for request in requests] == [Take(bytes(400_000), 24_000)] * 50


def test_a_part_that_a_kill_left_is_swept(tmp_path: Path) -> None:
    """What a killed build was writing goes when it is certain that nobody writes it any more."""
    store = TakeStore(tmp_path)
    keep(store, "A story.")
    (take,) = files(tmp_path)
    torn, under_way = take.with_name(".torn.part"), take.with_name(".under-way.part")
    for part in (torn, under_way):
        part.write_bytes(b"half")
    used_days_ago((ABANDONED_S + 60) / 86_400, torn)
    store.shrink()
    assert sorted(files(tmp_path)) == sorted([take, under_way])
