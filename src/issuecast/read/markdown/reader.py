"""Markdown issues, as static site generators and newsletter tools keep them."""

from __future__ import annotations

from issuecast.models import Issue
from issuecast.read.front_matter import split_front_matter
from issuecast.read.headline import headings_lost, split_headline
from issuecast.read.markdown.blocks import Blocks, finished
from issuecast.read.markdown.definitions import split_definitions
from issuecast.read.markdown.shortcodes import without_shortcodes
from issuecast.read.naming import issue_of
from issuecast.read.outline import in_each_section
from issuecast.read.source import Source
from issuecast.read.text import MARKDOWN, is_pasted
from issuecast.read.titles import spelling_in, unshouted, unshouted_flow


class MarkdownReader:
    """CommonMark with GitHub's tables, alerts, footnotes and ~~deletions~~, and what site generators add."""

    def detects(self, source: Source) -> bool:
        return source.suffix in MARKDOWN and not is_pasted(source.text)

    def read(self, source: Source) -> Issue:
        front, body = split_front_matter(source.text, source.path)
        body, machinery = without_shortcodes(body)
        blocks = Blocks(split_definitions(body.split("\n")))
        flow = list(in_each_section(blocks.flow(), finished))
        title, headed = split_headline(flow, front.title)
        spelling = spelling_in(body)
        return issue_of(
            front,
            source,
            unshouted_flow(headed, spelling),
            title=unshouted(title, spelling),
            left_out=(*machinery, *blocks.left_out, *headings_lost(flow, headed, title)),
        )
