"""What is for subscribers is neither read nor shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuecast.errors import IssueError
from issuecast.models import LeftOut, Reason
from issuecast.read import read
from issuecast.read.paywall import is_wall, without_paid
from issuecast.show import Reading


@pytest.mark.parametrize(
    "line",
    [
        "This post is for paid subscribers",
        "**This post is for paying subscribers only.**",
        "🔒 The rest of this issue is available only to paid members.",
        "Keep reading with a 7-day free trial",
        "Subscribe to Low Tide to keep reading this post and get 7 days of free access to the rest.",
        "Keep reading with a 7-day free trial. Subscribe to Low Tide to keep reading this post.",
        "Subscribe to Low Tide Premium to read the rest.",
        "[Subscribe now to read the full story](https://tide.example)",
        "Upgrade to premium to continue",
        "Upgrade to paid to continue reading",
        "Become a paying subscriber of Low Tide to get access to this post and other such content.",
        "Join the club to unlock the full essay",
        "Want to read the rest? Subscribe for $5 a month",
        "--- paid subscribers only below this line ---",
        "--- PAYWALL ---",
        "🔒 Members only",
        "[Paid subscribers only]",
        "**This is a preview. Become a paid subscriber to read the whole thing.**",
        "Hey friends, below the fold is for paid subscribers 👇",
        "Everything below this line is for members only.",
        "The rest is for paying subscribers",
        "You’ve reached the end of the free preview",
    ],
)
def test_walls(line: str) -> None:
    """The words that end the free part of an issue, in whatever dress."""
    assert is_wall(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Members only",
        "**Members-only**",
        "[Members only](https://tide.example)",
        "Paywall",
        "This is a preview.",
        "The rest is for the birds.",
        "Keep reading",
        "Upgrade to paid",
        "Become a member",
        "Subscribe to Low Tide to read it every Friday.",
        "This post is for everybody who loves the sea",
        "Every paywall is a promise that the rest of the post is for paying subscribers.",
        "Most papers ask you to subscribe to read the rest of the story.",
        "Paid subscribers get the archive and a mug.",
        "Members only learn of the vote on Friday.",
    ],
)
def test_sentences_about_walls(line: str) -> None:
    """An essay may talk of paywalls, and an issue may ask for support."""
    assert not is_wall(line)


@pytest.mark.parametrize(
    "mark",
    [
        "<!--members-only-->",
        "<!-- paywall -->",
        "This post is for paid subscribers",
        "Keep reading with a\n7-day free trial",
    ],
)
def test_behind_the_wall(mark: str) -> None:
    """All behind the mark is gone but the line ends; the account says where, and not what."""
    text = f"Salt.\n\n{mark}\n\nSecret.\n"
    last = text.count("\n")
    assert without_paid(text) == (
        "Salt.\n\n" + "\n" * (last - 2),
        (LeftOut("", Reason.SUBSCRIBERS, 3, last),),
    )


def test_blocks_of_ghost() -> None:
    """A gated block ends where it ends; what it shows to those who are no members is shown."""
    text = (
        "Salt.\n<!--kg-gated-block:begin nonMember:false -->\nSecret.\n<!--kg-gated-block:end-->\nSand. "
        "<!--kg-gated-block:begin nonMember:true -->Soup.<!--kg-gated-block:end-->"
    )
    free, paid = without_paid(text)
    assert "Secret" not in free
    assert "Sand." in free
    assert "Soup." in free
    assert paid == (LeftOut("", Reason.SUBSCRIBERS, 2, 4),)


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("{{< members >}}", "{{< /members >}}"),
        ("{{% paid-content %}}", "{{% /paid-content %}}"),
        ("{% members %}", "{% endmembers %}"),
        ('[subscribers level="2"]', "[/subscribers]"),
    ],
)
def test_shortcodes_around_what_members_read(begin: str, end: str) -> None:
    """What a site's generator shows to members is not shown; what is below it is, and so is a lone word."""
    free, paid = without_paid(f"Salt.\n{begin}\nSecret.\n{end}\nSand.\n")
    assert free == "Salt.\n\n\n\nSand.\n"
    assert paid == (LeftOut("", Reason.SUBSCRIBERS, 2, 4),)
    assert without_paid(f"Salt.\n{begin}\nSand.\n") == (f"Salt.\n{begin}\nSand.\n", ())


def test_a_badge_silences_nothing(tmp_path: Path) -> None:
    """A label over an entry of a diary, or in one, is no wall: what follows is read."""
    for label in ("\nMembers only\n\n", "  Members only\n"):
        path = tmp_path / "diary.md"
        path.write_text(f"# Diary\n\n- Salt on Friday\n{label}- Sand on Sunday\n\nThe roof holds.\n")
        issue = read(path)
        assert "Sand on Sunday" in repr(issue.sections)
        assert "The roof holds." in repr(issue.sections)
        assert not issue.left_out or Reason.SUBSCRIBERS not in {one.reason for one in issue.left_out}


def test_marks_in_code_are_code() -> None:
    """Who writes about walls may show one."""
    text = "Salt.\n\n```\nThis post is for paid subscribers\n```\n\nUse `<!--members-only-->`.\n\nSand.\n"
    assert without_paid(text) == (text, ())


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html"])
def test_the_show_decides(tmp_path: Path, suffix: str) -> None:
    """Subscriber parts are read only if the show says so, by every reader."""
    path = tmp_path / f"issue{suffix}"
    path.write_text("Salt is dear today.\n\n<!--members-only-->\n\nSecret soup.\n", encoding="utf-8")
    closed = read(path)
    assert "Secret" not in repr(closed)
    assert LeftOut("", Reason.SUBSCRIBERS, 3, 5) in closed.left_out
    assert "Secret soup." in repr(read(path, Reading(subscriber_parts=True)))


def test_nothing_is_free(tmp_path: Path) -> None:
    """An issue that is for subscribers as a whole says nothing."""
    path = tmp_path / "issue.md"
    path.write_text("This post is for paid subscribers\n\nSecret.\n", encoding="utf-8")
    with pytest.raises(IssueError) as caught:
        read(path)
    assert str(caught.value) == f"{path} has no text that can be spoken: write a sentence into it."


def test_the_heading_above_the_wall_is_for_subscribers_too(tmp_path: Path) -> None:
    """What only announces the part behind the wall is neither spoken nor shown; a sentence above it stays."""
    path = tmp_path / "a.md"
    for above, kept in (("## For members: the map", ()), ("For members: the map", ()), ("It is late.", "It")):
        path.write_text(
            f"# Tides\n\nThe tide came in.\n\n{above}\n\n<!--members-only-->\n\nThe map is old.\n"
        )
        issue = read(path)
        assert [one.reason for one in issue.left_out if one.line == 5 and one.text == ""] == (
            [] if kept else [Reason.SUBSCRIBERS]
        )
        assert ("It is late." in repr(issue.sections)) == bool(kept)
        assert "the map" not in repr(issue)
