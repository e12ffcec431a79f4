"""MIX: a performance and the show's music become one MP3 stream, and a timeline of it.

The chapter is the unit of work (`mix_chapter`): laid out (pacing), its voices brought to one level (voices),
put on one track with the music (assemble, ducking), mastered and encoded (encode) on its own, and the frames
of all chapters laid end to end (join). Other formats (alternates) are encoded whole, from what was mastered.
"""

from __future__ import annotations

from issuecast.mix.alternates import alternates, check_encoders
from issuecast.mix.chapter import ChapterSpec, MixedChapter, mix_chapter
from issuecast.mix.episode import mix
from issuecast.mix.kept import ChapterStore
from issuecast.mix.music import MusicSet, Piece, load_music
from issuecast.mix.plan import Desk
from issuecast.mix.tags import Tags, id3_tag

__all__ = [
    "ChapterSpec",
    "ChapterStore",
    "Desk",
    "MixedChapter",
    "MusicSet",
    "Piece",
    "Tags",
    "alternates",
    "check_encoders",
    "id3_tag",
    "load_music",
    "mix",
    "mix_chapter",
]
