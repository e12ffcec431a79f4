"""`issuecast pull`: from a feed to files that are issues."""

from __future__ import annotations

import errno
import json
import os
import re
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import snapshot
from feed_server import FeedServer, serving
from issuecast.cli import cli
from issuecast.errors import IssueError
from issuecast.models import Issue
from issuecast.pull import Pulled, pull
from issuecast.read.feed import FeedReader
from issuecast.read.html import HtmlReader
from issuecast.read.source import Source
from issuecast.show import Show, load

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FeedServer]:
    """A feed of 30 entries, asked without a proxy."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as server:
        server.feed = feed_of(30)
        yield server


@pytest.fixture
def show(show_folder: Path) -> Show:
    return load(show_folder)


def feed_of(count: int, *, text: str = "Salt is up.", title: str = "Tide Notes") -> bytes:
    """A feed of so many entries, a day each in March 2026, the newest first."""
    items = "".join(
        f"<item><title>{title} {day}</title><guid>tide-{day}</guid><link>https://tide.example/{day}</link>"
        f"<pubDate>{day:02} Mar 2026 06:00:00 +0100</pubDate>"
        f"<description>&lt;p&gt;{text} Day {day}.&lt;/p&gt;</description></item>"
        for day in range(count, 0, -1)
    )
    return f'<rss version="2.0"><channel><title>Tide</title>{items}</channel></rss>'.encode()


def names(pulled: Pulled) -> list[str]:
    return [one.path.name for one in pulled.saved]


def problem(feed: str, show: Show) -> str:
    """What pulling from there fails with; nothing is left of it."""
    before = snapshot(show.folder)
    with pytest.raises(IssueError) as raised:
        pull(feed, show, timeout_s=0.3)
    assert snapshot(show.folder) == before
    return str(raised.value)


# ── what is saved ─────────────────────────────────────────────────────────────────────────────────


def test_first_pull_saves_the_newest(server: FeedServer, show: Show) -> None:
    """Of an archive only the newest issue is saved; the next pull of the same feed saves nothing."""
    first = pull(f"{server.url}feed", show)
    assert (names(first), first.passed_over) == (["2026-03-30-tide-notes-30.html"], 29)
    before = snapshot(show.folder)
    assert pull(f"{server.url}feed", show) == Pulled()
    assert {name: content for name, (_, content) in snapshot(show.folder).items()} == {
        name: content for name, (_, content) in before.items()
    }


def test_later_pulls_save_what_is_new(server: FeedServer, show: Show) -> None:
    """Afterwards every new issue is saved, the oldest first, and what was passed over stays so."""
    server.feed = feed_of(5)
    pull(f"{server.url}feed", show)
    server.feed = feed_of(8)
    again = pull(f"{server.url}feed", show)
    assert names(again) == [f"2026-03-0{day}-tide-notes-{day}.html" for day in (6, 7, 8)]
    assert again.passed_over == 0


def test_all_and_limit(server: FeedServer, show: Show) -> None:
    """`limit` saves so many of the newest, `everything` the others too, and a file that was removed again."""
    server.feed = feed_of(5)
    url = f"{server.url}feed"
    assert len(pull(url, show, limit=2).saved) == 2
    assert len(pull(url, show, everything=True, limit=1).saved) == 1
    assert len(pull(url, show, everything=True).saved) == 2
    assert pull(url, show, everything=True).saved == ()
    (show.folder / "issues" / "2026-03-04-tide-notes-4.html").unlink()
    assert pull(url, show).saved == ()
    assert names(pull(url, show, everything=True)) == ["2026-03-04-tide-notes-4.html"]


def test_changed_issue_is_left_alone(server: FeedServer, show: Show) -> None:
    """An issue whose text changed in the feed is told, once, and its file stays as it was."""
    url = f"{server.url}feed"
    path = pull(url, show).saved[0].path
    before = path.read_bytes()
    server.feed = feed_of(30, text="Salt is down.")
    changed = pull(url, show)
    assert (names(changed), [one.path for one in changed.changed]) == ([], [path])
    assert path.read_bytes() == before
    assert pull(url, show).changed == ()


def test_names_that_are_taken(show: Show, tmp_path: Path) -> None:
    """A file of the same name is never written over; one that is the issue already is not doubled."""
    feed = tmp_path / "feed.xml"
    feed.write_bytes(feed_of(1))
    taken = show.folder / "issues" / "2026-03-01-tide-notes-1.html"
    taken.parent.mkdir()
    taken.write_text("mine", encoding="utf-8")
    assert names(pull(str(feed), show)) == ["2026-03-01-tide-notes-1-2.html"]
    assert taken.read_text(encoding="utf-8") == "mine"
    for record in (show.folder / ".issuecast" / "pull").iterdir():
        record.unlink()
    assert names(pull(str(feed), show)) == ["2026-03-01-tide-notes-1-2.html"]
    assert len(list(taken.parent.iterdir())) == 2


def test_names_of_files(show: Show, tmp_path: Path) -> None:
    """A file is called by date and title; without the one or the other it has none in its name."""
    items = (
        "<item><title>Salt’s “price” &amp;amp; Köln</title><guid>a</guid>"
        "<pubDate>3 Mar 2026 06:00 +0000</pubDate></item>"
        "<item><title>港のお知らせ</title><guid>b</guid></item>"
        f"<item><title>{'long ' * 40}</title><guid>c</guid></item>"
        "<item><title>../../etc/passwd</title><guid>d</guid></item>"
    )
    feed = tmp_path / "feed.rss"
    feed.write_text(f'<rss version="2.0"><channel>{items}</channel></rss>', encoding="utf-8")
    assert sorted(names(pull(str(feed), show, everything=True))) == [
        "2026-03-03-salts-price-koln.html",
        "etc-passwd.html",
        "issue.html",
        f"{'-'.join(['long'] * 16)}.html",
    ]


@pytest.mark.parametrize("sample", ["slow-rails.xml", "salt-and-tide.xml"])
def test_saved_issue_reads_as_the_feed_does(sample: str, show: Show) -> None:
    """The file is an HTML page that gives the issue which the feed gives: nothing is lost on the way."""
    feed = SAMPLES / sample
    saved = pull(str(feed), show).saved[0].path
    page, entry = _read(HtmlReader(), saved), _read(FeedReader(), feed)
    for name in ("title", "date", "author", "number", "url", "language", "links"):
        assert getattr(page, name) == getattr(entry, name), name
    assert _told(page) == _told(entry)


def _read(reader: HtmlReader | FeedReader, path: Path) -> Issue:
    source = Source(path, path.read_bytes())
    assert reader.detects(source)
    return reader.read(source)


def _told(issue: Issue) -> list[str]:
    """The sections as they print, without their lines, which the page's head shifts."""
    return [re.sub(r"line=\d+", "", str(section)) for section in issue.sections]


