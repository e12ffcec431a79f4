"""Emoji by name, as GitHub and chat tools write them: ":rocket:"."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_NAME = re.compile(r"(?<![\w:]):(?P<name>[+-]1|[a-z][a-z0-9_+-]{1,40}):(?![\w:])")
_OTHERS = {
    "x": "❌", "+1": "👍", "-1": "👎", "joy": "😂",
    "zap": "⚡", "mag": "🔍", "100": "💯", "bug": "🐛",
    "key": "🔑", "tada": "🎉", "grin": "😁", "wink": "😉",
    "eyes": "👀", "wave": "👋", "star": "⭐", "bulb": "💡",
    "memo": "📝", "pray": "🙏", "boom": "💥", "mega": "📣",
    "book": "📖", "clap": "👏", "lock": "🔒", "bell": "🔔",
    "ship": "🚢", "smile": "😄", "books": "📚", "email": "📧",
    "gear": "⚙️", "smiley": "😃", "heart": "❤️", "pencil": "📝",
    "sunny": "☀️", "coffee": "☕", "thumbsup": "👍", "warning": "⚠️",
    "calendar": "📆", "question": "❓", "thinking": "🤔", "moneybag": "💰",
    "thumbsdown": "👎", "point_down": "👇", "point_right": "👉", "loudspeaker": "📢",
    "exclamation": "❗", "arrow_right": "➡️", "raised_hands": "🙌", "white_check_mark": "✅",
    "heavy_check_mark": "✔️", "chart_with_upwards_trend": "📈", "chart_with_downwards_trend": "📉",
}  # fmt: skip


def with_emoji(text: str) -> str:
    """The text with signs in the place of names that are known; other words between colons stay."""
    return _NAME.sub(lambda match: _sign(match["name"]) or match[0], text) if ":" in text else text


@cache
def _sign(name: str) -> str:
    if name in _OTHERS:
        return _OTHERS[name]
    try:
        sign = unicodedata.lookup(name.replace("_", " ").upper())
    except KeyError:
        return ""
    return sign if unicodedata.category(sign) == "So" else ""
