"""What a page says of itself around its text, and where on it the text is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from issuecast.read.dates import find_date
from issuecast.read.html.tree import Tree

_TOOLS = re.compile(
    "beehiiv|substack|ghost|medium|buttondown|mailchimp|kit|convertkit|wordpress|linkedin", re.IGNORECASE
)
_TAIL = re.compile(r"(?P<head>.*\S)\s+(?:[-|—–·•]|::|»)\s+(?P<tail>.+)", re.DOTALL)
_BY = re.compile(r"by\s+\S", re.IGNORECASE)
_WRITTEN_BY = re.compile(r"\A(?:written )?by:?\s+", re.IGNORECASE)
_NAMELESS = frozenset(
    {"untitled", "untitled document", "document", "e-mail", "email", "newsletter", "index", "home"}
)
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "twitter:creator")
_DATES = ("article:published_time", "date", "dc.date", "pubdate", "parsely-pub-date", "datepublished")
_BYLINES = (
    "[rel~=author], [itemprop=author], [class*=author-name], .byline [href], .byline-name, .byline,"
    " .post-author"
)
_KNOWN = (
    ".gh-content, .available-content, .body.markup, #content-blocks, #templateBody, .email-body,"
    " .post-content, .entry-content"
)
_CONTENTS = (("article, [role=article]", 0.5), (_KNOWN, 0.7), ("main, [role=main]", 0.5))
"""Where the text of an issue is, and how much of a page's text at least."""
_OTHERS = 0.15
_LONGEST_NAME = 80
_LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Page:
    """What is told, "" or None for what is not.

    `characters`: how many the whole text has; `content`: the key of the element that holds the issue, 0 if
    that is the whole page; `base`: what relative addresses are relative to; `site`: the newsletter's name;
    `targets`: the names that links within the page lead to.
    """

    title: str = ""
    author: str = ""
    date: date | None = None
    url: str = ""
    language: str = ""
    site: str = ""
    base: str = ""
    targets: frozenset[str] = frozenset()
    characters: int = 0
    content: int = 0


def page_of(tree: Tree) -> Page:
    """What the head of a document tells, and its elements by their names."""
    metas = _metas(tree)
    site = metas.get("og:site_name", "")
    title = _title_without(site, metas.get("og:title", "")) or _title_without(site, _text(tree, "title"))
    url = _http(_attribute(tree, "link[rel=canonical]", "href")) or _http(metas.get("og:url", ""))
    total = _characters(tree, "body") - _characters(tree, "body style")
    return Page(
        title="" if title.casefold() in _NAMELESS else title,
        author=_author(metas, tree),
        date=_date(metas, tree),
        url=url,
        language=_attribute(tree, "html", "lang"),
        site=site,
        base=_http(_attribute(tree, "base[href]", "href")) or url,
        targets=targets_of(tree),
        characters=total,
        content=_content(tree, total),
    )


def targets_of(tree: Tree) -> frozenset[str]:
    """The names that links within a document lead to."""
    return frozenset(one.start.attributes["href"].strip()[1:] for one in tree.find("[href^='#']"))


def _characters(tree: Tree, selector: str) -> int:
    return sum(len(one.text) for one in tree.find(selector))


def _metas(tree: Tree) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for one in tree.find("meta[content]"):
        told = one.start.attributes
        name = told.get("property") or told.get("name") or told.get("itemprop", "")
        found.setdefault(name.lower(), _one_line(told["content"]))
    return found


def _title_without(site: str, title: str) -> str:
    """A title without the newsletter's name, its author's and the tool's behind it."""
    title = title[:_LONGEST_TITLE]
    while match := _TAIL.fullmatch(title):
        head, tail = match["head"], match["tail"]
        if site and head.casefold() == site.casefold():
            return tail
        if not (tail.casefold() == site.casefold() or _TOOLS.fullmatch(tail) or (site and _BY.match(tail))):
            break
        title = head
    return title


def _author(metas: Mapping[str, str], tree: Tree) -> str:
    named = (metas.get(name, "") for name in _AUTHORS)
    told = (name for name in named if not name.startswith(("http", "@")))
    found = (_WRITTEN_BY.sub("", _one_line(one.text)) for one in tree.find(_BYLINES))
    return next((name for name in (*told, *found) if name and len(name) <= _LONGEST_NAME), "")


def _date(metas: Mapping[str, str], tree: Tree) -> date | None:
    times = (one.start.attributes.get("datetime", "") for one in tree.find("time[datetime]"))
    told = (metas.get(name, "") for name in _DATES)
    return next((day for text in (*told, *times) if (day := find_date(text.split("T")[0]))), None)


def _content(tree: Tree, total: int) -> int:
    """The element that holds the text of the issue, if one holds most of the page: an <article> rather than
    what a tool puts the text in, since a headline may stand above that; and that rather than <main>. Where
    each story is an <article>, none is the issue.
    """
    for selector, least in _CONTENTS:
        lengths = {one.start.key: len(one.text) for one in tree.find_outermost(selector)}
        key = max(lengths, key=lengths.__getitem__, default=0)
        length = lengths.get(key, 0)
        if length >= least * total and sum(lengths.values()) - length <= _OTHERS * length:
            return key
    return 0


def _text(tree: Tree, selector: str) -> str:
    return next((_one_line(one.text) for one in tree.find(selector)), "")


def _attribute(tree: Tree, selector: str, name: str) -> str:
    return next((one.start.attributes.get(name, "").strip() for one in tree.find(selector)), "")


def _http(url: str) -> str:
    return url if re.fullmatch(r"https?://\S+", url) else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
