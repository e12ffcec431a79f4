"""What search engines read in a page: schema.org's PodcastSeries and PodcastEpisode."""

from __future__ import annotations

from typing import Any

from issuecast.models import Episode
from issuecast.publish import addresses, times
from issuecast.publish.plain import one_line, opening
from issuecast.show import Show

_DESCRIPTION = 500


def of_show(show: Show, picture_url: str) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        **_series(show),
        "image": picture_url,
        "inLanguage": show.language,
    }


def of_episode(show: Show, episode: Episode, picture_url: str) -> dict[str, Any]:
    described = {"description": opening(episode.summary, _DESCRIPTION)} if episode.summary.strip() else {}
    numbered = {"episodeNumber": episode.number} if episode.number is not None else {}
    return {
        "@context": "https://schema.org",
        "@type": "PodcastEpisode",
        "name": one_line(episode.title),
        "url": addresses.page(show, episode),
        "datePublished": episode.published.isoformat(),
        "duration": times.iso8601(episode.duration_ms),
        "image": picture_url,
        "inLanguage": show.language,
        "associatedMedia": {
            "@type": "AudioObject",
            "contentUrl": addresses.in_folder(show, episode, episode.audio),
            "contentSize": str(episode.bytes),
            "duration": times.iso8601(episode.duration_ms),
            "encodingFormat": "audio/mpeg",
        },
        "partOfSeries": _series(show),
        **described,
        **numbered,
    }


def _series(show: Show) -> dict[str, Any]:
    return {
        "@type": "PodcastSeries",
        "name": one_line(show.title),
        "description": opening(show.description, _DESCRIPTION),
        "url": addresses.on_the_web(show),
        "webFeed": addresses.feed(show),
    }
