"""read → write → speak → mix → publish, as one call of the library."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from conftest import snapshot
from issuecast import build
from issuecast.desk import Commission
from issuecast.errors import IssuecastError, IssueError, MixError, ScriptError, VoiceError
from issuecast.show import load
from issuecast.speak.espeak.engine import EspeakEngine
from issuecast.speak.trim import trimmed
from issuecast.write.script_format import render
from issuecast.write.spoken import spoken_text


class Heard:
    """Progress that keeps what it hears."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.voiced: list[tuple[int, int]] = []
        self.mixed: list[tuple[int, int]] = []

    def notice(self, sentence: str) -> None:
        self.notices.append(sentence)

    def lines(self, done: int, total: int, left_ms: int | None = None) -> None:
        self.voiced.append((done, total))

    def chapters(self, done: int, total: int) -> None:
        self.mixed.append((done, total))


def test_build_leaves_a_feed_a_site_and_an_episode(show_folder: Path) -> None:
    """One call makes everything that listeners and visitors need, and says where it is."""
    built = build(show_folder / "issue.md", show=show_folder)
    assert built.built
    assert built.episode.slug == "2026-03-02-two-small-stories"
    assert built.folder == show_folder / "episodes" / built.episode.slug
    assert (built.folder / built.episode.audio).stat().st_size == built.episode.bytes
    assert built.feed == show_folder / "episodes" / "feed.xml"
    assert built.site == show_folder / "episodes" / "index.html"
    assert built.episode.links[0].url == "https://example.org/deed"
    assert set(built.timings_ms) == {"read", "write", "speak", "mix", "publish"}


@pytest.mark.parametrize(("host", "told"), [("example.org", True), ("192.168.1.5:8000", False)])
def test_the_file_names_its_feed_only_if_others_reach_it(show_folder: Path, host: str, told: bool) -> None:
    """A player that finds the address in the tags (WFED) subscribes to it: none of a home network."""
    settings = show_folder / "show.toml"
    settings.write_text(settings.read_text().replace("example.org", host))
    built = build(show_folder / "issue.md", show=show_folder)
    tag = (built.folder / built.episode.audio).read_bytes()[:100_000]
    assert b"PCST" in tag
    assert (b"WFED" in tag) is told


def test_a_picture_beside_the_issue_is_said_to_be_left_out(show_folder: Path) -> None:
    """No app could fetch it."""
    issue, heard = show_folder / "issue.md", Heard()
    issue.write_text(issue.read_text() + "\n![A map](map.png)\n")
    build(issue, show=show_folder, progress=heard)
    assert heard.notices == [
        "No chapter shows map.png: a chapter's picture needs an address on the web (https://…)."
    ]


def test_second_build_writes_nothing(show_folder: Path) -> None:
    """With nothing changed no byte is written, not even the same one again; the report stays."""
    first = build(show_folder / "issue.md", show=show_folder)
    before = snapshot(show_folder)
    again = build(show_folder / "issue.md", show=show_folder)
    assert not again.built
    assert snapshot(show_folder) == before
    assert again.report == first.report


def test_two_builds_from_scratch_are_byte_identical(show_folder: Path) -> None:
    """The same input gives the same bytes, in every file that is published."""
    episodes = show_folder / "episodes"
    build(show_folder / "issue.md", show=show_folder)
    first = {name: content for name, (_, content) in snapshot(episodes).items()}
    shutil.rmtree(episodes)
    build(show_folder / "issue.md", show=show_folder)
    assert {name: content for name, (_, content) in snapshot(episodes).items()} == first


def test_progress_reaches_the_end(show_folder: Path) -> None:
    """Every line and every chapter is counted."""
    heard = Heard()
    built = build(show_folder / "issue.md", show=show_folder, progress=heard)
    lines = sum(len(chapter.lines) for chapter in built.episode.timeline)
    assert heard.voiced[-1] == (lines, lines)
    assert heard.mixed[-1] == (len(built.episode.timeline),) * 2
    assert heard.notices == []


