from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from issuecast.errors import PublishError
from issuecast.publish.files import write


@contextmanager
def disk_of(limit_bytes: int) -> Iterator[None]:
    """Writing more than this fails, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_appears_with_its_folders(tmp_path: Path) -> None:
    """A new file is written, and nothing else is left beside it."""
    assert write(tmp_path / "a" / "b.txt", b"new")
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"new"
    assert [file.name for file in (tmp_path / "a").iterdir()] == ["b.txt"]


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    """A file that holds the content already is left as it is, down to its inode and time."""
    file = tmp_path / "a.txt"
    write(file, b"same")
    before = file.stat()
    assert not write(file, b"same")
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_other_bytes_of_the_same_length_are_written(tmp_path: Path) -> None:
    """The size alone does not count as the content."""
    write(tmp_path / "a.txt", b"one")
    assert write(tmp_path / "a.txt", b"two")
    assert (tmp_path / "a.txt").read_bytes() == b"two"


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """When the disk is full in the middle of a file, the old one stands and the half one is gone."""
    file = tmp_path / "feed.xml"
    write(file, b"old")
    with disk_of(1000), pytest.raises(PublishError) as error:
        write(file, b"new" * 1000)
    assert str(error.value) == (
        f"{file} cannot be written (File too large): make room and the folder writable, then build again."
    )
    assert file.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir()] == ["feed.xml"]


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    """A folder that has the file's name is a sentence, not a traceback."""
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(PublishError) as error:
        write(tmp_path / "a.txt", b"x")
    assert str(error.value) == (
        f"{tmp_path / 'a.txt'} cannot be written (Is a directory): "
        "make room and the folder writable, then build again."
    )
