from __future__ import annotations

import json

from issuecast.models import Episode
from issuecast.publish.chapters import to_json


def test_chapters_have_their_times_in_seconds(episode: Episode) -> None:
    """JSON Chapters 1.2, from the same timeline as everything else."""
    assert json.loads(to_json(episode)) == {
        "version": "1.2.0",
        "title": "The Quiet Grid",
        "chapters": [
            {"startTime": 0.0, "endTime": 12.0, "title": "Cold open"},
            {"startTime": 12.0, "endTime": 25.5, "title": "Market Pulse"},
            {"startTime": 25.5, "endTime": 40.0, "title": "Sign-off"},
        ],
    }
