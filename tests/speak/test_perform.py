from __future__ import annotations

import socket

import edge_tts.communicate
import edge_tts.constants
import pytest

from issuecast.errors import EngineUnavailable, SettingsError, VoiceError
from issuecast.models import Chapter, Line, Music, Pause, Script, Sting, Take, Voice, VoicedLine
from issuecast.show import Show
from issuecast.speak import perform

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

    def on_line(self, done: int, total: int) -> None:
        self.lines.append((done, total))


def show(casts: dict[str, dict[str, Voice]], cast: str, *understudies: str) -> Show:
    return Show(casts=casts, cast=cast, understudies=understudies)


def both(voice: str) -> dict[str, Voice]:
    engine, name = voice.split(":")
    return {"HOST": Voice(engine, name), "ANALYST": Voice(engine, name)}


def takes(
    script: Script, settings: Show, cast: str | None = None, listener: Listener | None = None
) -> list[Take]:
    heard = listener or Listener()
    performance = perform(script, settings, cast=cast, notify=heard.notices.append, on_line=heard.on_line)
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
    assert takes(SCRIPT, Show(), listener=listener) == takes(SCRIPT, Show(), "draft")
    (notice,) = listener.notices
    assert notice == (
        f"The cast neural cannot run here (edge has no connection to {host} (Connection refused)): "
        "the draft cast speaks."
    )


def test_an_understudy_voices_the_whole_episode(service: EdgeService) -> None:
    """A service that gives up half-way leaves not one take: a cast never changes within an episode."""
    service.plan.extend(["", "503", "503", "503", "503", "503", "503", "503", "503", "503"])
    listener = Listener()
    assert takes(SCRIPT, Show(), listener=listener) == takes(SCRIPT, Show(), "draft")
    (notice,) = listener.notices
    assert notice.startswith("The cast neural cannot run here (edge failed 3 times to say “")
    assert notice.endswith("” (3 × it answered HTTP 503)): the draft cast speaks.")


def test_a_cast_that_was_asked_for_is_used_or_fails(service: EdgeService) -> None:
    """Who names a cast gets that cast, or its error."""
    service.list_plan.append("503")
    listener = Listener()
    with pytest.raises(EngineUnavailable) as caught:
        takes(SCRIPT, Show(), "neural", listener)
    assert str(caught.value) == (
        f"127.0.0.1:{service.port} refuses edge (HTTP 503): "
        "check the connection and HTTPS_PROXY, or name another cast with --cast."
    )
    assert listener.notices == []


def test_when_nobody_can_speak_all_reasons_are_told(service: EdgeService) -> None:
    """Without an understudy that can, the error names every cast and why."""
    service.list_plan.extend(["503", "500"])
    casts = {"first": both("edge:en-US-AndrewNeural"), "second": both("edge:en-US-AndrewNeural")}
    with pytest.raises(EngineUnavailable) as caught:
        takes(SCRIPT, show(casts, "first", "second"))
    host = f"127.0.0.1:{service.port}"
    assert str(caught.value) == (
        f"No cast of the show can run here (first: {host} refuses edge (HTTP 503); "
        f"second: {host} refuses edge (HTTP 500)): "
        "check the connection and HTTPS_PROXY, or name another cast with --cast."
    )


@pytest.mark.parametrize(
    ("voice", "problem", "way_out"),
    [
        (
            "espeek:en-us",
            "There is no voice engine 'espeek', did you mean 'espeak'?",
            "use one of edge, espeak, silent, or install the package that brings it",
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
