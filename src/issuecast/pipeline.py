"""The story on one page: read → write → speak → mix → publish.

What makes an episode is imported when one is made: an issue that is built already must not wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from issuecast.clock import Stopwatch, now
from issuecast.errors import IssuecastError, IssueError
from issuecast.models import FULL, Episode
from issuecast.progress import Progress, Unheard
from issuecast.publish import Manifest, cover, publish, recorded, records, store
from issuecast.publish.identity import identify, made_from, stands
from issuecast.publish.numbering import Place
from issuecast.publish.renamed import KnownBy
from issuecast.publish.schedule import absence
from issuecast.report import Logbook
from issuecast.show import Show, load
from issuecast.unchanged import Wanted, learn, unchanged

if TYPE_CHECKING:
    from issuecast.mix import Tags
    from issuecast.models import Performance, Script
    from issuecast.speak import EngineTally, Tally
    from issuecast.spool import Spool

STAGES = ("read", "write", "speak", "mix", "publish")


@dataclass(frozen=True, slots=True)
class Built:
    """What a build leaves: the episode and where it is, whether this run made its audio, what that took.

    `report` is the page for the editor that tells how the audio was made, None if there is none; `in_feed` is
    false for an episode whose time is to come, and for one that was unpublished.
    """

    episode: Episode
    folder: Path
    feed: Path
    site: Path
    built: bool
    timings_ms: Mapping[str, int]
    voicing: tuple[EngineTally, ...] = ()
    report: Path | None = None
    in_feed: bool = True


def build(  # noqa: PLR0913  the options of the command
    issue: Path | str,
    *,
    show: Show | Path | str = ".",
    cast: str | None = None,
    day: date | None = None,
    edition: str = FULL,
    episode: str | None = None,
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
        episode: the slug of the episode that it is, if that cannot be told from the issue; "new" for none.
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
    wanted, manifest = Wanted(source, show, edition, cast, day, episode), Manifest.of(show)
    with clock.measuring("read"):
        made = None if rebuild else unchanged(wanted, manifest)
    voicing: tuple[EngineTally, ...] | None = None
    if made is None:
        made, voicing = _made(wanted, manifest, told, clock, rebuild=rebuild, keep=script == "keep")
    with clock.measuring("publish"):
        published = publish(show, manifest)
    dated = (*published.scheduled, *published.listed)
    due = next((one.published for one in dated if one.slug == made.slug), made.published)
    made = replace(made, published=due)
    missing = tuple(absence(made))
    for sentence in (*published.notices, *missing):
        told.notice(sentence)
    return Built(
        made,
        show.episodes / made.slug,
        published.feed,
        published.site,
        voicing is not None,
        clock.timings_ms,
        voicing or (),
        told.report(show, made, clock.timings_ms),
        not missing,
    )


def _made(  # noqa: PLR0913, PLR0915  the story itself; two of them are options of the command
    wanted: Wanted, manifest: Manifest, told: Logbook, clock: Stopwatch, *, rebuild: bool, keep: bool
) -> tuple[Episode, tuple[EngineTally, ...] | None]:
    """The episode, and what voicing it took; None if it stands as it was recorded."""
    from issuecast.desk import Commission, script_to_voice
    from issuecast.memory import return_large_blocks
    from issuecast.mix import ChapterStore, Desk, alternates, check_encoders, id3_tag, load_music, mix
    from issuecast.publish.chapter_links import unseen
    from issuecast.publish.episode import new_episode, with_alternates, with_audio
    from issuecast.publish.pictures import paint
    from issuecast.spool import Spool

    return_large_blocks()
    source, show, seen = wanted.source, wanted.show, wanted.seen
    with clock.measuring("read"):
        order = Commission.of(source, show, wanted.edition, wanted.day)
    content = order.content
    learn(wanted, manifest, seen, content.date)
    day = wanted.day or content.date or _undated(source)
    archive = records(show, manifest)
    identity = identify(
        show, archive, KnownBy(wanted.name, day, content, wanted.edition, wanted.episode), now()
    )
    if identity.notice:
        told.notice(identity.notice)
    place = Place.of(show, content, day, archive=archive, earlier=identity.earlier)
    edited = order.edited
    files = (source, edited.path) if edited else (source,)
    if not rebuild and (standing := stands(identity, show, wanted.cast, files)):
        return recorded(show, standing.slug), None
    tallies: list[Tally] = []
    spool, formats = Spool(show.folder), show.audio.alternates
    with ThreadPoolExecutor(2) as beside:
        loading, drawing = beside.submit(load_music, show), beside.submit(cover, show, manifest)
        with clock.measuring("write"):
            voiced, account = script_to_voice(order, keep=keep, told=told)
        # Before anything is voiced, so that broken music or a broken cover costs nothing.
        with clock.measuring("mix"):
            check_encoders(formats)
            music = loading.result()
        if show.cover:
            drawing.result()
        with clock.measuring("speak"):
            performance = _performed(voiced, wanted, told, tallies, spool)
    with clock.measuring("mix"):
        desk, chapters = Desk(music, show.loudness, show.roles, bool(formats)), ChapterStore(show.folder)
        mixed = mix(performance, desk, on_chapter=told.chapters, store=chapters, spool=spool)
    with clock.measuring("publish"):
        untagged = new_episode(
            identity,
            content,
            voiced.title,
            performance.cast,
            mixed,
            place=place,
            account=account.totals,
            engines=performance.versions,
        )
        for sentence in unseen(content):
            told.notice(sentence)
        pictures = paint(show, untagged, drawing.result())
        untagged = replace(untagged, artwork=next(iter(pictures)))
        tags = _tags(untagged, show, pictures[untagged.artwork])
        audio = (spool.put(id3_tag(tags)), *mixed.stream)
    with clock.measuring("mix"):
        others = alternates(mixed, formats, tags, spool)
    with clock.measuring("publish"):
        sounding = with_audio(untagged, audio, made_from(show, performance.cast, files, wanted.edition))
        episode = with_alternates(sounding, others)
        named = zip(episode.alternates, others, strict=True)
        painted = {name: (content,) for name, content in pictures.items()}
        store(show, episode, audio, {**painted, **{one.audio: other.file for one, other in named}})
    told.made(order, episode, mixed, account, tallies[-1])
    return episode, tallies[-1].engines


def _performed(
    script: Script, wanted: Wanted, told: Logbook, tallies: list[Tally], spool: Spool
) -> Performance:
    """The script, voiced; a failure tells what it spent all the same."""
    from issuecast.speak import perform

    try:
        return perform(
            script,
            wanted.show,
            cast=wanted.cast,
            notify=told.notice,
            on_line=told.lines,
            on_tally=tallies.append,
            spool=spool,
        )
    except IssuecastError:
        for spent in tallies[-1].engines if tallies else ():
            told.notice(f"{spent}.")
        raise


def _undated(issue: Path) -> date:
    raise IssueError(f"{issue} tells no date, in its text or in its name", "name one with --date YYYY-MM-DD")


def _tags(episode: Episode, show: Show, picture: bytes) -> Tags:
    from issuecast.mix import Tags
    from issuecast.publish.addresses import feed
    from issuecast.publish.plain import one_line
    from issuecast.publish.show_guid import is_local
    from issuecast.publish.show_notes import summary
    from issuecast.publish.transcript_page import text

    return Tags(
        title=one_line(episode.title),
        show=one_line(show.title),
        author=one_line(episode.author or show.author),
        date=episode.date,
        number=episode.number,
        comment=summary(episode),
        language=show.language,
        cover_jpeg=picture,
        timeline=tuple(replace(one, title=one_line(one.title)) for one in episode.timeline),
        # A feed that only this network reaches is none to subscribe to.
        feed="" if is_local(show.base_url) else feed(show),
        guid=episode.guid,
        lyrics=text(show, episode) if show.audio.lyrics else "",
    )
