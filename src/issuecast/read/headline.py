"""The heading that is the title of an issue whose headings tell their levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from issuecast.models import Block, Image, LeftOut, Reason
from issuecast.read.outline import Flow, Heading
from issuecast.read.residue import is_residue


def split_headline(flow: Flow, told: str) -> tuple[str, Flow]:
    """The title that a level-one heading tells, "" if none does, and the flow without what is told twice.

    The first heading is the title if it is of level one. If it is the only such heading, or the only one with
    headings below it, those are not its parts: they stand beside it, or it is gone if the title says it.
    """
    flow = list(_without_hollow(flow))
    places = [i for i, one in enumerate(flow) if isinstance(one, Heading)]
    heads = [one for one in flow if isinstance(one, Heading)]
    if not heads or heads[0].level > 1:
        return "", flow
    first, title = places[0], heads[0]
    below = [here for here, next_ in pairwise(heads) if here.level == 1 < next_.level]
    if below != [title] and sum(head.level == 1 for head in heads) > 1:
        return title.text, flow
    if told.casefold() in {"", title.text.casefold()} and all(isinstance(one, Image) for one in flow[:first]):
        return title.text, [*flow[:first], *flow[first + 1 :]]
    beside = replace(title, level=heads[1].level if len(heads) > 1 else 1)
    return title.text, [*flow[:first], beside, *flow[first + 1 :]]


def headings_lost(before: Flow, after: Flow, title: str) -> Iterator[LeftOut]:
    """The headings that `split_headline` has taken out: the one that tells this title, and hollow ones."""
    kept = {one.line for one in after if isinstance(one, Heading)}
    for one in before:
        if isinstance(one, Heading) and one.line not in kept:
            yield LeftOut(one.text, Reason.NAMING if one.text == title else Reason.FURNITURE, one.line)


def _without_hollow(flow: Flow) -> Iterator[Heading | Block]:
    """The flow without headings such as "Keep reading" that have nothing below them."""
    for i, one in enumerate(flow):
        hollow = i + 1 == len(flow) or isinstance(flow[i + 1], Heading)
        if not (hollow and isinstance(one, Heading) and is_residue(one.text)):
            yield one
