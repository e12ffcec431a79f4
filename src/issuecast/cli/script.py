"""`issuecast script`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from issuecast.models import Script


@click.command()
@click.argument("issue", type=click.Path(path_type=Path))
@click.option(
    "--show", "show_folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the words that will be spoken.")
def script(issue: Path, show_folder: Path, *, as_json: bool) -> None:
    """Print the script of ISSUE, to read, or to edit before it is voiced.

    Saved as <issue>.script.md beside the issue, it is what `build` voices.
    """
    from issuecast.pipeline import write_script
    from issuecast.show import load
    from issuecast.write.script_format import render

    show = load(show_folder)
    written = write_script(issue, show)
    if as_json:
        click.echo(json.dumps(_as_json(written, show.language), ensure_ascii=False, indent=2))
    else:
        click.echo(render(written), nl=False)


def _as_json(script: Script, language: str) -> dict[str, Any]:
    from issuecast.write.spoken import spoken_text

    return {
        "title": script.title,
        "date": script.date.isoformat() if script.date else None,
        "chapters": [
            {
                "title": chapter.title,
                "lines": [
                    {
                        "role": line.role,
                        "text": line.text,
                        "spoken": spoken_text(line.text, language=language),
                    }
                    for line in chapter.lines
                ],
            }
            for chapter in script.chapters
        ],
    }
