"""Markdown issues, as static site generators and newsletter tools keep them.

What needs no parser is cut out (stretches.py) and read by patterns (text.py); the parser (parser.py) gets the
rest, and its tokens become blocks (blocks.py) and their words (words.py).
"""

from issuecast.read.markdown.reader import MarkdownReader

__all__ = ["MarkdownReader"]
