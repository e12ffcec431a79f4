"""Bytes of a mail or a page → text: what its charset says, unless the bytes say otherwise."""

from __future__ import annotations

import codecs
import re

_SUPERSETS = {
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
"""What is sent under a charset's name is often a superset of it; https://encoding.spec.whatwg.org/#names-and-labels."""
_SINGLE_BYTE = re.compile(r"cp125\d|cp87\d|iso8859|koi8|mac|hp_roman|ptcp154|tis_620")
_META = re.compile(rb"<meta\b[^<>]{0,200}\bcharset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4000
"""Bytes of a page in which its charset is declared, if it is."""
_NO_CHARSET = {"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape"}
"""Codecs of Python that no mail means, and of which some take a time that grows with the square of a text."""


def declared_in(page: bytes) -> str:
    """The charset that a page of HTML declares, "" if none."""
    meta = _META.search(page[:_HEAD])
    return meta[1].decode() if meta else ""


def codec(charset: str) -> str:
    """The name of the codec to use for a declared charset, "" if there is none."""
    name = charset.strip("\"' ").lower()
    if name.replace("-", "").startswith("utf8"):
        return "utf-8"
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    known = found.name.replace("-", "_") not in _NO_CHARSET and getattr(found, "_is_text_encoding", True)
    return _SUPERSETS.get(found.name, found.name) if known else ""


def decoded(content: bytes, charset: str = "") -> str:
    """The text of bytes whose charset is declared, perhaps not, perhaps wrongly.

    Bytes that are no plain ASCII and yet valid UTF-8 hardly ever mean anything else, so UTF-8 goes before a
    charset of single bytes, which fits any bytes. Windows-1252 is the last resort, unless the bytes are UTF-8
    but for a few broken ones.
    """
    declared = codec(charset)
    order = ("utf-8", declared) if _SINGLE_BYTE.match(declared) else (declared, "utf-8")
    for name in filter(None, order):
        try:
            return content.decode(name)
        except UnicodeError:
            continue
    mended = content.decode("utf-8", "replace")
    broken = mended.count("\N{REPLACEMENT CHARACTER}")
    if broken * 4 < sum(character > "\x7f" for character in mended):
        return mended
    return content.decode("cp1252", "replace")
