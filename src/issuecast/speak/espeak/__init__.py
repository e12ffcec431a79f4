"""The engine `espeak`: embedded voices, which work anywhere and sound like a machine."""

from __future__ import annotations

from issuecast.speak.espeak.engine import EspeakEngine

__all__ = ["EspeakEngine"]
