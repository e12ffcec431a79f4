"""The engine `piper`: neural voices, offline, through piper-tts (the extra `piper`).

A voice is known by the name of its files, in the show's folder `voices/` or in the user's (folders.py).
One with several speakers is named with one of them: `en_US-libritts-high#p3922`.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from issuecast.errors import EngineUnavailable
from issuecast.models import Delivery, Take
from issuecast.speak.engines import NATURAL, Settings, TextRefused
from issuecast.speak.piper.folders import config_file, config_of, folders, models, reinstall, speakers_of
from issuecast.speak.piper.install import OnBytes, install
from issuecast.speak.piper.words import Phoneme, timed
from issuecast.speak.sounds import marked
from issuecast.speak.table import Rule, check_table, number

if TYPE_CHECKING:
    from piper import AudioChunk, PiperVoice

SETTINGS: Mapping[str, Rule] = {
    "length_scale": Rule(lambda value: number(value, 0.25, 4), "a number from 0.25 to 4"),
    "noise_scale": Rule(lambda value: number(value, 0, 2), "a number from 0 to 2"),
    "noise_w": Rule(lambda value: number(value, 0, 2), "a number from 0 to 2"),
}
"""As piper calls them: above 1 is slower; how much the sound varies; how much the rhythm varies."""

SEED = 2026
"""Of the noise by which voices vary: the same lines in the same order come out the same."""


class PiperEngine:
    """Voices that are installed. One speaks at a time, on all processors."""

    name = "piper"
    concurrency = 1
    longest_bytes = 1_000
    """A minute of sound: what runs in this process cannot be cut off, and is through with that in seconds."""

    def __init__(self) -> None:
        self._show = Path()
        self._scales: Mapping[str, float] = {}
        self._loaded: dict[Path, PiperVoice] = {}
        self._digests: dict[Path, str] = {}

    def configure(self, settings: Settings, folder: Path) -> None:
        """Take the scales; the voices of the show in `folder` come first.

        Raises:
            SettingsError: there is another setting, or a scale is beyond what can be followed.
        """
        check_table(self.name, settings, SETTINGS)
        self._show, self._scales = folder, {key: float(value) for key, value in settings.items()}

    def check(self) -> None:
        """Look for the library and for a voice.

        Raises:
            EngineUnavailable: one of them is not installed.
        """
        _library()
        if not self.voices():
            raise EngineUnavailable(
                f"piper has no voice in {' or '.join(map(str, folders(self._show)))}",
                "fetch one, such as issuecast voices install piper:en_US-lessac-medium",
            )

    @property
    def version(self) -> str:
        try:
            return f"piper-tts {version('piper-tts')}"
        except PackageNotFoundError as error:
            raise _not_installed() from error

    @property
    def speed(self) -> float:
        return 1 / self._scales.get("length_scale", 1)

    def voices(self) -> tuple[str, ...]:
        """Those that are installed, each also with each of its speakers."""
        return tuple(
            voice
            for name, model in models(self._show).items()
            for voice in (name, *(f"{name}#{speaker}" for speaker in speakers_of(model)))
        )

    def language(self, voice: str) -> str:
        """As the voice's settings tell, or else its name, which is known of one that is not here, too."""
        name = voice.partition("#")[0]
        model = models(self._show).get(name)
        told = config_of(model).get("language", {}) if model else {}
        code: str = told.get("code") or name.partition("-")[0]
        return code.replace("_", "-")

    def voice_version(self, voice: str) -> str:
        """The digest of the model's files: another may have the name of one that was replaced."""
        model = self._model(voice)
        if model not in self._digests:
            parts = [file.read_bytes() for file in (model, config_file(model))]
            self._digests[model] = hashlib.sha256(b"".join(parts)).hexdigest()
        return self._digests[model]

    def settings_heard(self, voice: str) -> Settings:
        """The scales that are not the voice's own."""
        own = config_of(self._model(voice)).get("inference", {})
        return {key: scale for key, scale in self._scales.items() if scale != own.get(key)}

    def takes_sounds(self, voice: str) -> bool:
        """Those that are trained on espeak's phonemes, which nearly all are."""
        model = models(self._show).get(voice.partition("#")[0])
        return model is not None and config_of(model).get("phoneme_type", "espeak") == "espeak"

    def install(self, voice: str, on_bytes: OnBytes) -> str:
        """Fetch a voice into the user's folder: see install.py."""
        _library()
        return install(voice, folders(self._show)[-1], on_bytes)

    def speak(self, text: str, voice: str, delivery: Delivery = NATURAL) -> Take:
        """16-bit mono at the voice's rate; with word times if the package onnx is there to find them.

        Neural voices have no pitch to set: it stays as it is.

        Raises:
            EngineUnavailable: the voice cannot be loaded.
            TextRefused: the voice has no sound for the text.
        """
        model, speaker = self._model(voice), voice.partition("#")[2]
        speaks = self._loaded.get(model) or self._loaded.setdefault(model, _load(model))
        slower = self._scales.get("length_scale", speaks.config.length_scale)
        way = _library().SynthesisConfig(
            speaker_id=speakers_of(model).get(speaker),
            length_scale=slower * 100 / (100 + delivery.rate_percent),
            noise_scale=self._scales.get("noise_scale"),
            noise_w_scale=self._scales.get("noise_w"),
        )
        phonetic = marked(text, delivery.sounds, str, english=self.language(voice).startswith("en"))
        chunks = list(speaks.synthesize(phonetic.text, way, include_alignments=True))
        if not chunks:
            raise TextRefused("the voice has no sound for it")
        pcm = b"".join(chunk.audio_int16_bytes for chunk in chunks)

        def sound_out(word: str) -> list[str]:
            return _flat(speaks.phonemize(marked(word, delivery.sounds, str, english=False).text))

        words = timed(text, tuple(_phonemes(chunks)), sound_out)
        return Take(pcm, chunks[0].sample_rate, words)

    def _model(self, voice: str) -> Path:
        name = voice.partition("#")[0]
        model = models(self._show).get(name)
        if model is None:
            raise EngineUnavailable(
                f"piper's voice {name} is not here", f"fetch it with issuecast voices install piper:{name}"
            )
        return model


