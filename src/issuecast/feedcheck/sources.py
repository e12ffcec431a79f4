"""Whose rules there are, and what may be done where one is broken."""

from __future__ import annotations

APPLE, PSP, SPOTIFY, YOUTUBE = "Apple Podcasts", "PSP-1", "Spotify", "YouTube"
BOTH = f"{APPLE}, {PSP}"
TWO, RSS, ISSUECAST, HTTP = "Podcasting 2.0", "RSS 2.0", "issuecast", "RFC 9110"

REBUILD = "publish the show again"
RENEW = "build the episode again"
HOST = "ask the host that serves the files, or choose another"
