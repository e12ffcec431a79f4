"""HTML issues: what becomes of each thing that newsletters are made of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from issuecast.models import (
    Aside,
    Block,
    BulletList,
    Code,
    Footnote,
    Image,
    Issue,
    Item,
    LeftOut,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    Reason,
    Section,
    Sponsor,
    Table,
)
from issuecast.read import read
from issuecast.read.html import HtmlReader, fragment
from issuecast.read.outline import Heading
from issuecast.read.source import Source
from issuecast.show import Reading


def issue_of(html: str, reading: Reading | None = None) -> Issue:
    return HtmlReader().read(Source(Path("issue.html"), html.encode(), reading or Reading()))


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of HTML without headings."""
    (section,) = issue_of(html).sections
    assert section.title == ""
    return section.blocks


def outline_of(sections: tuple[Section, ...]) -> list[tuple[str, int, list[object]]]:
    """Title, number of blocks, and the same of the parts."""
    return [(one.title, len(one.blocks), list(outline_of(one.parts))) for one in sections]


def left_out(issue: Issue, reason: Reason) -> list[str]:
    return [one.text for one in issue.left_out if one.reason is reason]


def bullets(*texts: str, line: int = 1) -> BulletList:
    return BulletList(tuple(Item((Paragraph(text, (), line),)) for text in texts), line)


@pytest.mark.parametrize(
    ("name", "content", "detected"),
    [
        ("a.html", b"<p>Sand.", True),
        ("a.HTM", b"Sand.", True),
        ("a.txt", b"\xef\xbb\xbf\n <!DOCTYPE html><p>Sand.", True),
        ("a", b"<!-- saved --><html><p>Sand.", True),
        ("a", b'<?xml version="1.0"?>\n<!DOCTYPE html>', True),
        ("a.txt", b"<htmlish>", False),
        ("a.md", b"Sand <html>", False),
        ("a.html", b'<?xml version="1.0"?><!-- x --><rss version="2.0">', False),
        ("a.html", b'<feed xmlns="http://www.w3.org/2005/Atom">', False),
    ],
)
def test_what_is_html(name: str, content: bytes, detected: bool) -> None:
    """HTML is told by its name or by how it begins; a feed is none, whatever it is called."""
    assert HtmlReader().detects(Source(Path(name), content)) is detected


def test_paragraphs_know_their_lines() -> None:
    """Each block tells the line in which its first word stands, comments and broken tags between or not."""
    html = "<p>Salt</p>\n<!-- a\nb -->\n<p\n class='x'>\n\nSand\nand sea</p><div>Tide<br>\n<p>Foam"
    assert blocks_of(html) == (
        Paragraph("Salt", (), 1),
        Paragraph("Sand and sea", (), 7),
        Paragraph("Tide", (), 8),
        Paragraph("Foam", (), 9),
    )


def test_links_are_kept() -> None:
    """A link keeps its words and address; one without words goes by the domain that is shown, one that leads
    nowhere is mere words, and a relative one is found by the page's address.
    """
    html = (
        '<link rel=canonical href="https://tide.example.org/p/12"><p>See <a href="https://a.example/x y?b=1">'
        'the <b>pier</b></a>, <a href="/map">a map</a>, <a href="javascript:x()">this</a>, '
        '<a href="#top">that</a> or <a href="mailto:ines@a.example">write</a>: <a href="https://click.a.example/1">'
        "https://pier.example</a></p>"
    )
    (paragraph,) = blocks_of(html)
    assert paragraph == Paragraph(
        "See the pier, a map, this, that or write",
        (
            Link("the pier", "https://a.example/x%20y?b=1"),
            Link("a map", "https://tide.example.org/map"),
            Link("write", "mailto:ines@a.example"),
            Link("pier.example", "https://click.a.example/1"),
        ),
        1,
    )


