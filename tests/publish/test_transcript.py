from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Episode, TimedChapter, TimedLine, TimedWord
from issuecast.publish.addresses import TRANSCRIPTS
from issuecast.publish.transcript import subrip, to_json, transcripts, webvtt
from issuecast.publish.transcript_page import html
from issuecast.show import Role, Show

from .sample import EPISODE

LONG = (
    "The company pours eleven billion into a campus of server halls, two substations and a lake; the town, "
    "which had been promised a factory, gets forty jobs. Nobody there calls that a bargain, and the council "
    "has begun to say so."
)
NODE = Path(__file__).parent.parent / "node"

Shown = tuple[int, int, str, list[str]]


def said(episode: Episode, *lines: TimedLine) -> Episode:
    return replace(episode, timeline=(TimedChapter("One", 0, 100_000, lines),), duration_ms=100_000)


def moment(hours: str, minutes: str, seconds: str, rest_ms: str) -> int:
    return int(hours) * 3_600_000 + int(minutes) * 60_000 + int(seconds) * 1000 + int(rest_ms)


def parsed(vtt: str) -> list[Shown]:
    """Start and end in ms, speaker, and rows of each cue."""
    cues = []
    for block in vtt.split("\n\n")[1:]:
        times, *rows = block.strip().split("\n")
        start, end = (moment(*parts) for parts in re.findall(r"(\d\d):(\d\d):(\d\d)\.(\d{3})", times))
        voice = re.match(r"<v ([^>]*)>", rows[0])
        assert voice
        cues.append((start, end, voice[1], [rows[0][voice.end() :], *rows[1:]]))
    return cues


def parsed_srt(srt: str) -> list[Shown]:
    """The same of SubRip, whose cues are numbered and name no speaker."""
    cues = []
    for number, block in enumerate(filter(None, srt.strip().split("\n\n")), 1):
        first, times, *rows = block.split("\n")
        assert first == str(number)
        start, end = (moment(*parts) for parts in re.findall(r"(\d\d):(\d\d):(\d\d),(\d{3})", times))
        cues.append((start, end, "", rows))
    return cues


def written(cues: Iterable[Shown]) -> list[str]:
    return [" ".join(rows) for *_, rows in cues]


def test_the_transcript_says_who_says_what_when(show: Show, episode: Episode) -> None:
    """Written forms at spoken times, with the speaker's name; a caption stays for a second at least."""
    assert webvtt(show, episode) == (
        "WEBVTT\n"
        "\n00:00:01.000 --> 00:00:03.000\n<v Host>Good morning, friend.\n"
        "\n00:00:03.500 --> 00:00:06.000\n<v Analyst>Storage costs $11B less.\n"
        "\n00:00:12.500 --> 00:00:19.000\n<v Host>Harbor rose 4.1%.\n"
        "\n00:00:26.000 --> 00:00:30.000\n<v Host>That is all.\n"
    )


def test_subrip_names_who_begins_to_speak(show: Show, episode: Episode) -> None:
    """The same cues in shorter rows; the name stands where another speaks than before."""
    assert subrip(show, episode) == (
        "1\n00:00:01,000 --> 00:00:03,000\nHost: Good morning, friend.\n"
        "\n2\n00:00:03,500 --> 00:00:06,000\nAnalyst: Storage\ncosts $11B less.\n"
        "\n3\n00:00:12,500 --> 00:00:19,000\nHost: Harbor rose 4.1%.\n"
        "\n4\n00:00:26,000 --> 00:00:30,000\nThat is all.\n"
    )


def test_json_has_the_times_of_the_words(show: Show, episode: Episode) -> None:
    """A segment for each caption as the namespace has it, and in it each word with its own times."""
    document = json.loads(to_json(show, episode))
    assert document["version"] == "1.0.0"
    assert document["segments"][0] == {
        "speaker": "Host",
        "startTime": 1.0,
        "endTime": 3.0,
        "body": "Good morning, friend.",
        "words": [
            {"startTime": 1.0, "endTime": 1.4, "body": "Good"},
            {"startTime": 1.4, "endTime": 2.1, "body": "morning,"},
            {"startTime": 2.2, "endTime": 3.0, "body": "friend."},
        ],
    }
    assert [segment["speaker"] for segment in document["segments"]] == ["Host", "Analyst", "Host", "Host"]


def test_html_has_speakers_times_and_chapters(show: Show, episode: Episode) -> None:
    """The namespace's three elements, under a heading for each chapter; text is text."""
    line = TimedLine("HOST", "a <b> & c", 61_500, 63_000)
    page = html(show, said(replace(episode, title="<Grid>"), line))
    assert "<title>&lt;Grid&gt;</title>" in page
    assert page.endswith(
        '<h1 dir="auto">&lt;Grid&gt;</h1>\n<h2 dir="auto">One</h2>\n'
        '<cite>Host:</cite>\n<time datetime="PT61.5S">1:01</time>\n<p dir="auto">a &lt;b&gt; &amp; c</p>\n'
        "</body>\n</html>\n"
    )


