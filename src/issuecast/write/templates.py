"""Jinja2: running_order.md.j2 and what it includes, from the show's own folder first, then the starter's.

Text of the issue goes in as values and is never compiled; templates run in a sandbox, so that a template
found on the web can print a script and do nothing else.
"""

from __future__ import annotations

import difflib
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import jinja2
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from issuecast.errors import ScriptError
from issuecast.write import wording

RUNNING_ORDER = "running_order.md.j2"


class _Compiled(jinja2.BytecodeCache):
    """This process's compiled templates: to compile them takes twenty times as long as to print a script."""

    _code: ClassVar[dict[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


def render(folders: Sequence[Path], values: Mapping[str, Any], *, seed: int) -> str:
    """What running_order.md.j2 prints.

    Args:
        folders: where templates are, in search order.
        values: what templates speak of.
        seed: chooses among wordings; two successive seeds never choose the same.

    Raises:
        ScriptError: a template is missing, does not parse or fails, with its file and line.
    """
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(folders),
        bytecode_cache=_Compiled(),
        undefined=jinja2.StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,  # what is included ends its last line
    )
    environment.globals.update(values, pick=_Picker(seed).pick)
    environment.filters.update(wording.FILTERS)
    try:
        # All of them, also those that this issue needs not: an error should not wait for the day that does.
        for name in environment.list_templates(extensions=["j2"]):
            environment.get_template(name)
        return environment.get_template(RUNNING_ORDER).render()
    except jinja2.TemplateNotFound as error:
        _missing(str(error.name), environment.list_templates(), folders)
    except jinja2.TemplateSyntaxError as error:
        _broken(error.filename, error.lineno, error.message or "syntax error", error)
    except Exception as error:  # noqa: BLE001  a template can raise anything: it is a program of the editor's
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
        place = frames[-1] if frames else None
        _broken(place and place.filename, place and place.lineno, str(error) or type(error).__name__, error)


class _Picker:
    """Chooses among wordings: by the seed, then in turn, so that one script does not repeat itself."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._times: Counter[tuple[str, ...]] = Counter()

    def pick(self, *variants: str) -> str:
        """One of the variants, of which there are two to six: seven would be the same every week."""
        choice = variants[(self._seed + self._times[variants]) % len(variants)]
        self._times[variants] += 1
        return choice


def _missing(name: str, known: Sequence[str], folders: Sequence[Path]) -> NoReturn:
    close = difflib.get_close_matches(name, known, n=1)
    hint = f", did you mean {close[0]}?" if close else ""
    raise ScriptError(
        f"There is no script template {name}{hint}",
        f"write {folders[0] / name}, or name another kind in [sections] of show.toml",
    )


def _broken(file: str | None, line: int | None, reason: str, error: Exception) -> NoReturn:
    place = f"{file}, line {line}" if file else "A script template"
    reason = " ".join(reason.split()).rstrip(".")
    raise ScriptError(f"{place}: {reason}", "correct the template") from error
