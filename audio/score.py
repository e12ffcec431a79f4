"""The signature music of issuecast, as a score that renders itself.

    python audio/score.py            # writes intro, sting, outro and bed as FLAC beside this file

Needs Python 3.11 with mido and numpy, and on PATH fluidsynth and ffmpeg; plays on the soundfont
FluidR3 GM (Debian: fluid-soundfont-gm). The desk and the tape machine are in `studio.py`.

The music is in D major, 100 beats a minute, four beats to the bar. All of it grows from one cell
of four notes in the rhythm long, long, short, held (3 + 3 + 2 sixteenths, then rest):

    CALL   A D E A    rises and stays open
    REPLY  A D E F#   rises and warms
    CLOSE  F# E A D   comes home

Times and lengths are in beats (one beat = 0.6 s) unless a name says otherwise.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from studio import Instrument, Note, Part, Piece, StudioError, check, produce

SOUNDFONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
TEMPO = 100.0  # beats a minute
BEAT = 60 / TEMPO  # seconds
BAR = 4.0

CALL = "A4 D5 E5 A5"
REPLY = "A4 D5 E5 F#5"
CLOSE = "F#5 E5 A4 D5"
CELL = (0.0, 0.75, 1.5, 2.0)  # when its four notes begin

SOFT = "highpass=f=60,lowpass=f=5500:p=1,acompressor=threshold=-32dB:ratio=2.5:release=200"
STEADY = "highpass=f=60,lowpass=f=320,acompressor=threshold=-36dB:ratio=3:attack=60:release=500"
BREATH = "highpass=f=5000,lowpass=f=9000"

PIANO = Instrument("piano", 0, level=2.0, room=0.25, eq=SOFT)
MARIMBA = Instrument("marimba", 12, level=-4.0, pan=-0.25, room=0.3, eq="highpass=f=200")
STRINGS = Instrument("strings", 48, level=-4.0, room=0.4, eq="highpass=f=90,lowpass=f=6500:p=1")
PAD = Instrument("pad", 50, level=4.0, room=0.5, eq=STEADY)
BASS = Instrument("bass", 32, level=-4.0, room=0.08, eq="lowpass=f=900")
TAIKO = Instrument("taiko", 116, level=-5.0, room=0.2, eq="highpass=f=35,lowpass=f=500")
SHAKER = Instrument("shaker", 0, level=-10.0, pan=0.3, room=0.15, eq=BREATH, drums=True)

SHAKE = "A#5"  # the shaker's key in a General MIDI kit
DRUM = "A#2"  # of the taiko's keys the one that sounds as A1: they lie a quarter tone apart


def pitch(name: str) -> int:
    """Return the MIDI number of a note name such as F#5 (A4 is 69)."""
    steps = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
    sharp = name.count("#")
    return steps[name[0]] + sharp + 12 * (int(name[-1]) + 1)


def chord(names: str, start: float, length: float, velocity: int) -> list[Note]:
    """Return notes struck together."""
    return [Note(pitch(name), start, length, velocity) for name in names.split()]


def cell(names: str, start: float, velocity: int, held: float = 2.5, stretch: float = 1.0) -> list[Note]:
    """Return four notes in the signature's rhythm, ringing into one another, the last held."""
    times = [start + stretch * time for time in CELL]
    ends = [times[1] + 0.5, times[2] + 0.5, times[3] + 0.25, times[3] + held]
    weights = (0, -5, -1, 3)
    return [
        Note(pitch(name), time, end - time, velocity + weight)
        for name, time, end, weight in zip(names.split(), times, ends, weights, strict=True)
    ]


def octaves(notes: list[Note], softer: int = 10) -> list[Note]:
    """Double notes an octave below, softer by so much velocity."""
    return notes + [Note(n.pitch - 12, n.start, n.length, n.velocity - softer) for n in notes]


def pulse(names: str, start: float, beats: float, velocity: int) -> list[Note]:
    """Return sixteenths over the given notes in turn, leaning on 3 + 3 + 2."""
    pitches = [pitch(name) for name in names.split()]
    lean = (14, 0, 4, 12, 0, 4, 12, 2)
    return [
        Note(pitches[i % len(pitches)], start + i / 4, 0.25, velocity + lean[i % 8])
        for i in range(round(beats * 4))
    ]


def two_step(name: str, start: float, velocity: int, until: float = BAR) -> list[Note]:
    """Return a bass note and, one and a half beats on, its echo, which lasts to `until`."""
    return chord(name, start, 1.4, velocity) + chord(name, start + 1.5, until - 1.6, velocity - 10)


def hits(*strokes: tuple[float, int]) -> list[Note]:
    """Return drum strokes, each (beat, velocity)."""
    return [Note(pitch(DRUM), beat, 1.0, velocity) for beat, velocity in strokes]


