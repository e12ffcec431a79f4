"""The engine `piper`: neural voices on this machine."""

from __future__ import annotations

from issuecast.speak.piper.engine import PiperEngine

__all__ = ["PiperEngine"]
