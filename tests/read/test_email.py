"""The e-mail reader: which part, which words, whose issue."""

from __future__ import annotations

import base64
import contextlib
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.errors import IssueError
from issuecast.models import BulletList, Issue, Paragraph, Quote, Reason, blocks_of
from issuecast.read.email import EmailReader
from issuecast.read.source import Source

SAMPLES = Path(__file__).parents[1] / "samples"
TEXT = "Good evening. The ferry waits for its last regular."
HTML = f"<html><body><h2>The ferry</h2><p>{TEXT}</p></body></html>"


def source(content: bytes | str, name: str = "issue.eml") -> Source:
    return Source(Path(name), content.encode() if isinstance(content, str) else content)


def read(content: bytes | str, name: str = "issue.eml") -> Issue:
    return EmailReader().read(source(content, name))


def mail(body: str = TEXT, **headers: str) -> str:
    """A mail with these headers (`content_type` is Content-Type)."""
    head = {"From": "Ines Okafor <ines@example.org>", "Subject": "The ferry", **headers}
    lines = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in head.items() if value)
    return f"{lines}\n{body}\n"


def multipart(kind: str, *parts: tuple[str, str], **headers: str) -> str:
    """A mail of parts, each its content type and text."""
    body = "".join(f"--b\nContent-Type: {inner}\n\n{text}\n" for inner, text in parts)
    return mail(f"{body}--b--", Content_Type=f"multipart/{kind}; boundary=b", **headers)


def spoken(issue: Issue) -> list[str]:
    """The text of each heading and of each block that has one."""
    titles = [section.title for section in issue.sections if section.title]
    blocks = blocks_of(issue.sections)
    return titles + [block.text for block in blocks if isinstance(block, Paragraph | Quote)]


def lost(issue: Issue) -> list[tuple[str, Reason]]:
    return [(one.text, one.reason) for one in issue.left_out]


# ── samples ───────────────────────────────────────────────────────────────────────────────────────


def test_mail_with_both_parts() -> None:
    """Head and HTML part make the issue; the text part and the attachment are accounted for."""
    issue = read((SAMPLES / "harbour-post.eml").read_bytes())
    assert (issue.title, issue.date, issue.author, issue.number, issue.language, issue.place) == (
        "⚓ One crane, two ports",
        date(2026, 3, 4),
        "Marta Lindqvist",
        48,
        "en",
        "the HTML part",
    )
    assert issue.url == "https://harbourpost.example/p/one-crane-two-ports"
    assert [section.title for section in issue.sections] == [
        "",
        "Quick hits",
        "Quote of the day",
        "Deep dive: the crane that commutes",
        "One more thing",
    ]
    assert ("tide-table.pdf (application/pdf)", Reason.FURNITURE) in lost(issue)
    assert ("View this email in your browser: …", Reason.FURNITURE) in lost(issue)
    assert ("One crane, two ports", Reason.NAMING) in lost(issue)


def test_forwarded_newsletter() -> None:
    """What is forwarded is the issue, by its own sender; what stands above it is left out."""
    issue = read((SAMPLES / "forwarded.eml").read_bytes())
    assert (issue.title, issue.date, issue.author) == (
        "The bakery that runs at night",
        date(2026, 2, 16),
        "Grid Notes",
    )
    assert spoken(issue)[3] == "Hello, night owls. It is Monday, and the wind has been generous."
    assert [one for one in lost(issue) if one[1] in {Reason.FURNITURE, Reason.NAMING}] == [
        ("You asked for a good one on batteries. The part about the bakery is the best.", Reason.FURNITURE),
        ("Jonas", Reason.FURNITURE),
        ("---------- Forwarded message ---------", Reason.FURNITURE),
        ("From: Grid Notes <hello@gridnotes.example>", Reason.NAMING),
        ("Date: Mon, Feb 16, 2026 at 7:05 AM", Reason.NAMING),
        ("Subject: The bakery that runs at night", Reason.NAMING),
        ("To: <jonas@example.org>", Reason.NAMING),
        ("Unsubscribe", Reason.FURNITURE),
    ]


