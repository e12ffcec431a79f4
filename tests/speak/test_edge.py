from __future__ import annotations

import random
import socket
import time
from pathlib import Path

import edge_tts.communicate
import edge_tts.constants
import pytest

from issuecast.errors import EngineUnavailable, SettingsError, VoiceError
from issuecast.models import Delivery, Recording, Voice
from issuecast.speak import patience
from issuecast.speak.edge import voices as edge_voices
from issuecast.speak.edge.engine import EdgeEngine
from issuecast.speak.engines import TryAgain
from issuecast.speak.request import Request
from issuecast.speak.studio import record
from issuecast.speak.verify import fault

from .edge_service import VOICES, EdgeService

HOST = Voice("edge", VOICES[0])
SENTENCE = "Guaranteed energy access now dictates model survival."
FAULTS = (
    *("403", "429", "500", "503", "refuse", "hang", "drop", "close"),
    *("half", "ahead", "tail", "one word", "no audio", "garbage", "nonsense", "403 timeless"),
)
WAY_OUT = "check the connection and HTTPS_PROXY, or name another cast with --cast."


def spoken(*texts: str, engine: EdgeEngine | None = None, voice: Voice = HOST) -> list[Recording]:
    """The texts, recorded in the studio."""
    requests = [Request(text, voice) for text in texts]
    takes = record(requests, {"edge": engine or EdgeEngine()}, lambda _: None)
    return [takes[request] for request in requests]


def hasty(timeout_s: float) -> EdgeEngine:
    """An engine that soon gives a request up."""
    engine = EdgeEngine()
    engine.configure({"timeout_s": timeout_s}, Path())
    return engine


def test_a_take_is_what_the_service_said(service: EdgeService) -> None:
    """A take has the service's sound at 24 kHz, and its words, timed from the start of the sound."""
    (take,) = spoken("Cheap & cheerful: power, of course.")
    assert service.texts == ["Cheap & cheerful: power, of course."]
    assert service.voices == ["Microsoft Server Speech Text to Speech Voice (en-US, AndrewNeural)"]
    assert take.rate_hz == 24_000
    assert [word.text for word in take.words] == ["Cheap", "&", "cheerful", "power", "of", "course"]
    assert take.words[0].start_ms < 120
    assert abs(take.words[-1].end_ms - take.duration_ms) < 120


def test_the_voices_are_the_services(service: EdgeService) -> None:
    """The list of voices is what the service tells."""
    engine = EdgeEngine()
    engine.check()
    assert engine.voices() == VOICES


@pytest.mark.parametrize("fault", FAULTS)
def test_bad_answers_do_no_harm(service: EdgeService, fault: str) -> None:
    """After any two bad answers the take is the same, byte for byte, as after none."""
    engine = hasty(0.5)
    (whole,) = spoken(SENTENCE, engine=engine)
    service.plan.extend([fault, fault])
    assert spoken(SENTENCE, engine=engine) == [whole]
    assert not service.plan


