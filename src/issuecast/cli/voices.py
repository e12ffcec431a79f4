"""`issuecast voices`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from issuecast.errors import IssuecastError
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
    """List the show's casts and the engines, and tell what can speak here.

    What cannot is told with the reason and the way out. With --engine, --language or --samples the voices are
    listed, as show.toml names them; those whom the show casts come first.
    """
    from issuecast.cli.voice_list import listing, overview
    from issuecast.show import load
    from issuecast.speak import engines
    from issuecast.speak.roster import rosters

    context.obj = folder
    if context.invoked_subcommand:
        return
    show = load(folder)
    narrowed = bool(engine or language or samples)
    named = () if narrowed else (voice.engine for cast in show.casts.values() for voice in cast.values())
    every = tuple(dict.fromkeys((*engines.installed(), *named)))
    found = rosters(show, [engine] if engine else every, language)
    if engine and found[0].error:
        raise found[0].error
    parts = _parts(show)
    heard = _samples(show, found, parts, samples) if samples else {}
    if as_json:
        casts = {} if narrowed else {"casts": _casts(show, found)}
        told = casts | {"engines": [_engine(roster, parts, heard) for roster in found]}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    able_first = sorted(found, key=lambda roster: roster.error is not None)
    for row in listing(able_first, parts, heard) if narrowed else overview(show, able_first):
        click.echo(row)


@voices.command()
@click.argument("voice", metavar="ENGINE:NAME")
@click.pass_obj
def install(folder: Path, voice: str) -> None:
    """Fetch a voice, such as piper:en_US-lessac-medium, and show its licence."""
    from issuecast.cli.display import Display
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
    with Display() as display:
        card = fetch(wanted, display.fetched)
    click.echo(card)
    click.echo(f"{voice} is there: name it in show.toml.")


def _parts(show: Show) -> Mapping[str, list[str]]:
    """What each voice plays: `{"edge:en-US-AndrewNeural": ["HOST in neural"]}`."""
    parts: dict[str, list[str]] = {}
    for cast, voice_of in show.casts.items():
        for role, voice in voice_of.items():
            parts.setdefault(str(voice), []).append(f"{role} in {cast}")
    return parts


def _samples(
    show: Show, found: Sequence[Roster], parts: Mapping[str, list[str]], folder: Path
) -> Mapping[str, Path]:
    """The file in which each voice that is listed is heard, by `engine:name`."""
    from dataclasses import replace

    from issuecast.cli.display import Display
    from issuecast.cli.voice_list import listed
    from issuecast.errors import VoiceError
    from issuecast.speak.auditions import MOST, audition

    wanted = [replace(roster, voices=listed(roster, parts)) for roster in found]
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


def _casts(show: Show, found: Sequence[Roster]) -> list[dict[str, Any]]:
    from issuecast.speak.roster import troubles

    return [
        {
            "cast": cast,
            "roles": [
                {"role": role, "voice": str(voice), **_trouble(problems.get(role))}
                for role, voice in voices.items()
            ],
        }
        for cast, voices in show.casts.items()
        for problems in [troubles(voices, found)]
    ]


def _engine(roster: Roster, parts: Mapping[str, list[str]], heard: Mapping[str, Path]) -> dict[str, Any]:
    def told(voice: Offered) -> dict[str, Any]:
        name = f"{roster.engine}:{voice.name}"
        sample = {"sample": str(heard[name])} if name in heard else {}
        return {"voice": name, "language": voice.language or None, "cast": parts.get(name, []), **sample}

    return {
        "engine": roster.engine,
        "version": roster.version or None,
        **_trouble(roster.error),
        "voices": [told(voice) for voice in roster.voices],
    }


def _trouble(error: IssuecastError | None) -> dict[str, str | None]:
    return {"problem": error.problem if error else None, "way_out": error.way_out if error else None}
