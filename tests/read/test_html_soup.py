"""HTML of any kind: whatever it is, it is read or refused, soon, and no word of it is lost."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from issuecast.errors import IssueError
from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Code,
    Footnote,
    Image,
    Issue,
    NumberedList,
    Paragraph,
    Quote,
    Reason,
    Section,
    Sponsor,
    Table,
)
from issuecast.read.html import HtmlReader, fragment
from issuecast.read.html.tree import Chars, Start, Tree
from issuecast.read.source import Source
from issuecast.show import Reading

_PATH = Path("issue.html")
_BLOCKS = (
    "div p td table tr section article blockquote center header h1 h2 h3 li ul ol dl dd figure pre".split()
)
_INLINE = "span b strong em i a small sup code font".split()
_VOID = "br hr img wbr".split()
_ATTRIBUTES = (
    "",
    ' style="display:none"',
    ' style="font-size:30px"',
    ' style="font-size:0"',
    ' style="border:1px solid;padding:2px"',
    ' style="border-radius:;padding:;font:"',
    ' class="footer"',
    ' class="sponsor"',
    ' class="callout"',
    ' class="pullquote"',
    ' class="footnote" id="fn1"',
    ' role="presentation"',
    ' href="#fn1"',
    ' href="https://a.example/x"',
    ' src="a.png" alt="Pier"',
    " hidden",
    " a='",
)
_TAGS = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(["", "", "/"]),
    st.sampled_from(
        [*_BLOCKS, *_INLINE, *_VOID, "o:p", "svg", "select", "template", "script", "title", "form"]
    ),
    st.sampled_from(_ATTRIBUTES),
)
_PIECES = st.one_of(
    _TAGS,
    st.sampled_from(
        [
            "<!--",
            "-->",
            "<![if !mso]>",
            "<![endif]>",
            "<",
            ">",
            "&amp",
            "&#0;",
            "&zwnj;",
            "•",
            "—",
            "1.",
            "\n",
            "SPONSORED",
        ]
    ),
    st.text(max_size=12),
)
_SOUP = st.lists(_PIECES, max_size=40).map("".join)


def read(content: bytes, reading: Reading | None = None) -> Issue:
    return HtmlReader().read(Source(_PATH, content, reading or Reading()))


def told(issue: Issue) -> str:
    """All words that an issue tells or accounts for."""
    parts = [issue.title, issue.author, *(one.text for one in issue.left_out)]
    return " ".join([*parts, *_told(issue.sections)])


def _told(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.title
        yield from _words(section.blocks)
        yield from _told(section.parts)


def _words(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text) | Aside(text) | Code(text):
                yield text
            case Quote(text, name) | Footnote(name, text) | Image(text, name):
                yield from (text, name)
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from _words(item.blocks)
            case Table(head, rows):
                yield from (cell for row in (head, *rows) for cell in row)
            case Sponsor(inner, name):
                yield from (name, *_words(inner))


def read_or_refused(content: bytes) -> Issue | None:
    """The issue, or None where there is one error that names the file."""
    try:
        return read(content, Reading(subscriber_parts=True))
    except IssueError as error:
        if not error.problem.startswith(str(_PATH)):
            raise
        return None


@given(st.binary(max_size=300))
def test_any_bytes(content: bytes) -> None:
    """Bytes are an issue, or one error that the editor understands."""
    issue = read_or_refused(content)
    assert issue is None or issue.title


@given(st.one_of(_SOUP, st.text()))
def test_any_soup(html: str) -> None:
    """Whatever HTML is made of, its blocks say something, and know their lines."""
    issue = read_or_refused(html.encode(errors="ignore"))
    last = len(re.findall(r"\r\n|[\n\r\v\f\u2028\u2029]", html)) + 1
    for section in issue.sections if issue else ():
        for block in section.blocks:
            assert 1 <= block.line <= last
            if isinstance(block, Paragraph):
                assert block.text or block.links
                assert block.text == " ".join(block.text.split())


@given(_SOUP, st.integers(1, 1000))
def test_any_fragment(html: str, line: int) -> None:
    """A fragment is blocks and headings of the lines from its own on."""
    flow, gone = fragment(html, line)
    assert all(one.line >= line for one in (*flow, *gone))


_WORD = st.integers(100, 999).map(lambda number: f"w{number}w")
_TEXT = st.lists(_WORD, min_size=1, max_size=8).map(" ".join)
_RUN = st.one_of(
    _TEXT,
    st.builds("<{0}>{1}</{0}> ".format, st.sampled_from(["b", "i", "span", "code"]), _TEXT),
    st.builds('<a href="https://a.example/x">{}</a> '.format, _TEXT),
    st.builds("<span hidden>{}</span> ".format, _TEXT),
    st.builds("{}<br>".format, _TEXT),
)
_LEAF = st.lists(_RUN, min_size=1, max_size=3).map(" ".join)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    many = st.lists(inner, min_size=1, max_size=3)
    boxes = st.sampled_from(
        [
            "<div>{}</div>",
            "<p>{}</p>",
            "<h2>{}</h2>",
            "<ul><li>{}</li></ul>",
            "<blockquote>{}</blockquote>",
            '<div class="footer">{}</div>',
            '<div class="sponsor">{}</div>',
            '<div class="callout">{}</div>',
            '<div style="display:none">{}</div>',
            '<div style="border:1px solid;padding:4px">{}</div>',
            "<table><tr><td>{}</td><td>w99w</td></tr></table>",
            "<table><tr><td>•</td><td>{}</td></tr></table>",
            "<table><tr><th>w98w</th><th>w97w</th></tr><tr><td>{}</td><td>w96w</td></tr></table>",
            "<figure>{}<figcaption>w95w</figcaption></figure>",
            "<details><summary>w94w</summary>{}</details>",
            '<p>w93w<sup><a href="#fn1">7</a></sup></p><ol><li id="fn1">{}</li></ol>',
        ]
    )
    return st.builds(lambda box, parts: box.format("".join(parts)), boxes, many)


@given(st.recursive(_LEAF, _wrapped, max_leaves=12))
def test_every_word_is_told_or_accounted_for(html: str) -> None:
    """No word gets lost between the elements of a page."""
    words = set(re.findall(r"w\d+w", html))
    issue = read(f"<p>w10w</p>{html}".encode())
    lost = words - set(re.findall(r"w\d+w", told(issue)))
    cut = any(one.text.endswith("…") for one in issue.left_out)
    assert cut or not lost


@settings(max_examples=40)
@given(st.recursive(_LEAF, _wrapped, max_leaves=8), st.recursive(_LEAF, _wrapped, max_leaves=8))
def test_no_word_passes_the_wall(free: str, paid: str) -> None:
    """Whatever stands behind a wall, none of its words is in the issue or in its account."""
    secret = re.sub(r"w(\d+)w", r"s\1s", paid)
    issue = read(
        f"<p>w10w</p><div>{free}</div><p>This post is for paid subscribers</p><div>{secret}</div>".encode()
    )
    assert not re.search(r"s\d+s", repr(issue))
    assert {one.text for one in issue.left_out if one.reason is Reason.SUBSCRIBERS} == {""}


@pytest.mark.parametrize(
    "opening", ["<div>", "<table><tr><td>", "<b>", "<ul><li>", "<blockquote>", "<x-y>", "<svg>"]
)
def test_deep_nesting(opening: str) -> None:
    """However deep elements are nested, the words in them are read, and nothing runs out of stack."""
    assert "Sand" in told(read(f"{opening * 100_000}<p>Sand</p>".encode()))


_BOMBS = {
    "deep tables": "<table><tr><td>" * 130_000,
    "a megabyte of <": "<" * 1_000_000,
    "a megabyte of <table>": "<table>" * 150_000,
    "entities": "&amp;" * 400_000,
    "entries": "<ul>" + "<li>ab" * 280_000,
    "line ends": "<p>" + "word<br>" * 240_000,
    "headings": "<h2>T</h2>" * 160_000,
    "cells": "<table>" + "<tr><td>a</td><td>b 1</td></tr>" * 60_000 + "</table>",
    "one line": "<p>" + "The tide comes in. " * 100_000,
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(200_000)) + ">Sand",
    "formatting": "".join(f"<b id={i}>" for i in range(50_000)) + "<p>" * 50_000,
    "open quotes": '<a href="' * 200_000,
    "comments": "<!--" * 500_000,
    "declarations": f"<div style='{'a:b;' * 480_000}'>Sand",
    "classes": f"<div class='{'a-b ' * 480_000}'>Sand",
    "dashes": "— " * 400_000,
    "addresses": "https://a.example/ " * 100_000,
    "captions": f"{'<div>' * 140}<p>Sponsored</p>{'<p>Sand</p>' * 10_000}",
    "ways out": f"{'<div>' * 140}<a href=x>Unsubscribe</a>{'<p>Sand</p>' * 10_000}",
}
_CLOCK = r"""
import json, re, sys, time
from pathlib import Path
from issuecast.read.html import HtmlReader
from issuecast.read.source import Source
seconds = {}
for name, bomb in json.load(sys.stdin).items():
    source = Source(Path("issue.html"), bomb.encode())
    began = time.process_time()
    HtmlReader().read(source)
    seconds[name] = time.process_time() - began