# ── detection ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.eml", b"anything"),
        ("a.EML", b""),
        ("a.txt", mail().encode()),
        ("a", b"Return-Path: <a@b.example>\r\nReceived: from a\r\n by b\r\nSubject: x\r\n\r\nHello"),
        ("a", b"MIME-Version: 1.0\nSubject: x\n\nHello"),
        ("a", b"From a@b.example Wed Mar  4 06:30:00 2026\nFrom: a@b.example\nSubject: x\n\nHello"),
    ],
)
def test_mails_are_known(name: str, content: bytes) -> None:
    """A mail is known by its name or by its head."""
    assert EmailReader().detects(source(content, name))


@pytest.mark.parametrize(
    "content",
    [
        "Title: The ferry\nDate: 2026-03-04\nAuthor: Ines\n\nHello",
        "Subject: The ferry\nDate: 2026-03-04\n\nHello",
        "From the harbour at 06:30 to the pier.\n\nTo: whom it may concern",
        "<p>From: ines@example.org</p>",
        "Received: twelve crates of salt.\n\nMore tomorrow.",
    ],
)
def test_other_texts_are_no_mails(content: str) -> None:
    """The head of a Markdown file, or a text that begins like one, is no mail's."""
    assert not EmailReader().detects(source(content, "a.md"))


# ── the better part ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("order", [1, -1])
def test_html_is_the_better_part(order: int) -> None:
    """HTML is chosen wherever it stands, for it knows headings, lists and links."""
    parts = [("text/plain", TEXT), ("text/html", HTML)][::order]
    issue = read(multipart("alternative", *parts))
    assert issue.place == "the HTML part"
    assert spoken(issue) == ["The ferry", TEXT]
    assert lost(issue) == [(TEXT, Reason.REPEATED)]


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<html><body></body></html>",
        '<a href="https://example.org/i"><img src="https://example.org/i.png" alt="March issue"></a>',
        "<style>p { color: red } all these are no words at all</style><p>Please open this online.</p>",
    ],
)
def test_text_is_the_better_part(html: str) -> None:
    """HTML that is empty, a picture or has less than half of the words gives way to the text."""
    issue = read(multipart("alternative", ("text/plain", TEXT), ("text/html", html)))
    assert issue.place == "the text part"
    assert spoken(issue) == [TEXT]


def test_half_of_the_words_are_enough_for_html() -> None:
    """Addresses in the text part are no words, and HTML with half of those that are stays the better part."""
    words = " ".join(f"Word{c}." for c in "abcdefgh")
    html = "<p>Worda. Wordb. Wordc. Wordd.</p>"
    for text, place in (
        (f"{words} https://example.org/x you@example.org 17", "the HTML part"),
        (f"{words} more", "the text part"),
    ):
        issue = read(multipart("alternative", ("text/plain", text), ("text/html", html)))
        assert issue.place == place


def test_stub_gives_way_to_a_short_text() -> None:
    """HTML that tells nothing of a longer text is no issue, however short that is, and is furniture."""
    stub = "<p>Your mail client does not support this. <a href='https://example.org'>View in browser</a></p>"
    text = "The heron came back.\n\nIt ate three frogs, and we wait until it is May."
    issue = read(multipart("alternative", ("text/plain", text), ("text/html", stub)))
    assert spoken(issue) == ["The heron came back.", "It ate three frogs, and we wait until it is May."]
    assert lost(issue) == [
        ("Your mail client does not support this.", Reason.FURNITURE),
        ("View in browser", Reason.FURNITURE),
    ]


