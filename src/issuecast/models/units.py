"""Units of what the values hold."""

from __future__ import annotations

from typing import TypeAlias

DurationMs: TypeAlias = int
"""Milliseconds; as a position, from the start of what it is said of. Never negative."""
