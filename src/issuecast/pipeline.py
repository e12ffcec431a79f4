"""The story on one page: read → write → speak → mix → publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from issuecast.clock import Stopwatch
from issuecast.errors import IssueError, ScriptError
from issuecast.mix import Tags, load_music, mix, tagged
from issuecast.models import Episode, Script
from issuecast.progress import Progress, Unheard
from issuecast.publish import artwork, publish, records, store
from issuecast.publish.episode import new_episode, with_audio
from issuecast.publish.identity import current, identify, made_from
from issuecast.read import read
from issuecast.show import Show, load
from issuecast.speak import perform
from issuecast.write.script import write
from issuecast.write.script_format import parse

STAGES = ("read", "write", "speak", "mix", "publish")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build leaves: the episode, where it is, whether its audio was made in this run."""

    episode: Episode
    folder: Path
    feed: Path
    site: Path
    built: bool
    timings_ms: Mapping[str, int]


def build(  # noqa: PLR0913  the options of the command
    issue: Path | str,
    *,
    show: Show | Path | str = ".",
    cast: str | None = None,
    day: date | None = None,
    rebuild: bool = False,
    progress: Progress | None = None,
) -> Built:
    """Make the episode of one newsletter issue, and the feed and the pages that name it.

    Args:
        issue: a newsletter issue, .txt or .md.
        show: the show, or its folder.
        cast: a cast of the show; without it the show's own, or its understudies if that cannot run.
        day: the issue's date, which wins over the one that the issue tells.
        rebuild: make the audio anew even if nothing changed.
        progress: hears what the build tells.

    Raises:
        IssuecastError: one of errors.py; `episodes/` is then as it was.
    """
    source, told, clock = Path(issue), progress or Unheard(), Stopwatch(*STAGES)
    show = show if isinstance(show, Show) else load(Path(show))
    if cast is not None:
        show.cast_named(cast)
    with clock.measuring("read"):
        content = read(source, show.reading)
    day = day or content.date or _undated(source)
    identity = identify(show, records(show), source=_name(source, show), day=day, title=content.title)
    edited = edited_script(source)
    files = (source, edited) if edited else (source,)
    episode = None if rebuild else current(identity, show, cast, files)
    built = episode is None
    if episode is None:
        with clock.measuring("write"):
            script = _read_edited(edited, show, told) if edited else write(content, show)
        with clock.measuring("mix"):
            music = load_music(show)
        with clock.measuring("publish"):
            cover = artwork(show)
        with clock.measuring("speak"):
            performance = perform(script, show, cast=cast, notify=told.notice, on_line=told.lines)
        with clock.measuring("mix"):
            mixed = mix(performance, music, show.loudness, on_chapter=told.chapters)
        with clock.measuring("publish"):
            untagged = new_episode(identity, content, script.title, performance.cast, mixed)
            audio = tagged(mixed.mp3, _tags(untagged, show, cover))
            episode = with_audio(untagged, audio, made_from(show, performance.cast, files))
            store(show, episode, audio)
    with clock.measuring("publish"):
        published = publish(show)
    folder = show.episodes / episode.slug
    return Built(episode, folder, published.feed, published.site, built, clock.timings_ms)


def write_script(issue: Path | str, show: Show) -> Script:
    """The script that the templates make of an issue, before anybody edits it.

    Raises:
        IssueError: the issue cannot be read, or says nothing.
        ScriptError: a template has an error.
    """
    return write(read(Path(issue), show.reading), show)


def edited_script(issue: Path) -> Path | None:
    """The script beside the issue that wins over what the templates would write: `<stem>.script.md`."""
    script = issue.with_name(f"{issue.stem}.script.md")
    return script if script.is_file() else None


def _name(issue: Path, show: Show) -> str:
    """What an issue is known by: its path in the show, or its file name if it lies elsewhere."""
    path = issue.resolve()
    return path.relative_to(show.folder).as_posix() if path.is_relative_to(show.folder) else path.name


def _read_edited(file: Path, show: Show, told: Progress) -> Script:
    told.notice(f"The script is {file}, as edited.")
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScriptError(f"{file} cannot be read ({error})", "save it as UTF-8, or remove it") from error
    return parse(text, name=str(file), roles=show.roles)


def _undated(issue: Path) -> date:
    raise IssueError(f"{issue} tells no date, in its text or in its name", "name one with --date YYYY-MM-DD")


def _tags(episode: Episode, show: Show, cover: bytes) -> Tags:
    return Tags(
        title=episode.title,
        show=show.title,
        author=episode.author or show.author,
        date=episode.date,
        number=episode.number,
        comment=episode.summary,
        language=show.language,
        cover_jpeg=cover,
        timeline=episode.timeline,
    )
