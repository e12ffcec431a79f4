"""What the tests of SPEAK share."""

from __future__ import annotations

from collections.abc import Iterator

import edge_tts.communicate
import edge_tts.constants
import pytest
from edge_tts.drm import DRM

from issuecast.speak import patience

from . import edge_service, openai_service
from .edge_service import EdgeService
from .openai_service import OpenAIService


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[EdgeService]:
    """The Edge service on a loopback port, to which edge-tts is pointed; tries follow each other quickly."""
    monkeypatch.setattr(patience, "BACKOFF_S", 0.01)
    monkeypatch.setattr(patience, "LONGEST_BACKOFF_S", 0.01)
    monkeypatch.setattr(patience, "PATIENCE_S", 5.0)
    monkeypatch.setattr(DRM, "clock_skew_seconds", 0.0)
    with edge_service.serving() as service:
        monkeypatch.setattr(edge_tts.constants, "VOICE_LIST", service.voice_list)
        monkeypatch.setattr(edge_tts.communicate, "WSS_URL", service.wss_url)
        yield service


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAIService]:
    """The OpenAI API on a loopback port, without a key; tries follow each other quickly."""
    for name in ("BACKOFF_S", "LONGEST_BACKOFF_S"):
        monkeypatch.setattr(patience, name, 0.01)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with openai_service.serving() as service:
        yield service