def intro() -> Piece:
    """Three cells, three chords home: the phrase resolves on beat 10, at 6.0 s."""
    motif = cell(CALL, 0, 82) + cell(REPLY, 4, 86) + cell(CLOSE, 8, 92, held=6)
    low = chord("G2", 0, 4, 68) + chord("B2", 4, 4, 68) + chord("A2", 8, 2, 74)
    marimba = (
        pulse("D4 A4 B4", 0, 4, 50)
        + pulse("D4 F#4 A4", 4, 4, 54)
        + pulse("D4 E4 A4", 8, 2, 58)
        + pulse("D4 F#4 A4", 10, 3, 54)
    )
    harmony = (
        chord("G3 B3 D4 F#4", 0, 4.1, 72)
        + chord("B3 D4 F#4 A4", 4, 4.1, 74)
        + chord("A3 D4 E4 G4", 8, 2.1, 78)
        + chord("D3 A3 D4 F#4", 10, 4.5, 76)
    )
    melody = cell(CLOSE, 8, 76, held=4.5)
    bass = two_step("G1", 0, 84) + two_step("B1", 4, 84) + two_step("A1", 8, 88, until=2)
    strokes = hits((0, 84), (1.5, 54), (4, 80), (5.5, 54), (8, 84), (8.75, 62), (9.5, 72), (10, 92))
    opening = [(0, 0.65), (3, 0.7), (8, 0.85), (9.9, 1.2), (10.5, 1.1), (12, 0.6), (15, 0.5)]
    parts = [
        Part(PIANO, octaves(motif) + low + chord("D2 D3 A3", 10, 6, 76)),
        Part(MARIMBA, marimba, [(0, 1), (10, 1), (11, 0.4), (13, 0)]),
        Part(STRINGS, harmony + melody, opening),
        Part(BASS, bass + chord("D2", 10, 6, 90)),
        Part(TAIKO, strokes),
        Part(SHAKER, pulse(SHAKE, 0, 13, 60), [(0, 0.6), (8, 1), (10, 1), (11, 0.5), (13, 0)]),
    ]
    return Piece("intro", "issuecast intro", TEMPO, 9.4, 2.6, -18.0, parts)


def sting() -> Piece:
    """The call at double speed, over its own chord."""
    motif = cell(CALL, 0, 86, held=1.0, stretch=0.5)
    parts = [
        Part(PIANO, octaves(motif) + chord("D3", 0, 2, 70)),
        Part(MARIMBA, cell(CALL, 0, 70, held=0.5, stretch=0.5)),
        Part(STRINGS, chord("A3 D4 E4", 0, 1.6, 68)),
        Part(BASS, chord("D2", 0, 1, 80) + chord("D2", 1, 2, 80)),
        Part(TAIKO, hits((0, 68), (1, 78))),
    ]
    return Piece("sting", "issuecast sting", TEMPO, 1.45, 0.65, -16.0, parts, momentary=True)


def outro() -> Piece:
    """The reply, the close at half speed, then a plagal breath and an echo: home, once more."""
    motif = cell(REPLY, 0, 82) + cell(CLOSE, 4, 82, held=8, stretch=2)
    low = chord("B2", 0, 4, 66) + chord("G2", 4, 3, 64) + chord("A2", 7, 1, 62)
    echo = chord("A5", 12, 4, 52) + chord("D6", 12.75, 3, 50)
    marimba = pulse("D4 F#4 A4", 0, 4, 48) + pulse("D4 G4 B4", 4, 3, 44)
    harmony = (
        chord("B3 D4 F#4 A4", 0, 4.1, 74)
        + chord("G3 B3 D4 F#4", 4, 3.1, 74)
        + chord("A3 D4 E4 G4", 7, 1.1, 76)
        + chord("D3 A3 D4 F#4", 8, 2.1, 76)
        + chord("D3 B3 D4 G4", 10, 2.1, 70)
        + chord("D3 A3 D4 F#4", 12, 4, 68)
    )
    bass = two_step("B1", 0, 82) + chord("G1", 4, 2.9, 80) + chord("A1", 7, 0.9, 76)
    parts = [
        Part(PIANO, octaves(motif) + low + chord("D2 D3 A3", 8, 8, 68) + echo),
        Part(MARIMBA, marimba, [(0, 1), (4, 0.8), (7, 0.3)]),
        Part(STRINGS, harmony, [(0, 0.7), (8, 0.85), (12, 0.75), (16, 0.5)]),
        Part(BASS, bass + chord("D2", 8, 9, 82)),
        Part(TAIKO, hits((0, 74), (4, 64), (8, 80))),
        Part(SHAKER, pulse(SHAKE, 0, 7, 56), [(0, 0.7), (4, 0.5), (7, 0)]),
    ]
    return Piece("outro", "issuecast outro", TEMPO, 10.2, 2.6, -18.0, parts)


def bed() -> Piece:
    """Six bars over a held D: low chords, a heartbeat, a breath of shaker; nothing that sings.

    Each voice of the pad breathes on a beat of its own, so that the level never sinks at once.
    """
    voices = ("A2 B2 A2", "D3 D3 E3", "F#3 G3 G3")  # D, G, and A7 without its third; the bass stays
    pad = [
        Note(pitch(name), turn * 8 + voice, 9.5, 80)
        for voice, names in enumerate(voices)
        for turn, name in enumerate(names.split())
    ]
    bars = [bar * BAR for bar in range(6)]
    bass = [note for bar in bars for note in two_step("D2", bar, 64)]
    parts = [
        Part(PAD, pad),
        Part(BASS, bass),
        Part(TAIKO, hits(*((bar, 56) for bar in bars))),
        Part(SHAKER, pulse(SHAKE, 0, 6 * BAR, 42)),
    ]
    return Piece("bed", "issuecast bed", TEMPO, 6 * BAR * BEAT, 0.0, -20.0, parts, loops=True)


def main() -> int:
    """Render the four files; return the exit status."""
    options = argparse.ArgumentParser(description="Render the signature music to FLAC.")
    options.add_argument("--soundfont", type=Path, default=SOUNDFONT)
    options.add_argument("--out", type=Path, default=Path(__file__).parent)
    chosen = options.parse_args()
    try:
        check(chosen.soundfont)
        for piece in (intro(), sting(), outro(), bed()):
            print(produce(piece, chosen.soundfont, chosen.out))
    except StudioError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
