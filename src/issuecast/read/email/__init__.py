"""E-mail issues: a newsletter as it arrived, or as somebody forwarded it.

A mail's parts are told apart (mime.py), the best text of it is chosen (body.py), what it forwards
is taken out of it (forward.py), and the reader of such a text reads it. The mail's head says what the
issue is called, by whom it is and from when (letterhead.py).
"""

from __future__ import annotations

import re

from issuecast.models import Issue
from issuecast.read.source import Source

__all__ = ["EmailReader"]

_HEAD = re.compile(rb"(?:from [^\n]*\n)?((?:[!-9;-~]+[ \t]*:.*(?:\n[ \t].*)*(?:\n|\Z)){2,})")
_POSTED = re.compile(
    rb"^(?:return-path|received|delivered-to|mime-version|message-id|dkim-signature|from(?=[^\n]*@))[ \t]*:",
    re.MULTILINE,
)


class EmailReader:
    """A mail (RFC 5322) called .eml, or whatever begins with the head of one; of a mailbox its first mail."""

    def detects(self, source: Source) -> bool:
        head = _HEAD.match(source.start.replace(b"\r\n", b"\n"))
        return source.suffix == ".eml" or (head is not None and _POSTED.search(head[1]) is not None)

    def read(self, source: Source) -> Issue:
        from issuecast.read.email.reader import read_mail  # loaded for a mail only

        return read_mail(source)
