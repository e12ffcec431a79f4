"""HTML made safe to parse, with the lines of its tags.

A parser that follows the standard takes time that grows with the square of some things: how deep elements are
nested, how many attributes a tag has, how many <b> are still open where a paragraph begins. So no element
is nested deeper than a limit, long tags keep only the attributes that are read here, and <b> becomes an
element without the standard's rules for formatting, <x-b>. Of a document of more tags than any issue has the
later ones go, so that it is read in the time that an issue may take. Words are never touched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

LINE = "data-issue-line"
"""The attribute that tells the source's line of a tag, wherever the line is another than the last tag's."""
RENAMED = "x-"
DEEPEST = 150
"""Elements in elements; a mail of tables in tables in tables has some sixty."""

_MOST_TAGS = 50_000
"""Start tags that are read; an issue has some hundreds, the longest export a few thousand."""
_LONGEST_TAG = 400
# As the standard has it: a quotation mark only quotes behind "=". Nothing here is tried twice (`++`, `*+`).
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?)?"""
_ATTRIBUTES = re.compile(_ATTRIBUTE, re.ASCII)
_COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))"
_RAW = (
    r"<(?P<raw>script|style|title|textarea|iframe|xmp|noembed|noframes)(?=[\s/>])"
    r".*?(?:</(?P=raw)(?=[\s/>])[^>]*>?|\Z)"
)
_TAG = rf"<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<rest>(?:[\s/]++|{_ATTRIBUTE})*+)(?P<close>>|\Z)"
_BOGUS = r"<[!?/](?!doctype)[^>]*+(?:>|\Z)"
_TOKEN = re.compile(f"{_COMMENT}|{_RAW}|{_TAG}|{_BOGUS}", re.IGNORECASE | re.DOTALL | re.ASCII)
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())  # noqa: SIM905
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
# Their end is implied by what follows them, so that they are not nested but in others.
_IMPLIED = frozenset(
    "p li dd dt td th tr tbody thead tfoot caption colgroup option optgroup rt rp html head body".split()  # noqa: SIM905
)
_READ = frozenset(
    "alt class content data-component-name data-testid datetime height hidden href id itemprop lang name"  # noqa: SIM905
    " property rel role size src style width".split()
)


def marked(html: str, line: int = 1) -> str:
    """The same document with the line of each tag; comments and the like are gone but for their line ends.

    Args:
        html: lines end in a line feed.
        line: the source's line that it begins in.
    """
    return _TOKEN.sub(_Marking(html, line), html)


@dataclass(slots=True)
class _Marking:
    """Called for each token in order; knows the line, and which elements are open."""

    html: str
    line: int
    told: int = 0
    at: int = 0
    tags: int = 0
    open: list[str] = field(default_factory=list)

    def __call__(self, token: re.Match[str]) -> str:
        self.line += self.html.count("\n", self.at, token.end())
        self.at = token.end()
        name = token["name"]
        if token["raw"]:
            return "\n" * token[0].count("\n") if token["raw"].lower() == "script" else token[0]
        if name is None or not token["close"]:
            return "\n" * token[0].count("\n")
        name = name.lower()
        return self._end(name) if token["end"] else self._start(name, token["rest"])

    def _start(self, name: str, rest: str) -> str:
        self.tags += 1
        if self.tags > _MOST_TAGS or (len(self.open) >= DEEPEST and name not in _VOID):
            return " "
        if name not in _VOID and name not in _IMPLIED:
            self.open.append(name)
        line = "" if self.line == self.told else f" {LINE}={self.line}"
        self.told = self.line
        return f"<{_renamed(name)}{line}{rest if len(rest) <= _LONGEST_TAG else _needed(rest)}>"

    def _end(self, name: str) -> str:
        if self.tags > _MOST_TAGS and name not in self.open:
            return ""
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place] == name:
                del self.open[place:]
                break
        return f"</{_renamed(name)}>"


def _renamed(name: str) -> str:
    return f"{RENAMED}{name}" if name in _FORMATTING else name


def _needed(rest: str) -> str:
    """The attributes of a long tag that are read, each once; no picture is read from its address's data."""
    kept: dict[str, str] = {}
    for match in _ATTRIBUTES.finditer(rest):
        name = match[0].partition("=")[0].strip().lower()
        if name in _READ:
            kept.setdefault(name, match[0])
    return "".join(f" {attribute}" for attribute in kept.values() if "data:image" not in attribute[:30])
