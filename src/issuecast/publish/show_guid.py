"""The `podcast:guid` of the show and of each edition with a feed of its own.

It is made when the show first has an address that others can reach, recorded in `episodes/show.json`, and
never derived again: a show that moves is known by it. The record is published, so that it comes back with
what is restored from a server; where it is lost, the feed itself still tells.
Source: https://podcasting2.org/podcast-namespace/tags/guid
"""

from __future__ import annotations

import ipaddress
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from issuecast.publish import addresses
from issuecast.publish.channel import Channel
from issuecast.publish.show_record import ShowRecord
from issuecast.show import Show

_GUIDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_TOLD = re.compile(r"<podcast:guid>([0-9a-f-]{36})</podcast:guid>")
_HEAD = 50_000
"""Bytes of a feed among which its own elements are."""


def show_guid(feed_url: str) -> str:
    """A UUID of the feed's address without scheme and trailing slashes."""
    return str(uuid.uuid5(_GUIDS, feed_url.partition("://")[2].rstrip("/")))


def guids(show: Show, channels: Sequence[Channel]) -> Mapping[str, str]:
    """The GUID of each channel by its file; none for a channel that has none yet and no public address.

    Where none is recorded the feed that is there is asked before one is derived.

    Raises:
        PublishError: the record is damaged, or cannot be written.
    """
    record = ShowRecord.of(show)
    known = dict(record.guids)
    local = is_local(show.base_url)
    told = {addresses.FEED: show.feed.guid}
    for channel in channels:
        name = channel.file
        written = "" if name in known else _in_feed(show.episodes / name)
        derived = "" if local else show_guid(addresses.on_the_web(show, name))
        if guid := told.get(name) or known.get(name) or written or derived:
            known[name] = guid
    replace(record, guids=known).save(show)
    return known


def is_local(base_url: str) -> bool:
    """Whether nobody else can reach that address."""
    host = (urlsplit(base_url).hostname or "").rstrip(".")
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host.rpartition(".")[2] in {"localhost", "local", "localdomain", "internal"}


def _in_feed(feed: Path) -> str:
    try:
        with feed.open("rb") as stream:
            found = _TOLD.search(stream.read(_HEAD).decode(errors="replace"))
    except OSError:
        return ""
    return found[1] if found else ""
