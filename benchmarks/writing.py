"""How fast issues are read and written, and in how much memory.

    python benchmarks/writing.py [--issues 300]

Generates daily newsletters of an invented world, as Markdown, pasted text, HTML and mail, reads each and
writes its script in one process. Prints the median and the slowest of each kind, issues per second, and the
peak of the process' memory.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from issuecast.read import read
from issuecast.show import Show
from issuecast.write.script import write

TOWNS = ("Tern Point", "Porto", "Malmö", "Duluth", "Santa Brisa", "Marrow", "Osprey Bay", "Utrecht")
FIRMS = ("Harborlight", "Tessera", "Northgate Rail", "Quayworks", "Brightwater", "Larkspur Lines")
DEEDS = ("opened", "sold", "raised $31M for", "cut the price of", "shelved", "rebuilt 14 of", "bought 25% of")
THINGS = (
    "its night ferry",
    "a 240 MW battery",
    "the old cannery",
    "its crane yard",
    "a 7B model",
    "the pier",
)
TAILS = (
    "after nine months",
    "for $1.2B",
    "to save 3.5x the fuel",
    "before the spring of 2027",
    "on Q4 figures",
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--issues", type=int, default=300)
    many: int = options.parse_args().issues
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"{many} issues of each kind\n\n{'':10}{'median ms':>10}{'slowest ms':>12}{'issues/s':>10}")
    chance = random.Random(1)  # noqa: S311  the same newsletters in each run
    for kind, dress in KINDS.items():
        took = [spent_ms(issue(chance, number), number, kind, dress) for number in range(many)]
        rate = 1000 / statistics.mean(took)
        print(f"{kind:10}{statistics.median(took):10.1f}{max(took):12.1f}{rate:10.0f}")
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


Sections = list[tuple[str, list[str]]]


def issue(chance: random.Random, number: int) -> Sections:
    """A newsletter of some 600 words: headings, and the sentences below each."""
    day = date(2027, 1, 1) + timedelta(days=number)
    titles = ("Market Pulse", "The Deep Dive", "Rapid Fire", "Research Corner", "Jobs", "Until tomorrow")
    told = ((title, [sentence(chance) for _ in range(chance.randint(4, 12))]) for title in titles)
    return [("", [f"Good morning. It's {day:%A, %B %d, %Y}."]), *told]


def sentence(chance: random.Random) -> str:
    """News of the invented world."""
    words = (chance.choice(part) for part in (FIRMS, DEEDS, THINGS, TAILS))
    return f"{' '.join(words)}, and the people of {chance.choice(TOWNS)} noticed."


def _markdown(sections: Sections) -> str:
    return "\n\n".join(
        f"## {title}\n\n" + "\n".join(f"- **{said}**" if "s" in title else f"{said}\n" for said in told)
        if title
        else told[0]
        for title, told in sections
    )


def _text(sections: Sections) -> str:
    return "\n\n".join(
        f"📈 {title}\n\n" + "\n".join(f"• {said}" for said in told) if title else told[0]
        for title, told in sections
    )


def _html(sections: Sections) -> str:
    body = "".join(
        f"<table role='presentation'><tr><td><h2>{title}</h2>"
        + "".join(
            f"<p style='margin:0'>{said} <a href='https://example.org/'>Read more</a></p>" for said in told
        )
        + "</td></tr></table>"
        for title, told in sections
    )
    return f"<!doctype html><html><head><title>The Tide</title></head><body>{body}</body></html>"


def _mail(sections: Sections) -> str:
    head = "From: The Tide <tide@example.org>\nSubject: The Tide\nMIME-Version: 1.0\n"
    return f"{head}Content-Type: text/html; charset=utf-8\n\n{_html(sections)}"


KINDS: dict[str, Callable[[Sections], str]] = {".md": _markdown, ".txt": _text, ".html": _html, ".eml": _mail}


def spent_ms(sections: Sections, number: int, kind: str, dress: Callable[[Sections], str]) -> float:
    """Milliseconds from the file on disk to the script."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"tide-{number}{kind}"
        path.write_text(dress(sections), encoding="utf-8")
        start = time.perf_counter()
        write(read(path), Show())
        return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
