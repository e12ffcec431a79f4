from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.errors import ScriptError
from issuecast.models import Chapter, Line, Music, Pause, Script, Sting
from issuecast.write.script_format import parse, render

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
    """A script without front matter has no title and no date."""
    assert parse("# A\r\nHOST: Hi.\r\n", name="x") == Script("", (Chapter("A", (Line("HOST", "Hi."),)),))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "s.md, line 1: the script ends and nobody has said a word: add a line such as HOST: Hello."),
        (
            "Hello\n# A\n",
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