def test_a_link_around_blocks() -> None:
    """A link that holds several blocks is a link of each."""
    url = "https://a.example/"
    (salt,) = issue_of(f'<a href="{url}"><h2>Salt</h2><p>Sand</p></a><p>Sea</p>').sections
    assert salt.blocks == (
        Paragraph("Sand", (Link("Salt", url), Link("Sand", url)), 1),
        Paragraph("Sea", (), 1),
    )


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">{}</div>',
        '<div style="DISPLAY: None !important;">{}</div>',
        '<span style="visibility:hidden">{}</span>',
        '<div style="max-height:0px;overflow:hidden">{}</div>',
        '<div style="font-size:1px;color:#fff">{}</div>',
        '<div style="font-size:0">{}</div>',
        '<div style="opacity:0">{}</div>',
        '<div style="mso-hide:all">{}</div>',
        "<p hidden>{}</p>",
        '<div class="preheader">{}</div>',
        '<span class="mcnPreviewText">{}</span>',
    ],
)
def test_hidden_text(hidden: str) -> None:
    """What the reader of a mail does not see is not read, and accounted for without the filler behind it."""
    issue = issue_of(hidden.format("Psst&nbsp;&zwnj;&#847; &zwnj;") + "<p>Sand</p>")
    assert issue.sections == (Section("", (Paragraph("Sand", (), 1),)),)
    assert issue.left_out == (LeftOut("Psst", Reason.HIDDEN, 1),)


def test_hidden_words_in_a_line() -> None:
    """Hidden words leave the line that they stand in as it is seen; a wrapper without size hides nothing."""
    words = 'Salt <i style="display:none">or</i> sand'
    html = f'<td style="font-size:0"><div style="font-size:16px">{words}</div></td>'
    assert blocks_of(f"<table><tr>{html}</table>") == (Paragraph("Salt sand", (), 1),)


def test_conditional_comments() -> None:
    """What only Outlook reads is a comment, and what Outlook does not read is text."""
    html = (
        "<!--[if mso]><p>Outlook</p><![endif]--><!--[if !mso]><!--><p>Salt</p><!--<![endif]-->"
        "<![if !mso]><p>Sand</p><![endif]>"
    )
    assert blocks_of(html) == (Paragraph("Salt", (), 1), Paragraph("Sand", (), 1))


def test_layout_tables_are_no_tables() -> None:
    """Tables that arrange a mail give what their cells hold, in order."""
    html = (
        "<table><tr><td><table role=presentation><tr><td><img src=a.png alt='A pier'></td>"
        "<td><p>Salt is dear.</p><p>Sand is not.</p></td></tr></table></td></tr><tr><td>Sea</td></tr></table>"
    )
    assert blocks_of(html) == (
        Image("A pier", "", 1),
        Paragraph("Salt is dear.", (), 1),
        Paragraph("Sand is not.", (), 1),
        Paragraph("Sea", (), 1),
    )


def test_data_tables() -> None:
    """Heads name columns, by their tag or in bold; a grid of short texts is a table without them."""
    head = "<tr><th>Port</th><th>Ships</th></tr>"
    bold = "<tr><td><b>Port</b></td><td><b>Ships</b></td></tr>"
    rows = (
        "<tr><td>Bergen</td><td><a href='https://a.example'>12</a></td></tr><tr><td>Oslo</td><td></td></tr>"
    )
    told = (("Bergen", "12"), ("Oslo", ""))
    links = (Link("12", "https://a.example"),)
    for top in (head, bold):
        assert blocks_of(f"<table>{top}{rows}</table>") == (Table(("Port", "Ships"), told, links, 1),)
    plain = "<table><tr><td>Bergen<td>12<tr><td>Oslo<td>9</table>"
    assert blocks_of(plain) == (Table((), (("Bergen", "12"), ("Oslo", "9")), (), 1),)


def test_columns_of_text_are_no_data() -> None:
    """Two columns of prose are read one after the other."""
    cell = "The ferry crosses nine times a day, and it waits for nobody but the baker."
    html = f"<table><tr><td>{cell}<td>{cell}<tr><td>{cell}<td>{cell}</table>"
    assert blocks_of(html) == (Paragraph(cell, (), 1),) * 4


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>Salt</li><li><p>Sand</p></li></ul>",
        "<table><tr><td>•</td><td>Salt</td></tr><tr><td>&bull;</td><td><p>Sand</p></td></tr></table>",
        "<table><tr><td>–</td><td>Salt</td></tr></table><table><tr><td>🔹</td><td>Sand</td></tr></table>",
        "<p>• Salt<br>• Sand</p>",
        "<p>- Salt<br/>- Sand</p>",
        "<p>· &nbsp;Salt</p><p>· &nbsp;Sand</p>",
    ],
)
def test_bullets(html: str) -> None:
    """A list is a list, be it made of tags, table cells, or signs before lines or paragraphs."""
    assert blocks_of(html) == (bullets("Salt", "Sand"),)


