"""show.toml, read and checked."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from issuecast.errors import SettingsError, did_you_mean
from issuecast.show.show import FILE_NAME, Show


def load(folder: Path) -> Show:
    """The show in `folder`; a folder without show.toml is a show with the starter's settings.

    Raises:
        SettingsError: naming every problem of the file at once.
    """
    if not folder.is_dir():
        raise SettingsError(f"There is no folder {folder}", "name a show's folder, or run issuecast init")
    file = folder / FILE_NAME
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file} is not valid TOML ({error})", "correct it") from error
    except OSError as error:
        raise SettingsError(f"{file} cannot be read ({error.strerror})", "make it readable") from error
    if "folder" in settings:
        raise SettingsError(f"{file}: 'folder' is no setting", "take it out")
    try:
        return Show(**settings, folder=folder.resolve())
    except ValidationError as error:
        problems = "; ".join(_sentence(detail) for detail in error.errors())
        raise SettingsError(f"{file}: {problems}", "correct it, or leave it out for the default") from error


def _sentence(detail: ErrorDetails) -> str:
    """One problem as pydantic tells it, in the editor's words."""
    place = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        *tables, key = (str(part) for part in detail["loc"])
        known = _keys_of(tables)
        return f"there is no setting {place!r}{did_you_mean(key, known)}"
    reason = re.sub(r"^Value error, |^(?:Input|String) (?=should )", "", detail["msg"])
    if detail["type"] == "literal_error":
        reason = f"can only be {detail['ctx']['expected'].lower()} in this version"
    return f"{place} {reason}" if place else reason


def _keys_of(tables: list[str]) -> list[str]:
    """The settings of the table that is reached by these keys, for a suggestion."""
    model: Any = Show
    for table in tables:
        known = getattr(model, "model_fields", {})
        model = known[table].annotation if table in known else _entry_of(model)
    return [key for key in model.model_fields if key != "folder"]


def _entry_of(table: Any) -> Any:
    """What a table or a list of tables has under each of its keys."""
    return next(kind for kind in get_args(table) if hasattr(kind, "model_fields"))
