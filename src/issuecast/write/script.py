"""WRITE's one step: an issue to a script."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from issuecast import starter
from issuecast.models import FULL, Issue, LeftOut, Script
from issuecast.show import Show
from issuecast.write import pacing, running_order, script_format, templates
from issuecast.write.ear import for_the_ear
from issuecast.write.editions import shortened


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
    heard = for_the_ear(issue, show)
    short = shortened(heard.issue, show.edition_named(edition).minutes, show.sections)
    programme = running_order.arrange(short.issue, show.title, show.sections, show.sponsor.policy)
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
    return Written(
        pacing.paced(script), (*issue.left_out, *heard.left_out, *short.left_out, *programme.left_out)
    )
