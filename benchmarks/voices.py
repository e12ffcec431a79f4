"""How well the offline voices are understood, by a speech recognizer that needs no connection either.

    pip install -e '.[bench]'
    python benchmarks/voices.py [VOICE ...]

Each voice says the passage of passage.py, sentence by sentence, as the studio records it; pocketsphinx
listens, with its own settings and its own model of American English. Prints how many of the words are
mistaken (another one, none, or one too many, over those of the passage: it can exceed 100 %), the interval
in which this rate lies for 95 of 100 passages drawn from these sentences (bootstrap, seeded), the words a
minute while the voice sounds, and the processor time it took.

A VOICE is named as in show.toml, such as flite:rms. Without one those of the starter's offline and draft
casts are heard, and two that the draft cast might have had.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

import pocketsphinx

from issuecast.errors import EngineUnavailable
from issuecast.ffmpeg import ffmpeg
from issuecast.models import Recording, Voice
from issuecast.show.voices import STARTER_CASTS
from issuecast.speak import engines
from issuecast.speak.request import Request
from issuecast.speak.studio import record
from passage import SENTENCES

STARTERS = [str(voice) for cast in ("offline", "draft") for voice in STARTER_CASTS[cast].values()]
CANDIDATES = ["espeak:en-us+anika", "espeak:en-us+f4"]

RESAMPLINGS = 10_000
HEARD_HZ = 16_000
"""The rate of the recognizer's model."""

SILENCE = bytes(2 * HEARD_HZ // 5)
"""200 ms around each take: the recognizer's model knows speech that begins after a breath."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """How many words a sentence has, how many are mistaken, and how long it sounds."""

    words: int
    mistaken: int
    seconds: float


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    options.add_argument("voices", nargs="*", metavar="VOICE", default=STARTERS + CANDIDATES)
    names: list[str] = options.parse_args().voices
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    words = sum(len(spelled(text)) for text in SENTENCES)
    print(f"pocketsphinx {version('pocketsphinx')}, {len(SENTENCES)} sentences, {words} words\n")
    print(f"{'':22}{'mistaken':>10}{'95 of 100':>16}{'words/min':>11}{'processor s':>13}")
    for name in names:
        engine, _, voice = name.partition(":")
        began_s = processor_s()
        try:
            told = _row(heard(Voice(engine, voice)))
        except EngineUnavailable as error:
            print(f"{name:22}  {error}")
        else:
            print(f"{name:22}{told}{processor_s() - began_s:13.1f}", flush=True)


def heard(voice: Voice) -> list[Sentence]:
    """The passage, said by a voice and recognized.

    Raises:
        EngineUnavailable: the engine cannot run here.
    """
    engine = engines.find(voice.engine)
    engine.check()
    requests = [Request(text, voice) for text in SENTENCES]
    takes = record(requests, {engine.name: engine}, lambda _: None)
    decoder = pocketsphinx.Decoder(samprate=HEARD_HZ, loglevel="FATAL")
    return [_sentence(one.text, takes[one], decoder) for one in requests]


def processor_s() -> float:
    """What this process and those that it waited for have used."""
    return sum(os.times()[:4])


def spelled(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def distance(said: Sequence[str], understood: Sequence[str]) -> int:
    """The fewest words to substitute, leave out and put in that make the one of the other (Levenshtein)."""
    row = list(range(len(understood) + 1))
    for count, word in enumerate(said, 1):
        diagonal, row[0] = row[0], count
        for at, other in enumerate(understood, 1):
            diagonal, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, diagonal + (word != other))
    return row[-1]


def interval(sentences: Sequence[Sentence]) -> tuple[float, float]:
    """Where the rate of mistaken words lies in 95 of 100 samples of as many sentences."""
    chance = random.Random(1)  # noqa: S311  the same samples in each run
    rates = sorted(rate(chance.choices(sentences, k=len(sentences))) for _ in range(RESAMPLINGS))
    return rates[RESAMPLINGS // 40], rates[-RESAMPLINGS // 40]


def rate(sentences: Sequence[Sentence]) -> float:
    return sum(one.mistaken for one in sentences) / sum(one.words for one in sentences)


def _sentence(text: str, take: Recording, decoder: pocketsphinx.Decoder) -> Sentence:
    pcm = f"-f s16le -ar {take.rate_hz} -ac 1 -i pipe:0 -f s16le -ar {HEARD_HZ} pipe:1"
    sound = SILENCE + ffmpeg(pcm.split(), take.pcm).output + SILENCE
    decoder.start_utt()
    decoder.process_raw(sound, full_utt=True)
    decoder.end_utt()
    guess = decoder.hyp()
    words = spelled(text)
    mistaken = distance(words, guess.hypstr.split() if guess else [])
    return Sentence(len(words), mistaken, take.duration_ms / 1000)


def _row(sentences: Sequence[Sentence]) -> str:
    low, high = (f"{100 * bound:.1f}" for bound in interval(sentences))
    minutes = sum(one.seconds for one in sentences) / 60
    pace = sum(one.words for one in sentences) / minutes
    return f"{100 * rate(sentences):8.1f} %{f'{low}–{high} %':>16}{pace:11.0f}"


if __name__ == "__main__":
    main()
