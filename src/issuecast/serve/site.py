"""Which file an address means, and of what type it is. Nothing outside of the folder has an address."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TYPES = {
    ".aac": "audio/aac",
    ".css": "text/css; charset=utf-8",
    ".flac": "audio/flac",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".m4a": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".opus": "audio/ogg",
    ".png": "image/png",
    ".srt": "application/x-subrip; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
_FEED = "application/rss+xml; charset=utf-8"
_CHAPTERS = "application/json+chapters; charset=utf-8"
_UNKNOWN = "application/octet-stream"
_INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Moved:
    """The address of a folder without its last slash."""


def media_type(name: str) -> str:
    """The Content-Type of a file of that name, as podcast apps expect it."""
    if name == "chapters.json":
        return _CHAPTERS
    if name.startswith("feed") and name.endswith(".xml"):
        return _FEED
    return _TYPES.get(Path(name).suffix.lower(), _UNKNOWN)


def base_path(base_url: str) -> str:
    """The path under which a show is published, such as `/podcast/`; `/` mostly."""
    return urlsplit(base_url).path or "/"


def find(folder: Path, raw_path: str) -> Path | Moved | None:
    """The file below `folder` that a percent-encoded path of a URL means; None if it means none.

    A folder is its index page. What begins with a dot has no address, nor has what a symbolic link fetches
    from outside of `folder`.
    """
    names = _names(raw_path)
    if names is None:
        return None
    try:
        root = folder.resolve()
        file = root.joinpath(*names).resolve()
        if not file.is_relative_to(root) or any(
            part.startswith(".") for part in file.relative_to(root).parts
        ):
            return None
        if file.is_dir():
            index = find(folder, f"{raw_path.rstrip('/')}/{_INDEX}")
            return index if index is None or raw_path.endswith("/") else Moved()
        return file if file.is_file() and not raw_path.endswith("/") else None
    except (OSError, ValueError, RuntimeError):  # a name too long, a circle of links
        return None


def _names(raw_path: str) -> list[str] | None:
    """The names of folders and file that a path is made of, None if one of them is no plain name."""
    try:
        names = [unquote(part, errors="strict") for part in raw_path.strip("/").split("/")]
    except UnicodeDecodeError:
        return None
    if not raw_path.startswith("/") or raw_path.startswith("//"):
        return None
    if names == [""]:
        return []
    plain = all(name and not name.startswith(".") and not set(name) & {"/", "\\", "\0"} for name in names)
    return names if plain else None
