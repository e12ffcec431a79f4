"""Which text of a mail is the issue, out of all that a mail carries.

A mail may say the same in HTML and in plain text (multipart/alternative). HTML knows headings, lists and
links, so it is the better part, unless it has less than half of the text's words: then it is a picture, or
a line such as "Open this in your browser"; or unless it is the shorter one and tells little of what the
text tells. The other way round, a text part has addresses where HTML has
links, which are no words, and never twice the words.

A mail attached to one that has fewer words is what that forwards, and so the issue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import chain
from typing import Literal, TypeAlias

from issuecast.models import LeftOut, Reason
from issuecast.read.charset import declared_in, decoded
from issuecast.read.email.alternatives import tells_enough, untold
from issuecast.read.email.flowed import unflowed
from issuecast.read.email.headers import Headers
from issuecast.read.email.mime import Part

Kind: TypeAlias = Literal["html", "text"]

_KINDS: dict[str, Kind] = {
    "text/plain": "text",
    "text/markdown": "text",
    "text/html": "html",
    "application/xhtml+xml": "html",
}
_TEXTS = ("text/", "multipart/")  # a multipart without parts is one text
_HTML_FIRST: tuple[Kind, Kind] = ("html", "text")
_BEGINS_AS_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body|table|div)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|title)\b.*?(?:</\1\s*>|\Z)|<[^<>]*>", re.DOTALL | re.IGNORECASE
)
_BLOCK = re.compile(
    r"(?=<(?:address|blockquote|br|dd|div|dt|h[1-6]|hr|li|p|section|t[dhr])\b)", re.IGNORECASE
)
_MOST_COUNTED = 2_000_000
_BEGINNING = 80


@dataclass(frozen=True, slots=True)
class Body:
    """A text that a mail carries, and what else there was.

    `headers` are those of the mail whose text it is: the forwarded one, if another forwards it. `words`
    counts what can be spoken; a body without a text has none.
    """

    headers: Headers
    kind: Kind = "text"
    text: str = ""
    words: int = 0
    left_out: tuple[LeftOut, ...] = ()


def body_of(mail: Part) -> Body:
    """The text of a mail that is the issue."""
    return _body(mail, mail.headers)


def words_in(text: str, kind: Kind) -> int:
    """How many words of a text can be spoken: markup, figures and addresses are none."""
    return sum(
        any(map(str.isalpha, word)) and "://" not in word and "@" not in word
        for word in _plain(text[:_MOST_COUNTED], kind).split()
    )


def _body(part: Part, headers: Headers) -> Body:
    kind = part.headers.content_type
    if kind == "message/rfc822":
        return _body(part.parts[0], part.parts[0].headers)
    if not part.parts:
        return _leaf(part, headers)
    bodies = [_body(inner, headers) for inner in part.parts]
    if kind == "multipart/alternative":
        return _alternative(headers, bodies)
    own = [body for body in bodies if body.headers is headers]
    shown = (
        _one_below_the_other(headers, [body for body in own if body.kind == kind]) for kind in _HTML_FIRST
    )
    attached = (body for body in bodies if body.headers is not headers)
    return _best(headers, [_best(headers, [*shown], Reason.FURNITURE), *attached], Reason.FURNITURE)


def _leaf(part: Part, headers: Headers) -> Body:
    """A part that has none below it: a text to be shown, or an attachment."""
    declared, name = part.headers.content_type, part.headers.file_name
    is_whole_mail = part.headers is headers
    if not (is_whole_mail and declared.startswith(_TEXTS)) and (name or declared not in _KINDS):
        what = f"{name} ({declared})" if name else declared
        return Body(headers, left_out=(LeftOut(what, Reason.FURNITURE),))
    text = _text(part)
    kind = "html" if _BEGINS_AS_HTML.match(text) else _KINDS.get(declared, "text")
    return Body(headers, kind, text, words_in(text, kind))


def _text(part: Part) -> str:
    content, headers = part.content, part.headers
    text = decoded(content, headers.parameter("charset") or declared_in(content))
    if headers.parameter("format").lower() == "flowed":
        text = unflowed(text, joins_words=headers.parameter("delsp").lower() == "yes")
    return text.replace("\0", "")


def _one_below_the_other(headers: Headers, bodies: Sequence[Body]) -> Body:
    """Texts of one kind, as when a picture stands between them."""
    return Body(
        headers,
        bodies[0].kind if bodies else "text",
        "\n".join(body.text for body in bodies if body.text),
        sum(body.words for body in bodies),
        tuple(chain.from_iterable(body.left_out for body in bodies)),
    )


def _alternative(headers: Headers, bodies: Sequence[Body]) -> Body:
    """The best of bodies that say the same, and what the others say besides."""
    best = max(bodies, key=_worth, default=Body(headers))
    longer = [
        body for body in bodies if best.kind == "html" and body.kind == "text" and body.words > best.words
    ]
    if longer and not tells_enough(_shown(best), _shown(longer[0])):
        best = longer[0]
    return _with_others(best, bodies, lambda other: untold(_shown(best), _shown(other)))


def _best(headers: Headers, bodies: Sequence[Body], reason: Reason) -> Body:
    """The best of the bodies, and the others left out for this reason."""
    best = max(bodies, key=_worth, default=Body(headers))
    return _with_others(best, bodies, lambda other: [LeftOut(_beginning(other), reason)])


def _with_others(best: Body, bodies: Sequence[Body], lost_of: Callable[[Body], Iterable[LeftOut]]) -> Body:
    others = [body for body in bodies if body is not best]
    known = chain.from_iterable(body.left_out for body in others)
    lost = chain.from_iterable(lost_of(body) for body in others if body.words)
    return replace(best, left_out=(*best.left_out, *known, *lost))


def _worth(body: Body) -> tuple[int, bool]:
    is_html = body.kind == "html"
    return body.words * 2 if is_html else body.words, is_html


def _beginning(body: Body) -> str:
    words = " ".join(_plain(body.text[:_MOST_COUNTED], body.kind).split())
    return words if len(words) <= _BEGINNING else f"{words[:_BEGINNING].rsplit(' ', 1)[0]} …"


def _shown(body: Body) -> str:
    """The text as it is seen, with blank lines between blocks."""
    text = body.text[:_MOST_COUNTED]
    return _plain(_BLOCK.sub("\n\n", text), "html") if body.kind == "html" else text


def _plain(text: str, kind: Kind) -> str:
    return unescape(_MARKUP.sub(" ", text)) if kind == "html" else text
