from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from issuecast.errors import ScriptError
from issuecast.models import Chapter, Line, Music, Pause, Script, Sting
from issuecast.write.script_format import parse, parse_numbered, render

flat = st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
roles = st.from_regex(r"[A-Z][A-Z0-9_-]{0,11}", fullmatch=True)
cues = st.one_of(
    st.builds(Line, roles, flat),
    st.builds(Music, st.sampled_from(["intro", "outro"])),
    st.just(Sting()),
    st.builds(Pause, st.integers(0, 60_000)),
)
chapters = st.builds(Chapter, flat, st.lists(cues, min_size=1, max_size=6).map(tuple))
scripts = st.builds(
    Script,
    st.one_of(st.just(""), flat),
    st.lists(chapters, min_size=1, max_size=4).map(tuple),
    st.one_of(st.none(), st.dates()),
).filter(lambda script: any(chapter.lines for chapter in script.chapters))


@given(scripts)
def test_what_is_printed_is_read_back_equal(script: Script) -> None:
    """Parsing what was printed gives the same script, whatever the texts contain."""
    assert parse(render(script), name="x.script.md") == script


words = st.sampled_from(
    ["Fog", "the", "#4", "$11B", "Note:", "[sic]", "don't", "—", "Port:", "https://a.example", "“tide”"]
)
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join)
rows = st.one_of(
    st.just(""),
    sentences.map("# {}".format),
    sentences.map("HOST: {}".format),
    sentences.map("ANALYST:\t{}  ".format),
    sentences.map("{}".format),
    st.sampled_from(["[sting]", "[music: intro]", "[pause: 0.6s]", "<!-- ask Ines -->", "Host: hi", "---"]),
)
files = st.builds(
    lambda head, rows, end: end.join([*head, "# Start", "HOST: Hello.", *rows]),
    st.sampled_from([[], ["---", "title: 'It''s \"time\"'", "date: 2031-03-04", "---"], ["---", "---"]]),
    st.lists(rows, max_size=12),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
)


@given(files)
def test_what_an_editor_saves_prints_to_something_stable(text: str) -> None:
    """Whatever an editor's file parses to prints to a text that parses to the same and prints as itself."""
    try:
        script = parse(text, name="x.script.md", roles=["HOST", "ANALYST"])
    except ScriptError:
        return
    printed = render(script)
    assert parse(printed, name="x.script.md") == script
    assert render(parse(printed, name="x.script.md")) == printed


titles = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["Cc"]), min_size=1
).map(lambda text: " ".join(text.split()))


@given(titles.filter(bool))
@example('"Quoted"')
@example("'Quoted'")
@example("Ports: the quiet ones")
@example("Tides #12")
@example("- a dash")
@example("2031")
@example("2031-03-04")
@example("No")
@example("Why\\not")
@example("~")
def test_a_printed_title_is_what_yaml_reads_too(title: str) -> None:
    """Front matter is YAML to every other tool: it finds the same title there as our parser does."""
    script = Script(title, (Chapter("A", (Line("HOST", "Hi."),)),))
    printed = render(script)
    assert parse(printed, name="x").title == title
    assert yaml.safe_load(printed.split("---\n")[1])["title"] == title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Tides: a history", "Tides: a history"),
        ('"Tides: a history"', "Tides: a history"),
        ('"The \\"quiet\\" port"', 'The "quiet" port'),
        ("'It''s time'", "It's time"),
        ("“Tides”", "“Tides”"),
        ('"Tides" and "Fog"', '"Tides" and "Fog"'),
        ("#12", "#12"),
        ("", ""),
    ],
)
def test_titles_may_be_quoted_or_not(written: str, title: str) -> None:
    """Straight quotes around the whole are YAML's; everything else is the title as it stands."""
    assert parse(f"---\ntitle: {written}\n---\n# A\nHOST: Hi.\n", name="x").title == title


def test_comments_are_not_heard() -> None:
    """A comment on its own lines, short or long, is no part of the script, even between wrapped lines."""
    text = "<!-- draft -->\n# A\nHOST: Fog\n<!-- ask\n\n# Ines\n-->\nat sea.\nHOST: <!-- said -->\n"
    assert parse(text, name="x").chapters == (
        Chapter("A", (Line("HOST", "Fog at sea."), Line("HOST", "<!-- said -->"))),
    )


