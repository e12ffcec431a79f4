"""What `check` finds in a script, and what it leaves alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.desk import Commission, check_issue, save_script
from issuecast.errors import IssueError, ScriptError, SettingsError
from issuecast.models import Issue, Paragraph, Section, Table
from issuecast.show import load
from issuecast.write.checks import CHECKS, Finding, Material, Severity, check
from issuecast.write.checks.words import is_sayable
from issuecast.write.lexicon import Entry, Lexicon
from issuecast.write.script_format import parse_numbered

FOG = "Fog lay on the water, and nobody was there to see it. " * 8
HEAD = f"# Cold open\nHOST: Good evening.\n# News\nHOST: {FOG}\nANALYST: Still, {FOG}\n"
"""Five lines that are long enough for a script, and in which there is nothing to find."""


def material(script: str = "", head: str = HEAD, **more: Any) -> Material:
    """The normal opening, and `script` from line 6 on; or `script` alone if `head` is ""."""
    text = head + script
    base = Material(Issue("T", ()), "", Path(), text, parse_numbered(text, name="x"))
    return replace(base, **more)


def findings(name: str, script: str = "", **more: Any) -> list[tuple[int, str]]:
    """Where in the script the check of that name finds something, and what."""
    assert name in {one.name for one in CHECKS}
    return [(one.script_line, one.sentence) for one in check(material(script, **more)) if one.name == name]


def test_an_ordinary_script_has_no_findings() -> None:
    """Numbers, money, links of the ear, quotations, names: what a voice can say is no finding."""
    ordinary = (
        "HOST: The CEO of McAllister Ports paid $1.2M on March 4, 2031, up 3.4%.\n"
        "ANALYST: “It’s 24/7 work,” says Ines O’Hara, PhD, of LinkedIn, GitHub and OpenHarbour.\n"
        "HOST: Its API and its GPUs cost 40 kWh a day; see example.org.\n"
        "ANALYST: Malmö's 12 cranes, NOT 13, run Linux and iOS.\n"
    )
    assert check(material(ordinary)) == ()


@pytest.mark.parametrize(
    ("name", "script", "sentence"),
    [
        (
            "url",
            "HOST: Go to https://a.example/x now.",
            '"https://a.example/x" is an address; say where it leads',
        ),
        ("url", "HOST: Go to www.tide.example.", '"www.tide.example." is an address; say where it leads'),
        ("markup", "HOST: A **bold** port.", '"**" is markup; take it out'),
        ("markup", "HOST: Ships &amp; cranes.", '"&amp;" is markup; take it out'),
        ("markup", "HOST: Hi {{ name }}.", '"{{" is markup; take it out'),
        ("markup", "HOST: A <b class=x>bold</b> port.", '"<b class=x>" is markup; take it out'),
        ("markup", "HOST: Wait. [pause: 1s] Now.", '"[pause: 1s]" is markup; take it out'),
        ("digits", "HOST: Berth ㉕ is free.", '"㉕" is left to the voice; write it in words'),
        ("emoji", "HOST: Ships ahoy 🚢.", "🚢 is not said; take it out"),
        ("unsayable", "HOST: …", 'nobody can say "…"'),
        ("placeholder", "HOST: The port has TK cranes.", '"TK" waits for its text'),
        ("placeholder", "HOST: Lorem ipsum dolor.", '"Lorem ipsum" waits for its text'),
        ("placeholder", "HOST: Ask [insert name] there.", '"[insert name]" waits for its text'),
        (
            "unknown-word",
            "HOST: Then MiMo came.\nANALYST: MiMo, and MiMo!",
            'no voice can know how "MiMo" is said, in 2 lines; tell it with issuecast lexicon add MiMo',
        ),
        (
            "alike",
            "HOST: The fog.\nANALYST: The sea.\nHOST: The wind.\nHOST: The end.",
            '4 lines in a row begin with "The"',
        ),
        (
            "long-sentence",
            f"HOST: Ports{' and ports' * 10}\nHOST: and cranes{' and cranes' * 10}.",
            'a sentence of 43 words: "Ports and ports and ports and ports and…"',
        ),
    ],
)
def test_lines_are_checked(name: str, script: str, sentence: str) -> None:
    """Each check of lines finds its own thing, once, on its line."""
    line = 8 if name == "alike" else 6
    assert findings(name, script) == [(line, sentence)]


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("markup", "HOST: Two < three, a > b, and Vec<T> is 5 * 3 & 4 [sic]."),
        ("markup", "HOST: The file __init__ and my_own_name."),
        ("alike", "HOST: The fog.\nANALYST: The sea.\nHOST: No wind.\nHOST: The end.\n# B\nHOST: The day."),
        ("long-sentence", f"HOST: Ports{' and ports' * 12}.\nHOST: Cranes{' and cranes' * 12}."),
        ("long-sentence", f"HOST: Ports{' and ports' * 12}\nANALYST: Cranes{' and cranes' * 12}."),
        ("placeholder", "HOST: A todo list, and TKs."),
    ],
)
def test_what_looks_like_it_is_left_alone(name: str, script: str) -> None:
    """What an editor meant is not reported."""
    assert findings(name, script) == []


@pytest.mark.parametrize(
    "word",
    "AMZN CATL KEP DRA EROFS xAI MiMo TVar MicroHs kubectl mysql tldr npm 小米 мир HBLT TyAlias".split(),
)
def test_words_that_no_voice_knows(word: str) -> None:
    """Tickers, capitals that may be a word or letters, odd cases, no vowels, other scripts."""
    assert not is_sayable(word)


@pytest.mark.parametrize(
    "word",
    "NASA GHC GPU GPUs PRs AI HTML OpenAI ByteDance GitHub McKinsey DeVries iPhone ReadMe LinkedIn "
    "Malmö Ng nth strengths rhythm HACKER ClusterTrustBundle Kubernetes Wrocław O Größe".split(),
)
def test_words_that_voices_know(word: str) -> None:
    """Known capitals, what can only be spelled, names made of words, English however rare."""
    assert is_sayable(word)


def test_other_languages_have_other_words() -> None:
    """Outside English only capitals and mixed case can be told to be odd, and digits are the voice's."""
    script = "HOST: Krk und krst, 40 мир.\nANALYST: Aber MiMo."
    assert findings("unknown-word", script, language="de-DE") == [
        (7, 'no voice can know how "MiMo" is said; tell it with issuecast lexicon add MiMo')
    ]
    assert findings("digits", script, language="de-DE") == []


