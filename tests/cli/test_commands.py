"""The command line, run as a person runs it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from mutagen.id3 import ID3
from reference import FILE, reference

from conftest import Run, snapshot


def test_build_json_is_one_object_and_nothing_else(run: Run, show_folder: Path) -> None:
    """`--json` prints one object: absolute paths, chapters, timings, and whether audio was made."""
    done = run("build", "issue.md", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["feed"] == str(show_folder / "episodes/feed.xml")
    assert told["site"] == str(show_folder / "episodes/index.html")
    episode = told["episodes"][0]
    assert " ".join(episode) == (
        "slug title date folder audio report bytes duration_ms cast edition account built published"
        " in_feed voicing chapters timings_ms"
    )
    assert Path(episode["audio"]).stat().st_size == episode["bytes"]
    assert episode["report"] == str(show_folder / f".issuecast/reports/{episode['slug']}.html")
    assert episode["chapters"][-1]["end_ms"] == episode["duration_ms"]
    assert set(episode["timings_ms"]) == {"read", "write", "speak", "mix", "publish"}
    assert episode["built"] is True
    assert json.loads(run("build", "issue.md", "--json").stdout)["episodes"][0]["built"] is False


def test_build_says_what_and_where(run: Run) -> None:
    """Without --json a short summary names the episode, its file, the feed, the page and the report."""
    done = run("build", "issue.md")
    assert done.returncode == 0
    title, audio, voicing, feed, page, report = done.stdout.splitlines()
    assert title.startswith("Two Small Stories (built: ")
    assert audio.strip().startswith("episodes/2026-03-02-two-small-stories/")
    assert re.fullmatch(r"  silent: \d+ requests of [\d,]+ characters, \d:\d\d of speech", voicing)
    assert feed.split() == ["Feed", "episodes/feed.xml"]
    assert page.split() == ["Page", "episodes/index.html"]
    assert report.split() == ["Report", ".issuecast/reports/2026-03-02-two-small-stories.html"]


def test_a_hostile_title_reaches_neither_terminal_nor_tags(quick: Run, show_folder: Path) -> None:
    """Control characters are taken out and a long title is cut to 255 characters, in players too."""
    issue = show_folder / "issue.md"
    long = "\x07long " * 60
    issue.write_text(f"# {long}\n\n2 March 2026\n\n## {long}\n\nThe lighthouse at Tern Point was sold.\n")
    printed = quick("build", "issue.md", "--date", "2026-03-02").stdout
    assert printed.startswith("long " * 50 + "long… (built: ")
    assert "\x07" not in printed
    (audio,) = (show_folder / "episodes").glob("*/*.mp3")
    tags = ID3(audio)  # type: ignore[no-untyped-call]
    chapters = tags.getall("CHAP")  # type: ignore[no-untyped-call]
    titles = [str(tags["TIT2"]), *(str(one.sub_frames["TIT2"]) for one in chapters)]
    assert max(map(len, titles)) <= 255
    assert "\x07" not in "".join(titles)


def test_offline_the_draft_cast_speaks_and_says_so(run: Run, show_folder: Path) -> None:
    """The starter's own cast cannot run without a connection: its understudy voices the whole episode."""
    (show_folder / "show.toml").write_text(
        'base_url = "https://example.org/"\nunderstudies = ["draft"]\n', encoding="utf-8"
    )
    done = run("build", "issue.md", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["episodes"][0]["cast"] == "draft"
    notices = done.stderr.splitlines()
    assert len(notices) == 1
    assert "draft" in notices[0]


def test_named_cast_is_used_or_the_build_fails(run: Run, show_folder: Path) -> None:
    """Understudies stand in only for the show's own choice."""
    done = run("build", "issue.md", "--cast", "neural")
    assert done.returncode == 6
    assert done.stderr.startswith("issuecast: ")
    assert done.stderr.count("\n") == 1
    assert not (show_folder / "episodes").exists()


def test_one_bad_issue_does_not_stop_the_others(run: Run) -> None:
    """What can be built is built, and the exit code tells of the rest."""
    done = run("build", "missing.md", "issue.md", "--json")
    assert done.returncode == 4
    assert [episode["title"] for episode in json.loads(done.stdout)["episodes"]] == ["Two Small Stories"]
    assert done.stderr.startswith("issuecast: ")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.md", None),
        ("empty.md", b""),
        ("wordless.md", b"---\ntitle: x\ndate: 2026-01-01\n---\n\n---\n\n* * *\n"),
        ("binary.txt", b"\xff\xfe\x00\x01\x80\x81caf\xe9"),
        ("page.docx", b"PK"),
    ],
)
def test_bad_issue_is_one_sentence(run: Run, show_folder: Path, name: str, content: bytes | None) -> None:
    """A bad issue is named in one sentence with the way out, exit code 4, and `episodes/` stays as it was."""
    assert run("build", "issue.md").returncode == 0
    before = snapshot(show_folder / "episodes")
    if content is not None:
        (show_folder / name).write_bytes(content)
    done = run("build", name)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.count("\n") == 1
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(show_folder / "episodes") == before


