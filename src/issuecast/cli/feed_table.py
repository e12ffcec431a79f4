"""What a check of a feed found, as a table for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from issuecast.feedcheck import Level, Report, Result
from issuecast.publish.plain import one_line

_MOST_SPOTS = 5


def show_report(report: Report) -> None:
    """Print it on stdout: every rule, then where those that are broken are, then the sum."""
    console = Console(highlight=False, soft_wrap=False)
    console.print(_table(report))
    for result in (*report.broken(Level.REQUIRED), *report.broken(Level.RECOMMENDED)):
        console.print(Text(f"\n{result.rule.name}: {result.rule.promise} ({result.rule.source})", "bold"))
        for line in _spots(result):
            console.print(Text(f"  {line}"))
        console.print(Text(f"  → {result.rule.way_out}"))
    console.print()
    for line in _sum(report):
        console.print(Text(line))


def _table(report: Report) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False)
    for name in ("", "rule", "level", "what it asks"):
        table.add_column(name, header_style="bold", overflow="fold")
    for one in report.results:
        mark, style = ("–", "dim") if not one.looked_at else ("✓", "green") if one.passed else _failed(one)
        table.add_row(
            Text(mark, style),
            Text(one.rule.name),
            Text(one.rule.level),
            Text(one.rule.promise),
            style=_dim(one),
        )
    return table


def _failed(result: Result) -> tuple[str, str]:
    return "✗", "bold red" if result.rule.level is Level.REQUIRED else "yellow"


def _dim(result: Result) -> str:
    return "" if result.looked_at else "dim"


def _spots(result: Result) -> Iterator[str]:
    for spot in result.spots[:_MOST_SPOTS]:
        yield one_line(f"{spot.where}: {spot.what}", limit=400)
    if len(result.spots) > _MOST_SPOTS:
        yield f"and {len(result.spots) - _MOST_SPOTS:,} more"


def _sum(report: Report) -> Iterator[str]:
    passed = sum(one.passed for one in report.results)
    required, recommended = (len(report.broken(level)) for level in Level)
    broken = f"{required} required and {recommended} recommended ones are broken"
    found = broken if required or recommended else "none is broken"
    yield f"{report.source}: {passed} rules are kept, {found}."
    if unseen := [one.rule for one in report.results if not one.looked_at]:
        why = ": how a server sends the feed, only a server shows" if all(one.live for one in unseen) else ""
        yield f"{len(unseen)} could not be looked at{why}."
    if report.looked_into < report.items:
        newest = f"the newest {report.looked_into} of {report.items:,} episodes"
        yield f"The files of {newest} were looked at; --all looks at all."
    if report.elsewhere:
        yield f"{report.elsewhere} files are not in the feed's folder, and were not looked at."
