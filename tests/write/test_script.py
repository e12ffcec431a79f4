from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from issuecast.errors import IssueError
from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Code,
    Image,
    Issue,
    Item,
    Line,
    Link,
    Music,
    NumberedList,
    Paragraph,
    Pause,
    Quote,
    Script,
    Section,
    Sting,
)
from issuecast.show import Role, Show
from issuecast.write import pacing
from issuecast.write.labels import parts
from issuecast.write.plain import is_speakable, plain
from issuecast.write.script import write
from issuecast.write.script_format import parse, render


def texts(script: Script) -> list[str]:
    return [line.text for chapter in script.chapters for line in chapter.lines]


def lines_of(script: Script, title: str) -> tuple[Line, ...]:
    return next(chapter.lines for chapter in script.chapters if chapter.title == title)


def issue_of(*blocks: Block, title: str = "Tides") -> Issue:
    return Issue("Water", (Section(title, blocks),))


def bullets(*items: str) -> BulletList:
    return BulletList(tuple(Item((Paragraph(item),)) for item in items))


def test_the_programme_has_its_chapters_in_the_issue_s_order(daily: Issue, show: Show) -> None:
    """Cold open, a chapter for each section or substantial sub-section, sign-off."""
    assert [chapter.title for chapter in write(daily, show).chapters] == [
        "Cold open",
        "Market Pulse: LRKS",
        "The Deep Dive",
        "Rapid Fire: The Crane Race",
        "Rapid Fire: Clerks Of Tomorrow",
        "Research Corner",
        "Podcast of the Day",
        "Sign-off",
    ]


def test_the_cold_open_greets_names_the_show_and_tells_the_headlines(daily: Issue, show: Show) -> None:
    """Music, the issue's greeting and day, the show and theme, every headline, within 25 seconds."""
    chapter = write(daily, show).chapters[0]
    assert chapter.cues[0] == Music("intro")
    assert [line.text for line in chapter.lines] == [
        "Hello sailor. It's Tuesday, March 4, 2031.",
        "You're listening to The Harbour Wire. Our theme today: The Quiet Ports.",
        "Larkspur Lines orders 40 wind ships for $2.5B. Port Mirren runs its cranes at night without people.",
    ]
    assert pacing.seconds(chapter.cues) < 25


def test_hosts_with_names_say_them(daily: Issue) -> None:
    """The cold open names the roles that have a name in show.toml."""
    show = Show(title="The Harbour Wire", roles={"HOST": Role(name="Ada"), "ANALYST": Role(name="Ben")})
    named = texts(write(daily, show))[1]
    assert (
        named == "You're listening to The Harbour Wire. I'm Ada, with Ben. Our theme today: The Quiet Ports."
    )


def test_the_market_is_led_in_with_ticker_and_mood(daily: Issue, show: Show) -> None:
    """The host names what is watched and its facts, the analyst comments, the quotation has its own voice."""
    chapter = write(daily, show).chapters[1]
    assert chapter.cues[-6:] == (
        Line(
            "HOST", "We start with the market pulse. On the screen today: LRKS, and the sentiment is bullish."
        ),
        Line("ANALYST", "Larkspur rose 4% on the order. Freight rates are the new oil."),
        Line("HOST", "Ines Halloran puts it this way."),
        Pause(350),
        Line("ANALYST", "We sail on Sundays because the wind does."),
        Pause(350),
    )


def test_labels_hand_over_to_the_analyst(daily: Issue, show: Show) -> None:
    """Call-outs, in mid-paragraph or apart, are taken up by the second voice."""
    assert lines_of(write(daily, show), "The Deep Dive")[1:] == (
        Line("HOST", "Wind ships need patient clients. Fuel is cheap again."),
        Line("ANALYST", "The long play? Sign ten-year contracts."),
        Line("ANALYST", "The catch? Nobody insures a mast above 80 metres."),
    )


