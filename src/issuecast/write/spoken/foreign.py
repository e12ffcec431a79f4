"""German, French and Spanish: a walk along the text that asks their rules; and names of a lexicon in any language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from issuecast.linked import Pair
from issuecast.write.spoken import foreign_numerals
from issuecast.write.spoken.foreign_names import any_character
from issuecast.write.spoken.language import Language
from issuecast.write.spoken.languages import LANGUAGES, table
from issuecast.write.spoken.markup import Reader
from issuecast.write.spoken.pairing import Pairing
from issuecast.write.spoken.rules import LETTER, Reading, Rule, lazy
from issuecast.write.spoken.scan import Names

_NAME = lazy(r"[^\W_]++")
_SPACE = lazy(r"\s*+")
_WORD = lazy(rf"{LETTER}++(?:-{LETTER}++)*+")
_PLAIN = lazy(
    rf"(\s*+)((?:[\"'“„‘«(¿¡]{{0,3}}+)({LETTER}++(?:['’-]{LETTER}++)*+)(?<![Ss]tr)(?<!nr)[.,;:!?)\"”“’…]*+)(?=\s|\Z)"
)
_APOSTROPHE = lazy(r"['’]")


def readers(tag: str, lexicon: Names | None) -> Iterator[Reader]:
    """What reads the names of a lexicon, and what a language has rules for, by its tag in lower case: "de", "es-mx"."""
    if lexicon is not None:
        yield partial(_read_names, lexicon)
    code, _, region = tag.partition("-")
    if code in LANGUAGES:
        yield foreign_numerals.read
        yield _Foreign(LANGUAGES[code](region)).read


def _read_names(lexicon: Names, text: str) -> list[Pair]:
    pairs: list[Pair] = []
    done = 0
    for word in _NAME.finditer(text):
        named = lexicon.at(text, word.start()) if word.start() >= done else None
        if named:
            plain, written = text[done : word.start()], text[word.start() : named[0]]
            pairs += [*([Pair(plain, plain)] if plain else []), Pair(written, named[1])]
            done = named[0]
    return [*pairs, *([Pair(text[done:], text[done:])] if done < len(text) else [])]


class _Foreign:
    """A text read once by the rules of a language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._rules = table(language)
        self._words = frozenset().union(*[rule.words for rule in self._rules])
        self._by_first: dict[str, tuple[Rule, ...]] = {}

    def read(self, text: str) -> list[Pair]:
        """The text as pairs."""
        pairing, at = Pairing(), 0
        while at < len(text):
            spaced = not at or text[at].isspace()
            if spaced and (plain := _PLAIN.match(text, at)) and not self._asks(plain[3]):
                pairing.plain(plain[1], plain[2])
                at = plain.end()
                continue
            start = _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches
            if start == len(text):
                pairing.end(text[at:])
                break
            end, said = self._ask(text, start)
            pairing.add(text[at:start], text[start:end], said)
            at = end
        return pairing.pairs

    def _asks(self, word: str) -> bool:
        """Whether rules want to see a word: its last part after an apostrophe, up to a hyphen or whole."""
        last = _APOSTROPHE.split(word)[-1].lower()
        return last in self._words or last.partition("-")[0] in self._words

    def _ask(self, text: str, at: int) -> Reading:
        for rule in self._at(text[at]):
            reading = rule.read(text, at)
            if reading is not None and reading[0] > at:
                return reading
        word = _WORD.match(text, at)
        return (word.end(), word[0]) if word else any_character(self._language, text, at)

    def _at(self, first: str) -> tuple[Rule, ...]:
        kind = "9" if first.isdecimal() else "a" if first.isalpha() else first
        if kind not in self._by_first:
            self._by_first[kind] = tuple(rule for rule in self._rules if kind in rule.on)
        return self._by_first[kind]
