"""Links in plain text: the address leaves the words and is kept beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from issuecast.models import Aside, Block, BulletList, Item, Link, NumberedList, Paragraph, Quote

_TAKEN_OUT = "\0"  # no issue holds a zero byte
# Brackets belong to an address only in pairs: ".../Salt_(sea)" ends with one, "(https://a.example)" does not.
_ADDRESS = (
    r"(?:https?://(?=[\w\[])|(?<![\w.@/])www\.(?=\w))"
    r"(?:[^\s<>\"“”()\[\]\0]|\([^\s<>()]*\)|\[[^\s<>\[\]]*\])+"
)
_LINK = re.compile(
    rf"!?\[(?P<text>[^\[\]]{{1,300}})\]\((?P<target>(?:https?://|mailto:)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)"
    rf"|(?P<bare>{_ADDRESS})"
    r"|\[(?P<reference>\d{1,3})\](?!\()",
    re.IGNORECASE,
)
_LEFTOVER = re.compile(r"\s?[(\[<]\s?\0\s?[)\]>]|(?:\s?[:→]|\s[-–—])?\s?\0")
_DEFINITION = re.compile(
    r"\s*\[(?P<reference>\d{1,3})\]:?\s+<?(?P<url>https?://[^\s<>]+)>?\s*", re.IGNORECASE
)
_ENDING = ".,;:!?'’»*_…"


def is_link(url: str) -> bool:
    """Whether a listener's app may be offered this address: http, https or mailto."""
    return re.match(r"(?:https?://|mailto:)[^\s]+\Z", url, re.IGNORECASE) is not None


def is_address(text: str) -> bool:
    """Whether the text is nothing but an address, be it without its scheme: "a.example/log"."""
    return re.fullmatch(rf"{_ADDRESS}|(?:[\w-]+\.)+[a-z]{{2,}}/\S*", text, re.IGNORECASE) is not None


def definition(line: str) -> tuple[str, str] | None:
    """Number and address of a line such as "[3] https://example.org", which a mail's plain part ends with."""
    match = _DEFINITION.fullmatch(line)
    return (match["reference"], match["url"]) if match else None


def split_links(text: str, references: Mapping[str, str] | None = None) -> tuple[str, tuple[Link, ...]]:
    """The text on one line and without addresses, and its links.

    Understood are `[text](address)`, addresses that stand alone, in brackets or behind a colon, and numbers
    in brackets that `references` knows. A link without words of its own goes by its domain.
    """
    text = " ".join(text.split())
    if not ("://" in text or "[" in text or "ww." in text.lower() or "mailto:" in text):
        return text, ()
    links: list[Link] = []

    def leave_words(match: re.Match[str]) -> str:
        if match["target"]:
            links.append(Link(match["text"], match["target"]))
            return match["text"]
        if match["reference"]:
            url = (references or {}).get(match["reference"], "")
            rest = "" if url else match[0]
        else:
            url, rest = _without_ending(match["bare"])
        if url:
            links.append(Link(domain(url), url))
        return f"{_TAKEN_OUT if url else ''}{rest}"

    words = _LINK.sub(leave_words, text)
    return " ".join(_LEFTOVER.sub("", words).split()) if links else words, tuple(links)


def domain(url: str) -> str:
    """The host of an address, as a person would say it."""
    try:
        return (urlsplit(url).hostname or url).removeprefix("www.")
    except ValueError:
        return url


def settled(blocks: Iterable[Block]) -> list[Block]:
    """The blocks with links that lost all their words moved to a neighbour that has some.

    The paragraph before takes them, else the next words; where there are none, they stay without.
    """
    done: list[Block] = []
    waiting: tuple[Link, ...] = ()
    line = 0
    for block in blocks:
        if isinstance(block, Paragraph) and not block.text:
            taken = _with_links(done[-1], last=block.links) if done and not waiting else None
            if taken:
                done[-1] = taken
            else:
                waiting, line = (*waiting, *block.links), line or block.line
            continue
        taken = _with_links(block, first=waiting) if waiting else None
        done.append(taken or block)
        waiting = () if taken else waiting
    return [*done, Paragraph("", waiting, line)] if waiting else done


def _with_links(block: Block, first: tuple[Link, ...] = (), last: tuple[Link, ...] = ()) -> Block | None:
    """The block with more links, those of a list at its first words; None for what holds no words."""
    match block:
        case Paragraph() | Quote() | Aside():
            return replace(block, links=(*first, *block.links, *last))
        case BulletList(items) | NumberedList(items) if first:
            opening = _with_links(items[0].blocks[0], first)
            return opening and replace(block, items=(Item((opening, *items[0].blocks[1:])), *items[1:]))
    return None


def _without_ending(address: str) -> tuple[str, str]:
    """An address, and the punctuation after it that belongs to its sentence."""
    url = address.rstrip(_ENDING)
    return url if "://" in url else f"https://{url}", address[len(url) :]