def test_edited_script_is_voiced_and_said_to_be(show_folder: Path) -> None:
    """`<stem>.script.md` beside the issue is what is heard."""
    show = load(show_folder)
    script = render(Commission.of(show_folder / "issue.md", show).written.script)
    edited = show_folder / "issue.script.md"
    edited.write_text(script.replace("Tern Point", "Cormorant Head"), encoding="utf-8")
    heard = Heard()
    built = build(show_folder / "issue.md", show=show, progress=heard)
    said = " ".join(line.text for chapter in built.episode.timeline for line in chapter.lines)
    assert "Cormorant Head" in said
    assert "Tern Point" not in said
    assert heard.notices == [f"The script is {edited}, as edited."]


def test_a_report_is_written_beside_what_is_published(show_folder: Path) -> None:
    """It tells of the build, its notices too, and git passes it over; another build overwrites it."""
    (show_folder / "issue.script.md").write_text("# One\nHOST: Short.\n", encoding="utf-8")
    built = build(show_folder / "issue.md", show=show_folder)
    assert built.report == show_folder / ".issuecast/reports/2026-03-02-two-small-stories.html"
    told = built.report.read_text(encoding="utf-8")
    assert "Two Small Stories" in told
    assert f"<p>The script is {show_folder / 'issue.script.md'}, as edited.</p>" in told
    assert (show_folder / ".issuecast/.gitignore").read_text() == "*\n"
    (show_folder / "issue.script.md").unlink()
    assert build(show_folder / "issue.md", show=show_folder).report == built.report
    assert "as edited" not in built.report.read_text(encoding="utf-8")


def test_a_failed_report_fails_no_build(show_folder: Path) -> None:
    """The episode is published, and a notice tells that it has no report."""
    (show_folder / ".issuecast").mkdir()
    (show_folder / ".issuecast/reports").write_text("in the way")
    heard = Heard()
    built = build(show_folder / "issue.md", show=show_folder, progress=heard)
    assert (built.built, built.report) == (True, None)
    assert (built.folder / built.episode.audio).exists()
    report = show_folder / ".issuecast/reports/2026-03-02-two-small-stories.html"
    assert heard.notices == [f"The report {report} could not be written (File exists)."]


def test_captions_show_what_is_written_while_it_is_said(show_folder: Path) -> None:
    """The transcript has "$11B" from when the voice begins "eleven" to when it has said "dollars"."""
    text = (
        "After a winter of rumors about the old harbor and its ferries, the port of Marrow spent $11B on "
        "cranes, and nobody in the town hall could say what for."
    )
    (show_folder / "issue.script.md").write_text(f"# Cranes\nHOST: {text}\n", encoding="utf-8")
    built = build(show_folder / "issue.md", show=show_folder, cast="draft", script="keep")
    ((line,),) = [chapter.lines for chapter in built.episode.timeline]
    shown = next(word for word in line.words if word.text == "$11B")
    voice = load(show_folder).cast_named("draft").voices["HOST"]
    take = trimmed(EspeakEngine().speak(spoken_text(text), voice.name))
    said = {word.text: word for word in take.words}
    assert shown.start_ms - line.start_ms == pytest.approx(said["eleven"].start_ms, abs=25)
    assert shown.end_ms - line.start_ms == pytest.approx(said["dollars"].end_ms, abs=25)
    (transcript,) = built.folder.glob("*.vtt")
    starts = [
        (1000 * int(found[1]) + int(found[2]), cue)
        for cue in transcript.read_text(encoding="utf-8").split("\n\n")
        if (found := re.match(r"00:00:(\d\d)\.(\d{3}) -->", cue))
    ]
    assert len(starts) > 1
    heard = max(start for start in starts if start[0] <= shown.start_ms)
    assert "$11B" in heard[1]