def test_lines_are_numbered() -> None:
    """A check can say where a chapter and a cue begin, whatever was wrapped."""
    found = parse_numbered(
        "---\ntitle: T\n---\n\n# A\n[sting]\nHOST: Fog\nat sea.\nHOST: Hi.\n# B\nHOST: Ho.", name="x"
    )
    assert (found.titles, found.cues) == ((5, 10), ((6, 7, 9), (11,)))


@given(st.text())
def test_any_text_is_a_script_or_one_sentence(text: str) -> None:
    """No text makes the parser fail in another way than by its own error."""
    try:
        script = parse(text, name="x.script.md")
    except ScriptError:
        return
    assert parse(render(script), name="x.script.md") == script


def test_the_printed_form_is_the_one_an_editor_knows() -> None:
    """A script prints as front matter, chapters, cues and lines, one each."""
    script = Script(
        "Tides",
        (
            Chapter("Cold open", (Music("intro"), Line("HOST", "Hello\nsailor."), Pause(600))),
            Chapter("News", (Sting(), Line("ANALYST", "Fog."))),
        ),
        date(2031, 3, 4),
    )
    assert render(script) == (
        "---\ntitle: Tides\ndate: 2031-03-04\n---\n"
        "\n# Cold open\n[music: intro]\nHOST: Hello sailor.\n[pause: 600ms]\n"
        "\n# News\n[sting]\nANALYST: Fog.\n"
    )


def test_wrapped_lines_and_blank_lines_are_one_line() -> None:
    """An editor may wrap a line anywhere, even before what looks a little like markup."""
    text = "# News\n\nHOST: Port Mirren ranks\n#4 today,\n[not a cue] and\n\nwins.\n"
    assert parse(text, name="x").chapters[0].lines == (
        Line("HOST", "Port Mirren ranks #4 today, [not a cue] and wins."),
    )


def test_pauses_may_be_given_in_seconds() -> None:
    """`0.6s` and `600ms` are the same pause."""
    cues = parse("# A\nHOST: Hi.\n[pause: 0.6s]\n[pause: 600ms]\n", name="x").chapters[0].cues
    assert cues[1:] == (Pause(600), Pause(600))


