"""What is known from the last time saves work, and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from issuecast.models import Episode
from issuecast.publish import Manifest, publish, records, store
from issuecast.publish.addresses import TRANSCRIPTS
from issuecast.publish.files import stamp
from issuecast.publish.press import episode_files
from issuecast.publish.soundbite import outline
from issuecast.show import Role, Show

from .sample import EPISODE

_watching: list[tuple[Path, set[str]]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if _watching and event == "open" and isinstance(arguments[0], str | Path):
        folder, opened = _watching[0]
        if Path(arguments[0]).is_relative_to(folder):
            name = Path(arguments[0]).relative_to(folder).as_posix()
            opened.add(re.sub(r"(?<![^/])\.(.+)\.\d+-\d+\.part$", r"\1", name))


sys.addaudithook(_watch)


@contextmanager
def opened_in(folder: Path) -> Iterator[set[str]]:
    """The files below `folder` that are read or written meanwhile."""
    opened: set[str] = set()
    _watching.append((folder, opened))
    try:
        yield opened
    finally:
        _watching.clear()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def manifest_of(show: Show) -> Path:
    return show.folder / ".issuecast" / "published.json"


@pytest.fixture(scope="session")
def original(mp3: bytes, tmp_path_factory: pytest.TempPathFactory) -> Show:
    """A show of three episodes, published."""
    show = Show(folder=tmp_path_factory.mktemp("original"))
    for slug in ("a", "b", "c"):
        store(show, replace(EPISODE, slug=slug, title=f"Episode {slug}", bytes=len(mp3)), [mp3])
    publish(show)
    return show


@pytest.fixture
def published(original: Show, tmp_path: Path) -> Show:
    """Its copy, with the times of its files: what was known of the one is known of the other."""
    shutil.copytree(original.folder, tmp_path / "copy")
    return original.model_copy(update={"folder": tmp_path / "copy"})


def test_what_is_unchanged_is_not_even_read(published: Show) -> None:
    """Of an unchanged show no record and no page; of the feed, where no GUID is recorded, its head."""
    with opened_in(published.episodes) as opened:
        publish(published)
    assert opened == {"feed.xml"}
    before = stamp(manifest_of(published))
    publish(published)
    assert stamp(manifest_of(published)) == before


def test_a_new_episode_is_all_that_is_read(published: Show, episode: Episode, mp3: bytes) -> None:
    """Its record is read, its pages are made, those of its neighbour that lead to it, and what lists it."""
    store(published, replace(episode, slug="d"), [mp3])
    with opened_in(published.episodes) as opened:
        publish(published)
    listed = {"index.html", "feed.xml", "search-index.js", "sitemap.xml"}
    files = {name for slug in "cd" for name in (f"{slug}/episode.json", *episode_files(slug))}
    (button,) = (published.episodes / "d").glob("listen-*.png")
    assert opened == {f"d/{button.name}", *files, *listed}


@pytest.mark.parametrize(
    "name", ["a/index.html", "b/embed.html", "c/transcript.vtt", "a/chapters.json", "index.html", "feed.xml"]
)
@pytest.mark.parametrize("harm", ["edited", "deleted"])
def test_a_file_that_somebody_changed_is_made_again(published: Show, name: str, harm: str) -> None:
    """Whether it was edited, to the same length even, or deleted: what is published is what is recorded."""
    before = contents(published.episodes)
    file = published.episodes / name
    if harm == "deleted":
        file.unlink()
    else:
        file.write_bytes(before[name].replace(b"e", b"o"))
    assert contents(published.episodes) != before
    publish(published)
    assert contents(published.episodes) == before


def test_a_cover_that_somebody_deleted_is_drawn_again(published: Show) -> None:
    """The same picture, whichever of its two sizes is gone."""
    before = contents(published.episodes)
    for cover in published.episodes.glob("cover-*.jpg"):
        cover.unlink()
        publish(published)
        assert contents(published.episodes) == before


@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "a byte", "another issuecast's", "no file"])
def test_without_a_manifest_all_is_made_again(published: Show, damage: str) -> None:
    """A manifest that is missing, or is not just what this issuecast wrote, is not believed in anything."""
    before, manifest = contents(published.episodes), manifest_of(published)
    whole = manifest.read_bytes()
    seal, _, body = whole.partition(b"\n")
    manifest.unlink()
    if damage == "no file":
        manifest.mkdir()
    elif damage != "missing":
        manifest.write_bytes(
            {
                "empty": b"",
                "cut": whole[:-9],
                "a byte": whole.replace(b"Episode a", b"Episode b"),
                "another issuecast's": b"0" * len(seal) + b"\n" + body,
            }[damage]
        )
    page = published.episodes / "a" / "index.html"
    page.write_bytes(before["a/index.html"].swapcase())
    with opened_in(published.episodes) as opened:
        publish(published)
    assert opened >= {f"{slug}/{name}" for slug in "abc" for name in ("episode.json", "index.html")}
    assert contents(published.episodes) == before
    assert manifest.is_dir() or manifest.read_bytes() != whole  # page a has another time now


def test_a_setting_makes_what_shows_it_again(published: Show) -> None:
    """Another name of a role is in feed, pages and transcripts; the records are not touched."""
    before = contents(published.episodes)
    named = published.model_copy(update={"roles": {"HOST": Role(name="Ada"), "ANALYST": Role()}})
    publish(named)
    after = contents(published.episodes)
    assert "<v Ada>" in after["b/transcript.vtt"].decode()
    assert {name for name in before if after[name] != before[name]} == {
        "feed.xml",
        *(f"{slug}/{name}" for slug in "abc" for name in ("index.html", *(name for name, _ in TRANSCRIPTS))),
    }
    publish(published)
    assert contents(published.episodes) == before


def test_an_edited_record_is_read_again(published: Show) -> None:
    """A title that is corrected in the record itself reaches page, index and feed."""
    record = published.episodes / "b" / "episode.json"
    record.write_text(record.read_text().replace("Episode b", "Episode β"))
    publish(published)
    for name in ("b/index.html", "index.html", "feed.xml"):
        assert "Episode β" in (published.episodes / name).read_text()


def test_a_record_that_was_only_touched_changes_nothing(published: Show) -> None:
    """A copy of the show has other times: its records are read, and no page is made for that."""
    record = published.episodes / "b" / "episode.json"
    os.utime(record)
    with opened_in(published.episodes) as opened:
        publish(published)
    assert opened == {"b/episode.json", "feed.xml"}


def test_a_removed_episode_is_forgotten(published: Show) -> None:
    """It leaves index, feed and manifest."""
    shutil.rmtree(published.episodes / "b")
    publish(published)
    assert "Episode b" not in (published.episodes / "feed.xml").read_text()
    assert b"Episode b" not in manifest_of(published).read_bytes()
    assert [record.slug for record in records(published)] == ["a", "c"]


def test_what_is_known_of_an_episode_is_its_outline(published: Show, episode: Episode) -> None:
    """From the manifest as from the record, with all that feed and index tell."""
    known = Manifest.of(published)
    assert [entry.outline for entry in known.records.values()] == [
        outline(replace(episode, slug=slug, title=f"Episode {slug}")) for slug in "abc"
    ]
    manifest_of(published).unlink()
    assert records(published) == records(published, known)


def test_a_manifest_that_cannot_be_kept_harms_nothing(published: Show) -> None:
    """The show is published; the next build only takes longer."""
    shutil.rmtree(published.folder / ".issuecast")
    (published.folder / ".issuecast").write_text("in the way")
    before = contents(published.episodes)
    publish(published)
    assert contents(published.episodes) == before
