"""Files become issues, or one sentence."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.errors import IssueError
from issuecast.models import Issue
from issuecast.read import read


def problem(path: Path) -> str:
    with pytest.raises(IssueError) as caught:
        read(path)
    return str(caught.value).replace(f"{path.parent}/", "")


SHORTER = "name a newsletter issue, or raise max_text_mb under [reading] in show.toml."
NOTHING_SAID = "has no text that can be spoken: write a sentence into it."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.md", b"", "a.md is empty: write the issue into it, or name another file."),
        ("a.txt", b" \n\t\n", "a.txt is empty: write the issue into it, or name another file."),
        ("a.txt", b"\xef\xbb\xbf", "a.txt is empty: write the issue into it, or name another file."),
        ("a.txt", b"caf\xe9 noir", "a.txt is not UTF-8 text (at byte 3): save it as UTF-8."),
        ("a.txt", b"\xff\xfea\x00b", "a.txt is not UTF-8 text (at byte 4): save it as UTF-8."),
        ("a.txt", b"a\0b", "a.txt is not text (zero byte at 1): save it as UTF-8 text."),
        (
            "a.txt",
            b"\xff\xfea\0b\0\0\0",
            "a.txt is not text (zero byte at 6): save it as UTF-8 text.",
        ),
        (
            "a.docx",
            b"PK\x03\x04\xff\0",
            "a.docx is of a kind that is not read (.docx): save it as .md, .txt, .html, .eml or .xml.",
        ),
        (
            "a",
            b"Hi.",
            "a is of a kind that is not read (no suffix): save it as .md, .txt, .html, .eml or .xml.",
        ),
        ("a.md", b"# Title\n\n---\n", f"a.md {NOTHING_SAID}"),
        ("a.md", b"![A lamp](lamp.png)\n\n```\ncode\n```\n", f"a.md {NOTHING_SAID}"),
        ("a.md", b"[Unsubscribe](https://example.org)\n", f"a.md {NOTHING_SAID}"),
        ("a.txt", "🎉\n\n-----\n\nKeep Reading\n".encode(), f"a.txt {NOTHING_SAID}"),
        ("a.txt", b"x" * 2_200_000, f"a.txt is 2.1 MB long, more than 2 MB: {SHORTER}"),
    ],
)
def test_bad_file_is_one_sentence(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """What is wrong, where, and what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    assert problem(path) == said


def test_what_is_no_ordinary_file(tmp_path: Path) -> None:
    """A path that leads nowhere, to a folder, a pipe or in a circle is named, and nothing waits for it."""
    assert (
        problem(tmp_path / "gone.md")
        == "There is no file gone.md: name a newsletter issue, such as .md, .html or .eml."
    )
    (tmp_path / "issues.md").mkdir()
    assert problem(tmp_path / "issues.md") == "issues.md is a folder: name a newsletter issue in it."
    os.mkfifo(tmp_path / "pipe.md")
    assert problem(tmp_path / "pipe.md") == (
        "pipe.md is not an ordinary file: name a newsletter issue, such as .md, .html or .eml."
    )
    (tmp_path / "circle.md").symlink_to(tmp_path / "circle.md")
    assert problem(tmp_path / "circle.md") == (
        "circle.md cannot be read (Too many levels of symbolic links): "
        "make it readable, or name another file."
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(tmp_path: Path, encoding: str, line_end: str) -> None:
    """What editors save on Windows, and once on a Macintosh, is read as well."""
    path = tmp_path / "a.txt"
    path.write_bytes(f"Grüße, liebe Leser.{line_end * 2}Heute gibt es Neues.{line_end}".encode(encoding))
    blocks = read(path).sections[0].blocks
    assert [(block.line, getattr(block, "text", "")) for block in blocks] == [
        (1, "Grüße, liebe Leser."),
        (3, "Heute gibt es Neues."),
    ]


def test_unseen_characters_are_not_words(tmp_path: Path) -> None:
    """The filler of an inbox preview and soft hyphens leave no trace."""
    path = tmp_path / "a.txt"
    path.write_text("\u034f \u200b\u034f \u00ad\n\nThe light\u00adhouse\u200b is dark.\n", encoding="utf-8")
    assert [getattr(block, "text", "") for block in read(path).sections[0].blocks] == [
        "The lighthouse is dark."
    ]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@given(content=st.binary(max_size=400))
def test_any_bytes_are_an_issue_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, content: bytes
) -> None:
    """Nothing that a file may hold makes a reader fail in another way."""
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(content)
    with contextlib.suppress(IssueError):
        assert isinstance(read(path), Issue)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@given(
    text=st.lists(
        st.sampled_from(
            [
                *"aB #*-_=>[]()!`:\"'“”—•|<&;01.\n\t\\🔥",
                "\n\n",
                "http://a.b",
                "---\n",
                "title: ",
                "A Title",
                "> ",
            ]
        ),
        max_size=120,
    ).map("".join)
)
def test_any_markup_is_an_issue_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, text: str
) -> None:
    """Nor does any heap of signs that mean something to it."""
    path = tmp_path_factory.getbasetemp() / f"signs{suffix}"
    path.write_text(text, encoding="utf-8")
    with contextlib.suppress(IssueError):
        assert isinstance(read(path), Issue)


