"""SERVE: `episodes/` over HTTP, as podcast apps and browsers ask for it, before it is published."""

from __future__ import annotations

from issuecast.serve.server import PORT, Served, serve, start

__all__ = ["PORT", "Served", "serve", "start"]
