"""The table [engines.NAME] of an engine, checked against what each setting must be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from issuecast.errors import SettingsError
from issuecast.speak.engines import FILE, Settings, all_of, unknown_setting

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
        SettingsError: some are not; it tells all of them.
    """
    wrong = [error for key, value in table.items() if (error := _trouble(engine, key, value, rules))]
    if wrong:
        raise all_of(wrong)


def _trouble(engine: str, key: str, value: Value, rules: Mapping[str, Rule]) -> SettingsError | None:
    if key not in rules:
        return unknown_setting(engine, key, tuple(rules))
    fits, wanted = rules[key]
    if fits(value):
        return None
    return SettingsError(f"{FILE}: engines.{engine}.{key} must be {wanted}", "correct it")
