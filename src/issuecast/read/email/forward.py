"""A newsletter that somebody forwards in a mail of their own: where it begins, and what it says of itself.

Every mail program puts the head of what it forwards above that, line by line ("From: …", "Subject: …",
"Date: …"), mostly below a mark ("---------- Forwarded message ---------", "Begin forwarded message:"). What
was sent first stands innermost, below the last of these heads. In plain text it may be quoted by "> ".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import accumulate, islice, takewhile

from issuecast.models import LeftOut, Reason
from issuecast.read.email.body import Body, words_in

_NAMES = {
    "from": "from|von|de|da|van|från|fra",
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|ämne|emne",
    "date": "date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato|verzonden|skickat|dato|sendt",
    "to": "to|cc|reply-to|an|à|para|a|aan|till|til|antwort an|répondre à",
}
"""The lines of a head, as mail programs call them in the languages they speak."""
_NAME = "|".join(f"(?P<{key}>{names})" for key, names in _NAMES.items())
_HEAD_LINE = re.compile(rf"\*{{0,2}}(?:{_NAME})\s?:\*{{0,2}}(?:\s+(?P<value>.*)|\Z)", re.IGNORECASE)
_SENDER = re.compile(rf"\b(?:{_NAMES['from']})\s?:", re.IGNORECASE)
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<unseen>script|style|title)\b.*?(?:</(?P=unseen)\s*>|\Z)"
    r"|<(?P<tag>/?[a-z][a-z0-9]*)[^<>]*>|(?P<words>[^<]+|<)",
    re.DOTALL | re.IGNORECASE,
)
_BREAKS = frozenset("blockquote br center div dl dt dd h1 h2 h3 h4 h5 h6 hr li ol p table tr ul".split())  # noqa: SIM905
_LONGEST_HEAD = 20
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Forward:
    """What is forwarded: what its head says, and its text, on the lines that it has in the whole."""

    subject: str
    sender: str
    sent: str
    body: Body


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it is seen, its place in the source, and how many ">" stand before it."""

    text: str
    start: int
    end: int
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines from `first` to before `last`, and what they say."""

    first: int
    last: int
    said: Mapping[str, str]


def forwarded(body: Body) -> Forward | None:
    """The newsletter that a mail's text forwards, None if it forwards none.

    A head counts only if fewer words stand above it than below: an issue that shows the head of a mail
    somewhere forwards nothing.
    """
    if not _SENDER.search(body.text):
        return None
    lines = _lines_of_html(body.text) if body.kind == "html" else _lines_of_text(body.text)
    heads = list(islice(_heads(lines, wraps=body.kind == "text"), _DEEPEST))
    words = list(accumulate((words_in(line.text, "text") for line in lines if heads), initial=0))
    innermost, last = None, 0
    for head in heads:
        if words[head.first] - words[last] >= words[-1] - words[head.last]:
            break
        innermost, last = head, head.last
    return _forward(body, lines, innermost) if innermost else None


def _forward(body: Body, lines: Sequence[_Line], head: _Head) -> Forward:
    """What stands below a head. What stands above is left out, all but its line ends."""
    end = lines[head.last - 1].end
    rest = body.text[end:]
    if depth := lines[head.first].depth:
        rest = re.sub(rf"^(?:> ?){{1,{depth}}}", "", rest, flags=re.MULTILINE)
    text = "\n" * body.text.count("\n", 0, end) + rest
    left_out = (*body.left_out, *_above(body.text, lines, head))
    inner = replace(body, text=text, words=words_in(text, body.kind), left_out=left_out)
    return Forward(head.said["subject"], head.said["from"], head.said.get("date", ""), inner)


def _above(source: str, lines: Sequence[_Line], head: _Head) -> Iterator[LeftOut]:
    number, counted = 1, 0
    for at, line in enumerate(lines[: head.last]):
        number, counted = number + source.count("\n", counted, line.start), line.start
        if line.text:
            reason = Reason.FURNITURE if at < head.first else Reason.NAMING
            yield LeftOut(line.text, reason, number)


def _heads(lines: Sequence[_Line], *, wraps: bool) -> Iterator[_Head]:
    """Runs of lines that name sender, subject and one thing more."""
    at = 0
    while at < len(lines):
        head = _head_at(lines, at, wraps=wraps)
        if {"from", "subject"} < head.said.keys():
            yield head
        at = max(head.last, at + 1)


def _head_at(lines: Sequence[_Line], first: int, *, wraps: bool) -> _Head:
    """The head that begins with this line; it has no lines if none does.

    In plain text its lines may be wrapped, and the blank line below it is its end.
    """
    said: dict[str, str] = {}
    name, last = "", first
    for line in takewhile(lambda line: line.text, lines[first : first + _LONGEST_HEAD]):
        if match := _HEAD_LINE.match(line.text):
            name = next(key for key in _NAMES if match[key])
            said.setdefault(name, match["value"] or "")
        elif wraps and said:
            said[name] += f" {line.text}"
        else:
            break
        last += 1
    return _Head(first, last, said)


def _lines_of_text(text: str) -> list[_Line]:
    lines: list[_Line] = []
    start = 0
    for line in text.split("\n"):
        bare = line.lstrip("> \t")
        depth = line[: len(line) - len(bare)].count(">")
        lines.append(_Line(bare.rstrip(), start, start + len(line), depth))
        start += len(line) + 1
    return lines


def _lines_of_html(html: str) -> list[_Line]:
    """What a reader sees as lines, without blank ones."""
    lines: list[_Line] = []
    words: list[str] = []
    start = end = 0
    for token in _TOKEN.finditer(html):
        if token["words"]:
            start = start if words else token.start()
            words.append(token["words"])
            end = token.end()
        elif (token["tag"] or "").lstrip("/").lower() in _BREAKS:
            lines.append(_Line(" ".join(unescape("".join(words)).split()), start, end))
            words = []
    lines.append(_Line(" ".join(unescape("".join(words)).split()), start, end))
    return [line for line in lines if line.text]
