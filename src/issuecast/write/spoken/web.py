"""Addresses of the web and its like: links, domains, e-mail, files, handles, hashtags, identifiers."""

from __future__ import annotations

import re

from issuecast.write.spoken import words
from issuecast.write.spoken.context import word_before
from issuecast.write.spoken.rules import LETTER, Rule, lazy, rule

_LABEL = rf"(?:{LETTER}|\d)(?:{LETTER}|\d|[-_]){{0,62}}"
_HOST = rf"{_LABEL}(?:\.{_LABEL}){{1,8}}"
_RUNS = lazy(r"\d+|[^\W\d_]+|.", re.DOTALL)
_SIGNS = {
    ".": "dot",
    "/": "slash",
    "-": "dash",
    "_": "underscore",
    "@": "at",
    "+": "plus",
    ":": "colon",
    "~": "tilde",
}
# Top-level domains and file endings that are said as words; others of up to three letters are spelled.
_SAID = frozenset(
    "com net org gov edu info biz app dev blog news xyz pro toml zip bin tar doc log rock bot md".split()
)
_ORDERED = frozenset("order ticket case invoice issue bug pr part model number tracking".split())
_SHORTEST_ENDING = 2
_LONGEST_NUMBER = 12
_MOST_SEGMENTS = 2
_MOST_SIGNS = 24


def _spell(part: str) -> str:
    """ "asdf123-sm" → "asdf one two three dash sm"."""
    said = []
    for run in _RUNS.findall(part):
        if run.isdecimal():
            said.append(words.digits(run))
        elif run.isalpha():
            said.append(run)
        else:
            said.append(_SIGNS.get(run, ""))
    return " ".join(filter(None, said))


def _ending(label: str) -> str:
    """ "io" → "I O", "com" → "com"."""
    short = label.isalpha() and len(label) <= 3 and label.lower() not in _SAID
    return " ".join(label.upper()) if short else _spell(label)


def host(written: str) -> str:
    """ "www.example.co.uk" → "example dot co dot U K"."""
    *labels, last = re.sub(r"^www\d?\.", "", written, flags=re.IGNORECASE).split(".")
    return " dot ".join([*map(_spell, labels), _ending(last)])


def path(written: str) -> str:
    """A short path in words; of a long one, or one of a query, nothing: no listener notes it down."""
    trail = written.strip("/")
    parts = [part for part in trail.split("/") if part]
    plain = re.fullmatch(r"[\w.~/+-]*", trail) and trail.count("-") < _MOST_SEGMENTS
    if len(parts) > _MOST_SEGMENTS or len(trail) > _MOST_SIGNS or not plain:
        return ""
    return "".join([f" slash {_spell(part)}" for part in parts])


def _link(m: re.Match[str]) -> str:
    return host(m["host"]) + path(m["path"] or "")


def _email(m: re.Match[str]) -> str | None:
    if not m["host"].rpartition(".")[2][0].isalpha():  # "react@18.2.0"
        return None
    return f"{_spell(m['local'])} at {host(m['host'])}{path(m['path'] or '')}"


def _domain(m: re.Match[str]) -> str | None:
    labels = m["host"].split(".")
    last = labels[-1]
    if not last[0].isalpha() or len(last) < _SHORTEST_ENDING:
        return None
    if last.istitle() and m["path"] is None and last.lower() not in _SAID:
        return identifier(m[0]) if len(labels) > 2 else None  # "The end.Next": a space is missing
    if not m["path"] and _is_identifier(last):
        return identifier(m[0])
    return host(m["host"]) + path(m["path"] or "")


def _is_identifier(last: str) -> bool:
    return re.search(r"[_-]|[a-z][A-Z]", last) is not None


def _file(m: re.Match[str]) -> str:
    """A path such as "src/main.rs"."""
    said = [
        " dot ".join([_spell(a) if not i else _ending(a) for i, a in enumerate(part.split("."))])
        for part in m[0].lstrip("~").strip("/").split("/")
    ]
    return ("slash " if m[0][0] == "/" else "") + " slash ".join(filter(None, said))


def _paper(m: re.Match[str]) -> str:
    """The number of a paper; nobody notes down a long one."""
    return f"{m[1]} {_spell(m[2])}" if len(m[2]) <= _LONGEST_NUMBER else m[1]


