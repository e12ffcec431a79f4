"""Write docs/commands.md from the commands themselves; a test checks that it is up to date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from issuecast.cli import cli

FILE = Path(__file__).with_name("commands.md")


def reference() -> str:
    """The command reference as Markdown."""
    return "\n".join(_pages(click.Context(cli, info_name="issuecast", **cli.context_settings))) + "\n"


def _pages(context: click.Context) -> Iterator[str]:
    if context.parent is None:
        yield "# Commands\n\nMade by `make docs` from what `--help` prints.\n"
    else:
        yield f"## {context.command_path}\n"
    yield f"```text\n{context.command.get_help(context)}\n```\n"
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            yield from _pages(click.Context(context.command.commands[name], info_name=name, parent=context))


if __name__ == "__main__":
    FILE.write_text(reference(), encoding="utf-8")
