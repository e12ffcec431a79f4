"""The engine `edge`: neural voices of an online service."""

from __future__ import annotations

from issuecast.speak.edge.engine import EdgeEngine

__all__ = ["EdgeEngine"]
