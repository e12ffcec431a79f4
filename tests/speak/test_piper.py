from __future__ import annotations

import hashlib
import json
import os
import resource
import socket
import subprocess
import sys
from array import array
from collections import deque
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import pytest
from click.testing import CliRunner
from piper import download_voices

from issuecast import build
from issuecast.cli import cli
from issuecast.errors import EngineUnavailable, SettingsError, VoiceError
from issuecast.models import Delivery, Take, Voice
from issuecast.publish.record import from_json
from issuecast.speak.engines import TextRefused
from issuecast.speak.piper import install as piper_install
from issuecast.speak.piper.engine import PiperEngine
from issuecast.speak.piper.folders import models, users_folder
from issuecast.speak.piper.words import Phoneme, timed
from issuecast.speak.request import Request
from issuecast.speak.studio import record

from .tiny_voice import make

TEXT = "It burned for a while, in the harbour of the old town. Nobody was hurt."
HUM, DUO = "en_US-hum-low", "en_GB-duo-low"
AGAIN = "check the connection and HTTPS_PROXY, and try again."


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A show with a voice of one speaker and a voice of two; the user has none."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    folder = tmp_path / "show"
    make(folder / "voices", HUM)
    make(folder / "voices", DUO, speakers=("anna", "bert"))
    return folder


def engine_of(show: Path, **settings: str | float | bool) -> PiperEngine:
    engine = PiperEngine()
    engine.configure(settings, show)
    return engine


def test_the_studio_records_a_voice_of_the_show(show: Path) -> None:
    """A line goes through piper and the studio: sound at the voice's rate, and the times of all its words."""
    engine = engine_of(show)
    engine.check()
    request = Request(TEXT, Voice("piper", HUM))
    take = record([request], {"piper": engine}, lambda _: None)[request]
    assert take.rate_hz == 16_000
    assert 10_000 < max(array("h", take.pcm)) <= 32_767
    assert not take.estimated
    assert [word.text for word in take.words] == TEXT.split()
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(take.words))
    assert all(word.start_ms < word.end_ms <= take.duration_ms for word in take.words)


@pytest.mark.parametrize("rate", [-50, 0, 100])
@pytest.mark.parametrize("length_scale", [0.25, 1, 4])
def test_a_scale_that_can_be_set_gives_whole_takes(show: Path, length_scale: float, rate: int) -> None:
    """What it makes fast or slow is held to be neither half a take nor too much, at any role's rate."""
    text = "Though eight knights fought through the night, neighbours thought it straight enough."
    request = Request(text, Voice("piper", HUM), Delivery(rate))
    take = record([request], {"piper": engine_of(show, length_scale=length_scale)}, lambda _: None)[request]
    assert take.words[-1].text == "enough."


def test_the_record_tells_which_file_spoke(show_folder: Path) -> None:
    """`episode.json` has the version of the engine and those of its voices, and reads back so."""
    make(show_folder / "voices", HUM)
    make(show_folder / "voices", DUO, speakers=("anna", "bert"))
    (show_folder / "show.toml").write_text(
        f'cast = "own"\nunderstudies = []\n[casts.own]\nHOST = "piper:{HUM}"\nANALYST = "piper:{DUO}#bert"\n'
    )
    episode = build(show_folder / "issue.md", show=show_folder).episode
    engine = engine_of(show_folder)
    spoke = {line.role for chapter in episode.timeline for line in chapter.lines}
    voices = [str(voice) for role, voice in episode.cast.voices.items() if role in spoke]
    assert dict(episode.engines) == {
        "piper": engine.version,
        **{voice: engine.voice_version(voice.removeprefix("piper:")) for voice in voices},
    }
    record_file = show_folder / "episodes" / episode.slug / "episode.json"
    assert from_json(record_file.read_text(encoding="utf-8"), episode.slug) == episode


def test_a_long_line_is_said_in_pieces(show: Path) -> None:
    """None takes long, and together they are the line."""
    request = Request(" ".join([TEXT] * 25), Voice("piper", HUM))
    take = record([request], {"piper": engine_of(show)}, lambda _: None)[request]
    assert [word.text for word in take.words] == TEXT.split() * 25
    assert all(before.end_ms <= after.start_ms for before, after in pairwise(take.words))