def test_two_pulls_at_once(server: FeedServer, show: Show) -> None:
    """Two pulls at the same time leave every issue whole, and none twice."""
    threads = [
        threading.Thread(target=pull, args=(f"{server.url}feed", show), kwargs={"everything": True})
        for _ in "ab"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    files = sorted((show.folder / "issues").iterdir())
    assert [file.name for file in files] == [
        f"2026-03-{day:02}-tide-notes-{day}.html" for day in range(1, 31)
    ]
    assert all(file.read_bytes().endswith(b"</html>\n") for file in files)


def test_disk_without_links(server: FeedServer, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot have two names, issues are saved too, and none is written over."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    taken = show.folder / "issues" / "2026-03-30-tide-notes-30.html"
    taken.parent.mkdir()
    taken.write_text("mine", encoding="utf-8")
    assert names(pull(f"{server.url}feed", show)) == ["2026-03-30-tide-notes-30-2.html"]
    assert sorted(file.name for file in taken.parent.iterdir()) == [
        "2026-03-30-tide-notes-30-2.html",
        "2026-03-30-tide-notes-30.html",
    ]


def test_folder_that_cannot_be_written(server: FeedServer, show: Show) -> None:
    """If an issue cannot be saved, that is said, and the next pull saves it."""
    url = f"{server.url}feed"
    (show.folder / "issues").write_text("a file", encoding="utf-8")
    assert problem(url, show) == (
        f"{show.folder / 'issues'} cannot be written to (File exists):"
        " make room and the folder writable, then pull again."
    )
    (show.folder / "issues").unlink()
    assert len(pull(url, show).saved) == 1


# ── HTTP ──────────────────────────────────────────────────────────────────────────────────────────


def test_conditional_get(server: FeedServer, show: Show) -> None:
    """A feed that did not change is not sent again; with `everything` it is."""
    server.etag, server.last_modified = '"30"', "Mon, 30 Mar 2026 05:00:00 GMT"
    url = f"{server.url}feed"
    pull(url, show)
    assert pull(url, show) == Pulled()
    assert "If-None-Match" not in server.asked[0]
    assert (server.asked[1]["If-None-Match"], server.asked[1]["If-Modified-Since"]) == (
        '"30"',
        "Mon, 30 Mar 2026 05:00:00 GMT",
    )
    assert len(pull(url, show, everything=True).saved) == 29
    server.feed, server.etag = feed_of(31), '"31"'
    assert names(pull(url, show)) == ["2026-03-31-tide-notes-31.html"]


@pytest.mark.parametrize("path", ["gzip", "to/feed", "to/to/gzip"])
def test_compressed_and_moved(path: str, server: FeedServer, show: Show) -> None:
    """A feed that is compressed, or elsewhere, is read."""
    assert names(pull(f"{server.url}{path}", show)) == ["2026-03-30-tide-notes-30.html"]
    assert server.asked[0]["User-Agent"].startswith("issuecast/")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("status/404", "{} is not there (404): check the address."),
        ("status/403", "{} may not be read (403): name the address that your subscription gives you."),
        ("status/500", "The server of {} failed (500): try again later."),
        ("status/418", "{} was refused (418): check the address."),
        ("hang", "{} does not answer in time (0.3 s): try again later."),
        ("drip", "{} does not answer in time (0.3 s): try again later."),
        ("short", "{} broke off in the middle: try again later."),
        ("garbled",
         "{} cannot be fetched (its compression is broken): check the address, or try again later."),
        ("away", "{} leads on to where no feed can be (302): check the address."),
        ("circle", "{} leads on to where no feed can be (302): check the address."),
    ],
)  # fmt: skip
def test_answers_that_are_no_feed(path: str, said: str, server: FeedServer, show: Show) -> None:
    """Whatever a server does instead of giving a feed is one sentence, in time, and changes nothing."""
    assert problem(f"{server.url}{path}", show) == said.format(f"{server.url}{path}")


