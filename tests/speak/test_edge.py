from __future__ import annotations

import socket
import time

import edge_tts.communicate
import edge_tts.constants
import pytest

from issuecast.errors import EngineUnavailable
from issuecast.models import Take, Voice
from issuecast.speak.edge import EdgeEngine
from issuecast.speak.studio import Request, record

from .edge_service import VOICES, EdgeService

HOST = Voice("edge", VOICES[0])
SENTENCE = "Guaranteed energy access now dictates model survival."
WAY_OUT = "check the connection and HTTPS_PROXY, or name another cast with --cast."


def spoken(*texts: str, engine: EdgeEngine | None = None) -> list[Take]:
    """The texts, recorded in the studio."""
    requests = [Request(text, HOST) for text in texts]
    takes = record(requests, {"edge": engine or EdgeEngine()}, lambda _: None)
    return [takes[request] for request in requests]


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


@pytest.mark.parametrize(
    "fault", ["503", "429", "hang", "drop", "close", "half", "ahead", "no audio", "garbage"]
)
def test_one_bad_answer_does_no_harm(service: EdgeService, fault: str) -> None:
    """After any one bad answer the take is the same, byte for byte, as after none."""
    engine = EdgeEngine(request_s=1.0)
    (whole,) = spoken(SENTENCE, engine=engine)
    service.plan.append(fault)
    assert spoken(SENTENCE, engine=engine) == [whole]
    assert not service.plan


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        ("503", "it answered HTTP 503"),
        ("hang", "it did not finish within 0.3 s"),
        ("drop", "the connection dropped before the end"),
        ("close", "the connection dropped before the end"),
        ("half", "the words end before “now dictates model survival.”"),
        ("ahead", "the sound ends before its last word"),
        ("no audio", "it sent no sound"),
        ("garbage", "what it sent is no MP3"),
    ],
)
def test_only_bad_answers_are_told(service: EdgeService, fault: str, what: str) -> None:
    """After three bad answers the engine is given up, and the sentence tells what happened and how often."""
    service.plan.extend([fault] * 3)
    with pytest.raises(EngineUnavailable) as caught:
        spoken(SENTENCE, engine=EdgeEngine(request_s=0.3))
    assert str(caught.value) == (
        f"edge failed 3 times to say “Guaranteed energy access now dictates m…” (3 × {what}): "
        "try again later, or name another cast with --cast."
    )
    assert not service.plan


def test_a_refused_request_is_tried_again(service: EdgeService) -> None:
    """The library itself answers a first 403 by setting its clock: two of them are one failed try."""
    service.plan.extend(["403"] * 6)
    with pytest.raises(EngineUnavailable, match="3 × it answered HTTP 403"):
        spoken(SENTENCE)
    assert not service.plan


def test_four_requests_at_once_and_no_more(service: EdgeService) -> None:
    """Requests are a rolling pool of four."""
    service.latency_s = 0.05
    spoken(*(f"Story number {number} of this long morning." for number in range(12)))
    assert service.most_at_once == 4
    assert len(service.texts) == 12


@pytest.mark.parametrize("sentence", ["The compute moat is wide & deep. ", "算力就是护城河。"])
def test_a_long_text_goes_in_pieces_and_comes_back_whole(service: EdgeService, sentence: str) -> None:
    """Text above the service's limit is asked for in pieces, with and without spaces, and joined in order."""
    text = (sentence * 200).strip()
    (take,) = spoken(text)
    assert len(service.texts) > 1
    assert all(len(piece.encode()) < 4096 for piece in service.texts)
    assert "".join("".join(service.texts).split()) == "".join(text.split())
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
        ("503", "refuses edge (HTTP 503)"),
        ("<html>Sign in to the hotel's network</html>", "does not answer edge with a list of voices"),
        ('{"error": 1}', "does not answer edge with a list of voices"),
        ("[]", "does not answer edge with a list of voices"),
    ],
)
def test_the_check_tells_a_wrong_answer(service: EdgeService, answer: str, problem: str) -> None:
    """A host that answers, but not with voices, is named."""
    service.list_plan.append(answer)
    with pytest.raises(EngineUnavailable) as caught:
        EdgeEngine().check()
    assert str(caught.value) == f"127.0.0.1:{service.port} {problem}: {WAY_OUT}"


def test_the_check_survives_a_wrong_clock(service: EdgeService) -> None:
    """A first 403 is taken for a wrong clock, as the library does; a second is final."""
    service.list_plan.append("403")
    EdgeEngine().check()
    service.list_plan.extend(["403", "403"])
    with pytest.raises(EngineUnavailable, match=r"refuses edge \(HTTP 403\)"):
        EdgeEngine().check()


def test_the_proxy_comes_from_the_environment(service: EdgeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that only the proxy reaches is asked through it, for voices and for sound."""
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{service.port}")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    host = f"127.0.0.1:{service.port}"
    monkeypatch.setattr(edge_tts.constants, "VOICE_LIST", service.voice_list.replace(host, "edge.invalid"))
    monkeypatch.setattr(edge_tts.communicate, "WSS_URL", service.wss_url.replace(host, "edge.invalid"))
    EdgeEngine().check()
    spoken(SENTENCE)
    assert service.texts == [SENTENCE]
