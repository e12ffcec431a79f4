"""The engine `flite`: offline voices of the system's flite."""

from __future__ import annotations

from issuecast.speak.flite.engine import FliteEngine

__all__ = ["FliteEngine"]