def test_a_third_of_all_answers_may_be_bad(service: EdgeService) -> None:
    """With three requests in ten failing, each in any way, every take is whole."""
    chance = random.Random(7)  # noqa: S311  a plan, no secret
    service.otherwise = lambda: chance.choice(FAULTS) if chance.random() < 0.3 else ""
    texts = [f"Story number {number} of this long morning." for number in range(60)]
    takes = spoken(*texts, engine=hasty(0.5))
    assert [fault(take, text) for take, text in zip(takes, texts, strict=True)] == [""] * 60
    assert all(take.words[-1].text == "morning" for take in takes)


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        ("403", "it answered HTTP 403"),
        ("429", "it answered HTTP 429"),
        ("500", "it answered HTTP 500"),
        ("503", "it answered HTTP 503"),
        ("403 timeless", "it answered HTTP 403"),
        ("nonsense", "it answered what edge-tts does not understand"),
        ("refuse", "Server disconnected"),
        ("hang", "it did not finish within 0.3 s"),
        ("drop", "the connection dropped before the end"),
        ("close", "the connection dropped before the end"),
        ("garbage", "what it sent is no MP3"),
    ],
)
def test_a_service_that_stays_bad_is_given_up(
    service: EdgeService, monkeypatch: pytest.MonkeyPatch, fault: str, what: str
) -> None:
    """When patience ends, the sentence tells what happened, and what to do."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.0)
    service.otherwise = lambda: fault
    with pytest.raises(EngineUnavailable) as caught:
        spoken(SENTENCE, engine=hasty(0.3))
    assert str(caught.value) == (
        f"edge failed once to say “Guaranteed energy access now dictates m…” ({what}): "
        "try again later, or name another cast with --cast."
    )


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        ("half", "the words end before “now dictates model survival.”"),
        ("ahead", "the sound ends before its last word"),
        ("tail", "the sound ends within its last word"),
        ("one word", "only 0.7 s of sound came"),
        ("no audio", "no sound came"),
    ],
)
def test_a_text_that_stays_wrong_is_given_up(service: EdgeService, fault: str, what: str) -> None:
    """Five answers in a row that are not the text, and the text may be the cause."""
    service.otherwise = lambda: fault
    with pytest.raises(EngineUnavailable) as caught:
        spoken(SENTENCE)
    assert str(caught.value) == (
        f"edge failed 9 times to say “Guaranteed energy access now dictates m…” (9 × {what}): "
        "reword the line in the script, try again later, or name another cast with --cast."
    )


def test_where_nobody_listens_any_more_the_engine_is_given_up(
    service: EdgeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A service that goes away after the check is told of by its address."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.0)
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    monkeypatch.setattr(edge_tts.communicate, "WSS_URL", f"ws://127.0.0.1:{port}/edge/v1?x=y")
    with pytest.raises(
        EngineUnavailable, match=r"once to say .*no connection to 127.0.0.1 \(Connection refused\)"
    ):
        spoken(SENTENCE)


def test_the_service_tells_how_long_it_wants_to_be_left_alone(service: EdgeService) -> None:
    """After a 429 with Retry-After nobody asks before that time."""
    service.plan.append("429 1")
    began = time.monotonic()
    spoken(SENTENCE, "Another story.")
    assert time.monotonic() - began >= 1


def test_nobody_waits_for_an_hour(service: EdgeService) -> None:
    """A Retry-After beyond all patience ends the cast at once, and is passed on."""
    service.plan.append("429 3600")
    with pytest.raises(EngineUnavailable) as caught:
        spoken(SENTENCE)
    assert str(caught.value) == (
        "edge failed once to say “Guaranteed energy access now dictates m…” (it answered HTTP 429): "
        "try again in 60 min, or name another cast with --cast."
    )


def test_what_nobody_waits_for_is_cut(service: EdgeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cast that is given up ends its hanging requests too, and begins no other."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.0)
    service.plan.extend(["hang", "hang", "hang", "500"])
    began = time.monotonic()
    with pytest.raises(EngineUnavailable, match="it answered HTTP 500"):
        spoken(*(f"Story number {number} of this long morning." for number in range(12)))
    assert time.monotonic() - began < 5
    assert len(service.texts) <= 7


def test_after_hanging_up_nothing_is_asked(service: EdgeService) -> None:
    """An engine that was told that nobody waits makes no request."""
    engine = EdgeEngine()
    engine.hang_up()
    with pytest.raises(TryAgain, match="nobody waits for it any more"):
        engine.speak(SENTENCE, VOICES[0])
    assert service.texts == []


def test_a_role_may_speak_faster_and_higher(service: EdgeService) -> None:
    """A delivery reaches the service in its own units; a woman's voice is shifted by more hertz."""
    engine = EdgeEngine()
    engine.check()
    for name in VOICES[:2]:
        engine.speak("Good evening.", name, Delivery(10, -20))
    engine.speak("Good evening.", VOICES[0])
    assert service.prosody == [
        "pitch='-24Hz' rate='+10%' volume='+0%'",
        "pitch='-42Hz' rate='+10%' volume='+0%'",
        "pitch='+0Hz' rate='+0%' volume='+0%'",
    ]


