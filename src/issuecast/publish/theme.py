"""The files that all pages share: style, script, typeface, icon, in the show's colour.

Each carries a digest of its content in its name, so that a browser may keep it for ever.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from issuecast.publish import colour
from issuecast.publish.colour import BLACK, RGB, WHITE, code, contrast, legible, mix
from issuecast.show import Show

_HERE = Path(__file__).parent
_STYLES = ("fonts.css", "site.css", "player.css", "embed.css")
_FONTS = ("latin", "latin-ext", "cyrillic", "greek", "vietnamese")

_PAPER: RGB = (250, 248, 243)
_NIGHT: RGB = (18, 21, 23)
_NIGHT_CARD: RGB = (28, 32, 35)

_ICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="{ground}"/>
<path d="M7 14v4m4.500-8v12m4.500-16v20m4.500-15v10m4.500-7v4" stroke="{ink}" stroke-width="2.600"
 stroke-linecap="round"/>
</svg>
"""


@dataclass(frozen=True, slots=True)
class Theme:
    """Paths below `episodes/` of what the pages name, and all files behind them."""

    style: str
    script: str
    search: str
    icon: str
    paper: str
    night: str
    files: Mapping[str, bytes]


def theme(show: Show) -> Theme:
    accent = colour.parse(show.theme.accent)
    fonts = [_asset(f"manrope-{part}.woff2", font(part)) for part in _FONTS]
    css = palette(show) + "".join(_packaged("site", name).decode() for name in _STYLES)
    for part, (path, _) in zip(_FONTS, fonts, strict=True):
        css = css.replace(f"manrope-{part}.woff2", path.rpartition("/")[2])
    style = _asset("site.css", css.encode())
    script, search = (_asset(name, _packaged("site", name)) for name in ("player.js", "search.js"))
    icon = _asset("icon.svg", _ICON.format(ground=code(accent), ink=code(_on(accent))).encode())
    files = dict((style, script, search, icon, *fonts))
    return Theme(style[0], script[0], search[0], icon[0], code(_PAPER), code(_NIGHT), files)


def font(part: str) -> bytes:
    """The typeface (WOFF2) for a part of the scripts that it knows, such as `latin`."""
    return _packaged("fonts", f"manrope-{part}.woff2")


def _packaged(folder: str, name: str) -> bytes:
    return (_HERE / folder / name).read_bytes()


def _asset(name: str, content: bytes) -> tuple[str, bytes]:
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{suffix}", content


def palette(show: Show) -> str:
    """Style variables for both schemes, in which every text has its contrast whatever the accent."""
    accent = colour.parse(show.theme.accent)
    return (
        f":root {{ color-scheme: light dark; {_variables(accent, _PAPER, WHITE)} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {_variables(accent, _NIGHT, _NIGHT_CARD)} }} }}\n"
    )


def _variables(accent: RGB, paper: RGB, card: RGB) -> str:
    tint = mix(card, accent, 0.1)
    readable = accent
    for ground in (paper, card, tint):
        readable = legible(readable, ground)
    values = {"paper": paper, "card": card, "tint": tint, "accent": readable, "on-accent": _on(readable)}
    values["faint"] = mix(card, readable, 0.36)
    return " ".join(f"--{name}: {code(value)};" for name, value in values.items())


def _on(ground: RGB) -> RGB:
    """The text colour that stands out most."""
    return max((WHITE, BLACK), key=lambda ink: contrast(ink, ground))
