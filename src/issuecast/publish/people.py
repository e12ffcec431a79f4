"""Who is heard and who wrote, as `podcast:person`: https://podcasting2.org/podcast-namespace/tags/person."""

from __future__ import annotations

from collections.abc import Iterator

from issuecast.models import Episode
from issuecast.publish.feed_extension import Element
from issuecast.publish.plain import one_line
from issuecast.publish.transcript_speakers import speaker
from issuecast.show import Person, Show

_SYNTHETIC = " (synthetic voice)"
_NAME = 128
"""Characters that the namespace allows."""


def of_show(show: Show) -> Iterator[Element]:
    """The show's roles, the first as its host, then the people that its settings name."""
    for place, role in enumerate(show.roles):
        yield _voice(show, role, "host" if place == 0 else "co-host")
    for name, person in show.feed.people.items():
        if name not in show.roles:
            yield _element(name, person, "host", "cast")


def of_episode(show: Show, episode: Episode) -> Iterator[Element]:
    """Those of the show, and the author whom the issue names; nobody if it names none."""
    if episode.author:
        yield from of_show(show)
        if episode.author not in show.feed.people:
            yield _element(episode.author, Person(), "author", "writing")


def _voice(show: Show, role: str, part: str) -> Element:
    name = speaker(show, role) + (_SYNTHETIC if show.feed.ai_content else "")
    return _element(name, show.feed.people.get(role, Person()), part, "cast")


def _element(name: str, person: Person, role: str, group: str) -> Element:
    attributes = {"role": person.role.lower() or role, "group": person.group.lower() or group}
    links = {"img": person.picture, "href": person.url}
    return Element(
        "podcast:person",
        one_line(name, _NAME),
        attributes | {key: address for key, address in links.items() if address},
    )
