"""What elements are by their class, their id and their role."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from issuecast.read.html.tree import Start

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_LONGEST = 1000
FURNITURE = frozenset({"nav", "footer", "form", "dialog", "noscript", "button"})
"""Elements that are furniture by their tag."""

_FURNITURE = frozenset(
    "footer share sharing social socials ufi navbar navigation breadcrumb breadcrumbs comments sidebar"  # noqa: SIM905
    " pagination unsubscribe signup".split()
)
_FURNITURE_NAMES = frozenset(
    "subscription-widget subscription-widget-wrap subscribe-widget subscribe-form subscription-form"  # noqa: SIM905
    " view-online view-in-browser related-posts read-next like-button-container skip-link cookie-banner"
    " cookie-notice kg-bookmark-metadata".split()
)
_HIDDEN = frozenset(
    "preview preview-text previewtext mcnpreviewtext sr-only visually-hidden screen-reader-text".split()  # noqa: SIM905
)
_CARDS = frozenset({"callout", "admonition"})
_CARD_NAMES = frozenset({"image-caption", "embed-caption", "wp-caption-text"})
_PAID = frozenset({"sponsor", "sponsored", "sponsorship", "advertisement", "advert"})
_STANDFIRSTS = frozenset({"subtitle", "standfirst", "dek", "excerpt"})
_WALLS = frozenset(
    {"gh-content-cta", "gh-post-upgrade-cta", "members-only", "subscribers-only", "paid-only", "premium-only"}
)
_WHOLE = frozenset({"html", "body", "main", "article"})
_BADGES = frozenset({"span", "a", "b", "strong", "em", "i", "small", "mark", "sup", "label", "li", "img"})
"""Elements that are a part of a line, or of a list, and so say something of that alone."""
_TOPICS = ("-tag", "-tags", "-category", "-categories")
_STORIES = frozenset({"article", "post", "entry", "story", "card"})
_BUTTONS = frozenset({"btn", "button"})
_ICONS = frozenset("logo avatar icon icons spacer pixel tracking tracker badge social emoji".split())  # noqa: SIM905


class Names(NamedTuple):
    """The classes and the id of an element in lower case, and the words that they consist of."""

    whole: frozenset[str]
    words: frozenset[str]


_NONE = Names(frozenset(), frozenset())


def names_of(start: Start) -> Names:
    if not start.attributes:
        return _NONE
    names = f"{start.attributes.get('class', '')} {start.attributes.get('id', '')}"
    return _names(names[:_LONGEST]) if names != " " else _NONE


@lru_cache(maxsize=512)
def _names(text: str) -> Names:
    words = frozenset(word.lower() for word in _WORD.findall(text))
    return Names(frozenset(text.lower().split()), words)


def is_furniture(start: Start, names: Names) -> bool:
    """Whether an element calls itself footer, share bar, navigation or the like."""
    if start.tag in FURNITURE:
        return True
    if start.attributes.get("role") in {"navigation", "contentinfo", "search", "dialog"}:
        return True
    return bool(names.words & _FURNITURE or names.whole & _FURNITURE_NAMES)


def is_hidden_by_name(names: Names) -> bool:
    return bool(names.whole & _HIDDEN or "preheader" in names.words)


def is_label(start: Start, names: Names) -> bool:
    """Whether an element says under which topic an article is filed, or is a button, if it is short."""
    if start.tag in _WHOLE:
        return False
    if start.tag == "a" and names.words & _BUTTONS:
        return True
    return bool(names.words & _STORIES) and any(name.endswith(_TOPICS) for name in names.whole)


def is_card(start: Start, names: Names) -> bool:
    """Whether an element is set apart from the running text, as call-outs are."""
    return start.tag == "aside" or bool(names.words & _CARDS or names.whole & _CARD_NAMES)


def is_paid(names: Names) -> bool:
    return bool(names.words & _PAID)


def is_pulled(names: Names) -> bool:
    return "pullquote" in names.words or "pull-quote" in names.whole


def is_standfirst(names: Names) -> bool:
    """Whether an element is the line below a headline."""
    return bool(names.words & _STANDFIRSTS)


def is_wall(start: Start, names: Names) -> bool:
    """Whether what an element holds, and what follows it, is for subscribers."""
    if start.tag in _WHOLE or start.tag in _BADGES:
        return False
    own = (start.attributes.get(name, "").lower() for name in ("data-component-name", "data-testid"))
    return any("paywall" in name for name in own) or "paywall" in names.words or bool(names.whole & _WALLS)


def is_icon(names: Names) -> bool:
    return bool(names.words & _ICONS)
