"""What is asked for at once: a line as a whole, its sentences, or what an engine takes of it."""

from __future__ import annotations

from dataclasses import replace

from issuecast.speak.engines import Engine
from issuecast.speak.pieces import pieces
from issuecast.speak.request import Request
from issuecast.speak.verify import speakable
from issuecast.write.sentences import sentences


def parts(request: Request, engine: Engine) -> tuple[Request, ...]:
    """The request, cut as the engine wants it; none if there is nothing to say.

    A neural voice hears what comes next: it gets the line, up to four sentences, whole. One that says each
    sentence for itself (`by_sentence`) gets them one by one, so that the pauses between them are ours: of
    its own flite's rms makes none, slt one of 175 ms, espeak one of 340 ms.
    """
    longest: int | None = getattr(engine, "longest_bytes", None)
    texts = _sentences(request.text) if getattr(engine, "by_sentence", False) else [request.text]
    if longest:
        texts = [piece for text in texts for piece in pieces(text, longest)]
    return tuple(replace(request, text=text) for text in texts if speakable(text))


def _sentences(text: str) -> list[str]:
    """The sentences; a full stop behind a digit may make an ordinal, so that nothing ends there."""
    found: list[str] = []
    for sentence in sentences(text):
        if found and found[-1][-2:-1].isdecimal():
            found[-1] += f" {sentence}"
        else:
            found.append(sentence)
    return found
