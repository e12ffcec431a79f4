"""`issuecast say`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from issuecast.errors import VoiceError, did_you_mean

if TYPE_CHECKING:
    from issuecast.show import Show


NAMED = ""
"""The cast of a voice that was named itself: show.toml cannot have it."""


@click.command()
@click.argument("sentence")
@click.option("--role", metavar="ROLE", help="Who says it; without it the first role of the show.")
@click.option("--cast", metavar="NAME", help="From which cast, of those in show.toml.")
@click.option("--voice", metavar="ENGINE:NAME", help="In a voice that need not be in the show's casts.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("say.wav"),
    help="Where the sound goes; say.wav without it.",
)
@click.option("--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder.")
def say(  # noqa: PLR0913  the command's options
    sentence: str, *, role: str | None, cast: str | None, voice: str | None, out: Path, folder: Path
) -> None:
    """Say SENTENCE in a voice of the show, as a build would, into a WAV file.

    Prints the words that the voice got: what sounds wrong is mended with `issuecast lexicon add`.
    """
    from issuecast.models import Chapter, Line, Script, VoicedLine
    from issuecast.show import load
    from issuecast.speak import perform, wav
    from issuecast.write.lexicon import load_lexicon
    from issuecast.write.spoken import spoken_text

    show = load(folder)
    role = _role(role, show)
    names = load_lexicon(show.folder, show.language, show.roles).for_role(role)
    spoken = spoken_text(sentence, language=show.language, lexicon=names)
    if not any(map(str.isalnum, spoken)):
        raise VoiceError(f"There is nothing to say in {sentence!r}", "give a sentence with words in it")
    if voice:
        show, cast = _cast_as(voice, role, cast, show)
    wav.check(out)
    # What is spoken is said as it is, whether or not the voices' own way to it knows the lexicon.
    script = Script(show.title, (Chapter("Audition", (Line(role, spoken),)),))
    performance = perform(
        script, show, cast=cast, notify=lambda told: click.echo(told, err=True), on_line=lambda *_: None
    )
    (take,) = [cue.take for cue in performance.chapters[0].cues if isinstance(cue, VoicedLine)]
    wav.save(take, out)
    click.echo(spoken)
    seconds = take.duration_ms / 1000
    click.echo(f"{out}: {seconds:.1f} s of {role}, {performance.cast.voices[role]}.", err=True)


def _cast_as(voice: str, role: str, cast: str | None, show: Show) -> tuple[Show, str]:
    """The show with one more cast, of this voice alone, and that cast's name."""
    from issuecast.models import Voice

    if cast is not None:
        raise click.UsageError("A voice is of a cast or named itself: leave out --cast or --voice.")
    engine, _, name = voice.partition(":")
    if not engine or not name:
        raise click.UsageError("Name the voice as ENGINE:NAME, such as edge:en-US-AndrewNeural.")
    return show.model_copy(update={"casts": {**show.casts, NAMED: {role: Voice(engine, name)}}}), NAMED


def _role(role: str | None, show: Show) -> str:
    known = tuple(show.roles)
    if role is None:
        return known[0]
    if role not in known:
        raise VoiceError(
            f"The show has no role {role!r}{did_you_mean(role, known)}", f"use one of {', '.join(known)}"
        )
    return role
