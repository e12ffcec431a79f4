"""How what is said ends: the pause behind it depends on that."""

from __future__ import annotations

import re

_ENDING = re.compile(r"""([.!?…:。！？：؟]+)[\s"'”’»)\]」』）]*$""")
_AS_MEANT = str.maketrans("？؟：", "??:")


def ending(text: str) -> str:
    """Which of "?", "…" and ":" the text ends with, inside quotation marks or not; "" if with none."""
    found = _ENDING.search(text)
    signs = found[1].translate(_AS_MEANT) if found else ""
    return next((sign for sign in "?…:" if sign in signs.replace("...", "…")), "")
