"""show.toml → Show."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from issuecast.errors import SettingsError
from issuecast.models import Voice
from issuecast.show import Show, load
from issuecast.starter import FOLDER


def problem(folder: Path, text: str) -> str:
    (folder / "show.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load(folder)
    return str(caught.value).replace(str(folder), "SHOW")


def test_starter_settings_are_the_defaults() -> None:
    """A folder without show.toml is a show with exactly the starter's settings."""
    assert load(FOLDER) == Show(folder=FOLDER)


def test_folder_without_file(tmp_path: Path) -> None:
    """No show.toml is no error."""
    assert load(tmp_path).title == "The Morning Wire"


def test_unknown_setting_names_the_nearest(tmp_path: Path) -> None:
    """Every unknown key is named at once, each with what may have been meant."""
    assert problem(tmp_path, 'titel = "x"\n[music]\nintr = ""\n[roles]\nHOST = { nam = "" }\n') == (
        "SHOW/show.toml: there is no setting 'roles.HOST.nam', did you mean 'name'?; "
        "there is no setting 'music.intr', did you mean 'intro'?; "
        "there is no setting 'titel', did you mean 'title'?: "
        "correct it, or leave it out for the default."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            'base_url = "ftp://x"',
            'base_url must be an http or https address, such as "https://example.org/podcast/"',
        ),
        ('timezone = "Mars"', 'timezone must be a time zone such as "Europe/Berlin"'),
        ('publish_at = "6am"', 'publish_at must be a time of day such as "06:00"'),
        ('[theme]\naccent = "green"', 'theme.accent must be a colour such as "#0b6e4f"'),
        (
            'category = "Tech new"',
            (
                "category.0 must be a category of Apple Podcasts, which 'Tech new' is not, "
                "did you mean 'Tech News'?"
            ),
        ),
        ("category = []", "category Value should have at least 1 item after validation, not 0"),
        (
            '[feed]\nhub = "hub.example"',
            'feed.hub must be an http or https address, such as "https://example.org/support"',
        ),
        (
            '[feed]\nguid = "7"',
            'feed.guid must be a GUID such as "917393e3-1b1e-5cef-ace4-edaa54e1f810"',
        ),
        (
            "[feed.people]\nHOST = { pictur = 1 }",
            "there is no setting 'feed.people.HOST.pictur', did you mean 'picture'?",
        ),
        (
            "[feed]\npodroll = [{ guid = '917393e3-1b1e-5cef-ace4-edaa54e1f810', ur = 1 }]",
            "there is no setting 'feed.podroll.0.ur', did you mean 'url'?",
        ),
        ("[feed]\nseason = -1", 'feed.season must be a number up to 9999, "year", or 0 for none'),
        ('[feed]\nseason = "two"', 'feed.season must be a number up to 9999, "year", or 0 for none'),
        ("title = 7", "title should be a valid string"),
        ("[loudness]\ntarget_lufs = 3", "loudness.target_lufs should be less than or equal to -9"),
        (
            '[audio]\nalternates = ["flac"]',
            "audio.alternates.0 can only be 'aac' or 'opus' in this version",
        ),
        ("review = true", "review can only be false in this version"),
        ('cast = "neutral"', "there is no cast 'neutral', did you mean 'neural'?"),
        ('[casts.draft]\nHOST = "espeak:en"', "cast 'draft' has no voice for ANALYST"),
        (
            '[casts.draft]\nHOST = "x"\nANALYST = "espeak:en"',
            'casts.draft.HOST must be "engine:voice", such as "edge:en-US-AndrewNeural"',
        ),
    ],
)
def test_value_that_cannot_be(tmp_path: Path, text: str, said: str) -> None:
    """A wrong value is told with what it must look like."""
    assert problem(tmp_path, text) == f"SHOW/show.toml: {said}: correct it, or leave it out for the default."


def test_a_recurrence_rule_or_words(tmp_path: Path) -> None:
    """How often a show comes is said as a calendar says it."""
    assert problem(tmp_path, '[feed]\nupdates = "FREQ=ALWAYS;"').startswith(
        'SHOW/show.toml: feed.updates must be "daily", "weekdays", "weekly", "every two weeks", "monthly" '
        'or a recurrence rule such as "FREQ=WEEKLY;BYDAY=MO,TH": '
    )


def test_broken_toml(tmp_path: Path) -> None:
    """A syntax error is told with its place."""
    assert problem(tmp_path, "title = ") == (
        "SHOW/show.toml is not valid TOML (Invalid value (at end of document)): correct it."
    )


def test_folder_is_no_setting(tmp_path: Path) -> None:
    """A show lives where its file is, and nowhere else."""
    assert problem(tmp_path, 'folder = "/"') == "SHOW/show.toml: 'folder' is no setting: take it out."


def test_no_such_folder(tmp_path: Path) -> None:
    """A show that is not there is named."""
    with pytest.raises(SettingsError, match="name a show's folder, or run issuecast init"):
        load(tmp_path / "nowhere")


def test_base_url_ends_with_a_slash() -> None:
    """With or without the last slash, addresses are built the same way."""
    assert Show(base_url="https://example.org/cast").base_url == "https://example.org/cast/"


def test_own_cast_beside_the_starters(tmp_path: Path) -> None:
    """A show that names its own cast keeps the starter's understudies."""
    (tmp_path / "show.toml").write_text(
        'cast = "mine"\n[casts.mine]\nHOST = "silent:a"\nANALYST = "silent:b"\n'
    )
    show = load(tmp_path)
    assert show.cast_named("mine").voices["ANALYST"] == Voice("silent", "b")
    assert set(show.casts) == {"neural", "offline", "draft", "mine"}


def test_unknown_cast() -> None:
    """A cast that the show lacks is answered with those that it has."""
    with pytest.raises(SettingsError) as caught:
        Show().cast_named("drafd")
    assert str(caught.value) == (
        "The show has no cast 'drafd', did you mean 'draft'?: "
        "use one of neural, offline, draft, or add [casts.drafd] to show.toml."
    )


def test_published_in_the_shows_time_zone() -> None:
    """An episode is dated at publish_at of its issue's day, where the show is."""
    show = Show(timezone="Asia/Tokyo", publish_at="07:30")
    assert show.published(date(2026, 1, 12)) == datetime(2026, 1, 11, 22, 30, tzinfo=UTC)
