"""The command line: `issuecast COMMAND`. One file a command; what they call is the library."""

from __future__ import annotations

import sys
import traceback

import click

from issuecast import __version__
from issuecast.cli.build import build
from issuecast.cli.cache import cache
from issuecast.cli.check import check
from issuecast.cli.completion import completion
from issuecast.cli.embed import embed
from issuecast.cli.episodes import delete, episodes, prune, unpublish
from issuecast.cli.feed import feed
from issuecast.cli.init import init
from issuecast.cli.lexicon import lexicon
from issuecast.cli.pull import pull
from issuecast.cli.say import say
from issuecast.cli.script import script
from issuecast.cli.serve import serve
from issuecast.cli.voices import voices
from issuecast.errors import IssuecastError

_OUR_FAULT = 70
"""Exit code for an error that is ours: EX_SOFTWARE of sysexits.h."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="issuecast")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def cli(*, debug: bool) -> None:
    """Turn a newsletter issue into a podcast episode, with a feed and a page."""


cli.add_command(init)
cli.add_command(pull)
cli.add_command(script)
cli.add_command(check)
cli.add_command(build)
cli.add_command(serve)
cli.add_command(feed)
cli.add_command(episodes)
cli.add_command(embed)
cli.add_command(unpublish)
cli.add_command(delete)
cli.add_command(prune)
cli.add_command(say)
cli.add_command(lexicon)
cli.add_command(voices)
cli.add_command(cache)
cli.add_command(completion)


def main() -> None:
    """Run the command line; errors leave as one sentence on stderr and their exit code."""
    try:
        cli(prog_name="issuecast")
    except IssuecastError as error:
        _leave(str(error), error.exit_code)
    except Exception as error:  # noqa: BLE001  an editor never sees a traceback
        problem = f"issuecast itself failed ({type(error).__name__}: {error})"
        _leave(f"{problem}: run it again with --debug and report what it prints.", _OUR_FAULT)


def _leave(sentence: str, exit_code: int) -> None:
    if "--debug" in sys.argv[1:]:
        traceback.print_exc()
    click.echo(f"issuecast: {' '.join(sentence.split())}", err=True)
    sys.exit(exit_code)
