from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import Chapter, Delivery, Line, Script, Voice, VoicedLine
from issuecast.show import Show
from issuecast.speak import perform
from issuecast.speak.espeak.engine import EspeakEngine
from issuecast.speak.piper.engine import PiperEngine
from issuecast.speak.sounds import LETTER_A, marked
from issuecast.speak.trim import trimmed

from .tiny_voice import make

A = f"[[{LETTER_A}]]"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A M Z N rose at nine A M.", f"{A} M Z N rose at nine {A} M."),
        ("Plan A, vitamin A and the U S A.", f"Plan {A}, vitamin {A} and the U S {A}."),
        ("A B testing.", f"{A} B testing."),
        ("A cat. A dog and An Ant Upon A Time.", "A cat. A dog and An Ant Upon A Time."),
        ("The A's and A-list stay.", "The A's and A-list stay."),
    ],
)
def test_a_letter_is_no_article(text: str, shown: str) -> None:
    """Where letters are spelled, or no article can stand, A has the letter's name; in English only."""
    assert marked(text, (), str, english=True).text == shown
    assert marked(text, (), str, english=False).text == text


def test_words_are_marked_whole_and_brackets_are_put_apart() -> None:
    """The longest name counts, nothing within a word does, and text cannot pass for a mark."""
    sounds = (("Moor", "mʊə"), ("Moor Quay", "mʊəkiː"))
    told = marked("Moor Quay by Moorgate, not [[Moor]].", sounds, str.upper, english=True)
    assert told.text == "[[MƱƏKIː]] by Moorgate, not [ [[[MƱƏ]]]]."


@given(
    st.text("Moor [A,"), st.lists(st.tuples(st.sampled_from(["Moor", "oor", "M"]), st.just("x")), max_size=2)
)
def test_places_lead_back(text: str, sounds: list[tuple[str, str]]) -> None:
    """A place outside a mark is the same character of the plain text; places keep their order."""
    told = marked(text, tuple(sounds), str, english=True)
    origins = [told.origin(place) for place in range(len(told.text) + 1)]
    assert all(before <= after for before, after in pairwise(origins))
    assert origins[0] == 0
    assert origins[-1] == len(text)
    if not sounds and "[[" not in text and told.text == text:
        assert origins == list(range(len(text) + 1))


def test_espeak_says_a_word_by_its_sounds() -> None:
    """A name that it cannot know sounds like the word with these sounds, and keeps its name and time."""
    engine = EspeakEngine()
    known = engine.speak("The goose flew.", "en-us")
    named = engine.speak("The Gwsx flew.", "en-us", Delivery(sounds=(("Gwsx", "ɡˈuːs"),)))
    assert named.pcm == known.pcm
    assert [word.text for word in named.words] == ["The", "Gwsx", "flew."]
    assert [word.start_ms for word in named.words] == [word.start_ms for word in known.words]


def test_piper_says_a_word_by_its_sounds(tmp_path: Path) -> None:
    """Each sound of the alphabet is a phoneme of the voice, and the word keeps its name."""
    make(tmp_path / "voices", "en_US-hum-low")
    engine = PiperEngine()
    engine.configure({"noise_scale": 0, "noise_w": 0}, tmp_path)
    short, long = (
        engine.speak("The Gwsx flew.", "en_US-hum-low", Delivery(sounds=(("Gwsx", sounds),)))
        for sounds in ("ɡˈuːs", "ɡˈuːsɡˈuːs")
    )
    assert long.duration_ms - short.duration_ms == 5 * 96
    assert [word.text for word in long.words] == ["The", "Gwsx", "flew."]


@pytest.mark.parametrize(("voice", "heard"), [("en-us", "The moose flew."), ("de", "The goose flew.")])
def test_sounds_go_to_voices_that_take_them(voice: str, heard: str, tmp_path: Path) -> None:
    """The lexicon's sounds reach a voice that says words by them; another gets the respelling alone."""
    (tmp_path / "lexicon.toml").write_text(
        '[names]\nGwsx = { ipa = "mˈuːs", say = "goose" }\n', encoding="utf-8"
    )
    cast = {role: Voice("espeak", voice) for role in ("HOST", "ANALYST")}
    script = Script("Birds", (Chapter("One", (Line("HOST", "The Gwsx flew."),)),))
    show = Show(folder=tmp_path, casts={"it": cast}, cast="it", understudies=())
    performance = perform(script, show, notify=print, on_line=lambda *_: None)
    (cue,) = [cue for cue in performance.chapters[0].cues if isinstance(cue, VoicedLine)]
    assert cue.take.pcm == trimmed(EspeakEngine().speak(heard, voice)).pcm
    assert "".join(pair.spoken for pair in cue.spoken) == "The goose flew."