def test_what_only_the_other_part_says() -> None:
    """A sentence of the text that the HTML lacks is told on its own; one with other figures is another."""
    text = (
        "Only here: seven ducks died.\n\n"
        "The ferry waits\nfor 9 guests (https://example.org/a) tonight.\n\nIt is 12 years old."
    )
    linked = "<a href='https://example.org/b'>guests</a>"
    html = f"<h2>Ferry</h2><p>The ferry waits for 9 {linked} tonight. It is 13 years old.</p>"
    issue = read(multipart("alternative", ("text/plain", text), ("text/html", html)))
    assert lost(issue) == [
        ("Only here: seven ducks died.", Reason.HIDDEN),
        ("It is 12 years old.", Reason.HIDDEN),
        ("The ferry waits for 9 guests (https://example.org/a) tonight.", Reason.REPEATED),
    ]


def test_wall_in_the_other_part() -> None:
    """What stands behind a wall in a part that is not read is not shown in the account."""
    text = f"{TEXT}\n\nThis post is for paid subscribers.\n\nThe secret pier."
    issue = read(
        multipart("alternative", ("text/plain", text), ("text/html", f"{HTML}<p>Long may it last.</p>"))
    )
    assert lost(issue) == [("", Reason.SUBSCRIBERS), (TEXT, Reason.REPEATED)]


@pytest.mark.parametrize(
    ("subject", "headline", "expected"),
    [
        ("Monday", "The council voted to close the bridge", ["The council voted to close the bridge", TEXT]),
        ("Markets crash", "Markets crash, banks hold", ["Markets crash, banks hold", TEXT]),
        ("Rails: Why the tram is late", "Why the tram is late", [TEXT]),
        ("Why the tram is late", "Ines Okafor", [TEXT]),
    ],
)
def test_headline_below_a_subject(subject: str, headline: str, expected: list[str]) -> None:
    """The first heading is left out if the subject or the sender has all of its words, else it is a title."""
    issue = read(mail(f"<h1>{headline}</h1><p>{TEXT}</p>", Subject=subject, Content_Type="text/html"))
    assert (issue.title, spoken(issue)) == (subject, expected)


def test_nested_parts() -> None:
    """An alternative with pictures and attachments around it is found in its depth."""
    inner = "--c\nContent-Type: text/plain\n\nShort.\n--c\nContent-Type: multipart/related; boundary=d\n\n"
    related = (
        f"--d\nContent-Type: text/html\n\n{HTML}\n--d\n"
        "Content-Type: image/png; name=crane.png\nContent-Disposition: inline\n\nAAAA\n--d--\n--c--"
    )
    issue = read(
        multipart(
            "mixed",
            ("multipart/alternative; boundary=c", inner + related),
            ("text/plain; name=notes.txt", "Attached words."),
        )
    )
    assert spoken(issue) == ["The ferry", TEXT]
    assert sorted(lost(issue)) == [
        ("Short.", Reason.HIDDEN),
        ("crane.png (image/png)", Reason.FURNITURE),
        ("notes.txt (text/plain)", Reason.FURNITURE),
    ]


def test_text_in_several_parts() -> None:
    """Texts between which a mail program put a picture are one issue; a list's footer is not of it."""
    issue = read(
        multipart(
            "mixed",
            ("text/html", f"<p>{TEXT}</p>"),
            ("image/jpeg", "AAAA"),
            ("text/html", "<p>And so does its captain.</p>"),
            ("text/plain", "____\nTide mailing list"),
        )
    )
    assert spoken(issue) == [TEXT, "And so does its captain."]
    assert lost(issue) == [
        ("image/jpeg", Reason.FURNITURE),
        ("____ Tide mailing list", Reason.FURNITURE),
    ]


# ── encodings ─────────────────────────────────────────────────────────────────────────────────────

GREETING = "Grüße vom Hafen – heute ohne Nebel."


