"""How fast and how right written text becomes spoken words, beside other programs that do so.

    python benchmarks/spoken.py [--shared ../shared] [--peer wetext=PYTHON] [--peer nemo=PYTHON]

Sentences a second on one core over the newsletters in the folder, the time to import, a paragraph of a
megabyte, and how many of the folder's cases come out right. A peer is measured in its own environment, whose
Python is named: `wetext` has WeTextProcessing, `nemo` has nemo_text_processing.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from issuecast.write.lexicon import load_lexicon
from issuecast.write.spoken import spoken_text

_PEERS = {
    "wetext": "from tn.english.normalizer import Normalizer\nsay = Normalizer().normalize",
    "nemo": (
        "from nemo_text_processing.text_normalization.normalize import Normalizer\n"
        "say = Normalizer(input_case='cased', lang='en').normalize"
    ),
}
_MEASURE = """
import json, sys, time
start = time.perf_counter()
{setup}
say("It cost $5.")
ready = time.perf_counter() - start
asked = json.load(sys.stdin)
def told(text):
    try:
        return say(text)
    except Exception as error:
        return f"failed: {{error}} 0"
start = time.process_time()
for sentence in asked["sentences"]:
    told(sentence)
took = time.process_time() - start
answer = {{"ready": ready, "took": took, "said": [told(case) for case in asked["cases"]]}}
json.dump(answer, open(sys.argv[1], "w"))
"""
_PEER_SENTENCES = 60
_IMPORTS = 7


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    options.add_argument("--peer", action="append", default=[], metavar="NAME=PYTHON")
    options.add_argument("--answers", type=Path, default=Path("/tmp/peer.json"), help="A file for peers.")  # noqa: S108
    given = options.parse_args()
    sentences, score = _sentences(given.shared / "newsletters"), _module(given.shared / "cases" / "score.py")
    cases = list(score.cases())
    print(f"{len(sentences)} sentences, {len(cases)} cases, Python {sys.version.split()[0]}\n")
    print(f"{'':24}{'sentences/s':>12}{'ready s':>9}{'newsletter':>12}{'others':>10}")
    for name, lexicon in (("issuecast", None), ("with the lexicon", load_lexicon(Path()))):
        say = partial(spoken_text, lexicon=lexicon)
        rate = len(sentences) / _spent(partial(_all, say, sentences))
        _row(name, rate, _import_s(), cases, [say(written) for _, written, _ in cases], score)
    for peer in given.peer:
        name, _, python = peer.partition("=")
        asked = {"sentences": sentences[:_PEER_SENTENCES], "cases": [written for _, written, _ in cases]}
        program = _MEASURE.format(setup=_PEERS[name])
        subprocess.run(
            [python, "-W", "ignore", "-c", program, str(given.answers)],
            input=json.dumps(asked),
            text=True,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        told = json.loads(given.answers.read_text(encoding="utf-8"))
        _row(name, len(asked["sentences"]) / told["took"], told["ready"], cases, told["said"], score)
    paragraph = (" ".join(sentences) * (1 + 1_000_000 // sum(map(len, sentences))))[:1_000_000]
    print(f"\na paragraph of a megabyte: {_spent(lambda: spoken_text(paragraph)):.2f} s")


def _row(  # noqa: PLR0913, PLR0917  the columns
    name: str,
    rate: float,
    ready_s: float,
    cases: Sequence[tuple[str, str, list[str]]],
    said: Sequence[str],
    score: ModuleType,
) -> None:
    right, total = Counter[bool](), Counter[bool]()
    for (kind, _, expected), words in zip(cases, said, strict=True):
        ours = kind == "newsletter"
        total[ours] += 1
        right[ours] += score.key(words) in map(score.key, expected) and not score.unspoken(words)
    shares = [f"{100 * right[ours] / max(total[ours], 1):.0f} %" for ours in (True, False)]
    print(f"{name:24}{rate:12.0f}{ready_s:9.2f}{shares[0]:>12}{shares[1]:>10}")


def _all(say: Callable[[str], str], sentences: Sequence[str]) -> list[str]:
    return [say(sentence) for sentence in sentences]


def _sentences(folder: Path) -> list[str]:
    files = [file for file in sorted(folder.iterdir()) if file.name != "NOTICE.md"]
    rows = [row for file in files for row in file.read_text(encoding="utf-8").splitlines()]
    return [sentence for row in rows for sentence in re.split(r"(?<=[.!?])\s+", row) if sentence.strip()]


def _spent(work: Callable[[], object]) -> float:
    """Seconds of one core, the best of three."""
    spent = []
    for _ in range(3):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def _import_s() -> float:
    """What the module takes to import beyond a bare start of Python, the best of some."""

    def start(program: str) -> float:
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", program], check=True)
        return time.perf_counter() - begun

    return min(start("import issuecast.write.spoken") for _ in range(_IMPORTS)) - min(
        start("pass") for _ in range(_IMPORTS)
    )


def _module(file: Path) -> ModuleType:
    spec = spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
