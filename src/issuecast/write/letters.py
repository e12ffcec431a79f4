"""Letters and answers: of "Q: Why is it flat? —Petra, Leeds" and "A: It wants acid." each has its voice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from issuecast.write.labels import Part, PartKind
from issuecast.write.passages import Passage, Spoken

_LABELS: tuple[tuple[PartKind, re.Pattern[str]], ...] = (
    ("question", re.compile(r"Q(?:uestion)? ?\d{0,2}", re.IGNORECASE)),
    ("answer", re.compile(r"A(?:nswer)? ?\d{0,2}", re.IGNORECASE)),
)
_SIGNED = re.compile(r"(?<=[.?!…”\"])\s+(?:[—–]|--?)\s?(?P<who>[A-Z][^.?!—–]{1,50}?)\.?$")


def answered(blocks: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """The blocks with questions and answers known as such, if there are both; an answer may go on."""
    kinds = [_kind(block) for block in blocks]
    if not {"question", "answer"} <= {*kinds}:
        return tuple(blocks)
    told: list[Spoken] = []
    latest: PartKind | None = None
    for block, kind in zip(blocks, kinds, strict=True):
        latest = kind or latest
        match block:
            case Passage((first, *others)) if kind or (latest == "answer" and not first.label):
                known = _asked(first) if latest == "question" else replace(first, label="A", kind="answer")
                told.append(Passage((known, *others)))
            case _:
                told.append(block)
    return tuple(told)


def _kind(block: Spoken) -> PartKind | None:
    label = block.parts[0].label if isinstance(block, Passage) else ""
    return next((kind for kind, pattern in _LABELS if pattern.fullmatch(label)), None)


def _asked(part: Part) -> Part:
    """A question, labelled with who asks it, if that is told at its end."""
    signed = _SIGNED.search(part.text)
    return (
        Part(part.text[: signed.start()], signed["who"], "question")
        if signed
        else Part(part.text, "Q", "question")
    )
