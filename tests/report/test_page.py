"""What the report says, read as text; test_browser.py looks at it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from issuecast.models import Cast, Reason, Voice
from issuecast.report.page import html
from issuecast.report.report import Report
from issuecast.show import Role
from issuecast.speak import EngineTally, Tally
from issuecast.write.account import Account, Entry
from issuecast.write.checks import Finding, Severity

from .sample import report


def page(told: Report) -> str:
    return html(told).decode()


def text(told: Report) -> str:
    """The words of the page, on one line."""
    body = re.sub(r"(?s)<head>.*?</head>", "", page(told))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_it_tells_the_episode() -> None:
    """Title, date, length, chapters, cast; each chapter with its length, loudness and peak."""
    words = text(report())
    assert words.startswith(
        "The Morning Wire Build report The Quiet Grid January 12, 2026 0:40 3 chapters cast draft"
    )
    assert "2 0:12 Market Pulse 0:13 −16.1 −1.4" in words
    assert "Loudness −15.8 LUFS on target, −16.0" in words
    assert "True peak −1.1 dBTP within the limit, −1.0" in words


def test_it_tells_what_is_wrong_with_the_sound() -> None:
    """A loudness off the target and a peak over the limit are said to be."""
    loud = tuple(replace(one, loudness_lufs=-12, peak_dbtp=-0.3) for one in report().meter)[:1]
    words = text(replace(report(), meter=loud))
    assert "Loudness −12.0 LUFS off target, −16.0" in words
    assert "True peak −0.3 dBTP over the limit, −1.0" in words


def test_it_tells_who_voiced_what() -> None:
    """Roles with their voices and lines; each engine with its requests, also that of a cast that gave up."""
    words = text(report())
    assert "Host en-us espeak-ng 1.52.0 3 0:12" in words
    assert "edge for the cast neural , which gave up 9 4 1,204 – 5 × no answer within 30 s" in words
    assert "espeak for the cast draft 38 – 3,120 3" in words
    assert "Takes 41 3 kept from before, 4 requests again" in words
    assert "The cast neural cannot run here (no answer): the draft cast speaks." in words


def test_it_tells_what_became_of_the_issue() -> None:
    """What is lost first, then what is left out by its reason, commonest first; hidden text stays hidden."""
    words = text(report())
    assert "2 sentences said, 4 left out for a reason, 1 lost. Lines are counted in the HTML part." in words
    assert (
        "Lost: neither said nor left out for a reason 33 Nobody knows what became of this one. "
        "Belongs to the mail or the page, not to the issue 2 "
        "9 Read this mail in your browser. 31 Unsubscribe. "
        "Names the issue: title, author, date or number 1 2 Title: The Quiet Grid "
        "For subscribers only 1 30 not shown "
    ) in words
    assert "7 Storage costs $11B less. 9–10" in words


def test_it_tells_what_to_look_at_and_what_took_how_long() -> None:
    """The findings of check with their places; the stages with their times."""
    words = text(report())
    assert "To look at 2 findings 1 error" in words
    assert 'unknown-word "kubectl" is in no lexicon line 9 of the script, line 7 of the HTML part' in words
    assert "read 0.04 s write 0.13 s speak 9.10 s mix 2.40 s publish 0.21 s" in words
    assert "Time 11.9 s 3 × real time" in words


def test_without_a_meter_there_are_no_pictures_of_sound() -> None:
    """The rest is told all the same."""
    words = text(replace(report(), meter=()))
    assert "LUFS" not in words
    assert "Waveform" not in words
    assert "2 0:12 Market Pulse 0:13" in words
    assert "Host en-us espeak" in words


def test_it_asks_nobody_for_anything() -> None:
    """No script, no file of another host; its links lead into the show."""
    found = page(report())
    assert "<script" not in found
    assert set(re.findall(r"url\(\"(.{5})", found)) == {"data:"}
    led = set(re.findall(r'(?:href|src)="([^"]+)"', found)) - {"data:,"}
    assert led
    assert all(link.startswith("../../episodes/2026-01-12-the-quiet-grid/") for link in led)


def test_hostile_text_stays_text() -> None:
    """Mark-up in the issue, the script, the settings and the answers of engines is shown, not obeyed."""
    evil = "</title></style><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\x00"
    told = report()
    timeline = tuple(
        replace(one, title=evil, lines=tuple(replace(line, text=evil, role=evil) for line in one.lines))
        for one in told.episode.timeline
    )
    cast = Cast(evil, {evil: Voice(evil, evil)})
    bad = replace(
        told,
        show=told.show.model_copy(update={"title": evil, "roles": {evil: Role(name=evil)}}),
        episode=replace(
            told.episode,
            title=evil,
            source=evil,
            edition=evil,
            timeline=timeline,
            cast=cast,
            engines={evil: evil},
        ),
        account=Account((Entry(1, evil), Entry(2, evil, (), Reason.HIDDEN), Entry(3, evil, (4,)))),
        checked=replace(told.checked, place=evil, findings=(Finding(evil, Severity.WARNING, evil, 1, 1),)),
        tally=Tally((EngineTally(evil, evil, evil, faults={evil: 1}),)),
        notices=(evil,),
    )
    found = page(bad)
    assert found.count("alert(1)") > 20
    assert "<script" not in found
    assert "<img" not in found
    assert "\x00" not in found
    assert found.count("</style>") == found.count("</title>") == 1
