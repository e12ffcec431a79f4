"""What the tests of SPEAK share."""

from __future__ import annotations

from collections.abc import Iterator

import edge_tts.communicate
import edge_tts.constants
import pytest
from edge_tts.drm import DRM

from issuecast.speak import patience

from .edge_service import EdgeService, serving


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[EdgeService]:
    """The Edge service on a loopback port, to which edge-tts is pointed; tries follow each other quickly."""
    monkeypatch.setattr(patience, "BACKOFF_S", 0.01)
    monkeypatch.setattr(patience, "LONGEST_BACKOFF_S", 0.01)
    monkeypatch.setattr(patience, "PATIENCE_S", 5.0)
    monkeypatch.setattr(DRM, "clock_skew_seconds", 0.0)
    with serving() as service:
        monkeypatch.setattr(edge_tts.constants, "VOICE_LIST", service.voice_list)
        monkeypatch.setattr(edge_tts.communicate, "WSS_URL", service.wss_url)
        yield service
