"""HTML issues: a page, an export, or the HTML part of a mail.

A document is made safe to parse (marked.py), parsed (tree.py), asked what it says of itself (page.py) and
walked over once (walk.py). Elements open frames that gather what they hold (openings.py, frames.py,
listings.py, tables.py, notes.py, boxes.py, sponsors.py). Then texts that look like headings become headings
(headings.py), and what names the issue its title, author and date (naming.py).
"""

from issuecast.read.html.reader import HtmlReader, fragment

__all__ = ["HtmlReader", "fragment"]