def test_voices_are_files_and_their_speakers(show: Path) -> None:
    """Voices are known by their files' names, a voice of several speakers also by each of them."""
    engine = engine_of(show)
    (show / "voices" / "lonely.onnx").touch()  # without its settings
    assert engine.voices() == (DUO, f"{DUO}#anna", f"{DUO}#bert", HUM)
    assert [engine.language(voice) for voice in engine.voices()] == ["en-GB", "en-GB", "en-GB", "en-US"]
    assert engine.version.startswith("piper-tts 1.")


def test_speakers_are_numbered_if_they_have_no_names(show: Path) -> None:
    """A voice that only counts its speakers is cast by their numbers."""
    file = show / "voices" / f"{DUO}.onnx.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"speaker_id_map": {}}))
    assert engine_of(show).voices()[:3] == (DUO, f"{DUO}#0", f"{DUO}#1")


def test_each_speaker_has_a_pitch_of_its_own(show: Path) -> None:
    """The speaker that is cast is the one that speaks; without one it is the first."""
    engine = engine_of(show, noise_scale=0, noise_w=0)
    first, anna, bert = (engine.speak(TEXT, voice) for voice in (DUO, f"{DUO}#anna", f"{DUO}#bert"))
    assert first == anna
    assert _periods(bert) == pytest.approx(2 * _periods(anna), rel=0.01)


def test_scales_and_rate_change_the_length(show: Path) -> None:
    """The show's length scale and the role's rate both count."""
    plain = engine_of(show, noise_w=0).speak(TEXT, HUM)
    slow = engine_of(show, noise_w=0, length_scale=2).speak(TEXT, HUM)
    assert slow.duration_ms == 2 * plain.duration_ms
    brisk = engine_of(show, noise_w=0, length_scale=2).speak(TEXT, HUM, Delivery(rate_percent=100))
    assert brisk.duration_ms == plain.duration_ms


def test_noise_is_the_voices_own_unless_the_show_says_otherwise(show: Path) -> None:
    """Two takes of a line differ by the noise that makes a voice lively; without noise they are equal."""
    lively, even = engine_of(show), engine_of(show, noise_scale=0, noise_w=0)
    assert lively.speak(TEXT, HUM) != lively.speak(TEXT, HUM)
    assert even.speak(TEXT, HUM) == even.speak(TEXT, HUM)


def test_the_same_lines_in_the_same_order_are_the_same_bytes(show: Path) -> None:
    """A build from scratch sounds like the one before."""
    texts = (TEXT, "The lamp was lit.", TEXT)
    first, second = (
        [engine.speak(text, HUM) for text in texts] for engine in (engine_of(show), engine_of(show))
    )
    assert first == second


