"""What stands behind a paywall mark is for subscribers: it is never spoken nor shown,
unless the show says so.

A mark is a comment (Ghost, and themes of static sites), or a line that says so and nothing else: a sentence
of an essay that talks of paywalls is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from issuecast.models import LeftOut, Paragraph, Reason
from issuecast.read.code_spans import CodeSpans, code_spans
from issuecast.read.outline import Flow, Heading
from issuecast.read.residue import bare_words, is_residue

# Ghost shows a block to everybody that is for those who are no members.
_GATED = re.compile(r"<!--\s*kg-gated-block:begin\b(?![^>]{0,200}nonMember:true)", re.IGNORECASE)
_GATED_END = re.compile(r"<!--\s*kg-gated-block:end\s*-->", re.IGNORECASE)
_COMMENT = re.compile(
    r"<!--\s*(?:(?:paid[ -]?)?(?:members?|subscribers?|premium|paid)(?:[ -]only)?"
    r"|paywall(?:[ -][a-z]{1,20})?|wp:[\w/-]{0,40}paywall\b[^<>]{0,200})\s*-->",
    re.IGNORECASE,
)
# Shortcodes of Hugo, Liquid and WordPress around what members read.
_FENCED = r"(?:paid|paywall(?:ed)?|members?|subscribers?|premium|patrons?)(?:[-_](?:only|content))?"
_SHORTCODE = re.compile(
    rf"\{{\{{[<%]\s*(?P<hugo>{_FENCED})\b[^{{}}]{{0,200}}[>%]\}}\}}"
    rf"|\{{%-?\s*(?P<liquid>{_FENCED})\b[^{{}}]{{0,200}}%\}}"
    rf"|\[(?P<press>{_FENCED})(?: [^\[\]\n]{{1,200}})?\](?![(\[:])",
    re.IGNORECASE,
)

_MEMBERS = re.compile(r"\b(?:members?|subscribers?|paid|paying|premium)\b", re.IGNORECASE)
_MOST_WORDS = 12

_PIECE = r"(?:post|issue|edition|e-?mail|newsletter|article|story|episode|piece|essay|report)"
_THIS = rf"this (?:{_PIECE}|section|part|content)"
_PAID = r"(?:paid|paying|premium|pro|plus|full)"
_WHO = rf"(?:our |all )?(?:{_PAID}[ -])?(?:subscribers?|members?|supporters?|patrons?)"
_PAYERS = rf"(?:our |all )?(?:{_PAID}[ -](?:subscribers?|members?|supporters?)|members?|patrons?)"
_FOR = r"(?:(?:available|reserved|open|only|exclusive(?:ly)?) )*(?:for|to)"
_WHOLE = (
    rf"(?:reading|more|on|it all|everything|(?:the )?rest(?: of .{{1,60}})?"
    rf"|(?:the |this )?(?:{_PIECE}|(?:full|entire|whole|complete) \w+)(?: and .{{1,60}})?)"
)
_READ = (
    r"(?:(?:keep|continue) reading(?: (?:this|the|and)\b.{1,90})?|continue"
    rf"|(?:read|see|unlock|access|get|view) {_WHOLE})"
)
_ASK, _NOW = r"(?:subscribe|sign up|upgrade|start .{1,40}trial)", r"(?: now| today)?"
_BELOW = r"(?: content)? (?:below|beyond|from here|after)(?: this (?:line|point))?(?: on)?"
_REST = (
    r"(?:[^,.!?]{1,30}, )?(?:(?:what(?:ever)?|all that) (?:follows|comes (?:next|below))"
    r"|from (?:here|this point|now)(?: on| out| down| onwards?)?|everything|all|the rest"
    r"|(?:(?:everything|all|anything|what(?:'s| is)|the (?:rest|part)) )?(?:below|beyond|past|after)"
    r"(?: (?:the (?:fold|line|break)|this(?: line| point| break)?|here))?)"
)
_WALL = re.compile(
    "|".join(
        (
            rf"{_THIS} is {_FOR} {_PAYERS}(?: only)?|{_THIS} is (?:only {_FOR} {_WHO}|{_FOR} {_WHO} only)",
            rf"(?:the )?(?:rest|remainder) of (?:this|the|today's) {_PIECE} is {_FOR} {_WHO}(?: only)?",
            r"(?:keep|continue) reading with a [\w-]{1,10}[ -]day free trial",
            rf"(?:please )?{_ASK}{_NOW}(?: (?:to|for|with) .{{1,80}}?)?{_NOW} to {_READ}",
            rf"(?:please )?(?:become|join) .{{1,80}}? to (?:get access to {_WHOLE}|{_READ})",
            rf"(?:want|to) (?:to )?{_READ}[?,:]? (?:subscribe|upgrade|join)\b.{{0,80}}",
            rf"{_REST} (?:is|are) (?:{_FOR} {_PAYERS}(?: only)?|(?:only {_FOR} {_WHO}|{_FOR} {_WHO} only))",
            rf"for {_PAYERS} only|(?:for )?{_WHO}[ -]only{_BELOW}",
            r"(?:the )?paywall(?: (?:starts|begins|is))? (?:here|below)",
            r"(?:the (?:free|public) preview ends here|you(?:'ve| have) reached the end of .{0,20}preview)",
        )
    ),
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"this is (?:only |just )?(?:a|the) (?:free |public |short )?preview(?: of .{1,60})?", re.IGNORECASE
)
"""Says nothing without a wall beside it."""
# A bare label may as well be of a badge, or of an entry in a diary: only what sets it apart makes it a wall.
_LABEL = re.compile(rf"(?:for )?{_WHO}[ -]only(?: content)?|paywall", re.IGNORECASE)
_SET_APART = re.compile(r"(?:[-=~—–]{2,}|[*_]{3,}|\[|🔒)(?P<label>[^\]]*)(?:\]|[^\w\]]*)")
_HINT = re.compile(
    r"subscri|paid|paying|premium|member|patron|supporter|trial|upgrade|paywall|preview|join", re.IGNORECASE
)
_PICTURE = re.compile(r"^\W+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_CLOSING = re.compile(r"[\W_]+\Z")
_MOST_LINES = 3
_LONGEST = 300


def is_wall(text: str) -> bool:
    """Whether a line or block says that what follows is for subscribers, and nothing else: "This post is for
    paid subscribers", "Keep reading with a 7-day free trial", "--- members only ---".
    """
    if not (bare := bare_words(text)):
        return False
    if (apart := _SET_APART.fullmatch(text.strip())) and _LABEL.fullmatch(bare_words(apart["label"])):
        return True
    bare = _PICTURE.sub("", bare)
    sentences = _SENTENCE.split(bare)
    marks = [_is_mark(one) for one in sentences]
    others = (one for one, mark in zip(sentences, marks, strict=True) if not mark)
    return _is_mark(bare) or (any(marks) and all(map(_goes_beside, others)))


def without_paid(text: str) -> tuple[str, tuple[LeftOut, ...]]:
    """The text with nothing but line ends in the parts for subscribers, and these parts by their lines."""
    if not _HINT.search(text) and "gated" not in text:
        return text, ()
    found: list[LeftOut] = []
    kept: list[str] = []
    shown = 0
    for start, end in _hidden(text, code_spans(text)):
        line, ends = text.count("\n", 0, start) + 1, text.count("\n", start, end)
        last = line + ends - (text[end - 1] == "\n")
        found.append(LeftOut("", Reason.SUBSCRIBERS, line, last if last > line else 0))
        kept += [text[shown:start], "\n" * ends]
        shown = end
    return "".join([*kept, text[shown:]]), tuple(found)


def _is_mark(sentence: str) -> bool:
    return _WALL.fullmatch(_CLOSING.sub("", sentence)) is not None


def _goes_beside(sentence: str) -> bool:
    return _BESIDE.fullmatch(_CLOSING.sub("", sentence)) is not None or is_residue(sentence)


def _hidden(text: str, code: CodeSpans) -> Iterator[tuple[int, int]]:
    """The parts for subscribers, as (start, end), in order: gated blocks, and all behind the first wall."""
    comments = (match.start() for match in _COMMENT.finditer(text) if match.start() not in code)
    lines = (start for start in _wall_lines(text) if start not in code)
    wall = min(next(comments, len(text)), next(lines, len(text)))
    at = 0
    for start, end in sorted([*_gated(text, wall), *_shortcodes(text, wall)]):
        if start >= at and start not in code:
            at = min(end, wall)
            yield start, at
    if wall < len(text):
        yield wall, len(text)


def _gated(text: str, wall: int) -> Iterator[tuple[int, int]]:
    """Ghost's blocks; one that nothing ends goes on to the end."""
    at = 0
    while begun := _GATED.search(text, at, wall):
        ended = _GATED_END.search(text, begun.end())
        at = ended.end() if ended else len(text)
        yield begun.start(), at


