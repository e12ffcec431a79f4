"""The running order: what the programme says, from cold open to sign-off, before templates word it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from issuecast.errors import IssueError
from issuecast.models import Issue
from issuecast.write import cold_open, farewell, headings, sections
from issuecast.write.cold_open import ColdOpen
from issuecast.write.outline import Topic, outline
from issuecast.write.passages import Spoken
from issuecast.write.segments import Segment, segments


@dataclass(frozen=True, slots=True)
class Programme:
    """All that the templates speak of."""

    title: str
    date: date | None
    cold_open: ColdOpen
    segments: tuple[Segment, ...]
    sign_off: tuple[Spoken, ...]

    @property
    def contents(self) -> tuple[str, ...]:
        """The names of the first sections, for a listener who wants to know what is coming."""
        names = dict.fromkeys(segment.name for segment in self.segments if segment.name)
        return tuple(name for name in names if len(name.split()) <= headings.LONGEST_NAME)[:4]


def arrange(issue: Issue, show_title: str, kinds: Mapping[str, str]) -> Programme:
    """The programme of an issue.

    Args:
        issue: what was read.
        show_title: stands for the issue's title if it has none.
        kinds: the show's map of heading pattern to kind.

    Raises:
        IssueError: there is nothing in it that can be spoken.
    """
    title = headings.clean(issue.title)
    topics = _hoisted(outline(issue.sections), title, kinds)
    if not any(topic.words for topic in topics):
        named = f"The issue {title!r}" if title else "The issue"
        raise IssueError(
            f"{named} has no text that can be spoken", "give it a paragraph, a list or a quotation"
        )
    start, topics = cold_open.opened(topics, kinds)
    topics, leave = _without_farewell(topics, kinds)
    return Programme(title or show_title, issue.date, start, segments(topics, title, kinds), leave)


def _hoisted(topics: Sequence[Topic], title: str, kinds: Mapping[str, str]) -> tuple[Topic, ...]:
    """The first topic without a heading if that is the issue's title or greets: what is below it moves up."""
    match topics:
        case (Topic(heading, blocks, parts), *others) if (
            heading in {"", title} or sections.mapped([heading], kinds) == "greeting"
        ):
            return (*([Topic("", blocks)] if blocks else []), *parts, *others)
    return tuple(topics)


def _without_farewell(
    topics: Sequence[Topic], kinds: Mapping[str, str]
) -> tuple[tuple[Topic, ...], tuple[Spoken, ...]]:
    """The topics without the farewell at the end of the last, and the farewell."""
    if not topics:
        return (), ()
    *others, last = topics
    if last.parts:
        parts, leave = _without_farewell(last.parts, kinds)
        last = replace(last, parts=parts)
    elif farewell.is_farewell(last.heading) or sections.mapped([last.heading], kinds) == "sign_off":
        last, leave = replace(last, blocks=()), last.blocks
    else:
        kept, leave = farewell.split(last.blocks)
        last = replace(last, blocks=kept)
    return (*others, last) if last.blocks or last.parts else tuple(others), leave
