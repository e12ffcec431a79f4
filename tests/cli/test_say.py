"""`issuecast say`: a sentence in a voice of the show."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import SETTINGS
from issuecast.cli import cli
from issuecast.errors import VoiceError


@pytest.fixture
def show(tmp_path: Path) -> Path:
    (tmp_path / "show.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "lexicon.toml").write_text(
        '[names]\nquayctl = "key control"\nTern = { say = "turn", role = "ANALYST" }\n', encoding="utf-8"
    )
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["say", *map(str, arguments)], catch_exceptions=False)


def test_a_sentence_is_said_into_a_file(show: Path) -> None:
    """The words that the voice got are printed, and the sound is a WAV file of mono PCM."""
    out = show / "heard.wav"
    done = run("quayctl of Tern rose 5%", "--show", show, "--out", out)
    assert done.stdout == "key control of Tern rose five percent\n"
    with wave.open(str(out)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        seconds = sound.getnframes() / sound.getframerate()
    assert done.stderr == f"{out}: {seconds:.1f} s of HOST, silent:low.\n"


def test_a_role_has_its_own_voice_and_names(show: Path) -> None:
    """Another role is another voice, and may say a name in its own way."""
    done = run("Tern", "--show", show, "--role", "ANALYST", "--out", show / "x.wav")
    assert done.stdout == "turn\n"
    assert done.stderr.endswith("of ANALYST, silent:high.\n")


@pytest.mark.parametrize("sentence", ["", "…"])
def test_nothing_to_say_is_told(show: Path, sentence: str) -> None:
    """Silence is not passed off as a voice."""
    with pytest.raises(VoiceError) as caught:
        run(sentence, "--show", show, "--out", show / "x.wav")
    assert str(caught.value) == f"There is nothing to say in {sentence!r}: give a sentence with words in it."
    assert not (show / "x.wav").exists()


def test_an_unknown_role_is_told(show: Path) -> None:
    """The roles that there are are named, and nothing is written."""
    with pytest.raises(VoiceError) as caught:
        run("Tern", "--show", show, "--role", "HORST", "--out", show / "x.wav")
    assert (
        str(caught.value) == "The show has no role 'HORST', did you mean 'HOST'?: use one of HOST, ANALYST."
    )
    assert not (show / "x.wav").exists()


def test_a_file_that_cannot_be_written_is_told(show: Path) -> None:
    """The sentence says which, and what to do, before a voice is asked, which may cost time or money."""
    out = show / "nowhere" / "x.wav"
    with pytest.raises(VoiceError) as caught:
        run("Tern", "--show", show, "--voice", "whistle:low", "--out", out)
    assert str(caught.value) == f"{out} cannot be written (No such file or directory): name another place."


def test_a_voice_outside_the_casts_can_be_tried(show: Path) -> None:
    """Whoever looks for a voice need not cast it first; it says names as its role does."""
    out = show / "x.wav"
    done = run("Tern", "--show", show, "--voice", "espeak:en-us+f4", "--role", "ANALYST", "--out", out)
    assert done.stdout == "turn\n"
    assert done.stderr.endswith(" s of ANALYST, espeak:en-us+f4.\n")
    assert out.stat().st_size > 10_000
    assert {file.name for file in show.iterdir() if file.is_file()} == {"show.toml", "lexicon.toml", "x.wav"}


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        (
            "espeak:en-uss",
            "espeak has no voice 'en-uss', did you mean 'en-us'?: name another voice, such as espeak:en.",
        ),
        (
            "espeak:en-us+f2",
            (
                "the variant f2 breathes noise, which differs from one build to the next: "
                "name another voice, such as espeak:en."
            ),
        ),
    ],
)
def test_a_voice_that_is_none_is_told(show: Path, voice: str, told: str) -> None:
    """Not as a mistake of show.toml, where it is not."""
    with pytest.raises(VoiceError) as caught:
        run("Tern", "--show", show, "--voice", voice, "--out", show / "x.wav")
    assert str(caught.value) == told


@pytest.mark.parametrize("wrong", [("--voice", "low"), ("--voice", "silent:low", "--cast", "draft")])
def test_a_voice_is_named_in_one_way(show: Path, wrong: tuple[str, ...]) -> None:
    """By its engine and name, or by a cast."""
    done = run("Tern", "--show", show, *wrong, "--out", show / "x.wav")
    assert done.exit_code == 2
    assert not (show / "x.wav").exists()