def _shortcodes(text: str, wall: int) -> Iterator[tuple[int, int]]:
    """What stands between a shortcode and the one that ends it; a paywall needs no end."""
    at = 0
    unclosed: set[str] = set()
    while begun := _SHORTCODE.search(text, at, wall):
        at, name = begun.end(), begun[begun.lastgroup or 0]
        if begun[0].lower() not in unclosed:
            end = re.compile(
                rf"(?:\{{\{{[<%]\s*/\s*|\{{%-?\s*(?:end|/)|\[/){name}\b[^\]}}]{{0,20}}[\]}}]+", re.IGNORECASE
            )
            if ended := end.search(text, at):
                at = ended.end()
                yield begun.start(), at
            elif name.lower() == "paywall" and not begun["press"]:
                yield begun.start(), len(text)
            else:
                unclosed.add(begun[0].lower())


def _wall_lines(text: str) -> Iterator[int]:
    """Where a line begins that is a wall, or the first of a few between blank ones that are one together."""
    at = 0
    while hint := _HINT.search(text, at):
        start = text.rfind("\n", at, hint.start()) + 1 or at
        at = end if (end := text.find("\n", hint.end())) >= 0 else len(text)
        if at - start <= 2 * _LONGEST and is_wall(text[start:at]):
            yield start
        around = text[max(0, start - _LONGEST) : at + _LONGEST]
        own = min(start, _LONGEST)
        before = around.rfind("\n\n", 0, own) + 2
        paragraph = around[before:].partition("\n\n")[0]
        if paragraph.count("\n") in range(1, _MOST_LINES) and is_wall(paragraph):
            yield start - own + before


def split_wall(flow: Flow, left_out: Iterable[LeftOut]) -> tuple[Flow, tuple[LeftOut, ...]]:
    """The flow without the heading of what only subscribers read, if it ends with one above the wall."""
    walls = [one.line for one in left_out if one.reason is Reason.SUBSCRIBERS]
    match flow[-1:]:
        case [Heading(text=text, line=line) | Paragraph(text, line=line)] if walls and line <= walls[-1]:
            if isinstance(flow[-1], Heading) or _announces(text):
                return flow[:-1], (LeftOut("", Reason.SUBSCRIBERS, line),)
    return flow, ()


def _announces(text: str) -> bool:
    """Whether a line only tells what the subscribers get: "For members: the map"."""
    return len(text.split()) <= _MOST_WORDS and text[-1:].isalnum() and _MEMBERS.search(text) is not None
