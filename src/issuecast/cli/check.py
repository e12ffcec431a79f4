"""`issuecast check`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from issuecast.errors import IssuecastError

if TYPE_CHECKING:
    from issuecast.desk import Checked
    from issuecast.write.checks import Finding


@click.command()
@click.argument("issues", metavar="ISSUE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder.")
@click.option("--edition", metavar="NAME", default="full", help="One of the show's editions, such as brief.")
@click.option("--strict", is_flag=True, help="Let warnings count for the exit code.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, and nothing else, on stdout.")
def check(issues: tuple[Path, ...], folder: Path, edition: str, *, strict: bool, as_json: bool) -> None:
    """Look through the script of each ISSUE.

    Finds what a voice would say wrong, and what an editor would rather know, before anything is voiced.

    Exit code 0: nothing was found; 1: errors were (with --strict also: warnings); 2: a wrong command line;
    others as ever, if an issue, a script or the settings cannot be read.
    """
    from issuecast.desk import check_issue
    from issuecast.show import load
    from issuecast.write.edited import issues_among

    show = load(folder)
    checked: list[Checked] = []
    failed: list[IssuecastError] = []
    for issue in issues_among(issues):
        try:
            checked.append(check_issue(issue, show, edition))
        except IssuecastError as error:
            failed.append(error)
    counts = Counter(str(finding.severity) for one in checked for finding in one.findings)
    if as_json:
        click.echo(json.dumps(_as_json(checked, counts), ensure_ascii=False, indent=2))
    else:
        for row in sorted(_row(one, finding) for one in checked for finding in one.findings):
            click.echo(row[-1])
        click.echo(_summary(checked, counts))
    _fail(failed)
    if counts["error"] or (strict and counts["warning"]):
        raise click.exceptions.Exit(1)


def _fail(failed: list[IssuecastError]) -> None:
    """Every error is told; the first one's class gives the exit code."""
    for error in failed[1:]:
        click.echo(f"issuecast: {error}", err=True)
    if failed:
        raise failed[0]


def _row(checked: Checked, finding: Finding) -> tuple[str, int, str]:
    """A finding as a linter tells it, behind what it is sorted by: file and line of what an editor edits."""
    in_script = checked.script and (finding.script_line or not finding.issue_line)
    in_issue = not in_script and not checked.place
    file = (checked.script if in_script else None) or checked.issue
    line = finding.script_line if in_script else finding.issue_line if in_issue else 0
    others = []
    if finding.issue_line and not in_issue:
        others.append(f"line {finding.issue_line} of {checked.place or 'the issue'}")
    if finding.script_line and not in_script:
        others.append(f"line {finding.script_line} of the script")
    place = f"{file}:{line}" if line else f"{file}"
    also = f" ({', '.join(others)})" if others else ""
    return str(file), line, f"{place}: {finding.name}: {finding.sentence}{also}"


def _summary(checked: Sequence[Checked], counts: Counter[str]) -> str:
    errors, warnings, scripts = counts["error"], counts["warning"], len(checked)
    return (
        f"{errors} {'error' if errors == 1 else 'errors'}, {warnings} "
        f"{'warning' if warnings == 1 else 'warnings'} in {scripts} {'script' if scripts == 1 else 'scripts'}"
    )


def _as_json(checked: Sequence[Checked], counts: Counter[str]) -> dict[str, Any]:
    return {
        "errors": counts["error"],
        "warnings": counts["warning"],
        "scripts": [
            {
                "issue": str(one.issue),
                "script": str(one.script) if one.script else None,
                "estimated_ms": one.estimated_ms,
                "findings": [
                    {
                        "name": finding.name,
                        "severity": finding.severity,
                        "sentence": finding.sentence,
                        "script_line": finding.script_line or None,
                        "issue_line": finding.issue_line or None,
                    }
                    for finding in one.findings
                ],
            }
            for one in checked
        ],
    }
