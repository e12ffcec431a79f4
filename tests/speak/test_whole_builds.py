"""Whole builds against a service in trouble: the episode is whole, or the build fails with the sentence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from issuecast import build
from issuecast.errors import EngineUnavailable
from issuecast.show import load
from issuecast.speak.edge import voices as edge_voices
from issuecast.speak.edge.engine import EdgeEngine

from .edge_service import EdgeService
from .openai_service import OpenAIService

FAULTS = ("403", "429", "500", "refuse", "hang", "drop", "no audio", "garbage", "one word")
PASSING = (
    *("429", "500", "refuse", "hang", "drop", "chunked drop"),
    *("no audio", "garbage", "html", "half", "one word"),
)
"""Of a server with OpenAI's API, on which a 403 is final."""

NEURAL = """\
cast = "neural"
understudies = []

[engines.edge]
timeout_s = 0.5
"""
OWN_SERVER = """\
cast = "own"
understudies = []

[casts.own]
HOST = "openai:marlow"
ANALYST = "openai:robin"

[engines.openai]
base_url = "{base_url}"
timeout_s = 0.5
"""


class Heard:
    """Keeps what a build tells."""

    def __init__(self) -> None:
        self.notices: list[str] = []

    def notice(self, sentence: str) -> None:
        self.notices.append(sentence)

    def lines(self, done: int, total: int, left_ms: int | None = None) -> None: ...

    def chapters(self, done: int, total: int) -> None: ...


@pytest.fixture
def show(show_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A show whose only cast is the service's."""
    monkeypatch.setattr(edge_voices, "BETWEEN_TRIES_S", 0.01)
    (show_folder / "show.toml").write_text(NEURAL, encoding="utf-8")
    return show_folder


def test_three_requests_in_ten_may_fail(show: Path, service: EdgeService) -> None:
    """The list of voices among them; what is built is what an undisturbed service gives, to the byte."""
    chance = random.Random(11)  # noqa: S311  a plan, no secret
    service.list_plan.append("503")
    service.otherwise = lambda: chance.choice(FAULTS) if chance.random() < 0.3 else ""
    troubled = build(show / "issue.md", show=show)
    (spent,) = troubled.voicing
    assert spent.retries > 0
    sound = (troubled.folder / troubled.episode.audio).read_bytes()
    service.otherwise = str
    for take in (show / ".issuecast").rglob("*.kept"):
        take.unlink()
    again = build(show / "issue.md", show=show, rebuild=True)
    assert (again.folder / again.episode.audio).read_bytes() == sound


@pytest.mark.parametrize("fault", FAULTS)
def test_a_service_that_stays_in_trouble_fails_the_build(
    show: Path, service: EdgeService, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, nothing published, and what was asked for in vain is told."""
    monkeypatch.setattr("issuecast.speak.patience.PATIENCE_S", 0.3)
    service.otherwise = lambda: fault
    heard = Heard()
    with pytest.raises(EngineUnavailable, match=r"^edge failed .* to say "):
        build(show / "issue.md", show=load(show), progress=heard)
    assert any(sentence.startswith("edge: ") and "requests of" in sentence for sentence in heard.notices)
    assert list(load(show).episodes.glob("*")) == []
    assert EdgeEngine.concurrency >= service.most_at_once


def test_three_requests_in_ten_may_fail_on_a_server_of_ones_own(
    show_folder: Path, server: OpenAIService
) -> None:
    """It has no word times that would tell; what is built is the same to the byte all the same."""
    (show_folder / "show.toml").write_text(OWN_SERVER.format(base_url=server.base_url), encoding="utf-8")
    chance = random.Random(13)  # noqa: S311  a plan, no secret
    server.models_plan.append("503")
    server.otherwise = lambda: chance.choice(PASSING) if chance.random() < 0.3 else ""
    troubled = build(show_folder / "issue.md", show=show_folder)
    (spent,) = troubled.voicing
    assert spent.retries > 0
    sound = (troubled.folder / troubled.episode.audio).read_bytes()
    server.otherwise = str
    for take in (show_folder / ".issuecast").rglob("*.kept"):
        take.unlink()
    again = build(show_folder / "issue.md", show=show_folder, rebuild=True)
    assert (again.folder / again.episode.audio).read_bytes() == sound


@pytest.mark.parametrize("fault", ["403", *PASSING])
def test_a_server_that_stays_in_trouble_fails_the_build(
    show_folder: Path, server: OpenAIService, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, and nothing published; a 403 is a refusal, and not asked again."""
    (show_folder / "show.toml").write_text(OWN_SERVER.format(base_url=server.base_url), encoding="utf-8")
    monkeypatch.setattr("issuecast.speak.patience.PATIENCE_S", 0.3)
    server.otherwise = lambda: fault
    refused = rf"^127\.0\.0\.1:{server.port} refuses openai's request "
    with pytest.raises(EngineUnavailable, match=refused if fault == "403" else "^openai failed .* to say "):
        build(show_folder / "issue.md", show=load(show_folder))
    assert list(load(show_folder).episodes.glob("*")) == []
