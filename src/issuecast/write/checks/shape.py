"""Checks of the programme as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from issuecast.models import Block, Image, Section, Table, blocks_of
from issuecast.write.checks.finding import Material, Spot
from issuecast.write.length import about, estimated_ms
from issuecast.write.pacing import seconds

_SHORTEST_MS, _LONGEST_MS = 60_000, 60 * 60_000
_COLD_OPEN_S = 25
_ENOUGH_EPISODES = 5
_LONGEST = 60
"""Characters that are quoted of a sentence."""
_UNUSUAL = 2
"""Times as long, or as short, as the show's episodes are."""


def outdated(material: Material) -> Iterator[Spot]:
    """An edited script whose issue has changed since."""
    if material.changes:
        yield Spot(f"the issue changed after this script was edited: {material.changes}")


def lost(material: Material) -> Iterator[Spot]:
    """Sentences of the issue that are neither in the script nor left out for a reason."""
    for entry in material.account.lost:
        yield Spot(f'the script does not say "{_beginning(entry.text)}"', 0, entry.line)


def empty_sections(material: Material) -> Iterator[Spot]:
    """Sections of the issue with a heading and nothing below it."""
    for section in _all(material.issue.sections):
        if section.title and not section.parts and not any(map(_has_words, blocks_of([section]))):
            yield Spot(f'the section "{section.title}" has nothing to say', 0, section.line)


def empty_chapters(material: Material) -> Iterator[Spot]:
    """Chapters of the script in which nobody speaks."""
    for chapter, line in zip(material.script.script.chapters, material.script.titles, strict=True):
        if not chapter.lines:
            yield Spot(f'nobody speaks in the chapter "{chapter.title}"', line)


def same_titles(material: Material) -> Iterator[Spot]:
    """Chapters that a listener cannot tell apart in the list of chapters."""
    first: dict[str, int] = {}
    for chapter, line in zip(material.script.script.chapters, material.script.titles, strict=True):
        title = chapter.title.casefold()
        if title in first:
            yield Spot(f'"{chapter.title}" is also the chapter at line {first[title]}', line)
        first.setdefault(title, line)


def long_cold_open(material: Material) -> Iterator[Spot]:
    """A first chapter that keeps listeners waiting."""
    first, *others = material.script.script.chapters
    length = round(seconds(first.cues))
    if others and length > _COLD_OPEN_S:
        yield Spot(
            f"the cold open takes about {length} s, more than {_COLD_OPEN_S}", material.script.titles[0]
        )


def unusual_length(material: Material) -> Iterator[Spot]:
    """A script that is very short or very long, by itself or for this show."""
    length = estimated_ms(material.script.script)
    told = f"the script takes about {about(length)}"
    if not _SHORTEST_MS <= length <= _LONGEST_MS:
        yield Spot(f"{told}; is something missing, or should it be two episodes?")
    elif len(material.earlier) >= _ENOUGH_EPISODES:
        usual = median(material.earlier)
        if not usual / _UNUSUAL <= length <= usual * _UNUSUAL:
            yield Spot(f"{told}, and the show's episodes {about(round(usual))}")


def foreign_voices(material: Material) -> Iterator[Spot]:
    """A voice of the show's cast that is for another language than the show's."""
    for voice in material.foreign:
        yield Spot(f"{voice} is not a voice for {material.language}")


def _all(sections: Sequence[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all(section.parts)


def _has_words(block: Block) -> bool:
    match block:
        case Table():
            return True
        case Image(alt):
            return bool(alt)
        case _:
            return any(c.isalnum() for c in getattr(block, "text", ""))


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rpartition(' ')[0] or text[:_LONGEST]}…"