def test_a_word_that_is_explained_is_known() -> None:
    """A stressed word that stands elsewhere in small letters, and what the lexicon has, are no findings."""
    assert (
        findings("unknown-word", "HOST: A dojo, the DOJO of MiMo.", lexicon=Lexicon([Entry("MiMo", "me mo")]))
        == []
    )
    assert len(findings("unknown-word", "HOST: A house, the DOJO.")) == 1


def test_a_chapter_without_a_voice_and_one_title_twice_are_found() -> None:
    """A listener can tell chapters apart, and each has something to hear."""
    script = "# Tides\n[sting]\n# news\nHOST: Hi.\n"
    assert findings("empty-chapter", script) == [(6, 'nobody speaks in the chapter "Tides"')]
    assert findings("same-title", script) == [(8, '"news" is also the chapter at line 3')]


def test_a_long_cold_open_is_found() -> None:
    """What comes before the first chapter takes 25 seconds at most."""
    script = f"# Cold open\nHOST: {FOG}\n# News\nHOST: {FOG}\n"
    assert findings("cold-open", script, head="") == [(1, "the cold open takes about 37 s, more than 25")]


@pytest.mark.parametrize(
    ("times", "earlier", "sentence"),
    [
        (1, (), "the script takes about 37 s; is something missing, or should it be two episodes?"),
        (2, (), None),
        (2, (240_000,) * 4, None),
        (
            2,
            (20_000, 100_000, 200_000, 210_000, 900_000),
            "the script takes about 1 min 10 s, and the show's episodes 3 min 20 s",
        ),
        (2, (20_000, 100_000, 140_000, 210_000, 900_000), None),
        (
            9,
            (20_000, 100_000, 140_000, 210_000, 900_000),
            "the script takes about 5 min 30 s, and the show's episodes 2 min 20 s",
        ),
        (99, (), "the script takes about 61 min; is something missing, or should it be two episodes?"),
    ],
)
def test_unusual_lengths_are_found(times: int, earlier: tuple[int, ...], sentence: str | None) -> None:
    """Under a minute, over an hour, or twice or half what five episodes of the show were."""
    script = "# A\n" + f"HOST: {FOG}\n" * times
    assert findings("length", script, head="", earlier=earlier) == ([(0, sentence)] if sentence else [])


