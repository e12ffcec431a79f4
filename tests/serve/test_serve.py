"""The preview server, asked by an HTTP client that sends just what a test says."""

from __future__ import annotations

import http.client
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import formatdate
from pathlib import Path

import httpx
import pytest

from serving import served

SOUND = bytes(range(256)) * 4000
EXPOSED = "Accept-Ranges, Content-Length, Content-Range, ETag, Last-Modified"


@dataclass(frozen=True)
class Got:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Site:
    """A folder, `show/episodes`, and where it is served."""

    folder: Path
    address: str

    def ask(self, path: str, method: str = "GET", **headers: str) -> Got:
        """Ask for a path as it stands; `If_Range` is written `If-Range`."""
        connection = http.client.HTTPConnection(self.address.split("/")[2], timeout=10)
        try:
            connection.request(method, path, headers={key.replace("_", "-"): headers[key] for key in headers})
            answer = connection.getresponse()
            return Got(answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("show") / "episodes"
    files = {
        "feed.xml": b"<rss/>",
        "feed-brief.xml": b"<rss/>",
        "sitemap.xml": b"<urlset/>",
        "index.html": b"<p>Home",
        "site.webmanifest": b"{}",
        "assets/a.woff2": b"font",
        "assets/a.css": b"p{}",
        "assets/a.js": b";",
        "one/index.html": b"<p>One",
        "one/sound.mp3": SOUND,
        "one/sound.m4a": b"m4a",
        "one/sound.opus": b"opus",
        "one/chapters.json": b"{}",
        "one/transcript.json": b"{}",
        "one/transcript.vtt": b"WEBVTT",
        "one/transcript.srt": b"1",
        "one/cover.jpg": b"jpg",
        "one/empty.txt": b"",
        "one/100% größe.txt": b"named",
        "two/.sound.mp3.123.part": b"half",
        "two/notes.unknown": b"?",
        ".gitignore": b"*",
        ".hidden/file.txt": b"hidden",
        "../.issuecast/published.json": b"private",
        "../show.toml": b"private",
    }
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / "out").symlink_to(folder.parent / "show.toml")
    (folder / "outside").symlink_to(folder.parent)
    (folder / "circle").symlink_to(folder / "circle")
    (folder / "in.txt").symlink_to(folder / "assets" / "a.css")
    os.mkfifo(folder / "one" / "pipe.txt")
    with served(folder) as address:
        yield Site(folder, address)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/feed.xml", "application/rss+xml; charset=utf-8"),
        ("/feed-brief.xml", "application/rss+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/", "text/html; charset=utf-8"),
        ("/one/", "text/html; charset=utf-8"),
        ("/one/sound.mp3", "audio/mpeg"),
        ("/one/sound.m4a", "audio/mp4"),
        ("/one/sound.opus", "audio/ogg"),
        ("/one/chapters.json", "application/json+chapters; charset=utf-8"),
        ("/one/transcript.json", "application/json; charset=utf-8"),
        ("/one/transcript.vtt", "text/vtt; charset=utf-8"),
        ("/one/transcript.srt", "application/x-subrip; charset=utf-8"),
        ("/one/cover.jpg", "image/jpeg"),
        ("/assets/a.woff2", "font/woff2"),
        ("/assets/a.css", "text/css; charset=utf-8"),
        ("/assets/a.js", "text/javascript; charset=utf-8"),
        ("/site.webmanifest", "application/manifest+json"),
        ("/two/notes.unknown", "application/octet-stream"),
    ],
)
def test_files_are_served_as_what_they_are(site: Site, path: str, kind: str) -> None:
    """Each kind of file has the type that apps and browsers expect, for GET and for HEAD."""
    got, head = site.ask(path), site.ask(path, "HEAD")
    assert (got.status, got.headers["content-type"]) == (200, kind)
    assert (head.status, head.headers["content-type"], head.body) == (200, kind, b"")
    assert head.headers["content-length"] == str(len(got.body)) == got.headers["content-length"]


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=100-199", 100, 199),
        ("bytes=1023000-", 1_023_000, 1_023_999),
        ("bytes=-500", 1_023_500, 1_023_999),
        ("bytes=-9999999", 0, 1_023_999),
        ("bytes=1023990-9999999", 1_023_990, 1_023_999),
    ],
)
def test_a_part_of_a_file(site: Site, asked: str, first: int, last: int) -> None:
    """From here to there, to the end, the last so many: just these bytes, and where they are."""
    got = site.ask("/one/sound.mp3", Range=asked)
    assert (got.status, got.headers["content-range"]) == (206, f"bytes {first}-{last}/{len(SOUND)}")
    assert got.body == SOUND[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=1024000-", "bytes=9999999-99999999", "bytes=-0"])
def test_a_part_that_is_not_there(site: Site, asked: str) -> None:
    """416, with how long the file is."""
    got = site.ask("/one/sound.mp3", Range=asked)
    assert (got.status, got.headers["content-range"], got.body) == (416, f"bytes */{len(SOUND)}", b"")
    assert site.ask("/one/empty.txt", Range="bytes=0-").status == 416


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=5-2", "bytes=-", "bytes=a-b", "lines=1-2", ""])
def test_what_is_no_single_part_gives_the_whole(site: Site, asked: str) -> None:
    """Several parts and nonsense are answered with the whole file, as RFC 9110 allows."""
    got = site.ask("/one/sound.mp3", Range=asked)
    assert (got.status, got.body == SOUND) == (200, True)


def test_head_knows_no_parts(site: Site) -> None:
    """RFC 9110, 14.2: Range is for GET."""
    assert site.ask("/one/sound.mp3", "HEAD", Range="bytes=0-9").headers["content-length"] == str(len(SOUND))


def test_a_download_goes_on_only_with_the_same_file(site: Site) -> None:
    """If-Range with the ETag or the date gives the part; after a change it gives the whole new file."""
    file = site.folder / "one" / "again.mp3"
    file.write_bytes(b"first" * 10)
    os.utime(file, (1_000_000_000, 1_000_000_000))
    known = site.ask("/one/again.mp3").headers
    for stamp in (known["etag"], known["last-modified"]):
        assert site.ask("/one/again.mp3", Range="bytes=5-9", If_Range=stamp).body == b"first"
    new = file.with_name("new")
    new.write_bytes(b"other" * 10)
    os.utime(new, (1_000_000_100, 1_000_000_100))
    new.replace(file)
    for stamp in (known["etag"], known["last-modified"], f"W/{known['etag']}", "nonsense"):
        got = site.ask("/one/again.mp3", Range="bytes=5-9", If_Range=stamp)
        assert (got.status, got.body) == (200, b"other" * 10)


def test_what_is_known_is_not_sent_again(site: Site) -> None:
    """304 for the ETag, alone, among others, weak or `*`, and for the date; ETag wins over the date."""
    known = site.ask("/feed.xml").headers
    etag, date = known["etag"], known["last-modified"]
    assert etag.startswith('"')
    for tags in (etag, f'"a", {etag}', f"W/{etag}", "*"):
        got = site.ask("/feed.xml", If_None_Match=tags)
        assert (got.status, got.body, got.headers["etag"]) == (304, b"", etag)
    assert site.ask("/feed.xml", "HEAD", If_None_Match=etag).status == 304
    assert site.ask("/feed.xml", If_Modified_Since=date).status == 304
    assert site.ask("/feed.xml", If_Modified_Since=formatdate(1, usegmt=True)).status == 200
    assert site.ask("/feed.xml", If_Modified_Since="yesterday").status == 200
    assert site.ask("/feed.xml", If_None_Match='"other"', If_Modified_Since=date).status == 200


def test_a_file_of_the_same_length_and_time_has_another_etag(site: Site) -> None:
    """A build that replaces a file within the clock's grain is noticed all the same."""
    file = site.folder / "same.txt"
    file.write_bytes(b"a")
    os.utime(file, ns=(5, 5))
    before = site.ask("/same.txt").headers["etag"]
    new = file.with_name("new.txt")
    new.write_bytes(b"b")
    os.utime(new, ns=(5, 5))
    new.replace(file)
    assert site.ask("/same.txt").headers["etag"] != before


def test_a_build_during_a_download_does_not_spoil_it(site: Site) -> None:
    """A client that is half through gets the old file's rest, though another has its name by now."""
    file = site.folder / "big.mp3"
    file.write_bytes(b"a" * 30_000_000)
    with httpx.stream("GET", f"{site.address}big.mp3") as response:
        pieces = response.iter_raw()
        body = bytearray(next(pieces))
        new = file.with_name("new.mp3")
        new.write_bytes(b"b" * 30_000_000)
        new.replace(file)
        for piece in pieces:
            body += piece
    assert (len(body), set(body)) == (30_000_000, {ord("a")})
    assert site.ask("/big.mp3", Range="bytes=0-0").body == b"b"
    file.unlink()


def test_a_file_cut_during_a_download_is_not_taken_for_whole(site: Site) -> None:
    """The connection breaks, so that a client tries again."""
    file = site.folder / "cut.mp3"
    file.write_bytes(b"a" * 30_000_000)
    with httpx.stream("GET", f"{site.address}cut.mp3") as response:
        pieces = response.iter_raw()
        next(pieces)
        os.truncate(file, 1000)
        with pytest.raises(httpx.RemoteProtocolError):
            list(pieces)
    file.unlink()


@pytest.mark.parametrize(
    "path",
    [
        "/none.html",
        "/../show.toml",
        "/one/../../show.toml",
        "/%2e%2e/show.toml",
        "/..%2fshow.toml",
        "/..%5cshow.toml",
        "/%252e%252e/show.toml",
        "//etc/hostname",
        "/one//index.html",
        "/one/sound.mp3/",
        "/one/sound.mp3%00.txt",
        "/%ff%fe",
        "/.gitignore",
        "/.hidden/file.txt",
        "/%2egitignore",
        "/two/.sound.mp3.123.part",
        "/.issuecast/published.json",
        "/../.issuecast/published.json",
        "/out",
        "/outside/show.toml",
        "/outside/.issuecast/published.json",
        "/circle",
        "/one/pipe.txt",
        "/two/",
        "/two",
        "/assets/",
        "/" + "x" * 300,
    ],
)
def test_nothing_else_has_an_address(site: Site, path: str) -> None:
    """No way out of the folder, no hidden files, no lists of files, no pipes: 404 for all."""
    for method in ("GET", "HEAD"):
        got = site.ask(path, method)
        assert got.status == 404
        assert b"private" not in got.body
        assert b"hidden" not in got.body


def test_links_and_names_within_the_folder_are_fine(site: Site) -> None:
    """A link to a file of the show, and a name with signs, spaces and letters of any kind."""
    assert site.ask("/in.txt").body == b"p{}"
    assert site.ask("/one/100%25%20gr%C3%B6%C3%9Fe.txt").body == b"named"
    assert site.ask("/one/sound.m4a?from=app").body == b"m4a"


def test_a_folder_without_its_slash_is_shown_where_it_is(site: Site) -> None:
    """The query stays; the page's relative links are right."""
    got = site.ask("/one?a=1")
    assert (got.status, got.headers["location"]) == (307, "/one/?a=1")
    assert httpx.get(f"{site.address}one", follow_redirects=True).text == "<p>One"


def test_players_on_other_sites_may_ask(site: Site) -> None:
    """Every answer may be read by any origin, also the preflight, a part, a 304 and a 404."""
    etag = site.ask("/feed.xml").headers["etag"]
    answers = (
        site.ask("/one/sound.mp3", Range="bytes=0-9", Origin="https://player.example"),
        site.ask("/feed.xml", If_None_Match=etag),
        site.ask("/none"),
        site.ask("/one/sound.mp3", "OPTIONS", Access_Control_Request_Headers="range"),
    )
    assert [got.status for got in answers] == [206, 304, 404, 204]
    for got in answers:
        assert got.headers["access-control-allow-origin"] == "*"
        assert got.headers["access-control-expose-headers"] == EXPOSED
        assert got.headers["cache-control"] == "no-cache"
    assert "Range" in answers[-1].headers["access-control-allow-headers"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PROPFIND"])
def test_nothing_is_changed(site: Site, method: str) -> None:
    """405, with what is allowed."""
    got = site.ask("/feed.xml", method)
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_a_page_of_ones_own_for_what_is_missing(site: Site) -> None:
    """404.html, if there is one, with 404 as its status."""
    assert site.ask("/none").body == b"There is no such page.\n"
    page = site.folder / "404.html"
    page.write_bytes(b"<p>Lost")
    got = site.ask("/none")
    assert (got.status, got.body, got.headers["content-type"]) == (
        404,
        b"<p>Lost",
        "text/html; charset=utf-8",
    )
    page.unlink()


def test_a_show_below_a_path_is_at_both_addresses(site: Site) -> None:
    """At `/`, and where its base_url has a path, so that what the feed names can be asked for."""
    with served(site.folder, "/pod/cast/") as address:
        below = Site(site.folder, address)
        assert below.ask("/feed.xml").body == below.ask("/pod/cast/feed.xml").body == b"<rss/>"
        assert below.ask("/pod/cast/one").headers["location"] == "/pod/cast/one/"
        assert below.ask("/pod/cast?a=1").headers["location"] == "/pod/cast/?a=1"
        assert below.ask("/pod/cast/").body == b"<p>Home"
        assert below.ask("/pod/cast/../../show.toml").status == 404


def test_curl_goes_on_where_it_stopped(site: Site, tmp_path: Path) -> None:
    """A real client resumes half a file, and asks for a file again only if it changed."""
    curl = shutil.which("curl")
    assert curl, "curl is missing: apt-get install curl"
    half, etag = tmp_path / "sound.mp3", str(tmp_path / "etag")
    half.write_bytes(SOUND[:500_000])
    url = f"{site.address}one/sound.mp3"
    subprocess.run([curl, "-sf", "-C", "-", "-o", str(half), url], check=True, timeout=20)
    assert half.read_bytes() == SOUND
    for status in ("200", "304"):
        command = [
            curl,
            "-s",
            "--etag-save",
            etag,
            "--etag-compare",
            etag,
            "-w",
            "%{http_code}",
            "-o",
            str(half),
            url,
        ]
        assert (
            subprocess.run(command, check=True, capture_output=True, text=True, timeout=20).stdout == status
        )
