"""Links in plain text: the address leaves the words and is kept beside them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from issuecast.models import Link

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"“”\])]+"
_LINK = re.compile(
    rf"\[(?P<text>[^\[\]\n]{{1,300}})\]\((?P<target>(?:https?://|mailto:)[^\s()]+)\)"  # [text](address)
    rf"|\s*[(\[<]\s*(?P<bracketed>{_ADDRESS})\s*[)\]>]"  # text (address)
    rf"|\s*(?::\s*)?(?P<bare>{_ADDRESS})"  # text: address
)
_SCHEMES = {"http", "https", "mailto"}
_ENDING = ".,;:!?'"


def is_link(url: str) -> bool:
    """Whether a listener's app may be offered this address: http, https or mailto."""
    return url.split(":", 1)[0].lower() in _SCHEMES and not any(c.isspace() for c in url)


def split_links(text: str) -> tuple[str, tuple[Link, ...]]:
    """The text without addresses, and its links; an address without words of its own goes by its domain."""
    links: list[Link] = []

    def leave_words(match: re.Match[str]) -> str:
        if match["target"]:
            links.append(Link(match["text"], match["target"]))
            return match["text"]
        address = match["bracketed"] or match["bare"]
        url = address.rstrip(_ENDING)
        url = url if "://" in url else f"https://{url}"
        links.append(Link(_domain(url), url))
        # What followed the address belongs to the sentence, unless it only closed the address.
        return address[len(address.rstrip(_ENDING)) :]

    return _LINK.sub(leave_words, text).strip(), tuple(links)


def _domain(url: str) -> str:
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url
