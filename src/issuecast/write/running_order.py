"""The running order: what the programme says, from cold open to sign-off, before templates word it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from issuecast.errors import IssueError
from issuecast.models import Issue, LeftOut
from issuecast.write import cold_open, farewell, headings, kinds, paid, sections, sponsors, wording
from issuecast.write.cold_open import ColdOpen
from issuecast.write.gathered import gathered
from issuecast.write.outline import Topic, outline
from issuecast.write.pacing import spoken_words
from issuecast.write.passages import Spoken
from issuecast.write.segments import Segment, segments

_MOST_CONTENTS = 4
_LEAD_WORDS = 4
"""Around the contents: "in this issue", "and"."""
_FILE_NAMES = frozenset("draft export index issue newsletter post readme untitled".split())  # noqa: SIM905
_DATED = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|\d{4}-\d\d|\d/\d|\d\.\d+\.\d"
    r"|\b20\d\d\b|\d(?:st|nd|rd|th)?(?: of)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)",
    re.IGNORECASE,
)
_CODED = re.compile(r"\b(?=\w*\d)(?=\w*[a-z])\w{6,}\b")
"""A word such as "1c4ab2bb": the name of a file, not of an issue."""


@dataclass(frozen=True, slots=True)
class Programme:
    """All that the templates speak of; `left_out` is what the sponsor policy has dropped, and words that say
    no more than the host does, such as "Advertisement".

    `theme` is what the issue is about as far as its title tells, "" if that tells nothing new.
    """

    title: str
    theme: str
    date: date | None
    cold_open: ColdOpen
    segments: tuple[Segment, ...]
    sign_off: tuple[Spoken, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def contents(self) -> tuple[str, ...]:
        """The names of the first sections, for a listener who wants to know what is coming."""
        own = (segment for segment in self.segments if segment.kind not in {"sponsor", "headlines"})
        names = dict.fromkeys(segment.name for segment in own if _is_content(segment))
        found: list[str] = []
        for name in names:
            if _LEAD_WORDS + spoken_words(" ".join([*found, name])) > self.cold_open.room:
                break
            found.append(name)
        return tuple(found[:_MOST_CONTENTS])


def _is_content(segment: Segment) -> bool:
    """Whether a listener can be promised the segment by its name."""
    return bool(segment.name) and not segment.headline and not segment.adverbial


def arrange(
    issue: Issue, show_title: str, chosen: Mapping[str, str], policy: sponsors.Policy = "keep"
) -> Programme:
    """The programme of an issue.

    Args:
        issue: what was read.
        show_title: stands for the issue's title if it has none.
        chosen: the show's map of heading pattern to kind.
        policy: where sponsors are heard.

    Raises:
        IssueError: there is nothing in it that can be spoken.
    """
    title = headings.clean(issue.title)
    found = paid.marked(issue.sections, chosen)
    left = paid.dropped(found, chosen) if policy == "drop" else found
    topics = _hoisted(gathered(outline(left.sections)), title, chosen)
    topics = sponsors.placed(tuple(sponsors.apart(topics, chosen)), policy)
    if not any(topic.words for topic in topics):
        named = f"The issue {title!r}" if title else "The issue"
        raise IssueError(
            f"{named} has no text that can be spoken", "give it a paragraph, a list or a quotation"
        )
    theme = _theme_in(title) if issue.is_titled else ""
    start, topics = cold_open.opened(
        topics, chosen, (show_title, theme), f"today is {wording.day(issue.date)}" if issue.date else ""
    )
    topics, leave = _with_farewell_apart(topics, chosen)
    return Programme(
        title=title or show_title,
        theme=_new_theme(start.theme or theme, f"{show_title} {start.greeting}"),
        date=issue.date,
        cold_open=start,
        segments=segments(topics, title, chosen, headlines=start.left),
        sign_off=farewell.signed(leave),
        left_out=left.left_out,
    )


def _theme_in(title: str) -> str:
    """What a title tells beside the issue's number; "" if it only tells the day, or is the name of a file."""
    if _DATED.search(title) or _CODED.search(title.lower()) or title.lower() in _FILE_NAMES:
        return ""
    parts = re.split(r":\s|\s[–—|-]\s", title)
    unnumbered = [
        part for part in parts if not re.search(r"(?:#|\b(?:no\.?|issue) ?#?)\d+$", part, re.IGNORECASE)
    ]
    return title if len(unnumbered) in {0, len(parts)} else ": ".join(unnumbered)


def _new_theme(theme: str, told: str) -> str:
    """The theme, unless what is told before has its words; a number alone is nothing new."""
    words = set(re.findall(r"[^\W\d_]+", theme.lower()))
    return "" if words <= set(re.findall(r"[^\W\d_]+", told.lower())) else theme


def _hoisted(topics: Sequence[Topic], title: str, chosen: Mapping[str, str]) -> tuple[Topic, ...]:
    """The first topic without a heading if that is the issue's title or greets: what is below it moves up."""
    match topics:
        case (Topic(heading, blocks, parts) as first, *others) if (
            heading in {"", title}
            or kinds.is_greeting(heading)
            or sections.mapped([heading], chosen) == "greeting"
        ):
            kept = heading if heading != title else ""
            own = [replace(first, heading=kept, parts=())] if blocks else []
            return (*own, *parts, *others)
    return tuple(topics)


def _with_farewell_apart(
    topics: Sequence[Topic], chosen: Mapping[str, str]
) -> tuple[tuple[Topic, ...], tuple[Spoken, ...]]:
    """The topics without the farewell at the end of the last that nobody paid for, and the farewell."""
    own = [place for place, topic in enumerate(topics) if topic.sponsor is None]
    if not own:
        return tuple(topics), ()
    kept, leave = _without_farewell(topics[own[-1] : own[-1] + 1], chosen)
    return (*topics[: own[-1]], *kept, *topics[own[-1] + 1 :]), leave


def _without_farewell(
    topics: Sequence[Topic], chosen: Mapping[str, str]
) -> tuple[tuple[Topic, ...], tuple[Spoken, ...]]:
    """The topics without the farewell at the end of the last, and the farewell."""
    if not topics:
        return (), ()
    *others, last = topics
    if last.parts:
        parts, leave = _without_farewell(last.parts, chosen)
        last = replace(last, parts=parts)
    elif farewell.is_farewell(last.heading) or sections.mapped([last.heading], chosen) == "sign_off":
        last, leave = replace(last, blocks=()), last.blocks
    else:
        kept, leave = farewell.split(last.blocks)
        last = replace(last, blocks=kept)
    return (*others, last) if last.blocks or last.parts else tuple(others), leave
