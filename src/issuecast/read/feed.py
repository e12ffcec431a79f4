"""Feeds: a newsletter's issues as RSS or Atom offers them. The only file that touches feedparser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from html import escape, unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from issuecast.errors import IssueError
from issuecast.models import Issue, LeftOut, Reason
from issuecast.read.email.letterhead import day_of
from issuecast.read.source import Source

_SUFFIXES = {".xml", ".rss", ".atom"}
_ROOT = re.compile(
    rb"(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype[^>\[]*(?:\[.*?\]\s*)?>\s*)*<(?:rss|feed|rdf:rdf)\b", re.DOTALL
)
_CDATA = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PLAIN = "text/plain"
_MOST_TAGS = 60_000
_MOST_ENTITIES = 1_500_000
"""feedparser takes some 10 µs for a tag and 1 µs for an entity: so many of each take about a second."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An issue in a feed, "" or None for what the feed does not tell.

    `html` is its text as the feed has it, `summary` the teaser beside that; `guid` tells it from others, also
    when its text changes; `day` is the day on which it was published, where that was.
    """

    guid: str
    title: str
    html: str
    summary: str = ""
    day: date | None = None
    author: str = ""
    url: str = ""
    language: str = ""


class FeedReader:
    """The newest entry of a feed; `issuecast pull` saves others as issues of their own."""

    def detects(self, source: Source) -> bool:
        return source.suffix in _SUFFIXES or _ROOT.match(source.start) is not None

    def read(self, source: Source) -> Issue:
        from issuecast.read.html import HtmlReader

        newest, *older = entries(source.content, str(source.path))
        # On one line with the text's first, so that its lines keep their numbers.
        head = f'<title>{escape(newest.title)}</title><base href="{escape(newest.url)}">'
        part = replace(
            source,
            content=f"{head}{newest.html}".encode("utf-8", "replace"),
            place="the newest entry",
        )
        issue = HtmlReader().read(part)
        beside = [LeftOut(newest.summary, Reason.REPEATED)] if newest.summary else []
        beside += [LeftOut(entry.title or entry.guid, Reason.FURNITURE) for entry in older]
        return replace(
            issue,
            title=newest.title or issue.title,
            is_titled=bool(newest.title) or issue.is_titled,
            date=newest.day or issue.date,
            author=newest.author or issue.author,
            url=newest.url or issue.url,
            language=newest.language or issue.language,
            left_out=(*beside, *issue.left_out),
        )


def entries(content: bytes, name: str) -> tuple[Entry, ...]:
    """The entries of a feed, the newest first; those that have no date follow in the feed's order.

    Nothing is fetched, and external entities stay empty.

    Raises:
        IssueError: it is no feed, has no entries, or more markup than a newsletter's feed; calls it `name`.
    """
    import feedparser

    markup = _CDATA.sub(b"", content)
    if markup.count(b"<") > _MOST_TAGS or markup.count(b"&") > _MOST_ENTITIES:
        raise IssueError(f"{name} has too much markup for a feed", "save the issue from it as .html")
    try:
        # A stream, since bytes might be taken for the name of a file; our reader neither needs its HTML
        # cleaned, which would take comments such as paywall marks out, nor its addresses resolved.
        feed = feedparser.parse(BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # on what is not well formed it fails in many ways
        raise _no_feed(name) from error
    if not feed.get("version"):
        raise _no_feed(name)
    if not feed.entries:
        raise IssueError(f"{name} has no entries", "name a feed that has issues in it")
    # Plain dictionaries, since feedparser's own answer for keys that they do not have.
    newest_first = sorted(map(dict, feed.entries), key=_moment, reverse=True)
    return tuple(_entry(told, dict(feed.feed)) for told in newest_first)


def _no_feed(name: str) -> IssueError:
    return IssueError(f"{name} is not a feed", "name an RSS or Atom feed")


def _moment(told: Mapping[str, Any]) -> tuple[int, ...]:
    """When an entry was published, else changed, in UTC."""
    return tuple(told.get("published_parsed") or told.get("updated_parsed") or ())


def _entry(told: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    content = _content(told)
    html, summary = _html(content), str(told.get("summary", ""))
    url = _address(str(feed.get("link", "")), str(told.get("link", "")))
    title = _one_line(str(told.get("title", "")))
    language = str(content.get("language") or feed.get("language") or "")
    return Entry(
        guid=str(told.get("id", "")).strip() or url or title,
        title=title,
        html=html,
        summary="" if summary == content.get("value") else _one_line(summary),
        day=_day(told),
        author=_author(told) or _author(feed),
        url=url,
        language=language if _LANGUAGE.fullmatch(language) else "",
    )


def _content(told: Mapping[str, Any]) -> Mapping[str, Any]:
    """The longest text that an entry has, HTML rather than another; its summary if it has none."""
    texts = [one for one in told.get("content", ()) if str(one.get("value", "")).strip()]
    best = max(texts, key=lambda one: (one.get("type") != _PLAIN, len(one["value"])), default=None)
    return best or dict(told.get("summary_detail") or {"value": told.get("summary", "")})


def _html(content: Mapping[str, Any]) -> str:
    text = str(content.get("value", ""))
    if content.get("type") != _PLAIN:
        return text
    return "\n\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in text.split("\n\n"))


def _day(told: Mapping[str, Any]) -> date | None:
    """The day on which an entry was published, else changed, where that was; else in UTC."""
    written = (str(told.get(key, "")) for key in ("published", "updated"))
    where_it_was = next((day for text in written if text and (day := day_of(text))), None)
    moment = _moment(told)
    try:
        return where_it_was or (date(*moment[:3]) if moment else None)
    except ValueError:  # a year that the calendar has not
        return None


def _address(base: str, link: str) -> str:
    try:
        url = urljoin(base, link)
    except ValueError:  # "http://["
        return ""
    return url if _ADDRESS.fullmatch(url) else ""


def _author(told: Mapping[str, Any]) -> str:
    names = (_one_line(str(author.get("name", ""))) for author in told.get("authors", ()))
    return ", ".join(dict.fromkeys(name for name in names if name and "@" not in name))


def _one_line(text: str) -> str:
    """A text without the markup that a title may have, and with its characters: "Salt &amp; Tide"."""
    return " ".join(unescape(_TAG.sub(" ", text)).split())
