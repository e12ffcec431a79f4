"""What reads the files of strangers: right on what is right, and unharmed by anything."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.feedcheck import id3, mp3, picture
from issuecast.feedcheck.captions import Cue, subrip, webvtt
from issuecast.feedcheck.document import NoFeed, parse
from issuecast.feedcheck.moments import clock_ms, rfc_2822, stamped


def test_webvtt_with_all_that_it_may_have() -> None:
    """A byte order mark, notes, styles, names of cues, settings, classes, entities, short times, CRLF."""
    vtt = (
        "\ufeffWEBVTT - a title\r\n\r\nNOTE one\r\ntwo\r\n\r\nSTYLE\r\n::cue {}\r\n\r\nfirst\r\n"
        "00:01.000 --> 00:03.500 align:left\r\n"
        "<v.loud Ada &amp; Co>Good <i>day</i>, A &lt; B\r\n- friend\r\n\r\n"
        "01:00:00.000 --> 01:00:01.000\r\nBye\r\n"
    )
    assert webvtt(vtt.encode()) == (
        Cue(1000, 3500, ("Good day, A < B", "- friend"), "Ada & Co"),
        Cue(3_600_000, 3_601_000, ("Bye",), ""),
    )


def test_subrip() -> None:
    """Numbers, times with commas, rows."""
    srt = b"1\n00:00:01,000 --> 00:00:02,500\nGood\nday\n\n2\n00:00:02,500 --> 00:00:03,000\nBye\n"
    assert subrip(srt) == (Cue(1000, 2500, ("Good", "day"), ""), Cue(2500, 3000, ("Bye",), ""))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Mon, 12 Jan 2026 06:00:00 +0000", datetime(2026, 1, 12, 6, tzinfo=UTC)),
        ("12 Jan 2026 06:00 GMT", datetime(2026, 1, 12, 6, tzinfo=UTC)),
        ("Mon, 12 Jan 2026 06:00:00 +0530", datetime(2026, 1, 12, 6, tzinfo=timezone(timedelta(hours=5.5)))),
        ("Tue, 12 Jan 2026 06:00:00 +0000", None),
        ("Mon, 32 Jan 2026 06:00:00 +0000", None),
        ("Mon, 12 Jan 2026 06:00:00", None),
        ("Montag, 12. Januar 2026", None),
        ("2026-01-12T06:00:00Z", None),
        ("", None),
    ],
)
def test_dates_of_rfc_2822(text: str, moment: datetime | None) -> None:
    """With or without the day of the week, which must be the right one; always with a zone."""
    assert rfc_2822(text) == moment


@given(st.sampled_from((3, 4)), st.sampled_from((b"CHAP", b"CTOC", b"APIC")), st.binary(max_size=40))
def test_a_damaged_tag_harms_nobody(version: int, name: bytes, body: bytes) -> None:
    """Frames that end too early, sizes beyond the end."""
    for size in (len(body), 2**27):
        frame = name + size.to_bytes(4) + bytes(2) + body
        tag = id3.read(b"ID3" + bytes([version]) + bytes(6) + frame)
        assert tag
        assert tag.version == version
        assert tag.cover_bytes <= len(body)


def test_timestamps_as_spotify_finds_them() -> None:
    """In brackets or not, with a mark between or none, one a line, in lists and paragraphs."""
    html = (
        "<p>Notes of 12:30 today</p><p>(00:00) One<br>01:02 - Two</p>"
        "<ul><li>1:00:03: Three &amp; four</li></ul>"
    )
    assert stamped(html) == ((0, "One"), (62_000, "Two"), (3_603_000, "Three & four"))


@given(st.binary(max_size=300), st.text(max_size=100))
def test_nothing_harms_the_readers(content: bytes, text: str) -> None:
    """Whatever they are given, they read it or say that they cannot."""
    for start in (
        b"",
        b"WEBVTT\n\n",
        b"ID3\x03\x00\x00",
        b"\xff\xfb\x94\x64",
        b"\x89PNG\r\n\x1a\n",
        b"<rss>",
    ):
        mp3.tag_bytes(start + content)
        picture.look(start + content)
        for read in (webvtt, subrip, mp3.read):
            with suppress(ValueError):
                read(start + content)
        with suppress(NoFeed):
            parse(start + content)
    stamped(text)
    rfc_2822(text)
    clock_ms(text)