def test_without_the_package_onnx_there_are_no_word_times(
    show: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the studio estimates them, as for any engine without."""
    monkeypatch.setattr("issuecast.speak.piper.engine.find_spec", lambda _: None)
    engine = engine_of(show)
    assert engine.speak(TEXT, HUM).words == ()
    request = Request(TEXT, Voice("piper", HUM))
    take = record([request], {"piper": engine}, lambda _: None)[request]
    assert take.estimated
    assert [word.text for word in take.words] == TEXT.split()


def test_text_is_never_taken_for_phonemes(show: Path) -> None:
    """Double brackets in an issue are text, although piper has a meaning for them."""
    engine = engine_of(show, noise_scale=0, noise_w=0)
    assert engine.speak("The [[lamp]] was lit.", HUM).pcm == engine.speak("The [ [lamp]] was lit.", HUM).pcm


def test_a_text_without_a_sound_is_refused(show: Path) -> None:
    """What the voice has no phoneme for is no empty take."""
    with pytest.raises(TextRefused, match=r"^the voice has no sound for it$"):
        engine_of(show).speak("", HUM)


def test_the_check_tells_how_to_get_a_voice(show: Path, tmp_path: Path) -> None:
    """Without a voice, the check names both folders and the command that fills one."""
    elsewhere = tmp_path / "other"
    with pytest.raises(EngineUnavailable) as caught:
        engine_of(elsewhere).check()
    assert str(caught.value) == (
        f"piper has no voice in {elsewhere}/voices or {users_folder()}: "
        "fetch one, such as issuecast voices install piper:en_US-lessac-medium."
    )


def test_a_voice_of_the_user_serves_every_show(show: Path, tmp_path: Path) -> None:
    """A voice in the user's folder is found without one in the show, and hidden by one of the same name."""
    make(users_folder(), "en_US-mine-low")
    make(users_folder(), HUM, speakers=("cleo", "dora"))
    assert engine_of(tmp_path / "other").voices() == (HUM, f"{HUM}#cleo", f"{HUM}#dora", "en_US-mine-low")
    assert engine_of(show).voices()[-2:] == (HUM, "en_US-mine-low")


def test_the_check_tells_that_the_library_is_missing(show: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed, the way out names it."""
    monkeypatch.setitem(sys.modules, "piper", None)
    with pytest.raises(EngineUnavailable) as caught:
        engine_of(show).check()
    assert str(caught.value) == (
        'piper-tts is not installed: run pip install "issuecast[piper]", or name another cast with --cast.'
    )


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".onnx", b"so sorry"),
        (".onnx.json", b"so sorry"),
        (".onnx.json", b"[]"),
        (".onnx.json", b'{"num_speakers": "two"}'),
        (".onnx.json", b'{"num_speakers": null}'),
    ],
)
def test_a_damaged_voice_is_named(show: Path, suffix: str, content: bytes) -> None:
    """A voice that cannot be loaded is no matter of trying again."""
    (show / "voices" / f"{HUM}{suffix}").write_bytes(content)
    with pytest.raises(EngineUnavailable) as caught:
        engine_of(show).speak(TEXT, HUM)
    assert HUM in caught.value.problem
    assert caught.value.way_out == f"fetch it again with issuecast voices install piper:{HUM}"


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (
            {"noise": 1},
            (
                "there is no setting 'engines.piper.noise', did you mean 'noise_w'?: "
                "use one of length_scale, noise_scale, noise_w, or leave it out."
            ),
        ),
        ({"length_scale": 0}, "engines.piper.length_scale must be a number from 0.25 to 4: correct it."),
        ({"length_scale": "slow"}, "engines.piper.length_scale must be a number from 0.25 to 4: correct it."),
        ({"length_scale": 1e9}, "engines.piper.length_scale must be a number from 0.25 to 4: correct it."),
        ({"noise_w": -1}, "engines.piper.noise_w must be a number from 0 to 2: correct it."),
        ({"noise_w": float("nan")}, "engines.piper.noise_w must be a number from 0 to 2: correct it."),
        ({"noise_scale": True}, "engines.piper.noise_scale must be a number from 0 to 2: correct it."),
    ],
)
def test_settings_that_cannot_be(settings: dict[str, str | float | bool], message: str) -> None:
    """A setting that is unknown or cannot be used is named."""
    with pytest.raises(SettingsError) as caught:
        PiperEngine().configure(settings, Path())
    assert str(caught.value) == f"show.toml: {message}"


def test_words_that_run_together_are_told_apart() -> None:
    """Phonemes that belong to two words are shared, and a word that sounds otherwise gets the rest."""
    alone = {"of": "ɒv", "the": "ðə", "a": "eɪ", "town": "taʊn"}
    heard = [Phoneme(sign, place / 10, (place + 1) / 10) for place, sign in enumerate("^ʌvðə tˈaʊn ɐ.")]
    words = timed("of the town — a", heard, lambda word: alone.get(word, ""))
    assert [(word.text, word.start_ms, word.end_ms) for word in words] == [
        ("of", 200, 300),
        ("the", 300, 500),
        ("town", 600, 1100),
        ("a", 1100, 1300),
    ]
    assert timed("of the town", [], lambda word: alone[word]) == ()


class Voices:
    """The site with piper's voices, as a plan of what goes wrong with the files of one."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.plan: deque[str] = deque()
        self.stalled, self.go_on = Event(), Event()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path.partition("?")[0].lstrip("/")
        fault = self.plan.popleft() if self.plan else ""
        if fault.isdigit() or path not in self.files:
            handler.send_error(int(fault or 404))
            return
        content = self.files[path]
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        if fault == "stall":
            handler.wfile.write(content[: len(content) // 2])
            self.stalled.set()
            self.go_on.wait(10)
            return
        half = b"" if fault == "nothing" else content[: len(content) // 2] if fault == "half" else content
        handler.wfile.write(bytes(len(content)) if fault == "zeros" else half)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Voices]:
    """The site of piper's voices, with just one, on a loopback port to which its downloader is pointed."""
    model = make(tmp_path / "site", HUM)
    place = f"en/en_US/hum/low/{HUM}.onnx"
    config = model.with_name(f"{HUM}.onnx.json").read_bytes()
    files = {place: model.read_bytes(), f"{place}.json": config}
    card = "en/en_US/hum/low/MODEL_CARD"
    facts = {path: {"size_bytes": len(one), "md5_digest": _md5(one)} for path, one in files.items()}
    known = {HUM: {"key": HUM, "files": facts | {card: {}}}}
    voices = Voices({**files, card: b"License: public domain", "voices.json": json.dumps(known).encode()})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            voices.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        url = f"http://127.0.0.1:{server.server_port}/"
        host = "https://huggingface.co/rhasspy/piper-voices/resolve/main/"
        for name in ("URL_FORMAT", "VOICES_JSON"):
            monkeypatch.setattr(download_voices, name, getattr(download_voices, name).replace(host, url))
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield voices
        server.shutdown()
        thread.join(10)


def test_a_voice_is_fetched_and_speaks(site: Voices, show: Path) -> None:
    """`install` puts a voice into the user's folder, tells its card, and it can be cast."""
    (show / "voices" / f"{HUM}.onnx").unlink()
    engine = engine_of(show)
    assert engine.install(HUM, lambda *_: None) == "License: public domain"
    assert {file.name for file in users_folder().iterdir()} == {f"{HUM}.onnx", f"{HUM}.onnx.json"}
    assert engine.speak("It burned.", HUM).pcm


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        (["503"], "{host} answers HTTP 503"),
        (["", "500"], "{host} answers HTTP 500"),
        (["", "", "404"], "{host} answers HTTP 404"),
        (["", "", "", "502"], "{host} answers HTTP 502"),
        (["half"], "the connection dropped before the end"),
        (["zeros"], "what came is no list of voices"),
        (["", "half"], f"{HUM}.onnx did not come whole"),
        (["", "zeros"], f"{HUM}.onnx did not come whole"),
        (["", "", "half"], f"{HUM}.onnx.json did not come whole"),
        (["", "", "nothing"], f"{HUM}.onnx.json did not come whole"),
    ],
)
def test_a_voice_that_does_not_come_whole_does_not_come(
    site: Voices, tmp_path: Path, plan: list[str], why: str
) -> None:
    """Whatever fails, there is one sentence, and the folder with an older voice stays as it was."""
    folder = tmp_path / "voices"
    older = {
        path: path.read_bytes() for path in make(folder, HUM, speakers=("anna", "bert")).parent.iterdir()
    }
    site.plan.extend(plan)
    with pytest.raises(VoiceError) as caught:
        piper_install.install(HUM, folder)
    host = download_voices.VOICES_JSON.split("/")[2]
    assert str(caught.value) == f"The voice {HUM} cannot be fetched ({why.format(host=host)}): {AGAIN}"
    assert {path: path.read_bytes() for path in folder.iterdir()} == older


def test_a_file_without_a_checksum_must_load(site: Voices, tmp_path: Path) -> None:
    """Where piper's list tells no sums, half a model is found out by loading it."""
    known = json.loads(site.files["voices.json"])
    known[HUM]["files"] = {path: {} for path in known[HUM]["files"]}
    site.files["voices.json"] = json.dumps(known).encode()
    site.plan.extend(["", "half"])
    with pytest.raises(VoiceError) as caught:
        piper_install.install(HUM, tmp_path / "voices")
    why = f"{HUM}.onnx is no voice that piper can load"
    assert str(caught.value) == f"The voice {HUM} cannot be fetched ({why}): {AGAIN}"
    assert list((tmp_path / "voices").iterdir()) == []


def test_a_file_that_the_list_does_not_tell_is_not_trusted(site: Voices, tmp_path: Path) -> None:
    """A list without the model is no list for it, and nothing comes of it."""
    known = json.loads(site.files["voices.json"])
    del known[HUM]["files"][f"en/en_US/hum/low/{HUM}.onnx"]
    site.files["voices.json"] = json.dumps(known).encode()
    with pytest.raises(VoiceError) as caught:
        piper_install.install(HUM, tmp_path / "voices")
    why = f"piper's list does not tell what {HUM}.onnx must be"
    assert str(caught.value) == f"The voice {HUM} cannot be fetched ({why}): {AGAIN}"
    assert list((tmp_path / "voices").iterdir()) == []


def test_who_waits_for_a_voice_sees_it_come(
    site: Voices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it comes it is told how much is there, of as much as both files are long."""
    monkeypatch.setattr(piper_install, "LOOK_S", 0.01)
    model, settings = (site.files[f"en/en_US/hum/low/{HUM}.onnx{suffix}"] for suffix in ("", ".json"))
    told: list[tuple[int, int]] = []

    def on_bytes(done: int, total: int) -> None:
        told.append((done, total))
        if done == len(model):
            site.go_on.set()

    site.plan.extend(["", "", "stall"])
    with pytest.raises(VoiceError, match="did not come whole"):
        piper_install.install(HUM, tmp_path / "voices", on_bytes)
    assert (len(model), len(model) + len(settings)) in told


def test_a_voice_that_does_not_exist_is_told(site: Voices, tmp_path: Path) -> None:
    """A name that piper does not list gets a suggestion, and no folder is made."""
    with pytest.raises(VoiceError) as caught:
        piper_install.install("en_US-hun-low", tmp_path / "voices")
    assert str(caught.value) == (
        f"piper has no voice 'en_US-hun-low', did you mean '{HUM}'?: "
        "name one of those that python -m piper.download_voices lists."
    )
    assert not (tmp_path / "voices").exists()


@pytest.mark.parametrize("content", [b"[]", b'{"en_US-hum-low": 1}', b'{"en_US-hum-low": {}}', b"<html>"])
def test_a_list_that_is_none_is_told(site: Voices, tmp_path: Path, content: bytes) -> None:
    """A page of somebody who stands between is no list, and no reason for a traceback."""
    site.files["voices.json"] = content
    with pytest.raises(VoiceError) as caught:
        piper_install.install(HUM, tmp_path / "voices")
    assert str(caught.value) in (
        f"The voice {HUM} cannot be fetched (what came is no list of voices): {AGAIN}",
        f"piper has no voice '{HUM}': name one of those that python -m piper.download_voices lists.",
    )
    assert not (tmp_path / "voices").exists()


def test_a_voice_for_which_there_is_no_room_does_not_come(site: Voices, tmp_path: Path) -> None:
    """A full disk is told as such, and an older voice is left."""
    folder = tmp_path / "voices"
    older = {
        path: path.read_bytes() for path in make(folder, HUM, speakers=("anna", "bert")).parent.iterdir()
    }
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(VoiceError) as caught:
            piper_install.install(HUM, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert str(caught.value) == (
        f"The voice {HUM} cannot be put into {folder} (File too large): "
        "make room there, or make it writable, and try again."
    )
    assert {path: path.read_bytes() for path in folder.iterdir()} == older


def test_a_folder_that_is_none_is_told(site: Voices, tmp_path: Path) -> None:
    """Where a file is in the way, the place is named, not the connection."""
    (tmp_path / "data").write_text("a file")
    with pytest.raises(VoiceError, match=r"^The voice \S+ cannot be put into \S+ \(Not a directory\): "):
        piper_install.install(HUM, tmp_path / "data" / "voices")


@pytest.mark.parametrize("way", ["", " by way of the proxy {host}"])
def test_without_a_connection_no_voice_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Nobody listens there, or at the proxy, which is named."""
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        host = f"127.0.0.1:{nobody.getsockname()[1]}"
    monkeypatch.setattr(download_voices, "VOICES_JSON", f"http://{host}/voices.json")
    for name in ("http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    if way:
        monkeypatch.setenv("HTTP_PROXY", f"http://bob:s3cret@{host}")
    with pytest.raises(VoiceError) as caught:
        piper_install.install(HUM, tmp_path / "voices")
    assert str(caught.value) == (
        f"The voice {HUM} cannot be fetched{way.format(host=host)} (Connection refused): {AGAIN}"
    )


@pytest.mark.parametrize("proxy", ["socks5://bob:s3cret@127.0.0.1:1080", "http://127.0.0.1:notaport"])
def test_a_proxy_that_cannot_be_used_is_told(
    site: Voices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    """By its name, and before anybody is asked."""
    for name in ("http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(EngineUnavailable) as caught:
        piper_install.install(HUM, tmp_path / "voices")
    assert caught.value.problem == f"piper cannot use the proxy {proxy.replace('bob:s3cret@', '')}"


def test_a_voice_comes_through_the_proxy_of_all(
    site: Voices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ALL_PROXY serves for piper's downloader, as it does for the engines that ask a service."""
    for name in ("http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    here = "/".join(download_voices.VOICES_JSON.split("/")[:3])
    monkeypatch.setenv("ALL_PROXY", here)
    for name in ("URL_FORMAT", "VOICES_JSON"):
        there = getattr(download_voices, name).replace(here, "http://voices.invalid")
        monkeypatch.setattr(download_voices, name, there)
    site.files |= {f"http://voices.invalid/{path}": content for path, content in site.files.items()}
    assert piper_install.install(HUM, tmp_path / "voices") == "License: public domain"


KILLED = """
import sys
from pathlib import Path
from piper import download_voices
download_voices.URL_FORMAT, download_voices.VOICES_JSON = sys.argv[1:3]
from issuecast.speak.piper.install import install
install(sys.argv[3], Path(sys.argv[4]))
"""


def test_a_kill_leaves_no_half_of_a_voice(site: Voices, tmp_path: Path) -> None:
    """What was coming is no voice, is in nobody's way, and is taken away later."""
    folder = tmp_path / "show" / "voices"
    site.plan.extend(["", "stall"])
    urls = (download_voices.URL_FORMAT, download_voices.VOICES_JSON)
    child = subprocess.Popen([sys.executable, "-c", KILLED, *urls, HUM, str(folder)])
    assert site.stalled.wait(20)
    child.kill()
    child.wait(10)
    site.go_on.set()
    assert HUM not in PiperEngine().voices()
    assert models(folder.parent) == {}
    (left,) = folder.iterdir()
    piper_install.install(HUM, folder)
    assert {file.name for file in folder.iterdir()} == {left.name, f"{HUM}.onnx", f"{HUM}.onnx.json"}
    os.utime(left, (0, 0))
    piper_install.install(HUM, folder)
    assert {file.name for file in folder.iterdir()} == {f"{HUM}.onnx", f"{HUM}.onnx.json"}


def test_the_command_shows_the_licence(site: Voices, show: Path) -> None:
    """Who fetches a voice reads its model card."""
    done = CliRunner().invoke(cli, ["voices", "--show", str(show), "install", f"piper:{HUM}"])
    assert done.output == f"License: public domain\npiper:{HUM} is there: name it in show.toml.\n"
    known = json.loads(site.files["voices.json"])
    del known[HUM]["files"]["en/en_US/hum/low/MODEL_CARD"]
    site.files["voices.json"] = json.dumps(known).encode()
    done = CliRunner().invoke(cli, ["voices", "--show", str(show), "install", f"piper:{HUM}"])
    assert done.output.startswith("It has no model card, so its licence is not told.\n")


def _md5(content: bytes) -> str:
    return hashlib.md5(content, usedforsecurity=False).hexdigest()


def _periods(take: Take) -> int:
    """How often the sound rises through zero."""
    samples = array("h", take.pcm)
    return sum(before < 0 <= after for before, after in pairwise(samples))


def test_a_voice_that_was_replaced_makes_takes_of_its_own(show: Path) -> None:
    """The version of a voice is that of its files, so takes of another file by the same name are not used."""
    before = engine_of(show).voice_version(HUM)
    assert engine_of(show).voice_version(HUM) == before
    assert engine_of(show).voice_version(DUO) == engine_of(show).voice_version(f"{DUO}#anna") != before
    settings = show / "voices" / f"{HUM}.onnx.json"
    settings.write_text(settings.read_text(encoding="utf-8").replace("0.1", "0.2"), encoding="utf-8")
    assert engine_of(show).voice_version(HUM) != before
