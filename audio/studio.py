"""The studio: turns parts of notes into mixed, levelled FLAC files.

`score.py` says what is played; this module says how it becomes sound. A piece goes through

1. MIDI (mido), one file a part, touched up by small, repeatable inaccuracies of a player;
2. a dry recording of each part (fluidsynth, with a General MIDI soundfont);
3. the desk: equalizer (ffmpeg), swell, pan, level, and one room for all (numpy);
4. the cut: fades, or for a loop one period taken from the middle of three;
5. the master: a little compression (not for loops), gain to the loudness target (EBU R 128,
   measured by ffmpeg), and FLAC with 16 bits.

Nothing in it depends on the clock or on chance: the same score gives the same bytes, given the
same versions of the tools.
"""  # noqa: INP001 - not a package: score.py runs beside it

from __future__ import annotations

import random
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import mido
import numpy as np
import numpy.typing as npt

Sound: TypeAlias = npt.NDArray[np.float64]  # shape (samples, 2), full scale = 1.0
Line: TypeAlias = list[tuple[float, float]]  # (beat, level from 0 to 1), joined by straight lines

RATE = 48_000  # Hz
TICKS = 480  # MIDI ticks a beat
DRUMS = 9  # MIDI channel of percussion, counted from zero
TOOLS = ("fluidsynth", "ffmpeg")

ROOM_SECONDS = 2.2  # length of the room's response
ROOM_DECAYS = ((150.0, 2500.0, 1.7), (2500.0, 9000.0, 0.9))  # (from Hz, to Hz, RT60 in seconds)
ROOM_PREDELAY = 0.018  # seconds
WIDTH = 0.7  # of the stereo image: 0 is mono, 1 as recorded
GLUE = "acompressor=threshold=-20dB:ratio=1.8:knee=6:attack=15:release=250"
LOOP_JOINT = 0.08  # seconds over which a loop's end is led into its beginning


class StudioError(Exception):
    """A tool is missing or failed; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """One seat in the band, and its channel on the desk."""

    name: str
    program: int  # General MIDI program from 0; with drums=True the number of the kit
    level: float  # dB
    pan: float = 0.0  # -1 left … 1 right
    room: float = 0.25  # share sent to the room, 0 … 1
    eq: str = "anull"  # ffmpeg audio filters
    drums: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A pitch (MIDI number), when (beats), how long (beats), how hard (1 … 127)."""

    pitch: int
    start: float
    length: float
    velocity: int


@dataclass(frozen=True, slots=True)
class Part:
    """What one instrument plays, and how it swells."""

    instrument: Instrument
    notes: list[Note]
    swell: Line = field(default_factory=lambda: [(0.0, 1.0)])


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of music and how its file is to be cut and levelled."""

    name: str  # the file's name without suffix
    title: str
    tempo: float  # beats a minute
    seconds: float  # length of the file; of a loop, the period
    fade: float  # seconds of fade at the end
    loudness: float  # LUFS
    parts: list[Part]
    momentary: bool = False  # the target is the loudest 400 ms, not the whole
    loops: bool = False


def check(soundfont: Path) -> None:
    """Raise StudioError unless every tool and the soundfont are there."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        msg = f"not on PATH: {', '.join(missing)}; on Debian: apt install fluidsynth ffmpeg"
        raise StudioError(msg)
    if not soundfont.is_file():
        msg = f"no soundfont at {soundfont}; install fluid-soundfont-gm, or pass --soundfont"
        raise StudioError(msg)
    with soundfont.open("rb") as file:
        if file.read(12)[8:] != b"sfbk":  # fluidsynth would quietly play on its default instead
            msg = f"{soundfont} is not a soundfont; pass an .sf2 file with --soundfont"
            raise StudioError(msg)


def produce(piece: Piece, soundfont: Path, folder: Path) -> Path:
    """Render `piece`, write it to `folder` as FLAC, and return the file's path."""
    with tempfile.TemporaryDirectory() as scratch:
        mix = sum_parts(piece, soundfont, Path(scratch))
    cut = cut_loop(mix, piece) if piece.loops else cut_faded(mix, piece)
    if not piece.loops:
        cut = samples(ffmpeg(level(cut, piece), "-af", GLUE, "-f", "f32le", "pipe:1").stdout)
    return encode(level(cut, piece), piece, folder / f"{piece.name}.flac")


# --- 1. MIDI ------------------------------------------------------------------------------------


def humanise(part: Part, piece: Piece) -> list[Note]:
    """Return the part's notes up to 5 ms late and a little uneven, the same way every time."""
    player = random.Random(f"{piece.name}/{part.instrument.name}")  # noqa: S311 - not a secret
    late = 0.005 * piece.tempo / 60
    return [
        Note(
            note.pitch,
            note.start + player.uniform(0, late),
            note.length,
            max(1, min(127, note.velocity + player.randint(-4, 4))),
        )
        for note in part.notes
    ]