def test_numbered_and_nested_lists() -> None:
    """Lists in lists belong to the entry above them, and numbers make a numbered list."""
    html = "<ol><li>Salt<ul><li>Coarse</ul><li>Sand</ol><table><tr><td>1.<td>Sea<tr><td>2.<td>Sky</table>"
    salt = Item((Paragraph("Salt", (), 1), bullets("Coarse")))
    assert blocks_of(html) == (
        NumberedList((salt, Item((Paragraph("Sand", (), 1),))), 1),
        NumberedList((Item((Paragraph("Sea", (), 1),)), Item((Paragraph("Sky", (), 1),))), 1),
    )
    loose = "<ul><li>Salt</li><ul><li>Coarse</li></ul></ul>"
    assert blocks_of(loose) == (BulletList((salt,), 1),)


def test_definitions() -> None:
    """A term and what is said of it are one entry."""
    assert blocks_of("<dl><dt>Neap</dt><dd>A weak tide.</dd></dl>") == (
        BulletList((Item((Paragraph("Neap: A weak tide.", (), 1),)),), 1),
    )


def test_line_breaks() -> None:
    """Two breaks end a paragraph; one parts a short line from the next, and is a space in a wrapped text."""
    assert blocks_of("<p>The pier<br>is long.<br><br>Sand.<br>See you,<br>Ines</p>") == (
        Paragraph("The pier is long.", (), 1),
        Paragraph("Sand. See you, Ines", (), 1),
    )
    assert blocks_of("<p>Doors at seven<br>Bring a coat</p>") == (
        Paragraph("Doors at seven", (), 1),
        Paragraph("Bring a coat", (), 1),
    )


@pytest.mark.parametrize(
    "heading",
    [
        "<h3>Market watch</h3>",
        "<p><strong>Market watch</strong></p>",
        "<p><b>Market </b><strong>watch:</strong></p>",
        '<p style="font-size:24px">Market watch</p>',
        '<p><span style="font-size: 1.5em;">Market watch</span></p>',
        '<table><tr><td style="font:bold 18px/1.2 Arial">Market watch</td></tr></table>',
        '<p><font size="5">Market watch</font></p>',
        "<p><b>Market watch</b><br>",
    ],
)
def test_headings_by_tag_or_look(heading: str) -> None:
    """A short text that is bold or large, and has text below it, is a heading."""
    issue = issue_of(f"<p>The pier is long, and so is this line.</p>{heading}<p>Copper rose.</p>")
    assert outline_of(issue.sections) == [("", 1, []), ("Market watch", 1, [])]


@pytest.mark.parametrize(
    "text",
    [
        "<p><b>Copper rose.</b></p>",
        "<p><b>Good morning</b></p>",
        "<p><b>Sentiment: Bullish</b></p>",
        '<p style="font-size:40px">$231.40</p>',
        "<p><b><a href='https://a.example'>Read more</a></b></p>",
        f"<p><b>{'very ' * 13}long</b></p>",
        "<p>The <b>pier</b></p>",
    ],
)
def test_bold_text_that_heads_nothing(text: str) -> None:
    """Sentences, greetings, labels, figures and calls to act are no headings, however bold."""
    assert len(issue_of(f"{text}<p>Copper rose, and so did the price of salt.</p>").sections) == 1


def test_the_last_line_heads_nothing() -> None:
    """What looks like a heading and has nothing below it is text."""
    assert blocks_of("<p>Sand.</p><p><b>Ines Okafor</b></p>") == (
        Paragraph("Sand.", (), 1),
        Paragraph("Ines Okafor", (), 1),
    )


