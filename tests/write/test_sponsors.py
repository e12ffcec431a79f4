from __future__ import annotations

import pytest

from issuecast.models import Issue, LeftOut, Line, Paragraph, Reason, Script, Section, Sponsor
from issuecast.show import Show
from issuecast.write import running_order
from issuecast.write.script import write
from issuecast.write.sponsors import Policy, sponsor_in

AD = "Harborlight makes lamps. Two months are free."
ISSUE = Issue(
    "Water",
    (
        Section("Tides", (Paragraph("The tide came in.", line=4),), line=3),
        Section("Together with Harborlight", (Paragraph(AD, line=9),), line=7),
        Section("Fog", (Paragraph("The fog fell."), Paragraph("See you tomorrow.")), line=11),
    ),
)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Sponsor", ""),
        ("Today's sponsor", ""),
        ("Thanks to our sponsors", ""),
        ("Advertisement", ""),
        ("Ad", ""),
        ("Partner", ""),
        ("Sponsored", ""),
        ("Sponsor: Harborlight", "Harborlight"),
        ("Together with harborlight", "Harborlight"),
        ("Sponsored by Harborlight Energy", "Harborlight Energy"),
        ("Together with Harborlight", "Harborlight"),
        ("Presented by Harborlight", "Harborlight"),
        ("In partnership with Harborlight", "Harborlight"),
        ("A word from our sponsor, Harborlight", "Harborlight"),
        ("A message from our friends at Harborlight", "Harborlight"),
        ("A message from Harborlight", "Harborlight"),
        ("This issue is brought to you by Harborlight", "Harborlight"),
        ("Sponsored · Harborlight", "Harborlight"),
        ("Sponsor a ferry", None),
        ("A message from the harbour master", None),
        ("Partner news", None),
        ("Partners in fog", None),
        ("Together with our readers", None),
        ("Adverse winds", None),
    ],
)
def test_a_sponsor_is_told_by_its_heading(heading: str, name: str | None) -> None:
    """Headings that disclose a payment do, with the name in them; other uses of the words do not."""
    assert sponsor_in(heading) == name


def programme(policy: Policy, issue: Issue = ISSUE) -> running_order.Programme:
    return running_order.arrange(issue, "The Harbour Wire", {}, policy)


@pytest.mark.parametrize(
    ("policy", "titles"),
    [
        ("keep", ["Tides", "Sponsor: Harborlight", "Fog"]),
        ("second voice", ["Tides", "Sponsor: Harborlight", "Fog"]),
        ("end", ["Tides", "Fog", "Sponsor: Harborlight"]),
        ("drop", ["Tides", "Fog"]),
    ],
)
def test_sponsors_are_where_the_policy_wants_them(policy: Policy, titles: list[str]) -> None:
    """In a chapter where it stands, before the sign-off, or nowhere; the farewell stays the issue's."""
    arranged = programme(policy)
    assert [segment.title for segment in arranged.segments] == titles
    assert len(arranged.sign_off) == 1


def test_what_is_dropped_is_listed() -> None:
    """Each sentence that the policy drops is left out for that reason, with its own line."""
    assert programme("keep").left_out == ()
    assert programme("drop").left_out == (
        LeftOut("Harborlight makes lamps.", Reason.SPONSOR, 9),
        LeftOut("Two months are free.", Reason.SPONSOR, 9),
    )


def spoken(show: Show, issue: Issue = ISSUE) -> Script:
    return write(issue, show)


def test_a_sponsor_is_disclosed_before_and_after(show: Show) -> None:
    """The listener is told who pays before the first word of it, and when it is over."""
    before, ad, after = spoken(show).chapters[2].lines
    assert "Harborlight" in before.text
    assert (ad.role, ad.text) == ("HOST", AD)
    assert after.role == "HOST"


def test_the_second_voice_reads_it_if_the_show_wants(show: Show) -> None:
    """The host discloses, the second role reads."""
    second = Show(title=show.title, sponsor={"policy": "second voice"})
    assert Line("ANALYST", AD) in spoken(second).chapters[2].lines


def test_an_advert_within_a_section_becomes_a_chapter_and_the_section_goes_on(show: Show) -> None:
    """What stands before and after it is led in by the same name: back to it."""
    blocks = (
        Paragraph("The tide came in."),
        Sponsor((Paragraph(AD),), "Harborlight"),
        Paragraph("It went out."),
    )
    script = spoken(
        show, Issue("Water", (Section("Fog", (Paragraph("Fog."),)), Section("The tides", blocks)))
    )
    titles = [chapter.title for chapter in script.chapters]
    assert titles == ["Cold open", "Fog", "The tides", "Sponsor: Harborlight", "The tides", "Sign-off"]
    assert script.chapters[4].lines[0].text in {
        "Back to the tides.",
        "We go on with the tides.",
        "And back to the tides.",
    }


def test_the_show_s_map_knows_best(show: Show) -> None:
    """A heading can be made a sponsor's, and one that looks like it a story."""
    section = Section("Sponsor", (Paragraph("Who paid for the pier?"),))
    assert (
        running_order.arrange(Issue("Water", (ISSUE.sections[0], section)), "", {"Sponsor": "prose"})
        .segments[1]
        .kind
        == "prose"
    )
    assert running_order.arrange(ISSUE, "", {"Fog": "sponsor"}).segments[-1].kind == "sponsor"


def test_an_issue_that_is_all_advertisement_is_still_printed(show: Show) -> None:
    """Without any section of its own the programme is the sponsor's, and says so."""
    script = write(Issue("Water", ISSUE.sections[1:2]), show)
    assert script.chapters[1].title == "Sponsor: Harborlight"


def test_a_sponsor_that_only_shows_its_name() -> None:
    """One sentence says who pays, and nothing is taken leave of."""
    ad = Sponsor((Paragraph("Together with Vanta"),), "Vanta")
    script = write(
        Issue("Water", (ISSUE.sections[0], Section("Fog", (ad, Paragraph("The fog fell."))))), Show()
    )
    (chapter,) = [one for one in script.chapters if one.title == "Sponsor: Vanta"]
    assert [line.text for line in chapter.lines] == ["This issue comes to you together with Vanta."]


def test_a_headline_that_says_at_its_end_who_wrote_it() -> None:
    """It is the sponsor's, and said as such."""
    section = Section("Ship it in an afternoon (Sponsor)", (Paragraph("Two clicks and it sails."),))
    script = write(Issue("Water", (ISSUE.sections[0], section, ISSUE.sections[2])), Show())
    (chapter,) = [one for one in script.chapters if one.title == "Sponsor"]
    said = [line.text for line in chapter.lines]
    assert said[0] in {
        "A word from our sponsor.",
        "This next part is an advertisement.",
        "And now a word from our sponsor.",
    }
    assert "Ship it in an afternoon." in " ".join(said)
    assert "(" not in " ".join(said)
