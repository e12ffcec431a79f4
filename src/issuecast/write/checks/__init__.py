"""What `issuecast check` looks for in a script before money or time is spent on it.

Each check is a function of `Material` that yields the spots it objects to; its docstring says which. One more
is a function and a row of the table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from issuecast.write.account import Entry
from issuecast.write.checks import lines, links, shape, words
from issuecast.write.checks.finding import Check, Finding, Material, Severity, Spot

__all__ = ["CHECKS", "Check", "Finding", "Material", "Severity", "check"]

CHECKS: tuple[Check, ...] = (
    Check("outdated", Severity.ERROR, shape.outdated),
    Check("url", Severity.ERROR, lines.urls),
    Check("markup", Severity.ERROR, lines.markup),
    Check("digits", Severity.ERROR, lines.digits),
    Check("unsayable", Severity.ERROR, lines.unsayable),
    Check("placeholder", Severity.ERROR, lines.placeholders),
    Check("empty-chapter", Severity.ERROR, shape.empty_chapters),
    Check("lost", Severity.ERROR, shape.lost),
    Check("language", Severity.WARNING, lines.language),
    Check("foreign-voice", Severity.WARNING, shape.foreign_voices),
    Check("emoji", Severity.WARNING, lines.emoji),
    Check("unknown-word", Severity.WARNING, words.unknown_words),
    Check("long-sentence", Severity.WARNING, lines.long_sentences),
    Check("alike", Severity.WARNING, lines.alike),
    Check("empty-section", Severity.WARNING, shape.empty_sections),
    Check("same-title", Severity.WARNING, shape.same_titles),
    Check("cold-open", Severity.WARNING, shape.long_cold_open),
    Check("length", Severity.WARNING, shape.unusual_length),
    Check("dead-link", Severity.WARNING, links.dead_links),
)


def check(material: Material) -> tuple[Finding, ...]:
    """All that the checks find: about the script as a whole, line by line, and what only the issue shows."""
    spots = [(one, spot) for one in CHECKS for spot in one.find(material)]
    said = _told(material) if any(spot.script_line for _, spot in spots) else {}
    findings = (
        Finding(one.name, one.severity, spot.sentence, spot.script_line, _issue_line(spot, said))
        for one, spot in spots
    )
    return tuple(sorted(findings, key=_place))


def _place(finding: Finding) -> tuple[bool, int, int, str]:
    only_issue = not finding.script_line and finding.issue_line > 0
    return only_issue, finding.script_line, finding.issue_line, finding.name


def _told(material: Material) -> Mapping[int, Sequence[Entry]]:
    """What of the issue each line of the script says."""
    told: dict[int, list[Entry]] = defaultdict(list)
    for entry in material.account.entries:
        for line in entry.said:
            told[line].append(entry)
    return told


def _issue_line(spot: Spot, told: Mapping[int, Sequence[Entry]]) -> int:
    """Where the issue says it: of what the line tells, the sentence that has the words, else the longest."""
    entries = sorted(told.get(spot.script_line, ()), key=lambda entry: -len(entry.text))
    exact = (entry.line for entry in entries if spot.words and spot.words in entry.text)
    return spot.issue_line or next(exact, entries[0].line if entries else 0)
