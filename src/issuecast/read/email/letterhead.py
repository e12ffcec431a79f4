"""What the head of a mail says of the issue in it, and an issue under that head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path

from issuecast.models import Issue, LeftOut, Reason, Section
from issuecast.read.dates import find_date
from issuecast.read.email.headers import Headers
from issuecast.read.front_matter import FrontMatter
from issuecast.read.merge_tags import without_merge_tags
from issuecast.read.naming import issue_of, title_of_file
from issuecast.read.source import Source

_PREFIX = re.compile(
    r"\s*(?:(?:re|aw|antw|sv|fwd?|wg|tr|rv|doorst)\s*(?:\[\d{1,3}\])?\s*:\s|\[[^\[\]]{1,60}\])\s*(?=\S)",
    re.IGNORECASE,
)
"""What mail programs, in their languages, and lists put before a subject; "re:Invent" is none of that."""
_GENERIC = re.compile(
    r"(?:(?:the|your|our|a|my|daily|weekly|monthly|new|latest|e-?mail) )*"
    r"(?:newsletter|issue|edition|post|update|e-?mail|mail|message|digest|test|subject|untitled|no subject)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<([^<>]*)>\s*\Z")
_VIA = re.compile(r"['\"]?\s+via\s.*\Z", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What is told above an issue, "" or None for what is not; `archive` is of the list, not of the issue."""

    title: str = ""
    author: str = ""
    day: date | None = None
    number: int | None = None
    url: str = ""
    archive: str = ""
    language: str = ""
    left_out: tuple[LeftOut, ...] = ()


def letterhead(headers: Headers) -> Letterhead:
    """The letterhead of a mail."""
    said = told(headers.text("subject"), headers.text("from"), headers.text("date"))
    language = headers.text("content-language")
    return replace(
        said,
        url=_address(headers.text("archived-at")),
        archive=_address(headers.text("list-archive")),
        language=language if _LANGUAGE.fullmatch(language) else "",
    )


def told(subject: str, sender: str, sent: str) -> Letterhead:
    """The letterhead that these lines make: a mail's own, or those quoted in one that forwards it."""
    title, tags = without_merge_tags(_without_prefixes(subject))
    title = _shortened(" ".join(title.split()).lstrip(",;: "))
    is_telling = any(c.isalnum() for c in title) and not _GENERIC.fullmatch(title.strip(" .!:()"))
    # A list's name may have the number: "[Tide #12] Salt is up".
    number = issue_of(FrontMatter(title=subject), Source(Path("mail"), b"-"), []).number
    return Letterhead(title if is_telling else "", sender_name(sender), day_of(sent), number, left_out=tags)


def headed(issue: Issue, head: Letterhead, path: Path) -> Issue:
    """The issue under its letterhead, which wins over what the text says; what gave way is left out.

    `path` is the file's, after which an issue is called whose text tells no title.
    """
    kept = (*_titles(issue.sections), *(one.text for one in issue.left_out), title_of_file(path), "")
    accounted = {text.casefold() for text in kept}
    gone = [
        LeftOut(text, Reason.NAMING)
        for text, winner in ((issue.title, head.title), (issue.author, head.author))
        if winner and text.casefold() not in {winner.casefold(), *accounted}
    ]
    return replace(
        issue,
        title=head.title or issue.title,
        is_titled=bool(head.title) or issue.is_titled,
        author=head.author or issue.author,
        date=head.day or issue.date,
        number=issue.number if head.number is None else head.number,
        url=head.url or issue.url or head.archive,
        language=head.language or issue.language,
        left_out=tuple(sorted((*issue.left_out, *head.left_out, *gone), key=lambda one: one.line)),
    )


def sender_name(sender: str) -> str:
    """Who sent a mail: "Ines Okafor" of `"Ines Okafor" <ines@example.org>`; "" if it has but an address."""
    name = _ADDRESS.sub("", sender).strip()
    if comment := re.fullmatch(r"\S+@\S+\s+\(([^()]+)\)", name):
        name = comment[1]
    name = _VIA.sub("", name.replace('\\"', '"')).strip("\"'* ")
    return "" if "@" in name or not any(c.isalpha() for c in name) else _shortened(name)


def day_of(sent: str) -> date | None:
    """The day of "Tue, 03 Mar 2026 22:00:00 -0800" where that was sent, whatever day it was elsewhere."""
    try:
        return parsedate_to_datetime(sent).date()
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return find_date(sent)


def _without_prefixes(subject: str) -> str:
    while prefix := _PREFIX.match(subject):
        subject = subject[prefix.end() :]
    return subject.strip()


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"


def _address(value: str) -> str:
    match = re.search(r"https?://[^\s<>]+", value)
    return match[0] if match else ""


def _titles(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield section.title
        yield from _titles(section.parts)
