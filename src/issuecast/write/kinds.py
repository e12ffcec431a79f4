"""How houses head their sections: the words that tell the kind, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from issuecast.write.passages import Listing, Passage, Spoken, texts

Shape: TypeAlias = Literal["any", "list", "talk", "question"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Which words of a heading tell the kind of a section of a certain shape: with a list or a question."""

    kind: str
    shape: Shape
    words: tuple[str, ...]

    def fits(self, heading: str, blocks: Sequence[Spoken]) -> bool:
        """Whether a section of that heading and these blocks is of the kind."""
        if not re.search(rf"(?<![\w-])(?:{'|'.join(self.words)})(?![\w-])", heading, re.IGNORECASE):
            return False
        lists = sum(isinstance(block, Listing) for block in blocks)
        match self.shape:
            case "list":
                return lists > 0
            case "talk":
                return lists < len(blocks)
            case "question":
                return lists > 0 or any(text.endswith("?") for text in texts(blocks))
        return True


_PICKED = "podcast|book|tool|app|film|movie|album|song|recipe|gadget|game|newsletter|product|repo|album|video"

RULES = (
    Rule(
        "poll",
        "question",
        (
            r"polls?|questions? (?:of the \w+|for you)|(?:reader|quick|flash) survey|trivia|quiz",
            "your (?:turn|vote|say|take)|have your say|(?:you|cast your) votes?|what do you think",
        ),
    ),
    Rule(
        "quote",
        "any",
        (
            "quotes?|quotations?|said it best|in (?:his|her|their) (?:own )?words|overheard|words of wisdom",
            "who said it|they said it",
        ),
    ),
    Rule(
        "events",
        "list",
        (
            "events?|calendar|save the dates?|(?:key|important) dates|dates|what['’]s on|agenda|diary",
            "meetups?|conferences?|webinars?|workshops?|where to (?:go|find us|meet us)|upcoming",
            "things to do|(?:the )?week ahead|coming up|on the horizon|out and about",
        ),
    ),
    Rule(
        "jobs",
        "list",
        (
            r"jobs?(?! report)|careers?|hiring|open (?:roles|positions)|positions|vacanc(?:y|ies)",
            "job (?:board|openings?)|openings|opportunities|work with us|who['’]s hiring|now recruiting",
        ),
    ),
    Rule(
        "market",
        "any",
        (
            r"(?<!farmers )(?<!farmers['’] )(?<!farmer['’]s )(?<!flea )(?<!job )markets?|stocks?",
            "tickers?|trading|crypto|portfolio|earnings|wall street|movers|indices|commodit(?:y|ies)",
            "currencies|(?:closing|opening) bell|by the close|watch ?list",
        ),
    ),
    Rule(
        "pick",
        "any",
        (
            r"\w+ of the (?:day|week|month|issue)",
            r"recommend(?:ed|ations?)|our picks?|(?:editor|staff)(?:['’]?s['’]?)? (?:picks?|choice)",
            rf"(?:{_PICKED})s? (?:pick|tip|recommendation|club|corner|spotlight)s?",
            r"what (?:i['’]m|we['’]re) \w+ing|worth (?:a|your) (?:listen|look|watch|time)",
            "(?:on|from) (?:my|our|the) (?:desk|nightstand|shelf|bookshelf)",
        ),
    ),
    Rule(
        "research",
        "list",
        (
            "research|papers?|science|studies|arxiv|preprints?|lab notes|(?:from|in) the labs?|journal club",
            "new findings|evidence",
        ),
    ),
    Rule(
        "rapid_fire",
        "list",
        (
            "rapid[- ]fire|(?:quick|speed|lightning) (?:hits|bites|takes|reads|news|round|links)|short takes",
            "in brief|briefs?|briefly|briefing|headlines|news|shorts|bits|bytes|tidbits|round[- ]?up",
            "snippets|around the (?:web|world|industry|horn|state|region|town)|in other news|elsewhere",
            "also (?:happening|noted|today|this week)|odds (?:and|&) ends|this (?:and|&) that|worth knowing",
            "(?:the )?rundown|need[- ]to[- ]know|what you (?:may have )?missed|in case you missed it|icymi",
            "(?:things|stories) to know|on our radar|catch[- ]?up|scoops?|notable|what else",
        ),
    ),
    Rule(
        "links",
        "list",
        (
            "links?|reading list|further (?:reading|viewing|listening)|resources|bookmarks|tab dump",
            "worth (?:reading|a click)|(?:good|must|long)[- ]?reads|from the archives?|read next",
        ),
    ),
    Rule(
        "deep_dive",
        "talk",
        (
            r"deep[- ]dives?|long[- ]?read|in[- ]depth|essay|analysis|(?:one|the) big (?:thing|one)",
            "big (?:story|idea|picture)|(?:main|top|lead|cover|feature) story|feature|in focus|explainer",
            "spotlight|explained|case study|the longer? (?:read|view)|perspective",
        ),
    ),
)

_ALONE = re.compile(rf"(?:the |today['’]s |this week['’]s )?(?:{_PICKED})", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:welcome|hello|hi|hey|dear|greetings|good (?:morning|afternoon|evening|day))(?:\W.*)?"
    r"|intro(?:duction)?|opening|foreword|(?:the )?editor(?:['’]s|ial)? (?:note|letter)"
    r"|(?:a )?(?:note|letter|word|hello) from (?:the|our|your) (?:editor|team|desk|founder)\w*"
    r"|from the editor(?:['’]s desk)?|letter from the editor",
    re.IGNORECASE,
)


def told_by(heading: str, blocks: Sequence[Spoken]) -> str:
    """The kind that a heading tells, "" if none."""
    if _ALONE.fullmatch(heading):
        return "pick"
    return next((rule.kind for rule in RULES if rule.fits(heading, blocks)), "")


def is_greeting(heading: str) -> bool:
    """Whether an issue's first section of that heading is its greeting, or its editor's word."""
    return bool(_GREETING.fullmatch(heading))


def asks(blocks: Sequence[Spoken]) -> bool:
    """Whether the blocks are a question and the answers to choose from."""
    match blocks:
        case (*talk, Passage() as last, Listing(stories=stories)) if not any(
            isinstance(block, Listing) for block in talk
        ):
            return last.text.endswith("?") and 1 < len(stories) <= _MOST_ANSWERS
    return False


_MOST_ANSWERS = 6
