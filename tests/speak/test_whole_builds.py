"""Whole builds against a service in trouble: the episode is whole, or the build fails with the sentence."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from issuecast import build
from issuecast.errors import EngineUnavailable
from issuecast.show import load
from issuecast.speak import edge_voices
from issuecast.speak.edge import EdgeEngine

from .edge_service import EdgeService

FAULTS = ("403", "429", "500", "refuse", "drop", "no audio", "garbage", "one word")
NEURAL = """\
cast = "neural"
understudies = []
"""


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
    heard: list[str] = []

    class Heard:
        def notice(self, sentence: str) -> None:
            heard.append(sentence)

        def lines(self, done: int, total: int, left_ms: int | None = None) -> None: ...

        def chapters(self, done: int, total: int) -> None: ...

    with pytest.raises(EngineUnavailable, match=r"^edge failed .* to say "):
        build(show / "issue.md", show=load(show), progress=Heard())
    assert any(sentence.startswith("edge: ") and "requests of" in sentence for sentence in heard)
    assert list(load(show).episodes.glob("*")) == []
    assert EdgeEngine.concurrency >= service.most_at_once
