"""Text in format=flowed, whose lines are as long as a mail allows and mean a paragraph (RFC 3676)."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"(>*) ?(.*)")
_SIGNATURE = "-- "


def unflowed(text: str, *, joins_words: bool = False) -> str:
    """The text with each paragraph on its first line, and as many lines as before.

    `joins_words` is the parameter DelSp: the space that ends a flowed line is not of the text.
    """
    lines: list[str] = []
    spare = 0
    depth, flows = "", False
    for line in text.split("\n"):
        match = _QUOTED.fullmatch(line)
        assert match is not None  # noqa: S101  any line is like that
        if flows and match[1] == depth and match[2] != _SIGNATURE:
            lines[-1] += match[2].removesuffix(" ") if joins_words else match[2]
            spare += 1
        else:
            lines += [""] * spare
            lines.append(f"{match[1]} {match[2]}" if match[1] else match[2])
            spare, depth = 0, match[1]
        flows = match[2].endswith(" ") and match[2] != _SIGNATURE
        if flows and joins_words:
            lines[-1] = lines[-1].removesuffix(" ")
    return "\n".join([*lines, *[""] * spare])
