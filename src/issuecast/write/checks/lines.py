"""Checks of what is said, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from issuecast.write.checks.finding import Material, Said, Spot
from issuecast.write.sentences import sentences
from issuecast.write.spoken import has_rules

_LONGEST_SENTENCE = 40
"""Words; PROGRAMME: no more in a line without a break."""
_ALIKE = 3
_SHOWN = 40

_URL = re.compile(r"(?:https?|ftp)://[^\s<>\"”]+|\bwww\.[\w-]+\.\w[^\s<>\"”]*", re.IGNORECASE)
_MARKUP = re.compile(
    r"""`|\*\*|~~|\]\(                                          # Markdown
    |__\S[^_]{0,99}\s[^_]{0,99}__|^(?:\#{1,6}|>)\s
    |&(?:[a-z]{2,8}|\#\d{1,6}|\#x[0-9a-f]{1,6});                # HTML
    |</?(?:a|b|br|code|div|em|h[1-6]|i|img|li|ol|p|span|strong|sub|sup|td|tr|u|ul)\b[^<>]{0,200}>|<!--
    |\{\{|\}\}|\{%|%\}|\*\|\w                                   # a merge tag
    |\[(?:sting|(?:music|pause)\b[^\]]{0,40})\]                      # a cue that stands inside a line""",
    re.IGNORECASE | re.VERBOSE,
)
_EMOJI = re.compile("[\U0001f100-\U0001faff☀-❵➔-➿⬀-⯿]")
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TKTK|TK|XXX)\b|(?i:\blorem ipsum\b)|\[(?i:insert|add)\b[^\]]{0,80}\]"
)
_END = re.compile(r"[.!?…:][\"”’')\]]*$")


def urls(material: Material) -> Iterator[Spot]:
    """Addresses, which nobody can listen to."""
    for said, found in _found(_URL, material):
        yield Spot(f'"{_short(found)}" is an address; say where it leads', said.script_line, 0, found)


def markup(material: Material) -> Iterator[Spot]:
    """What is left of Markdown, HTML or a newsletter tool, and cues that are part of a line."""
    for said, found in _found(_MARKUP, material):
        yield Spot(f'"{_short(found)}" is markup; take it out', said.script_line, 0, found)


def emoji(material: Material) -> Iterator[Spot]:
    """Pictures, which are not said."""
    for said, found in _found(_EMOJI, material):
        yield Spot(f"{found} is not said; take it out", said.script_line, 0, found)


def placeholders(material: Material) -> Iterator[Spot]:
    """What somebody wanted to replace before it is read."""
    for said, found in _found(_PLACEHOLDER, material):
        yield Spot(f'"{_short(found)}" waits for its text', said.script_line, 0, found)


def digits(material: Material) -> Iterator[Spot]:
    """Digits that no rule has made words of."""
    for said in material.said if has_rules(material.language) else ():
        left = (word for word in said.spoken.split() if any(map(_is_digit, word)))
        if word := next(left, ""):
            yield Spot(f'"{_short(word)}" is left to the voice; write it in words', said.script_line, 0, word)


def language(material: Material) -> Iterator[Spot]:
    """A language whose numbers nobody has made rules for."""
    if not has_rules(material.language):
        yield Spot(
            f"numbers and dates of {material.language} have no rules, so voices read them in their own way"
        )


def unsayable(material: Material) -> Iterator[Spot]:
    """Lines without a letter to say."""
    for said in material.said:
        if not any(c.isalnum() for c in said.spoken):
            yield Spot(f'nobody can say "{_short(said.line.text)}"', said.script_line)


def long_sentences(material: Material) -> Iterator[Spot]:
    """Sentences that are too long to be said in a breath, even if they go on in the next line."""
    for number, text in _passages(material.said):
        for sentence in sentences(text):
            words = len(sentence.split())
            if words > _LONGEST_SENTENCE:
                yield Spot(f'a sentence of {words} words: "{_short(sentence)}"', number, 0, sentence[:_SHOWN])


def alike(material: Material) -> Iterator[Spot]:
    """Lines in a row that begin with the same word."""
    for (_, word), run in groupby(material.said, key=lambda said: (said.chapter, _first_word(said))):
        lines = list(run)
        if word and len(lines) >= _ALIKE:
            where = lines[_ALIKE - 1]
            yield Spot(f'{len(lines)} lines in a row begin with "{word}"', where.script_line)


def _found(pattern: re.Pattern[str], material: Material) -> Iterator[tuple[Said, str]]:
    """The first place of each line that the pattern matches."""
    for said in material.said:
        if found := pattern.search(said.line.text):
            yield said, found[0].strip()


def _passages(lines: tuple[Said, ...]) -> Iterator[tuple[int, str]]:
    """Lines that end inside a sentence together with the next of their role; with the number of the first."""
    passage: list[Said] = []
    for said in lines:
        if passage and not _goes_on(passage[-1], said):
            yield passage[0].script_line, " ".join(one.line.text for one in passage)
            passage = []
        passage.append(said)
    if passage:
        yield passage[0].script_line, " ".join(one.line.text for one in passage)


def _goes_on(said: Said, following: Said) -> bool:
    same = (said.chapter, said.line.role) == (following.chapter, following.line.role)
    return same and not _END.search(said.line.text[-_SHOWN:])


def _is_digit(sign: str) -> bool:
    """Whether a sign is a number and no letter of its script."""
    return sign.isnumeric() and not sign.isalpha()


def _first_word(said: Said) -> str:
    found = re.search(r"\w[\w'’-]*", said.line.text)
    return found[0].capitalize() if found else ""


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
