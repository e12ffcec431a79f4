"""`issuecast script`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from issuecast.errors import ScriptError

if TYPE_CHECKING:
    from issuecast.desk import Commission
    from issuecast.models import Script
    from issuecast.show import Show
    from issuecast.write.edited import ScriptFile


@click.command()
@click.argument("issue", type=click.Path(path_type=Path))
@click.option(
    "--show", "show_folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder."
)
@click.option("--write", "saving", flag_value="write", help="Save it as <issue>.script.md, to be edited.")
@click.option(
    "--merge", "saving", flag_value="merge", help="Carry the issue's changes over into an edited one."
)
@click.option("--force", is_flag=True, help="With --write: overwrite it even if it was edited.")
@click.option("--explain", is_flag=True, help="Tell what becomes of each sentence of the issue.")
@click.option("--edition", metavar="NAME", default="full", help="One of the show's editions, such as brief.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with the words that will be spoken.")
def script(  # noqa: PLR0913  an argument an option
    *,
    issue: Path,
    show_folder: Path,
    saving: str | None,
    edition: str,
    force: bool,
    explain: bool,
    as_json: bool,
) -> None:
    """Print the script of ISSUE, to read, or save it, to edit before it is voiced.

    A script beside the issue, <issue>.script.md, is what `build` voices. Once it was edited, it is
    overwritten only if you say so.
    """
    from issuecast.desk import Commission
    from issuecast.show import load

    if force and saving != "write":
        raise click.UsageError("--force goes with --write.")
    if explain and (saving or as_json):
        raise click.UsageError("--explain stands alone.")
    order = Commission.of(issue, load(show_folder), edition)
    if explain:
        _explain(order)
    elif saving:
        _save(order, merging=saving == "merge", force=force, as_json=as_json)
    else:
        _print(order, as_json=as_json)


def _explain(order: Commission) -> None:
    from issuecast.cli.explanation import explanation
    from issuecast.desk import account_of

    click.echo("\n".join(explanation(account_of(order), order.content.place)))


def _save(order: Commission, *, merging: bool, force: bool, as_json: bool) -> None:
    from issuecast.desk import merge_script, save_script
    from issuecast.write.script_format import parse

    saved = merge_script(order) if merging else save_script(order, force=force)
    _refuse_conflicts(saved)
    script = parse(saved.text, name=str(saved.path), roles=order.show.roles)
    if as_json:
        click.echo(_json(script, order.show))
    else:
        click.echo(
            f"{saved.path}: {_length(script)} Edit it, then run issuecast build {order.arguments}.", err=True
        )


def _print(order: Commission, *, as_json: bool) -> None:
    from issuecast.write.script_format import render

    script = order.written.script
    if as_json:
        click.echo(_json(script, order.show))
        return
    click.echo(render(script), nl=False)
    click.echo(_length(script).capitalize(), err=True)
    if there := order.edited:
        click.echo(f"Beside the issue is {there.path}, and that is what build voices.", err=True)


def _refuse_conflicts(saved: ScriptFile) -> None:
    if saved.conflicts:
        places = ", ".join(map(str, saved.conflicts))
        raise ScriptError(
            f"In {saved.path} your edits and the changes of the issue meet (line {places})",
            "keep one side of each, take the marks out, then build",
        )


def _length(script: Script) -> str:
    from issuecast.write.length import WORDS_PER_MINUTE, about, estimated_ms

    chapters = len(script.chapters)
    return (
        f"about {about(estimated_ms(script))} at {WORDS_PER_MINUTE} words a minute, "
        f"{chapters} {'chapter' if chapters == 1 else 'chapters'}."
    )


def _json(script: Script, show: Show) -> str:
    return json.dumps(_as_json(script, show), ensure_ascii=False, indent=2)


def _as_json(script: Script, show: Show) -> dict[str, Any]:
    from issuecast.write.length import estimated_ms
    from issuecast.write.lexicon import load_lexicon
    from issuecast.write.spoken import spoken_text

    lexicon = load_lexicon(show.folder, show.language, show.roles)
    return {
        "title": script.title,
        "date": script.date.isoformat() if script.date else None,
        "estimated_ms": estimated_ms(script),
        "chapters": [
            {
                "title": chapter.title,
                "lines": [
                    {
                        "role": line.role,
                        "text": line.text,
                        "spoken": spoken_text(
                            line.text, language=show.language, lexicon=lexicon.for_role(line.role)
                        ),
                    }
                    for line in chapter.lines
                ],
            }
            for chapter in script.chapters
        ],
    }