def test_unknown_setting_is_one_sentence(run: Run, show_folder: Path) -> None:
    """A slip in show.toml is answered with what may have been meant, exit code 3."""
    (show_folder / "show.toml").write_text('titel = "x"\n')
    done = run("build", "issue.md")
    assert done.returncode == 3
    assert done.stderr == (
        "issuecast: show.toml: there is no setting 'titel', did you mean 'title'?: "
        "correct it, or leave it out for the default.\n"
    )


def test_script_prints_the_script_and_build_takes_it_back(run: Run, show_folder: Path) -> None:
    """What `script` prints is the file that `build` voices."""
    printed = run("script", "issue.md").stdout
    assert printed.startswith("---\ntitle: Two Small Stories\ndate: 2026-03-02\n---\n")
    (show_folder / "issue.script.md").write_text(printed, encoding="utf-8")
    done = run("build", "issue.md")
    assert done.returncode == 0
    assert done.stderr == "The script is issue.script.md, as edited.\n"


def test_script_json_holds_what_is_said(run: Run) -> None:
    """Each line comes with its role, its written and its spoken words."""
    told = json.loads(run("script", "issue.md", "--json").stdout)
    assert list(told) == ["title", "date", "estimated_ms", "chapters"]
    lines = [line for chapter in told["chapters"] for line in chapter["lines"]]
    assert all(list(line) == ["role", "text", "spoken"] for line in lines)
    assert {line["role"] for line in lines} == {"HOST", "ANALYST"}
    deed = next(line for line in lines if "$1.2M" in line["text"])
    assert "one point two million dollars" in deed["spoken"]


def test_template_words_of_an_issue_are_data(run: Run, show_folder: Path) -> None:
    """`{{ 7*7 }}` in an issue is text."""
    (show_folder / "odd.md").write_text(
        "---\ndate: 2026-01-02\n---\n\nThe answer to {{ 7*7 }} is in the back.\n"
    )
    told = json.loads(run("script", "odd.md", "--json").stdout)
    text = " ".join(line["text"] for chapter in told["chapters"] for line in chapter["lines"])
    assert "{{ 7*7 }}" in text
    assert "49" not in text


def test_init_makes_a_show_that_builds(run: Run, tmp_path: Path) -> None:
    """`init` prints the tree, and its last line is a command that works."""
    done = run("init", "new", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("new/\n    show.toml\n    audio/\n")
    assert done.stdout.splitlines()[-1] == "    cd new && issuecast build issues/2026-01-12-the-quiet-grid.md"
    built = run(
        "build", "issues/2026-01-12-the-quiet-grid.md", "--cast", "draft", "--json", cwd=tmp_path / "new"
    )
    assert built.returncode == 0
    assert json.loads(built.stdout)["episodes"][0]["slug"] == "2026-01-12-the-quiet-grid"


def test_init_twice_is_refused(run: Run, tmp_path: Path) -> None:
    """A show is never overwritten."""
    run("init", "new", cwd=tmp_path)
    before = snapshot(tmp_path / "new")
    done = run("init", "new", cwd=tmp_path)
    assert done.returncode == 3
    assert "nothing was overwritten" in done.stderr
    assert snapshot(tmp_path / "new") == before


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_names_the_program(run: Run, shell: str) -> None:
    """Each shell gets its script."""
    done = run("completion", shell)
    assert done.returncode == 0
    assert "_ISSUECAST_COMPLETE" in done.stdout


def test_completion_completes(run: Run) -> None:
    """The shell is offered the commands that begin so."""
    done = run(env={"_ISSUECAST_COMPLETE": "bash_complete", "COMP_WORDS": "issuecast bu", "COMP_CWORD": "1"})
    assert done.stdout.split() == ["plain,build"]


def test_debug_shows_the_traceback(run: Run) -> None:
    """Only who asks for it sees where an error came from."""
    assert "Traceback" in run("--debug", "build", "missing.md").stderr


def test_reference_is_up_to_date() -> None:
    """docs/commands.md says what --help prints; `make docs` renews it."""
    assert FILE.read_text(encoding="utf-8") == reference()


def test_an_edition_is_an_episode_of_its_own(run: Run, show_folder: Path) -> None:
    """`--edition brief` makes a second, shorter episode; an unknown edition is one sentence."""
    settings = show_folder / "show.toml"
    settings.write_text(f"{settings.read_text()}\n[editions.brief]\nminutes = 0.1\n")
    full = json.loads(run("build", "issue.md", "--json").stdout)["episodes"][0]
    brief = json.loads(run("build", "issue.md", "--edition", "brief", "--json").stdout)["episodes"][0]
    assert brief["slug"] == f"{full['slug']}-brief"
    assert brief["duration_ms"] < full["duration_ms"]
    assert "edition" not in full["account"]["left_out"]
    assert brief["account"]["left_out"]["edition"] > 0
    done = run("build", "issue.md", "--edition", "brif")
    assert done.returncode == 3
    assert done.stderr.strip() == (
        "issuecast: The show has no edition 'brif', did you mean 'brief'?: "
        "use one of full, brief, or add [editions.brif] to show.toml."
    )


def test_what_became_of_each_sentence(run: Run) -> None:
    """`script --explain` has the issue's lines and the script's, and the totals."""
    done = run("script", "issue.md", "--explain")
    assert done.returncode == 0
    assert re.search(r"^ *10  → \d+ +The lighthouse at Tern Point was sold", done.stdout, re.MULTILINE)
    assert done.stdout.splitlines()[-1] == "0 lost"
