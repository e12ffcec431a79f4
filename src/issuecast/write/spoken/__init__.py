"""Written text → spoken words, token by token: "$11B" → "eleven billion dollars".

The text is read in passes, each of which gives pairs: first what is only seen goes (markup.py), then the rules of
table.py are asked (scan.py). What comes out is read again until a reading changes nothing, so that spoken text read
once more stays as it is. German, French and Spanish have rules of their own (foreign.py); in every other language only
markup, emoji and links are dealt with, and the rest is left to the voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from issuecast.linked import Pair, Spoken
from issuecast.write.spoken import markup
from issuecast.write.spoken.joining import join
from issuecast.write.spoken.markup import Reader
from issuecast.write.spoken.rules import SILENT
from issuecast.write.spoken.scan import Names, Scan

__all__ = ["has_rules", "pairs", "spoken_text"]

# Two are usual, a second changes something only where the first left odd neighbours; the bound is for safety.
_MOST_READINGS = 8


def pairs(text: str, *, language: str = "en-US", lexicon: Names | None = None) -> Spoken:
    """The tokens of a text with what is said for each.

    Args:
        text: any text; a line of a script as a rule.
        language: a tag such as "en-US".
        lexicon: how names are said; without one by the rules only.

    Returns:
        Pairs whose `written` sides joined are the text, byte for byte, and whose `spoken` sides joined are what the
        voice gets: single spaces, none at the ends. A pair has the white space before its token on both sides, and
        the punctuation that clings to the token; `spoken` is "" for what is only seen, and "," for a dash.
    """
    readers = _readers(_tag(language), lexicon)
    body = text.rstrip()
    said, before = _read(body, readers), body
    for _ in range(_MOST_READINGS):
        if (spoken := spoken_of(said)) == before:  # read once more, it would be the same
            break
        again, before = _read(spoken, readers), spoken
        if spoken_of(again) == before:
            break
        said = join(said, again)
    return (*said, Pair(text[len(body) :], SILENT)) if len(body) < len(text) else tuple(said)


def spoken_text(text: str, *, language: str = "en-US", lexicon: Names | None = None) -> str:
    """What is said for a text: "Up 3.2%!" → "Up three point two percent!", with single spaces between words."""
    return spoken_of(pairs(text, language=language, lexicon=lexicon))


def spoken_of(said: Iterable[Pair]) -> str:
    """What the voice gets for pairs."""
    return "".join([pair.spoken for pair in said])


def has_rules(language: str) -> bool:
    """Whether numbers of a language are put into words here; if not, its voices read them in their own way."""
    from issuecast.write.spoken.languages import LANGUAGES

    return _tag(language).partition("-")[0] in {"en", *LANGUAGES}


def _tag(language: str) -> str:
    """ "pt_BR" → "pt-br"."""
    return language.lower().replace("_", "-")


@lru_cache(maxsize=8)
def _readers(tag: str, lexicon: Names | None) -> tuple[Reader, ...]:
    """What reads a language, one after the other; they remember from text to text what they have seen."""
    if tag.partition("-")[0] == "en":
        return (markup.read, markup.read_numerals, Scan(lexicon).read)
    from issuecast.write.spoken import foreign  # few shows need it

    return (markup.read, markup.read_links, *foreign.readers(tag, lexicon), markup.read_spaces)


def _read(text: str, readers: Sequence[Reader]) -> list[Pair]:
    """The text read by one reader after the other; the last gives tokens."""
    said = [Pair(text, text)] if text else []
    for reader in readers:
        said = join(said, reader(spoken_of(said)), tokens=reader is readers[-1])
    return said
