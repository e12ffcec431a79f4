"""Turn a newsletter issue into a podcast episode: `from issuecast import build, spoken_text`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from issuecast.pipeline import build as build
    from issuecast.write.spoken import spoken_text as spoken_text

__version__ = "0.1.0"
__all__ = ["__version__", "build", "spoken_text"]


def __getattr__(name: str) -> Any:
    """Import the pipeline only when it is asked for: `issuecast --help` must not wait for it."""
    if name == "build":
        from issuecast.pipeline import build

        return build
    if name == "spoken_text":
        from issuecast.write.spoken import spoken_text

        return spoken_text
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
