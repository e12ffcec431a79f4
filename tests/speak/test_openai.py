from __future__ import annotations

import logging
import random
import socket
import subprocess
import sys
import time
from array import array
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from threading import Timer

import pytest

from issuecast.errors import EngineUnavailable, SettingsError
from issuecast.models import Delivery, Recording, Voice
from issuecast.speak import patience
from issuecast.speak.engines import TryAgain
from issuecast.speak.openai import calls as openai_calls
from issuecast.speak.openai.engine import OpenAIEngine
from issuecast.speak.openai.sound import decoded
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.studio import record

from . import openai_service
from .openai_service import OpenAIService, duration_of, wav_of

SENTENCE = "The ferry to Marrow Island sails twice as often from Monday."
OPENING = "“The ferry to Marrow Island sails twice…”"
OTHERWISE = "or name another cast with --cast."
KEY = "sk-of-a-test-0123456789"


def engine_for(server: OpenAIService, **settings: str | float | bool) -> OpenAIEngine:
    engine = OpenAIEngine()
    engine.configure({"base_url": server.base_url, "timeout_s": 5, **settings}, Path())
    return engine


def spoken(engine: OpenAIEngine, *texts: str, delivery: Delivery | None = None) -> list[Recording]:
    """The texts, recorded in the studio."""
    requests = [Request(text, Voice("openai", "marlow"), delivery or Delivery()) for text in texts]
    takes = record(requests, {"openai": engine}, lambda _: None)
    return [takes[request] for request in requests]


@pytest.mark.parametrize("response_format", ["wav", "pcm", "mp3"])
def test_a_take_is_what_the_server_said(server: OpenAIService, response_format: str) -> None:
    """Whatever the format, a take has the server's sound, and word times that are marked as estimates."""
    (take,) = spoken(engine_for(server, response_format=response_format), SENTENCE)
    assert take.rate_hz == 24_000
    assert abs(take.duration_ms - duration_of(SENTENCE)) < 80
    assert max(array("h", take.pcm)) > 2000
    assert take.estimated
    assert [word.text for word in take.words] == SENTENCE.split()


def test_the_request_is_what_the_settings_say(server: OpenAIService) -> None:
    """Model, voice, instructions and format are the show's, the speed is the show's times the role's."""
    engine = engine_for(server, model="parrot-2", instructions="Calm.", speed=0.9, response_format="pcm")
    spoken(engine, SENTENCE, delivery=Delivery(rate_percent=10))
    asked = {"model": "parrot-2", "input": SENTENCE, "voice": "marlow", "response_format": "pcm"}
    assert server.asked == [asked | {"speed": 0.99, "instructions": "Calm."}]
    assert engine.version == f"parrot-2 of 127.0.0.1:{server.port}"


@pytest.mark.parametrize("rate", [-50, 0, 100])
@pytest.mark.parametrize("speed", [0.5, 1.5])
def test_a_speed_that_can_be_set_gives_whole_takes(
    server: OpenAIService, monkeypatch: pytest.MonkeyPatch, speed: float, rate: int
) -> None:
    """A quick voice, made as fast or as slow as show.toml allows, is held to be whole at once."""
    monkeypatch.setattr(openai_service, "MS_PER_LETTER", 48)
    (take,) = spoken(engine_for(server, speed=speed), SENTENCE, delivery=Delivery(rate))
    assert take.duration_ms == pytest.approx(duration_of(SENTENCE) / (speed * (1 + rate / 100)), abs=60)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "fault",
    [
        *("500", "503", "429", "408", "refuse", "hang", "drip", "drop", "chunked drop"),
        *("short", "half", "one word", "no rate", "no audio", "garbage", "html"),
    ],
)
def test_one_bad_answer_does_no_harm(server: OpenAIService, fault: str) -> None:
    """After any one bad answer the take is the same, byte for byte, as after none."""
    engine = engine_for(server, timeout_s=0.5)
    (whole,) = spoken(engine, SENTENCE)
    server.plan.append(fault)
    assert spoken(engine, SENTENCE) == [whole]
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        ("503", "it answered HTTP 503"),
        ("429", "it answered HTTP 429"),
        ("refuse", "the connection dropped before the end"),
        ("hang", "it did not finish within 0.3 s"),
        ("drip", "it did not finish within 0.3 s"),
        ("drop", "the connection dropped before the end"),
        ("chunked drop", "the connection dropped before the end"),
        ("short", "only 82538 of 165120 bytes of sound came"),
        ("half", "only 1.5 s of sound came"),
        ("one word", "only 0.2 s of sound came"),
        ("no rate", "the WAV that it sent tells a rate of 0 Hz"),
        ("no audio", "it sent no sound"),
        ("garbage", "what it sent is no WAV"),
        ("html", "it answered with text/html, which is no sound"),
    ],
)
def test_only_bad_answers_are_told(
    server: OpenAIService, monkeypatch: pytest.MonkeyPatch, fault: str, what: str
) -> None:
    """If only bad answers come, no take does: the sentence tells what happened and how often."""
    monkeypatch.setattr(patience, "PATIENCE_S", 0.1)
    server.plan.extend([fault] * 200)
    with pytest.raises(EngineUnavailable) as caught:
        spoken(engine_for(server, timeout_s=0.3 if fault in {"hang", "drip"} else 5), SENTENCE)
    tries = len(server.asked)
    failed, times = ("failed once", "") if tries == 1 else (f"failed {tries} times", f"{tries} × ")
    assert caught.value.problem == f"openai {failed} to say {OPENING} ({times}{what})"
    assert caught.value.way_out.endswith("try again later, or name another cast with --cast")


