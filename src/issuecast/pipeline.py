"""The story on one page: read → write → speak → mix → publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from issuecast.clock import Stopwatch
from issuecast.desk import Commission, script_to_voice
from issuecast.errors import IssueError
from issuecast.mix import ChapterStore, Desk, Tags, id3_tag, load_music, mix
from issuecast.models import FULL, Episode
from issuecast.progress import Progress, Unheard
from issuecast.publish import artwork, publish, records, store
from issuecast.publish.episode import new_episode, with_audio
from issuecast.publish.identity import current, identify, made_from
from issuecast.report import Logbook
from issuecast.show import Show, load
from issuecast.speak import Tally, perform
from issuecast.spool import Spool

STAGES = ("read", "write", "speak", "mix", "publish")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build leaves: the episode and where it is, whether this run made its audio, what that took.

    `report` is the page for the editor that tells how the audio was made, None if there is none.
    """

    episode: Episode
    folder: Path
    feed: Path
    site: Path
    built: bool
    timings_ms: Mapping[str, int]
    tally: Tally = field(default_factory=Tally)
    report: Path | None = None


def build(  # noqa: PLR0913  the options of the command
    issue: Path | str,
    *,
    show: Show | Path | str = ".",
    cast: str | None = None,
    day: date | None = None,
    edition: str = FULL,
    rebuild: bool = False,
    script: Literal["auto", "keep"] = "auto",
    progress: Progress | None = None,
) -> Built:
    """Make the episode of one newsletter issue, and the feed and the pages that name it.

    Args:
        issue: a newsletter issue, of any kind that a reader knows.
        show: the show, or its folder.
        cast: a cast of the show; without it the show's own, or its understudies if that cannot run.
        day: the issue's date, which wins over the one that the issue tells.
        edition: an edition of the show, whose episode is another than the full one's.
        rebuild: make the audio anew even if nothing changed.
        script: "auto" refuses a script that was edited before the issue changed, "keep" voices it as it is.
        progress: hears what the build tells.

    Raises:
        IssuecastError: one of errors.py; `episodes/` is then as it was.
    """
    source, told, clock = Path(issue), Logbook(progress or Unheard()), Stopwatch(*STAGES)
    show = show if isinstance(show, Show) else load(Path(show))
    if cast is not None:
        show.cast_named(cast)
    with clock.measuring("read"):
        order = Commission.of(source, show, edition, day)
    content = order.content
    day = day or content.date or _undated(source)
    identity = identify(
        show, records(show), source=_name(source, show), day=day, title=content.title, edition=edition
    )
    edited = order.edited
    files = (source, edited.path) if edited else (source,)
    episode = None if rebuild else current(identity, show, cast, files)
    built, tallies = episode is None, list[Tally]()
    if episode is None:
        spool = Spool(show.folder)
        with clock.measuring("write"):
            voiced, account = script_to_voice(order, keep=script == "keep", told=told)
        with clock.measuring("mix"):
            music = load_music(show)
        with clock.measuring("publish"):
            cover = artwork(show)
        with clock.measuring("speak"):
            performance = perform(
                voiced,
                show,
                cast=cast,
                notify=told.notice,
                on_line=told.lines,
                on_tally=tallies.append,
                spool=spool,
            )
        with clock.measuring("mix"):
            desk = Desk(music, show.loudness, show.roles)
            mixed = mix(
                performance, desk, on_chapter=told.chapters, store=ChapterStore(show.folder), spool=spool
            )
        with clock.measuring("publish"):
            untagged = new_episode(
                identity,
                content,
                voiced.title,
                performance.cast,
                mixed,
                account=account.totals,
                engines=tallies[-1].versions(performance.cast.name),
            )
            audio = (spool.put(id3_tag(_tags(untagged, show, cover))), *mixed.stream)
            episode = with_audio(untagged, audio, made_from(show, performance.cast, files, edition))
            store(show, episode, audio)
        told.made(order, episode, mixed, account, tallies[-1])
    with clock.measuring("publish"):
        published = publish(show)
    report = told.report(show, episode, clock.timings_ms)
    folder = show.episodes / episode.slug
    tally = tallies[-1] if tallies else Tally()
    return Built(episode, folder, published.feed, published.site, built, clock.timings_ms, tally, report)


def _name(issue: Path, show: Show) -> str:
    """What an issue is known by: its path in the show, or its file name if it lies elsewhere."""
    path = issue.resolve()
    return path.relative_to(show.folder).as_posix() if path.is_relative_to(show.folder) else path.name


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