def test_every_format_is_made(show: Show, episode: Episode) -> None:
    """What the feed names is what is written."""
    assert list(transcripts(show, episode)) == [name for name, _ in TRANSCRIPTS]


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
    """A turn of two sentences becomes cues, and rows, that end with a sentence or a clause."""
    cues = parsed(webvtt(show, said(episode, TimedLine("HOST", LONG, 0, 14_000))))
    assert [rows for *_, rows in cues] == [
        ["The company pours eleven billion into a campus", "of server halls, two substations and a lake;"],
        ["the town, which had been promised a factory, gets forty jobs."],
        ["Nobody there calls that a bargain,", "and the council has begun to say so."],
    ]


@pytest.mark.parametrize(
    ("language", "text", "rows"),
    [
        (
            "en-US",
            "The operators jump the queue for a connection to the grid of the old harbour town",
            ["The operators jump the queue for a connection", "to the grid of the old harbour town"],
        ),
        (
            "de",
            "Die Stadt hat mit dem Betreiber einen neuen Vertrag über die Wärme der Rechner",
            ["Die Stadt hat mit dem Betreiber einen neuen Vertrag", "über die Wärme der Rechner"],
        ),
        ("fi", "Kaupunki ja yhtiö: sopimus lämmöstä, jota palvelimet tuottavat koko talven ajan", None),
    ],
)
def test_rows_keep_words_together(
    show: Show, episode: Episode, language: str, text: str, rows: list[str] | None
) -> None:
    """No row ends with an article or a preposition, where the language is known."""
    line = TimedLine("HOST", text, 0, 6_000)
    ((*_, shown),) = parsed(webvtt(show.model_copy(update={"language": language}), said(episode, line)))
    assert shown == (
        rows or ["Kaupunki ja yhtiö: sopimus lämmöstä,", "jota palvelimet tuottavat koko talven ajan"]
    )


def test_a_word_is_shown_when_it_is_said(show: Show, episode: Episode) -> None:
    """Where the engine told the words' times, a cue starts with its first word, signs or not before it."""
    text = LONG.replace("the town", "– the town")
    words = (word for word in text.split() if word != "–")
    heard = tuple(TimedWord(word, 60_000 + i * 200, 60_200 + i * 200) for i, word in enumerate(words))
    line = TimedLine("HOST", text, 60_000, 68_000, heard)
    cues = parsed(webvtt(show, said(episode, line)))
    assert [cue[0] for cue in cues] == [
        60_000,
        next(word.start_ms for word in heard if word.text == "lake;") + 200,
        next(word.start_ms for word in heard if word.text == "Nobody"),
    ]


def test_a_short_line_is_shown_with_the_next_or_for_a_second(show: Show, episode: Episode) -> None:
    """Half a second is too short to read, so what follows in the turn, or the pause, is taken along."""
    lines = (TimedLine("HOST", "Yes.", 0, 400), TimedLine("HOST", "He sold it all.", 500, 2_500))
    alone = TimedLine("ANALYST", "No.", 3_000, 3_300)
    assert [(start, end) for start, end, *_ in parsed(webvtt(show, said(episode, *lines, alone)))] == [
        (0, 2_500),
        (3_000, 4_000),
    ]


def test_a_word_that_goes_on_is_shown_for_seven_seconds(show: Show, episode: Episode) -> None:
    """Half a minute without a word shows nothing, and the word after it for its second."""
    heard = (TimedWord("Listen.", 1_000, 1_500), TimedWord("Rain.", 32_600, 33_000))
    cues = parsed(webvtt(show, said(episode, TimedLine("HOST", "Listen. Rain.", 1_000, 33_000, heard))))
    assert [(start, end) for start, end, *_ in cues] == [(1_000, 8_000), (32_600, 33_600)]


def test_a_text_without_spaces_breaks_at_its_punctuation(show: Show, episode: Episode) -> None:
    """Chinese and Japanese: cues end with a sentence or a clause, and no row starts with a mark."""
    text = (
        "市の計画者たちは、十年のあいだデータセンターを悪い隣人として扱ってきた。騒がしく、熱く、腹をすかせた隣人だ。"
        * 2
    )
    cues = parsed(webvtt(show, said(episode, TimedLine("HOST", text, 0, 24_000))))
    assert "".join("".join(rows) for *_, rows in cues) == text
    assert all(rows[-1][-1] in "。、" for *_, rows in cues)
    srt = parsed_srt(subrip(show, said(episode, TimedLine("HOST", text, 0, 24_000))))
    assert not any(row[0] in "。、" for *_, rows in srt for row in rows)


def test_a_word_longer_than_a_row_is_cut(show: Show, episode: Episode) -> None:
    """An address breaks after its signs; in JSON it is one word all the same."""
    word = "https://example.org/a/rather/long/path/to-a-file/that-nobody/can-read/out-loud.html?and=more"
    long = said(episode, TimedLine("HOST", f"See {word} there.", 0, 6_000))
    ((*_, rows),) = parsed(webvtt(show, long))
    assert rows[0].startswith("See https://")
    assert "".join(rows) == f"See {word} there."
    words = json.loads(to_json(show, long))["segments"][0]["words"]
    assert [one["body"] for one in words] == ["See", word, "there."]


