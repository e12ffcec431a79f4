"""Voices, for a person: whom the show casts, what engines offer, and what cannot run here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from issuecast.show import Show
    from issuecast.speak.roster import Offered, Roster

_FEW = 3
"""So many language tags are named; of more, the languages are counted."""


def overview(show: Show, found: Sequence[Roster]) -> Iterator[str]:
    """The show's casts, its own first, and what each engine offers.

    Args:
        show: names the casts.
        found: every engine that is installed or cast, for all languages.
    """
    from issuecast.speak.roster import troubles

    told = set[str]()
    cast_voices = [(role, str(voice)) for cast in show.casts.values() for role, voice in cast.items()]
    role_wide, voice_wide = (max(map(len, column)) for column in zip(*cast_voices, strict=True))
    for cast in dict.fromkeys((show.cast, *show.understudies, *show.casts)):
        voices = show.cast_named(cast).voices
        problems = troubles(voices, found)
        yield click.style(cast, bold=True) + _standing(cast, show)
        for role, voice in voices.items():
            able = "cannot speak here" if role in problems else "can speak here"
            yield f"  {role:<{role_wide}}  {voice!s:<{voice_wide}}  {able}"
        sentences = dict.fromkeys(map(str, problems.values()))
        for sentence in sentences:
            yield from _wrapped(sentence, "  ")
        told.update(sentences)
    yield ""
    yield from _engines(found, told)
    yield "\nTo list voices: issuecast voices --engine espeak --language de"


def listing(
    found: Sequence[Roster], parts: Mapping[str, list[str]], heard: Mapping[str, Path]
) -> Iterator[str]:
    """Every voice by engine, in columns; those that play a role or are heard come first, a line each.

    Args:
        found: the engines that were asked for.
        parts: what voices play, by `engine:name`.
        heard: their samples.
    """
    for roster in found:
        yield from _wrapped(_offer(roster), "", roster.engine)
        names = [f"{roster.engine}:{voice.name}" for voice in listed(roster, parts)]
        rows = {name: ", ".join(parts.get(name, ())) for name in names if name in parts or name in heard}
        width, part = (max(map(len, column), default=0) for column in (rows, rows.values()))
        for name, roles in rows.items():
            yield f"  {name:<{width}}  {roles:<{part}}  {heard.get(name, '')}".rstrip()
        yield from _columns([name for name in names if name not in rows])
        if variants := _variants(roster):
            yield f"  Variants, as in {names[0]}+{variants[0]}:"
            yield from _columns(variants)


def listed(roster: Roster, parts: Mapping[str, list[str]]) -> tuple[Offered, ...]:
    """The voices with a place of their own: of a voice's variants (`en-us+anika`) those that play a role."""
    names = {voice.name for voice in roster.voices}
    return tuple(
        voice
        for voice in roster.voices
        if not _variant(voice, names) or f"{roster.engine}:{voice.name}" in parts
    )


def _variants(roster: Roster) -> tuple[str, ...]:
    names = {voice.name for voice in roster.voices}
    return tuple(dict.fromkeys(filter(None, (_variant(voice, names) for voice in roster.voices))))


def _variant(voice: Offered, names: set[str]) -> str:
    """`anika` for `en-us+anika` if there is a voice `en-us`, else ""."""
    plain, _, variant = voice.name.partition("+")
    return variant if plain in names else ""


def _standing(cast: str, show: Show) -> str:
    if cast == show.cast:
        return ", the show's cast"
    return ", an understudy" if cast in show.understudies else ""


def _engines(found: Sequence[Roster], told: set[str]) -> Iterator[str]:
    width = max(len(roster.engine) for roster in found)
    for roster in found:
        offer = "cannot run here, as told above" if str(roster.error) in told else _offer(roster)
        yield from _wrapped(offer, " " * (width + 2), f"{roster.engine:<{width}}")


def _offer(roster: Roster) -> str:
    """How many voices, for which languages."""
    if roster.error:
        return f"cannot run here. {roster.error}"
    if roster.takes_any:
        return "takes any name"
    plain, variants = listed(roster, {}), _variants(roster)
    if not plain:
        return "has no voice for that language"
    tags = tuple(dict.fromkeys(voice.language for voice in plain if voice.language))
    languages = tags if len(tags) <= _FEW else tuple(dict.fromkeys(tag.partition("-")[0] for tag in tags))
    named = ", ".join(languages) if len(languages) <= _FEW else f"{len(languages)} languages"
    count = f"{len(plain)} voice{'s' * (len(plain) != 1)}" + f" for {named}" * bool(languages)
    return count + f", each also in {len(variants)} variants" * bool(variants)


def _wrapped(text: str, indent: str, name: str = "") -> Iterator[str]:
    """Lines that fit the terminal; a bold name stands before the first, those that follow are indented."""
    before = f"{name}  " if name else indent
    first, *rest = wrap(
        text,
        get_terminal_size().columns,
        initial_indent=before,
        subsequent_indent=indent or "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield click.style(name, bold=True) + first[len(name) :] if name else first
    yield from rest


def _columns(cells: Sequence[str]) -> Iterator[str]:
    """As few rows as the terminal has room for, read downwards."""
    room = get_terminal_size().columns
    for down in range(1, len(cells) + 1):
        columns = [cells[start : start + down] for start in range(0, len(cells), down)]
        widths = [2 + max(map(len, column)) for column in columns]
        if sum(widths) <= room or down == len(cells):
            for row in zip_longest(*columns, fillvalue=""):
                told = (f"  {cell:<{width - 2}}" for cell, width in zip(row, widths, strict=True))
                yield "".join(told).rstrip()
            return