_ONE_LINE = [
    *(
        "word ",
        "x",
        "[",
        "![",
        "*",
        "_",
        ">",
        "`",
        "|",
        "<",
        "&#",
        "{{",
        "~",
        "\\",
        "*a _b ",
        "`a``",
        "[a](",
        "[a]",
    ),
    *(
        "<a",
        "<!--",
        "|a",
        "{%",
        "*|",
        "%%",
        "[^",
        "http://a.b/",
        '"',
        ". > A",
        "May 1, ",
        "((",
        "=a",
        "(1) [1] ",
    ),
]
_LINES = [
    *(
        "# Salt\n",
        "## Salt\n\nSand.\n\n",
        "- salt\n",
        "1. salt\n\n",
        "Salt is dear.\n\n",
        "> a\n",
        "> a\n\n",
        "\n",
    ),
    *(
        "- a\n  - b\n",
        "a\n===\n",
        "```\na\n```\n\n",
        "<p>\n\n",
        '"a\n— b\n',
        "• a b:\n\n",
        "SALT\n\nSand.\n\n",
    ),
    *("Ticker: A\nMood: b\n", "paid a\n", "Share | Tweet\n"),
]
_HEAPS = [
    # one line: patterns do not go back and forth over it, and the parser sees so many signs only
    *(part * (200_000 // len(part)) for part in _ONE_LINE),
    # lines: what can be seen at once is not parsed, and of the rest so many lines are
    *(part * 6_000 for part in _LINES),
    # definitions: they are looked up, not searched for
    "".join(f"[{i}]: https://a.example/{i}\n" for i in range(6_000)),
    "".join(f"[^{i}]: Note.\n" for i in range(6_000)),
    "".join(f"Salt[^{i}].\n\n[^{i}]: Note.\n\n" for i in range(3_000)),
    "|a|b|\n|-|-|\n" + "|c|d|\n" * 6_000,
    # nesting: it is read to a depth, or refused
    "".join(f"{'  ' * (i % 30)}- a{i}\n" for i in range(4_000)),
    "".join(f"{'  ' * i}- a\n" for i in range(400)),
]


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("text", _HEAPS, ids=lambda text: repr(text[:12]))
def test_heaps_are_read_in_time(tmp_path: Path, text: str, suffix: str) -> None:
    """Nor does a reader's work grow faster than what it reads, whatever that is a heap of."""
    path = tmp_path / f"long{suffix}"
    path.write_text(f"Hello there.\n\n{text}\n", encoding="utf-8")
    start = time.process_time()
    with contextlib.suppress(IssueError):
        read(path)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_two_megabytes_of_prose(tmp_path: Path, suffix: str) -> None:
    """The longest line that is read at all is read within the two seconds."""
    path = tmp_path / f"long{suffix}"
    path.write_text("word here, and " * (2_000_000 // 15), encoding="utf-8")
    start = time.process_time()
    assert len(str(read(path).sections)) > 1_900_000
    assert time.process_time() - start < 2


def test_each_of_many_headings_and_entries_is_there(tmp_path: Path) -> None:
    """Many are no reason to lose one."""
    path = tmp_path / "long.md"
    path.write_text("".join(f"# Head {i}\n\n- entry {i}\n" for i in range(8_000)), encoding="utf-8")
    sections = read(path).sections
    assert [(one.title, len(one.blocks)) for one in sections] == [(f"Head {i}", 1) for i in range(8_000)]


def test_what_the_parser_does_not_see_is_not_lost(tmp_path: Path) -> None:
    """Beyond its share of lines and signs the words are taken as they are."""
    path = tmp_path / "long.md"
    path.write_text("> a\n" * 31_000 + "> the *last* [word](https://a.example)\n" * 5_000, encoding="utf-8")
    told = repr(read(path))
    assert told.count("the last word") == 5_000
    assert told.count("https://a.example") == 5_000
