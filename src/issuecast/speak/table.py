"""The table [engines.NAME] of an engine, checked against what each setting must be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from issuecast.errors import SettingsError
from issuecast.speak.engines import Settings, unknown_setting

MOST_AT_ONCE = 32
SHORTEST_S, LONGEST_S = 0.1, 600

Value: TypeAlias = str | float | bool


class Rule(NamedTuple):
    """Whether a value can be a setting's, and what it must be, in words."""

    fits: Callable[[Value], bool]
    wanted: str


def number(value: Value, least: float, most: float) -> bool:
    """Whether it is a number from `least` to `most`."""
    return not isinstance(value, bool | str) and least <= value <= most


LIMITS: Mapping[str, Rule] = {
    "timeout_s": Rule(
        lambda value: number(value, SHORTEST_S, LONGEST_S),
        f"a number of seconds from {SHORTEST_S} to {LONGEST_S}",
    ),
    "concurrency": Rule(
        lambda value: number(value, 1, MOST_AT_ONCE) and value in range(1, MOST_AT_ONCE + 1),
        f"a whole number from 1 to {MOST_AT_ONCE}",
    ),
}
"""Of services: after how many seconds a request is given up, and how many are under way at once."""


def check_table(engine: str, table: Settings, rules: Mapping[str, Rule]) -> None:
    """See that each setting is known and can be used. What is wrong is named, not quoted: it could be a key.

    Raises:
        SettingsError: one is not.
    """
    for key, value in table.items():
        if key not in rules:
            raise unknown_setting(engine, key, tuple(rules))
        fits, wanted = rules[key]
        if not fits(value):
            raise SettingsError(f"show.toml: engines.{engine}.{key} must be {wanted}", "correct it")
