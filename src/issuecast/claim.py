"""One of two processes makes what both want, the other waits for it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

POLL_S = 0.05


@contextmanager
def claimed(file: Path, wait: Callable[[float], object]) -> Iterator[None]:
    """Hold what that name stands for, alone among all processes and threads that ask for it here.

    The system lets go of it when a process dies, however it dies. The file is gone afterwards. Where none can
    be made, or the file system knows no locks, nothing is held: at worst something is made twice.

    Args:
        file: an empty file that is made for it, in a folder that is there.
        wait: is called with some seconds again and again while another holds it; ends that by an exception.
    """
    descriptor = _held(file, wait)
    try:
        yield
    finally:
        if descriptor is not None:
            with suppress(OSError):
                file.unlink()
            os.close(descriptor)


def _held(file: Path, wait: Callable[[float], object]) -> int | None:
    while True:
        try:
            descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        except OSError:
            return None
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is(file, descriptor):
                return descriptor
            os.close(descriptor)  # whoever held it has removed it since
        except BlockingIOError:
            os.close(descriptor)
            wait(POLL_S)
        except OSError:
            os.close(descriptor)
            return None


def _is(file: Path, descriptor: int) -> bool:
    """Whether that is still the file of that name."""
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