def test_levels_of_headings() -> None:
    """Large texts stand above bold ones, and both below the tags that say more."""
    html = (
        "<h2>Salt</h2><p><b>Coarse</b></p><p>a b c d e</p><p><b>Fine</b></p><p>a b c d e</p>"
        '<p style="font-size:30px">Sand</p><p>a b c d e</p><p><b>Wet</b></p><p>a b c d e</p>'
    )
    assert outline_of(issue_of(html).sections) == [
        ("Salt", 0, [("Coarse", 1, []), ("Fine", 1, [])]),
        ("Sand", 1, [("Wet", 1, [])]),
    ]


def test_a_run_of_bold_lines() -> None:
    """Bold lines one after the other are lines, and only the last of them heads what follows."""
    lines = "".join(f"<p><b>{name} {i}</b></p>" for i, name in enumerate(["Salt", "Sand", "Sea"]))
    assert outline_of(issue_of(f"{lines}<p>Copper rose.</p>").sections) == [("", 2, []), ("Sea 2", 1, [])]


def test_the_link_of_a_heading() -> None:
    """The link of a heading waits for the words below it, be it a heading by its tag or by its look."""
    link = "<a href='https://a.example'>Copper climbs to a new high</a>"
    for heading in (f"<h2>{link}</h2>", f"<p><b>{link}</b></p>"):
        (section,) = issue_of(f"{heading}<p>By a lot.</p><h1>Salt</h1>").sections[:1]
        assert section == Section(
            "Copper climbs to a new high",
            (Paragraph("By a lot.", (Link("Copper climbs to a new high", "https://a.example"),), 1),),
            (),
            1,
        )


def test_emoji_and_capitals_head() -> None:
    """A line led by a picture is a heading, and a label in capitals belongs to the headline below it."""
    market = "<p>MARKET WATCH</p><h2>Copper climbs</h2><p>By a lot.</p>"
    html = f"<p>Sand.</p><p>🔥 Quick hits</p><p>Salt.</p>{market}"
    assert outline_of(issue_of(html).sections) == [
        ("", 1, []),
        ("🔥 Quick hits", 1, []),
        ("Market Watch: Copper climbs", 1, []),
    ]


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>“The sea is a road.”</p><p>— Ada Lind</p></blockquote>",
        "<blockquote>The sea is a road.<br>— Ada Lind</blockquote>",
        "<blockquote>The sea is a road. <cite>Ada Lind</cite></blockquote>",
        "<blockquote>The sea is a road. — <cite>Ada Lind</cite></blockquote>",
        "<blockquote><p>The sea is a road.</p><footer>— Ada Lind</footer></blockquote>",
        "<figure><blockquote>The sea is a road.</blockquote><figcaption>Ada Lind</figcaption></figure>",
        '<div class="pullquote"><p>The sea is a road.</p><p>– Ada Lind</p></div>',
        "<p>“The sea is a road.”</p><p>— Ada Lind</p>",
    ],
)
def test_quotations_have_their_speakers(html: str) -> None:
    """However a page says whose words they are, the quotation knows."""
    assert blocks_of(html) == (Quote("The sea is a road.", "Ada Lind", (), 1),)


def test_a_work_cited_in_a_sentence() -> None:
    """<cite> in a sentence of a quotation is a part of it."""
    html = "<blockquote>As <cite>The Tide</cite> says, the sea is a road.</blockquote>"
    assert blocks_of(html) == (Quote("As The Tide says, the sea is a road.", "", (), 1),)


def test_code_is_kept_as_it_stands() -> None:
    """Preformatted text keeps its spaces and lines, and the language that its class names."""
    code = '<pre><code class="language-python">a = 1\n\n<b>if</b> a:\n    b()</code></pre>'
    assert blocks_of(f"{code}<p>Run <code>b</code>.</p>") == (
        Code("a = 1\n\nif a:\n    b()", "python", 1),
        Paragraph("Run b.", (), 4),
    )


