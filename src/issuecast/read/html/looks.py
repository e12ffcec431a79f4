"""How an element looks: its size and weight, whether it is a box, and whether it is seen at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from issuecast.read.html.tree import Start


class Look(NamedTuple):
    """How words look. `strong`: bold, or set in capitals; `size` is in CSS pixels."""

    strong: bool = False
    size: float = 16


_STRONG = frozenset({"b", "strong", "th", "summary", "dt"})
STRUCK = frozenset({"del", "s", "strike"})
_TELLING = _STRONG | {"font"}
_FONT_SIZES = {"1": 10.0, "2": 13.0, "3": 16.0, "4": 18.0, "5": 24.0, "6": 32.0, "7": 48.0}
_UNITS = {"px": 1.0, "pt": 4 / 3, "rem": 16.0}  # others are of the size around
_SIZE = re.compile(r"(\d{1,4}(?:\.\d{1,4})?|\.\d{1,4})\s{0,2}(px|pt|rem|em|%)|(?<![\d.])0(?:\s|;|\Z)")
_BOLD = re.compile(r"\b(?:bold(?:er)?|[6-9]00)\b")
_ZERO = re.compile(r"0*\.?0+(?:px|pt|em|rem|%)?")
_FAR = re.compile(r"-\d{3,}(?:\.\d+)?(?:px|pt|em|rem)")
_CUT = re.compile(r"rect\((?:[01](?:px)?[ ,]*){4}\)|inset\((?:50|100)%")
_LONGEST_STYLE = 4000
_SMALLEST_SEEN = 2


def look_of(start: Start, around: Look) -> Look:
    """How the words in an element look, which is as those around it unless its tag or style says else."""
    style = start.attributes.get("style")
    if not style and start.tag not in _TELLING:
        return around
    strong, size = around.strong or start.tag in _STRONG, around.size
    if start.tag == "font":
        size = _FONT_SIZES.get(start.attributes.get("size", ""), size)
    css = _css(style or "")
    if weight := css.get("font-weight"):
        strong = _BOLD.search(weight) is not None
    elif "font" in css:
        strong = strong or _BOLD.search(css["font"]) is not None
    strong = strong or css.get("text-transform") == "uppercase"
    match = _SIZE.search(css.get("font-size") or css.get("font", ""))
    if match:
        number = float(match[1] or 0)
        factor = _UNITS.get(match[2] or "px")
        size = number * factor if factor else size * (number / 100 if match[2] == "%" else number)
    return Look(strong, size)


def is_seen(look: Look) -> bool:
    """Whether words of this look can be read: a preheader's size is 0 or 1."""
    return look.size >= _SMALLEST_SEEN


def is_hidden(start: Start) -> bool:
    """Whether an element is not shown. What only Outlook does not show (`mso-hide`) is hidden if it is no
    link: buttons are made so.
    """
    if "hidden" in start.attributes:
        return True
    style = start.attributes.get("style")
    if not style:
        return False
    css = _css(style)
    return (
        css.get("display") == "none"
        or css.get("visibility") in {"hidden", "collapse"}
        or _is_zero(css.get("opacity"))
        or _is_zero(css.get("max-height"))
        or (_is_zero(css.get("height")) and css.get("overflow") == "hidden")
        or (css.get("mso-hide") == "all" and start.tag != "a")
        or _is_off_screen(css)
    )


def is_struck(start: Start) -> bool:
    """Whether words are struck out: they were said once, and hold no longer."""
    if start.tag in STRUCK:
        return True
    style = start.attributes.get("style")
    return bool(style) and any(
        "line-through" in _css(style).get(name, "") for name in ("text-decoration", "text-decoration-line")
    )


def displays_block(start: Start) -> bool:
    """Whether an element stands in lines of its own by its style."""
    style = start.attributes.get("style")
    return bool(style) and _css(style).get("display") in {"block", "table", "flex", "grid", "list-item"}


def is_box(start: Start) -> bool:
    """Whether an element is a box of its own: bordered all around, or with round corners and a background."""
    style = start.attributes.get("style")
    if not style:
        return False
    css = _css(style)
    border = css.get("border", css.get("border-width", "0"))
    is_filled = "background-color" in css or "background" in css
    is_round = not _is_zero(css.get("border-radius", "").partition(" ")[0] or "0")
    return ("padding" in css or is_filled) and (is_round or not border.startswith(("0", "none")))


def _is_off_screen(css: Mapping[str, str]) -> bool:
    """Whether an element is put where no screen is, or cut down to a pixel."""
    if css.get("position") in {"absolute", "fixed"}:
        sides = (css.get(side, "") for side in ("left", "top", "right", "bottom"))
        if any(map(_FAR.match, sides)) or _CUT.match(css.get("clip", "") or css.get("clip-path", "")):
            return True
    return _FAR.match(css.get("text-indent", "")) is not None


def _is_zero(value: str | None) -> bool:
    return value is not None and _ZERO.fullmatch(value) is not None


@lru_cache(maxsize=512)
def _css(style: str) -> Mapping[str, str]:
    """The declarations of a `style` attribute, names and values in lower case and without "!important"."""
    pairs = (one.partition(":") for one in style[:_LONGEST_STYLE].lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if name.strip()}
