"""How mail tools write merge tags: beehiiv, Ghost, Kit, Klaviyo, Brevo, Buttondown, MailerLite ({{ … }}, {…},
{$…}), Mailchimp (*|…|*), Salesforce (%%…%%), Mailgun (%recipient.…%), Campaign Monitor ([…,fallback=…]),
Mailjet ([[data:…]]), ActiveCampaign (%FIRSTNAME%).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

_QUOTED = r"[\"'“”‘’](?P<{}>[^\"“”\n{{}}]{{0,200}}?)[\"'“”‘’]"
_PERSON = (
    r"(?:(?:full|first|last|f|l|nick|user|sub(?:scriber)?)[_ -]?name(?:_fix)?|name|e-?mail(?:[_ -]?address)?)"
)
_QUOTES = re.compile(r"&(?:quot|apos|#0?34|#0?39|#x2[27]|[lr][sd]quo);", re.IGNORECASE)

_PRESS = r"(?:caption|gallery|embed|audio|video|playlist|contact-form(?:-7)?|(?:vc|et_pb)_\w{1,40})"

FORM = re.compile(
    r"\*\|(?P<star>[A-Z][^|*\n]{0,200})\|\*"
    r"|\{\{\{?(?P<braces>[^{}]{1,300}|\s*\$\{[^{}]{1,100}\}[^{}]{0,200})\}\}\}?"
    r"|\{%-?\s*(?P<liquid>(?:(?:els)?if|else|elif|endif|unless|endunless|for|endfor|case|when|endcase|assign"
    r"|capture|endcapture|set|raw|endraw|verbatim|endverbatim|unsubscribe|web_view)\b[^{}]{0,300}?)-?%\}"
    r"|<%=?-?\s*[A-Za-z_@][\w.\[\]'@]{0,80}(?:\s*\|\|\s*" + _QUOTED.format("erb") + r")?\s*-?%>"
    r"|%%(?:=[^%\n]{1,200}=|\[[^%]{1,500}\]|(?<!\d%%)[A-Za-z_][\w.]+(?: [\w.]+){0,3})%%"
    r"|%(?:recipient\.[\w.]{1,60}|(?:tag_|mailing_list_)?unsubscribe_(?:url|email)|"
    + _PERSON.replace("|name|", "|")
    + r")%"
    r"|(?<![\w$/{\\])\$?\{(?:[A-Za-z_]\w{0,60},\s*"
    + _QUOTED.format("ghost")
    + r"|"
    + _PERSON
    + r"(?:\s*\|\s*(?P<pipe>[^{}|\n]{1,100}))?)\}"
    r"|~Contact\.\w{1,60}~|<<"
    + _PERSON
    + r">>|\[(?:first|last|full|subscriber|recipient)[ _]name\](?![(\[:])"
    r"|(?-i:(?P<press>\[/" + _PRESS + r"\]|\[" + _PRESS + r" [^\[\]\n=]{1,60}=[^\[\]\n]{0,400}\](?!\()))"
    r"|\{(?:\$\w{1,60}(?:\|default[:(]\s*" + _QUOTED.format("lite") + r"\)?)?|!\w{1,60})\}"
    r"|\{contactfield=\w{1,60}(?:\|(?P<field>[^{}\n]{0,200}))?\}"
    r"|\[\w{1,60},\s*fallback=(?P<fallback>[^\[\]\n]{0,200})\]"
    r"|\[\[(?:data:\w{1,60}:" + _QUOTED.format("jet") + r"|" + _PERSON + r"(?: OR "
    r"" + _QUOTED.format("contact") + r")?)\]\]"
    r"|\[(?-i:[A-Z][A-Z_]{1,40})(?:\s*\|\s*(?P<bar>[^|\[\]\n]{0,200})\](?!\()|(?<=NAME)\](?!\())",
    re.IGNORECASE,
)
"""Any merge tag; the groups are what is looked at again, or the fallback."""
_FALLBACKS = ("ghost", "pipe", "erb", "lite", "field", "fallback", "jet", "contact", "bar")

_PATH = re.compile(r"[$@]?(?:\{[\w.\s-]+\}|[A-Za-z_][\w.\-\[\]'@]*)")
_DEFAULT = re.compile(r"(?:default|fallback|default_if_none)\b\s*[:(=]?\s*(?P<value>.*?)\)?", re.DOTALL)
_FALLBACK = re.compile(r",\s*(?:fallback|default)\s*[=:](?P<value>.*)", re.DOTALL)
_OR = re.compile(r"(?:\?\?|\|\||\bor\b)\s*(?P<value>[\"'“‘].*)", re.DOTALL)
_CALL = re.compile(r"[A-Za-z_][\w.]*\((?P<arguments>[^()]*)\)")
_LITERAL = re.compile(r"(?P<quote>[\"'“‘])(?P<value>[^\"“”]*?)[\"'”’]")
_FILTERS = re.compile(
    r"(?:abs|append|capitali[sz]e|date|downcase|escape|first|last|lower(?:case)?|lstrip|prepend|remove|replace|"
    r"rstrip|safe|slice|split|strip|strip_html|title(?:case)?|trim|truncate|truncatewords|upcase|upper(?:case)?|"
    r"url_encode|urlencode)\b.*",
    re.IGNORECASE | re.DOTALL,
)
SUBSCRIBER = re.compile(
    r"subscriber|recipient|contact|(?:first|last|full|f|l)[_ -]?name|e-?mail|unsub", re.IGNORECASE
)
"""Words in a tag that can only mean who gets the mail."""
_PAID = re.compile(r"premium|paid|paying|member|patron|tier", re.IGNORECASE)


class Role(Enum):
    """What a tag does: it stands for a value, or begins, turns or ends a part shown on a condition."""

    VALUE = auto()
    IF = auto()
    UNLESS = auto()
    ELSE_IF = auto()
    ELSE = auto()
    END = auto()
    MACHINERY = auto()  # of a page's generator, not of a mail
    MARK = auto()  # of no importance to what is shown


@dataclass(frozen=True, slots=True)
class MergeTag:
    """A merge tag; `fallback` is "" if it has none, `paid`: it asks whether the subscriber pays."""

    role: Role
    fallback: str = ""
    paid: bool = False


def merge_tag(match: re.Match[str]) -> MergeTag | None:
    """The merge tag that `FORM` found, None if it is something else in braces."""
    if star := match["star"]:
        return _star(star.strip())
    if liquid := match["liquid"]:
        return _condition(liquid)
    if braces := match["braces"]:
        return _braces(_QUOTES.sub('"', braces).strip())
    role = Role.MACHINERY if match["press"] else Role.VALUE
    return MergeTag(role, next((told for group in _FALLBACKS if (told := match[group])), "").strip())


def _star(text: str) -> MergeTag:
    """Of Mailchimp."""
    word = text.partition(":")[0].upper()
    roles = {"IF": Role.IF, "IFNOT": Role.UNLESS, "INTERESTED": Role.IF, "ELSEIF": Role.ELSE_IF,
             "ELSE": Role.ELSE, "END": Role.END}  # fmt: skip
    fallback = text.partition(":")[2].strip() if re.fullmatch(_PERSON, word, re.IGNORECASE) else ""
    return MergeTag(roles.get(word, Role.VALUE), fallback, paid=_PAID.search(text) is not None)


def _condition(text: str) -> MergeTag:
    """Of Liquid and its relatives, and of Handlebars without its sign."""
    word = text.split(None, 1)[0].lower()
    roles = {"if": Role.IF, "unless": Role.UNLESS, "elsif": Role.ELSE_IF, "elseif": Role.ELSE_IF,
             "elif": Role.ELSE_IF, "else": Role.ELSE, "endif": Role.END, "endunless": Role.END}  # fmt: skip
    return MergeTag(roles.get(word, Role.MARK), paid=_PAID.search(text) is not None)


def _braces(text: str) -> MergeTag | None:
    """Of the many tools that write two braces."""
    if text[:1] in {"#", "^", "/", ">", "!", "&"}:
        return _section(text)
    if text == "else":
        return MergeTag(Role.ELSE)
    if literal := _LITERAL.match(text):
        told = (
            literal["value"]
            if re.fullmatch(r"\s*(?:\|(?!\s*date).*)?", text[literal.end() :], re.DOTALL)
            else ""
        )
        return MergeTag(Role.VALUE, told.strip())
    if call := _CALL.match(text):
        arguments = [one["value"] for one in _LITERAL.finditer(call["arguments"])]
        return MergeTag(Role.VALUE, arguments[1].strip() if len(arguments) > 1 else "")
    path = _PATH.match(text)
    rest = text[path.end() :].strip() if path else text
    if told := _OR.match(rest) or _FALLBACK.fullmatch(rest):
        return MergeTag(Role.VALUE, _unquoted(told["value"]))
    return MergeTag(Role.VALUE, _of_filters(rest[1:])) if path and rest[:1] in {"", "|"} else None


def _section(text: str) -> MergeTag | None:
    """Of Handlebars and Mustache: {{#if x}}, {{^x}}, {{/x}}, {{> part}}, {{! a remark }}."""
    sign, name = text[0], text[1:].strip()
    if not re.match(r"[\w.@-]", name):
        return None
    if sign == "#":
        role = Role.UNLESS if name.startswith("unless") else Role.MARK if name.startswith("each") else Role.IF
    else:
        role = {"^": Role.UNLESS, "/": Role.MARK if name == "each" else Role.END}.get(sign, Role.VALUE)
    return MergeTag(role, paid=_PAID.search(name) is not None)


def _of_filters(text: str) -> str:
    """The fallback in what follows the first bar: `default: "friend"`, or just `friend`."""
    filters = [one.strip() for one in text.split("|") if one.strip()]
    for one in filters:
        if default := _DEFAULT.fullmatch(one):
            return _unquoted(default["value"])
    plain = [one for one in filters if not _FILTERS.fullmatch(one)]
    return _unquoted(plain[0]) if plain else ""


def _unquoted(text: str) -> str:
    return text.strip().strip("\"'“”‘’").strip()
