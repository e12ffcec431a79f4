"""Pasted text: a newsletter as it comes out of a mail or a page, told by its look alone."""

from issuecast.read.text.reader import MARKDOWN, TextReader, is_pasted

__all__ = ["MARKDOWN", "TextReader", "is_pasted"]
