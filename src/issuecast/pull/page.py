"""An entry of a feed as an issue: a page that a person can open, and the HTML reader reads back whole."""

from __future__ import annotations

import re
import unicodedata
from html import escape

from issuecast.read.feed import Entry

_LONGEST_NAME = 80


def page_of(entry: Entry) -> bytes:
    """The entry's text as it is, under a head that says what it is called, by whom and from when."""
    language = f' lang="{escape(entry.language)}"' if entry.language else ""
    head = [
        '<meta charset="utf-8">',
        f"<title>{escape(entry.title)}</title>" if entry.title else "",
        f'<meta name="author" content="{escape(entry.author)}">' if entry.author else "",
        f'<meta property="article:published_time" content="{entry.day}">' if entry.day else "",
        f'<link rel="canonical" href="{escape(entry.url)}">' if entry.url else "",
    ]
    lines = ["<!DOCTYPE html>", f"<html{language}>", "<head>", *filter(None, head), "</head>", "<body>"]
    page = "\n".join([*lines, entry.html.strip("\n"), "</body>", "</html>", ""])
    return page.encode("utf-8", "replace")


def name_of(entry: Entry) -> str:
    """A file's name without its suffix, `2026-03-03-salt-is-up`; without a date if the entry has none."""
    plain = unicodedata.normalize("NFKD", entry.title.replace("'", "").replace("’", ""))
    words = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    day = f"{entry.day}-" if entry.day else ""
    return f"{day}{words[:_LONGEST_NAME].rstrip('-') or 'issue'}"
