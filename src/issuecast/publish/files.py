"""Files appear whole or not at all, and only where they differ from what is there."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from issuecast.errors import PublishError


def write(file: Path, content: bytes) -> bool:
    """Make `file` hold `content`; whether that took writing.

    The new bytes are complete on the disk, in a hidden file beside the target, before they take its name: a
    server never serves half a file, and after a failure the old one is there unharmed.

    Raises:
        PublishError: the disk is full, the folder is not writable, and so on.
    """
    hidden = file.with_name(f".{file.name[:100]}.{os.getpid()}.part")
    try:
        if _holds(file, content):
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        with hidden.open("wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        hidden.replace(file)
    except OSError as error:
        raise PublishError(
            f"{file} cannot be written ({error.strerror or error})",
            "make room and the folder writable, then build again",
        ) from error
    finally:
        with suppress(OSError):
            hidden.unlink(missing_ok=True)
    return True


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except FileNotFoundError:
        return False
