"""HTML that podcast apps may be given: nh3 keeps the few elements that Apple Podcasts names."""

from __future__ import annotations

import nh3

_TAGS = {"p", "ul", "ol", "li", "a"}
_SCHEMES = {"http", "https", "mailto"}


def sanitized(html: str) -> str:
    """The fragment, well formed, in paragraphs, lists and links to http, https and mailto."""
    return nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel=None)
