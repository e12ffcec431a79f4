"""What can be a server's address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit


def is_address(url: str, *schemes: str) -> bool:
    """Whether it begins with one of these schemes, and names a host and, if any, a port that can be."""
    if re.search(r"\s", url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:  # the port is no number or too large, a bracket is missing
        return False
