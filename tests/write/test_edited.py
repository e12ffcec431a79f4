"""Edited scripts: what they were made from, what changed since, and how both are brought together."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import snapshot
from issuecast import build
from issuecast.desk import Commission, merge_script, save_script, script_to_voice
from issuecast.errors import IssueError, ScriptError
from issuecast.progress import Unheard
from issuecast.read import read
from issuecast.show import Show, load
from issuecast.write.edited import ScriptFile
from issuecast.write.merge import MARKS, merge
from issuecast.write.script_format import parse, render

rows = st.lists(st.sampled_from("abcd"), max_size=8)


class Heard(Unheard):
    """Progress that keeps the notices."""

    def __init__(self) -> None:
        self.notices: list[str] = []

    def notice(self, sentence: str) -> None:
        self.notices.append(sentence)


@pytest.fixture
def show(show_folder: Path) -> Show:
    return load(show_folder)


@pytest.fixture
def issue(show_folder: Path) -> Path:
    return show_folder / "issue.md"


def change(file: Path, old: str, new: str) -> None:
    """Replace words in a file, which has them."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_saved_script_is_the_printed_one_and_knows_its_origin(issue: Path, show: Show) -> None:
    """What is saved spells what the templates print, is from the issue, and is not edited."""
    saved = save_script(Commission.of(issue, show))
    assert saved.path == issue.with_name("issue.script.md")
    assert saved.path.read_text(encoding="utf-8") == saved.text
    assert parse(saved.text, name="x") == Commission.of(issue, show).written.script
    there = ScriptFile.beside(issue)
    assert there == saved
    assert not there.is_edited()
    assert (show.folder / ".issuecast/scripts/issue.json").is_file()
    assert (show.folder / ".issuecast/.gitignore").read_text() == "*\n"


def test_saving_twice_changes_nothing(issue: Path, show: Show) -> None:
    """With nothing changed no byte is written again."""
    save_script(Commission.of(issue, show))
    before = snapshot(show.folder)
    save_script(Commission.of(issue, show))
    assert snapshot(show.folder) == before


def test_unedited_script_is_renewed(issue: Path, show: Show) -> None:
    """A script that nobody edited follows its issue, also if a tool changed its line ends."""
    saved = save_script(Commission.of(issue, show))
    saved.path.write_bytes(saved.text.replace("\n", "\r\n").encode())
    change(issue, "$1.2M", "$1.4M")
    assert "$1.4M" in save_script(Commission.of(issue, show)).text


def test_edits_are_never_overwritten_unless_asked(issue: Path, show: Show) -> None:
    """An edited script stays as it is, byte for byte, until `force` says otherwise."""
    saved = save_script(Commission.of(issue, show))
    change(saved.path, "Tern Point", "Cormorant Head")
    before = snapshot(show.folder)
    with pytest.raises(ScriptError) as caught:
        save_script(Commission.of(issue, show))
    assert str(caught.value) == (
        f"{saved.path} was edited by hand, and is kept: carry what changed in the issue over with issuecast "
        f"script {issue} --merge, or overwrite it with --write --force."
    )
    assert snapshot(show.folder) == before
    assert save_script(Commission.of(issue, show), force=True) == saved


def test_script_printed_by_an_editor_counts_as_unedited(issue: Path, show: Show) -> None:
    """What `issuecast script X > X.script.md` leaves can be renewed, and what an editor wrote cannot."""
    file = issue.with_name("issue.script.md")
    file.write_text(render(Commission.of(issue, show).written.script), encoding="utf-8")
    save_script(Commission.of(issue, show))
    file.write_text("# A\nHOST: My own words.\n", encoding="utf-8")
    with pytest.raises(ScriptError, match="edited by hand"):
        save_script(Commission.of(issue, show))


def test_unwritable_place_is_one_error(issue: Path, show: Show) -> None:
    """Where a script cannot be saved, nothing is left half-written."""
    issue.with_name("issue.script.md").mkdir()
    with pytest.raises(ScriptError) as caught:
        save_script(Commission.of(issue, show))
    assert caught.value.way_out == "make room, and the folder writable"
    assert not list(show.folder.glob(".*.part"))


