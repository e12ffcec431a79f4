"""The seam behind which voices live: what an engine is, and how it is found.

An engine is a class that is made without arguments and named in the entry point group `issuecast.engines`;
the engines that come with issuecast are registered there like anybody else's.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Protocol

from issuecast.errors import EngineUnavailable, VoiceError, did_you_mean
from issuecast.models import Take

GROUP = "issuecast.engines"


class Engine(Protocol):
    """Something that can say a sentence.

    Two attributes may be added: `sounds = False` for an engine whose takes are silence on purpose, and
    `refused(voice) -> str`, which tells why a voice that exists is not among `voices()` ("" if it does not).
    """

    @property
    def name(self) -> str:
        """What stands before the colon of a voice."""

    @property
    def concurrency(self) -> int:
        """How many calls of `speak` may be under way at once, each from a thread of its own; at least 1."""

    def check(self) -> None:
        """Answer within 3 s whether the engine can run here and now; called once, before all else.

        Raises:
            EngineUnavailable: it cannot; with the fix.
        """

    def voices(self) -> tuple[str, ...]:
        """Every voice that `speak` takes; none if it takes any name."""

    def speak(self, text: str, voice: str) -> Take:
        """The text, said; word times from the start of the take, none if the engine does not tell them.

        Raises:
            EngineUnavailable: it is of no use to ask again.
            Exception: any other means that this take failed, and is tried again.
        """


def find(name: str) -> Engine:
    """The engine of that name.

    Raises:
        VoiceError: there is none.
        EngineUnavailable: it is installed, but cannot be loaded.
    """
    installed = entry_points(group=GROUP)
    if name not in installed.names:
        known = sorted(installed.names)
        raise VoiceError(
            f"There is no voice engine {name!r}{did_you_mean(name, known)}",
            f"use one of {', '.join(known)}, or install the package that brings it",
        )
    try:
        engine: Engine = installed[name].load()()
    except (ImportError, AttributeError, OSError) as error:
        raise EngineUnavailable(
            f"the engine {name} cannot be loaded ({error})",
            "install it again, or name another cast with --cast",
        ) from error
    return engine
