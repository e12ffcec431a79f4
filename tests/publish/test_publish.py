from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from issuecast.errors import PublishError
from issuecast.models import Episode
from issuecast.publish import publish, recorded, records, store
from issuecast.show import Edition, Show

from .sample import ALTERNATES
from .test_files import disk_of


def seen(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    """Every file with its inode, its time of change and its bytes."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {
        str(f.relative_to(folder)): (f.stat().st_ino, f.stat().st_mtime_ns, f.read_bytes()) for f in files
    }


def test_a_stored_episode_is_published(show: Show, episode: Episode, mp3: bytes) -> None:
    """Folder, feed, site and artwork are where the design puts them, and nothing else is."""
    store(show, episode, [mp3])
    published = publish(show)
    assert (published.feed, published.site) == (show.episodes / "feed.xml", show.episodes / "index.html")
    names = {name.partition(".")[0] if name.startswith("assets/") else name for name in seen(show.episodes)}
    folder = episode.slug
    assert {name for name in names if not re.search(r"cover-|listen-", name)} == {
        "404.html",
        "feed.xml",
        "index.html",
        "robots.txt",
        "search-index.js",
        "site.webmanifest",
        "sitemap.xml",
        f"{folder}/{episode.audio}",
        f"{folder}/chapters.json",
        f"{folder}/embed.html",
        f"{folder}/episode.json",
        f"{folder}/index.html",
        f"{folder}/oembed.json",
        f"{folder}/transcript.html",
        f"{folder}/transcript.json",
        f"{folder}/transcript.srt",
        f"{folder}/transcript.vtt",
        "assets/icon",
        "assets/manrope-cyrillic",
        "assets/manrope-greek",
        "assets/manrope-latin",
        "assets/manrope-latin-ext",
        "assets/manrope-vietnamese",
        "assets/player",
        "assets/search",
        "assets/site",
    }
    assert recorded(show, folder) == episode
    assert (show.episodes / folder / episode.audio).read_bytes() == mp3


def test_publishing_again_writes_nothing(show: Show, episode: Episode, mp3: bytes) -> None:
    """With nothing changed no file is touched, by store or by publish."""
    store(show, episode, [mp3])
    publish(show)
    before = seen(show.episodes)
    store(show, episode, [mp3])
    publish(show)
    assert seen(show.episodes) == before


def test_two_publications_from_scratch_are_the_same(
    episode: Episode, mp3: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Same records, same bytes, and nothing tells the folder that they were made in."""
    published = []
    for _ in range(2):
        show = Show(folder=tmp_path_factory.mktemp("show"))
        store(show, episode, [mp3])
        publish(show)
        files = {name: content for name, (_, _, content) in seen(show.episodes).items()}
        assert not [name for name, content in files.items() if str(show.folder).encode() in content]
        published.append(files)
    assert published[0] == published[1]


def test_another_episode_leaves_the_first_ones_pages(show: Show, episode: Episode, mp3: bytes) -> None:
    """Only the index, the feed, what searches and maps the site, and its neighbour's page know of it."""
    store(show, episode, [mp3])
    publish(show)
    before = seen(show.episodes)
    store(show, replace(episode, slug="second", title="Second"), [mp3])
    publish(show)
    after = seen(show.episodes)
    assert {name for name in before if after[name] != before[name]} == {
        *("feed.xml", "index.html", "search-index.js", "sitemap.xml"),
        f"{episode.slug}/index.html",
    }
    assert {name.partition("/")[0] for name in after.keys() - before.keys()} == {"second"}


def test_the_record_is_written_last(show: Show, episode: Episode, mp3: bytes) -> None:
    """When the disk fills up during an episode there is no record of it, so that no feed will name it."""
    with disk_of(len(mp3) - 1), pytest.raises(PublishError):
        store(show, episode, [mp3])
    assert records(show) == ()
    assert not seen(show.episodes)


def test_the_feed_is_written_last(show: Show, episode: Episode, mp3: bytes) -> None:
    """When a page cannot be written the feed does not name its episode yet."""
    store(show, episode, [mp3])
    publish(show)
    before = (show.episodes / "feed.xml").read_bytes()
    store(show, replace(episode, slug="second"), [mp3])
    page = show.episodes / "second" / "index.html"
    page.mkdir()
    with pytest.raises(PublishError) as error:
        publish(show)
    assert str(error.value) == (
        f"{page} cannot be written (Is a directory): make room and the folder writable, then build again."
    )
    assert (show.episodes / "feed.xml").read_bytes() == before


@pytest.mark.parametrize(("content", "found"), [(None, "is missing"), (b"abc", "has 3 bytes instead of {}")])
def test_an_episode_without_its_sound_is_not_published(
    show: Show, episode: Episode, mp3: bytes, content: bytes | None, found: str
) -> None:
    """A feed never names a file that is not there, or not the one that was recorded."""
    store(show, episode, [mp3])
    audio = show.episodes / episode.slug / episode.audio
    audio.unlink() if content is None else audio.write_bytes(content)
    with pytest.raises(PublishError) as error:
        publish(show)
    assert str(error.value) == (
        f"{audio} {found.format(len(mp3))}: build that episode again, or remove its folder."
    )
    assert not (show.episodes / "feed.xml").exists()


def test_files_in_other_formats_are_stored_and_checked(show: Show, episode: Episode, mp3: bytes) -> None:
    """Each under its name; one that is not what was recorded is named as a missing MP3 would be."""
    several = replace(episode, alternates=ALTERNATES)
    store(show, several, [mp3], {ALTERNATES[0].audio: [b"m", b"4a"], ALTERNATES[1].audio: [b"opus"]})
    publish(show)
    folder = show.episodes / episode.slug
    assert [(folder / one.audio).read_bytes() for one in ALTERNATES] == [b"m4a", b"opus"]
    assert recorded(show, episode.slug) == several
    (folder / ALTERNATES[1].audio).write_bytes(b"opu")
    with pytest.raises(PublishError) as error:
        publish(show)
    assert str(error.value) == (
        f"{folder / ALTERNATES[1].audio} has 3 bytes instead of 4: "
        "build that episode again, or remove its folder."
    )


def test_a_show_without_episodes_has_a_feed_and_a_page(show: Show) -> None:
    """An editor can set up the server before the first issue."""
    published = publish(show)
    assert b"<item>" not in published.feed.read_bytes()
    assert "The first episode is on its way." in published.site.read_text()


def test_a_new_accent_gets_a_new_cover_name(show: Show) -> None:
    """Directories fetch artwork again only under a new name; the old file may still be asked for."""
    publish(show)
    covers = set(show.episodes.glob("cover-*.jpg"))
    publish(show.model_copy(update={"title": "Renamed"}))
    assert covers < set(show.episodes.glob("cover-*.jpg"))
    assert len(covers) == 2


def test_an_edition_with_a_feed_of_its_own(show: Show, episode: Episode, mp3: bytes) -> None:
    """Its episodes are in its feed and not in the show's; without one they are in the show's."""
    brief = replace(episode, slug=f"{episode.slug}-brief", guid="brief", edition="brief")
    for one in (episode, brief):
        store(show, one, [mp3])
    publish(show)
    feed = show.episodes / "feed.xml"
    assert (feed.read_text().count("<item>"), (show.episodes / "feed-brief.xml").exists()) == (2, False)
    apart = show.model_copy(update={"editions": {"full": Edition(), "brief": Edition(feed=True)}})
    publish(apart)
    own = (show.episodes / "feed-brief.xml").read_text()
    assert (feed.read_text().count("<item>"), own.count("<item>")) == (1, 1)
    assert f"<title>{show.title}: brief</title>" in own
    assert f'href="{show.base_url}feed-brief.xml"' in own
    assert "-brief/" not in feed.read_text()
