"""Written text → spoken words: pairs, and what holds for any text."""

from __future__ import annotations

import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.linked import Pair
from issuecast.write.spoken import abbreviations, has_rules, pairs, spoken_text

NEWSLETTERS = Path(__file__).parents[3] / "shared" / "newsletters"
UNSPOKEN = re.compile(r"[\d$%#~<>@&/_^=|\\•*`\[\]{}+\U0001f000-\U0001faff☀-➿]")
SIGNS = st.text(
    alphabet=st.one_of(
        st.sampled_from("$€£%#~<>@&/_^=|\\•*`[]{}+-–—.,:;!?'\"()0123456789²½①٣ \n"),
        st.sampled_from("aeimnstxkMBHTDrVI📈é"),
        st.characters(),
    ),
    max_size=40,
)
TOKENS = (
    "the price rose $4.5M 3.2% +7% v2.1.3 H100 GPT-4o 24/7 Q4 FY25 ~40% <10ms 2026-01-12 Jan. 5, 1990s 1/3 "
    "http://a.io/b?c=1 a@b.co @you #tag C++ 5pm 10:30 – — & No. 5 Dr. St. 16:9 8x 2.5x 100k 7B GPUs AI/ML II "
    "etc. e.g. U.S. **a** `b` 📈 • > - [1] CA, TX 78701 m x = ^ 6' 27\" ° (x) :wave: &amp; <b> ](u) ## 1. "
    "Austin, Calif. D-Mass. (R-N.C.) N.Y., w/ w/5 H/t d/b/a ½ x² CO₂ Na⁺ 2ⁿ α-helix Δt == === &gt; &#39; e^x "
    "−b − ± ~/x/y 1️⃣ 🇺🇸 --all /s $/bbl €/$ $ ft. (feat. Sec. Int'l R'n'B Ph.D.s A.I.s v. Mr. and Wall 2nd "
    "ed. est. Mon/Wed 10.0.0.0/8 a_b.c foo() a[0] "
    "$-5 $(0.12) H~2~O <3 9a–5p 2 hr 15 min .312/.401 3′ µ T½ US$ ~x 1_000 1'000 €1,5 Mio. -based V8 p.m "
    "!= -> <= 5′10″ ¹⁴C ⁿᵈ ﬁ ㎏ √ ‘90s ’n’ -=-=- I"
)
TEXTS = st.one_of(SIGNS, st.lists(st.sampled_from(TOKENS.split()), max_size=10).map(" ".join))


def linked(text: str) -> list[tuple[str, str]]:
    return [(pair.written, pair.spoken) for pair in pairs(text)]


def test_pairs_link_what_is_written_to_what_is_said() -> None:
    """A caption can show "$11B" while "eleven billion dollars" is heard."""
    assert linked("Acme put $11B into it.") == [
        ("Acme", "Acme"),
        (" put", " put"),
        (" $11B", " eleven billion dollars"),
        (" into", " into"),
        (" it.", " it."),
    ]


def test_punctuation_clings_to_its_token() -> None:
    """Brackets, quotation marks and stops are in the pair of the word that they stand at."""
    assert linked('It was ("only") 5%, or so.') == [
        ("It", "It"),
        (" was", " was"),
        (' ("only")', ' ("only")'),
        (" 5%,", " five percent,"),
        (" or", " or"),
        (" so.", " so."),
    ]


def test_what_is_only_seen_is_a_pair_with_nothing_to_say() -> None:
    """Bullets, emoji and markup are silent pairs, so that a caption need not show them with a word."""
    assert linked("  • 📈 Up **twice** ") == [
        ("  • 📈", ""),
        (" Up", "Up"),
        (" **", ""),
        ("twice", " twice"),
        ("**", ""),
        (" ", ""),
    ]


def test_a_dash_is_a_short_pause_once() -> None:
    """A dash is said as a comma, unless punctuation or nothing stands beside it."""
    assert spoken_text("Wind – and rain — fell.") == "Wind, and rain, fell."
    assert spoken_text("— Wind. — Rain —") == "Wind. Rain"


def test_an_empty_text_has_no_pairs() -> None:
    """Nothing is said for nothing, and white space is silent."""
    assert pairs("") == ()
    assert pairs(" \n ") == (Pair(" \n ", ""),)


@given(TEXTS)
def test_pairs_cover_the_text(text: str) -> None:
    """Joined, the written sides are the text, and the spoken sides what the voice gets."""
    both = pairs(text)
    assert "".join(pair.written for pair in both) == text
    assert "".join(pair.spoken for pair in both) == spoken_text(text)


