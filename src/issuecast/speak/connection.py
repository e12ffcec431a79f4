"""Why a connection failed, in words."""

from __future__ import annotations

import os
import ssl


def reason_of(error: OSError) -> str:
    """The operating system's words, in whose place asyncio puts its own.

    A name's look-up and TLS count their failures otherwise (a look-up from -1 down), and bring their words.
    """
    if error.errno and error.errno > 0 and not isinstance(error, ssl.SSLError):
        return os.strerror(error.errno)
    return error.strerror or str(error) or type(error).__name__
