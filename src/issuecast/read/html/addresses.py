"""Where links and pictures of a page lead."""

from __future__ import annotations

from urllib.parse import urljoin

from issuecast.read.links import is_link


def address_of(href: str, base: str) -> str:
    """The whole address, "" if it leads to the page itself or to nothing that a listener's app may open.

    Args:
        href: as it stands in the source, perhaps relative.
        base: what it is relative to, "" if that is not known.
    """
    href = href.replace("\n", "").strip().replace(" ", "%20")
    if not href or href.startswith("#"):
        return ""
    if href.startswith("//"):
        href = f"https:{href}"
    elif base and not is_link(href):
        try:
            href = urljoin(base, href)
        except ValueError:
            return ""
    return href if is_link(href) else ""
