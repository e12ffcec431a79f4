"""The rules. One more is a function in the file of its subject, and a feed in the tests that breaks it."""

from __future__ import annotations

from issuecast.feedcheck.rule import Rule
from issuecast.feedcheck.rules import (
    artwork,
    channel,
    chapters,
    document,
    enclosure,
    item,
    podcasting,
    records,
    serving,
    tags,
    transcripts,
)

_SUBJECTS = (
    document,
    channel,
    item,
    podcasting,
    records,
    enclosure,
    tags,
    artwork,
    chapters,
    transcripts,
    serving,
)

RULES: tuple[Rule, ...] = tuple(
    one for subject in _SUBJECTS for one in vars(subject).values() if isinstance(one, Rule)
)