def _library() -> Any:
    try:
        import piper
    except ImportError as error:
        raise _not_installed() from error
    logging.getLogger("piper").setLevel(logging.ERROR)  # it warns of each sign without a sound
    return piper


def _not_installed() -> EngineUnavailable:
    return EngineUnavailable(
        "piper-tts is not installed", 'run pip install "issuecast[piper]", or name another cast with --cast'
    )


def _load(model: Path) -> PiperVoice:
    """The voice, its noise begun anew."""
    from onnxruntime import set_seed

    set_seed(SEED)
    try:
        voice: PiperVoice = _library().PiperVoice.load(model, include_alignments=bool(find_spec("onnx")))
    except Exception as error:  # of the runtime, the model's format, or a setting that is missing
        raise EngineUnavailable(
            f"piper cannot load its voice {model.stem} ({error})", reinstall(model.stem)
        ) from error
    return voice


def _flat(sentences: Iterable[Iterable[str]]) -> list[str]:
    return [sign for sentence in sentences for sign in sentence]


def _phonemes(chunks: Sequence[AudioChunk]) -> Iterator[Phoneme]:
    """The phonemes of sentences that follow each other; none if one sentence does not tell their times."""
    if not all(chunk.phoneme_alignments for chunk in chunks):
        return
    begin = 0.0
    for chunk in chunks:
        now = begin
        for part in chunk.phoneme_alignments or ():
            length = float(part.num_samples) / chunk.sample_rate
            yield Phoneme(part.phoneme, now, now + length)
            now += length
        begin += len(chunk.audio_float_array) / chunk.sample_rate