@pytest.mark.parametrize(
    ("charset", "content"),
    [
        ("utf-8", GREETING.encode()),
        ("", GREETING.encode()),
        ("windows-1252", GREETING.encode("cp1252")),
        ("iso-8859-1", GREETING.encode("cp1252")),
        ("", GREETING.encode("cp1252")),
        ("iso-8859-1", GREETING.encode()),
        ("us-ascii", GREETING.encode()),
        ("x-harbour", GREETING.encode()),
        ("x-harbour", GREETING.encode("cp1252")),
        ("utf-8", GREETING.encode("cp1252")),
        ("UTF8MB4", GREETING.encode()),
        ("utf-16", GREETING.encode("utf-16")),
        ("rot13", GREETING.encode()),
        ("unicode_escape", GREETING.encode()),
    ],
)
def test_any_charset(charset: str, content: bytes) -> None:
    """Text is read in the charset that it is in, whether that is declared, absent, wrong or unknown."""
    declared = f"; charset={charset}" if charset else ""
    head = f"Subject: x\nContent-Type: text/plain{declared}\nContent-Transfer-Encoding: base64\n\n"
    assert spoken(read(head.encode() + base64.encodebytes(content))) == [GREETING]


def test_charsets_of_asia_and_a_broken_letter() -> None:
    """ISO-2022-JP and GB2312 are read as declared; one broken letter does not spoil a text in UTF-8."""
    head = "Subject: x\nContent-Type: text/plain; charset="
    for charset, text in (("iso-2022-jp", "港の話"), ("gb2312", "港口消息"), ("shift_jis", "港の話")):
        assert spoken(read(f"{head}{charset}\n\n".encode() + text.encode(charset))) == [text]
    text = "Grüße, Küche, Öfen, Türme, Brücken und Züge "
    broken = f"{head}utf-8\n\n".encode() + text.encode() + b"\xc3"
    assert spoken(read(broken)) == [f"{text}\N{REPLACEMENT CHARACTER}"]


def test_charset_of_html_alone() -> None:
    """HTML that declares its charset itself is read in it."""
    html = '<meta charset="koi8-r"><p>Паром ждёт.</p>'.encode("koi8-r")
    assert spoken(read(b"Subject: x\nContent-Type: text/html\n\n" + html)) == ["Паром ждёт."]


@pytest.mark.parametrize(
    ("encoding", "body", "text"),
    [
        ("quoted-printable", "Gr=C3=BC=C3=9Fe vom =\nHafen.", "Grüße vom Hafen."),
        ("quoted-printable", "Salt =ZZ and 20=", "Salt =ZZ and 20"),
        ("BASE64", base64.b64encode(TEXT.encode()).decode(), TEXT),
        ("base64", base64.b64encode(TEXT.encode()).decode().rstrip("=")[:-1], TEXT[:-1]),
        ("base64", "!" + base64.b64encode(TEXT.encode()).decode().replace("c", "c\n \t", 3), TEXT),
        ("base64", TEXT, TEXT),
        ("x-unknown", TEXT, TEXT),
        ("8bit", "Grüße", "Grüße"),
    ],
)
def test_transfer_encodings(encoding: str, body: str, text: str) -> None:
    """Quoted-printable and base64 are taken off, also if they are broken, or not there."""
    assert spoken(read(mail(body, Content_Transfer_Encoding=encoding))) == [text]


def test_flowed_text() -> None:
    """Paragraphs in format=flowed are whole again, on their first line; list entries stay apart."""
    body = "The ferry \nwaits for \nits regulars.\n\n- Salt \n  is up.\n- Rope is down."
    issue = read(mail(body, Content_Type="text/plain; format=flowed"))
    paragraph, bullets = issue.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.text, paragraph.line) == ("The ferry waits for its regulars.", 1)
    assert isinstance(bullets, BulletList)
    assert [
        block.text for item in bullets.items for block in item.blocks if isinstance(block, Paragraph)
    ] == [
        "Salt is up.",
        "Rope is down.",
    ]
    joined = mail("A har \nbour.", Content_Type="text/plain; format=flowed; delsp=yes")
    assert spoken(read(joined)) == ["A harbour."]