def test_page_instead_of_a_feed(server: FeedServer, show: Show) -> None:
    """The page of a newsletter names its feed, and the error says which."""
    page = f"{server.url}page"
    assert problem(page, show) == (
        f"{page} is a page, not a feed: pull the feed that it names, {server.url}feed."
    )


def test_page_that_names_a_broken_address(show: Show, tmp_path: Path) -> None:
    """An address that a page garbles is told as it is."""
    page = tmp_path / "page.html"
    page.write_text('<html><link type="application/atom+xml" href="http://["></html>', encoding="utf-8")
    assert problem(str(page), show) == (
        f"{page} is a page, not a feed: pull the feed that it names, http://[."
    )


def test_feed_that_is_too_long(server: FeedServer, show_folder: Path) -> None:
    """A feed is read up to the limit and no further, compressed or not."""
    (show_folder / "show.toml").write_text("[reading]\nmax_email_mb = 0.001\n", encoding="utf-8")
    for path in ("feed", "bomb"):
        assert problem(f"{server.url}{path}", load(show_folder)) == (
            f"{server.url}{path} is more than 0.001 MB long: name a feed of fewer issues,"
            " or raise max_email_mb under [reading] in show.toml."
        )


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        ("ftp://127.0.0.1/feed", "{} is neither http nor https: name such an address, or a file."),
        ("http://nowhere.invalid/feed",
         "There is no server nowhere.invalid: check the address, and that you are online."),
        ("http://127.0.0.1:9/feed",
         "{} cannot be fetched (Connection refused): check the address, or try again later."),
        ("http://127.0.0.1:port/feed",
         "{} cannot be fetched (nonnumeric port: 'port'): check the address, or try again later."),
    ],
)  # fmt: skip
def test_addresses_that_lead_nowhere(
    feed: str, said: str, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address that leads nowhere is named."""
    for name in urllib.request.getproxies():
        monkeypatch.delenv(f"{name}_proxy", raising=False)
        monkeypatch.delenv(f"{name.upper()}_PROXY", raising=False)
    assert problem(feed, show) == said.format(feed)


def test_record_that_is_broken(server: FeedServer, show: Show) -> None:
    """A record that is none is refused, with the way out, rather than the archive saved again."""
    url = f"{server.url}feed"
    pull(url, show)
    (record,) = (show.folder / ".issuecast" / "pull").iterdir()
    assert json.loads(record.read_text(encoding="utf-8"))["feed"] == url
    record.write_text("[]", encoding="utf-8")
    assert problem(url, show) == (
        f"{record} is no record of pulled issues: remove it, what is in issues/ is not saved twice."
    )


# ── the command ───────────────────────────────────────────────────────────────────────────────────


def test_command_says_what_it_did(
    server: FeedServer, show_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command names each file, what was passed over, and what to do next."""
    monkeypatch.chdir(show_folder)
    server.feed = feed_of(3)
    done = CliRunner().invoke(cli, ["pull", f"{server.url}feed"], catch_exceptions=False)
    assert done.output == (
        "issues/2026-03-03-tide-notes-3.html  Tide Notes 3\n"
        "2 other issues were passed over; --all saves them too.\n"
        "\n"
        "Build what is new:\n"
        "\n"
        "    issuecast build issues/2026-03-03-tide-notes-3.html\n"
    )
    server.feed = feed_of(3, text="Salt is down.")
    done = CliRunner().invoke(cli, ["pull", f"{server.url}feed"], catch_exceptions=False)
    assert done.output == (
        "issues/2026-03-03-tide-notes-3.html has another text in the feed now, and stays as it was saved."
        " To have the new one, remove the file and pull with --all.\n"
        "Nothing new.\n"
    )


def test_command_in_another_folder(show_folder: Path, tmp_path: Path) -> None:
    """From elsewhere the next command names the show, and an issue without a date is told."""
    feed = tmp_path / "feed.xml"
    item = "<item><title>Salt</title><description>Up.</description></item>"
    feed.write_text(f'<rss version="2.0"><channel>{item}</channel></rss>', encoding="utf-8")
    done = CliRunner().invoke(cli, ["pull", str(feed), "--show", str(show_folder)], catch_exceptions=False)
    saved = show_folder / "issues" / "salt.html"
    assert done.output == (
        f"{saved}  Salt (tells no date: build it with --date YYYY-MM-DD)\n"
        f"\nBuild what is new:\n\n    issuecast build --show {show_folder} {saved}\n"
    )