def test_build_voices_the_edit_and_refuses_it_once_the_issue_changed(issue: Path, show: Show) -> None:
    """A build says which paragraphs changed after the edit, and names the ways out; `keep` is one of them."""
    saved = save_script(Commission.of(issue, show))
    change(saved.path, "Tern Point", "Cormorant Head")
    said = build(issue, show=show).episode.timeline
    assert any("Cormorant Head" in line.text for chapter in said for line in chapter.lines)
    change(issue, "$1.2M", "$1.4M")
    change(issue, "- **The harbour:** Built a charger for them.\n", "")
    change(issue, "Good evening.", "Good evening, sailors.\n\nIt is late.")
    with pytest.raises(ScriptError) as caught:
        build(issue, show=show)
    assert str(caught.value) == (
        f"{issue} changed since {saved.path} was made from it: "
        'line 6 changed ("Good evening, sailors."); '
        'line 8 is new ("It is late. It is the second of March."); '
        'line 12 changed ("The lighthouse at Tern Point was sold for $1.4M on…"); '
        'gone is "The harbour: Built a charger for them.": '
        f"carry that over with issuecast script {issue} --merge, voice the edit as it is with --script keep, "
        f"or write it anew with issuecast script {issue} --write --force."
    )
    heard = Heard()
    assert build(issue, show=show, script="keep", progress=heard).built
    assert heard.notices == [f"The script is {saved.path}, as edited."]


def test_many_changes_are_counted(issue: Path, show: Show) -> None:
    """Of many changes the first five are named."""
    change(save_script(Commission.of(issue, show)).path, "Tern Point", "Cormorant Head")
    issue.write_text(
        "---\ntitle: New\ndate: 2026-03-02\n---\n" + "\n\n".join("One two three four five six seven".split())
    )
    with pytest.raises(ScriptError, match=r'line 11 changed \("four"\); and \d+ more: carry') as caught:
        build(issue, show=show)
    assert caught.value.problem.count("changed (") == 5


def test_changed_title_and_date_are_changes(issue: Path, show: Show) -> None:
    """What a script says of its issue counts like the issue's paragraphs."""
    change(save_script(Commission.of(issue, show)).path, "Tern Point", "Cormorant Head")
    change(issue, "Two Small Stories", "Three Stories")
    with pytest.raises(ScriptError, match=r'from it: changed \("title: Three Stories"\): carry'):
        build(issue, show=show)


def test_without_its_record_a_script_only_knows_that_the_issue_changed(issue: Path, show: Show) -> None:
    """On another machine there is nothing to compare and nothing to merge with, and that is said."""
    saved = save_script(Commission.of(issue, show))
    change(saved.path, "Tern Point", "Cormorant Head")
    change(issue, "$1.2M", "$1.4M")
    shutil.rmtree(show.folder / ".issuecast")
    with pytest.raises(ScriptError) as caught:
        build(issue, show=show)
    assert str(caught.value) == (
        f"{issue} changed since {saved.path} was made from it: which paragraphs is not known here: "
        "voice the edit as it is with --script keep, or write it anew with "
        f"issuecast script {issue} --write --force."
    )
    with pytest.raises(ScriptError) as caught:
        merge_script(Commission.of(issue, show))
    assert str(caught.value) == (
        f"What {saved.path} was made from is not kept, so that nothing can be merged: take over by hand what "
        f"issuecast script {issue} prints, or overwrite it with --write --force."
    )


def test_unedited_script_of_a_changed_issue_is_left_aside(issue: Path, show: Show) -> None:
    """Without edits nothing is lost if the changed issue is voiced; the build says so."""
    saved = save_script(Commission.of(issue, show))
    change(issue, "$1.2M", "$1.4M")
    heard, order = Heard(), Commission.of(issue, show)
    assert script_to_voice(order, keep=False, told=heard)[0] == order.written.script
    assert heard.notices == [f"{saved.path} is left aside: it was not edited, and {issue} changed since."]


def test_merge_keeps_the_edits_and_takes_over_the_changes(issue: Path, show: Show) -> None:
    """After a merge the script has both, comments too, and it is from the issue as it is."""
    saved = save_script(Commission.of(issue, show))
    change(saved.path, "Short routes go first", "Short routes first <!-- sic -->")
    change(saved.path, "# Sign-off", "<!-- shorter? -->\n# Sign-off")
    change(issue, "$1.2M", "$1.4M")
    merged = merge_script(Commission.of(issue, show))
    assert merged.conflicts == ()
    assert all(words in merged.text for words in ("Short routes first", "<!-- shorter? -->", "$1.4M"))
    assert "$1.2M" not in merged.text
    assert merged.is_from(read(issue))
    assert merge_script(Commission.of(issue, show)) == merged


