"""`issuecast voices`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from issuecast.show import Show
    from issuecast.speak.roster import Offered, Roster


@click.group(invoke_without_command=True)
@click.option("--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder.")
@click.option("--engine", metavar="NAME", help="Only this engine's voices.")
@click.option(
    "--language", metavar="TAG", default="", help="Only voices for this language, such as de or en-GB."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, and nothing else, on stdout.")
@click.pass_context
def voices(context: click.Context, folder: Path, engine: str | None, language: str, *, as_json: bool) -> None:
    """List the voices that can speak here, as show.toml names them; whom the show casts is marked.

    Engines that cannot run here are listed with the reason.
    """
    from issuecast.show import load
    from issuecast.speak import engines
    from issuecast.speak.roster import rosters

    context.obj = folder
    if context.invoked_subcommand:
        return
    show = load(folder)
    found = rosters(show, [engine] if engine else engines.installed())
    if engine and found[0].error:
        raise found[0].error
    if as_json:
        click.echo(json.dumps(_as_json(found, language, _parts(show)), ensure_ascii=False, indent=2))
    else:
        for row in _rows(found, language, _parts(show)):
            click.echo(row)


@voices.command()
@click.argument("voice", metavar="ENGINE:NAME")
@click.pass_obj
def install(folder: Path, voice: str) -> None:
    """Fetch a voice, such as piper:en_US-lessac-medium, and show its licence."""
    from issuecast.errors import VoiceError
    from issuecast.show import load
    from issuecast.speak import engines

    show = load(folder)
    name, colon, wanted = voice.partition(":")
    if not colon or not wanted:
        raise click.UsageError("Name the voice as ENGINE:NAME, such as piper:en_US-lessac-medium.")
    engine = engines.find(name, show.engines.get(name), show.folder)
    fetch = getattr(engine, "install", None)
    if not fetch:
        raise VoiceError(
            f"The voices of {name} are not fetched", f"name one of them, see issuecast voices --engine {name}"
        )
    click.echo(fetch(wanted))
    click.echo(f"{voice} is there: name it in show.toml.")


def _parts(show: Show) -> Mapping[str, list[str]]:
    """What each voice plays: `{"edge:en-US-AndrewNeural": ["HOST in neural"]}`."""
    parts: dict[str, list[str]] = {}
    for cast, voice_of in show.casts.items():
        for role, voice in voice_of.items():
            parts.setdefault(str(voice), []).append(f"{role} in {cast}")
    return parts


def _rows(found: Sequence[Roster], language: str, parts: Mapping[str, list[str]]) -> Iterator[str]:
    """A voice a line, then what cannot run here; a voice's many variants (`en-us+anika`) share a line."""
    from issuecast.speak.roster import speaks

    for roster in found:
        offered = [voice for voice in roster.voices if speaks(voice, language)] if language else roster.voices
        variants = dict[str, None]()
        for voice in offered:
            name, variant = f"{roster.engine}:{voice.name}", voice.name.partition("+")[2]
            if not variant or name in parts:
                yield f"{name:<40}{voice.language:<12}{', '.join(parts.get(name, ()))}".rstrip()
            if variant:
                variants[variant] = None
        if variants:
            yield f"  any of them also with a variant, as in {offered[0].name}+NAME: {', '.join(variants)}"
        if not roster.voices and not roster.error:
            yield f"{roster.engine}:… takes any name"
    yield from (f"{one.engine} cannot run here. {one.error}" for one in found if one.error)


def _as_json(found: Sequence[Roster], language: str, parts: Mapping[str, list[str]]) -> dict[str, Any]:
    from issuecast.speak.roster import speaks

    def told(roster: Roster, voice: Offered) -> dict[str, Any]:
        name = f"{roster.engine}:{voice.name}"
        return {"voice": name, "language": voice.language or None, "cast": parts.get(name, [])}

    return {
        "engines": [
            {
                "engine": roster.engine,
                "version": roster.version or None,
                "problem": roster.error.problem if roster.error else None,
                "way_out": roster.error.way_out if roster.error else None,
                "voices": [
                    told(roster, voice) for voice in roster.voices if not language or speaks(voice, language)
                ],
            }
            for roster in found
        ]
    }
