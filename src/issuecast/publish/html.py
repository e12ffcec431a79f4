"""Templates of HTML pages, in which the text of an issue is text: the one file that makes pages by Jinja2."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from issuecast.errors import PublishError
from issuecast.publish import times
from issuecast.publish.plain import one_line, printable


class Templates:
    """The templates of a folder. Values are escaped, and what HTML cannot carry is taken out of them.

    Those of `own` come first; they reach the ones that they stand for as "issuecast/…".
    """

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        ours = FileSystemLoader(folder)
        loaders = [FileSystemLoader(own)] if own else []
        self._environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([*loaders, ours, PrefixLoader({"issuecast": ours})]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=_carried,
        )
        self._environment.filters.update(
            about=times.about,
            clock=times.clock,
            day=_day,
            line=one_line,
            seconds=times.fragment,
            size=_size,
        )

    def knows(self, filters: Mapping[str, Any], **values: Any) -> None:
        """Give all templates these filters and values."""
        self._environment.filters.update(filters)
        self._environment.globals.update(values)

    def page(self, name: str, **values: Any) -> str:
        """What a template prints.

        Raises:
            PublishError: it does not parse, or fails, with its file and line.
        """
        try:
            return self._environment.get_template(name).render(values)
        except TemplateSyntaxError as error:
            raise _broken(f"{error.filename}, line {error.lineno}", error) from error
        except Exception as error:
            frames = [
                one for one in traceback.extract_tb(error.__traceback__) if one.filename.endswith(".j2")
            ]
            place = f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else name
            raise _broken(place, error) from error


def _broken(place: str, error: Exception) -> PublishError:
    reason = " ".join(str(error).split()).rstrip(".") or type(error).__name__
    return PublishError(f"The template {place}: {reason}", "correct it")


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.1f} MB"


def _carried(value: object) -> object:
    """Text that HTML can carry; markup is ours and stays."""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
