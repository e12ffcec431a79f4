"""A mail → the issue in it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from issuecast.errors import IssueError
from issuecast.models import Issue, LeftOut, Reason
from issuecast.read.email.body import Body, body_of
from issuecast.read.email.forward import forwarded
from issuecast.read.email.letterhead import headed, letterhead, told
from issuecast.read.email.mime import mails, parsed
from issuecast.read.reader import Reader
from issuecast.read.source import MB, Source

_BROWSER = (
    r"\b(?:view|read|open|see)\b[^\n]{0,60}\b(?:browser|online|(?:on|the) web|web ?(?:page|site|version))\b"
)
_LINK = re.compile(
    r"<a\b[^<>]*\bhref\s*=\s*[\"'](?P<url>https?://[^\"'\s<>]+)[\"'][^<>]*>(?P<words>.{0,300}?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_IN_BROWSER = re.compile(_BROWSER, re.IGNORECASE)
_TEXT_LINK = re.compile(
    _BROWSER + r"[^\n]{0,20}?\n?[ \t(<\[]*(?P<url>https?://[^\s<>()\[\]]+)", re.IGNORECASE
)


def read_mail(source: Source) -> Issue:
    """The issue in a mail, or in the first of a mailbox.

    Raises:
        IssueError: the mail is not well formed, or has no text of its own.
    """
    mail, *others = mails(source.content)
    body = body_of(parsed(mail, source.path))
    if not body.text.strip():
        raise IssueError(
            f"{source.path} has no text of its own", "save the newsletter itself, as .html or .txt"
        )
    head = letterhead(body.headers)
    is_short = len(body.text) <= source.reading.max_text_mb * MB  # else it is refused below
    if is_short and (inner := forwarded(body)):
        body, head = inner.body, told(inner.subject, inner.sender, inner.sent)
    issue = _read_part(source, body, f"{head.title} {head.author}" if head.title else "")
    also = (LeftOut("another mail of the mailbox", Reason.FURNITURE) for _ in others)
    issue = replace(
        issue, url=issue.url or _in_browser(body), left_out=(*body.left_out, *also, *issue.left_out)
    )
    return headed(issue, head, source.path)


def _read_part(source: Source, body: Body, told: str) -> Issue:
    from issuecast.read.html import HtmlReader
    from issuecast.read.text import TextReader

    is_html = body.kind == "html"
    part = replace(
        source,
        content=body.text.encode("utf-8", "replace"),
        place="the HTML part" if is_html else "the text part",
    )
    reader: Reader = HtmlReader(told) if is_html else TextReader()
    return reader.read(part)


def _in_browser(body: Body) -> str:
    """Where the issue can be read on the web, by a line such as "View this e-mail in your browser"."""
    if body.kind == "text":
        found = _TEXT_LINK.search(body.text)
        return found["url"] if found else ""
    for link in _LINK.finditer(body.text):
        words = " ".join(re.sub(r"<[^<>]*>", " ", link["words"]).split())
        if _IN_BROWSER.search(words):
            return unescape(link["url"])
    return ""