def test_four_requests_at_once_and_no_more(service: EdgeService) -> None:
    """Requests are a rolling pool of four."""
    service.latency_s = 0.05
    spoken(*(f"Story number {number} of this long morning." for number in range(12)))
    assert service.most_at_once == 4
    assert len(service.texts) == 12


@pytest.mark.parametrize("sentence", ["The compute moat is wide & deep. ", "算力就是护城河。"])
def test_a_long_text_goes_in_pieces_and_comes_back_whole(service: EdgeService, sentence: str) -> None:
    """Text above the service's limit is asked for in pieces, with and without spaces, and joined in order."""
    text = "".join(sentence.replace(".", f" {number}.").replace("。", f"{number}。") for number in range(150))
    text = text.strip()
    (take,) = spoken(text)
    assert len(service.texts) > 1
    assert all(len(piece.encode()) < 4096 for piece in service.texts)
    in_order = sorted(service.texts, key=text.find)
    assert "".join("".join(in_order).split()) == "".join(text.split())
    starts = [word.start_ms for word in take.words]
    assert starts == sorted(starts)
    assert abs(take.words[-1].end_ms - take.duration_ms) < 500


def test_the_check_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing ever answers, the check says so within 3 s."""
    with socket.create_server(("127.0.0.1", 0)) as blackhole:
        host = f"127.0.0.1:{blackhole.getsockname()[1]}"
        monkeypatch.setattr(edge_tts.constants, "VOICE_LIST", f"http://{host}/voices/list?token=x")
        began = time.monotonic()
        with pytest.raises(EngineUnavailable) as caught:
            EdgeEngine().check()
        assert time.monotonic() - began < 3
    assert str(caught.value) == f"{host} does not answer edge within 3 s: {WAY_OUT}"


def test_the_check_tells_that_there_is_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody listens, the check says so at once."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        host = f"127.0.0.1:{server.getsockname()[1]}"
    monkeypatch.setattr(edge_tts.constants, "VOICE_LIST", f"http://{host}/voices/list?token=x")
    with pytest.raises(EngineUnavailable) as caught:
        EdgeEngine().check()
    assert str(caught.value) == f"edge has no connection to {host} (Connection refused): {WAY_OUT}"


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ("404", "refuses edge (HTTP 404)"),
        ("<html>Sign in to the hotel's network</html>", "does not answer edge with a list of voices"),
        ('{"error": 1}', "does not answer edge with a list of voices"),
        ("[]", "does not answer edge with a list of voices"),
    ],
)
def test_the_check_tells_a_wrong_answer(
    service: EdgeService, monkeypatch: pytest.MonkeyPatch, answer: str, problem: str
) -> None:
    """A host that answers, but never with voices, is named."""
    monkeypatch.setattr(edge_voices, "BETWEEN_TRIES_S", 0.01)
    service.list_plan.extend([answer] * 3)
    with pytest.raises(EngineUnavailable) as caught:
        EdgeEngine().check()
    assert str(caught.value) == f"127.0.0.1:{service.port} {problem}: {WAY_OUT}"


def test_a_service_in_trouble_is_asked_again(service: EdgeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """A 503 or a 429 passes; if it does not within a check's time, the sentences are tried for longer."""
    monkeypatch.setattr(edge_voices, "BETWEEN_TRIES_S", 0.01)
    service.list_plan.extend(["503", "429"])
    engine = EdgeEngine()
    engine.check()
    assert VOICES[0] in engine.voices()
    service.list_plan.extend(["503"] * 3)
    engine = EdgeEngine()
    engine.check()
    assert engine.voices() == ()
    assert fault(engine.speak(SENTENCE, VOICES[0]), SENTENCE) == ""


