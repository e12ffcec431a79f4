"""Sounds: the International Phonetic Alphabet in the mnemonics that espeak-ng reads between `[[` and `]]`.

The mnemonics are those of espeak-ng's English phoneme tables (its docs/phonemes.md); each was tried. Sounds
that its English lacks are given by the nearest it has.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_MNEMONICS = {
    # consonants
    "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "g": "g", "ɡ": "g", "f": "f", "v": "v", "θ": "T",
    "ð": "D", "s": "s", "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h", "m": "m", "n": "n", "ŋ": "N", "l": "l",
    "ɫ": "l", "ɹ": "r", "r": "r", "ʁ": "r", "ʀ": "r", "j": "j", "w": "w", "ʍ": "w", "x": "x", "χ": "x",
    "ç": "C", "ʔ": "?", "ɾ": "*", "ɲ": "n^", "ʎ": "l^", "ɣ": "Q", "β": "B", "ɬ": "l#", "ɕ": "S",
    "ʑ": "Z", "ʂ": "S", "ʐ": "Z", "ɦ": "h", "ʋ": "v", "tʃ": "tS", "dʒ": "dZ", "tɕ": "tS", "dʑ": "dZ",
    "ts": "ts", "tʂ": "tS",
    # vowels
    "i": "i", "iː": "i:", "ɪ": "I", "e": "e", "eː": "e:", "ɛ": "E", "ɛː": "E:", "æ": "a", "a": "a",
    "aː": "A:", "ɑ": "A:", "ɑː": "A:", "ɒ": "0", "ɔ": "O", "ɔː": "O:", "o": "o", "oː": "o:", "ʊ": "U",
    "u": "u", "uː": "u:", "ʌ": "V", "ɐ": "a#", "ə": "@", "ɚ": "3", "ɝ": "3:", "ɜ": "3:", "ɜː": "3:",
    "ɨ": "I", "ʉ": "u:", "ɯ": "u:", "ɤ": "V", "œ": "3:", "œː": "3:", "ø": "3:", "øː": "3:", "y": "u:",
    "yː": "u:", "ʏ": "U", "ɘ": "@", "ɵ": "U", "eɪ": "eI", "aɪ": "aI", "ɔɪ": "OI", "aʊ": "aU",
    "oʊ": "oU", "əʊ": "oU", "ɪə": "i@", "eə": "e@", "ʊə": "U@", "ɑ̃": "A~", "ɔ̃": "O~", "ɛ̃": "E",
    "œ̃": "3:",
    # consonants that are a syllable of their own
    "l̩": "@L", "n̩": "@n", "m̩": "@m", "ɹ̩": "3",
    # stress, length, and what is only there for the eye
    "ˈ": "'", "ˌ": ",", "ː": ":", "ˑ": "", "'": "'", ".": "", "‿": "", "͡": "", "͜": "", " ": " ",
    "-": "", "ʰ": "", "\u032f": "", "\u032a": "", "\u0303": "",
}  # fmt: skip

_HISSING = frozenset(("s", "z", "ʃ", "ʒ", "tʃ", "dʒ", "ts", "ɕ", "ʑ", "ʂ", "ʐ", "tɕ", "dʑ", "tʂ"))
_VOICELESS = frozenset(("p", "t", "k", "f", "θ", "x", "χ"))


@cache
def _sound() -> re.Pattern[str]:
    longest_first = sorted(_MNEMONICS, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)) + "|.", re.DOTALL)


def _sounds(ipa: str) -> list[str]:
    # Tied letters are one sound with or without the tie; nasal vowels are a letter and a mark.
    plain = unicodedata.normalize("NFD", ipa.strip("/[] ")).replace("͡", "").replace("͜", "")
    return _sound().findall(plain.replace("ç", "ç"))


def unknown(ipa: str) -> tuple[str, ...]:
    """The symbols that have no mnemonic, in order."""
    return tuple(dict.fromkeys(sound for sound in _sounds(ipa) if sound not in _MNEMONICS))


def espeak(ipa: str) -> str:
    """The sounds in espeak-ng's mnemonics: "ˈʃaʊmi" → "'SaUmi".

    Raises:
        KeyError: for a symbol of `unknown`.
    """
    return "".join([_MNEMONICS[sound] for sound in _sounds(ipa)])


def with_s(ipa: str) -> str:
    """The plural or the possessive: "bʌs" → "bʌsɪz", "kæt" → "kæts", "dɔɡ" → "dɔɡz"."""
    last = _sounds(ipa)[-1]
    if last in _HISSING:
        return f"{ipa}ɪz"
    return f"{ipa}{'s' if last in _VOICELESS else 'z'}"
