"""Quotations: whose words they are often stands in the line after them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from issuecast.models import Block, Paragraph, Quote

_MARKS = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’"}
_BY = re.compile(r"\s*[—–―~-]{1,3}\s*(?P<speaker>[^\W\d_][^\n]{1,100}|@\w[^\n]{1,100})")
_BY_AT_END = re.compile(r"(?P<words>.*\S)\s+(?:[—–―]|--)\s*(?P<speaker>[^\W\d_][^.!?—–―\n]{1,80})", re.DOTALL)
_MOST_WORDS = 14
"""A longer line that begins with a dash is a remark, not somebody's name and office."""


def speaker_of(line: str) -> str:
    """The name in a line such as "— Ines Okafor, Harborlight Energy", or ""."""
    match = _BY.fullmatch(line) if len(line) < 120 else None  # noqa: PLR2004  longer than any that matches
    speaker = match["speaker"].strip() if match else ""
    return speaker if len(speaker.split()) <= _MOST_WORDS and not speaker.endswith((".", "!", "?")) else ""


def is_quotation(text: str) -> bool:
    """Whether one pair of quotation marks encloses the whole text."""
    return bool(_unmarked(text.strip()))


def attributed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each quotation and the line that names its speaker made one `Quote`."""
    done: list[Block] = []
    for block in blocks:
        speaker = speaker_of(block.text) if isinstance(block, Paragraph) else ""
        quote = _as_quote(done[-1]) if done and speaker else None
        if quote and isinstance(block, Paragraph):
            done[-1] = replace(quote, speaker=speaker, links=(*quote.links, *block.links))
        else:
            done.append(_with_its_speaker(block) if isinstance(block, Paragraph) else block)
    return tuple(done)


def quote_of(lines: Sequence[str]) -> tuple[str, str]:
    """Words and speaker ("" if not told) of a block quotation, given line by line."""
    speaker = speaker_of(lines[-1]) if len(lines) > 1 else ""
    text = " ".join(lines[:-1] if speaker else lines)
    if not speaker and (match := _BY_AT_END.fullmatch(text)):
        text, speaker = match["words"], match["speaker"].strip()
    return _unmarked(text) or text, speaker


def _as_quote(block: Block) -> Quote | None:
    """The quotation that this block is, if it is one that names no speaker yet."""
    if isinstance(block, Quote):
        return None if block.speaker else block
    if isinstance(block, Paragraph) and (words := _unmarked(block.text)):
        return Quote(words, "", block.links, block.line)
    return None


def _with_its_speaker(block: Paragraph) -> Paragraph | Quote:
    """A paragraph that is a quotation and its speaker in one, as `Quote`."""
    for closing in _MARKS.get(block.text[:1], ""):
        inside, mark, after = block.text.rpartition(closing)
        speaker = speaker_of(after)
        words = _unmarked(inside + mark) if speaker else ""
        if words:
            return Quote(words, speaker, block.links, block.line)
    return block


def _unmarked(text: str) -> str:
    """The text inside its quotation marks, if they enclose all of it; else ""."""
    closing = _MARKS.get(text[:1], "")
    if not closing or len(text) < 2 or text[-1] not in closing:  # noqa: PLR2004  two marks
        return ""
    inner = text[1:-1].strip()
    return "" if any(mark in inner for mark in closing) else inner