# ── the head ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("The ferry", "The ferry"),
        ("=?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?utf-8?Q?_vom?=\n =?utf-8?B?IEhhZmVu?=", "Grüße vom Hafen"),
        ("=?utf-8?Q?Gr=C3?=\n =?utf-8?Q?=BC=C3=9Fe?=", "Grüße"),
        ("=?x-harbour?Q?Gr=FC=DFe?=", "Grüße"),
        ("=?iso-8859-1?Q?It=92s_here?=", "It’s here"),
        ("Grüße roh", "Grüße roh"),
        ("Fwd: RE: [Tide List] Fw: AW: The ferry", "The ferry"),
        ("Re[2]: The ferry", "The ferry"),
        ("[The Tide]", "[The Tide]"),
        ("re:Invent in four minutes", "re:Invent in four minutes"),
        ("Reasons to stay: a list", "Reasons to stay: a list"),
        ("The\n ferry\n\tis late", "The ferry is late"),
    ],
)
def test_subject_is_the_title(subject: str, title: str) -> None:
    """The subject, decoded and without what mail programs and lists put before it, is the title."""
    assert read(mail(Subject=subject)).title == title


@pytest.mark.parametrize(
    "subject", ["", "(no subject)", "Fwd: Newsletter", "Your weekly newsletter!", "🔥🔥"]
)
def test_subject_that_says_nothing(subject: str) -> None:
    """A subject that tells no issue from another gives way to the title that the text tells."""
    html = f"<html><body><h1>The last regular</h1><p>{TEXT}</p></body></html>"
    assert read(mail(html, Subject=subject, Content_Type="text/html")).title == "The last regular"


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("Ines Okafor <ines@example.org>", "Ines Okafor"),
        ('"Okafor, Ines" <ines@example.org>', "Okafor, Ines"),
        ("=?utf-8?Q?Ines_Ok=C3=A1for?= <ines@example.org>", "Ines Okáfor"),
        ("Ines [Tide] <ines@example.org>", "Ines [Tide]"),
        ("'Ines' via Tide List <tide@example.org>", "Ines"),
        ("ines@example.org (Ines Okafor)", "Ines Okafor"),
        ("ines@example.org", ""),
        ("<ines@example.org>", ""),
        ("(" * 1500, ""),
    ],
)
def test_sender_is_the_author(sender: str, author: str) -> None:
    """The sender's name is the author; an address is no name."""
    assert read(mail(From=sender)).author == author


@pytest.mark.parametrize(
    ("sent", "day"),
    [
        ("Tue, 03 Mar 2026 22:00:00 -0800", date(2026, 3, 3)),
        ("Wed, 04 Mar 2026 00:30:00 +0900", date(2026, 3, 4)),
        ("Tue Mar  3 06:00:00 2026", date(2026, 3, 3)),
        ("2026-03-03T06:00:00Z", date(2026, 3, 3)),
        ("Tue, 33 Mar 2026 99:00:00 +9999", None),
        ("yesterday", None),
    ],
)
def test_date_is_the_senders(sent: str, day: date | None) -> None:
    """The issue's date is the day on which it was sent, where it was sent."""
    assert read(mail(Date=sent)).date == day


@pytest.mark.parametrize(
    ("headers", "body", "url"),
    [
        ({"Archived_At": "<https://example.org/p/1>"}, TEXT, "https://example.org/p/1"),
        ({"List_Archive": "<https://example.org/all>"}, TEXT, "https://example.org/all"),
        ({"List_Archive": "mailto:x@example.org"}, TEXT, ""),
        (
            {"List_Archive": "<https://example.org/all>"},
            f"View this post on the web at https://example.org/p/2\n\n{TEXT}",
            "https://example.org/p/2",
        ),
        (
            {"Content_Type": "text/html"},
            f'<a href="https://example.org/p?a=1&amp;b=2">View it in your <b>browser</b></a><p>{TEXT}</p>',
            "https://example.org/p?a=1&b=2",
        ),
    ],
)
def test_address_on_the_web(headers: dict[str, str], body: str, url: str) -> None:
    """The issue's address is the one in the head, or behind "View in browser", or else the list's archive."""
    assert read(mail(body, **headers)).url == url


