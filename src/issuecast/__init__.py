"""Turn a newsletter issue into a podcast episode: `from issuecast import build, spoken_text, pairs`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from issuecast.pipeline import build as build
    from issuecast.write.lexicon import load_lexicon as load_lexicon
    from issuecast.write.spoken import pairs as pairs
    from issuecast.write.spoken import spoken_text as spoken_text

__version__ = "0.1.0"
__all__ = ["__version__", "build", "load_lexicon", "pairs", "spoken_text"]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `issuecast --help` must not wait for it."""
    module = _PLACES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(module), name)


_PLACES = {
    "build": "issuecast.pipeline",
    "load_lexicon": "issuecast.write.lexicon",
    "pairs": "issuecast.write.spoken",
    "spoken_text": "issuecast.write.spoken",
}
