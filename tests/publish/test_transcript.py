from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Episode, TimedChapter, TimedLine, TimedWord
from issuecast.publish.transcript import webvtt
from issuecast.show import Role, Show

from .sample import EPISODE

LONG = (
    "The company pours eleven billion into a campus of server halls, two substations and a lake; the town, "
    "which had been promised a factory, gets forty jobs. Nobody there calls that a bargain, and the council "
    "has begun to say so."
)


def said(episode: Episode, *lines: TimedLine) -> Episode:
    return replace(episode, timeline=(TimedChapter("One", 0, 100_000, lines),))


def parsed(vtt: str) -> list[tuple[int, int, str, list[str]]]:
    """Start and end in ms, speaker, and rows of each cue."""
    cues = []
    for block in vtt.split("\n\n")[1:]:
        times, *rows = block.strip().split("\n")
        start, end = (
            int(h) * 3_600_000 + int(m) * 60_000 + int(s) * 1000 + int(f)
            for h, m, s, f in re.findall(r"(\d\d):(\d\d):(\d\d)\.(\d{3})", times)
        )
        voice = re.match(r"<v ([^>]*)>", rows[0])
        assert voice
        cues.append((start, end, voice[1], [rows[0][voice.end() :], *rows[1:]]))
    return cues


def test_the_transcript_says_who_says_what_when(show: Show, episode: Episode) -> None:
    """Written forms at spoken times, with the speaker's name."""
    assert webvtt(show, episode) == (
        "WEBVTT\n"
        "\n00:00:01.000 --> 00:00:03.000\n<v Host>Good morning, friend.\n"
        "\n00:00:03.500 --> 00:00:06.000\n<v Analyst>Storage costs $11B less.\n"
        "\n00:00:12.500 --> 00:00:19.000\n<v Host>Harbor rose 4.1%.\n"
        "\n00:00:26.000 --> 00:00:30.000\n<v Host>That is all.\n"
    )


def test_a_role_is_called_by_its_name(show: Show, episode: Episode) -> None:
    """A spoken name of show.toml takes the place of the role."""
    named = show.model_copy(update={"roles": {"HOST": Role(name="Ada & Co"), "ANALYST": Role()}})
    speakers = {cue[2] for cue in parsed(webvtt(named, episode))}
    assert speakers == {"Ada &amp; Co", "Analyst"}


def test_markup_stays_text(show: Show, episode: Episode) -> None:
    """What looks like a tag or an arrow cannot end a cue or begin one."""
    hostile = TimedLine("HOST", "a <b> & c --> d\n\n00:00 --> 00:09", 0, 3_000)
    assert parsed(webvtt(show, said(episode, hostile)))[0][3] == [
        "a &lt;b&gt; &amp; c --&gt; d 00:00 --&gt; 00:09"
    ]


def test_a_long_line_breaks_where_its_phrases_end(show: Show, episode: Episode) -> None:
    """A turn of two sentences becomes cues that end with a sentence or a clause."""
    cues = parsed(webvtt(show, said(episode, TimedLine("HOST", LONG, 0, 14_000))))
    assert [" ".join(rows) for *_, rows in cues] == [
        "The company pours eleven billion into a campus of server halls, two substations and a lake;",
        "the town, which had been promised a factory, gets forty jobs.",
        "Nobody there calls that a bargain, and the council has begun to say so.",
    ]


def test_a_word_is_shown_when_it_is_said(show: Show, episode: Episode) -> None:
    """Where the engine told the words' times, a cue starts with its first word."""
    words = enumerate(LONG.split())
    heard = tuple(TimedWord(word, 60_000 + i * 200, 60_200 + i * 200) for i, word in words)
    first, second, *_ = parsed(webvtt(show, said(episode, TimedLine("HOST", LONG, 50_000, 68_000, heard))))
    assert first[0] == 60_000
    assert second[0] == heard[len(" ".join(first[3]).split())].start_ms


@given(
    st.lists(st.from_regex(r"[A-Za-z$%]{1,20}[,.;:]?", fullmatch=True), min_size=1, max_size=80),
    st.integers(0, 10_000),
    st.integers(1, 60_000),
)
def test_cues_tile_their_line(words: list[str], start_ms: int, length_ms: int) -> None:
    """Every word once and in order, no gap, no overlap; at most two rows of 65 characters, and 7 seconds."""
    line = TimedLine("HOST", " ".join(words), start_ms, start_ms + length_ms)
    cues = parsed(webvtt(Show(), said(EPISODE, line)))
    assert " ".join(" ".join(rows) for *_, rows in cues) == line.text
    assert [cues[0][0], *(end for _, end, *_ in cues[:-1])] == [start for start, *_ in cues]
    assert cues[-1][1] >= line.end_ms
    for start, end, _, rows in cues:
        assert len(rows) <= 2
        assert all(len(row) <= 65 for row in rows)
        assert end - start <= 7000 or len(" ".join(rows).split()) == 1
