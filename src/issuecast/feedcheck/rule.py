"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from issuecast.feedcheck.material import Material


class Level(StrEnum):
    REQUIRED = "required"
    """Directories refuse the feed, or listeners lose episodes, where it is broken."""
    RECOMMENDED = "recommended"
    """Something that apps would show is missing, or shown worse."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a rule is broken (an episode, "the channel", a file), and what is wrong there."""

    where: str
    what: str


Find: TypeAlias = "Callable[[Material], Iterator[Spot]]"
Maker: TypeAlias = "Callable[[Find], Rule]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of somebody's book.

    Args:
        name: for people, and for `--json`.
        level: what breaking it costs.
        source: whose rule it is.
        promise: what holds where it is kept.
        way_out: what to do, as an imperative.
        find: yields the spots where it is broken.
        live: whether only a server shows it.
    """

    name: str
    level: Level
    source: str
    promise: str
    way_out: str
    find: Find
    live: bool = False


def required(source: str, promise: str, way_out: str, *, name: str = "", live: bool = False) -> Maker:
    """Make a rule of a function; without a name, that of the function."""
    return _maker(Level.REQUIRED, (source, promise, way_out), name, live=live)


def recommended(source: str, promise: str, way_out: str, *, name: str = "", live: bool = False) -> Maker:
    """The same for what is not required."""
    return _maker(Level.RECOMMENDED, (source, promise, way_out), name, live=live)


def _maker(level: Level, texts: tuple[str, str, str], name: str, *, live: bool) -> Maker:
    def make(find: Find) -> Rule:
        return Rule(name or find.__name__.replace("_", "-"), level, *texts, find, live)

    return make


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a rule: where it is broken, or that it could not be looked at."""

    rule: Rule
    spots: tuple[Spot, ...] = ()
    looked_at: bool = True

    @property
    def passed(self) -> bool:
        return self.looked_at and not self.spots