def test_front_matter_may_be_absent() -> None:
    """A script without front matter has no title and no date; a byte order mark does not count."""
    assert parse("\ufeff# A\r\nHOST:\tHi.\r\n", name="x") == Script(
        "", (Chapter("A", (Line("HOST", "Hi."),)),)
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "s.md, line 1: the script ends and nobody has said a word: add a line such as HOST: Hello."),
        (
            "Hello\nthere\n# A\nHOST: Hi.\n",
            's.md, line 1: "Hello" stands before the first chapter: start with "# " and a chapter\'s title.',
        ),
        (
            "# A\nHello\n",
            's.md, line 2: nobody says "Hello": start it with a role, such as "HOST: ".',
        ),
        (
            "# A\nHOST: Hi.\n[stng]\n",
            's.md, line 3: "[stng]" is no cue: write [sting].',
        ),
        (
            "# A\n[music: bed]\n",
            's.md, line 2: "[music: bed]" is no cue: write [music: intro] or [music: outro].',
        ),
        (
            "# A\nHOST: Hi.\n[pause: long]\n",
            's.md, line 3: "[pause: long]" is no cue: write [pause: 600ms] or [pause: 0.6s].',
        ),
        (
            "# A\nHOST: Hi.\n[pause: 61s]\n",
            's.md, line 3: "[pause: 61s]" is longer than a minute: shorten it.',
        ),
        (
            "# A\nHOST:\n",
            "s.md, line 2: HOST says nothing: write what is said after the colon, or take the line out.",
        ),
        (
            "# A\nHOST: Hi.\n#\n",
            's.md, line 3: "#" is no chapter: write "# " and the chapter\'s title.',
        ),
        (
            "# A\nHOST: Hi.\n# B\n",
            's.md, line 3: the chapter "B" is empty: give it a line, or take it out.',
        ),
        (
            "# A\nHOST: Hi.\n---\n",
            "s.md, line 3: --- stands outside the front matter: take it out, or write [pause: 600ms].",
        ),
        (
            "---\ndate: soon\n---\n",
            "s.md, line 2: 'soon' is no date: write it as in date: 2025-12-23.",
        ),
        (
            "---\nauthor: Ada\n---\n",
            's.md, line 2: "author: Ada" stands in the front matter: write title: or date: there.',
        ),
        (
            "---\ntitle: A\n",
            "s.md, line 1: the front matter is not closed: end it with a line ---.",
        ),
        (
            "# A\nHOST: Hi.\nHost: Ho.\n",
            (
                's.md, line 3: "Host: Ho." looks like a line of HOST: '
                'write "HOST: ", or join it to the line above.'
            ),
        ),
        (
            "# A\nHOST: Hi.\nHOST Ho.\n",
            (
                's.md, line 3: "HOST Ho." looks like a line of HOST: '
                'write "HOST: ", or join it to the line above.'
            ),
        ),
        (
            "# A\n[musik: intro]\n",
            's.md, line 2: "[musik: intro]" is no cue: write [music: intro] or [music: outro].',
        ),
        (
            "# A\n[Music: Intro]\n",
            's.md, line 2: "[Music: Intro]" is no cue: write [music: intro] or [music: outro].',
        ),
        (
            "# A\nHOST: Hi.\n[pause: 1s\n",
            (
                's.md, line 3: "[pause: 1s" is no cue: write [pause: 600ms] or [pause: 0.6s], '
                "and nothing else on that line."
            ),
        ),
        (
            "# A\nHOST: Hi.\n[sting] HOST: Ho.\n",
            's.md, line 3: "[sting] HOST: Ho." is no cue: write [sting], and nothing else on that line.',
        ),
        (
            "# A\nHOST: Hi.\n\n#News\nHOST: Ho.\n",
            's.md, line 4: "#News" is no chapter: write "# " and the chapter\'s title.',
        ),
        (
            "—\ntitle: A\n---\n# A\nHOST: Hi.\n",
            's.md, line 1: "—" is no end of front matter: write three hyphens, ---.',
        ),
        (
            "---\ntitle: A\n\n# A\nHOST: Hi.\n",
            "s.md, line 1: the front matter is not closed: end it with a line ---.",
        ),
        (
            "---\ntitle: A\ntitle: B\n---\n# A\nHOST: Hi.\n",
            "s.md, line 3: title: stands there twice: take one out.",
        ),
        (
            "---\nmade_from: me\n---\n# A\nHOST: Hi.\n",
            's.md, line 2: "me" is not what issuecast wrote there: take the line made_from: out.',
        ),
        (
            "# A\nHOST: Hi.\n<!-- ask Ines\nHOST: Ho.\n",
            "s.md, line 3: the comment is not closed: end it with -->.",
        ),
        (
            "# A\n<!-- ask Ines --> HOST: Hi.\nHOST: Ho.\n",
            's.md, line 2: "HOST: Hi." stands behind a comment: put it on a line of its own.',
        ),
        (
            "# A\n<<<<<<< your edit\nHOST: Hi.\n=======\nHOST: Ho.\n>>>>>>> the issue as it is now\n",
            (
                's.md, line 2: "<<<<<<< your edit" marks a conflict that is not resolved: '
                "keep one of its two sides, and take its three marks out."
            ),
        ),
        (
            "# A\nHOST: Hi.\n=======\n",
            (
                's.md, line 3: "=======" marks a conflict that is not resolved: '
                "keep one of its two sides, and take its three marks out."
            ),
        ),
        (
            "---\nauthor: Ada\n---\nHi\n# A\nHost: Hi.\nand more\n[stng]\n# B\nHOST:\n# C\n",
            (
                's.md, line 2: "author: Ada" stands in the front matter (write title: or date: there); '
                'line 4: "Hi" stands before the first chapter (start with "# " and a chapter\'s title); '
                'line 6: nobody says "Host: Hi." (start it with a role, such as "HOST: "); '
                'line 8: "[stng]" is no cue (write [sting]); '
                "line 10: HOST says nothing (write what is said after the colon, or take the line out); "
                "and 1 more: correct them."
            ),
        ),
        (
            "# A\n[sting]\n",
            "s.md, line 2: the script ends and nobody has said a word: add a line such as HOST: Hello.",
        ),
    ],
)
def test_errors_name_the_line_and_what_was_expected(text: str, message: str) -> None:
    """Each mistake is told in one sentence with file, line, what stands there and the way out."""
    with pytest.raises(ScriptError) as caught:
        parse(text, name="s.md")
    assert str(caught.value) == message


def test_a_role_that_the_show_has_not_is_named() -> None:
    """Given the show's roles, a line of any other is an error with its line number."""
    with pytest.raises(ScriptError) as caught:
        parse("# A\nHOST: Hi.\nHOTS: Hi.\n", name="s.md", roles=["HOST", "ANALYST"])
    assert str(caught.value) == (
        "s.md, line 3: the show has no role HOTS: use HOST, or add the role to show.toml."
    )