def seat(notes: list[Note], *, drums: bool) -> list[tuple[int, Note]]:
    """Give each note a MIDI channel on which its pitch does not sound already."""
    seated: list[tuple[int, Note]] = []
    busy: dict[tuple[int, int], float] = {}
    for note in sorted(notes, key=lambda n: (n.start, n.pitch)):
        channels = [DRUMS] if drums else [c for c in range(16) if c != DRUMS]
        free = [c for c in channels if busy.get((c, note.pitch), 0.0) <= note.start]
        channel = (free or channels)[0]
        busy[channel, note.pitch] = note.start + note.length
        seated.append((channel, note))
    return seated


def midi(part: Part, piece: Piece) -> mido.MidiFile:
    """Write the part as MIDI: a loop three times over, anything else once, then its tail."""
    beats = piece.seconds * piece.tempo / 60
    turns = 3 if piece.loops else 1
    played = humanise(part, piece)
    notes = [
        Note(n.pitch, n.start + turn * beats, n.length, n.velocity) for turn in range(turns) for n in played
    ]
    seated = seat(notes, drums=part.instrument.drums)
    events = [(0, program(channel, part)) for channel in sorted({c for c, _ in seated})]
    for channel, note in seated:
        on, off = ticks(note.start), ticks(note.start + note.length)
        events.append((on, message("note_on", channel, note)))
        events.append((off, message("note_off", channel, note)))
    events.append((ticks(beats * turns + 1), mido.MetaMessage("end_of_track")))
    events.sort(key=lambda event: (event[0], event[1].type != "note_off"))
    return track(events, piece.tempo)


def ticks(beat: float) -> int:
    """Return MIDI ticks for a time in beats."""
    return round(beat * TICKS)


def program(channel: int, part: Part) -> mido.Message:
    """Return the message that seats the part's instrument on `channel`."""
    return mido.Message("program_change", channel=channel, program=part.instrument.program)


def message(kind: str, channel: int, note: Note) -> mido.Message:
    """Return the start or the end of a note."""
    return mido.Message(kind, channel=channel, note=note.pitch, velocity=note.velocity)


def track(events: list[tuple[int, mido.Message]], tempo: float) -> mido.MidiFile:
    """Chain events at absolute ticks, in order, into a one-track MIDI file."""
    file = mido.MidiFile(type=0, ticks_per_beat=TICKS)
    file.tracks.append(mido.MidiTrack([mido.MetaMessage("set_tempo", tempo=mido.bpm2tempo(tempo))]))
    now = 0
    for tick, event in events:
        file.tracks[0].append(event.copy(time=tick - now))
        now = tick
    return file


# --- 2. Recording -------------------------------------------------------------------------------


def record(part: Part, piece: Piece, soundfont: Path, scratch: Path) -> Sound:
    """Return the part as fluidsynth plays it: no reverb, no chorus."""
    score, raw = scratch / "part.mid", scratch / "part.f32"
    midi(part, piece).save(str(score))
    settings = ["-R", "0", "-C", "0", "-g", "0.5", "-r", str(RATE), "-o", "synth.cpu-cores=1"]
    output = ["-F", str(raw), "-T", "raw", "-O", "float"]
    run(["fluidsynth", "-n", "-i", "-q", *settings, *output, str(soundfont), str(score)])
    return samples(raw.read_bytes())


def samples(raw: bytes) -> Sound:
    """Read interleaved 32-bit floats as stereo."""
    return np.frombuffer(raw, dtype="<f4").reshape(-1, 2).astype(np.float64)


