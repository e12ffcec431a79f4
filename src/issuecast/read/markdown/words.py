"""The words of one block of Markdown, without its marks, line by line; and the links and pictures in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape

from issuecast.models import Image, LeftOut, Link, Reason
from issuecast.read.inline import without_marks
from issuecast.read.links import is_address, is_link
from issuecast.read.markdown.emoji_names import with_emoji
from issuecast.read.markdown.parser import Token, word_tokens
from issuecast.read.raised import raised

_MOST_SIGNS = 60_000
"""So many signs of an issue the parser looks at, for some 7 µs each: of a heap of brackets it would make
minutes of work. What is beyond is read by a few patterns, which know no nesting."""
_SIGN = re.compile(r"[\\`*_\[\]<>&!~]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r"\b(href|src|alt|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.IGNORECASE)
_MARK = re.compile(r"\[\^(?P<mark>[^\[\]\s]{1,60})\]")
_UNDEFINED = re.compile(r"\[([^\[\]^]{1,300})\]\[[^\[\]]{0,100}\]")
_DELETED = {"del", "s", "strike"}


@dataclass(slots=True)
class Line:
    """A line of words, and what goes with them; `line` counts in the file."""

    line: int
    parts: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)


@dataclass(slots=True)
class Words:
    """The lines of a block, the pictures in it, the footnotes it points to, and what is not heard of it.

    `first_images` counts the pictures that stand before its words.
    """

    lines: list[Line] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    first_images: int = 0
    notes: list[str] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


class WordReader:
    """Reads the words of an issue's blocks, which may use these reference links."""

    def __init__(self, references: dict[str, dict[str, str]]) -> None:
        self._references = references
        self._signs_left = _MOST_SIGNS

    def read(self, source: str, line: int) -> Words:
        """The words of a block that begins at this line of the file."""
        source = source.strip()
        signs = len(_SIGN.findall(source))
        if not signs:
            return Words(
                [Line(at, [with_emoji(part.strip())]) for at, part in enumerate(source.split("\n"), line)]
            )
        gathered = _Gathered(line, Words([Line(line)]), self._references)
        if signs > self._signs_left:
            gathered.take_lightly(source)
        else:
            self._signs_left -= signs
            gathered.take_all(word_tokens(source, self._references))
        return gathered.ended()


@dataclass(frozen=True, slots=True)
class _Open:
    """A link whose words are being gathered: where they began."""

    parts: int
    url: str


@dataclass(slots=True)
class _Gathered:
    """The words of a block, while they are gathered from the parser's tokens."""

    line: int
    words: Words
    references: Mapping[str, Mapping[str, str]]
    open: list[_Open] = field(default_factory=list)
    deleted: list[str] | None = None
    raised: int | None = None  # where superscript began, among the line's parts

    def take_all(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            self._take(token)

    def take_lightly(self, source: str) -> None:
        shown = unescape(_TAG.sub("", without_marks(source)))
        told = enumerate(shown.split("\n"), self.line)
        self.words.lines = [Line(at, [self._without_notes(part.strip())]) for at, part in told]

    def ended(self) -> Words:
        """What was gathered; a deletion that nothing ends is none."""
        self._say("".join(self.deleted or []), always=True)
        return self.words

    def _take(self, token: Token) -> None:
        match token.type:
            case "text" | "text_special":
                self._say(with_emoji(self._without_notes(token.content)))
            case "code_inline":
                self._say(token.content)
            case "softbreak" | "hardbreak":
                self.line += 1
                self._break()
            case "html_inline":
                self._take_tag(token.content)
            case "image":
                words = _Gathered(self.line, Words([Line(self.line)]), self.references)
                words.take_all(token.children or [])
                alt = " ".join(line.text for line in words.words.lines)
                title = str(token.attrs.get("title", ""))
                self._leave_out(title if alt else "", Reason.HIDDEN)
                self._show(alt or title, str(token.attrs.get("src", "")))
            case "link_open":
                self._open(str(token.attrs.get("href", "")), str(token.attrs.get("title", "")))
            case "link_close":
                self._close()
            case "s_open":
                self.deleted = []
            case "s_close":
                self._end_deleted()

    def _say(self, text: str, *, always: bool = False) -> None:
        deleted = None if always else self.deleted
        (self.words.lines[-1].parts if deleted is None else deleted).append(text)

    def _break(self) -> None:
        if self.open or self.deleted is not None:
            self._say(" ")
        else:
            self.words.lines.append(Line(self.line))

    def _leave_out(self, text: str, reason: Reason) -> None:
        if text := " ".join(text.split()):
            self.words.left_out.append(LeftOut(text, reason, self.line))

    def _without_notes(self, text: str) -> str:
        def point(match: re.Match[str]) -> str:
            self.words.notes.append(match["mark"])
            return ""

        if "][" in text:
            text = _UNDEFINED.sub(r"\1", text)
        return _MARK.sub(point, text) if "[^" in text else text

    def _take_tag(self, tag: str) -> None:
        name = re.match(r"</?([a-zA-Z][\w-]*)", tag)
        kind, ends = (name[1].lower() if name else ""), tag.startswith("</")
        given = {
            key.lower(): unescape(one or other or bare) for key, one, other, bare in _ATTRIBUTE.findall(tag)
        }
        if tag.startswith("<!--"):
            self._leave_out(tag, Reason.HIDDEN)
        elif kind == "br":
            self._break()
        elif kind == "img":
            self._show(given.get("alt", ""), given.get("src", ""))
        elif kind == "a":
            self._close() if ends else self._open(given.get("href", ""), "")
        elif kind == "sup" and self.deleted is None:
            if ends:
                self._end_raised()
            else:
                self.raised = len(self.words.lines[-1].parts)
        elif kind in _DELETED:
            if ends:
                self._end_deleted()
            else:
                self.deleted = []

    def _end_raised(self) -> None:
        parts = self.words.lines[-1].parts
        if self.raised is not None and self.raised <= len(parts):
            written = "".join(parts[self.raised :])
            told = raised(written, "".join(parts[: self.raised]))
            if told is None:
                self._leave_out(written, Reason.FOOTNOTE)
            parts[self.raised :] = [told or ""]
        self.raised = None

    def _end_deleted(self) -> None:
        self._leave_out("".join(self.deleted or []), Reason.HIDDEN)
        self.deleted = None

    def _show(self, alt: str, url: str) -> None:
        if not any(line.text.strip() for line in self.words.lines):
            self.words.first_images += 1
        self.words.images.append(Image(" ".join(alt.split()), url, self.line))

    def _open(self, url: str, title: str) -> None:
        self._leave_out(title, Reason.HIDDEN)
        self.open.append(_Open(len(self.words.lines[-1].parts), url.strip()))

    def _is_number(self, text: str, url: str) -> bool:
        """Whether a link's words are the mere number of its address: "[3]", and below "[3]: https://…"."""
        return text.isdigit() and self.references.get(text, {}).get("href") == url

    def _close(self) -> None:
        if not self.open:
            return
        begun, line = self.open.pop(), self.words.lines[-1]
        text = " ".join("".join(line.parts[begun.parts :]).split())
        if is_link(begun.url) and (is_address(text) or self._is_number(text, begun.url)):
            # No words of its own: as if it stood there without brackets.
            line.parts[begun.parts :] = [begun.url]
        elif is_link(begun.url) and text:
            line.links.append(Link(text, begun.url))
        else:
            self._leave_out(begun.url, Reason.ADDRESS)