def test_conflicts_are_marked_and_refused_until_somebody_chooses(issue: Path, show: Show) -> None:
    """Where edit and issue changed the same line, both stand in the file, and no build takes it."""
    saved = save_script(Commission.of(issue, show))
    change(saved.path, "$1.2M", "a million")
    change(issue, "$1.2M", "$1.4M")
    merged = merge_script(Commission.of(issue, show))
    (line,) = merged.conflicts
    with pytest.raises(ScriptError) as caught:
        build(issue, show=show)
    assert str(caught.value) == (
        f'{saved.path}, line {line}: "{MARKS[0]}" marks a conflict that is not resolved: '
        "keep one of its two sides, and take its three marks out."
    )
    with pytest.raises(ScriptError, match="still has conflicts of the last --merge: resolve them first"):
        merge_script(Commission.of(issue, show))


def test_nothing_to_merge_is_said(issue: Path, show: Show) -> None:
    """Without a script there is nothing to merge into."""
    with pytest.raises(ScriptError) as caught:
        merge_script(Commission.of(issue, show))
    file = issue.with_name("issue.script.md")
    assert str(caught.value) == f"There is no {file}: make it with issuecast script {issue} --write."


def test_a_script_is_not_built_as_if_it_were_an_issue(issue: Path, show: Show) -> None:
    """Named by mistake, a script is refused with the way out, whatever is asked of it."""
    script = save_script(Commission.of(issue, show)).path
    for ask in (build, Commission.of):
        with pytest.raises(IssueError) as caught:
            ask(script, show=show)
        assert str(caught.value) == f"{script} is a script: name the issue that it was made from."


def test_other_encodings_are_named(issue: Path, show: Show) -> None:
    """A file saved in Windows-1252 is one sentence that names the line and the character."""
    saved = save_script(Commission.of(issue, show))
    saved.path.write_bytes("---\ntitle: x\n---\n# A\nHOST: It’s late.\n".encode("cp1252"))
    with pytest.raises(ScriptError) as caught:
        build(issue, show=show)
    assert str(caught.value) == (
        f"{saved.path}, line 5: the byte 0x92 is no UTF-8, which is ’ in Windows-1252: "
        "save the file as UTF-8."
    )


@given(rows, rows)
def test_merging_one_change_is_that_change(base: list[str], changed: list[str]) -> None:
    """Where only one side changed, or both did the same, the result is that, whatever it is."""
    assert merge(base, changed, base) == changed
    assert merge(base, base, changed) == changed
    assert merge(base, changed, changed) == changed


@given(rows, rows, rows)
def test_a_merge_loses_no_line(base: list[str], edited: list[str], renewed: list[str]) -> None:
    """A line that a side brought in is in the result, once at least."""
    merged = merge(base, edited, renewed)
    assert set(edited) - set(base) <= set(merged)
    assert set(renewed) - set(base) <= set(merged)


def test_lines_apart_merge_and_lines_that_meet_conflict() -> None:
    """Changes of neighbouring lines do not meet; two changes of one line do."""
    base = ["one", "two", "three", "four"]
    assert merge(base, ["ONE", *base[1:]], ["one", "TWO", *base[2:]]) == ["ONE", "TWO", "three", "four"]
    assert merge(base, ["one", "2", *base[2:]], ["one", "II", *base[2:]]) == [
        *("one", MARKS[0], "2", MARKS[1], "II", MARKS[2], "three", "four")
    ]


def test_an_edition_has_a_script_of_its_own(issue: Path, show: Show) -> None:
    """Both lie beside the issue, and neither is taken for the other."""
    full, brief = (save_script(Commission.of(issue, show, name)) for name in ("full", "brief"))
    assert (full.path.name, brief.path.name) == ("issue.script.md", "issue.brief.script.md")
    change(brief.path, "Tern Point", "Cormorant Head")
    texts = []
    for name in ("full", "brief"):
        order = Commission.of(issue, show, name)
        script, account = script_to_voice(order, keep=False, told=Heard())
        texts.append(render(script))
        assert not account.lost
    assert ["Cormorant Head" in text for text in texts] == [False, True]
