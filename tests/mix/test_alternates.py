"""An episode in other formats sounds as the MP3 does, at the same times."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from issuecast.errors import MixError
from issuecast.mix import ChapterStore, Desk, Tags, alternates, check_encoders, load_music, mix
from issuecast.mix.encode import lossless, pcm_of
from issuecast.mix.sound import MONO_MS, Track
from issuecast.models import Mix, Music, Rendition, Sting, TimedChapter
from issuecast.show import Loudness, Show
from issuecast.spool import Spool, contents

from .sample import Samples, line, loudness, mp3_of, performance, run, speech
from .test_ffmpeg import script
from .test_tags import TAGS

CHAPTERS = (
    (Music("intro"), line("HOST", 9)),
    (Sting(), line("ANALYST", 8)),
    (line("HOST", 4), Music("outro")),
)
FORMATS = ("aac", "opus")
WITHIN_MS = 30


def mixed(store: ChapterStore | None = None, *, keeps_flac: bool = True) -> Mix:
    desk = Desk(load_music(Show()), Loudness(), {}, keeps_flac)
    return mix(performance(*CHAPTERS), desk, on_chapter=lambda *_: None, store=store)


@pytest.fixture(scope="module")
def episode() -> Mix:
    return mixed()


@pytest.fixture(scope="module")
def tags(episode: Mix) -> Tags:
    drawn = ("-f", "lavfi", "-i", "testsrc2=size=1400x1400", "-frames:v", "1", "-f", "mjpeg", "pipe:1")
    first, *rest = episode.timeline
    return replace(
        TAGS,
        timeline=(replace(first, url="https://example.org/page"), *rest),
        cover_jpeg=run("ffmpeg", "-v", "error", *drawn).stdout,
        feed="https://example.org/feed.xml",
        lyrics="Host: Good morning.",
    )


@pytest.fixture(scope="module")
def rendered(episode: Mix, tags: Tags) -> tuple[Rendition, ...]:
    return alternates(episode, FORMATS, tags, Spool())


@pytest.fixture(scope="module")
def files(
    episode: Mix, rendered: tuple[Rendition, ...], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Path]:
    """The files by their formats."""
    folder = tmp_path_factory.mktemp("alternates")
    whole = {one.format: (one.suffix, bytes_of(one)) for one in rendered} | {"MP3": (".mp3", mp3_of(episode))}
    for suffix, content in whole.values():
        (folder / f"a{suffix}").write_bytes(content)
    return {name: folder / f"a{suffix}" for name, (suffix, _) in whole.items()}


def bytes_of(rendition: Rendition) -> bytes:
    return b"".join(contents(rendition.file))


def decoded(file: Path) -> Samples:
    raw = run("ffmpeg", "-v", "error", "-i", file, "-map", "0:a", "-f", "s16le", "pipe:1")
    assert not raw.stderr
    return np.frombuffer(raw.stdout, "<i2").reshape(-1, 2) / 32768


def lag(one: Samples, other: Samples) -> int:
    """By how many samples the second is later."""
    size = 2 * len(one)
    spectra = [np.fft.rfft(sound.sum(axis=1), size) for sound in (one, other)]
    place = int(np.argmax(np.fft.irfft(spectra[1] * spectra[0].conj())))
    return place if place < size // 2 else place - size


def probed(file: Path) -> Any:
    shown = ("-show_format", "-show_streams", "-show_chapters", "-of", "json")
    return json.loads(run("ffprobe", "-v", "error", *shown, file).stdout)


@pytest.mark.parametrize("name", ["AAC", "Opus"])
def test_sound_is_where_the_mp3_has_it(files: Mapping[str, Path], name: str) -> None:
    """At the start and at the end the same is heard to within a millisecond; the length is within 30."""
    mp3, other = decoded(files["MP3"]), decoded(files[name])
    assert abs(len(other) - len(mp3)) <= WITHIN_MS * 48
    second = 48_000
    for start in (1 * second, len(mp3) - 6 * second):
        span = slice(start, start + 4 * second)
        assert mp3[span].any()
        assert abs(lag(mp3[span], other[span])) <= 48


@pytest.mark.parametrize("name", ["AAC", "Opus"])
def test_it_is_as_loud_as_the_mp3(files: Mapping[str, Path], name: str) -> None:
    """Within 0.2 LU, and under the same true peak."""
    (mp3_lufs, _), (lufs, peak_dbtp) = (loudness(files[one].read_bytes()) for one in ("MP3", name))
    assert lufs == pytest.approx(mp3_lufs, abs=0.2)
    assert peak_dbtp <= -1


def test_files_are_what_they_are_told_to_be(
    files: Mapping[str, Path], rendered: tuple[Rendition, ...]
) -> None:
    """AAC-LC with its index in front, Opus at 48 kHz; at the bit rates that are recorded."""
    aac, opus = (probed(files[name])["streams"][0] for name in ("AAC", "Opus"))
    assert (aac["codec_name"], aac["profile"], aac["sample_rate"], aac["channels"]) == (
        "aac",
        "LC",
        "48000",
        2,
    )
    assert (opus["codec_name"], opus["sample_rate"], opus["channels"]) == ("opus", "48000", 2)
    m4a = files["AAC"].read_bytes()
    assert m4a.index(b"moov") < m4a.index(b"mdat")
    told = [(one.suffix, one.type, one.codecs) for one in rendered]
    assert told == [(".m4a", "audio/mp4", "mp4a.40.2"), (".opus", "audio/ogg", "opus")]
    assert [one.bitrate_bps for one in rendered] == [
        pytest.approx(96_000, rel=0.15),
        pytest.approx(64_000, rel=0.25),
    ]


@pytest.mark.parametrize(("name", "at"), [("AAC", "format"), ("Opus", "stream")])
def test_tags_and_chapters_are_the_episodes(
    episode: Mix, files: Mapping[str, Path], tags: Tags, name: str, at: str
) -> None:
    """Title, show, author, date, number, summary, cover; each chapter at its time with its title."""
    found = probed(files[name])
    given = found["format"]["tags"] if at == "format" else found["streams"][0]["tags"]
    given = {key.lower(): value for key, value in given.items()}
    told = [given[key] for key in ("title", "album", "artist", "date", "track", "genre")]
    assert told == [TAGS.title, TAGS.show, TAGS.author, "2026-01-12", "7", "Podcast"]
    assert TAGS.comment in {given.get("description"), given.get("comment")}
    cover = run(
        "ffmpeg", "-v", "error", "-i", files[name], "-map", "0:v", "-c", "copy", "-f", "mjpeg", "pipe:1"
    )
    assert cover.stdout == tags.cover_jpeg
    chapters = [(one["tags"]["title"], round(float(one["start_time"]) * 1000)) for one in found["chapters"]]
    assert chapters == [(one.title, one.start_ms) for one in episode.timeline]
    assert given["lyrics"] == tags.lyrics
    content = files[name].read_bytes()
    assert (b"purl" in content and b"https://example.org/feed.xml" in content) == (name == "AAC")
    assert (b"CHAPTER001URL=https://example.org/page" in content) == (name == "Opus")


def test_chapter_titles_of_every_kind(episode: Mix, tmp_path: Path) -> None:
    """Signs that mean something to ffmpeg, other scripts, and more than an hour, come through."""
    titles = ("a=b;c#d\\e", "静かな網", "[CHAPTER]", "")
    starts_ms = (0, 21_672, 59_999, 3_661_999)
    timeline = tuple(
        TimedChapter(title, start, start + 9, ()) for title, start in zip(titles, starts_ms, strict=True)
    )
    for one in alternates(
        replace(episode, timeline=timeline), FORMATS, replace(TAGS, timeline=timeline), Spool()
    ):
        file = tmp_path / f"a{one.suffix}"
        file.write_bytes(bytes_of(one))
        found = [
            (part.get("tags", {}).get("title", ""), float(part["start_time"]))
            for part in probed(file)["chapters"]
        ]
        assert found[:3] == [
            (title, start / 1000) for title, start in zip(titles[:3], starts_ms, strict=False)
        ]
    assert b"CHAPTER004=01:01:01.999" in file.read_bytes()


def test_same_episode_same_bytes(rendered: tuple[Rendition, ...], tags: Tags, tmp_path: Path) -> None:
    """Again, from chapters that were kept, and whatever became of the MP3; no encoder tells its version."""
    mixed(ChapterStore(tmp_path))
    kept = mixed(ChapterStore(tmp_path))
    again = alternates(replace(kept, stream=()), FORMATS, tags, Spool())
    assert [bytes_of(one) for one in again] == [bytes_of(one) for one in rendered]
    for one in rendered:
        assert b"Lavf" not in bytes_of(one)


def test_what_nobody_asks_for_is_not_kept(episode: Mix) -> None:
    """Without alternates a mix has no lossless sound, and its stream is the same."""
    plain = mixed(keeps_flac=False)
    assert (plain.lossless, mp3_of(plain)) == ((), mp3_of(episode))
    assert alternates(plain, (), TAGS, Spool()) == ()


@pytest.mark.parametrize("channels", [1, 2])
def test_what_is_kept_is_the_track_itself(channels: int) -> None:
    """Raised by its gain, to a unit of 16 bits, and exactly as long: nothing of LAME is in it."""
    sound = np.frombuffer(speech(2.4, rate_hz=48_000, level_db=-20).pcm, "<i2")
    track = Track(np.repeat(sound, channels).tobytes(), channels)
    assert len(track.pcm) == 2400 * MONO_MS * channels
    given = np.frombuffer(pcm_of(lossless([track], 6, -1)), "<i2").reshape(-1, 2)
    assert len(given) == len(sound)
    for side in given.T:
        assert np.abs(side - sound * 10 ** (6 / 20)).max() <= 1


def test_memory_does_not_grow_with_the_episode(episode: Mix) -> None:
    """Of forty pieces at most two are held at a time."""
    spool = Spool()
    piece = lossless([Track(speech(4.8, rate_hz=48_000).pcm, 1)], 0, -1)
    long = replace(episode, lossless=(spool.put(piece),) * 40, duration_ms=40 * 4800)
    tracemalloc.start()
    alternates(long, ("opus",), TAGS, spool)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * 4800 * 48 * 4 + 2_000_000


def test_failing_ffmpeg_is_one_sentence(
    episode: Mix, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The format, ffmpeg's last word and a way out; what it had written is gone."""
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", script(tmp_path, "echo 'No space left on device' >&2; exit 1"))
    (tmp_path / "show").mkdir()
    spool = Spool(tmp_path / "show")
    for name, said in (("aac", "AAC"), ("opus", "Opus")):
        with pytest.raises(MixError) as caught:
            alternates(replace(episode, lossless=()), (name,), TAGS, spool)
        assert str(caught.value) == (
            f"The episode could not be encoded as {said}, since ffmpeg failed (No space left on device): "
            "make sure that there is room on the disk, then build again."
        )
    assert list(spool.folder.iterdir()) == []


def test_a_place_that_cannot_be_written_is_one_sentence(episode: Mix, tmp_path: Path) -> None:
    """Where it is, and why."""
    spool = Spool(tmp_path)
    spool.folder.rmdir()
    with pytest.raises(MixError) as caught:
        alternates(episode, ("opus",), TAGS, spool)
    assert str(caught.value) == (
        f"The episode as Opus cannot be laid by in {spool.folder} (No such file or directory): "
        "make room there, then build again."
    )


def test_encoders_are_asked_for_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An ffmpeg without one of them is found out at once; ours has both."""
    check_encoders(FORMATS)
    monkeypatch.setenv(
        "IMAGEIO_FFMPEG_EXE", script(tmp_path, "echo \"Unknown encoder 'libopus'\" >&2; exit 1")
    )
    check_encoders(())
    with pytest.raises(MixError) as caught:
        check_encoders(("opus",))
    assert str(caught.value) == (
        "This ffmpeg cannot encode Opus (Unknown encoder 'libopus'): "
        'take "opus" out of [audio] alternates, or unset IMAGEIO_FFMPEG_EXE.'
    )
