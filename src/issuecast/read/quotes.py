"""Quotations: whose words they are often stands in the line after them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from issuecast.models import Block, Paragraph, Quote

_MARKS = {'"': '"', "“": "”", "„": "“”", "«": "»", "»": "«"}
_BY = re.compile(r"\s*[—–―-]{1,3}\s*(?P<speaker>[^\W\d_][^\n]{1,100})\s*\Z")
_BY_AT_END = re.compile(r"(?P<words>.*\S)\s+[—–―]\s*(?P<speaker>[^\W\d_][^.!?—–―\n]{1,80})\Z", re.DOTALL)
_MOST_WORDS = 14
"""A longer line that begins with a dash is a remark, not somebody's name and office."""


def speaker_of(line: str) -> str:
    """The name in a line such as "— Ines Okafor, Harborlight Energy", or ""."""
    match = _BY.match(line)
    named = (
        match
        and len(match["speaker"].split()) <= _MOST_WORDS
        and not match["speaker"].endswith((".", "!", "?"))
    )
    return match["speaker"].strip() if match and named else ""


def attributed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks with each quotation and the line that names its speaker made one `Quote`."""
    done: list[Block] = []
    for block in blocks:
        speaker = speaker_of(block.text) if isinstance(block, Paragraph) else ""
        quote = as_quote(done[-1]) if done and speaker else None
        if quote:
            done[-1] = Quote(quote.text, speaker, quote.links, quote.line)
        else:
            done.append(block if not isinstance(block, Paragraph) else _with_its_speaker(block))
    return tuple(done)


def as_quote(block: Block) -> Quote | None:
    """The quotation that this block is, if it is one that names no speaker yet."""
    if isinstance(block, Quote):
        return None if block.speaker else block
    if isinstance(block, Paragraph) and (words := _unmarked(block.text)):
        return Quote(words, "", block.links, block.line)
    return None


def quote_of(lines: Sequence[str]) -> tuple[str, str]:
    """Words and speaker ("" if not told) of a block quotation, given line by line."""
    speaker = speaker_of(lines[-1]) if len(lines) > 1 else ""
    text = " ".join(lines[:-1] if speaker else lines)
    match = None if speaker else _BY_AT_END.match(text)
    if match:
        text, speaker = match["words"], match["speaker"].strip()
    return _unmarked(text) or text, speaker


def _with_its_speaker(block: Paragraph) -> Paragraph | Quote:
    """A paragraph that is a quotation and its speaker in one, as `Quote`."""
    match = _BY_AT_END.match(block.text)
    words = _unmarked(match["words"]) if match else ""
    return Quote(words, match["speaker"].strip(), block.links, block.line) if match and words else block


def _unmarked(text: str) -> str:
    """The text inside its quotation marks, if they enclose all of it; else ""."""
    closing = _MARKS.get(text[:1], "")
    inner = text[1:-1].strip()
    enclosed = closing and text[-1] in closing and len(text) > 1
    return inner if enclosed and not any(mark in inner for mark in closing) else ""