# ── forwards ──────────────────────────────────────────────────────────────────────────────────────

GMAIL = """\
Read this!

---------- Forwarded message ---------
From: *Tide Notes* <tide@example.org>
Date: Tue, Mar 3, 2026 at 6:00 AM
Subject: Salt is up
To: <someone@example.org>


"""
APPLE = """\
Read this!

Begin forwarded message:

> From: "Tide Notes" <tide@example.org>
> Subject: Salt is up
> Date: March 3, 2026 at 6:00:00 AM GMT+1
> To: someone@example.org, another@example.org,
>  a.third@example.org
>
"""
OUTLOOK = """\
Read this!

________________________________
From: Tide Notes <tide@example.org>
Sent: Tuesday, March 3, 2026 6:00 AM
To: Someone <someone@example.org>
Subject: Salt is up

"""
GERMAN = """\
Lies das!

-----Ursprüngliche Nachricht-----
Von: Tide Notes <tide@example.org>
Gesendet: Dienstag, 3 March 2026 06:00
An: Jemand <someone@example.org>
Betreff: WG: Salt is up

"""


@pytest.mark.parametrize(
    ("above", "quote"), [(GMAIL, ""), (APPLE, "> "), (OUTLOOK, ""), (GERMAN, ""), (GMAIL + APPLE, "> ")]
)
def test_forward_in_plain_text(above: str, quote: str) -> None:
    """However a mail program forwards a text, and twice, the innermost is the issue and keeps its lines."""
    text = f"{quote}{TEXT}\n{quote}\n{quote}1. Salt went up again today.\n{quote}2. Rope did not, they say."
    issue = read(mail(above + text, Subject="Fwd: Look at this", From="Jonas <jonas@example.org>"))
    assert (issue.title, issue.author, issue.date) == ("Salt is up", "Tide Notes", date(2026, 3, 3))
    first = issue.sections[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert (first.text, first.line) == (TEXT, above.count("\n") + 1)
    assert spoken(issue)[1:] == ["Salt went up again today.", "Rope did not, they say."]
    told = [line.lstrip("> ") for line in above.split("\n") if line.strip("> ")]
    assert [one.text for one in issue.left_out] == told


APPLE_HTML = """\
<html><body>Read this!<div><br><blockquote type="cite"><div>Begin forwarded message:</div><br>
<div><span><b>From: </b></span><span>"Tide Notes" &lt;<a href="mailto:t@a.example">t@a.example</a>&gt;<br>
</span></div>
<div><span><b>Subject: </b></span><span><b>Salt is up</b><br></span></div>
<div><span><b>Date: </b></span><span>March 3, 2026 at 6:00:00 AM GMT+1<br></span></div>
<div><span><b>To: </b></span><span>someone@example.org<br></span></div><br>
<div>%s</div></blockquote></div></body></html>
"""
OUTLOOK_HTML = """\
<html><body><p>Read this!</p><hr><div id="divRplyFwdMsg"><font><b>From:</b> Tide Notes &lt;t@a.example&gt;<br>
<b>Sent:</b> Tuesday, March 3, 2026 6:00 AM<br><b>To:</b> Someone<br><b>Subject:</b> Salt is up</font></div>
<div>%s</div></body></html>
"""
THUNDERBIRD_HTML = """\
<html><body><p>Read this!</p><div class="moz-forward-container">-------- Forwarded Message --------
<table class="moz-email-headers-table"><tbody><tr><th>Subject: </th><td>Salt is up</td></tr>
<tr><th>Date: </th><td>Tue, 3 Mar 2026 06:00:00 +0100</td></tr>
<tr><th>From: </th><td>Tide Notes <a href="mailto:t@example.org">&lt;t@example.org&gt;</a></td></tr>
<tr><th>To: </th><td>someone@example.org</td></tr></tbody></table><br>%s</div></body></html>
"""


@pytest.mark.parametrize("page", [APPLE_HTML, OUTLOOK_HTML, THUNDERBIRD_HTML])
def test_forward_in_html(page: str) -> None:
    """So it is in HTML, and what is forwarded there is no quotation."""
    html = page % f"<p>{TEXT}</p>\n<p>Salt went up again today, and rope did not.</p>"
    issue = read(mail(html, Subject="Look at this", Content_Type="text/html"))
    assert (issue.title, issue.author, issue.date) == ("Salt is up", "Tide Notes", date(2026, 3, 3))
    assert all(isinstance(block, Paragraph) for block in blocks_of(issue.sections))
    assert spoken(issue) == [TEXT, "Salt went up again today, and rope did not."]
    assert ("Read this!", Reason.FURNITURE) in lost(issue)


@pytest.mark.parametrize("encoding", ["7bit", "base64"])
def test_forward_as_attachment(encoding: str) -> None:
    """A mail that is attached to a few words, and to that another, is the issue."""
    inner = mail(
        TEXT, Subject="Salt is up", From="Tide Notes <tide@example.org>", Date="Tue, 3 Mar 2026 06:00 +0100"
    )
    middle = multipart("mixed", ("text/plain", "See below."), ("message/rfc822", inner), Subject="Fwd: Salt")
    body = (
        base64.encodebytes(middle.encode()).decode()
        if encoding == "base64"
        else middle.replace("--b", "--c").replace("=b", "=c")
    )
    outer = multipart(
        "mixed",
        ("text/plain", "Read this!"),
        (f"message/rfc822; name=salt.eml\nContent-Transfer-Encoding: {encoding}", body),
        Subject="Fwd: Look",
    )
    issue = read(outer)
    assert (issue.title, issue.author, issue.date) == ("Salt is up", "Tide Notes", date(2026, 3, 3))
    assert spoken(issue) == [TEXT]
    assert lost(issue) == [("See below.", Reason.FURNITURE), ("Read this!", Reason.FURNITURE)]


def test_head_of_a_mail_within_an_issue() -> None:
    """An issue that shows the head of some mail near its end forwards nothing."""
    body = f"{TEXT}\n\nHow the fraud looked:\n\nFrom: The Bank\nSubject: Your account\nTo: you\n\nPay now."
    issue = read(mail(body))
    assert (issue.title, issue.author) == ("The ferry", "Ines Okafor")
    assert spoken(issue)[0] == TEXT


# ── limits ────────────────────────────────────────────────────────────────────────────────────────


def test_first_mail_of_a_mailbox() -> None:
    """Of a mailbox the first mail is read, and the others are accounted for."""
    post = "From ines@example.org Tue Mar  3 06:00:00 2026\n"
    issue = read(post + mail() + "\n" + post + mail("Another text.", Subject="Another"))
    assert (issue.title, spoken(issue)) == ("The ferry", [TEXT])
    assert lost(issue) == [("another mail of the mailbox", Reason.FURNITURE)]


def test_mail_that_is_one_text() -> None:
    """A mail of one part is that text, whatever it is called and even if it should have parts."""
    for kind in ('text/plain; name="issue.txt"', "text/x-tide", "multipart/mixed", "nonsense"):
        assert spoken(read(mail(Content_Type=kind))) == [TEXT]


def test_number_in_the_subject() -> None:
    """The issue's number is the subject's, also where a list put it."""
    assert read(mail(Subject="[Tide #12] Salt is up")).number == 12
    assert read(mail(Subject="Salt is up, issue 13")).number == 13


def test_mail_without_text() -> None:
    """A mail of attachments only is refused."""
    with pytest.raises(IssueError) as raised:
        read(multipart("mixed", ("application/pdf; name=issue.pdf", "AAAA")))
    assert str(raised.value) == (
        "issue.eml has no text of its own: save the newsletter itself, as .html or .txt."
    )


NESTED = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(10_000))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (NESTED, "issue.eml has parts in parts, more than 30 levels"),
        (
            "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n" * 300_000,
            "issue.eml has more than 1,000 parts",
        ),
        (mail(Subject="salt " * 250_000), "issue.eml has a head of more than 1 MB"),
        (mail("word " * 500_000), "issue.eml is 2.4 MB long, more than 2 MB"),
    ],
)
def test_hostile_mails_are_refused(content: str, problem: str) -> None:
    """Bombs of parts, heads and text are one sentence, and soon."""
    start = time.process_time()
    with pytest.raises(IssueError) as raised:
        read(content)
    assert raised.value.problem == problem
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    "content",
    [
        mail(Subject="salt " * 100_000),
        mail(Subject="=?utf-8?Q?x?= " * 50_000),
        mail(From="(" * 500_000),
        mail(Content_Type="text/plain; " + "x*1=a;" * 100_000),
        mail(Content_Type="multipart/mixed"),
        mail(Content_Type='multipart/mixed; boundary="never used"'),
        "X-A: b\n" * 100_000 + "\n" + TEXT,
        mail("to: x\n" * 20_000),
        mail("to: x\nno\n" * 10_000),
        mail("From: x\nSubject: y\nTo: z\n\n" * 5_000),
        mail("From: x\n" * 2_000_000),
        mail(">" * 500_000),
        mail("<br>to: x" * 20_000, Content_Type="text/html"),
        mail("\n".join("> " * 40 + "word" for _ in range(10_000)), Content_Type="text/plain; format=flowed"),
        multipart("mixed", ("application/zip", "A" * 15_000_000), ("text/plain", TEXT)),
    ],
    ids=range(15),
)
def test_hostile_mails_are_read_in_time(content: str) -> None:
    """Nothing long that is allowed takes longer than two seconds."""
    start = time.process_time()
    with contextlib.suppress(IssueError):
        assert isinstance(read(content), Issue)
    assert time.process_time() - start < 2


