"""Templates of HTML pages, in which the text of an issue is text: the one file that makes pages by Jinja2."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from issuecast.publish import times
from issuecast.publish.plain import one_line, printable


def templates(folder: Path) -> Environment:
    """The templates of a folder. Values are escaped, and what HTML cannot carry is taken out of them."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_carried,
    )
    environment.filters.update(
        about=times.about,
        clock=times.clock,
        day=_day,
        line=one_line,
        seconds=times.fragment,
        size=_size,
    )
    return environment


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.1f} MB"


def _carried(value: object) -> object:
    """Text that HTML can carry; markup is ours and stays."""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
