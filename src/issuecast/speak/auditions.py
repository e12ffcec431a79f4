"""Voices, each heard with a sentence in its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

from issuecast.errors import VoiceError
from issuecast.models import Voice
from issuecast.show import Show
from issuecast.speak import engines, wav
from issuecast.speak.request import Request
from issuecast.speak.roster import Offered, Roster
from issuecast.speak.store import TakeStore
from issuecast.speak.studio import record

MOST = 60
"""So many samples are two minutes of an online service's time; more are asked for by mistake."""

_UNSAFE = re.compile(r"[^\w+.-]")

_SENTENCES = {
    "en": "Good morning. Here is what matters today, and what it means for you.",
    "de": "Guten Morgen. Hier ist, was heute wichtig ist, und was es für Sie bedeutet.",
    "fr": "Bonjour. Voici ce qui compte aujourd'hui, et ce que cela change pour vous.",
    "es": "Buenos días. Esto es lo que importa hoy, y lo que significa para usted.",
    "it": "Buongiorno. Ecco che cosa conta oggi, e che cosa significa per voi.",
    "pt": "Bom dia. Isto é o que importa hoje, e o que significa para si.",
    "nl": "Goedemorgen. Dit is wat vandaag telt, en wat het voor u betekent.",
    "sv": "God morgon. Det här är viktigt i dag, och det här betyder det för dig.",
    "pl": "Dzień dobry. Oto, co jest dziś ważne i co to dla państwa znaczy.",
    "ja": "おはようございます。今日の大切なニュースをお伝えします。",
    "zh": "早上好。这是今天的重要新闻。",
}


def sentence(language: str) -> str:
    """What a voice for a language says; English if there is nothing better."""
    code = {"cmn": "zh"}.get(primary := language.partition("-")[0], primary)
    return _SENTENCES.get(code, _SENTENCES["en"])


def audition(
    show: Show, roster: Roster, folder: Path, on_voice: Callable[[int, int], None]
) -> Mapping[Offered, Path]:
    """A WAV file in the folder, which is made, for each voice of one engine; takes are kept and used again.

    `on_voice` is told how many of how many are done.

    Raises:
        EngineUnavailable: the engine gives up on one; nothing is written then.
        VoiceError: a file cannot be written.
    """
    engine = engines.find(roster.engine, show.engines.get(roster.engine), show.folder)
    engine.check()
    requests = {
        voice: Request(sentence(voice.language or show.language), Voice(roster.engine, voice.name))
        for voice in roster.voices
    }
    store = TakeStore(show.folder, show.engines)
    done = count(1)
    takes = record(
        requests.values(),
        {engine.name: engine},
        lambda _: on_voice(next(done), len(requests)),
        store=store,
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise VoiceError(
            f"{folder} cannot be made ({error.strerror})", "name another folder with --samples"
        ) from error
    files = {voice: folder / f"{roster.engine}-{_UNSAFE.sub('-', voice.name)}.wav" for voice in requests}
    for voice, file in files.items():
        wav.save(takes[requests[voice]], file)
    return files
