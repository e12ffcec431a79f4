"""Merge tags: what a mail tool fills in for each subscriber, and a listener cannot be.

Each gives its fallback, or is left out and accounted for. Of parts that are shown on a condition, the
listener gets what somebody gets of whom nothing is known. Other braces are text, and so is all code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from issuecast.models import LeftOut, Reason
from issuecast.read.code_spans import CodeSpans, code_spans
from issuecast.read.tag_forms import FORM, SUBSCRIBER, MergeTag, Role, merge_tag

_HINT = re.compile(r"\{\{|\{%|\*\||%%|%[A-Za-z]|\{[A-Za-z$!]|,\s*fallback=|\[\[|\[[A-Z]|<[<%]|~C|\[/?[a-z]")
_TALK = re.compile(
    r"\b(?:jinja2?|liquid|mustache|handlebars|nunjucks|twig|django|vue|angular|svelte|templat\w+|placeholders?"
    r"|curly|braces|interpolat\w+|merge tags?)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"\W*(?:hi|hey|hello|dear|welcome|thanks|good \w+)\b[^.!?\n]{0,30}", re.IGNORECASE)
_NEEDS_NAME = re.compile(
    r"(?:^|(?<=[>\n]))[ \t]*(?:dear|liebe[rs]?|chère?s?|querid[oa]|estimad[oa])[ \t]+\Z", re.IGNORECASE
)
_OWNED = re.compile(r"['’]s\b")
_MARKUP = re.compile(r"<!--|-->|(?<!<)</?[a-z][^<>]*>(?!>)", re.IGNORECASE)
_LINE = 300
_BLANK = " \t"
_ENDINGS = frozenset(",;:.!?")
_GLUED = _ENDINGS | frozenset(")]\n")


class _Found(NamedTuple):
    start: int
    end: int
    tag: MergeTag
    in_comment: bool = False


class _Cut(NamedTuple):
    """A part of the text that goes, and what takes its place."""

    start: int
    end: int
    reason: Reason = Reason.MERGE_TAG
    fallback: str = ""


@dataclass(slots=True)
class _Open:
    """A condition that is open, and its turns to other parts."""

    tag: _Found
    turns: list[_Found] = field(default_factory=list)


def without_merge_tags(text: str, *, subscriber_parts: bool = False) -> tuple[str, tuple[LeftOut, ...]]:
    """The text with the fallback of each merge tag in its place, and what has none.

    `subscriber_parts`: what is shown to paying subscribers only stays. Lines keep their numbers.
    """
    if not _HINT.search(text):
        return text, ()
    found = list(_tags(text))
    cuts = [_cut(text, one) for one in found if not one.in_comment]
    cuts = _apart(cuts, found, subscriber_parts)
    return _joined(text, cuts), tuple(_left_out(text, cuts))


def _tags(text: str) -> Iterator[_Found]:
    known: dict[str, MergeTag | None] = {}
    comments = CodeSpans(tuple(_comments(text)))
    talks = _TALK.search(text) is not None
    for start, end in code_spans(text).free(text):
        for match in FORM.finditer(text, start, end):
            if match[0] not in known:
                known[match[0]] = merge_tag(match)
            tag = known[match[0]]
            if tag and not (talks and _is_shown(text, match, tag)):
                yield _Found(*match.span(), tag, match.start() in comments)


def _comments(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (end := text.find("-->", start) + 3) > start:
        yield start, end


def _is_shown(text: str, match: re.Match[str], tag: MergeTag) -> bool:
    """Whether a tag is an example: "In Jinja, write {{ user.name }}"."""
    if tag.role is not Role.VALUE or tag.fallback or SUBSCRIBER.search(match[0]):
        return False
    before = text[max(0, match.start() - _LINE) : match.start()].rpartition("\n")[2]
    after = text[match.end() : match.end() + _LINE].partition("\n")[0]
    return _TALK.search(f"{before} {after}") is not None and not _GREETING.fullmatch(before)


def _cut(text: str, one: _Found) -> _Cut:
    """The tag, and what would stand astray without it: "Dear" before it, "'s" after it."""
    start, end, tag, _ = one
    reason = Reason.FURNITURE if tag.role is Role.MACHINERY else Reason.MERGE_TAG
    if tag.role is not Role.VALUE or tag.fallback:
        return _Cut(start, end, reason, tag.fallback)
    if dear := _NEEDS_NAME.search(text, max(0, start - 20), start):
        start = dear.start() + len(dear[0]) - len(dear[0].lstrip())
    elif text[start - 1 : start] == "@":
        start -= 1
    owned = _OWNED.match(text, end)
    return _Cut(start, owned.end() if owned else end, reason)


def _apart(cuts: Sequence[_Cut], found: Sequence[_Found], subscriber_parts: bool) -> list[_Cut]:
    """The cuts of tags and of what is not shown to the listener; one that lies in another is a part of it."""
    hidden = [cut for cut in _hidden(found) if not (subscriber_parts and cut.reason is Reason.SUBSCRIBERS)]
    done: list[_Cut] = []
    for cut in sorted([*cuts, *hidden], key=lambda one: (one.start, -one.end)):
        if not done or cut.start >= done[-1].end:
            done.append(cut)
    return done


def _hidden(found: Sequence[_Found]) -> Iterator[_Cut]:
    """The parts of conditions that the listener does not meet; a condition that nothing ends has none."""
    open_: list[_Open] = []
    for one in found:
        match one.tag.role:
            case Role.IF | Role.UNLESS:
                open_.append(_Open(one))
            case Role.ELSE | Role.ELSE_IF if open_:
                open_[-1].turns.append(one)
            case Role.END if open_:
                begun = open_.pop()
                if begun.tag.tag.paid or not begun.tag.in_comment:
                    yield from _unmet(begun, one)


def _unmet(condition: _Open, end: _Found) -> Iterator[_Cut]:
    reason = Reason.SUBSCRIBERS if condition.tag.tag.paid else Reason.MERGE_TAG
    otherwise = next((turn for turn in condition.turns if turn.tag.role is Role.ELSE), end)
    if condition.tag.tag.role is Role.UNLESS:
        first = condition.turns[0] if condition.turns else end
        start, stop = first.end, end.start
    else:
        start, stop = condition.tag.end, otherwise.start
    if start < stop:
        yield _Cut(start, stop, reason)


def _left_out(text: str, cuts: Sequence[_Cut]) -> Iterator[LeftOut]:
    line, at = 1, 0
    for cut in cuts:
        line += text.count("\n", at, cut.start)
        at, last = cut.start, line + text.count("\n", cut.start, cut.end)
        words = " ".join(_MARKUP.sub(" ", text[cut.start : cut.end]).split())
        if words and not cut.fallback:
            told = "" if cut.reason is Reason.SUBSCRIBERS else words
            yield LeftOut(told, cut.reason, line, last if last > line else 0)


def _joined(text: str, cuts: Sequence[_Cut]) -> str:
    """The text with what takes the place of the cuts, and no comma or space astray beside them."""
    done = [text[: cuts[0].start]] if cuts else [text]
    for i, cut in enumerate(cuts):
        stop = cuts[i + 1].start if i + 1 < len(cuts) else len(text)
        line_ends, right = "\n" * text.count("\n", cut.start, cut.end), text[cut.end : stop]
        if cut.fallback:
            done += [cut.fallback, line_ends + (right.lstrip(_BLANK) if line_ends else right)]
        elif cut.end == stop < len(text):  # the next cut is beside it: they are one gap
            done += [line_ends] if line_ends else []
        else:
            left, right = _without_marks(done.pop(), right)
            left, right = _tidy(left, right, opens=_opens(done, left))
            done += [left + line_ends, right]
    return "".join(done)


def _opens(done: Sequence[str], left: str) -> bool:
    """Whether a line or an element begins behind these pieces."""
    ends = (piece.rstrip(_BLANK) for piece in (left, *done[:-9:-1]))
    before = next((end for end in ends if end), "")
    return not before or before[-1] in "\n>"


def _without_marks(left: str, right: str) -> tuple[str, str]:
    """The sides of a gap without marks of emphasis that enclose nothing else."""
    while left[-1:] and left[-1:] in "*_" and left[-1:] == right[:1]:
        left, right = left[:-1], right[1:]
    return left, right


def _tidy(left: str, right: str, *, opens: bool) -> tuple[str, str]:
    bare, rest = left.rstrip(_BLANK), right.lstrip(_BLANK)
    if bare.endswith("(") and rest.startswith(")"):
        return _tidy(bare[:-1], rest[1:], opens=opens)
    if opens:
        if rest[:1] in {",", ";"}:
            rest = rest[1:].lstrip(_BLANK)
            word = re.match(r"[a-z]+\b", rest)
            rest = rest[:1].upper() + rest[1:] if word else rest
        return left, rest
    if rest[:1] in _GLUED or not rest:
        return bare.removesuffix(",") if rest[:1] in _ENDINGS else bare, rest
    spaced = bare != left or rest != right
    return bare, f" {rest}" if spaced else rest
