"""What is asked for at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuecast.models import Delivery, Voice
from issuecast.speak.espeak.engine import EspeakEngine
from issuecast.speak.join import SENTENCE_PAUSE_MS
from issuecast.speak.parts import parts
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.studio import record

from .humming import HummingEngine

LINE = "The mill was sold to a bank. The ferry was not! Nobody knows why."
SENTENCES = ["The mill was sold to a bank.", "The ferry was not!", "Nobody knows why."]


class SentencesEngine(HummingEngine):
    by_sentence = True


def texts(line: str, engine: HummingEngine) -> list[str]:
    return [one.text for one in parts(Request(line, Voice("hum", "any"), Delivery(5)), engine)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (LINE, SENTENCES),
        ("Mr. Marrow of Harborlight Inc. Berlin said no. So what?", None),
        ("It opens on the 5. May, not before.", ["It opens on the 5. May, not before."]),
        ("Wait … Then go on.", ["Wait …", "Then go on."]),
        ("… Then go on. —", ["Then go on."]),
    ],
)
def test_an_engine_that_says_sentences_gets_sentences(line: str, expected: list[str] | None) -> None:
    """Not more, and no less: a stop that ends an abbreviation or an ordinal ends no sentence."""
    said = texts(line, SentencesEngine())
    assert said == (expected or ["Mr. Marrow of Harborlight Inc. Berlin said no.", "So what?"])


def test_other_engines_get_the_line() -> None:
    """A voice that hears what comes next says it better."""
    assert texts(LINE, HummingEngine()) == [LINE]


def test_pauses_between_sentences_are_ours() -> None:
    """A line's take is its sentences' takes with one pause between; its words stay where they sound."""
    engine, voice = EspeakEngine(), Voice("espeak", "en-us")
    line, *each = [Request(text, voice) for text in (LINE, *SENTENCES)]
    takes = record([line, *each], {"espeak": engine}, lambda _: None)
    lengths = [takes[request].duration_ms for request in each]
    assert takes[line].duration_ms == pytest.approx(sum(lengths) + 2 * SENTENCE_PAUSE_MS[""], abs=2)
    second = lengths[0] + SENTENCE_PAUSE_MS[""]
    later = [word for word in takes[line].words if word.start_ms >= second - 1]
    assert [word.text.strip(".!") for word in later[:4]] == ["The", "ferry", "was", "not"]
    alone = [word.start_ms for word in takes[each[1]].words]
    assert [word.start_ms - second for word in later[:4]] == pytest.approx(alone, abs=1)


def test_a_question_is_left_standing() -> None:
    """Between the sentences of a line, the pause depends on how the first ends, quotation marks or not."""
    line = "Who paid? “Nobody knows…” The ferry sails. It is late."
    take = record([Request(line, Voice("hum", "any"))], {"hum": SentencesEngine()}, lambda _: None)
    said = sum(60 * len(text) for text in ("Who paid?", "“Nobody knows…”", "The ferry sails.", "It is late."))
    assert take[Request(line, Voice("hum", "any"))].duration_ms == said + 400 + 450 + 300


def test_an_edited_sentence_costs_itself(tmp_path: Path) -> None:
    """The others of its line are kept."""
    for line in (LINE, LINE.replace("bank", "school")):
        engine = SentencesEngine()
        record(
            [Request(line, Voice("hum", "any"))], {"hum": engine}, lambda _: None, store=TakeStore(tmp_path)
        )
    assert engine.said == ["The mill was sold to a school."]
