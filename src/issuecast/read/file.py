"""A file on disk → its text."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from issuecast.errors import IssueError
from issuecast.read.charset import declared_in, decoded
from issuecast.show import Reading

_MB = 1024 * 1024
_TEXTS = {".txt", ".text", ".md", ".markdown", ".mdx", ".html", ".htm"}
_LINE_END = re.compile(r"\r\n|[\r\v\f\u2028\u2029]")
# Mail tools fill the line that an inbox shows with these; a soft hyphen would split a spoken word.
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u034f\u200b\u200e\u200f\u2060\ufeff"))
_CONTROL = dict.fromkeys((*range(9), *range(14, 32), *range(127, 160)), " ")


def load(path: Path, reading: Reading) -> bytes:
    """The content of an ordinary file, as long as its kind may be.

    Raises:
        IssueError: there is no such file, it is something else, too long, or may not be read.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise IssueError(f"{path} is a folder", "name a newsletter issue in it")
        if not stat.S_ISREG(found.st_mode):
            raise IssueError(
                f"{path} is not an ordinary file", "name a newsletter issue, such as .md, .html or .eml"
            )
        key = "max_text_mb" if path.suffix.lower() in _TEXTS else "max_email_mb"
        most = getattr(reading, key)
        if found.st_size > most * _MB:
            raise IssueError(
                f"{path} is {found.st_size / _MB:.1f} MB long, more than {most:g} MB",
                f"name a newsletter issue, or raise {key} under [reading] in show.toml",
            )
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IssueError(
            f"There is no file {path}", "name a newsletter issue, such as .md, .html or .eml"
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise IssueError(
            f"{path} cannot be read ({reason})", "make it readable, or name another file"
        ) from error


def decode(content: bytes, path: Path) -> str:
    """The text of UTF-8, of UTF-16 with its mark, or of a page in the charset that it declares.

    Lines end in a line feed, unseen characters are gone.

    Raises:
        IssueError: the content is something else, or empty.
    """
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        if not (declared := declared_in(content)):
            raise IssueError(
                f"{path} is not UTF-8 text (at byte {error.start})", "save it as UTF-8"
            ) from error
        text = decoded(content, declared)
    if "\0" in text:
        place = len(text.partition("\0")[0].encode("utf-16")) if wide else content.index(0)
        raise IssueError(f"{path} is not text (zero byte at {place})", "save it as UTF-8 text")
    text = _LINE_END.sub("\n", text).translate(_UNSEEN | _CONTROL)
    if not text.strip():
        raise IssueError(f"{path} is empty", "write the issue into it, or name another file")
    return text
