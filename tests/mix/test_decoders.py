"""What listeners' programs make of the stream: each decodes the same sound, to the sample."""

from __future__ import annotations

import base64
from dataclasses import replace

import numpy as np
import pytest

from chromium import chromium
from issuecast.mix import Desk, id3_tag, load_music, mix
from issuecast.models import Music, Sting
from issuecast.show import Loudness, Show

from .sample import Samples, decode, level_db, line, mp3_of, performance, run
from .test_tags import TAGS

DECODED_BY_THE_BROWSER = """async mp3 => {
    const bytes = Uint8Array.from(atob(mp3), letter => letter.charCodeAt(0))
    const context = new OfflineAudioContext(2, 48, 48000)
    const sound = await context.decodeAudioData(bytes.buffer)
    const sides = [...Array(sound.numberOfChannels).keys()].map(side => sound.getChannelData(side))
    const read = side => new Promise(done => {
        const reader = new FileReader()
        reader.onload = () => done(reader.result.split(',')[1])
        reader.readAsDataURL(new Blob([side]))
    })
    return Promise.all(sides.map(read))
}"""


@pytest.fixture(scope="module")
def episode() -> bytes:
    """Speech with music in three chapters, and the tags before it."""
    chapters = (Music("intro"), line("HOST", 3)), (Sting(), line("ANALYST", 3)), (line("HOST", 2), Sting())
    one = mix(performance(*chapters), Desk(load_music(Show()), Loudness(), {}), on_chapter=lambda *_: None)
    picture = ("-f", "lavfi", "-i", "testsrc=size=600x600", "-frames:v", "1", "-f", "mjpeg", "pipe:1")
    cover = run("ffmpeg", "-v", "error", *picture).stdout
    return id3_tag(replace(TAGS, cover_jpeg=cover)) + mp3_of(one)


def browsers(mp3: bytes) -> Samples:
    """The samples that Web Audio's decodeAudioData gives in Chromium."""
    with chromium() as browser:
        page = browser.new_page()
        sides = page.evaluate(DECODED_BY_THE_BROWSER, base64.b64encode(mp3).decode())
    return np.stack([np.frombuffer(base64.b64decode(side), "<f4") for side in sides], axis=1).astype(float)


def mpg123s(mp3: bytes) -> Samples:
    """The samples that mpg123 gives, in its most exact form."""
    raw = run("mpg123", "-q", "-s", "-e", "f32", "-", sound=mp3).stdout
    return np.frombuffer(raw, "<f4").reshape(-1, 2).astype(float)


@pytest.mark.parametrize("decoder", [mpg123s, browsers])
def test_other_decoders_hear_what_ffmpeg_hears(episode: bytes, decoder: object) -> None:
    """As many samples, and none further off than what rounding to 16 bits makes of it."""
    assert callable(decoder)
    due, heard = decode(episode), decoder(episode)
    assert heard.shape == due.shape
    assert level_db(due) > -30
    assert np.abs(heard - due).max() < 1 / 32768
