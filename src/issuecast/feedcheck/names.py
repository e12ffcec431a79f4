"""The names of elements, as the parser gives them: `{namespace}name`."""

from __future__ import annotations

NAMESPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "psc": "http://podlove.org/simple-chapters",
}
_PREFIXES = {uri: prefix for prefix, uri in NAMESPACES.items()}


def full(name: str) -> str:
    """`{http://www.w3.org/2005/Atom}link` for `atom:link`; plain RSS names as they are."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def short(tag: str) -> str:
    """`atom:link` for `{http://www.w3.org/2005/Atom}link`; a name of an unknown namespace without it."""
    uri, _, local = tag.removeprefix("{").rpartition("}")
    return f"{_PREFIXES[uri]}:{local}" if uri in _PREFIXES else local
