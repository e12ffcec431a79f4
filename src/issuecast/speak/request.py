"""What the studio is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from issuecast.models import Delivery, Voice
from issuecast.speak.engines import NATURAL


@dataclass(frozen=True, slots=True)
class Request:
    """A text to be said by a voice in some way; equal requests are recorded once."""

    text: str
    voice: Voice
    delivery: Delivery = NATURAL
