from __future__ import annotations

import re
import socket
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import edge_tts.communicate
import edge_tts.constants
import pytest

from issuecast.errors import EngineUnavailable, SettingsError, VoiceError
from issuecast.models import Chapter, Line, Music, Pause, Recording, Script, Sting, Voice, VoicedLine
from issuecast.show import Role, Show
from issuecast.speak import Tally, engines, patience, perform
from issuecast.speak.espeak.engine import EspeakEngine
from issuecast.speak.studio import UNSPEAKABLE

from . import edge_service, tiny_voice
from .edge_service import EdgeService

SCRIPT = Script(
    "The compute moat",
    (
        Chapter("Cold open", (Music("intro"), Line("HOST", "Hey friend."), Line("HOST", "It costs $11B."))),
        Chapter(
            "The moat", (Sting(), Line("ANALYST", "Energy decides."), Pause(600), Line("HOST", "Hey friend."))
        ),
    ),
)


class Listener:
    """Keeps what a performance tells."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.lines: list[tuple[int, int]] = []
        self.tallies: list[Tally] = []

    def on_line(self, done: int, total: int, left_ms: int | None) -> None:
        self.lines.append((done, total))


DRAFTED = Show(understudies=("draft",))
"""The starter show, where no flite is installed."""


def show(casts: dict[str, dict[str, Voice]], cast: str, *understudies: str) -> Show:
    return Show(casts=casts, cast=cast, understudies=understudies)


def both(voice: str) -> dict[str, Voice]:
    engine, name = voice.split(":")
    return {"HOST": Voice(engine, name), "ANALYST": Voice(engine, name)}


def takes(
    script: Script, settings: Show, cast: str | None = None, listener: Listener | None = None
) -> list[Recording]:
    heard = listener or Listener()
    performance = perform(
        script,
        settings,
        cast=cast,
        notify=heard.notices.append,
        on_line=heard.on_line,
        on_tally=heard.tallies.append,
    )
    return [
        cue.take for chapter in performance.chapters for cue in chapter.cues if isinstance(cue, VoicedLine)
    ]


def test_a_script_is_performed_cue_by_cue() -> None:
    """Lines come back with their takes and pairs, everything else as it was, in the same order."""
    listener = Listener()
    performance = perform(
        SCRIPT, Show(), cast="draft", notify=listener.notices.append, on_line=listener.on_line
    )
    assert performance.cast == Show().cast_named("draft")
    assert [chapter.title for chapter in performance.chapters] == ["Cold open", "The moat"]
    opening, moat = performance.chapters
    assert opening.cues[0] == Music("intro")
    assert (moat.cues[0], moat.cues[2]) == (Sting(), Pause(600))
    voiced = [cue for chapter in performance.chapters for cue in chapter.cues if isinstance(cue, VoicedLine)]
    assert [cue.line for cue in voiced] == [line for chapter in SCRIPT.chapters for line in chapter.lines]
    assert ["".join(pair.written for pair in cue.spoken) for cue in voiced] == [
        cue.line.text for cue in voiced
    ]
    assert voiced[0].take == voiced[3].take
    assert all(cue.take.duration_ms > 300 for cue in voiced)
    assert listener.lines[-1] == (4, 4)
    assert [done for done, _ in listener.lines] == sorted(done for done, _ in listener.lines)
    assert listener.notices == []


def test_the_engine_gets_words_not_signs() -> None:
    """What is said is the spoken form: money is words, and takes their time."""
    silent = show({"quiet": both("silent:any")}, "quiet")
    assert takes(SCRIPT, silent)[1].words[-1].text == "dollars."


def test_the_service_is_used_where_it_is(service: EdgeService) -> None:
    """The starter's own cast speaks when its service answers, and nobody is told anything."""
    listener = Listener()
    performance = perform(SCRIPT, Show(), notify=listener.notices.append, on_line=listener.on_line)
    assert performance.cast.name == "neural"
    assert listener.notices == []
    assert sorted(service.texts) == ["Energy decides.", "Hey friend.", "It costs eleven billion dollars."]


