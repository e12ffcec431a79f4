"""Labels that can be a sentence's subject: "Google" acts; "Update", "What changed" and "The plan" do not."""

from __future__ import annotations

import re

_NO_SUBJECTS = """
also analysis answer background breaking business chapter clarification context correction crime culture
details elsewhere entertainment exclusive fact finally first health highlights here housing last latest
meanwhile money news next note notes now opinion other overview part people photo photos plus politics poll
question quote recap related reminder report result results rumor rumour schedule science score scores
similarly source sources sport sports status step still style summary survey tech technology then tip today
together tomorrow tonight travel trend trends update updates video watch weather week weekend world
yesterday monday tuesday wednesday thursday friday saturday sunday bonds yields
afp ap axios bbc bloomberg cnbc cnn economist ft guardian nyt politico reuters techcrunch wsj
"""
_NO_SUBJECT = frozenset(_NO_SUBJECTS.split())
"""What a text is filed under, or who reports it; it did nothing itself."""
_ABSTRACT = re.compile(
    r"(?:the |our |my |your |an? )?(?:[a-z-]+ )?(?:aim|alternative|ask|backstory|bet|case|challenge"
    r"|consequence|details?|downside|example|exception|fallout|fix|goal|idea|impact|lesson|milestone|mission|myth|news|number"
    r"|outcome|plan|problem|reaction|reality|reason|response|result|solution|stake|story|task|trend|truth|upside"
    r"|verdict)s?",
    re.IGNORECASE,
)
_ASKS_OR_PLACES = re.compile(
    r"(?:what|why|how|who|when|where|which|whose|if|as|in|on|at|for|by|from|to|with|day|week|part|step|latest"
    r"|breaking|related|note)\b|[a-z]+ing (?:the|an?|your)\b|.*\b(?:they|we|you|i|he|she|it)\b",
    re.IGNORECASE,
)


def can_act(label: str) -> bool:
    """Whether a label can be the subject of what follows."""
    words = re.findall(r"[\w’'-]+", label.lower())
    if not words or words[-1] in _NO_SUBJECT:
        return False
    return not (_ASKS_OR_PLACES.match(label) or _ABSTRACT.fullmatch(label))
