"""Settings of music, loudness and formats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from issuecast.show.table import SettingsTable

_Piece: TypeAlias = Literal["intro", "bed", "sting", "outro", "under"]


class MusicSettings(SettingsTable):
    """Files in audio/; "" for none. The voice enters over the intro's tail, or at its end if sooner.

    `gain_db` is by the name of a piece, against its usual level; at +3 dB it is still 15 LU under speech.
    `under` has the file of a bed for chapters whose title matches a pattern.
    """

    intro: str = "intro.flac"
    bed: str = "bed.flac"
    sting: str = "sting.flac"
    outro: str = "outro.flac"
    voice_enters_ms: int = Field(6500, ge=0)
    gain_db: Mapping[_Piece, Annotated[float, Field(ge=-24, le=3)]] = {}
    under: Mapping[str, str] = {}


class Loudness(SettingsTable):
    """Targets as in ITU-R BS.1770; the defaults are Apple Podcasts' recommendation."""

    target_lufs: float = Field(-16, ge=-31, le=-9)
    peak_dbtp: float = Field(-1, ge=-9, le=-0.1)


def _in_one_order(formats: tuple[_Format, ...]) -> tuple[_Format, ...]:
    return tuple(sorted(set(formats)))


_Format: TypeAlias = Literal["aac", "opus"]


class Audio(SettingsTable):
    """Formats that an episode has beside MP3; with `lyrics` its files carry the transcript as text."""

    alternates: Annotated[tuple[_Format, ...], AfterValidator(_in_one_order)] = ()
    lyrics: bool = False