def test_pictures() -> None:
    """A picture keeps its words and its address; logos, icons, spacers and pixels belong to the mail."""
    html = (
        '<img src="https://a.example/open?x=1" width=1 height="1">'
        '<img src="https://a.example/s.gif" alt="" width=600>'
        '<img src="https://a.example/spacer.gif">'
        '<img src="https://a.example/i.png" alt="The Tide logo">'
        '<img src="https://a.example/i.png" alt="Ines" class="avatar">'
        '<img src="https://a.example/f" alt=Facebook>'
        '<figure><img src="https://a.example/p.jpg" alt="A pier  at dawn"><figcaption>In May</figcaption>'
        "</figure>"
    )
    issue = issue_of(html)
    assert issue.sections[0].blocks == (
        Image("", "https://a.example/s.gif", 1),
        Image("A pier at dawn", "https://a.example/p.jpg", 1),
        Aside("In May", (), 1),
    )
    assert left_out(issue, Reason.FURNITURE) == ["The Tide logo", "Ines", "Facebook"]


def test_call_outs() -> None:
    """A card, an <aside> and a box with a border are asides; a box around a story with a title is none."""
    box = '<table style="border:1px solid #ccc;padding:9px"><tr><td>{}</td></tr></table>'
    html = (
        f"<p>{'Tide. ' * 40}</p>"
        '<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">💡</div>'
        "<div>Salt <b>dries</b>.</div></div>"
        f"<aside><p>Sand</p><p>drifts.</p></aside>{box.format('Bring a coat, the pier is windy.')}"
        f"{box.format('<h2>Sea</h2><p>It is calm.</p>')}"
    )
    opening, sea = issue_of(html).sections
    assert opening.blocks[1:] == (
        Aside("💡 Salt dries.", (), 1),
        Aside("Sand drifts.", (), 1),
        Aside("Bring a coat, the pier is windy.", (), 1),
    )
    assert (sea.title, len(sea.blocks)) == ("Sea", 1)


_TEXT = f"<p>{'The tide comes in, and the tide goes out again. ' * 8}</p>"
_PITCH = "Harborlight makes lamps that dim when power is dear, and readers get a fifth off."


@pytest.mark.parametrize(
    ("html", "name"),
    [
        (f"<table><tr><td>TOGETHER WITH HARBORLIGHT<tr><td>{_PITCH}</table>", "Harborlight"),
        (f"<div><p>Sponsored by Harborlight</p><p>{_PITCH}</p></div>", "Harborlight"),
        (f"<div><h4>A word from our sponsor</h4><p>{_PITCH}</p></div>", ""),
        (f'<div class="sponsor-block"><p>{_PITCH}</p></div>', ""),
    ],
)
def test_sponsors(html: str, name: str) -> None:
    """A box below a caption, or one that calls itself sponsored, is a sponsor's."""
    assert blocks_of(_TEXT + html + _TEXT)[1:-1] == (Sponsor((Paragraph(_PITCH, (), 1),), name, 1),)


def test_a_sponsor_without_a_box() -> None:
    """Where nothing shows the end of a sponsor's words, their caption is a heading."""
    issue = issue_of(f"{_TEXT}<p>Presented by Harborlight</p><p>{_PITCH}</p><h2>Sea</h2>{_TEXT}")
    assert outline_of(issue.sections) == [("", 1, []), ("Presented by Harborlight", 1, []), ("Sea", 1, [])]


@pytest.mark.parametrize(
    ("pointer", "note"),
    [
        ('<sup><a href="#fn1">1</a></sup>', '<ol><li id="fn1">Coarse. <a href="#fnref1">↩</a></li></ol>'),
        (
            '<a href="#fn:1"><sup>1</sup></a>',
            '<div class="footnotes"><ol><li id="fn:1"><p>Coarse.</p></ol></div>',
        ),
        (
            '<a class="footnote-anchor" href="#footnote-1" id="footnote-anchor-1">1</a>',
            '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1">1</a><p>Coarse.</p></div>',
        ),
        ('<sup>[<a href="#_note7">1</a>]</sup>', '<p id="_note7" role="doc-footnote">[1] Coarse.</p>'),
    ],
)
def test_footnotes(pointer: str, note: str) -> None:
    """A footnote follows the block that points to it, and its mark leaves the text."""
    assert blocks_of(f"<p>Salt{pointer} is dear.</p><p>Sand</p>{note}") == (
        Paragraph("Salt is dear.", (), 1),
        Footnote("1", "Coarse.", (), 1),
        Paragraph("Sand", (), 1),
    )