@pytest.mark.parametrize(
    ("response_format", "fault", "what"),
    [
        ("pcm", "odd", "the sound ends within a sample"),
        ("pcm", "half", "only 1.5 s of sound came"),
        ("mp3", "cut", "the MP3 that it sent ends within a frame"),
        ("mp3", "half", "only 1.5 s of sound came"),
        ("mp3", "garbage", "what it sent is no MP3"),
    ],
)
def test_bad_answers_of_other_formats_are_told(
    server: OpenAIService, monkeypatch: pytest.MonkeyPatch, response_format: str, fault: str, what: str
) -> None:
    """One of them does no harm, and if only such come, the sentence tells which."""
    engine = engine_for(server, response_format=response_format)
    (whole,) = spoken(engine, SENTENCE)
    server.plan.append(fault)
    assert spoken(engine, SENTENCE) == [whole]
    monkeypatch.setattr(patience, "PATIENCE_S", 0.0)
    server.plan.append(fault)
    with pytest.raises(EngineUnavailable) as caught:
        spoken(engine, SENTENCE)
    assert caught.value.problem == f"openai failed once to say {OPENING} ({what})"


def test_a_server_that_knows_wav_only_will_do(server: OpenAIService) -> None:
    """Some send it whatever they are asked for, and its header is no sound."""
    engine = engine_for(server, response_format="pcm")
    (whole,) = spoken(engine, SENTENCE)
    server.plan.append("as wav")
    assert spoken(engine, SENTENCE) == [whole]


def test_an_episode_survives_a_third_of_failures(server: OpenAIService) -> None:
    """Forty lines are whole although 30 % of the requests fail, and never are more than four under way."""
    chance = random.Random(5)  # noqa: S311  no secret
    server.latency_s = 0.01
    faults = ["500", "429", "refuse", "drop", "chunked drop", "short", "no audio", "garbage", "html"]
    server.plan.extend(chance.choice(faults) if chance.random() < 0.3 else "" for _ in range(400))
    texts = [f"Story number {number} of this long and windy morning." for number in range(40)]
    for take, text in zip(spoken(engine_for(server), *texts), texts, strict=True):
        assert abs(take.duration_ms - duration_of(text)) < 80
    assert server.most_at_once == 4


def test_a_wav_without_a_length_is_whole(server: OpenAIService) -> None:
    """A server that sends the sound while it makes it tells no length, and is believed."""
    engine = engine_for(server)
    (whole,) = spoken(engine, SENTENCE)
    server.plan.append("unknown")
    assert spoken(engine, SENTENCE) == [whole]
    assert len(server.asked) == 2


def test_retry_after_is_heeded(server: OpenAIService) -> None:
    """A server that asks for a second gets it."""
    server.plan.append("429 1")
    began = time.monotonic()
    spoken(engine_for(server), SENTENCE)
    assert time.monotonic() - began >= 1


def test_retry_after_may_be_a_date(server: OpenAIService) -> None:
    """A server that names the time at which to come back is asked then."""
    later = datetime.now(UTC) + timedelta(seconds=2)
    server.plan.append(f"503 {format_datetime(later, usegmt=True)}")
    spoken(engine_for(server), SENTENCE)
    assert datetime.now(UTC) >= later.replace(microsecond=0)