@pytest.mark.parametrize("fault", ["refuse", "drop", "408", "<html>Sign in</html>", "[]", "[{}]"])
def test_one_lost_answer_costs_no_cast(
    service: EdgeService, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """A connection that is reset, a list that breaks off or is none: it is asked for again."""
    monkeypatch.setattr(edge_voices, "BETWEEN_TRIES_S", 0.01)
    service.list_plan.extend([fault] * 2)
    engine = EdgeEngine()
    engine.check()
    assert engine.voices() == VOICES


def test_the_check_survives_a_wrong_clock(service: EdgeService) -> None:
    """A first 403 is taken for a wrong clock, as the library does; a second is final."""
    service.list_plan.append("403")
    EdgeEngine().check()
    service.list_plan.extend(["403", "403"])
    with pytest.raises(EngineUnavailable, match=r"refuses edge \(HTTP 403\)"):
        EdgeEngine().check()


def test_a_clock_that_is_hours_wrong_is_set_by_the_service(service: EdgeService) -> None:
    """Tokens are of the service's time from the first refusal on, for voices and for sound."""
    service.clock_ahead_s = 5 * 3600
    EdgeEngine().check()
    assert service.mistimed == 1
    spoken(SENTENCE)
    assert service.mistimed == 1
    service.clock_ahead_s = -2 * 3600
    spoken(SENTENCE)
    assert service.mistimed == 2


def test_text_is_text_to_the_service(service: EdgeService) -> None:
    """Markup is said and not obeyed, and what no XML may hold is left out."""
    text = "If a < b, </prosody> & <break time='9s'/> say ]]> \"so\"."
    EdgeEngine().speak(text, VOICES[0])
    EdgeEngine().speak("Nought\ufffe and\udcff one\x0b.", VOICES[0])
    assert service.texts == [text, "Nought  and  one ."]


def test_pictures_alone_are_a_short_silence(service: EdgeService) -> None:
    """The service has no sound for them, and is not asked."""
    (take,) = spoken("👍🏽 🎉")
    assert (take.duration_ms, service.texts) == (200, [])


def test_a_name_that_can_be_no_voices_is_told(service: EdgeService) -> None:
    """When the service could not list its voices, a wrong name is found out with the first line."""
    with pytest.raises(VoiceError) as caught:
        spoken(SENTENCE, voice=Voice("edge", "andrew"))
    assert str(caught.value) == "edge has no voice 'andrew': see issuecast voices --engine edge."
    assert service.texts == []


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"timeout": 20},
            (
                "there is no setting 'engines.edge.timeout', did you mean 'timeout_s'?: "
                "use one of timeout_s, concurrency, or leave it out."
            ),
        ),
        ({"timeout_s": 0}, "engines.edge.timeout_s must be a number of seconds from 0.1 to 600: correct it."),
        (
            {"timeout_s": "30"},
            "engines.edge.timeout_s must be a number of seconds from 0.1 to 600: correct it.",
        ),
        (
            {"timeout_s": float("nan")},
            "engines.edge.timeout_s must be a number of seconds from 0.1 to 600: correct it.",
        ),
        ({"concurrency": 2.5}, "engines.edge.concurrency must be a whole number from 1 to 32: correct it."),
        ({"concurrency": True}, "engines.edge.concurrency must be a whole number from 1 to 32: correct it."),
    ],
)
def test_settings_that_cannot_be(settings: dict[str, str | float | bool], message: str) -> None:
    """A setting that is unknown or cannot be used is named."""
    with pytest.raises(SettingsError) as caught:
        EdgeEngine().configure(settings, Path())
    assert str(caught.value) == f"show.toml: {message}"


def test_a_show_may_ask_for_less_at_once(service: EdgeService) -> None:
    """`concurrency` is how many requests are under way."""
    service.latency_s = 0.02
    engine = EdgeEngine()
    engine.configure({"concurrency": 2}, Path())
    spoken(*(f"Story number {number} of this long morning." for number in range(8)), engine=engine)
    assert service.most_at_once == 2


