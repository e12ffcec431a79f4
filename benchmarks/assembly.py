"""The same clips made into one mastered MP3, by the mixer and by other programs.

A clip is what the online voices send: MP3 at 24 kHz, mono, 48 kbit/s. Each program runs in a process and an
environment of its own, and tells the seconds of its work, without what it imports.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from costs import Cost, measured
from floor import FFMPEG
from issuecast.linked import Pair
from issuecast.mix import Desk, MusicSet, Tags, id3_tag, load_music, mix
from issuecast.models import (
    Cast,
    Line,
    Music,
    Performance,
    Sting,
    Take,
    Voice,
    VoicedChapter,
    VoicedCue,
    VoicedLine,
)
from issuecast.publish.artwork import artwork
from issuecast.show import Loudness, Show
from issuecast.speak.decode import pcm_of
from issuecast.speak.edge.engine import RATE_HZ, REQUESTS_AT_ONCE
from issuecast.speak.espeak.engine import EspeakEngine
from issuecast.speak.trim import trimmed
from issuecast.spool import contents
from writing import sentence

CLIPS_IN_A_CHAPTER = 10
_SENTENCES = 2
_VOICES = ("en-us", "en-us+f1")

_PROGRAM = """
import json, os, sys, time
from pathlib import Path
clips, target, told = map(Path, sys.argv[1:4])
{imports}
files = sorted(str(file) for file in clips.glob("*.mp3"))
start, spent = time.perf_counter(), sum(os.times()[:4])
{work}
told.write_text(json.dumps([time.perf_counter() - start, sum(os.times()[:4]) - spent]))
"""
_NORMALIZE = """normalize = FFmpegNormalize(
    target_level=-16, true_peak=-1, audio_codec="libmp3lame", audio_bitrate="128k", sample_rate=48000
)
normalize.add_media_file(str(clips), str(target))
normalize.run_normalization()
"""
PEERS: Mapping[str, tuple[str, str]] = {
    "podcastfy": (
        "from podcastfy.text_to_speech import TextToSpeech\ntool = TextToSpeech(model='edge')",
        "tool._merge_audio_files(files, str(target))",
    ),
    "podcast-creator": (
        "import asyncio\nfrom podcast_creator.core import combine_audio_files",
        "asyncio.run(combine_audio_files(clips, target.name, target.parent))",
    ),
}
"""What is imported, and the call that makes one MP3, `target`, of the clips."""


@dataclass(frozen=True, slots=True)
class Row:
    """A program's cost, and that of ffmpeg-normalize after it."""

    name: str
    assembled: Cost
    normalized: Cost


def clips(folder: Path, count: int) -> float:
    """So many clips of about 12.6 s of embedded voices in `folder`, numbered; the seconds of all together."""
    folder.mkdir()
    chance, engine, length_ms = random.Random(1), EspeakEngine(), 0  # noqa: S311  the same clips in each run
    for number in range(count):
        text = " ".join(sentence(chance) for _ in range(_SENTENCES))
        take = engine.speak(text, _VOICES[number % 2])
        length_ms += take.duration_ms
        name = f"{number // 2 + 1:04}_{('question', 'answer')[number % 2]}.mp3"
        source = ("-f", "s16le", "-ar", str(take.rate_hz), "-ac", "1", "-i", "pipe:0")
        encode = [*FFMPEG, *source, "-ar", "24000", "-b:a", "48k", folder / name]
        subprocess.run(encode, input=take.pcm, check=True)
    return length_ms / 1000


def decoding(folder: Path) -> Cost:
    """What of `ours` is only reading the clips, which a build does while it waits for more of them."""
    return _ours(folder, "performed(files, music=False)")


def ours(folder: Path, *, music: bool) -> Cost:
    """Decoding, mixing, mastering, chapters and tags, in a process of its own."""
    return _ours(folder, f"target.write_bytes(assembled(files, music={music}))")


def _ours(folder: Path, work: str) -> Cost:
    here = str(Path(__file__).parent)
    imports = f"sys.path.insert(0, {here!r})\nfrom assembly import assembled, performed"
    program = _PROGRAM.format(imports=imports, work=work)
    return _run(sys.executable, program, folder, folder.with_name("ours.mp3"))


def peers(name: str, python: str, folder: Path) -> Row:
    """A peer alone, and ffmpeg-normalize on what it made."""
    made, normalized = folder.with_name(f"{name}.mp3"), folder.with_name(f"{name}-16.mp3")
    imports, work = PEERS[name]
    alone = _run(python, _PROGRAM.format(imports=imports, work=work), folder, made)
    program = _PROGRAM.format(imports="from ffmpeg_normalize import FFmpegNormalize", work=_NORMALIZE)
    return Row(name, alone, _run(python, program, made, normalized))


def _run(python: str, program: str, source: Path, target: Path) -> Cost:
    target.unlink(missing_ok=True)
    told = source.with_name("seconds.json")
    cost = measured([python, "-W", "ignore", "-c", program, source, target, told], cwd=source.parent)
    seconds, cpu_seconds = json.loads(told.read_text())
    return Cost(seconds, cpu_seconds, cost.peak_mb)


def assembled(files: Sequence[str], *, music: bool) -> bytes:
    """The clips as an episode of chapters of ten, as a build makes it from what an online voice sent."""
    show = Show()
    performance = performed(files, music=music)
    started = load_music(show) if music else MusicSet()
    mixed = mix(performance, Desk(started, Loudness(), {}), on_chapter=lambda *_: None)
    tags = Tags(
        title="Clips",
        show=show.title,
        author=show.author,
        date=date(2026, 1, 12),
        number=1,
        comment="Clips.",
        language=show.language,
        cover_jpeg=artwork(show),
        timeline=mixed.timeline,
    )
    return b"".join([id3_tag(tags), *contents(mixed.stream)])


def performed(files: Sequence[str], *, music: bool) -> Performance:
    """The clips decoded as the online engine decodes them, and trimmed, in turns of two roles."""
    cast = Cast("clips", {"HOST": Voice("edge", "a"), "ANALYST": Voice("edge", "b")})
    with ThreadPoolExecutor(REQUESTS_AT_ONCE + 2) as booths:
        takes = list(booths.map(_decoded, files))
    return Performance(cast, tuple(_chapters(takes, music=music)))


def _decoded(file: str) -> Take:
    return trimmed(Take(pcm_of(Path(file).read_bytes(), "mp3", RATE_HZ), RATE_HZ))


def _chapters(takes: Sequence[Take], *, music: bool) -> Iterator[VoicedChapter]:
    text = "Some words that are said in this clip, and some more of them."
    lines = [
        VoicedLine(Line(("HOST", "ANALYST")[number % 2], text), (Pair(text, text),), take)
        for number, take in enumerate(takes)
    ]
    for start in range(0, len(lines), CLIPS_IN_A_CHAPTER):
        opening: VoicedCue = Sting() if start else Music("intro")
        cues = tuple(lines[start : start + CLIPS_IN_A_CHAPTER])
        yield VoicedChapter(f"Chapter {start // 10 + 1}", (opening, *cues) if music else cues)