def test_nobody_waits_for_an_hour(server: OpenAIService) -> None:
    """A Retry-After beyond all patience ends the cast at once, and is passed on."""
    server.plan.append("429 3600")
    with pytest.raises(EngineUnavailable) as caught:
        spoken(engine_for(server), SENTENCE)
    assert str(caught.value) == (
        f"openai failed once to say {OPENING} (it answered HTTP 429): try again in 60 min, {OTHERWISE}"
    )


@pytest.mark.parametrize("status", ["400", "403", "404", "422"])
def test_a_refusal_is_not_asked_again(server: OpenAIService, status: str) -> None:
    """A wrong model or voice, or a key without the right to it, ends the cast after one request."""
    server.plan.append(status)
    with pytest.raises(EngineUnavailable) as caught:
        spoken(engine_for(server), SENTENCE)
    assert str(caught.value) == (
        f"127.0.0.1:{server.port} refuses openai's request (HTTP {status}: Something is wrong with this): "
        f"correct [engines.openai] or the voice in show.toml, {OTHERWISE}"
    )
    assert len(server.asked) == 1


def test_a_spent_quota_is_not_asked_again(server: OpenAIService) -> None:
    """That money is needed, and not patience, is said at once."""
    server.plan.append("quota")
    with pytest.raises(EngineUnavailable) as caught:
        spoken(engine_for(server), SENTENCE)
    assert str(caught.value) == (
        f"127.0.0.1:{server.port} refuses openai's request (HTTP 429: You exceeded your current quota): "
        f"correct [engines.openai] or the voice in show.toml, {OTHERWISE}"
    )
    assert len(server.asked) == 1


def test_concurrency_is_the_shows(server: OpenAIService) -> None:
    """A small machine at home can be asked for one thing at a time."""
    server.latency_s = 0.02
    spoken(engine_for(server, concurrency=1), *(f"Line {number} of the day." for number in range(6)))
    assert server.most_at_once == 1


def test_a_request_that_takes_too_long_is_cut(server: OpenAIService, monkeypatch: pytest.MonkeyPatch) -> None:
    """No request outlives its time-out: a slow server does not get one more with each new try."""
    monkeypatch.setattr(patience, "BACKOFF_S", 0.1)
    server.plan.extend(["hang"] * 3)
    spoken(engine_for(server, concurrency=1, timeout_s=0.3), SENTENCE)
    assert (len(server.asked), server.most_at_once) == (4, 1)


def test_whoever_waits_can_leave(server: OpenAIService) -> None:
    """A request that hangs ends at once when the engine hangs up."""
    server.plan.append("hang")
    engine = engine_for(server)
    leaving = Timer(0.2, engine.hang_up)
    leaving.start()
    began = time.monotonic()
    with pytest.raises(TryAgain, match="nobody waits for it any more"):
        engine.speak(SENTENCE, "marlow")
    assert time.monotonic() - began < 1
    leaving.join()