def test_quick_news_become_sentences_with_their_insights(daily: Issue, show: Show) -> None:
    """The host tells what each company did, the analyst what it means, and the number of stories is said."""
    first, *stories = lines_of(write(daily, show), "Rapid Fire: The Crane Race")
    assert first.text.endswith("rapid fire, in two parts. First, the Crane Race: three stories.")
    told = [line.text for line in stories if line.role == "HOST"]
    meant = [line.text for line in stories if line.role == "ANALYST"]
    assert told[:2] == [
        "Mirren automated its third terminal after a two-year trial of night shifts.",
        "Quayworks sold 14 used cranes to the port of Santa Brisa.",
    ]
    assert told[2].endswith(" Hoist & Daughter shelved the floating crane that it showed in spring.")
    assert [re.sub(r"^[^?]*\? ", "", text) for text in meant] == [
        "Watch the night shift, not the headline.",
        "Used cranes travel further than new ones.",
        "Calm water is a business model.",
    ]
    assert len({text.partition("?")[0] for text in meant}) == 3


def test_a_use_case_is_asked_and_answered(daily: Issue, show: Show) -> None:
    """Pairs of insight and use case are findings: told, asked by one voice, answered by the other."""
    lines = lines_of(write(daily, show), "Research Corner")
    assert lines[0].text.endswith("research corner: two findings.")
    assert [line.role for line in lines[1:]] == ["HOST", "HOST", "ANALYST"] * 2
    assert re.fullmatch(
        r"The first (insight|finding)\. Kelp sensors predict swell 3\.5x earlier than buoys\.", lines[1].text
    )
    assert "a harbour master" in lines[2].text
    assert lines[3].text == "Move the pilots before the phones ring."


def test_headlines_too_long_for_the_cold_open_make_the_first_chapter(daily: Issue, show: Show) -> None:
    """The theme stays in the cold open, which stays short; every headline is spoken in its own chapter."""
    headlines = bullets(*(f"Port number {number} {'counts its cranes ' * 8}again." for number in range(3)))
    first, _, *rest = daily.sections
    script = write(replace(daily, sections=(first, Section("The Quiet Ports", (headlines,)), *rest)), show)
    assert [line.text for line in script.chapters[0].lines][1].endswith("The Quiet Ports.")
    assert len(script.chapters[0].lines) == 2
    assert script.chapters[1].title == "The Quiet Ports"
    assert "And Port number 2" in script.chapters[1].lines[-1].text


def test_the_sign_off_is_the_issue_s_own_and_says_what_this_is(daily: Issue, show: Show) -> None:
    """The farewell moves to the last chapter; one line names issue, voices and text; then there is music."""
    chapter = write(daily, show).chapters[-1]
    *own, notice = chapter.lines
    assert [line.text for line in own] == [
        "Seen something odd at sea? Send it our way.",
        "Cheers, from Odile Brandt. See you tomorrow.",
    ]
    assert "Tuesday, March 4, 2031" in notice.text
    assert "synthetic" in notice.text
    assert "show's page" in notice.text
    assert chapter.cues[-1] == Music("outro")


@pytest.mark.parametrize("later", range(12))
def test_no_three_lines_in_a_row_begin_alike(daily: Issue, show: Show, later: int) -> None:
    """Whatever the day's wordings, the talk does not drum."""
    assert daily.date
    script = write(replace(daily, date=daily.date + timedelta(days=later)), show)
    first = [re.split(r"\W", text, maxsplit=1)[0] for text in texts(script)]
    assert not [three for three in zip(first, first[1:], first[2:], strict=False) if len(set(three)) == 1]


def test_a_show_with_one_role_speaks_with_one_voice(daily: Issue) -> None:
    """All lines are the only role's."""
    show = Show(
        roles={"NARRATOR": Role()}, casts={"solo": {"NARRATOR": "silent:x"}}, cast="solo", understudies=()
    )
    script = write(daily, show)
    assert {line.role for chapter in script.chapters for line in chapter.lines} == {"NARRATOR"}