def test_boundary_that_is_missing_or_wrong() -> None:
    """Parts are found by what looks like a boundary, and the last one ends with the mail."""
    body = f"--real\nContent-Type: text/plain\n\n{TEXT}\n--real\nContent-Type: text/html\n\n{HTML}"
    for declared in ("multipart/alternative", "multipart/alternative; boundary=other"):
        assert spoken(read(mail(body, Content_Type=declared))) == ["The ferry", TEXT]


@given(st.binary(max_size=400))
def test_any_bytes_are_an_issue_or_an_error(content: bytes) -> None:
    """Nothing that a file may hold makes the reader fail in another way."""
    with contextlib.suppress(IssueError):
        assert isinstance(read(content), Issue)


_PIECES = [
    *(
        "Subject: ",
        "From: ",
        "Date: ",
        "To: ",
        "Content-Type: multipart/mixed; boundary=b",
        "\n",
        "\n\n",
        "--b",
    ),
    *(
        "--b--",
        "Content-Type: text/html",
        "Content-Type: message/rfc822",
        "Content-Transfer-Encoding: base64",
    ),
    *(
        "; charset=",
        "utf-8",
        "; format=flowed",
        "=?utf-8?Q?=",
        "?=",
        "> ",
        "<p>",
        "</p>",
        "word",
        "é",
        "\0",
        "@",
        "<",
    ),
]


@given(st.lists(st.sampled_from(_PIECES), max_size=60).map("".join))
def test_any_heap_of_mail_is_an_issue_or_an_error(content: str) -> None:
    """Nor does any heap of what means something in a mail."""
    with contextlib.suppress(IssueError):
        assert isinstance(read(content), Issue)