def test_sections_with_nothing_to_say_are_found_where_they_stand() -> None:
    """A heading of the issue without words below it is found, one with a part or a table is not."""
    issue = Issue(
        "T",
        (
            Section("Tides", (Paragraph("…"),), (), 3),
            Section("Ports", (), (Section("Mirren", (Paragraph("Fog."),), (), 7),), 5),
            Section("Table", (Table((), (("1", "2"),)),), (), 9),
        ),
    )
    (one,) = (one for one in check(material(issue=issue)) if one.name == "empty-section")
    assert one == Finding(
        "empty-section", Severity.WARNING, 'the section "Tides" has nothing to say', issue_line=3
    )


def test_changes_of_the_issue_are_an_error() -> None:
    """What a build would refuse is found before it."""
    sentence = 'the issue changed after this script was edited: gone is "Fog."'
    assert findings("outdated", changes='gone is "Fog."') == [(0, sentence)]


def test_dead_relative_links_are_found(tmp_path: Path) -> None:
    """Links and images that lead to no file beside the issue are found; others and code are no concern."""
    (tmp_path / "map 1.png").touch()
    raw = """\
[gone](charts/gone.md) and ![map](map%201.png) and [site](https://a.example/x) [top](#top)
<!-- [text](URL)
--> `[code](x.md)` [root](/blog) [tool]({% link x %}) [mail](mailto:a@b.example)
```
[fenced](y.md)
```
<img src="lost.png"> <a href='map 1.png#here'>x</a> https://a.example/?src=abc
[ref]: missing.md
""".replace("map 1.png#", "map%201.png#")
    spots = [one for one in check(material(raw=raw, folder=tmp_path)) if one.name == "dead-link"]
    assert [(one.issue_line, one.sentence.split('"')[1]) for one in spots] == [
        (1, "charts/gone.md"),
        (7, "lost.png"),
        (8, "missing.md"),
    ]


def test_findings_know_where_the_issue_says_it() -> None:
    """A word is found in the sentence of the issue that has it."""
    blocks = (Paragraph("Fog is near.", line=3), Paragraph("Then MiMo came.", line=5))
    (one,) = check(material("HOST: Fog is near. Then MiMo came.\n", issue=Issue("T", (Section("", blocks),))))
    assert (one.name, one.script_line, one.issue_line) == ("unknown-word", 6, 5)


@given(st.text(), st.text())
def test_any_script_and_any_source_can_be_checked(text: str, raw: str) -> None:
    """No text makes a check fail, and findings come in the script's order."""
    try:
        script = parse_numbered(HEAD + text, name="x")
    except ScriptError:
        return
    told = [one.script_line for one in check(Material(Issue("T", ()), raw, Path(), HEAD + text, script))]
    assert [line for line in told if line] == sorted(line for line in told if line)


def test_the_edited_script_is_what_is_checked(show_folder: Path) -> None:
    """With a script beside the issue that is read, and its lines are told."""
    issue = show_folder / "issue.md"
    checked = check_issue(issue, load(show_folder))
    assert checked.script is None
    assert [one.name for one in checked.findings] == ["length"]
    script = issue.with_name("issue.script.md")
    script.write_text("# A\n\nHOST: A **bold** port.\n", encoding="utf-8")
    checked = check_issue(issue, load(show_folder))
    assert checked.script == script
    assert [(one.name, one.script_line) for one in checked.findings] == [("length", 0), ("markup", 3)]