def test_a_footnote_that_is_not_there() -> None:
    """A mark without its footnote is accounted for."""
    issue = issue_of("<p>Salt<sup><a href='#fn9'>9</a></sup>.</p>")
    assert issue.sections[0].blocks == (Paragraph("Salt.", (), 1),)
    assert issue.left_out == (LeftOut("9", Reason.FOOTNOTE, 1),)


def test_furniture_is_accounted_for() -> None:
    """What surrounds an issue is not read: it calls itself so, says so, or is a short end with a way out."""
    html = (
        "<nav><a href=/>Home</a></nav><div class=share-bar>Pass it on</div>"
        f"{_TEXT}<footer>Made by hand</footer>"
        "<table><tr><td>Sent by the Tide<br>12 Quay Street, Bergen 5003<br>"
        "<a href='https://a.example/u'>Unsubscribe</a></td></tr></table><p>© 2026 Tide</p>"
    )
    issue = issue_of(html)
    assert [len(section.blocks) for section in issue.sections] == [1]
    assert left_out(issue, Reason.FURNITURE) == [
        "Home",
        "Pass it on",
        "Made by hand",
        "Unsubscribe",
        "Sent by the Tide",
        "12 Quay Street, Bergen 5003",
        "© 2026 Tide",
    ]


def test_a_footer_with_the_issue_in_it() -> None:
    """A class is not believed if most of the text is in it, nor a way out in the midst of an essay."""
    assert len(blocks_of(f'<div class="footer">{_TEXT}</div><p>Sand</p>')) == 2
    essay = f"<div><p>Why people <a href='https://a.example'>unsubscribe</a> {'is a story ' * 80}</p></div>"
    assert len(blocks_of(_TEXT + essay)) == 2


WALLS = [
    '<div class="paywall">Only for you</div>',
    '<div class="paywall-jump" data-component-name="PaywallToDOM"></div>',
    "<h2>This post is for paid subscribers</h2>",
    "<p>Keep reading with a 7-day free trial</p>",
    '<table><tr><td><a href="https://a.example"><b>Upgrade to premium to keep reading</b></a></table>',
    '<aside class="gh-post-upgrade-cta"><h2>Join us</h2></aside>',
    '<div id="members-only"></div>',
]


@pytest.mark.parametrize("wall", WALLS)
def test_behind_the_wall(wall: str) -> None:
    """Nothing behind a wall is in a block or told in the account, which says in which lines it was."""
    paid = "<p>Secret one</p><ul><li>Secret two</ul>\n<img alt='Secret' src='https://a.example'>"
    issue = issue_of(f"<p>Free</p>\n{wall}\n{paid}")
    assert issue.sections == (Section("", (Paragraph("Free", (), 1),)),)
    assert "ecret" not in repr(issue)
    (hidden,) = [one for one in issue.left_out if one.reason is Reason.SUBSCRIBERS]
    assert (hidden.text, hidden.line in {2, 3}, hidden.last) == ("", True, 4)


@pytest.mark.parametrize("wall", WALLS)
def test_behind_the_wall_for_subscribers(wall: str) -> None:
    """A show for subscribers reads on, and only the wall's own words are left out."""
    issue = issue_of(f"<p>Free</p>\n{wall}\n<p>Paid words</p>", Reading(subscriber_parts=True))
    assert issue.sections == (Section("", (Paragraph("Free", (), 1), Paragraph("Paid words", (), 3))),)
    assert {one.reason for one in issue.left_out} <= {Reason.FURNITURE}


def test_above_the_text() -> None:
    """What is told above the element that holds the text is not lost: date, headline, the line below it."""
    head = "<p>View online</p><p>May 3, 2026</p><h1>Low Tide</h1><p class=subtitle>Of sand.</p><p>A page</p>"
    issue = issue_of(f"{head}<div class=gh-content>{_TEXT}</div>")
    assert (issue.title, issue.date) == ("Low Tide", date(2026, 5, 3))
    assert [block.line for block in issue.sections[0].blocks] == [1, 1]
    assert left_out(issue, Reason.FURNITURE) == ["View online", "A page"]


def test_stories_that_are_articles() -> None:
    """Where each story is an article, the longest is not the issue."""
    html = f"<article><p>Salt</p>{_TEXT}{_TEXT}</article><article><p>Sand</p>{_TEXT}</article>"
    assert len(blocks_of(html)) == 5


