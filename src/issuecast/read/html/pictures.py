"""Pictures that belong to the issue, and those that only make up the mail: logos, icons, pixels."""

from __future__ import annotations

import re

from issuecast.models import Image
from issuecast.read.html.names import is_icon, names_of
from issuecast.read.html.tree import Start
from issuecast.read.residue import is_residue

_LENGTH = re.compile(r"\s*(\d{1,6})(?:px)?\s*")
_LOGO = re.compile(r"\b(?:the |our )?(?:logo|banner|image|wordmark)(?: of)?\b", re.IGNORECASE)
_SMALLEST = 48
_LONGEST_NAME = 60
_DECOR = re.compile(
    r"(?:.{0,60}\b)?(?:logo|avatar|icon|divider|spacer|profile (?:photo|picture))(?: image| of .{1,60})?"
    r"|(?:facebook|twitter|x|linkedin|instagram|youtube|tiktok|threads|bluesky|mastodon)(?: link)?",
    re.IGNORECASE,
)
_DECOR_FILE = re.compile(
    r"(?:^|[/_-])(?:spacer|pixel|blank|transparent|logo|avatar|icon|open|track(?:ing)?|beacon)"
    r"(?:[_-][\w-]*)?(?:\.(?:gif|png|svg|jpe?g|webp))?(?:[?#]|\Z)",
    re.IGNORECASE,
)


def logo_of(start: Start) -> str:
    """Whose logo an <img> is by its alternative text, "" if that names nobody: "Harborlight logo"."""
    alt = " ".join(start.attributes.get("alt", "").split())
    name = _LOGO.sub("", alt).strip(" -–—:|")
    return name if len(name) <= _LONGEST_NAME and any(map(str.isalpha, name)) and not is_residue(name) else ""


def image_of(start: Start, address: str) -> Image | None:
    """The picture of an <img> that is at `address`, None if it is furniture."""
    alt = " ".join(start.attributes.get("alt", "").split())
    source = start.attributes.get("src", "")
    sizes = [_LENGTH.fullmatch(start.attributes.get(side, "")) for side in ("width", "height")]
    is_small = any(size and int(size[1]) <= _SMALLEST for size in sizes)
    if is_small or is_icon(names_of(start)) or _DECOR.fullmatch(alt) or is_residue(alt):
        return None
    if not alt and (not source or _DECOR_FILE.search(source[:500])):
        return None
    return Image(alt, address, start.line)
