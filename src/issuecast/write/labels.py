"""Labels: "Google: Acquired Intersect. Insight: Secure energy." is one part about Google and one insight."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from issuecast.write import headings, sentences, subjects, verbs

PartKind: TypeAlias = Literal["text", "name", "fact", "insight", "use", "callout", "question", "answer"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of running text and the label that stood before it, "" if none.

    `kind` says what the label is: `name` (who or what the text is about), `fact` ("Sentiment: Bullish"),
    `insight`, `use` ("Builder Use Case"), `callout` (any other label that turns from telling to judging); a
    `question` is labelled with who asks it, else with a "Q" (write/letters.py).
    """

    text: str
    label: str = ""
    kind: PartKind = "text"

    @property
    def said(self) -> str:
        """The part as a sentence of its own, label and all."""
        if not self.label or self.kind in {"question", "answer"}:
            return sentences.sentence(self.text)
        if self.kind == "name" and self._predicate:
            return sentences.sentence(f"{self.label} {self._predicate}")
        if self.kind == "fact":
            return sentences.sentence(sentences.capital(self.clause))
        return sentences.sentence(f"{self.label}: {self.text}")

    @property
    def predicates(self) -> bool:
        """Whether it is a name and what that did: the label is the sentence's subject."""
        return self.kind == "name" and bool(self._predicate)

    @property
    def _predicate(self) -> str:
        if not subjects.can_act(self.label):
            return ""
        return verbs.predicate(self.text, plural=bool(_SEVERAL.search(self.label)))

    @property
    def clause(self) -> str:
        """A fact inside a sentence: "the sentiment is bullish"."""
        value = self.text.rstrip(".")
        if _last_word(self.label) in _JUDGEMENTS and value.istitle():
            value = value.lower()
        return f"the {self.label.lower().removeprefix('the ')} is {value}"

    @property
    def asker(self) -> str:
        """Who asks a question, "" if that is not told."""
        return "" if self.label == "Q" else self.label

    @property
    def handover(self) -> str:
        """The label as the other voice takes it up: "The tactical edge?", "Why it matters:"."""
        if _CLAUSE.match(self.label):
            return f"{self.label}:"
        first, *rest = self.label.split()
        own = first.lower() in {"the", "our", "my", "a", "one"}
        words = [first if own else _small(first), *map(_small, rest)]
        return f"{'' if own else 'The '}{' '.join(words)}?"

    @property
    def who(self) -> str:
        """Whose use case it is: "a builder", "an investor"; "" if the label does not say."""
        found = re.match(r"(?:the )?(\w.*?)(?:'s|’s)? use[- ]case", self.label, re.IGNORECASE)
        if not found:
            return ""
        who = " ".join(map(_small, found[1].split()))
        return f"{'an' if who[0] in 'aeiou' else 'a'} {who}"