def test_correction_keeps_the_identity(show_folder: Path) -> None:
    """A corrected issue is the same episode with another file: GUID and slug stay, the URL changes."""
    first = build(show_folder / "issue.md", show=show_folder).episode
    text = (show_folder / "issue.md").read_text()
    (show_folder / "issue.md").write_text(text.replace("Two Small Stories", "Three Small Stories, Corrected"))
    second = build(show_folder / "issue.md", show=show_folder).episode
    assert second.title == "Three Small Stories, Corrected"
    assert (second.slug, second.guid, second.published) == (first.slug, first.guid, first.published)
    assert second.audio != first.audio
    assert (show_folder / "episodes" / first.slug / first.audio).exists()


def test_two_issues_of_one_day_and_title_are_two_episodes(show_folder: Path) -> None:
    """Another file is another episode, even if it is called the same."""
    (show_folder / "late").mkdir()
    shutil.copy(show_folder / "issue.md", show_folder / "late" / "issue.md")
    morning = build(show_folder / "issue.md", show=show_folder).episode
    evening = build(show_folder / "late" / "issue.md", show=show_folder).episode
    assert evening.slug == f"{morning.slug}-2"
    assert evening.guid != morning.guid


def test_setting_that_is_heard_builds_again_and_one_that_is_not_does_not(show_folder: Path) -> None:
    """Loudness is in the file; the address of the feed is only in the feed."""
    show = load(show_folder)
    build(show_folder / "issue.md", show=show)
    moved = show.model_copy(update={"base_url": "https://example.org/x/"})
    assert not build(show_folder / "issue.md", show=moved).built
    louder = show.model_copy(update={"loudness": show.loudness.model_copy(update={"target_lufs": -14.0})})
    assert build(show_folder / "issue.md", show=louder).built


def test_rebuild_and_a_lost_file_build_again(show_folder: Path) -> None:
    """`rebuild` asks for it, and a missing MP3 needs it."""
    built = build(show_folder / "issue.md", show=show_folder)
    assert build(show_folder / "issue.md", show=show_folder, rebuild=True).built
    (built.folder / built.episode.audio).unlink()
    assert build(show_folder / "issue.md", show=show_folder).built


def with_alternates(show_folder: Path, formats: str) -> Path:
    """The show with that setting."""
    file = show_folder / "show.toml"
    settings = file.read_text().partition("[audio]")[0]
    file.write_text(f"{settings}[audio]\nalternates = {formats}\n")
    return show_folder


def test_other_formats_are_files_beside_the_mp3(show_folder: Path) -> None:
    """Recorded with name and size, told in feed and page; another build makes the same or nothing."""
    show = with_alternates(show_folder, '["opus", "aac"]')
    built = build(show_folder / "issue.md", show=show)
    assert [one.format for one in built.episode.alternates] == ["AAC", "Opus"]
    page = (built.folder / "index.html").read_text()
    for one in built.episode.alternates:
        assert re.fullmatch(rf"{built.episode.slug}-[0-9a-f]{{8}}\.(m4a|opus)", one.audio)
        assert (built.folder / one.audio).stat().st_size == one.bytes
        assert f"/{one.audio}" in built.feed.read_text()
        assert f'<a href="{one.audio}" download>{one.format}</a>' in page
    before = snapshot(show_folder)
    assert not build(show_folder / "issue.md", show=show).built
    assert snapshot(show_folder) == before
    first = {name: content for name, (_, content) in snapshot(built.folder).items()}
    shutil.rmtree(show_folder / "episodes")
    shutil.rmtree(show_folder / ".issuecast")
    build(show_folder / "issue.md", show=show)
    assert {name: content for name, (_, content) in snapshot(built.folder).items()} == first


