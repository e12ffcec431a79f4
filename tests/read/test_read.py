"""Files become issues, or one sentence."""

from __future__ import annotations

import contextlib
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


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.md", b"", "a.md is empty: write the issue into it, or name another file."),
        ("a.txt", b" \n\t\n", "a.txt is empty: write the issue into it, or name another file."),
        ("a.txt", b"caf\xe9 noir", "a.txt is not UTF-8 text (at byte 3): save it as UTF-8."),
        ("a.txt", b"\xff\xfea\x00b", "a.txt is not UTF-8 text (at byte 4): save it as UTF-8."),
        ("a.txt", b"a\0b", "a.txt is not text (it holds a zero byte): save it as UTF-8 text."),
        ("a.docx", b"PK..", "a.docx is of no kind that is read: save the issue as .txt or .md."),
        ("a.md", b"# Title\n\n---\n", "a.md has no text that can be spoken: write a sentence into it."),
        (
            "a.txt",
            "🎉\n\nKeep Reading\n".encode(),
            "a.txt has no text that can be spoken: write a sentence into it.",
        ),
        (
            "a.md",
            b"---\ntitle: x\n  date: [\n---\n\nText.\n",
            "a.md, line 3: the front matter is not valid YAML: correct it, or remove it.",
        ),
        ("a.txt", b"x" * 2_100_000, "a.txt is 2.1 MB long, more than 2 MB: name a newsletter issue."),
    ],
)
def test_bad_file_is_one_sentence(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """What is wrong, where, and what to do."""
    path = tmp_path / name
    path.write_bytes(content)
    assert problem(path) == said


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a folder, is named."""
    assert problem(tmp_path / "gone.md") == "There is no file gone.md: name a newsletter issue, .txt or .md."
    (tmp_path / "issues.md").mkdir()
    assert problem(tmp_path / "issues.md") == "issues.md is a folder: name a newsletter issue in it."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_with_a_mark(tmp_path: Path, encoding: str) -> None:
    """What Windows editors save is read as well."""
    path = tmp_path / "a.txt"
    path.write_bytes("Grüße, liebe Leser.\r\n\r\nHeute gibt es Neues.\r\n".encode(encoding))
    assert [block.line for block in read(path).sections[0].blocks] == [1, 3]


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
@given(text=st.text(alphabet="ab #*-_=>[]()!`:\"'“”—•|<&;0123.\n\t\\", max_size=300))
def test_any_markup_is_an_issue_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, suffix: str, text: str
) -> None:
    """Nor does any heap of signs that mean something to it."""
    path = tmp_path_factory.getbasetemp() / f"signs{suffix}"
    path.write_text(text)
    with contextlib.suppress(IssueError):
        assert isinstance(read(path), Issue)


@pytest.mark.parametrize(
    "text", ["word " * 390_000, "http://a.b/" * 170_000, '"' * 1_900_000, "> " * 900_000]
)
def test_one_endless_line_is_read_quickly(tmp_path: Path, text: str) -> None:
    """No pattern goes back and forth over a long line: 2 MB take a moment."""
    path = tmp_path / "long.txt"
    path.write_text(f"Hello there.\n\n{text}\n")
    assert read(path).sections