# Not ru_maxrss, which a process inherits from the one that starts it.
peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
print(json.dumps([seconds, int(peak[1])]))
"""


def test_bombs() -> None:
    """Two megabytes of what makes parsers slow are read within 2 s of the processor each, and 300 MB."""
    clock = [sys.executable, "-c", _CLOCK]
    run = subprocess.run(
        clock, input=json.dumps(_BOMBS).encode(), capture_output=True, check=True, timeout=120
    )
    seconds, kilobytes = json.loads(run.stdout)
    assert {bomb: spent for bomb, spent in seconds.items() if spent > 2} == {}
    assert kilobytes < 300 * 1024


def test_tags_know_their_lines() -> None:
    """Marks of lines survive what surrounds them, and no attribute in the source can forge one."""
    html = '<p data-issue-line="7">a</p>\n<div\n\nid=x>\n\nb</div><script>\n</script>\n<i>c'
    events = [event for event in Tree(html) if isinstance(event, (Start, Chars))]
    assert [
        event.line for event in events if isinstance(event, Start) and event.tag in {"p", "div", "i"}
    ] == [1, 4, 8]
    assert [event.line for event in events if isinstance(event, Chars) and event.text.strip()] == [1, 6, 8]


def test_more_tags_than_any_issue_has() -> None:
    """The later ones lose their structure, and no word is lost."""
    html = "".join(f"<p>w{n}w</p>" for n in range(60_000))
    words = re.findall(r"w\d+w", told(read(html.encode())))
    assert words == [f"w{n}w" for n in range(60_000)]