@given(TEXTS)
def test_nothing_unspoken_is_left(text: str) -> None:
    """No digit of any script, no sign that a voice stumbles over, no emoji; single spaces: for any text."""
    spoken = spoken_text(text)
    assert UNSPOKEN.findall(spoken) == []
    assert not any(sign.isdigit() or unicodedata.category(sign) in {"So", "Cn", "Cs"} for sign in spoken)
    assert spoken == " ".join(spoken.split())


@given(TEXTS)
def test_spoken_text_stays_as_it_is(text: str) -> None:
    """What is spoken already passes unchanged."""
    spoken = spoken_text(text)
    assert spoken_text(spoken) == spoken


@given(st.lists(st.text(alphabet="abcdefghijklmnop", min_size=5, max_size=9), min_size=1, max_size=12))
def test_plain_words_are_said_as_written(words: list[str]) -> None:
    """No word is changed or disappears that no rule knows."""
    known = {"march", "april"}
    text = " ".join(word for word in words if word not in known)
    assert spoken_text(text) == text


@pytest.mark.parametrize(
    "sign",
    [
        "7",
        "/",
        "📈",
        "a",
        "$",
        "-",
        "1,",
        "a.",
        "(",
        "x1",
        "#",
        "*",
        "<b",
        "@a",
        "_",
        "](",
        "a/",
        "1/",
        ":1",
        '"',
    ],
)
def test_long_runs_take_linear_time(sign: str) -> None:
    """Fifty thousand of anything are read in a moment; looking far back or ahead each time takes minutes."""
    start = time.process_time()
    pairs(sign * (50_000 // len(sign)))
    assert time.process_time() - start < 3


@pytest.mark.skipif(not NEWSLETTERS.is_dir(), reason="the real newsletters are not beside this checkout")
def test_real_newsletters_leave_nothing_unspoken() -> None:
    """Line by line, real issues have nothing left that a voice cannot say."""
    files = [file for file in NEWSLETTERS.iterdir() if file.name != "NOTICE.md"]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 400
    assert [line for line in lines if UNSPOKEN.search(spoken_text(line))] == []


@pytest.mark.parametrize("language", ["it-IT", "nl", "pt_BR"])
def test_other_languages_lose_only_what_is_seen(language: str) -> None:
    """Without rules of its own a language goes to the voice as it is, but for emoji, markup and addresses."""
    text = "🚀  Il **prezzo** sale del 3,5 % – https://www.example.org/a?b=1."
    assert spoken_text(text, language=language) == "Il prezzo sale del 3,5 % – example.org."
    assert "".join(pair.written for pair in pairs(text, language=language)) == text
    assert not has_rules(language)


@given(TEXTS)
def test_no_letters_disappear(text: str) -> None:
    """Of a text of words and numbers, every word is heard: as it is, spelled, or by a rule in other words."""
    words = [word for word in re.findall(r"(?<![^\s])[A-Za-z]{3,}(?![^\s])", text) if word.islower()]
    heard = spoken_text(text).replace(" ", "").lower()
    abbreviated = {"tag", "you", "url", "wave", "etc", "via", *abbreviations.WORDS}
    assert [word for word in words if word not in heard and word not in abbreviated] == []


@pytest.mark.parametrize(
    "unit",
    [
        "7",
        "/",
        "📈",
        "a.",
        "1/",
        "$1 ",
        "The boat came in at noon. ",
        "IBM ",
        "a b ",
        "(",
        "://",
        "7,",
        "# ",
        "&lt;",
        "x² ",
        " ",
        "\n",
        "¹ ",
    ],
)
def test_a_megabyte_takes_no_longer_than_its_length(unit: str) -> None:
    """Twice the text takes at most some three times as long: benchmarks/spoken.py has the seconds."""
    times = []
    for size in (100_000, 200_000):
        text, spent = unit * (size // len(unit.encode())), []
        for _ in range(2):  # the better of two: a shared machine stalls now and then
            start = time.process_time()
            pairs(text)
            spent.append(time.process_time() - start)
        times.append(min(spent))
    assert times[1] < 3 * times[0] + 0.1


def test_rows_without_spaces_are_spelled() -> None:
    """A dump is heard as its letters and digits, a long address as its host, Chinese as it is."""
    dump = "ab/c1+" * 40
    assert spoken_text(dump) == " ".join(["ab c one"] * 40)
    assert spoken_text(f"see https://example.org/{'x' * 900} now") == "see example dot org now"
    assert spoken_text("港口今天开放。" * 40) == "港口今天开放。" * 40
