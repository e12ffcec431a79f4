"""What PUBLISH writes: whole or not at all, and only where it differs from what is there."""

from __future__ import annotations

from pathlib import Path

from issuecast import files
from issuecast.errors import PublishError


def write(file: Path, *parts: bytes | files.Part) -> bool:
    """Make `file` hold these contents, one after the other; whether that took writing.

    Raises:
        PublishError: the disk is full, the folder is not writable, and so on.
    """
    try:
        return files.write(file, *parts)
    except OSError as error:
        raise PublishError(
            f"{file} cannot be written ({error.strerror or error})",
            "make room and the folder writable, then build again",
        ) from error
