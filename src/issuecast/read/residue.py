"""What a mail tool or a web page puts around an issue, and nobody wants to hear.

A line is residue only if the whole of it matches: a sentence that happens to say "subscribe" stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from issuecast.models import LeftOut, Reason

_MAIL = r"(?:e-?mail|newsletter|message|issue|post)"
_SETTINGS = r"(?:subscriptions?|preferences|profile|settings)"
_TOOLS = r"(?:beehiiv|substack|ghost|mailchimp|buttondown|kit)"
_REST = r"(?:[^.!?]|[.!?](?=\S))*[.!?]?"  # of one sentence, in which "example.org" may stand
_WHOLE_LINES = (
    # what surrounds an article on a page
    r"keep reading|see all|view more|load(?:ing)?(?: more)?|table of contents|paid",
    r"(?:related|recommended|previous|next) (?:posts?|articles?|stories|issues?)|recommended for you",
    r"previous|next|top latest discussions|back to (?:top|home)|skip to (?:main )?content",
    r"no (?:more )?(?:posts|articles|results)(?: found)?",
    r"(?:reading time:? )?\d+ ?min(?:ute)?s?(?: (?:read|listen))?|listen to (?:this |the )?(?:post|article)",
    r"cookie (?:policy|settings)|accept(?: all)? cookies|start writing(?: today)?|get (?:the|our) app",
    # what asks for a reaction
    r"(?:\d+ )?(?:comments?|likes?|shares?|views|restacks?|repl(?:y|ies))",
    r"(?:leave|add|write|post)(?: a| your)? comment|discussion about this (?:post|podcast|video)",
    r"log ?in or subscribe to participate.{0,40}|or to participate|refer a friend|pledge your support",
    rf"(?:share|tweet|forward|like|restack)(?: (?:this|the))? (?:{_MAIL}|article|story)",
    rf"(?:share|tweet|forward)(?: (?:this|the))?(?: {_MAIL}| article)? (?:on|via|by|with) [\w ]{{1,20}}",
    r"tweet|forward|copy link|bookmark|give a gift subscription|reply to this e-?mail",
    r"facebook|twitter|x|linkedin|instagram|youtube|mastodon|bluesky|threads|tiktok|whatsapp|reddit|rss",
    # accounts and subscriptions
    r"(?:log ?in|sign ?(?:in|up|out)|subscribed?)(?: (?:now|here|today|free|for free))?",
    r"upgrade(?: to paid)?|(?:click here to )?subscribe|start(?: a)? free trial|type your e-?mail.{0,10}",
    r"subscribe to (?:this|the|our) newsletter|already (?:a subscriber|have an account)\?|ready for more\?",
    r"advertise(?: (?:with us|here))?|sponsor us|become a sponsor",
    r"thanks for reading .{1,80}[!.] subscribe for free to receive new posts and support my work",
    r".{1,80} is (?:a )?reader-supported(?: publication)?",
    r"to receive new posts and support my work, consider becoming a (?:free or )?paid subscriber",
    # what a mail says of itself
    rf"view(?: this| the)?(?: {_MAIL})? (?:in|on|as)(?: \w+)?(?: web)? ?(?:browser|site|page)",
    rf"(?:view|read|open|listen)(?: it| this)?(?: {_MAIL})? (?:online|in (?:the )?app|on (?:the )?web)",
    rf"(?:is )?(?:this )?{_MAIL} not (?:displaying|showing|loading)(?: correctly| properly)?\?",
    rf"(?:having )?trouble (?:viewing|reading) this {_MAIL}\?",
    rf"was this(?: {_MAIL})? forwarded(?: to you)?(?: by [\w ]{{1,20}})?\?|forwarded this {_MAIL}\?",
    rf"(?:did )?(?:someone|a friend) forward(?:ed)?(?: you)? this(?: {_MAIL})?(?: to you)?\??",
    rf"you(?:'re| are|'ve)?(?: are)? (?:receiv(?:ed|ing)|get(?:ting)?|got) this(?: {_MAIL})? because{_REST}",
    rf"this {_MAIL} was sent (?:to|by|from){_REST}|sent to \S{{1,60}}@\S{{1,60}}",
    r"(?:click here to |to )?(?:unsubscribe|opt[- ]out)(?:,? (?:here|now|click here|from .{1,60}))?",
    rf"(?:manage|update|change|edit)(?: your| my)?(?: e-?mail| subscription)? {_SETTINGS}(?: here)?",
    rf"(?:manage|update|change) your {_SETTINGS} or unsubscribe(?: from this list| here)?",
    r"you can (?:update|change|manage) your preferences or unsubscribe from this list",
    rf"(?:don't|no longer|do not) want (?:to (?:receive|get) )?these(?: {_MAIL}s?)?\?",
    rf"want to change how you receive these {_MAIL}s\?",
    r"our mailing address is:?.{0,120}",
    r"add us to your address book",
    # law and machinery
    r"privacy(?: (?:policy|notice))?|terms(?: (?:of (?:service|use)|(?:and|&) conditions))?",
    r"collection notice|imprint|all rights reserved",
    r"(?:copyright )?(?:©|\(c\)|copyright(?: ©| \(c\))?) ?(?:19|20)\d\d.*",
    rf"(?:powered by|made with|sent with|published (?:with|on)) {_TOOLS}",
    r"substack is the home for great culture",
)
_RESIDUE = re.compile("|".join(_WHOLE_LINES), re.IGNORECASE)
_ADDRESS = re.compile(r"\[([^\[\]]{1,200})\]\([^\s()]*\)|\s?\[\d{1,3}\]|[(<\[]?https?://\S+", re.IGNORECASE)
_CELLS = re.compile(r"\s*[|·•∙/]\s*|(?<=[.!?])\s+")
_PICTURES = re.compile(r"^[^\w©(]+|[^\w?)]+$")
_COUNTER = re.compile(r"[\d,.]{1,7}[kK]?")
_EDGE = " \t[]()<>{}→➔»›←«–—_*#|·•∙:-\N{VARIATION SELECTOR-16}"
_LONGEST = 300


def is_residue(text: str) -> bool:
    """Whether a text, or each cell and sentence of it ("Share | Tweet", "Forwarded this email? Sign up
    here."), is page residue.
    """
    bare = bare_words(text)
    if not bare or _matches(bare):
        return bool(bare)
    cells = [cell for cell in _CELLS.split(bare) if cell]
    return len(cells) > 1 and all(map(_matches, cells))


def bare_words(text: str) -> str:
    """A short text without addresses, and without the signs around it; "" if it is a long one."""
    if len(text) > 2 * _LONGEST:
        return ""
    bare = " ".join(text.split())
    bare = _ADDRESS.sub(r"\1", bare) if "[" in bare or "://" in bare else bare
    bare = bare.strip(_EDGE).replace("’", "'")
    return bare if len(bare) <= _LONGEST else ""


def without_residue(lines: Sequence[str]) -> list[str]:
    """The lines, with "" for each that is residue: on its own, with the lines around it up to the next blank
    ones, or as a counter of likes beside such a line.
    """
    if len(lines) == 1:
        return [""] if is_residue(lines[0]) else list(lines)
    dropped = {i for start, end in _paragraphs(lines) for i in _residue_in(lines, start, end)}
    if not dropped:
        return list(lines)
    told = [i for i, line in enumerate(lines) if line.strip()]
    for order in (told, told[::-1]):
        beside = False
        for i in order:
            if beside and _COUNTER.fullmatch(lines[i].strip()):
                dropped.add(i)
            beside = i in dropped
    return ["" if i in dropped else line for i, line in enumerate(lines)]


def dropped(told: Sequence[str], kept: Sequence[str], line: int = 1) -> tuple[LeftOut, ...]:
    """What `without_residue` took out of lines, of which the first is the source's `line`."""
    pairs = enumerate(zip(told, kept, strict=True), line)
    return tuple(
        LeftOut(" ".join(was.split()), Reason.FURNITURE, number)
        for number, (was, now) in pairs
        if was.strip() and not now
    )


def _matches(part: str) -> bool:
    # So the picture of "🔗 Share" is gone as well.
    bare = _PICTURES.sub("", part)
    return bool(bare) and _RESIDUE.fullmatch(bare) is not None


def _residue_in(lines: Sequence[str], start: int, end: int) -> Iterator[int]:
    # Only a wrapped text is judged as a whole: what begins below residue may be the issue.
    is_wrapped = end > start + 1 and all(_goes_on(lines[i - 1], lines[i]) for i in range(start + 1, end))
    whole = is_wrapped and is_residue(" ".join(lines[start:end]))
    return (i for i in range(start, end) if whole or is_residue(lines[i]))


def _goes_on(above: str, line: str) -> bool:
    return line.lstrip()[0].islower() or above.rstrip().endswith((":", ","))


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where runs of lines between blank ones start and end."""
    start = 0
    for i, line in enumerate([*lines, ""]):
        if not line.strip():
            if i > start:
                yield start, i
            start = i + 1
