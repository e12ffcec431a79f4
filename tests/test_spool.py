"""Sound that is laid by comes back, and leaves nothing behind."""

from __future__ import annotations

import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Take, Word
from issuecast.speak.laid_by import lay_by
from issuecast.spool import Spool, contents


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_what_is_put_comes_back(pieces: list[bytes]) -> None:
    """In any order, also the empty, and from several threads."""
    spool = Spool()
    with ThreadPoolExecutor(4) as threads:
        stored = list(threads.map(spool.put, pieces))
    assert list(contents(stored)) == pieces
    assert [part.size for part in stored] == [len(piece) for piece in pieces]


def test_nothing_is_left_of_it(tmp_path: Path) -> None:
    """The file has no name from the start, and the descriptor goes with the last piece."""
    spool = Spool(tmp_path)
    stored = spool.put(b"sound")
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [tmp_path / ".issuecast/.gitignore"]
    descriptor = spool._file
    del spool
    assert stored.read() == b"sound"
    del stored
    assert not os.path.exists(f"/proc/self/fd/{descriptor}")  # noqa: PTH110


def test_a_show_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    """Then it is where the system keeps what is temporary."""
    (tmp_path / ".issuecast").write_text("in the way")
    assert Spool(tmp_path).put(b"sound").read() == b"sound"


def test_a_take_that_is_laid_by_is_the_same_take() -> None:
    """Its sound, its length and its words; in another process it is a take with its sound."""
    take = Take(b"\x01\x02" * 2_400, 24_000, (Word("Fog", 0, 90),), estimated=True)
    laid = lay_by(take, Spool())
    assert (laid.pcm, laid.rate_hz, laid.words, laid.estimated) == (take.pcm, 24_000, take.words, True)
    assert (laid.samples, laid.duration_ms) == (take.samples, take.duration_ms) == (2_400, 100)
    assert pickle.loads(pickle.dumps(laid)) == take  # noqa: S301  our own