def test_short_lists_are_sign_posted_and_names_are_joined(show: Show) -> None:
    """Statements follow first, next, finally; single words make one sentence; numbers are said."""
    script = write(
        issue_of(
            bullets("The tide turns.", "Kelp grows.", "The fog lifts."),
            bullets("kelp", "cod", "crab"),
            NumberedList((Item((Paragraph("Row out."),)), Item((Paragraph("Row back."),)))),
        ),
        show,
    )
    assert [line.text for line in lines_of(script, "Tides")[1:]] == [
        "First, the tide turns.",
        "Next: Kelp grows.",
        "And finally, the fog lifts.",
        "Kelp, cod, and crab.",
        "First: Row out.",
        "And then: Row back.",
    ]


def test_a_list_of_links_is_read_by_title_author_and_description(show: Show) -> None:
    """The title and its author in one voice, the description in the other, no URL."""
    url = "https://mirren.example/fog"
    item = Item((Paragraph("On Fog by Ines", (Link("On Fog", url),)), Quote("Fog is water that forgot.")))
    other = Item((Paragraph("[video] Ice (part 2)", (Link("Ice (part 2)", url),)),))
    lines = lines_of(write(issue_of(BulletList((item, other))), show), "Tides")
    assert lines[0].text.endswith("Tides: two links.")
    assert lines[1:] == (
        Line("HOST", "On Fog, by Ines."),
        Line("ANALYST", "Fog is water that forgot."),
        Line("HOST", "Video: Ice, part 2."),
    )


def test_code_is_named_and_pictures_are_described(show: Show) -> None:
    """Code is not read; a picture's words are, and a picture without words is left out."""
    blocks = (Code("tide = 3 * moon", "Python"), Image("A crane at dusk", "x.png"), Image("", "y.png"))
    spoken = " ".join(texts(write(issue_of(*blocks), show)))
    assert "moon" not in spoken
    assert "Python code" in spoken
    assert "A crane at dusk." in spoken


def test_long_prose_changes_voice_only_where_it_turns(show: Show) -> None:
    """A "however" gives the word to the other voice, an ordinary paragraph does not."""
    paragraphs = ("The tide came in.", "It stayed.", "However, the moon moved on.", "So did we.")
    lines = lines_of(write(issue_of(*map(Paragraph, paragraphs)), show), "Tides")
    assert [line.role for line in lines[1:]] == ["HOST", "HOST", "ANALYST", "ANALYST"]


def test_small_sub_sections_share_a_chapter(show: Show) -> None:
    """Sub-sections with little in them are groups of their parent's chapter, each by name."""
    parts = (Section("Kelp", (Paragraph("Kelp grows."),)), Section("Cod", (Paragraph("Cod swim."),)))
    script = write(Issue("Water", (Section("Tides", (), parts),)), show)
    assert [chapter.title for chapter in script.chapters] == ["Cold open", "Tides", "Sign-off"]
    spoken = " ".join(texts(script))
    assert re.search(r"Kelp\. Kelp grows\..*Cod\. Cod swim\.", spoken)


def test_an_issue_without_greeting_or_headlines_still_opens(show: Show) -> None:
    """The day and the sections' names tell what is coming."""
    sections = tuple(Section(name, (bullets("kelp", "cod"),)) for name in ("Tides", "Fog Banks"))
    script = write(replace(Issue("Water", sections), date=None), show)
    assert texts(script)[0] == "You're listening to The Harbour Wire. This time: Water."
    assert texts(script)[1].endswith("Tides and Fog Banks.")


def test_an_essay_without_headings_is_one_chapter_of_its_title(show: Show) -> None:
    """Text that has no heading at all is called by the issue's title."""
    script = write(Issue("Why Tides Wait", (Section("", (Paragraph("The moon pulls. " * 40),)),)), show)
    assert [chapter.title for chapter in script.chapters] == ["Cold open", "Why Tides Wait", "Sign-off"]


