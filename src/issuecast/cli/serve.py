"""`issuecast serve`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from issuecast.serve.server import Served


@click.command()
@click.option("--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder.")
@click.option(
    "--host", metavar="H", default="127.0.0.1", show_default=True, help="0.0.0.0 lets your network in."
)
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 for any."
)
def serve(folder: Path, host: str, port: int) -> None:
    """Serve episodes/ here, to look at the pages and to let a podcast app try the feed.

    Episodes that are built meanwhile appear. Ctrl-C ends it.
    """
    from issuecast.publish.addresses import FEED, on_the_web
    from issuecast.serve.server import serve as run
    from issuecast.serve.site import base_path
    from issuecast.show import load

    show = load(folder)
    base, home = base_path(show.base_url), on_the_web(show)

    def tell(served: Served) -> None:
        click.echo(f"Pages  {served.address}\nFeed   {served.address}{FEED}")
        if home.replace("//localhost", "//127.0.0.1") != served.address.replace("//localhost", "//127.0.0.1"):
            click.echo(f"The feed names its files at {home}, as base_url in show.toml says.")
        click.echo("Ctrl-C ends it.")

    run(show.episodes, tell, host=host, port=port, base=base)