latin = st.from_regex(r"[a-z$%]{1,20}[,.;:]?", fullmatch=True)
odd = st.text(st.sampled_from("字、。ガー한\u0301שלום <>&-/"), min_size=1, max_size=90)


@st.composite
def timed_lines(draw: st.DrawFn) -> tuple[TimedLine, ...]:
    """Turns of one to three roles, with the times of their words or without, that nobody speaks into."""
    lines, now_ms = [], draw(st.integers(0, 5_000))
    for _ in range(draw(st.integers(1, 4))):
        words = [
            word for text in draw(st.lists(latin | odd, min_size=1, max_size=40)) for word in text.split()
        ]
        start_ms, timed = now_ms, []
        for word in words:
            end_ms = now_ms + draw(st.integers(0, 700)) + len(word) * 8
            timed.append(TimedWord(word, now_ms, end_ms))
            now_ms = end_ms + draw(st.sampled_from((0, 0, 0, 120, 31_000)))
        heard = tuple(timed) if draw(st.booleans()) else ()
        lines.append(TimedLine(draw(st.sampled_from("CD")), " ".join(words), start_ms, now_ms, heard))
        now_ms += draw(st.integers(0, 1_200))
    return tuple(lines)


@given(timed_lines())
def test_captions_of_anything_follow_the_rules(lines: tuple[TimedLine, ...]) -> None:
    """All that is written, in order, in two rows of 65 or 32, without overlap, for at most seven seconds.

    And for one second at least, wherever its turn and the pause after it leave every cue as much.
    """
    episode = replace(said(EPISODE, *lines), duration_ms=max(100_000, lines[-1].end_ms + 500))
    vtt, srt = parsed(webvtt(Show(), episode)), parsed_srt(subrip(Show(), episode))
    text = "".join("".join(line.text.split()) for line in lines)
    assert "".join("".join(rows) for *_, rows in vtt).replace(" ", "") == (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )
    assert re.sub("[CD]:", "", "".join("".join(rows) for *_, rows in srt)).replace(" ", "") == text
    for cues, row in ((vtt, 65), (srt, 32)):
        for start_ms, end_ms, _, rows in cues:
            assert 0 < end_ms - start_ms <= 7_000
            assert len(rows) <= 2
            assert all(len(re.sub("&(amp|lt|gt);", ".", one)) <= row for one in rows)
        for (_, end_ms, *_), (next_ms, *_) in pairwise(cues):
            assert end_ms <= next_ms
    words = [
        word for segment in json.loads(to_json(Show(), episode))["segments"] for word in segment["words"]
    ]
    assert "".join(word["body"] for word in words) == text
    assert all(word["startTime"] <= word["endTime"] for word in words)


@given(timed_lines())
def test_captions_can_be_read(lines: tuple[TimedLine, ...]) -> None:
    """No cue under a second in a turn that leaves a second for each."""
    one = tuple(replace(line, role="C") for line in lines)
    free_ms = one[-1].end_ms + 500
    cues = parsed(webvtt(Show(), replace(said(EPISODE, *one), duration_ms=free_ms)))
    if cues and free_ms - cues[0][0] >= len(cues) * 1_000:
        assert min(end_ms - start_ms for start_ms, end_ms, *_ in cues) >= 1_000


def w3c(file: Path) -> Any:
    program = shutil.which("node")
    assert program, "node is missing: tests/run installs it"
    command = [program, str(NODE / "webvtt.cjs"), str(file)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, timeout=60).stdout)


def test_the_w3c_parser_finds_no_error(show: Show, episode: Episode, tmp_path: Path) -> None:
    """What a browser reads is every word, with its speaker, in the order of its times."""
    lines = (
        TimedLine("HOST", LONG, 500, 14_000),
        TimedLine("ANALYST", "a <b> & c --> d <00:01.000> &lt; שלום עולם \u202e", 14_300, 17_000),
    )
    named = show.model_copy(update={"roles": {"HOST": Role(name="A > B & C"), "ANALYST": Role()}})
    file = tmp_path / "transcript.vtt"
    file.write_text(webvtt(named, said(episode, *lines)), encoding="utf-8")
    read = w3c(file)
    assert read["errors"] == []
    voices = [child for cue in read["cues"] for child in cue["children"] if child["type"] == "object"]
    assert [unescape(voice["value"]) for voice in voices] == ["A > B & C"] * 3 + ["Analyst"]
    text = " ".join(" ".join(part["value"] for part in voice["children"]) for voice in voices)
    assert text.split() == " ".join(line.text for line in lines).replace("\u202e", "").split()


class Headings(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


def test_a_chapter_without_words_has_no_heading(show: Show, episode: Episode) -> None:
    """What is only music is not in a transcript."""
    silent = replace(episode, timeline=(*episode.timeline, TimedChapter("Outro", 30_000, 40_000, ())))
    assert Headings(html(show, silent)).tags.count("h2") == 3