def identifier(written: str) -> str:
    """ "status.readyReplicas" → "status dot ready replicas", "__init__" → "init"."""
    parts = [re.sub(r"(?<=[a-z])(?=[A-Z])", "_", part) for part in written.split(".")]
    spoken = []
    for part in parts:
        pieces = [piece for piece in re.split(r"[_\-]+", part) if piece]
        spoken.append(" ".join([_piece(piece) for piece in pieces]))
    return " dot ".join(filter(None, spoken))


def _piece(piece: str) -> str:
    said = " ".join([words.reference(run) if run.isdecimal() else run for run in _RUNS.findall(piece)])
    return said.lower() if said.istitle() else said


def _identifier(m: re.Match[str]) -> str | None:
    return identifier(m[0]) if "_" in m[0].strip("_") else None


def _handle(m: re.Match[str]) -> str:
    said = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", m["name"].strip("._"))
    said = f"at {_spell(said).replace('underscore', '').replace('  ', ' ')}".rstrip()
    return f"{said} at {host(m['host'])}" if m["host"] else said


def _hashtag(m: re.Match[str]) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", m[1]).replace("_", " ")
    pieces = [words.reference(run) if run.isdecimal() else run for run in _RUNS.findall(spaced)]
    said = " ".join(" ".join(pieces).split())
    return said if word_before(m.string, m.start()).lower() in _ORDERED else f"hashtag {said}"


def _path(most: int) -> str:
    """The rest of an address in a pattern, without the stop of the sentence."""
    return rf"(?P<path>[/?\#][^\s<>\"'”’)\]}}|,;]{{0,{most}}}(?<![.!:*_`]))?"


ADDRESSES: tuple[Rule, ...] = (
    rule("link", "a", rf"(?i:https?|ftp)://(?:[^\s/@]{{1,64}}@)?(?P<host>[^\s/:?\#<>\"'”’)\]}},;]{{1,253}})(?::\d{{1,5}})?{_path(2000)}", _link),
    rule("mail link", "a", rf"mailto:(?P<local>[\w.+-]{{1,64}})@(?P<host>{_HOST})(?P<path>(?!))?", _email),
    rule("e-mail", "a9", rf"(?P<local>[\w.+-]{{1,64}})@(?P<host>{_HOST}){_path(60)}", _email),
    rule("domain", "a9", rf"(?P<host>{_HOST})(?::\d{{1,5}})?(?P<path>/[\w./~?=&%+\#@-]{{0,200}}(?<![.?]))?(?![\w@])", _domain),
    rule("file", "a9~./", r"(?:~|\.{1,2})?/?(?:[\w-]{1,60}/){1,9}[\w-]{1,60}(?:\.[A-Za-z]\w{0,9})+(?!\w)", _file),
    rule("path", "/~", r"(?<![^\s\"'(])(?:~?/)(?:[\w.-]{1,60}/){1,9}[\w.-]{0,60}(?<!\.)(?!\w)", _file),
    rule("number of a paper", "a", r"(arXiv|doi|DOI)(?::\ ?|\ )(\d{2,4}\.\d[\w./-]{0,60}\b)", _paper),
)  # fmt: skip

IDENTIFIERS: tuple[Rule, ...] = (
    rule("identifier", "a9_", rf"_{{0,3}}(?:{LETTER}|\d)++(?:_++(?:{LETTER}|\d)++)*+_{{0,3}}(?:\.(?:{LETTER}|_)\w{{0,60}})?", _identifier),
    rule("handle", "@", rf"@(?!\d{{1,4}}(?:[kMG]?Hz|fps|k)(?!\w))(?P<name>(?=\w{{0,30}}[^\W\d])\w[\w.-]{{0,60}}\b)(?:@(?P<host>{_HOST}))?", _handle),
    rule("hashtag", "#", r"\#(\d{0,9}[^\W\d]\w{0,60})", _hashtag),
)  # fmt: skip

LONG = (
    ADDRESSES[0],
    rule("long domain", "a9", rf"(?P<host>{_HOST})(?::\d{{1,5}})?(?P<path>/[^\s]{{100,4000}}+)(?!\S)", _link),
)
"""Addresses of any length."""
