"""Where piper's voices are: a model and its settings, `NAME.onnx` and `NAME.onnx.json`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from issuecast.errors import EngineUnavailable


def users_folder() -> Path:
    """For voices that all shows of a user share; it need not exist."""
    home = Path.home()
    own = home / ("Library/Application Support" if sys.platform == "darwin" else ".local/share")
    return Path(os.environ.get("XDG_DATA_HOME") or own) / "issuecast" / "voices"


def folders(show: Path) -> tuple[Path, ...]:
    """Where voices are looked for, in that order."""
    return (show / "voices", users_folder())


def models(show: Path) -> Mapping[str, Path]:
    """Each voice's model by its name, in alphabetical order; of two with one name, the first folder's."""
    found = [model for folder in reversed(folders(show)) for model in sorted(folder.glob("*.onnx"))]
    return dict(sorted((model.stem, model) for model in found if config_file(model).is_file()))


def config_file(model: Path) -> Path:
    """Where the settings of a model are."""
    return model.with_name(model.name + ".json")


def config_of(model: Path) -> Mapping[str, Any]:
    """The settings of a model.

    Raises:
        EngineUnavailable: they cannot be read.
    """
    file = config_file(model)
    try:
        config: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        int(config.get("num_speakers", 1))
    except (AttributeError, OSError, TypeError, ValueError) as error:
        raise EngineUnavailable(f"{file} cannot be read ({error})", reinstall(model.stem)) from error
    return config


def speakers_of(model: Path) -> Mapping[str, int]:
    """The speakers of a model by their names, or their numbers if they have none; {} if it has just one."""
    config = config_of(model)
    count = int(config.get("num_speakers", 1))
    named: Mapping[str, int] = config.get("speaker_id_map") or {
        str(number): number for number in range(count)
    }
    return named if count > 1 else {}


def reinstall(voice: str) -> str:
    """The way out if a voice is damaged."""
    return f"fetch it again with issuecast voices install piper:{voice}"
