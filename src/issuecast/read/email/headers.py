"""The head of a mail, or of a part of one.

Only headers that tell something of an issue are looked at, and of each no more than a mail tool would write,
so that a head of a megabyte costs little.
"""

from __future__ import annotations

import re
from email.headerregistry import HeaderRegistry
from email.parser import Parser
from email.policy import default
from typing import Any

from issuecast.read.charset import codec, decoded

_TELLING = (
    rb"archived-at|content-(?:disposition|language|transfer-encoding|type)|date|from|list-archive|subject"
)
_HEADER = re.compile(rb"^(" + _TELLING + rb")[ \t]*+:(.*+(?:\n[ \t].*+)*+)", re.IGNORECASE | re.MULTILINE)
_LONGEST = 2000
_ENCODED_WORD = re.compile(r"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?(?=[bq]\?)", re.IGNORECASE)


def _registry() -> HeaderRegistry:
    """The library's kinds of headers, but sender and date as text: its parsers choke on what is really sent,
    such as "Ines [Tide] <ines@example.org>", or "((((".
    """
    registry = HeaderRegistry()
    for name in ("date", "from"):
        del registry.registry[name]
    return registry


_PARSER = Parser(policy=default.clone(header_factory=_registry()))


class Headers:
    """What the head of a part says, "" for what it does not say."""

    def __init__(self, head: bytes) -> None:
        first: dict[str, str] = {}
        for match in _HEADER.finditer(head):
            value = decoded(match[2][:_LONGEST]).replace("\n", " ")
            first.setdefault(match[1].decode().lower(), _ENCODED_WORD.sub(_in_known_charset, value))
        lines = "".join(f"{name}:{value}\n" for name, value in first.items())
        self._message = _PARSER.parsestr(lines, headersonly=True)

    def text(self, name: str) -> str:
        """The words of a header on one line, whatever they were encoded in."""
        value = str(self._parsed(name) or "")
        return " ".join(value.encode("utf-8", "replace").decode().split())

    @property
    def content_type(self) -> str:
        """`type/subtype`; what has none, or none that can be understood, is plain text (RFC 2045, 5.2)."""
        return getattr(self._parsed("content-type"), "content_type", "text/plain")

    @property
    def transfer_encoding(self) -> str:
        return str(getattr(self._parsed("content-transfer-encoding"), "cte", "")).lower()

    @property
    def file_name(self) -> str:
        """What an attachment is called, "attachment" if it has no name, "" for what is none."""
        disposition = self._parsed("content-disposition")
        name = getattr(disposition, "params", {}).get("filename") or self.parameter("name")
        is_attached = getattr(disposition, "content_disposition", "") == "attachment"
        return str(name) or ("attachment" if is_attached else "")

    def parameter(self, name: str) -> str:
        """A parameter of the content type, such as its charset."""
        return str(getattr(self._parsed("content-type"), "params", {}).get(name, ""))

    def _parsed(self, name: str) -> Any:
        try:
            return self._message[name]
        except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
            return None  # the library's parser fails in many ways on headers that are not well formed


def _in_known_charset(match: re.Match[str]) -> str:
    return f"=?{codec(match[1]) or 'cp1252'}?"