def run(command: list[str], data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run a tool on `data`; raise StudioError with its last words if it fails."""
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode != 0:
        words = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        msg = f"{command[0]} ended with {done.returncode}: {' '.join(words)}"
        raise StudioError(msg)
    return done


def ffmpeg(sound: Sound, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Hand `sound` to ffmpeg as raw floats, with the given output arguments."""
    source = ["-f", "f32le", "-ar", str(RATE), "-ac", "2", "-i", "pipe:0"]
    command = ["ffmpeg", "-hide_banner", "-nostats", *source, *arguments]
    return run(command, sound.astype("<f4").tobytes())


# --- 3. Desk ------------------------------------------------------------------------------------


def sum_parts(piece: Piece, soundfont: Path, scratch: Path) -> Sound:
    """Return all parts through the desk, with the room."""
    turns = 3 if piece.loops else 1
    length = round(turns * piece.seconds * RATE)
    dry, sent = np.zeros((length, 2)), np.zeros((length, 2))
    for part in piece.parts:
        sound = strip(record(part, piece, soundfont, scratch), part, piece, length)
        dry += sound * (1 - part.instrument.room)
        sent += sound * part.instrument.room
    return narrow(dry + reverberate(sent))


def strip(sound: Sound, part: Part, piece: Piece, length: int) -> Sound:
    """Put one part through its channel strip: equalizer, level, swell, pan."""
    chair = part.instrument
    filtered = samples(ffmpeg(sound, "-af", chair.eq, "-f", "f32le", "pipe:1").stdout)[:length]
    fitted = np.pad(filtered, ((0, length - len(filtered)), (0, 0)))
    beats = np.arange(length) / RATE * piece.tempo / 60
    swell = np.interp(beats, [b for b, _ in part.swell], [v for _, v in part.swell])
    sides = np.array([min(1.0, 1 - chair.pan), min(1.0, 1 + chair.pan)])
    mixed: Sound = fitted * decibels(chair.level) * swell[:, None] * sides
    return mixed


def narrow(sound: Sound) -> Sound:
    """Bring the sides nearer the middle: easy on headphones, and sound on one speaker."""
    middle = sound.mean(axis=1, keepdims=True)
    narrowed: Sound = middle + (sound - middle) * WIDTH
    return narrowed


def decibels(gain: float) -> float:
    """Return the factor of a gain in dB."""
    return float(10 ** (gain / 20))


def reverberate(sound: Sound) -> Sound:
    """Return what the room answers to `sound`, cut to the same length."""
    room = room_response()
    size = len(sound) + len(room)
    spectrum = np.fft.rfft(sound, size, axis=0) * np.fft.rfft(room, size, axis=0)
    wet: Sound = np.fft.irfft(spectrum, size, axis=0)[: len(sound)]
    return wet


def room_response() -> Sound:
    """Return a hall's impulse response: noise that decays, the treble sooner; energy 1 a side."""
    length = round(ROOM_SECONDS * RATE)
    time = np.arange(length) / RATE
    noise = np.fft.rfft(np.random.default_rng(1).standard_normal((length, 2)), axis=0)
    pitch = np.fft.rfftfreq(length, 1 / RATE)
    response = np.zeros((length, 2))
    for low, high, rt60 in ROOM_DECAYS:
        band = (1 / (1 + (low / np.maximum(pitch, 1)) ** 4)) / (1 + (pitch / high) ** 4)
        decay = 10 ** (-3 * time / rt60)
        response += np.fft.irfft(noise * band[:, None], length, 0) * decay[:, None]
    onset = np.clip(time / 0.01, 0, 1) * np.clip((ROOM_SECONDS - time) / 0.2, 0, 1)
    response *= onset[:, None] / np.sqrt((response**2).sum(axis=0))
    return np.pad(response, ((round(ROOM_PREDELAY * RATE), 0), (0, 0)))


# --- 4. Cut -------------------------------------------------------------------------------------


def cut_faded(mix: Sound, piece: Piece) -> Sound:
    """Return the piece with a 5 ms fade in and its own fade out, down to digital silence."""
    time = np.arange(len(mix)) / RATE
    end = (len(mix) - 1) / RATE
    rise = np.clip(time / 0.005, 0, 1)
    fall = np.sin(np.clip((end - time) / piece.fade, 0, 1) * np.pi / 2) ** 2
    faded: Sound = mix * (rise * fall)[:, None]
    return faded


def cut_loop(mix: Sound, piece: Piece) -> Sound:
    """Return the middle one of three turns, its head blended from what follows its end.

    The first sample is the one that would have followed the last: the joint is continuous
    whatever the instruments' slow vibratos were doing.
    """
    period, joint = round(piece.seconds * RATE), round(LOOP_JOINT * RATE)
    turn = mix[period : 2 * period].copy()
    blend = np.linspace(0, 1, joint)[:, None]
    turn[:joint] = turn[:joint] * blend + mix[2 * period : 2 * period + joint] * (1 - blend)
    return turn


# --- 5. Master ----------------------------------------------------------------------------------


def level(sound: Sound, piece: Piece) -> Sound:
    """Return `sound` at the piece's loudness."""
    return sound * decibels(piece.loudness - measure(sound, piece))


def measure(sound: Sound, piece: Piece) -> float:
    """Return the loudness in LUFS: integrated, or the loudest 400 ms (EBU R 128)."""
    heard = np.concatenate([sound] * 3) if piece.loops else sound
    log = ffmpeg(heard, "-af", "ebur128", "-f", "null", "-")
    text = log.stderr.decode()
    moments = [float(value) for value in re.findall(r" M:\s*(-?[\d.]+)", text)]
    whole = [float(value) for value in re.findall(r"\bI:\s*(-?[\d.]+) LUFS", text)]
    return max(moments) if piece.momentary else whole[-1]


def encode(sound: Sound, piece: Piece, path: Path) -> Path:
    """Write `sound` to `path`: FLAC, 16 bits, tags without dates or versions."""
    path.parent.mkdir(parents=True, exist_ok=True)
    tags = ["-metadata", f"TITLE={piece.title}", "-metadata", "LICENSE=CC0-1.0"]
    exact = ["-map_metadata", "-1", *tags, "-fflags", "+bitexact", "-flags:a", "+bitexact"]
    codec = ["-c:a", "flac", "-sample_fmt", "s16", "-compression_level", "8"]
    ffmpeg(sound, *exact, *codec, "-y", str(path))
    return path
