"""What a static site's generator or a note-taking tool writes into Markdown and a reader of the page never
sees as it stands: shortcodes of Hugo and Jekyll, imports of MDX, marks of containers, attributes.

Each becomes the Markdown that it stands for, or is left out and accounted for. Lines keep their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from issuecast.models import LeftOut, Reason
from issuecast.read.code_spans import code_spans

_HIGHLIGHT = re.compile(
    r"^[ \t]*(?:\{%-?\s*(?P<end>end)?highlight(?:\s+(?P<language>[\w+#-]+))?[^{}\n]*%\}"
    r"|\{\{<\s*(?P<hugo_end>/)?\s*highlight(?:\s+(?P<hugo_language>[\w+#-]+))?[^{}\n]*>\}\})[ \t]*$",
    re.MULTILINE,
)
_RAW = re.compile(r"\{%-?\s*(?:end)?(?:raw|verbatim)\s*-?%\}")
_ADMONITION = re.compile(  # of Python-Markdown and MkDocs
    r"^(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>[\w-]{1,30})(?:[ \t]+[\w-]{1,30})*"
    r"(?:[ \t]+\"(?P<title>[^\"\n]*)\")?[ \t]*\n"
    r"(?P<body>(?:(?:[ ]{4}|\t)[^\n]*(?:\n|\Z)|[ \t]*\n(?=(?:[ \t]*\n)*(?:[ ]{4}|\t)\S))+)",
    re.MULTILINE,
)
_MACHINERY = re.compile(
    r"\{\{[<%](?P<hugo>[^{}]{1,1000}?)[>%]\}\}|\{%-?(?P<jekyll>[^{}]{1,1000}?)-?%\}"
    r"|(?<=\n\n)(?P<term>[^\W_][^\n:]{0,200})\n:[ \t]{1,3}(?=\S)"
    r"|^(?P<mdx>import\s+(?:[\w*{][^'\"\n]{0,200}\s+from\s+)?['\"][^'\"\n]{1,200}['\"];?[ \t]*$"
    r"|export\s+(?:const|let|var|default|async|function)\b[^\n]*[={(][^\n]*(?:\n[ \t}\])][^\n]*)*)"
    r"|\{/\*(?P<remark>[^*]{0,1000})\*/\}"
    r"|^[ \t]*(?P<mark>:{3,}[^\n:]{0,100}|\{:[^{}\n]{0,200}\}|\[\[?_?TOC_?\]\]?)[ \t]*$"
    r"|^(?P<heading>\#{1,6}[ \t][^\n{]{0,500}?)[ \t]*(?P<attributes>\{[#.:][^{}\n]{0,200}\})[ \t]*$"
    r"|(?P<embed>!)?\[\[(?P<page>[^\[\]|\n]{1,200})(?:\|(?P<words>[^\[\]\n]{1,200}))?\]\]",
    re.MULTILINE,
)
_HINT = re.compile(
    r"^(?:!!!|\?\?\?)|\{[{%:/#.]|^:[ \t]|^(?:import|export)\s|^[ \t]*:::|\[\[|\[TOC", re.MULTILINE
)
_FENCE = "~~~~~~"
_PICTURES = {"figure", "image", "img", "picture"}
_GIVEN = re.compile(r"(\w+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))")


@dataclass(frozen=True, slots=True)
class _Replaced:
    """What a piece of machinery becomes, and what of it is lost: the whole of it, if it becomes nothing."""

    told: str = ""
    lost: str = ""
    reason: Reason = Reason.FURNITURE


def without_shortcodes(text: str) -> tuple[str, tuple[LeftOut, ...]]:
    """The text with Markdown in the place of shortcodes, and what says nothing."""
    if not _HINT.search(text):
        return text, ()
    text = _HIGHLIGHT.sub(_fence, text)
    text = _ADMONITION.sub(_alert, text)
    text, marks = _swept(text, [(0, len(text))], _RAW, lambda _: _Replaced())
    text, rest = _swept(text, code_spans(text).free(text), _MACHINERY, _replacement)
    return text, (*marks, *rest)


def _swept(
    text: str,
    spans: Iterable[tuple[int, int]],
    form: re.Pattern[str],
    replacement: Callable[[re.Match[str]], _Replaced],
) -> tuple[str, list[LeftOut]]:
    """The text with what a form finds in these spans replaced, and an account of what is lost."""
    pieces: list[str] = []
    left_out: list[LeftOut] = []
    line, at = 1, 0
    for start, end in spans:
        for match in form.finditer(text, start, end):
            line += text.count("\n", at, match.start())
            now, ends = replacement(match), match[0].count("\n")
            if lost := now.lost or ("" if now.told else match[0]):
                left_out.append(LeftOut(" ".join(lost.split()), now.reason, line, line + ends if ends else 0))
            pieces += [text[at : match.start()], now.told + "\n" * ends]
            line, at = line + ends, match.end()
    return "".join([*pieces, text[at:]]), left_out


def _alert(match: re.Match[str]) -> str:
    """An admonition as GitHub writes it."""
    title = f" {match['title']}:" if match["title"] else ""
    body = re.sub(r"^(?:[ ]{4}|\t|[ \t]*$)", "> ", match["body"].removesuffix("\n"), flags=re.MULTILINE)
    return f"> [!{match['kind']}]{title}\n{body}\n"


def _fence(match: re.Match[str]) -> str:
    return _FENCE + (match["language"] or match["hugo_language"] or "")


def _replacement(match: re.Match[str]) -> _Replaced:
    """Pictures are pictures, the page that a note links to goes by its words; anything else says nothing."""
    if match["heading"]:
        return _Replaced(match["heading"], match["attributes"])
    if match["term"]:
        return _Replaced(f"{match['term']}:")
    if match["remark"]:
        return _Replaced(reason=Reason.HIDDEN)
    if match["page"] and not match["embed"]:
        lost = match["page"] if match["words"] else ""
        return _Replaced(match["words"] or match["page"], lost, Reason.ADDRESS)
    told = match["hugo"] or match["jekyll"] or ""
    name = re.sub(r"\A\s*include\s+", "", told).split(None, 1)
    if not name or name[0].partition(".")[0].lower() not in _PICTURES:
        return _Replaced()
    given = {key.lower(): one or other or bare for key, one, other, bare in _GIVEN.findall(told)}
    words = [given[key] for key in ("alt", "caption", "title") if given.get(key)]
    return _Replaced(f"![{''.join(words[:1])}](<{given.get('src', '')}>) {' '.join(words[1:])}".rstrip())