_SEVERAL = re.compile(r"\s(?:and|&)\s|(?:\A|\s)[a-z]+[^s\s]s\Z")
"""A label of several: "Mirren and Quayworks", "Port workers"; "Osprey Labs" is one company."""
_CLAUSE = re.compile(r"(?:why|what|how|so|now|zoom|between|yes|go|be|in|tl;?dr)\b", re.IGNORECASE)
_JUDGED = "sentiment mood trend outlook verdict status rating difficulty risk priority bias"
_TOLD = (
    "ticker price score location venue date time deadline cost budget level size version license author genre"
)
_JUDGEMENTS = frozenset(_JUDGED.split())
_FACTS = _JUDGEMENTS | frozenset(_TOLD.split())
_LONGEST_FACT = 3
_TURNING: tuple[tuple[PartKind, re.Pattern[str]], ...] = (
    ("insight", re.compile("(?:the |our |my |key )?(?:insight|takeaway)s?", re.IGNORECASE)),
    ("use", re.compile(r".*\buse[- ]cases?|how to use (?:it|this)|(?:try|do) (?:it|this)", re.IGNORECASE)),
    (
        "callout",
        re.compile(
            "why (?:it|this|that) matters|what (?:it|this|that) means|what[’']s next|what to watch"
            "|so what|now what|tl;?dr|zoom (?:in|out)|between the lines|yes, but|go deeper|be smart|in short"
            "|(?:the |our |my |a |one |key |final )*(?:take|bottom line|big picture|edge|alpha|upshot|catch"
            "|lesson|verdict|point|implication|opportunity|risk|analysis|opinion|context|background|result"
            "|detail|move|play|signal)s?",
            re.IGNORECASE,
        ),
    ),
)
_WORD = r"[A-Z0-9][\w'’&./+-]*"
_LABEL = rf"{_WORD}(?:\s(?:(?:of|the|for|and|to|in|a|&)\s)?{_WORD}){{0,3}}(?:\s\([A-Z.:]{{1,12}}\))?"
_START = re.compile(rf"(?P<label>{_LABEL}|[A-Za-z][\w'’;, -]{{1,30}}?):\s+(?=\S)")
_DASHED = re.compile(rf"(?P<label>{_LABEL}|[A-Z][\w'’ ]{{1,30}}?)(?:\s?[–—]\s?|\s-\s)(?=\S)")
_PIPED = re.compile(rf"^\s*(?P<label>{_LABEL})\s+[|¦]\s+(?=[A-Z]\S*\s+\S+\s+\S)(?![^|¦]*[|¦])")
_WHOLE = re.compile(_LABEL)
_NO_LABEL = re.compile(r"\d+|(?:https?|mailto|note|remember|warning|tip|ps|p\.s\.)", re.IGNORECASE)


def parts(text: str) -> tuple[Part, ...]:
    """The labelled parts of running text, in order.

    The text may begin with any label of one to four words; in its middle, after a sentence, only a label that
    turns (insight, use case, call-out) starts a part, so that a colon in plain prose stays what it is.
    """
    found: list[tuple[str, PartKind, list[str]]] = []
    for number, said in enumerate(sentences.sentences(text)):
        label, kind, rest = _split(said)
        if number == 0 or kind in {"insight", "use", "callout"}:
            found.append((label, kind, [rest]))
        else:
            found[-1][2].append(said)
    return tuple(Part(" ".join(said), label, kind) for label, kind, said in found)


def unpiped(text: str) -> str:
    """The text with a colon for the one pipe behind a name: "Uber | Fares rise again" is of two parts."""
    return _PIPED.sub(r"\g<label>: ", text)


def _split(said: str) -> tuple[str, PartKind, str]:
    start = _START.match(said) or _dashed(said)
    if not start or _NO_LABEL.fullmatch(start["label"]):
        return "", "text", said
    label, rest = headings.calm(start["label"]), said[start.end() :]
    kind = _kind(label, rest) if label == start["label"] else (_turning(label) or "name")
    return (label, kind, rest) if kind != "text" else ("", "text", said)


def _dashed(said: str) -> re.Match[str] | None:
    """A label with a dash for its colon, which only a shout, a turning label and a name that acts have."""
    start = _DASHED.match(said)
    if not start:
        return None
    label = start["label"]
    acts = bool(_WHOLE.fullmatch(label)) and Part(said[start.end() :], label, "name").predicates
    return start if acts or headings.calm(label) != label or _turning(label) else None


def _turning(label: str) -> PartKind | None:
    return next((kind for kind, pattern in _TURNING if pattern.fullmatch(label)), None)


def _kind(label: str, rest: str) -> PartKind:
    if turning := _turning(label):
        return turning
    if _last_word(label) in _FACTS and len(rest.split()) <= _LONGEST_FACT:
        return "fact"
    if re.match(r"The\s[A-Z]", label) and _WHOLE.fullmatch(label) and not verbs.goes_on(rest):
        return "callout"
    if _WHOLE.fullmatch(label) or (label[0].isupper() and rest[0].isupper() and verbs.goes_on(rest)):
        return "name"
    return "text"


def _small(word: str) -> str:
    """The word in lower case, unless it is an acronym or has a capital inside."""
    return word if any(c.isupper() for c in word[1:]) else word.lower()


def _last_word(label: str) -> str:
    return label.lower().split()[-1]
