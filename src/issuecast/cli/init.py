"""`issuecast init`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
def init(folder: Path) -> None:
    """Make a show in DIR (default: here): settings, music, templates and a sample issue."""
    from issuecast.starter import make_show

    made = make_show(folder)
    click.echo(_tree(folder, made), nl=False)
    sample = next(path for path in made if path.parent.name == "issues")
    at = "" if folder == Path() else f"cd {folder} && "
    click.echo(
        f"\nA show is ready. Build its first episode:\n\n    {at}issuecast build {sample.relative_to(folder)}"
    )


def _tree(folder: Path, files: tuple[Path, ...]) -> str:
    """The files as an indented list, each folder named once."""
    rows = [f"{folder.resolve().name}/"]
    told: set[Path] = set()
    for file in files:
        inside = file.relative_to(folder)
        for parent in reversed(inside.parents[:-1]):
            if parent not in told:
                told.add(parent)
                rows.append(f"{'    ' * len(parent.parts)}{parent.name}/")
        rows.append(f"{'    ' * len(inside.parts)}{inside.name}")
    return "\n".join(rows) + "\n"
