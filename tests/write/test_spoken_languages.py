"""German, French and Spanish: numbers, money, dates, times, percent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.write.spoken import has_rules, pairs, spoken_text

GERMAN = [
    (
        "Der Preis steigt um 3,5 % auf 4,50 €.",
        "Der Preis steigt um drei Komma fünf Prozent auf vier Euro fünfzig.",
    ),
    ("am 3. März 2026 um 14:30 Uhr", "am dritten März zweitausendsechsundzwanzig um vierzehn Uhr dreißig"),
    ("5 Mio. € und 1 Mio. Dollar", "fünf Millionen Euro und eine Million Dollar"),
    (
        "20–25 % von 1.250.000",
        "zwanzig bis fünfundzwanzig Prozent von eine Million zweihundertfünfzigtausend",
    ),
    ("2026-04-03", "dritter April zweitausendsechsundzwanzig"),
    ("seit 1987 bei -4 °C", "seit neunzehnhundertsiebenundachtzig bei minus vier Grad Celsius"),
    ("Hafen & Co, ~40 % mehr", "Hafen und Co, etwa vierzig Prozent mehr"),
    ("Der X7-b bleibt.", "Der X7-b bleibt."),
]
FRENCH = [
    (
        "Le prix monte de 3,5 % à 4,50 €.",
        "Le prix monte de trois virgule cinq pour cent à quatre euros cinquante.",
    ),
    ("le 1er mars 2026 à 14h30", "le premier mars deux mille vingt-six à quatorze heures trente"),
    ("5 millions d'euros et 3 M€", "cinq millions d'euros et trois millions d'euros"),
    ("le 03/04/2026", "le trois avril deux mille vingt-six"),
    ("1 250 000 ports", "un million deux cent cinquante mille ports"),
]
SPANISH = [
    ("sube un 3,5 % hasta 4,50 €", "sube un tres coma cinco por ciento hasta cuatro euros con cincuenta"),
    ("el 3 de marzo de 2026 a las 14:30", "el tres de marzo de dos mil veintiséis a las catorce treinta"),
    ("1 millón, 21 € y 3 M€", "un millón, veintiún euros y tres millones de euros"),
    ("20-25 % de 1.250.000", "veinte a veinticinco por ciento de un millón doscientos cincuenta mil"),
]


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        (language, *example)
        for language, examples in (("de-DE", GERMAN), ("fr", FRENCH), ("es_MX", SPANISH))
        for example in examples
    ],
)
def test_languages(language: str, written: str, spoken: str) -> None:
    """Numbers, money, dates, times and shares are in words as a speaker says them."""
    assert spoken_text(written, language=language) == spoken
    assert has_rules(language)


@given(
    st.text(alphabet=st.sampled_from("0123456789.,:/-–%€$ +&°CMäMioéuhab🚀*"), max_size=30),
    st.sampled_from(["de", "fr", "es", "it"]),
)
def test_pairs_cover_and_words_stay(text: str, language: str) -> None:
    """Any text is covered by its pairs, and what is said stays as it is."""
    assert "".join(pair.written for pair in pairs(text, language=language)) == text
    spoken = spoken_text(text, language=language)
    assert spoken_text(spoken, language=language) == spoken
