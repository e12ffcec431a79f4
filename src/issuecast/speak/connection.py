"""Why a connection failed, in words, and whether it is of use to try again within a check's 3 s."""

from __future__ import annotations

import os
import socket
import ssl

TRIES, BETWEEN_TRIES_S = 3, 0.5
"""In a check, as often as edge-tts asks for its list of voices."""


def reason_of(error: OSError) -> str:
    """The operating system's words, in whose place asyncio puts its own.

    A name's look-up and TLS count their failures otherwise (a look-up from -1 down), and bring their words.
    """
    if error.errno and error.errno > 0 and not isinstance(error, ssl.SSLError):
        return os.strerror(error.errno)
    return error.strerror or str(error) or type(error).__name__


def is_final(error: object) -> bool:
    """Whether the next try would fail likewise: nobody listens there, no such name, no such certificate.

    A look-up that could not be made (EAI_AGAIN) may succeed, and whatever was lost on the way may come.
    """
    unknown = isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN
    return unknown or isinstance(error, ConnectionRefusedError | ssl.SSLCertVerificationError)
