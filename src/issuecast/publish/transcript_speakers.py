"""Who speaks, as listeners are told."""

from __future__ import annotations

from issuecast.publish.plain import ONE_VALUE, one_line
from issuecast.show import Show


def speaker(show: Show, role: str, limit: int = ONE_VALUE) -> str:
    """The spoken name of a role if it has one, or the role, "Host"."""
    settings = show.roles.get(role)
    name = one_line(settings.name, limit) if settings else ""
    return name or one_line(role.capitalize(), limit) or "?"
