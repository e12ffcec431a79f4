"""What a mail tool or a web page puts around an issue, and nobody wants to hear.

A line is residue only if the whole of it matches: a sentence that happens to say "subscribe" stays.
"""

from __future__ import annotations

import re

_WHOLE_LINES = (
    # web pages
    r"keep reading|read more|continue reading|related posts?|recommended( for you)?|see all",
    r"no posts found|no (more )?(posts|articles)( found)?|load(ing)? more\W*|loading\W*|back to (top|home)",
    r"\d+ min(ute)?s?( read)?|(\d+ )?(comments?|likes?|shares?|views|restacks?|replies)|leave a comment",
    r"share( this)?( post| article| issue)?( on .{1,20})?|like|restack|tweet|copy link|bookmark",
    r"(facebook|twitter|linkedin|instagram|youtube|mastodon|bluesky|tiktok|whatsapp|reddit)",
    r"log ?in|sign ?(in|up)|subscribed?|subscribe (now|here|today|for free)|upgrade( to paid)?",
    r"start( a)? free trial|skip to (main )?content|cookie policy|accept( all)? cookies",
    # mail
    r"view (this )?(e-?mail |issue |post )?(in|on) (your |the |a )?(browser|web|website|online|app).*",
    r"(view|read|open) (it )?(online|in (the )?app|in (your )?browser|on (the )?web(site)?)",
    r"(click here to )?unsubscribe( here| now| at any time| .{0,3}(from|or) .{1,80})?|opt[- ]out",
    r"manage (your )?(subscription|preferences).{0,80}",
    r"update (your )?(e-?mail )?(preferences|profile|settings)( here)?( or unsubscribe.{0,80})?",
    r"(was this|got this|did someone forward).{0,20}(e-?mail|newsletter)?.{0,40}forward.{0,80}",
    r"forwarded this (e-?mail|newsletter)\?.{0,80}",
    r"you('re| are)? (are )?(receiv(ed|ing)|get(ting)?) this (e-?mail|newsletter|message).{0,200}",
    r"this (e-?mail|newsletter|message) was sent (to|by|from).{0,200}",
    r"add us to your address book|no longer want to receive.{0,120}",
    r"don't want (these|to get) (e-?mails|this).{0,80}",
    r"(privacy policy|terms( of (service|use))?|advertise( with us)?|sponsor us)",
    r"(copyright )?(©|\(c\)|copyright ©?) ?\d{4}.{0,160}|all rights reserved\.?",
    r"powered by (beehiiv|substack|ghost|mailchimp|buttondown|convertkit|kit)\W*",
    r"start writing( today)?|get the app",
)
_RESIDUE = re.compile("|".join(f"(?:{form})" for form in _WHOLE_LINES), re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[|·•/]\s*")
_LONGEST = 300


def is_residue(line: str) -> bool:
    """Whether the line, or each cell of a row such as "Share | Tweet | Unsubscribe", is page residue."""
    bare = " ".join(line.split()).strip(" []()<>→»›←-–—_*#\N{VARIATION SELECTOR-16}")
    if not bare or len(bare) > _LONGEST:
        return False
    return all(_RESIDUE.fullmatch(cell.rstrip(".!")) for cell in _BETWEEN.split(bare) if cell)
