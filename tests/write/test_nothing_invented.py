"""Whatever the issue, its script says what stands in it, in its order, and no more than hosts may say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Issue,
    Item,
    NumberedList,
    Paragraph,
    Quote,
    Script,
    Section,
    blocks_of,
)
from issuecast.show import Show
from issuecast.starter import FOLDER
from issuecast.write import wording
from issuecast.write.script import write

SHOW = Show(title="The Harbour Wire")
NAMES = "Mirren Quayworks Larkspur Osprey Tessera Porto Lund".split()
VERBS = "bought sold built axed raising eyes recalls nears".split()
THINGS = "cranes ferries pilots lamps".split()
HEADINGS = """
Fog|Why ferries wait|Market Pulse: Watch: LRKS|Rapid Fire|What's on|Jobs|Poll of the day|📈|
Sponsored by Osprey|Research corner|Podcast of the Day|Deep dive|Links|Quote of the day
Harborlight buys Porto|At a glance
"""

number = st.integers(0, 9999)
statement = st.builds(
    lambda who, verb, amount, what, whom: f"{who} {verb} {amount} {what} from {whom}.",
    *map(st.sampled_from, (NAMES, VERBS)),
    number,
    *map(st.sampled_from, (THINGS, NAMES)),
)
labelled = st.builds(
    lambda who, verb, amount, rest: f"{who}: {verb.capitalize()} {amount} cranes.{rest}",
    st.sampled_from(NAMES),
    st.sampled_from(VERBS),
    number,
    st.sampled_from(("", " Insight: Cranes travel.", " The Catch: Fog (as ever) comes back.")),
)
entry = st.builds(
    lambda day, where, what: f"May {day}, {where}: {what.capitalize()} fair",
    st.integers(1, 31),
    *map(st.sampled_from, (NAMES, THINGS)),
)
opening = st.builds(
    lambda who, where: f"{who} — Crane driver ({where})", *map(st.sampled_from, (NAMES, NAMES))
)
fragment = st.builds(lambda count, what: f"{count} {what}", number, st.sampled_from(THINGS))
text = st.one_of(statement, st.lists(statement, min_size=1, max_size=4).map(" ".join), labelled)
items = st.lists(
    st.one_of(statement, labelled, entry, opening, fragment).map(lambda said: Item((Paragraph(said),))),
    min_size=1,
    max_size=7,
).map(tuple)
block: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, text),
    st.builds(Aside, text),
    st.builds(Quote, statement, st.sampled_from(("", "Ines Halloran"))),
    st.builds(BulletList, items),
    st.builds(NumberedList, items),
)
heading = st.sampled_from([one.strip() for one in HEADINGS.replace("\n", "|").split("|") if one])
part = st.builds(Section, heading, st.lists(block, min_size=1, max_size=2).map(tuple))
section = st.builds(
    Section, heading, st.lists(block, max_size=3).map(tuple), st.lists(part, max_size=3).map(tuple)
)
issue = st.builds(
    Issue,
    st.sampled_from(("Tides", "Week Ending May 3, 2031", "")),
    st.lists(section, min_size=1, max_size=4).filter(lambda found: any(blocks_of(found))).map(tuple),
    st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2040, 1, 1))),
)
anything = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=30, deadline=None)


def words(said: str) -> list[str]:
    return re.findall(r"\w+", said)


def texts_of(found: Issue) -> Iterator[str]:
    """Everything that the issue says, in its order."""
    yield found.title
    for one in blocks_of(found.sections):
        match one:
            case Quote(text=said, speaker=speaker):
                yield f"{said} {speaker}"
            case Paragraph(said) | Aside(said):
                yield said


def headings_of(sections: tuple[Section, ...]) -> Iterator[str]:
    for one in sections:
        yield one.title
        yield from headings_of(one.parts)


TEMPLATES = {
    word
    for file in (FOLDER / "scripts_templates").rglob("*.j2")
    for word in words(file.read_text(encoding="utf-8"))
}


def lines_of(script: Script) -> list[str]:
    return [line.text for chapter in script.chapters for line in chapter.lines]


@anything
@given(issue)
def test_every_number_and_name_is_the_issue_s(found: Issue) -> None:
    """A word with a digit or a capital in mid-sentence stands in issue, templates or settings."""
    told = " ".join([*texts_of(found), *headings_of(found.sections), SHOW.title])
    known = {*words(told), *(word.capitalize() for word in words(told)), *TEMPLATES}
    if found.date:
        known |= set(words(wording.day(found.date)))
    # A host may count the issue's own: above twelve in figures.
    counts = {str(count) for count in range(13, 40)}
    for line in lines_of(write(found, SHOW)):
        for sentence in re.split(r"(?<=[.!?:])\s+", line):
            claims = [word for word in words(sentence)[1:] if word[0].isupper()]
            figures = [word for word in words(sentence) if any(c.isdigit() for c in word)]
            assert {*claims, *figures} <= known | counts


@anything
@given(issue)
def test_every_sentence_is_said_in_its_section_s_order(found: Issue) -> None:
    """The words of each block stand in the script, one block after the other within its section."""
    spoken = words(" ".join(lines_of(write(found, SHOW))).lower())
    for one in found.sections:
        at = 0
        for said in _said(one.blocks):
            at = _place(words(said.lower()), spoken, at)
            assert at >= 0, said


@anything
@given(issue)
def test_a_script_sounds_the_same_each_time_and_never_drums(found: Issue) -> None:
    """The same issue has one script; no three lines in a row begin alike; none is too long to say."""
    script = write(found, SHOW)
    assert write(found, SHOW) == script
    first = [(words(text.lower()) or [text])[0] for text in lines_of(script)]
    assert not [three for three in zip(first, first[1:], first[2:], strict=False) if len(set(three)) == 1]
    assert all(len(text.split()) <= 40 for text in lines_of(script))
    assert not [text for text in lines_of(script) if re.fullmatch(r"\W*(?:\w+ ){0,2}\w*:", text)]


def _said(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The statements of the blocks, each without its label, which may be worded anew."""
    for one in blocks_of([Section("", blocks)]):
        if isinstance(one, Paragraph | Aside):
            yield re.sub(r"^\w+: \w+ ", "", one.text.partition(" Insight:")[0].partition(" The Catch:")[0])


def _place(wanted: list[str], spoken: list[str], after: int) -> int:
    """Where the wanted words begin, in their order, at most five others between two; -1 if nowhere."""
    for start in (i for i in range(after, len(spoken)) if spoken[i] == wanted[0]):
        at = start
        for word in wanted[1:]:
            ahead = spoken[at + 1 : at + 7]
            if word not in ahead:
                break
            at += 1 + ahead.index(word)
        else:
            return start
    return -1
