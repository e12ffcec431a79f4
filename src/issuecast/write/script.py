"""WRITE's one step: an issue to a script."""

from __future__ import annotations

import math
from dataclasses import dataclass
from hashlib import sha256

from issuecast import starter
from issuecast.models import FULL, Issue, LeftOut, Script
from issuecast.show import Show
from issuecast.write import pacing, running_order, script_format, templates
from issuecast.write.ear import Heard, for_the_ear
from issuecast.write.editions import shortened
from issuecast.write.length import WORDS_PER_MINUTE, estimated_ms

_FRAME_WORDS = 75
"""Of the hosts' own: day, show, sign-off, leads; a first guess, which is measured."""
_MUSIC_MS = 12_000
"""Of intro and outro, that is heard alone."""
_TRIES = 8
_NEAR = 0.85
"""Of the minutes wanted: the length of a voice is not told better in advance."""


@dataclass(frozen=True, slots=True)
class Written:
    """A script, and what of its issue is not in it."""

    script: Script
    left_out: tuple[LeftOut, ...]


def write(issue: Issue, show: Show, edition: str = FULL) -> Script:
    """The spoken script of an edition of an issue, worded by the show's templates.

    Every sentence of the issue that can be heard is in it, or as many as the edition has room for. Wordings
    are chosen by the issue's day: the same issue always gives the same script, the next day's another. Lines
    come in sensible lengths, stings at sensible distances.

    Raises:
        SettingsError: the show has no such edition.
        IssueError: there is nothing in the issue that can be spoken.
        ScriptError: a template is missing, has an error, or prints what is no script.
    """
    return written(issue, show, edition).script


def written(issue: Issue, show: Show, edition: str = FULL) -> Written:
    """The script of an issue as `write` gives it, and what the issue has and the script has not.

    Raises:
        SettingsError, IssueError, ScriptError: as for `write`.
    """
    heard, minutes = for_the_ear(issue, show), show.edition_named(edition).minutes
    if not minutes:
        return _printed(issue, heard, show, edition)
    fitting, few, many = None, 0.0, math.inf
    words = minutes * WORDS_PER_MINUTE - _FRAME_WORDS
    for _ in range(_TRIES):
        short = shortened(heard.issue, words, show.sections)
        tried = _printed(issue, Heard(short.issue, (*heard.left_out, *short.left_out)), show, edition)
        length = (estimated_ms(tried.script) + _MUSIC_MS) / 60_000
        if length > minutes:
            many = words
        elif length >= _NEAR * minutes or not short.left_out:
            return tried
        else:
            fitting, few = tried, words
        words = words * minutes / length if many == math.inf else (few + many) / 2
    return fitting or tried


def _printed(issue: Issue, heard: Heard, show: Show, edition: str) -> Written:
    programme = running_order.arrange(heard.issue, show.title, show.sections, show.sponsor.policy)
    lead, second = (*show.roles, *show.roles)[:2]
    printed = templates.render(
        starter.places(show.folder, "scripts_templates"),
        {
            "show": show,
            "edition": "" if edition == FULL else edition,
            "issue": programme,
            "lead": lead,
            "second": second,
            "other": {lead: second, second: lead},
            "duo": lead != second,
        },
        seed=issue.date.toordinal()
        if issue.date
        else int(sha256(programme.title.encode()).hexdigest()[:8], 16),
    )
    script = script_format.parse(printed, name="What the script templates print", roles=show.roles)
    return Written(pacing.paced(script), (*issue.left_out, *heard.left_out, *programme.left_out))
