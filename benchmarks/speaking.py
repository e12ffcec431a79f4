"""How near the studio comes to the floor that a service's latency sets, and what keeping takes costs.

    python benchmarks/speaking.py [--sentences 100] [--latency 0.5] [--runs 3]

The Edge service of the tests runs in a process of its own on a loopback port and answers each request after
the latency; edge-tts asks it. The floor is latency x sentences / requests at once. Then the same sentences
through espeak: without keeping takes, keeping them, and from the takes kept. Medians of the runs.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import edge_tts.communicate

from issuecast.models import Voice
from issuecast.speak.edge.engine import REQUESTS_AT_ONCE, EdgeEngine
from issuecast.speak.engines import Engine
from issuecast.speak.espeak.engine import EspeakEngine
from issuecast.speak.request import Request
from issuecast.speak.store import TakeStore
from issuecast.speak.studio import record

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from speak.edge_service import VOICES, serving

SENTENCE = "Story number {:03} is about the ferry, its two batteries and the harbour that waits for both."
FACTOR = 1.15


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sentences", type=int, default=100)
    options.add_argument("--latency", type=float, default=0.5)
    options.add_argument("--runs", type=int, default=3)
    chosen = options.parse_args()
    texts = [SENTENCE.format(number) for number in range(chosen.sentences)]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    with loopback(chosen.latency):
        engine = EdgeEngine()
        took = statistics.median(voiced_s(texts, engine, VOICES[0]) for _ in range(chosen.runs))
    floor = chosen.latency * len(texts) / REQUESTS_AT_ONCE
    verdict = "within" if took <= FACTOR * floor else "NOT within"
    print(f"edge, {len(texts)} sentences at {chosen.latency} s, {REQUESTS_AT_ONCE} at once: {took:.2f} s")
    print(f"{took / floor:.2f} x the floor of {floor:.2f} s: {verdict} {FACTOR}\n")
    espeak(texts, chosen.runs)


def espeak(texts: list[str], runs: int) -> None:
    """What the store adds to the fastest engine."""
    engine = EspeakEngine()
    engine.check()
    plain, keeping, kept = list[float](), list[float](), list[float]()
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            plain.append(voiced_s(texts, engine, "en-us"))
            keeping.append(voiced_s(texts, engine, "en-us", TakeStore(Path(folder))))
            kept.append(voiced_s(texts, engine, "en-us", TakeStore(Path(folder))))
    for name, took in (("no takes kept", plain), ("takes kept", keeping), ("from takes kept", kept)):
        print(f"espeak, {name:16} {1000 * statistics.median(took) / len(texts):6.2f} ms a sentence")


def voiced_s(texts: list[str], engine: Engine, voice: str, store: TakeStore | None = None) -> float:
    """The seconds that recording these texts takes."""
    requests = [Request(text, Voice(engine.name, voice)) for text in texts]
    began = time.perf_counter()
    record(requests, {engine.name: engine}, lambda _: None, store=store)
    return time.perf_counter() - began


@contextmanager
def loopback(latency_s: float) -> Iterator[None]:
    """edge-tts asks the tests' service, which is ready to answer."""
    ours, its = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=serve, args=(latency_s, its), daemon=True)
    process.start()
    edge_tts.communicate.WSS_URL = ours.recv()  # type: ignore[attr-defined]  # the copy that is used
    try:
        yield
    finally:
        ours.send("end")
        process.join()


def serve(latency_s: float, parent: Connection) -> None:
    with serving() as service:
        service.latency_s = latency_s
        parent.send(service.wss_url)
        parent.recv()


if __name__ == "__main__":
    main()
