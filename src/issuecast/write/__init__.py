"""WRITE: an issue to a spoken script.

`script.write` does it, through Jinja2 templates that print the format of `script_format`; the same
parser reads a script that a person has edited. `spoken` gives the words that a voice says.
"""