def test_text_of_the_issue_is_never_markup_nor_template(show: Show) -> None:
    """What looks like a chapter, a cue, a role or an expression is read out where it stands."""
    hostile = [
        "{{ 7*7 }}",
        "x\n# Fog",
        "[sting]",
        "[music: outro]",
        "HOST: hi",
        "---",
        "{% raw %}",
        "#",
        "[pause: 9s]",
    ]
    tricks = [text for text in hostile if is_speakable(text)]
    section = Section(
        "[sting]\n# Fog {{ 7*7 }}",
        (
            *map(Paragraph, hostile),
            Quote("[sting] HOST: hi", "# Fog\n[sting]"),
            bullets(*hostile),
            BulletList(
                tuple(Item((Paragraph(text, (Link(text, "https://x.example"),)),)) for text in hostile)
            ),
        ),
    )
    issue = Issue("[sting]\n# Fog", (Section("", (Paragraph("Hello {{ name }}.\n# Fog"),)), section, section))
    script = write(issue, show)
    assert [chapter.title for chapter in script.chapters[1:]] == ["[sting] # Fog {{ 7*7 }}"] * 2 + [
        "Sign-off"
    ]
    assert sum(cue == Sting() for chapter in script.chapters for cue in chapter.cues) <= 2
    spoken = " ".join(texts(script))
    assert all(" ".join(text.split()).removeprefix("HOST: ") in spoken for text in tricks)
    assert "49" not in spoken


def test_an_issue_with_nothing_to_say_is_refused(show: Show) -> None:
    """An issue of rules and dots has no script."""
    with pytest.raises(IssueError) as caught:
        write(issue_of(Paragraph("…"), Image("", "x.png")), show)
    assert str(caught.value) == (
        "The issue 'Water' has no text that can be spoken: give it a paragraph, a list or a quotation."
    )


# ── any issue ─────────────────────────────────────────────────────────────────────────────────────

TELLING = """
Mirren: Sold cranes. Insight: The Edge: Mood: Bullish Builder Use Case: [sting] # HOST: However, hello It's
Tuesday see you tomorrow • > --- 🟢 $4.5B 10:30 {{ x }} thanks for reading by: {# #}
"""
phrases = st.one_of(
    st.text(max_size=40), st.lists(st.sampled_from(TELLING.split()), max_size=14).map(" ".join)
)
links = st.lists(st.builds(Link, phrases, st.just("https://mirren.example/x")), max_size=1).map(tuple)
leaves = st.one_of(
    st.builds(Paragraph, phrases, links),
    st.builds(Quote, phrases, phrases),
    st.builds(Aside, phrases),
    st.builds(Code, phrases, st.sampled_from(["", "Rust"])),
    st.builds(Image, phrases, st.just("x.png")),
)


def lists(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    items = st.lists(st.builds(Item, st.lists(blocks, max_size=3).map(tuple)), max_size=4).map(tuple)
    return st.one_of(st.builds(BulletList, items), st.builds(NumberedList, items))


blocks = st.recursive(leaves, lists, max_leaves=8)
sections = st.recursive(
    st.builds(Section, phrases, st.lists(blocks, max_size=4).map(tuple)),
    lambda inner: st.builds(
        Section, phrases, st.lists(blocks, max_size=2).map(tuple), st.lists(inner, max_size=3).map(tuple)
    ),
    max_leaves=6,
)
issues = st.builds(
    Issue, phrases, st.lists(sections, max_size=4).map(tuple), st.one_of(st.none(), st.dates())
)


def content(blocks: Sequence[Block]) -> Iterator[str]:
    """Every word that must be heard; labels that become a hand-over are worded anew."""
    for block in blocks:
        match block:
            case Paragraph(text) | Aside(text):
                for part in parts(plain(text)):
                    yield from words(part.text)
                    yield from () if part.kind in {"insight", "use"} else words(part.label)
            case Quote(text) | Image(text):
                yield from words(plain(text))
            case BulletList(items) | NumberedList(items):
                for item in items:
                    yield from content(item.blocks)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def all_blocks(found: Sequence[Section]) -> Iterator[Block]:
    for section in found:
        yield from section.blocks
        yield from all_blocks(section.parts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
@given(issues)
def test_every_word_of_any_issue_is_spoken(show: Show, issue: Issue) -> None:
    """Whatever the issue, its script holds all its words, and is what the editor's file would be read as."""
    expected = Counter(content([*all_blocks(issue.sections)]))
    try:
        script = write(issue, show)
    except IssueError:
        assert not expected
        return
    heard = Counter(word for text in texts(script) for word in words(text))
    assert not expected - heard
    assert parse(render(script), name="x") == script
