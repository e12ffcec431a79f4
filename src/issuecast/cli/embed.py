"""`issuecast embed`."""

from __future__ import annotations

from pathlib import Path

import click

_FORMATS = ("iframe", "html", "email", "markdown", "wordpress", "ghost", "beehiiv")
_SIZES = ("full", "compact", "line")


@click.command()
@click.argument("slug")
@click.option("--show", "folder", type=click.Path(path_type=Path), default=Path(), help="The show's folder.")
@click.option(
    "--format",
    "name",
    type=click.Choice(_FORMATS),
    default="iframe",
    show_default=True,
    help="Where it goes.",
)
@click.option(
    "--size",
    type=click.Choice(_SIZES),
    default="compact",
    show_default=True,
    help="Of the player in an iframe.",
)
def embed(slug: str, folder: Path, name: str, size: str) -> None:
    """Print what puts an episode into a newsletter or on a website.

    SLUG is the episode's folder; issuecast episodes lists them. iframe, wordpress and ghost are the player,
    email and beehiiv a button that mails may contain, html and markdown a link. Publish the episode first:
    all of them lead to base_url.
    """
    from issuecast.publish.snippets import SIZES, snippet
    from issuecast.publish.withdraw import named
    from issuecast.show import load

    show = load(folder)
    height = next(one.height for one in SIZES if one.name == size)
    click.echo(snippet(show, named(show, slug), name, height))
