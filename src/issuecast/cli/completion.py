"""`issuecast completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    For bash, put this line into ~/.bashrc: eval "$(issuecast completion bash)"
    """
    complete = get_completion_class(shell)
    assert complete is not None  # noqa: S101  the choice above names click's own shells
    click.echo(complete(context.find_root().command, {}, "issuecast", "_ISSUECAST_COMPLETE").source())