def test_the_key_is_sent_and_never_told(
    server: OpenAIService,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    """The key comes from the environment, opens the server, and is in no file, no log and no error."""
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("WIRE_KEY", KEY)
    monkeypatch.setattr(server, "key", KEY)
    engine = engine_for(server, key_env="WIRE_KEY")
    engine.check()
    request = Request(SENTENCE, Voice("openai", "marlow"))
    store = TakeStore(tmp_path, {"openai": {"base_url": server.base_url, "key_env": "WIRE_KEY"}})
    record([request], {"openai": engine}, lambda _: None, store=store)
    server.plan.append("400")
    with pytest.raises(EngineUnavailable) as caught:
        spoken(engine, SENTENCE)
    assert str(caught.value) == (
        f"127.0.0.1:{server.port} refuses openai's request (HTTP 400: Something is wrong with …): correct "
        f"[engines.openai] or the voice in show.toml, {OTHERWISE}"
    )
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not any(KEY.encode() in file.read_bytes() for file in files)
    assert KEY not in caplog.text + repr(engine) + engine.version


@pytest.mark.parametrize(
    ("key", "problem", "way_out"),
    [
        (None, "openai has no key for {host}", "set the environment variable WIRE_KEY, "),
        ("sk-wrong", "{host} refuses the key in WIRE_KEY", "set it to a valid one, "),
        ("my key", "WIRE_KEY holds no key, but other signs", "set it again, "),
        ("sk-…", "WIRE_KEY holds no key, but other signs", "set it again, "),
    ],
)
def test_the_check_tells_what_is_wrong_with_the_key(
    server: OpenAIService, monkeypatch: pytest.MonkeyPatch, key: str | None, problem: str, way_out: str
) -> None:
    """No key, a refused one and one that cannot be are told apart, and none is quoted."""
    monkeypatch.setattr(server, "key", KEY)
    monkeypatch.delenv("WIRE_KEY", raising=False)
    if key:
        monkeypatch.setenv("WIRE_KEY", key)
    with pytest.raises(EngineUnavailable) as caught:
        engine_for(server, key_env="WIRE_KEY").check()
    host = f"127.0.0.1:{server.port}"
    assert str(caught.value) == f"{problem.format(host=host)}: {way_out}{OTHERWISE}"


def test_a_server_that_wants_a_key_says_so(server: OpenAIService, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a key, a server of one's own that asks for one is told from one that refuses it."""
    monkeypatch.setattr(server, "key", KEY)
    with pytest.raises(EngineUnavailable) as caught:
        engine_for(server).check()
    host = f"127.0.0.1:{server.port}"
    assert str(caught.value) == (
        f"{host} asks for a key: set the environment variable OPENAI_API_KEY, {OTHERWISE}"
    )


def test_a_key_that_is_refused_later_is_told(server: OpenAIService, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that is withdrawn during a build ends it with the same sentence, after one request."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-old")
    engine = engine_for(server)
    engine.check()
    monkeypatch.setattr(server, "key", KEY)
    with pytest.raises(EngineUnavailable) as caught:
        spoken(engine, SENTENCE)
    assert str(caught.value) == (
        f"127.0.0.1:{server.port} refuses the key in OPENAI_API_KEY: set it to a valid one, {OTHERWISE}"
    )


def test_openai_itself_needs_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without settings it is OpenAI that would be asked, and nothing is asked without a key."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(EngineUnavailable) as caught:
        OpenAIEngine().check()
    assert str(caught.value) == (
        f"openai has no key for api.openai.com: set the environment variable OPENAI_API_KEY, {OTHERWISE}"
    )


@pytest.mark.parametrize("fault", ["", "404", "403", "405", "429"])
def test_a_server_without_a_list_of_models_will_do(server: OpenAIService, fault: str) -> None:
    """A server of one's own may lack the list, a key may not open it: the sound can be had all the same."""
    server.models_plan.append(fault)
    engine_for(server).check()
    assert not server.models_plan


NAME_ANOTHER_PROXY = (
    "name an http proxy in HTTPS_PROXY and ALL_PROXY, or the host in NO_PROXY, or name another cast with "
    "--cast."
)
CONNECTION = f"check base_url, the connection and HTTPS_PROXY, {OTHERWISE}"


def test_trouble_may_pass(server: OpenAIService) -> None:
    """A server that fails when it is looked for is taken for able: its sentences are tried for longer."""
    server.models_plan.append("502")
    engine = engine_for(server)
    engine.check()
    server.plan.append("502")
    assert spoken(engine, SENTENCE)[0].pcm
    assert (len(server.asked), len(server.models_plan)) == (2, 0)


def test_one_lost_answer_costs_no_cast(server: OpenAIService, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that is reset while the server is looked for is made again."""
    monkeypatch.setattr(openai_calls, "BETWEEN_TRIES_S", 0.01)
    server.models_plan.extend(["refuse"] * 2)
    engine_for(server).check()
    assert not server.models_plan
    server.models_plan.extend(["refuse"] * 3)
    with pytest.raises(EngineUnavailable, match=r"^openai has no connection to 127\.0\.0\.1:"):
        engine_for(server).check()


def test_the_check_tells_that_there_is_no_connection() -> None:
    """Where nobody listens, the check says so at once."""
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        host = f"127.0.0.1:{nobody.getsockname()[1]}"
    engine = OpenAIEngine()
    engine.configure({"base_url": f"http://{host}/v1"}, Path())
    with pytest.raises(EngineUnavailable) as caught:
        engine.check()
    assert str(caught.value) == f"openai has no connection to {host} (Connection refused): {CONNECTION}"


def test_the_check_ends_in_time() -> None:
    """Where nothing ever answers, the check says so within 3 s."""
    with socket.create_server(("127.0.0.1", 0)) as blackhole:
        host = f"127.0.0.1:{blackhole.getsockname()[1]}"
        engine = OpenAIEngine()
        engine.configure({"base_url": f"http://{host}/v1"}, Path())
        began = time.monotonic()
        with pytest.raises(EngineUnavailable) as caught:
            engine.check()
        assert time.monotonic() - began < 3
    assert str(caught.value) == f"{host} does not answer openai within 3 s: {CONNECTION}"


@pytest.fixture
def elsewhere(server: OpenAIService, monkeypatch: pytest.MonkeyPatch) -> OpenAIEngine:
    """An engine for a name that no look-up finds, in an environment that names the server as the proxy."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("HTTP_PROXY", f"http://bob:s3cret@127.0.0.1:{server.port}")
    engine = OpenAIEngine()
    engine.configure({"base_url": "http://voices.invalid/v1"}, Path())
    return engine


def test_the_proxy_comes_from_the_environment(server: OpenAIService, elsewhere: OpenAIEngine) -> None:
    """A host that only the proxy reaches is asked through it."""
    elsewhere.check()
    spoken(elsewhere, SENTENCE)
    assert len(server.asked) == 1


def test_a_host_that_needs_no_proxy_is_asked_itself(
    server: OpenAIService, elsewhere: OpenAIEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_PROXY is heeded."""
    monkeypatch.setenv("NO_PROXY", "voices.invalid")
    with pytest.raises(EngineUnavailable, match=r"^openai has no connection to voices.invalid \("):
        elsewhere.check()
    assert server.asked == []


def test_a_proxy_that_wants_a_password_says_so(server: OpenAIService, elsewhere: OpenAIEngine) -> None:
    """A 407 is the proxy's, whether it comes with the check or with a line."""
    told = (
        f"openai may not ask voices.invalid by way of the proxy 127.0.0.1:{server.port} without a name and a "
        f"password: set HTTPS_PROXY to http://NAME:PASSWORD@HOST:PORT, {OTHERWISE}"
    )
    server.models_plan.append("407")
    with pytest.raises(EngineUnavailable) as caught:
        elsewhere.check()
    assert str(caught.value) == told
    server.plan.append("407")
    with pytest.raises(EngineUnavailable) as caught:
        spoken(elsewhere, SENTENCE)
    assert str(caught.value) == told


def test_a_proxy_that_does_not_answer_is_named(
    elsewhere: OpenAIEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By host and port, and never by its password."""
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        place = f"127.0.0.1:{nobody.getsockname()[1]}"
    monkeypatch.setenv("HTTP_PROXY", f"http://bob:s3cret@{place}")
    monkeypatch.setattr(patience, "PATIENCE_S", 0.0)
    with pytest.raises(EngineUnavailable) as caught:
        elsewhere.check()
    reason = f"voices.invalid by way of the proxy {place} (Connection refused)"
    assert str(caught.value) == f"openai has no connection to {reason}: {CONNECTION}"
    with pytest.raises(EngineUnavailable) as caught:
        spoken(elsewhere, SENTENCE)
    why = f"the connection by way of the proxy {place} failed: Connection refused"
    assert caught.value.problem == f"openai failed once to say {OPENING} ({why})"


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("ALL_PROXY", "ftp://proxy:21", "ftp://proxy:21"),
        ("HTTP_PROXY", "nonsense://x", "nonsense://x"),
        ("all_proxy", "socks5h://bob:s3cret@proxy:1080/", "socks5h://proxy:1080"),
        ("http_proxy", "http://bob:s3cret@proxy:notaport", "http://proxy:notaport"),
        ("http_proxy", "http://", "http://"),
    ],
)
def test_a_proxy_that_cannot_be_used_is_told(
    server: OpenAIService, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, told: str
) -> None:
    """A proxy that httpx cannot use is one sentence, without its password."""
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv(variable, value)
    with pytest.raises(EngineUnavailable) as caught:
        engine_for(server).check()
    assert str(caught.value) == f"openai cannot use the proxy {told}: {NAME_ANOTHER_PROXY}"


@pytest.mark.parametrize(
    "base_url",
    [
        *(
            "http://[::1]:8880/v1",
            "http://[fe80::1%25eth0]/v1",
            "https://api.example",
            "http://localhost:/v1",
        ),
        "https://voices.example:443/a/b/",
    ],
)
def test_an_address_of_any_kind_will_do(base_url: str) -> None:
    """Names, both kinds of numbers, with a port and without."""
    engine = OpenAIEngine()
    engine.configure({"base_url": base_url}, Path())
    assert engine.settings_heard("marlow") == {"base_url": base_url.rstrip("/")}


@pytest.mark.parametrize(
    "base_url",
    [
        *("localhost:8880/v1", "ftp://localhost/v1", "http://", "http:///v1", "http://:8880", ""),
        *("http://localhost:abc/v1", "http://localhost:99999/v1", "http://localhost:0", "http://[::1/v1"),
        *("http://local host/v1", "http://localhost/v1?key=1", "http://localhost/#v1", "http://me@localhost"),
    ],
)
def test_an_address_that_cannot_be_is_told(base_url: str) -> None:
    """Before anything is asked for there."""
    with pytest.raises(SettingsError) as caught:
        OpenAIEngine().configure({"base_url": base_url}, Path())
    assert str(caught.value) == (
        "show.toml: engines.openai.base_url must be an http or https address without a password, such as "
        '"http://localhost:8880/v1": correct it.'
    )


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"modle": "tts-1"},
            (
                "there is no setting 'engines.openai.modle', did you mean 'model'?: use one of base_url, "
                "model, instructions, speed, response_format, key_env, timeout_s, concurrency, "
                "or leave it out."
            ),
        ),
        (
            {"api_key": KEY},
            (
                "engines.openai.api_key is no place for a key: take it out, and set the environment variable "
                "OPENAI_API_KEY, or the one that key_env names."
            ),
        ),
        (
            {"key_env": KEY},
            "engines.openai.key_env must be the name of an environment variable, not the key: correct it.",
        ),
        (
            {"base_url": f"http://me:{KEY}@localhost/v1"},
            (
                "engines.openai.base_url must be an http or https address without a password, such as "
                '"http://localhost:8880/v1": correct it.'
            ),
        ),
        (
            {"response_format": "opus"},
            "engines.openai.response_format must be one of wav, pcm, mp3: correct it.",
        ),
        ({"speed": 3}, "engines.openai.speed must be a number from 0.5 to 1.5: correct it."),
        ({"speed": True}, "engines.openai.speed must be a number from 0.5 to 1.5: correct it."),
        ({"concurrency": 0}, "engines.openai.concurrency must be a whole number from 1 to 32: correct it."),
        ({"model": ""}, 'engines.openai.model must be a name, such as "tts-1": correct it.'),
        ({"instructions": 1}, "engines.openai.instructions must be a text: correct it."),
    ],
)
def test_settings_that_cannot_be(settings: dict[str, str | float | bool], message: str) -> None:
    """A setting that cannot be is named, and what it says is not repeated: it could be a key."""
    with pytest.raises(SettingsError) as caught:
        OpenAIEngine().configure(settings, Path())
    assert str(caught.value) == f"show.toml: {message}"


def test_the_last_slash_of_the_address_does_not_matter(server: OpenAIService) -> None:
    """People write base_url with it and without."""
    spoken(engine_for(server, base_url=server.base_url + "/"), SENTENCE)
    assert len(server.asked) == 1


def test_without_httpx_the_check_tells_the_fix() -> None:
    """Where the extra is not installed, the way out names it."""
    script = (
        "import sys; sys.modules['httpx'] = None\n"
        "from pathlib import Path; from issuecast.speak.openai.engine import OpenAIEngine\n"
        "engine = OpenAIEngine(); engine.configure({'base_url': 'http://localhost:1/v1'}, Path())\n"
        "try: engine.check()\nexcept Exception as error: print(error)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout
    assert told == (
        f'httpx is not installed, which openai needs: run pip install "issuecast[openai]", {OTHERWISE}\n'
    )


@pytest.mark.parametrize(("channels", "sample_bytes"), [(2, 2), (1, 3), (1, 1)])
def test_other_wavs_are_converted(channels: int, sample_bytes: int) -> None:
    """Stereo, 24 bits and 8 bits become 16-bit mono of the same rate and length."""
    take = decoded(
        wav_of(
            bytes(8000 * channels * sample_bytes), rate_hz=8000, channels=channels, sample_bytes=sample_bytes
        ),
        "wav",
    )
    assert (take.rate_hz, take.duration_ms) == (8000, 1000)


@pytest.mark.parametrize(
    ("content", "response_format", "problem"),
    [
        (b"RIFF", "wav", "what it sent is no WAV"),
        (wav_of(b"")[:36], "wav", "the WAV that it sent has no sound"),
        (wav_of(bytes(100))[:-1], "wav", "only 99 of 100 bytes of sound came"),
        (bytes(99), "pcm", "the sound ends within a sample"),
        (b"so sorry", "mp3", "what it sent is no MP3"),
    ],
)
def test_what_is_no_sound_is_told(content: bytes, response_format: str, problem: str) -> None:
    """A damaged file is an answer to ask again for."""
    with pytest.raises(TryAgain) as caught:
        decoded(content, response_format)
    assert str(caught.value) == problem
