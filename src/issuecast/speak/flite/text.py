"""Words as flite can say them: it knows the letters of ASCII, and English."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("–—―…", ", "),  # heard as a pause
        **dict.fromkeys("‐‑−", "-"),
        **dict.fromkeys("<>[]{}|\\^~*_`", " "),  # flite takes them for words, and says some of them
    }
    | {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"}
    | {"ẞ": "SS", "Æ": "AE", "Œ": "OE", "Ø": "O", "Đ": "D", "Ð": "D", "Ł": "L", "Þ": "Th"}
)


def sayable(text: str) -> tuple[tuple[str, str], ...]:
    """Each word of the text with its form in ASCII.

    That may be several words ("moat—closed": "moat, closed"). A word in another script is named ("Cyrillic
    word", "alpha"); a dash that stands alone is a comma of the word before it; other signs are left out.
    """
    words: list[tuple[str, str]] = []
    for word in text.split():
        plain = _ascii(word)
        spoken = " ".join(piece for piece in plain.split() if any(map(str.isalnum, piece)))
        if spoken or any(map(str.isalnum, word)):
            words.append((word, spoken or _named(word)))
        elif words and plain.startswith(("-", ",")):
            before, form = words[-1]
            words[-1] = before, form if form.endswith(tuple(".,;:!?")) else form + ","
    return tuple(words)


def latin_share(words: Iterable[str]) -> float:
    """How many of the words' letters flite has a sound for, as a share; 1 if there are no letters."""
    letters = [letter for word in words for letter in word if letter.isalpha()]
    return sum(any(map(str.isalpha, _ascii(letter))) for letter in letters) / len(letters) if letters else 1.0


def _ascii(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.translate(_TYPOGRAPHY))
    return decomposed.encode("ascii", "ignore").decode().strip()


def _named(word: str) -> str:
    """What a word in another script is called, as its letters are in Unicode."""
    letters = [character for character in word if character.isalnum()]
    name = unicodedata.name(letters[0], "FOREIGN").split()
    if len(letters) == 1 and "LETTER" in name:
        return name[-1].lower()
    return "Chinese word" if name[0] == "CJK" else f"{name[0].title()} word"
