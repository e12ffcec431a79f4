"""`issuecast lexicon add`, `check`, `list`."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from issuecast.models import Script
    from issuecast.show import Show

_folder = click.option(
    "--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder."
)


@click.group()
def lexicon() -> None:
    """How names are said: lexicon.toml of the show, over the one that comes with issuecast."""


@lexicon.command()
@click.argument("name")
@click.option("--say", metavar="WORDS", help='A respelling, such as "cube control".')
@click.option("--letters", is_flag=True, help="Letter by letter.")
@click.option("--word", is_flag=True, help="As one word.")
@click.option(
    "--ipa", metavar="SOUNDS", help="Sounds, for engines that take them; with --say for the others."
)
@click.option("--case", is_flag=True, help="Only if it is written just so.")
@click.option("--role", metavar="ROLE", help="Only in the lines of a role.")
@_folder
def add(folder: Path, name: str, **given: str | bool | None) -> None:
    """Write into lexicon.toml how NAME is said; what is there of it is replaced."""
    from issuecast.show import load
    from issuecast.write.lexicon.edit import add_entry

    entry = {key: value for key, value in given.items() if value}
    if not entry.keys() & {"say", "letters", "word", "ipa"}:
        raise click.UsageError("Tell how it is said: --say, --letters, --word or --ipa.")
    show = load(folder)
    if given["role"]:
        show.role_named(str(given["role"]))
    file = add_entry(show.folder, name, entry)
    click.echo(f'{file}: {name}. Hear it with: issuecast say "{name}"', err=True)


@lexicon.command()
@click.argument("issue", type=click.Path(path_type=Path))
@_folder
def check(issue: Path, folder: Path) -> None:
    """List the names in the script of ISSUE that no rule and no entry knows how to say.

    The script beside the issue is looked at if there is one, else what the templates print. Each name comes
    with the beginning of the line that has it first.
    """
    from issuecast.show import load
    from issuecast.speak.casting import deaf_to_sounds
    from issuecast.write.lexicon import load_lexicon
    from issuecast.write.lexicon.unknown import by_sounds_only, unknown_names
    from issuecast.write.spoken import has_rules

    show = load(folder)
    script, names = _script(issue, show), load_lexicon(show.folder, show.language, show.roles)
    unknown = unknown_names(script, names, show.language)
    for name, line in unknown.items():
        click.echo(f"{name:24} {line.role}: {shorten(line.text, 60, placeholder=' …')}")
    if not has_rules(show.language):
        click.echo(
            f"Numbers and dates of {show.language} have no rules: voices read them in their own way.",
            err=True,
        )
    deaf = deaf_to_sounds(show)
    if deaf and (written := by_sounds_only(script, names)):
        told = f"Given by sounds only, so {' and '.join(deaf)} may say them in their own way"
        click.echo(f"{told}: {', '.join(written)}.", err=True)
    told = f"{len(unknown)} to look at. Teach one: issuecast lexicon add NAME --say WORDS"
    click.echo(told if unknown else "No name is unknown.", err=True)


def _script(issue: Path, show: Show) -> Script:
    from issuecast.read import read
    from issuecast.write.edited import ScriptFile
    from issuecast.write.script import write
    from issuecast.write.script_format import parse

    if edited := ScriptFile.beside(issue):
        return parse(edited.text, name=str(edited.path), roles=show.roles)
    return write(read(issue, show.reading), show)


@lexicon.command("list")
@_folder
def list_entries(folder: Path) -> None:
    """List every name that the show knows how to say."""
    from issuecast.show import load
    from issuecast.write.lexicon import load_lexicon

    show = load(folder)
    for entry in sorted(
        load_lexicon(show.folder, show.language, show.roles), key=lambda entry: entry.name.lower()
    ):
        sounds = f"  [{entry.ipa}]" if entry.ipa else ""
        limits = [*(["case"] if entry.case else []), *sorted(entry.roles)]
        click.echo(f"{entry.name:24} {entry.said}{sounds}{f'  ({chr(44).join(limits)})' if limits else ''}")
