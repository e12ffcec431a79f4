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
@click.option(
    "--samples",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Let each voice that is listed say a sentence, into a WAV file there.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, and nothing else, on stdout.")
@click.pass_context
def voices(  # noqa: PLR0913  an argument an option
    context: click.Context,
    folder: Path,
    engine: str | None,
    language: str,
    samples: Path | None,
    *,
    as_json: bool,
) -> None:
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
    found = rosters(show, [engine] if engine else engines.installed(), language)
    if engine and found[0].error:
        raise found[0].error
    parts = _parts(show)
    heard = _samples(show, found, parts, samples) if samples else {}
    if as_json:
        click.echo(json.dumps(_as_json(found, parts, heard), ensure_ascii=False, indent=2))
    else:
        for row in _rows(found, parts, heard):
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


def _listed(roster: Roster, parts: Mapping[str, list[str]]) -> tuple[Offered, ...]:
    """The voices with a line of their own: of a voice's variants (`en-us+anika`) those that play a role."""
    return tuple(
        voice for voice in roster.voices if "+" not in voice.name or f"{roster.engine}:{voice.name}" in parts
    )


def _samples(
    show: Show, found: Sequence[Roster], parts: Mapping[str, list[str]], folder: Path
) -> Mapping[str, Path]:
    """The file in which each voice that is listed is heard, by `engine:name`."""
    from dataclasses import replace

    from issuecast.cli.display import Display
    from issuecast.errors import VoiceError
    from issuecast.speak.auditions import MOST, audition

    wanted = [replace(roster, voices=_listed(roster, parts)) for roster in found]
    count = sum(len(roster.voices) for roster in wanted)
    if count > MOST:
        raise VoiceError(
            f"{count:,} voices are too many to be heard, {MOST} are not",
            "narrow them down with --engine and --language",
        )
    files: dict[str, Path] = {}
    with Display() as display:
        for roster in [roster for roster in wanted if roster.voices]:
            heard = audition(show, roster, folder, display.lines)
            files |= {f"{roster.engine}:{voice.name}": file for voice, file in heard.items()}
    return files


def _rows(
    found: Sequence[Roster], parts: Mapping[str, list[str]], heard: Mapping[str, Path]
) -> Iterator[str]:
    """A voice a line, then what cannot run here; a voice's many variants (`en-us+anika`) share a line."""
    for roster in found:
        for voice in _listed(roster, parts):
            name = f"{roster.engine}:{voice.name}"
            told = f"{name:<40}{voice.language:<12}{', '.join(parts.get(name, ()))}"
            yield (f"{told:<72}{heard[name]}" if name in heard else told).rstrip()
        variants = dict.fromkeys(voice.name.partition("+")[2] for voice in roster.voices if "+" in voice.name)
        if variants:
            example = f"{roster.voices[0].name}+NAME"
            yield f"  any of them also with a variant, as in {example}: {', '.join(variants)}"
        if roster.takes_any:
            yield f"{roster.engine}:… takes any name"
    yield from (f"{one.engine} cannot run here. {one.error}" for one in found if one.error)


def _as_json(
    found: Sequence[Roster], parts: Mapping[str, list[str]], heard: Mapping[str, Path]
) -> dict[str, Any]:
    def told(roster: Roster, voice: Offered) -> dict[str, Any]:
        name = f"{roster.engine}:{voice.name}"
        sample = {"sample": str(heard[name])} if name in heard else {}
        return {"voice": name, "language": voice.language or None, "cast": parts.get(name, []), **sample}

    return {
        "engines": [
            {
                "engine": roster.engine,
                "version": roster.version or None,
                "problem": roster.error.problem if roster.error else None,
                "way_out": roster.error.way_out if roster.error else None,
                "voices": [told(roster, voice) for voice in roster.voices],
            }
            for roster in found
        ]
    }
