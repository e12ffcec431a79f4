"""What an editor pastes elsewhere."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from issuecast.cli import cli
from issuecast.models import Episode
from issuecast.publish import publish, store
from issuecast.publish.button import button, button_name
from issuecast.publish.snippets import FORMATS, SIZES, snippet
from issuecast.show import Show

HOME = "http://localhost:8000/2026-01-12-the-quiet-grid/"


def test_the_iframe(show: Show, episode: Episode) -> None:
    """It has a title, escaped once, and its size; the host page's style cannot be reached from it."""
    code = snippet(show, replace(episode, title='Grids & "loans"'), "iframe")
    assert code == (
        f'<iframe src="{HOME}embed.html" title="Grids &amp; &quot;loans&quot;" width="100%" height="160" '
        'style="border:0" loading="lazy" allow="autoplay; clipboard-write"></iframe>'
    )


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_title_out(show: Show, episode: Episode, name: str) -> None:
    """Neither as a tag nor out of an attribute, nor out of a link in Markdown; no script, no style sheet."""
    evil = "</a><script>alert(1)</script>\"'](javascript:alert(1)) [x"
    code = snippet(show, replace(episode, title=evil), name)
    assert "<script" not in code
    assert "\"'" not in code
    if name == "markdown":
        assert re.search(r"(?<!\\)\]\((?!http://localhost)", code) is None


def test_the_button_for_mails_is_a_linked_picture(show: Show, episode: Episode, mp3: bytes) -> None:
    """A table, a picture that is there, words where pictures are not shown; nothing that mails drop."""
    store(show, episode, [mp3])
    publish(show)
    code = snippet(show, episode, "email")
    found = re.search(
        rf'<a href="{HOME}"[^>]*><img src="{HOME}([^"]+)" alt="([^"]+)" width="600" height="140"', code
    )
    assert found
    assert unescape(found[2]) == "Listen · 1 min: The Quiet Grid"
    with Image.open(show.episodes / episode.slug / found[1]) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 280))
    assert not re.search(r"<(?!/?(?:table|tr|td|a|img)\b)", code)


def test_the_picture_follows_what_it_shows(show: Show, episode: Episode) -> None:
    """Another title or sound is another file, of at most 30 kB; the same gives the same bytes."""
    other = replace(episode, title="Else"), replace(episode, waveform="_A" * 100)
    assert len({button_name(show, one) for one in (episode, *other)}) == 3
    assert button(show, episode) == button(show, episode)
    for one in other:
        assert len(button(show, one)) <= 30_000
    with Image.open(io.BytesIO(button(show, other[1]))) as loud:
        rows = [loud.convert("L").getpixel((x, 180)) for x in range(300, 1100)]
    assert len(set(rows)) > 1


def test_the_command_prints_it(show: Show, episode: Episode, mp3: bytes, tmp_path: Path) -> None:
    """By the episode's slug, in any format and size; a slug that is none is told with the nearest."""
    store(show, episode, [mp3])
    publish(show)
    for name in FORMATS:
        result = CliRunner().invoke(cli, ["embed", episode.slug, "--show", str(tmp_path), "--format", name])
        assert result.output == snippet(show, episode, name) + "\n"
    for size in SIZES:
        result = CliRunner().invoke(
            cli, ["embed", episode.slug, "--show", str(tmp_path), "--size", size.name]
        )
        assert f'height="{size.height}"' in result.output
    error = CliRunner().invoke(cli, ["embed", "2026-01-12-the-quiet-gird", "--show", str(tmp_path)]).exception
    assert str(error) == (
        "There is no episode '2026-01-12-the-quiet-gird', did you mean '2026-01-12-the-quiet-grid'?: "
        "issuecast episodes lists them."
    )


def test_the_page_offers_it(show: Show, episode: Episode, mp3: bytes) -> None:
    """To be copied: player, button, link and Markdown, as the command prints them."""
    store(show, episode, [mp3])
    publish(show)
    html = (show.episodes / episode.slug / "index.html").read_text()
    for name in ("iframe", "email", "html", "markdown"):
        found = re.search(rf'<code id="snippet-{name}">(.*)</code>', html)
        assert found
        assert unescape(found[1]) == snippet(show, episode, name)