def test_a_lexicon_in_the_show_is_heeded_and_a_broken_one_is_named(show_folder: Path) -> None:
    """Names of lexicon.toml are known; what is no TOML is one sentence."""
    issue, lexicon = show_folder / "issue.md", show_folder / "lexicon.toml"
    issue.write_text(issue.read_text(encoding="utf-8") + "\nMiMo and TVar came by.\n", encoding="utf-8")
    lexicon.write_text('[names]\nMiMo = "me mo"\n', encoding="utf-8")
    words = [
        one.sentence for one in check_issue(issue, load(show_folder)).findings if one.name == "unknown-word"
    ]
    assert words == ['no voice can know how "TVar" is said; tell it with issuecast lexicon add TVar']
    lexicon.write_text("MiMo", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"lexicon.toml is not valid TOML "):
        check_issue(issue, load(show_folder))


def test_a_script_is_no_issue(show_folder: Path) -> None:
    """Named by mistake, a script file is refused with the way out."""
    with pytest.raises(IssueError) as caught:
        check_issue(show_folder / "issue.script.md", load(show_folder))
    assert str(caught.value) == (
        f"{show_folder / 'issue.script.md'} is a script: name the issue that it was made from."
    )


def test_voices_of_another_language_are_found(show_folder: Path) -> None:
    """A German show that English voices would read is warned, whatever engine they are of."""
    settings = show_folder / "show.toml"
    told = settings.read_text(encoding="utf-8").replace('cast = "mute"', 'cast = "mixed"\nlanguage = "de-DE"')
    casts = '[casts.mixed]\nHOST = "espeak:de"\nANALYST = "edge:en-US-AndrewNeural"\n'
    settings.write_text(told + casts, encoding="utf-8")
    checked = check_issue(show_folder / "issue.md", load(show_folder))
    (found,) = [one for one in checked.findings if one.name == "foreign-voice"]
    assert found.sentence == "ANALYST's edge:en-US-AndrewNeural is not a voice for de-DE"


@pytest.mark.parametrize("voice", ["piper:de_DE-not-installed", "stranger:any", "silent:any", "espeak:de"])
def test_a_voice_of_unknown_language_is_left_to_the_build(show_folder: Path, voice: str) -> None:
    """What is not installed where a script is checked is no finding, and no error."""
    settings = show_folder / "show.toml"
    told = settings.read_text(encoding="utf-8").replace('cast = "mute"', 'cast = "own"\nlanguage = "de-DE"')
    settings.write_text(f'{told}[casts.own]\nHOST = "{voice}"\nANALYST = "{voice}"\n', encoding="utf-8")
    checked = check_issue(show_folder / "issue.md", load(show_folder))
    assert [one for one in checked.findings if one.name == "foreign-voice"] == []


def test_the_docs_tell_every_check() -> None:
    """docs/script.md has each by its name, errors and warnings apart."""
    page = (Path(__file__).parents[2] / "docs" / "script.md").read_text(encoding="utf-8")
    errors, _, warnings = page.partition("| error |")[2].partition("| warning |")
    told = {
        "error": set(re.findall(r"`([a-z-]+)`", errors)),
        "warning": set(re.findall(r"`([a-z-]+)`", warnings.partition("The exit code")[0])),
    }
    for severity, names in told.items():
        assert names == {one.name for one in CHECKS if one.severity == severity}


def test_a_script_that_nobody_edited_is_not_outdated(show_folder: Path) -> None:
    """Where the issue changed, a build leaves it aside, and so does the check."""
    issue, show = show_folder / "issue.md", load(show_folder)
    save_script(Commission.of(issue, show))
    issue.write_text(issue.read_text(encoding="utf-8").replace("$1.2M", "$1.4M"), encoding="utf-8")
    checked = check_issue(issue, show)
    assert checked.script is None
    assert "outdated" not in {one.name for one in checked.findings}