def test_a_long_box_is_text() -> None:
    """A box with more words than an aside has is read as text."""
    words = "The tide comes in. " * 60
    html = f'{_TEXT * 9}<div style="border:1px solid;padding:4px"><p>{words}</p></div>'
    assert blocks_of(html)[-1] == Paragraph(words.strip(), (), 1)


def test_the_wall_ends_with_the_text() -> None:
    """What stands after the article was never for subscribers only, and belongs to the page."""
    html = f"<article>{_TEXT}<p class=paywall>Secret</p></article>\n<p>Elsewhere</p>"
    assert issue_of(html).left_out == (
        LeftOut("", Reason.SUBSCRIBERS, 1),
        LeftOut("Elsewhere", Reason.FURNITURE, 2),
    )


def test_naming() -> None:
    """A page's head and top name the issue, and are not read again."""
    html = (
        '<html lang="en-GB"><head><title>Low Tide - by Ines Okafor - The Tide</title>'
        '<meta name=author content="Ines Okafor"><meta property="og:site_name" content="The Tide">'
        '<meta property="og:url" content="https://tide.example/low"></head>'
        "<p>The Tide</p><h1>Low Tide</h1>"
        "<p>By Ines Okafor | Issue #12 | May 3, 2026 | 4 min read</p><p>Sand.</p>"
    )
    issue = issue_of(html)
    assert (issue.title, issue.author, issue.date) == ("Low Tide", "Ines Okafor", date(2026, 5, 3))
    assert (issue.number, issue.url, issue.language) == (12, "https://tide.example/low", "en-GB")
    assert issue.sections == (Section("", (Paragraph("Sand.", (), 1),)),)
    assert {one.reason for one in issue.left_out} == {Reason.NAMING}


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Low Tide | Beehiiv</title>", "Low Tide"),
        ("<title>Low Tide: Sand - and Salt</title>", "Low Tide: Sand - and Salt"),
        ('<title>x</title><meta property="og:title" content="Low Tide">', "Low Tide"),
        ('<meta property="og:site_name" content="The Tide"><title>The Tide – Low Tide</title>', "Low Tide"),
        ("<title>Untitled</title>", "Issue"),
        ("<title>Low Tide</title><h1>The Tide</h1><h2>Low Tide</h2>", "Low Tide"),
        ("", "Issue"),
    ],
)
def test_title_without_a_headline(head: str, title: str) -> None:
    """A page without a headline is called as its head says, without the newsletter's name and its tool's."""
    assert issue_of(f"<head>{head}</head><p>Sand.</p>").title == title


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2026-05-03T23:10:00Z"><p>May 4, 2026</p>', 3),
        ('<time datetime="2026-05-05">Tuesday</time>', 5),
        ("<p>Wednesday, May 6, 2026</p>", 6),
    ],
)
def test_date(head: str, day: int) -> None:
    """The head's date is the issue's; else that of the first <time>, else a dateline's."""
    assert issue_of(f"{head}<p>Sand.</p>").date == date(2026, 5, day)


def test_fragment() -> None:
    """HTML in another format gives its headings and blocks by that source's lines, with what is left out."""
    flow, gone = fragment(
        "<h3>Salt</h3>\n<p>Sand <a href='https://a.example'>drifts</a>.</p>\n<p>Unsubscribe</p>", 7
    )
    assert flow == [
        Heading("Salt", 3, 7),
        Paragraph("Sand drifts.", (Link("drifts", "https://a.example"),), 8),
    ]
    assert gone == (LeftOut("Unsubscribe", Reason.FURNITURE, 9),)


def test_a_page_in_the_charset_that_it_declares(tmp_path: Path) -> None:
    """An old export in Windows-1252 is read as it says."""
    page = tmp_path / "old.html"
    page.write_bytes(
        '<meta charset="windows-1252"><h1>Fähre</h1><p>It’s late, and “full”.</p>'.encode("cp1252")
    )
    issue = read(page)
    assert (issue.title, issue.sections[0].blocks[0]) == ("Fähre", Paragraph("It’s late, and “full”.", (), 1))
