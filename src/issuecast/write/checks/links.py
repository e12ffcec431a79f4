"""A check of the issue's file: relative links, which readers leave out, lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from issuecast.write.checks.finding import Material, Spot

_TARGETS = (
    re.compile(r"\]\(\s*<?([^)\s<>]{1,500})"),
    re.compile(r"^ {0,3}\[[^\]]{1,200}\]:\s*<?([^\s<>]{1,500})"),
    re.compile(r"""(?<=[\s"'])(?:href|src)\s*=\s*["']?([^"'\s<>]{1,500})""", re.IGNORECASE),
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]|.*(?:\{\{|\{%|\*\||%%)", re.IGNORECASE)
"""An address with its scheme, from the root of a site, in the page itself, or filled in by a tool."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)[^`]*\1")


def dead_links(material: Material) -> Iterator[Spot]:
    """Relative links and images whose file is not beside the issue."""
    for number, row in _rows(material.raw):
        for pattern in _TARGETS:
            for target in pattern.findall(row):
                if not _ELSEWHERE.match(target) and not _exists(material.folder, target):
                    yield Spot(f'"{target}" leads to no file beside the issue', 0, number)


def _rows(raw: str) -> Iterator[tuple[int, str]]:
    """The rows of the file, numbered, without comments and code."""
    fence = ""
    shown = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), raw)
    for number, row in enumerate(shown.split("\n"), 1):
        found = _FENCE.match(row)
        if fence:
            fence = "" if found and found[1].startswith(fence) else fence
        elif found:
            fence = found[1]
        else:
            yield number, _CODE.sub("", row)


def _exists(folder: Path, target: str) -> bool:
    path = unquote(re.split(r"[?#]", target, maxsplit=1)[0])
    try:
        return (folder / path).exists()
    except (OSError, ValueError):  # too long for a name, or no name at all
        return False