@pytest.fixture
def elsewhere(service: EdgeService, monkeypatch: pytest.MonkeyPatch) -> EdgeService:
    """The service at a name that no look-up finds, and an environment that names no proxy."""
    for name in ("http_proxy", "https_proxy", "ws_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    here, there = f"127.0.0.1:{service.port}", "edge.invalid"
    monkeypatch.setattr(edge_tts.constants, "VOICE_LIST", service.voice_list.replace(here, there))
    monkeypatch.setattr(edge_tts.communicate, "WSS_URL", service.wss_url.replace(here, there))
    return service


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY"])
def test_the_proxy_comes_from_the_environment(
    elsewhere: EdgeService, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """A host that only the proxy reaches is asked through it, for voices and for sound."""
    monkeypatch.setenv(variable, f"http://127.0.0.1:{elsewhere.port}")
    EdgeEngine().check()
    spoken(SENTENCE)
    assert elsewhere.texts == [SENTENCE]


def test_a_host_that_needs_no_proxy_is_asked_itself(
    service: EdgeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_PROXY is heeded, for voices and for sound."""
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("NO_PROXY", "localhost, 127.0.0.1")
    EdgeEngine().check()
    spoken(SENTENCE)
    assert service.texts == [SENTENCE]


def test_a_proxy_that_does_not_answer_is_named(
    elsewhere: EdgeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By host and port, and never by its password."""
    place = f"127.0.0.1:{free_port()}"
    monkeypatch.setenv("HTTP_PROXY", f"http://bob:s3cret@{place}")
    with pytest.raises(EngineUnavailable) as caught:
        EdgeEngine().check()
    assert str(caught.value) == (
        f"edge has no connection to edge.invalid by way of the proxy {place} (Connection refused): {WAY_OUT}"
    )
    with pytest.raises(TryAgain) as told:
        EdgeEngine().speak(SENTENCE, VOICES[0])
    assert str(told.value) == f"there is no connection to the proxy {place} (Connection refused)"


def test_a_host_that_is_not_found_any_more_is_told_in_words(elsewhere: EdgeService) -> None:
    """A look-up that fails during a build is told as the system tells it, not by a number."""
    with pytest.raises(socket.gaierror) as unknown:
        socket.getaddrinfo("edge.invalid", 80)
    with pytest.raises(TryAgain) as told:
        EdgeEngine().speak(SENTENCE, VOICES[0])
    assert str(told.value) == f"there is no connection to edge.invalid ({unknown.value.strerror})"


def test_a_proxy_that_refuses_is_named(elsewhere: EdgeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the proxy answers is not taken for the service's word without saying who is between."""
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{elsewhere.port}")
    elsewhere.list_plan.append("407")
    with pytest.raises(EngineUnavailable) as caught:
        EdgeEngine().check()
    place = f"127.0.0.1:{elsewhere.port}"
    assert str(caught.value) == (
        f"edge.invalid by way of the proxy {place} refuses edge (HTTP 407): {WAY_OUT}"
    )


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "WS_PROXY", "ALL_PROXY"])
def test_a_proxy_of_another_kind_is_refused(
    elsewhere: EdgeService, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """The library cannot use a SOCKS proxy, which the check says before any work."""
    monkeypatch.setenv(variable, "socks5://bob:s3cret@127.0.0.1:1080")
    with pytest.raises(EngineUnavailable) as caught:
        EdgeEngine().check()
    assert str(caught.value) == (
        "edge cannot use the proxy socks5://127.0.0.1:1080: name an http proxy in HTTPS_PROXY and ALL_PROXY, "
        "or the host in NO_PROXY, or name another cast with --cast."
    )


@pytest.mark.parametrize(
    ("proxy", "told"),
    [
        ("http://bob:s3cret@127.0.0.1:notaport", "http://127.0.0.1:notaport"),
        ("http://", "http://"),
        ("http://bob:s3cret@:8080", "http://:8080"),
    ],
)
def test_a_proxy_that_cannot_be_is_one_sentence(
    elsewhere: EdgeService, monkeypatch: pytest.MonkeyPatch, proxy: str, told: str
) -> None:
    """A port that is none, or no host, is not called a connection that fails; and no password is told."""
    monkeypatch.setenv("HTTP_PROXY", proxy)
    with pytest.raises(EngineUnavailable) as caught:
        EdgeEngine().check()
    assert str(caught.value) == (
        f"edge cannot use the proxy {told}: name an http proxy in HTTPS_PROXY and ALL_PROXY, "
        "or the host in NO_PROXY, or name another cast with --cast."
    )
    with pytest.raises(TryAgain) as later:
        EdgeEngine().speak(SENTENCE, VOICES[0])
    assert "s3cret" not in str(later.value)


def free_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