def test_an_understudy_takes_over_where_the_service_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offline, the draft cast speaks the whole script, and one sentence says so."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        host = f"127.0.0.1:{server.getsockname()[1]}"
    monkeypatch.setattr(edge_tts.constants, "VOICE_LIST", f"http://{host}/voices/list?token=x")
    listener = Listener()
    assert takes(SCRIPT, DRAFTED, listener=listener) == takes(SCRIPT, Show(), "draft")
    (notice,) = listener.notices
    assert notice == (
        f"The cast neural cannot run here (edge has no connection to {host} (Connection refused)): "
        "the draft cast speaks."
    )


def test_an_understudy_voices_the_whole_episode(
    service: EdgeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service that gives up half-way leaves not one take: a cast never changes within an episode."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.1)
    service.plan.append("")
    service.otherwise = lambda: "503"
    listener = Listener()
    assert takes(SCRIPT, DRAFTED, listener=listener) == takes(SCRIPT, Show(), "draft")
    (notice,) = listener.notices
    assert re.fullmatch(
        r"The cast neural cannot run here \(edge failed (?:once|(\d+) times) to say “.*” "
        r"\((?(1)\1 × )it answered HTTP 503\)\): the draft cast speaks\.",
        notice,
    )


def test_a_cast_that_was_asked_for_is_used_or_fails(service: EdgeService) -> None:
    """Who names a cast gets that cast, or its error."""
    service.list_plan.append("404")
    listener = Listener()
    with pytest.raises(EngineUnavailable) as caught:
        takes(SCRIPT, Show(), "neural", listener)
    assert str(caught.value) == (
        f"127.0.0.1:{service.port} refuses edge (HTTP 404): "
        "check the connection and HTTPS_PROXY, or name another cast with --cast."
    )
    assert listener.notices == []


def test_when_nobody_can_speak_all_reasons_are_told(service: EdgeService) -> None:
    """Without an understudy that can, the error names every cast and why."""
    service.list_plan.extend(["404", "410"])
    casts = {"first": both("edge:en-US-AndrewNeural"), "second": both("edge:en-US-AndrewNeural")}
    with pytest.raises(EngineUnavailable) as caught:
        takes(SCRIPT, show(casts, "first", "second"))
    host = f"127.0.0.1:{service.port}"
    assert str(caught.value) == (
        f"No cast of the show can run here (first: {host} refuses edge (HTTP 404); "
        f"second: {host} refuses edge (HTTP 410)): "
        "check the connection and HTTPS_PROXY, or name another cast with --cast."
    )


@pytest.mark.parametrize(
    ("voice", "problem", "way_out"),
    [
        (
            "espeek:en-us",
            "There is no voice engine 'espeek', did you mean 'espeak'?",
            f"use one of {', '.join(engines.installed())}, or install the package that brings it",
        ),
        (
            "espeak:en-uss",
            "casts.own.HOST: espeak has no voice 'en-uss', did you mean 'en-us'?",
            "name another voice in show.toml, such as espeak:en",
        ),
        (
            "espeak:en-us+f2",
            "casts.own.HOST: the variant f2 breathes noise, which differs from one build to the next",
            "name another voice in show.toml, such as espeak:en",
        ),
    ],
)
def test_what_does_not_exist_is_an_error_that_no_understudy_hides(
    voice: str, problem: str, way_out: str
) -> None:
    """An unknown engine or voice fails, with the likeliest one, whoever could stand in."""
    with pytest.raises(VoiceError) as caught:
        takes(SCRIPT, show({"own": both(voice)}, "own", "draft"))
    assert caught.type is VoiceError
    assert (caught.value.problem, caught.value.way_out) == (problem, way_out)


def test_an_unknown_voice_of_the_service_is_told(service: EdgeService) -> None:
    """The service's list is what its voices are compared with."""
    with pytest.raises(VoiceError) as caught:
        takes(SCRIPT, show({"own": both("edge:en-US-AndreNeural")}, "own", "draft"))
    assert str(caught.value) == (
        "casts.own.HOST: edge has no voice 'en-US-AndreNeural', did you mean 'en-US-AndrewNeural'?: "
        "name another voice in show.toml, such as edge:en-US-AndrewNeural."
    )


@pytest.mark.parametrize("voice", ["en-US-GuyNeural", "en-US-SteffanNeural", "fr-FR-DeniseNeural"])
def test_an_understudy_takes_over_from_a_voice_that_was_withdrawn(service: EdgeService, voice: str) -> None:
    """A voice that its service does not have, and that is no slip of the pen, costs no episode."""
    listener = Listener()
    settings = show({"own": both(f"edge:{voice}")}, "own", "draft")
    assert takes(SCRIPT, settings, listener=listener) == takes(SCRIPT, Show(), "draft")
    (notice,) = listener.notices
    assert notice.startswith(f"The cast own cannot run here (casts.own.HOST: edge has no voice '{voice}'")
    assert notice.endswith("): the draft cast speaks.")
    assert service.texts == []


def test_a_voice_that_spoke_before_is_no_slip_of_the_pen(
    service: EdgeService, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though another has nearly its name, a voice whose takes are kept was withdrawn."""
    settings = Show(
        folder=tmp_path,
        casts={"own": both("edge:en-US-AndrowNeural"), "draft": both("espeak:en-us")},
        cast="own",
        understudies=("draft",),
    )
    monkeypatch.setattr(edge_service, "VOICES", ("en-US-AndrowNeural", *edge_service.VOICES))
    takes(SCRIPT, settings)
    monkeypatch.undo()
    monkeypatch.setattr(edge_tts.constants, "VOICE_LIST", service.voice_list)
    listener = Listener()
    again = Script("x", (Chapter("Open", (Line("HOST", "Something new."),)),))
    takes(again, settings, listener=listener)
    (notice,) = listener.notices
    assert notice == (
        "The cast own cannot run here (casts.own.HOST: edge has no voice 'en-US-AndrowNeural' any more): "
        "the draft cast speaks."
    )


def test_an_understudy_takes_over_from_a_voice_that_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A voice whose files are missing has no takes to be looked for, and costs no episode."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    listener = Listener()
    casts = {"own": both("piper:en_US-none-medium")}
    settings = Show(folder=tmp_path, casts=casts, cast="own", understudies=("draft",))
    assert takes(SCRIPT, settings, listener=listener) == takes(SCRIPT, Show(), "draft")
    (notice,) = listener.notices
    assert notice.startswith("The cast own cannot run here (piper has no voice in ")


def test_an_understudy_takes_over_where_piper_is_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cast of the extra that nobody installed costs no episode, though its voice's files are here."""

    def missing(package: str) -> str:
        raise PackageNotFoundError(package)

    tiny_voice.make(tmp_path / "voices", "en_US-hum-low")
    monkeypatch.setitem(sys.modules, "piper", None)
    monkeypatch.setattr("issuecast.speak.piper.engine.version", missing)
    listener = Listener()
    casts = {"own": both("piper:en_US-hum-low")}
    settings = Show(folder=tmp_path, casts=casts, cast="own", understudies=("draft",))
    assert takes(SCRIPT, settings, listener=listener) == takes(SCRIPT, Show(), "draft")
    assert listener.notices == [
        "The cast own cannot run here (piper-tts is not installed): the draft cast speaks."
    ]


@pytest.mark.parametrize(
    ("voice", "problem"),
    [
        ("en_US-none-medium", "casts.stand-in.HOST: piper has no voice 'en_US-none-medium'"),
        ("de_DE-none-medium", "its voice piper:de_DE-none-medium is not for en-US"),
    ],
)
def test_an_understudy_whose_voice_is_not_installed_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voice: str, problem: str
) -> None:
    """It is told like one that cannot run, also for the language that its name tells, and the next speaks."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    tiny_voice.make(tmp_path / "voices", "en_US-hum-low")
    casts = {"own": both("piper:fr_FR-none-low"), "stand-in": both(f"piper:{voice}")}
    settings = Show(folder=tmp_path, casts=casts, cast="own", understudies=("stand-in", "draft"))
    listener = Listener()
    assert takes(SCRIPT, settings, listener=listener) == takes(SCRIPT, Show(), "draft")
    own = "casts.own.HOST: piper has no voice 'fr_FR-none-low'"
    assert listener.notices == [
        f"The cast own cannot run here ({own}): the stand-in cast speaks.",
        f"The cast stand-in cannot run here ({problem}): the draft cast speaks.",
    ]


@pytest.mark.parametrize(
    "slip",
    ["en-US-Andrew", "en-us-andrewneural", "en-US-AndrewNeurall", "en-US-AndrwNeural", "en-US-AnrdewNeural"],
)
def test_a_slip_of_the_pen_is_told(service: EdgeService, slip: str) -> None:
    """A letter too many, too few, swapped, another case, a missing end: no understudy hides it."""
    with pytest.raises(VoiceError) as caught:
        takes(SCRIPT, show({"own": both(f"edge:{slip}")}, "own", "draft"))
    assert caught.type is VoiceError
    assert caught.value.problem.startswith(f"casts.own.HOST: edge has no voice '{slip}'")
    assert service.texts == []


def test_a_role_that_nobody_speaks_is_told() -> None:
    """A role of the script that the cast lacks is named, with the likeliest."""
    script = Script("x", (Chapter("Open", (Line("ANALIST", "Energy decides."),)),))
    with pytest.raises(VoiceError) as caught:
        takes(script, Show(), "draft")
    assert str(caught.value) == (
        "The cast draft has no voice for the role ANALIST, did you mean 'ANALYST'?: "
        "correct the role in the script, or add ANALIST to [casts.draft] in show.toml."
    )


def test_an_unknown_cast_is_a_wrong_setting() -> None:
    """Settings answer for casts."""
    with pytest.raises(SettingsError, match="The show has no cast 'drafft', did you mean 'draft'"):
        takes(SCRIPT, Show(), "drafft")


def test_a_role_speaks_in_its_own_way() -> None:
    """Two roles with one voice differ by the rate and the pitch that the show gives them."""
    roles = {"HOST": Role(), "ANALYST": Role(rate=20, pitch=-10)}
    settings = Show(casts={"own": both("espeak:en-us")}, cast="own", understudies=(), roles=roles)
    script = Script("x", (Chapter("Open", (Line("HOST", "Hello."), Line("ANALYST", "Hello."))),))
    host, analyst = takes(script, settings)
    assert analyst.duration_ms < 0.9 * host.duration_ms


def test_takes_are_kept_with_the_show(tmp_path: Path) -> None:
    """A second performance has the same takes, and asks the engine for none."""
    settings, listener = Show(folder=tmp_path), Listener()
    first = takes(SCRIPT, settings, "draft", listener)
    assert takes(SCRIPT, settings, "draft", listener) == first
    (began,), (again,) = (tally.engines for tally in listener.tallies)
    assert (began.cast, began.engine, began.version) == ("draft", "espeak", EspeakEngine().version)
    assert (began.requests, began.retries, began.cached, began.characters) == (3, 0, 0, 58)
    assert (again.requests, again.retries, again.cached, again.characters) == (0, 0, 3, 0)
    assert began.sound_ms == again.sound_ms == sum(take.duration_ms for take in first[:3])


def test_a_show_without_a_folder_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings made in a program leave nothing where the program happens to run."""
    monkeypatch.chdir(tmp_path)
    takes(SCRIPT, Show(), "draft")
    assert list(tmp_path.iterdir()) == []


def test_takes_that_cannot_be_kept_are_told(tmp_path: Path) -> None:
    """Where the show's folder cannot be written, the episode is voiced, and a sentence says what it costs."""
    (tmp_path / ".issuecast").write_text("in the way")
    listener = Listener()
    takes(SCRIPT, Show(folder=tmp_path), "draft", listener)
    (notice,) = listener.notices
    assert notice == (
        f"Takes cannot be kept ({tmp_path}/.issuecast/cache/takes cannot be written (Not a directory)): "
        "the next build will voice everything again."
    )


def test_what_a_cast_took_is_told_even_if_it_gave_up(
    service: EdgeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tally has the cast that failed, with what happened, before the one that spoke."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.0)
    service.otherwise = lambda: "503"
    listener = Listener()
    takes(SCRIPT, DRAFTED, listener=listener)
    ((edge, espeak),) = (tally.engines for tally in listener.tallies)
    assert (edge.cast, edge.engine, edge.sound_ms) == ("neural", "edge", 0)
    assert edge.version.startswith("edge-tts ")
    assert set(edge.faults) == {"it answered HTTP 503"}
    assert (espeak.cast, espeak.requests, espeak.faults) == ("draft", 3, {})


def test_a_failed_performance_tells_what_it_took(
    service: EdgeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the error comes the tally."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.0)
    service.otherwise = lambda: "503"
    listener = Listener()
    with pytest.raises(EngineUnavailable):
        takes(SCRIPT, Show(), "neural", listener)
    ((edge,),) = (tally.engines for tally in listener.tallies)
    assert edge.requests >= 1


def test_settings_that_an_engine_does_not_know_are_refused() -> None:
    """A table of show.toml that nobody reads is a mistake, before a word is spoken."""
    settings = Show(engines={"espeak": {"pitch": 3}})
    with pytest.raises(SettingsError) as caught:
        takes(SCRIPT, settings, "draft")
    assert str(caught.value) == "show.toml: there is no setting 'engines.espeak.pitch': leave it out."


def test_settings_of_an_engine_that_does_not_speak_are_refused_too() -> None:
    """An understudy's table is not found out in the night in which it stands in."""
    with pytest.raises(SettingsError) as caught:
        takes(SCRIPT, Show(engines={"edge": {"concurrency": 0}}), "draft")
    assert str(caught.value) == (
        "show.toml: engines.edge.concurrency must be a whole number from 1 to 32: correct it."
    )


def test_a_line_of_punctuation_is_a_short_silence() -> None:
    """Nobody is asked to say three dots."""
    script = Script("x", (Chapter("Open", (Line("HOST", "…"),)),))
    assert takes(script, Show(), "draft") == [UNSPEAKABLE]


def test_an_episode_whose_takes_are_kept_needs_no_service(service: EdgeService, tmp_path: Path) -> None:
    """The cast that spoke it speaks again, whatever became of its service."""
    kept = Show(folder=tmp_path)
    first = takes(SCRIPT, kept, "neural")
    service.list_plan.extend(["404"] * 9)
    service.otherwise = lambda: "500"
    listener = Listener()
    again = takes(SCRIPT, kept, None, listener)
    assert [take.pcm for take in again] == [take.pcm for take in first]
    assert listener.notices == []


def test_a_damaged_take_calls_its_engine_first(service: EdgeService, tmp_path: Path) -> None:
    """An understudy takes over at once: a take that only seemed to be kept is not asked for in vain."""
    kept = Show(folder=tmp_path, understudies=("draft",))
    takes(SCRIPT, kept, "neural")
    file = next((tmp_path / ".issuecast/cache/takes").glob("*/*.kept"))
    file.write_bytes(file.read_bytes()[:2000])
    service.list_plan.append("404")
    asked, listener = len(service.texts), Listener()
    assert takes(SCRIPT, kept, None, listener) == takes(SCRIPT, Show(), "draft")
    (notice,) = listener.notices
    assert notice == (
        f"The cast neural cannot run here (127.0.0.1:{service.port} refuses edge (HTTP 404)): "
        "the draft cast speaks."
    )
    assert len(service.texts) == asked


def test_a_long_line_whose_pieces_are_kept_needs_no_service(service: EdgeService, tmp_path: Path) -> None:
    """What was cut for the service is looked for as it was cut."""
    kept = Show(folder=tmp_path)
    long = Script("x", (Chapter("Open", (Line("HOST", "The moat is wide and deep. " * 90),)),))
    takes(long, kept, "neural")
    assert len(service.texts) > 1
    service.list_plan.extend(["404"] * 9)
    listener = Listener()
    takes(long, kept, None, listener)
    assert listener.notices == []


def test_an_understudy_speaks_the_shows_language(service: EdgeService) -> None:
    """English voices do not stand in for German ones: better no episode than one that nobody understands."""
    service.list_plan.append("404")
    casts = {"deutsch": both("edge:de-DE-KatjaNeural"), "draft": both("espeak:en-us")}
    german = Show(casts=casts, cast="deutsch", understudies=("draft",), language="de-DE")
    with pytest.raises(EngineUnavailable, match="draft: its voice espeak:en-us is not for de-DE"):
        takes(SCRIPT, german)