def test_formats_make_an_episode_anew_and_their_absence_does_not(show_folder: Path) -> None:
    """The same MP3 comes with other files; a lost one is made again; an empty list is the default."""
    plain = build(show_folder / "issue.md", show=show_folder).episode
    assert not build(show_folder / "issue.md", show=with_alternates(show_folder, "[]")).built
    built = build(show_folder / "issue.md", show=with_alternates(show_folder, '["opus"]'))
    assert built.built
    assert (built.episode.audio, len(built.episode.alternates)) == (plain.audio, 1)
    (built.folder / built.episode.alternates[0].audio).unlink()
    again = build(show_folder / "issue.md", show=show_folder)
    assert (again.built, again.episode) == (True, built.episode)


def test_issue_without_a_date_asks_for_one(show_folder: Path) -> None:
    """The clock is never asked."""
    undated = show_folder / "undated.txt"
    undated.write_text("A short story about nothing much, told quickly.\n")
    with pytest.raises(IssueError) as caught:
        build(undated, show=show_folder)
    assert str(caught.value) == (
        f"{undated} tells no date, in its text or in its name: name one with --date YYYY-MM-DD."
    )
    assert build(undated, show=show_folder, day=date(2026, 3, 3)).episode.date == date(2026, 3, 3)


def broken_music(folder: Path) -> None:
    (folder / "audio").mkdir()
    (folder / "audio" / "intro.flac").write_bytes(b"this is not music")


def broken_template(folder: Path) -> None:
    (folder / "scripts_templates").mkdir()
    (folder / "scripts_templates" / "running_order.md.j2").write_text("{% for %}")


def broken_template_that_is_not_used(folder: Path) -> None:
    (folder / "scripts_templates" / "sections").mkdir(parents=True)
    (folder / "scripts_templates" / "sections" / "market.md.j2").write_text("{% for x in y %}")


def broken_script(folder: Path) -> None:
    (folder / "issue.script.md").write_text("# Chapter\nno role said this\n")


def unknown_voice(folder: Path) -> None:
    settings = (folder / "show.toml").read_text()
    (folder / "show.toml").write_text(settings.replace("silent:low", "silence:low"))


def broken_cover(folder: Path) -> None:
    settings = (folder / "show.toml").read_text()
    (folder / "show.toml").write_text(f'cover = "cover.png"\n{settings}')
    (folder / "cover.png").write_bytes(b"this is no picture")


@pytest.mark.parametrize(
    ("harm", "error"),
    [
        (broken_music, MixError),
        (broken_template, ScriptError),
        (broken_template_that_is_not_used, ScriptError),
        (broken_script, ScriptError),
        (unknown_voice, VoiceError),
        (broken_cover, IssuecastError),
    ],
)
def test_failed_build_changes_nothing(show_folder: Path, harm: object, error: type[IssuecastError]) -> None:
    """Whatever is broken, `episodes/` stays as it was, to the byte."""
    build(show_folder / "issue.md", show=show_folder)
    before = snapshot(show_folder / "episodes")
    assert callable(harm)
    harm(show_folder)
    with pytest.raises(error):
        build(show_folder / "issue.md", show=show_folder)
    assert snapshot(show_folder / "episodes") == before


def test_timeline_tiles_the_episode(show_folder: Path) -> None:
    """Chapters follow each other without a gap, and every line is inside its chapter."""
    episode = build(show_folder / "issue.md", show=show_folder).episode
    starts = [chapter.start_ms for chapter in episode.timeline]
    ends = [chapter.end_ms for chapter in episode.timeline]
    assert starts == [0, *ends[:-1]]
    assert ends[-1] == episode.duration_ms
    for chapter in episode.timeline:
        for line in chapter.lines:
            assert chapter.start_ms <= line.start_ms < line.end_ms <= chapter.end_ms


def test_unheard_progress_changes_nothing(show_folder: Path) -> None:
    """Who listens to the build does not matter to its record."""
    heard = build(show_folder / "issue.md", show=show_folder, progress=Heard())
    again = build(show_folder / "issue.md", show=show_folder, rebuild=True)
    assert replace(heard.episode, made_from="") == replace(again.episode, made_from="")
