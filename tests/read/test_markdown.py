"""Markdown issues."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Table,
)
from issuecast.read import read
from issuecast.read.markdown.blocks import Blocks
from issuecast.read.markdown.definitions import split_definitions
from issuecast.read.markdown.stretches import Unread

SAMPLES = Path(__file__).parents[1] / "samples"
NEWSLETTERS = Path(__file__).parents[3] / "shared" / "newsletters"


def issue_of(tmp_path: Path, text: str, name: str = "issue.md") -> Issue:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path)


@pytest.mark.skipif(not NEWSLETTERS.is_dir(), reason="the real newsletters are not beside this checkout")
@pytest.mark.parametrize(
    ("name", "title", "day", "number", "sections"),
    [
        ("haskell-weekly-504.md", "Haskell weekly 504", None, 504, 5),
        ("lwkd-2026-08-16.md", "Week Ending August 16, 2026", date(2026, 8, 20), None, 7),
        ("this-week-in-rust-2026-08-19.md", "This Week in Rust 665", date(2026, 8, 19), 665, 9),
    ],
)
def test_real_newsletters(name: str, title: str, day: date | None, number: int | None, sections: int) -> None:
    """Title, date and number are found, and every section."""
    issue = read(NEWSLETTERS / name)
    assert (issue.title, issue.date, issue.number) == (title, day, number)
    assert len(issue.sections) == sections


@pytest.mark.skipif(not NEWSLETTERS.is_dir(), reason="the real newsletters are not beside this checkout")
def test_a_real_quotation_has_its_speaker() -> None:
    """The name below a block quotation is its speaker, and its link is kept."""
    issue = read(NEWSLETTERS / "this-week-in-rust-2026-08-19.md")
    quotes = [block for section in issue.sections for block in section.blocks if isinstance(block, Quote)]
    assert [(quote.speaker.split()[0], len(quote.links)) for quote in quotes] == [("Clar", 1)]


def test_front_matter_wins_and_lines_are_counted_with_it(tmp_path: Path) -> None:
    """What the front matter says is not asked of the text, and a heading that only repeats it is gone."""
    text = "---\ntitle: Low Tide\ndate: 2026-02-01\nnumber: 7\n---\n\n# Low Tide\n\nIt is May 3, 2026.\n"
    issue = issue_of(tmp_path, text)
    assert (issue.title, issue.date, issue.number) == ("Low Tide", date(2026, 2, 1), 7)
    assert issue.sections == (Section("", (Paragraph("It is May 3, 2026.", (), 9),)),)
    assert LeftOut("Low Tide", Reason.NAMING, 7) in issue.left_out


def test_title_from_the_first_heading_or_the_name(tmp_path: Path) -> None:
    """A leading H1 names the issue; else its file does, without the date."""
    assert issue_of(tmp_path, "# Low Tide\n\nSand.\n").title == "Low Tide"
    assert (
        issue_of(tmp_path, "![A logo](l.png)\n\n# LOW TIDE IN THE UK\n\nSand.\n").title
        == "Low Tide in the UK"
    )
    assert issue_of(tmp_path, "Sand.\n", "2026-02-01-low-tide.md").title == "Low tide"


@pytest.mark.parametrize(
    ("text", "title", "sections"),
    [
        ("# Tide\n\n## A\n\na\n\n## B\n\nb\n", "Tide", [("A", 0), ("B", 0)]),
        ("# Tide\n\n## A\n\na\n\n# Quote\n\nb\n", "Tide", [("A", 0), ("Quote", 0)]),
        ("# A\n\n## C\n\nc\n\n# B\n\n## D\n\nd\n", "A", [("A", 1), ("B", 1)]),
        ("# A\n\na\n\n# B\n\nb\n", "A", [("A", 0), ("B", 0)]),
        ("---\ntitle: Tide\n---\n# Salt\n\n## A\n\na\n", "Tide", [("Salt", 0), ("A", 0)]),
        ("Hello.\n\n# Salt\n\n## A\n\na\n", "Salt", [("", 0), ("Salt", 0), ("A", 0)]),
        ("## A\n\na\n\n# B\n\nb\n", "Issue", [("A", 0), ("B", 0)]),
    ],
)
def test_level_one_headings(tmp_path: Path, text: str, title: str, sections: list[tuple[str, int]]) -> None:
    """The title's heading is no section around all others; headings of equals stay sections."""
    issue = issue_of(tmp_path, text)
    assert issue.title == title
    assert [(section.title, len(section.parts)) for section in issue.sections] == sections


def test_residue(tmp_path: Path) -> None:
    """Lines, entries and hollow headings of a page's furniture are gone, with their links."""
    text = (
        "[View in browser](https://a.example)\nSand.\n\n- [Unsubscribe](https://a.example)\n- Salt\n\n"
        "## Comments\n\nFrom readers.\n\n## Keep Reading\n\nNo posts found\n"
    )
    untitled, comments = issue_of(tmp_path, text).sections
    assert untitled.blocks == (
        Paragraph("Sand.", (), 2),
        BulletList((Item((Paragraph("Salt", (), 5),)),), 4),
    )
    assert (comments.title, len(comments.blocks)) == ("Comments", 1)


def test_addresses_are_not_words(tmp_path: Path) -> None:
    """Bare addresses, in angle brackets or not, leave the words; a reference is followed."""
    text = "Salt: <https://a.example/x>. [Sand][1] is at https://b.example.\n\n[1]: https://c.example\n"
    assert issue_of(tmp_path, text).sections[0].blocks == (
        Paragraph(
            "Salt. Sand is at.",
            (
                Link("Sand", "https://c.example"),
                Link("a.example", "https://a.example/x"),
                Link("b.example", "https://b.example"),
            ),
            1,
        ),
    )


def test_pictures_with_words_and_links_around_them(tmp_path: Path) -> None:
    """A picture follows the words beside it, and keeps what describes it."""
    text = "Look: [![The *lamp*](lamp.png)](https://a.example) at night\n"
    assert issue_of(tmp_path, text).sections[0].blocks == (
        Paragraph("Look: at night", (), 1),
        Image("The lamp", "lamp.png", 1),
    )


def test_links_of_a_heading_are_its_text_s(tmp_path: Path) -> None:
    """A heading that is a link leads where its first paragraph or entry does."""
    text = "## [Salt](https://a.example)\n\nIt is dear.\n\n## [Soup](https://b.example)\n\n- Dearer.\n"
    salt, soup = issue_of(tmp_path, text).sections
    assert (salt.title, soup.title) == ("Salt", "Soup")
    assert salt.blocks == (Paragraph("It is dear.", (Link("Salt", "https://a.example"),), 3),)
    entry = Item((Paragraph("Dearer.", (Link("Soup", "https://b.example"),), 7),))
    assert soup.blocks == (BulletList((entry,), 7),)


def test_headings_nest(tmp_path: Path) -> None:
    """A deeper heading is a part of the one before it, even if levels are skipped."""
    issue = issue_of(tmp_path, "Hi.\n\n## A\n\na\n\n#### B\n\nb\n\n## C\n\nc\n")
    untitled, first, last = issue.sections
    assert (untitled.title, first.title, last.title) == ("", "A", "C")
    assert [part.title for part in first.parts] == ["B"]


def test_blocks_lose_their_markup_and_keep_their_links(tmp_path: Path) -> None:
    """Words without signs; links beside them; other schemes, comments and tags gone."""
    text = (
        "A **bold** [sea *log*](https://example.org/a) with `code`, <b>tags</b> &amp; [no](javascript:x).\n\n"
        "<!-- nobody sees\nthis -->\n\n<script>\nx()\n</script>\n\n"
        "![A lamp](lamp.png)\n\n```python\nprint()\n```\n"
    )
    assert issue_of(tmp_path, text).sections[0].blocks == (
        Paragraph("A bold sea log with code, tags & no.", (Link("sea log", "https://example.org/a"),), 1),
        Image("A lamp", "lamp.png", 10),
        Code("print()\n", "python", 12),
    )


def test_words_in_html(tmp_path: Path) -> None:
    """Tags are gone, the words between them are not; what is deleted is accounted for."""
    text = "<p>\nSalt &amp;<br>sand\n</p>\n\nIt ~~was~~ is<br/>\\*dear*.  \nReally.\n\n- [x] Done\n"
    issue = issue_of(tmp_path, text)
    blocks = issue.sections[0].blocks
    assert blocks[:2] == (Paragraph("Salt & sand", (), 2), Paragraph("It is *dear*. Really.", (), 5))
    assert issue.left_out == (LeftOut("was", Reason.HIDDEN, 5),)
    assert blocks[2] == BulletList((Item((Paragraph("Done", (), 8),)),), 8)


def test_lists_hold_blocks(tmp_path: Path) -> None:
    """An entry keeps the quotation and the list below it."""
    blocks = issue_of(tmp_path, "- One\n  > Said.\n\n- Two\n  1. Deep.\n").sections[0].blocks
    assert blocks == (
        BulletList(
            (
                Item((Paragraph("One", (), 1), Quote("Said.", "", (), 2))),
                Item((Paragraph("Two", (), 4), NumberedList((Item((Paragraph("Deep.", (), 5),)),), 5))),
            ),
            1,
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "> “The sea is patient.”\n>\n> — Ada Marsh\n",
        "> The sea is patient.\n> — Ada Marsh\n",
        "> The sea\n> is patient.\n\n— Ada Marsh\n",
        '"The sea is patient."\n\n– Ada Marsh\n',
        "“The sea is patient.”\n— Ada Marsh\n",
    ],
)
def test_quotation_names_its_speaker(tmp_path: Path, text: str) -> None:
    """The last line after a dash, or the line below, is who said it."""
    assert issue_of(tmp_path, text).sections[0].blocks == (Quote("The sea is patient.", "Ada Marsh", (), 1),)


def test_quotation_that_holds_more(tmp_path: Path) -> None:
    """What is no paragraph in a quotation follows it."""
    text = "> # Salt\n>\n> It is dear:\n>\n> - Soup\n> > Deep.\n"
    quote, bullets, inner = issue_of(tmp_path, text).sections[0].blocks
    assert quote == Quote("Salt It is dear:", "", (), 1)
    assert isinstance(bullets, BulletList)
    assert inner == Quote("Deep.", "", (), 6)


def test_table(tmp_path: Path) -> None:
    """A table keeps its cells and links; a bar that is escaped divides none."""
    text = (
        "| boat | year |\n|---|:--:|\n| [Tern](https://a.example) | 1912 |\n| Gull \\| Co | **1920**\nSand.\n"
    )
    assert issue_of(tmp_path, text).sections[0].blocks == (
        Table(
            ("boat", "year"),
            (("Tern", "1912"), ("Gull | Co", "1920")),
            (Link("Tern", "https://a.example"),),
            1,
        ),
        Paragraph("Sand.", (), 5),
    )


def test_bars_without_a_rule_are_text(tmp_path: Path) -> None:
    """A table has a line below its head that tells the columns."""
    assert issue_of(tmp_path, "a | b\nc | d\n").sections[0].blocks == (Paragraph("a | b c | d", (), 1),)


def test_footnotes(tmp_path: Path) -> None:
    """A note stands after the block that points to it, one that nobody points to at the end."""
    text = (
        "Salt[^a] is dear[^a], sand[^b].\n\n- Soup[^c]\n\nThe end[^gone].\n\n"
        "[^a]: Since [May](https://a.example).\n    It was cheap.\n[^b]: Not[^d].\n[^c]: Hot.\n[^d]: Ever.\n"
        "[^e]: Unasked.\n"
    )
    issue = issue_of(tmp_path, text)
    assert issue.sections[0].blocks == (
        Paragraph("Salt is dear, sand.", (), 1),
        Footnote("a", "Since May. It was cheap.", (Link("May", "https://a.example"),), 7),
        Footnote("b", "Not.", (), 9),
        Footnote("d", "Ever.", (), 11),
        BulletList((Item((Paragraph("Soup", (), 3), Footnote("c", "Hot.", (), 10))),), 3),
        Paragraph("The end.", (), 5),
        Footnote("e", "Unasked.", (), 12),
    )
    assert issue.left_out == (LeftOut("[^gone]", Reason.FOOTNOTE, 5),)


def test_reference_links(tmp_path: Path) -> None:
    """A reference is followed in any case; of one that is not defined the words stay; the line is no text."""
    text = '[Salt][ONE] and [one], [sand][nowhere].\n\n[One]: <https://a.example> "A"\n[js]: javascript:x\n'
    issue = issue_of(tmp_path, text)
    links = (Link("Salt", "https://a.example"), Link("one", "https://a.example"))
    assert issue.sections[0].blocks == (Paragraph("Salt and one, sand.", links, 1),)
    assert issue.left_out == (
        LeftOut('[One]: <https://a.example> "A"', Reason.ADDRESS, 3),
        LeftOut("[js]: javascript:x", Reason.ADDRESS, 4),
    )


def test_alerts_are_asides(tmp_path: Path) -> None:
    """GitHub's marked quotations quote nobody."""
    issue = issue_of(tmp_path, "> [!NOTE]\n> Bring a [coat](https://a.example).\n>\n> It rains.\n")
    coat = (Link("coat", "https://a.example"),)
    assert issue.sections[0].blocks == (Aside("Bring a coat. It rains.", coat, 1),)
    assert issue.left_out == (LeftOut("[!NOTE]", Reason.FURNITURE, 1),)


@pytest.mark.parametrize(
    ("source", "block"),
    [
        ('{{< figure src="l.png" alt="A lamp" >}}', Image("A lamp", "l.png", 3)),
        ("{% include image.html src='l.png' caption='A lamp' %}", Image("A lamp", "l.png", 3)),
        ("{% highlight python %}\n{{ x }}\n{% endhighlight %}", Code("{{ x }}\n", "python", 3)),
        ("{{< highlight go >}}\nx()\n{{< /highlight >}}", Code("x()\n", "go", 3)),
        ("{% raw %}{{ salt }}{% endraw %}", Paragraph("{{ salt }}", (), 3)),
        ("Salt {{< ref x >}}is :rocket: dear :not_a_name:", Paragraph("Salt is 🚀 dear :not_a_name:", (), 3)),
        ("Salt\n: A white stone", Paragraph("Salt: A white stone", (), 3)),
        ("[[The page|Salt]] and [[sand]]", Paragraph("Salt and sand", (), 3)),
        (":::tip\nSalt.\n:::", Paragraph("Salt.", (), 4)),
        ("Salt.\n{: .dear}", Paragraph("Salt.", (), 3)),
        (
            "Salt<sup>TM</sup> <b>is</b> <a href='https://a.example'>dear</a>",
            Paragraph("Salt™ is dear", (Link("dear", "https://a.example"),), 3),
        ),
        ('<img src="l.png" alt="A lamp"> Salt', Image("A lamp", "l.png", 3)),
        ("Salt ![A lamp](l.png)", Paragraph("Salt", (), 3)),
        ("10<sup>6</sup> x<sup>2</sup> 4<sup>th</sup>", Paragraph("10⁶ x² 4th", (), 3)),
        ("It is dear.<sup>1</sup>", Paragraph("It is dear.", (), 3)),
        ("Was ~~$50~~ <del>$45</del> $40", Paragraph("Was $40", (), 3)),
        ('!!! note "Salt"\n    It is dear.\n\n    Ask.\n\nSand.', Aside("Salt: It is dear. Ask.", (), 3)),
        ("??? tip\n    Ask.", Aside("Ask.", (), 3)),
        ("Salt (12 minute read)", Paragraph("Salt", (), 3)),
        (
            "So she said. [1]\n\n[1] https://a.example",
            Paragraph("So she said.", (Link("a.example", "https://a.example"),), 3),
        ),
        ("Ticker: SALT  \nMood: calm", Paragraph("Ticker: SALT", (), 3)),
        ("Ticker: SALT\nMood: calm", Paragraph("Ticker: SALT", (), 3)),
        ("Tell me: salt\nis dear.", Paragraph("Tell me: salt is dear.", (), 3)),
    ],
)
def test_what_tools_add(tmp_path: Path, source: str, block: Block) -> None:
    """Shortcodes, emoji by name, definitions, tags within lines and labels say what they stand for."""
    assert issue_of(tmp_path, f"Hello.\n\n{source}\n").sections[0].blocks[1] == block


def test_machinery_is_accounted_for(tmp_path: Path) -> None:
    """What says nothing is listed with its line, and in code it is code."""
    text = (
        "import Lamp from './lamp'\nexport const meta = {\n  a: 1\n}\n\n## Salt {#salt}\n\n"
        "{{< youtube x >}}\n\nSand. {/* why */} [here](/x)\n\n<!-- more -->\n\n```\n{{< youtube x >}}\n```\n"
    )
    issue = issue_of(tmp_path, text)
    assert (issue.sections[0].title, issue.sections[0].blocks) == (
        "Salt",
        (Paragraph("Sand. here", (), 10), Code("{{< youtube x >}}\n", "", 14)),
    )
    assert issue.left_out == (
        LeftOut("import Lamp from './lamp'", Reason.FURNITURE, 1),
        LeftOut("export const meta = { a: 1 }", Reason.FURNITURE, 2, 4),
        LeftOut("{#salt}", Reason.FURNITURE, 6),
        LeftOut("{{< youtube x >}}", Reason.FURNITURE, 8),
        LeftOut("{/* why */}", Reason.HIDDEN, 10),
        LeftOut("/x", Reason.ADDRESS, 10),
        LeftOut("more", Reason.HIDDEN, 12),
    )


def test_an_issue_of_hugo() -> None:
    """TOML, a shortcode, footnotes, a table and code: all of a sample is where it belongs."""
    issue = read(SAMPLES / "hugo.md")
    told = (issue.title, issue.date, issue.author, issue.number, issue.url, issue.language)
    assert told == (
        "The Bus That Learned the Hills",
        date(2026, 4, 14),
        "Petra Lindqvist",
        31,
        "https://slowmiles.example/31",
        "en-GB",
    )
    shapes = [[type(block).__name__ for block in section.blocks] for section in issue.sections]
    assert shapes == [
        ["Paragraph"],
        ["Paragraph", "Footnote", "Image", "Paragraph", "Paragraph", "Quote", "Paragraph", "Footnote"],
        ["Table"],
        ["BulletList"],
        ["Paragraph", "Code", "Paragraph"],
        ["Paragraph"],
    ]
    assert [(one.text, one.line) for one in issue.left_out[1:]] == [("more", 15), ("Sold", 45)]


def test_an_issue_of_jekyll() -> None:
    """YAML, HTML between the blocks, reference links, a quotation with its speaker, events and jobs."""
    issue = read(SAMPLES / "jekyll.md")
    assert (issue.title, issue.author, issue.number) == (
        "Clay & Kiln: the small spring issue",
        "Tomas Weir",
        58,
    )
    opening, learned, events, jobs, question, until = issue.sections
    assert opening.blocks[1] == Paragraph(
        "The kiln in Marl Street is open again, every Thursday from six.", (), 17
    )
    assert learned.blocks[2] == Quote(
        "I stopped at one hundred and forty because the shelf was full.", "Ilka Brandt", (), 27
    )
    assert [type(section.blocks[0]) for section in (events, jobs)] == [BulletList, NumberedList]
    assert "https://clayandkiln.example/vote/bowl" in repr(question.blocks)
    assert until.blocks == (Paragraph("Keep your clay damp and your shelves dry.", (), 56),)
    assert [one.line for one in issue.left_out] == [2, 12, 58, 60, 61, 62]


def test_an_issue_of_pelican() -> None:
    """Headers, and forty links in five groups, each with its address."""
    issue = read(SAMPLES / "pelican.md")
    assert (issue.title, issue.author, issue.date) == ("Loom Weekly 112", "Ros Amadi", date(2026, 2, 18))
    lists = [section.blocks[0] for section in issue.sections[1:6]]
    assert [len(one.items) for one in lists if isinstance(one, BulletList)] == [8, 10, 6, 8, 8]
    entries = [
        block for one in lists if isinstance(one, BulletList) for item in one.items for block in item.blocks
    ]
    assert all(isinstance(block, Paragraph) and len(block.links) == 1 for block in entries)


def test_deep_nesting(tmp_path: Path) -> None:
    """Fifty lists in one another are no more trouble than two; of thousands the words are read, flattened."""
    text = "\n".join("  " * depth + f"- level{depth}" for depth in range(50))
    assert "level49" in repr(issue_of(tmp_path, text))
    (quote,) = issue_of(tmp_path, ">" * 5000 + " deep\n").sections[0].blocks
    assert quote == Quote("deep", "", (), 1)
    issue = issue_of(tmp_path, "\n".join("  " * depth + f"- level{depth}" for depth in range(500)))
    told = re.findall(r"text='level(\d+)'", repr(issue.sections))
    assert told == [str(depth) for depth in range(500)]


def test_deep_emphasis_is_read(tmp_path: Path) -> None:
    """Marks and brackets within lines may be nested as deeply as one likes."""
    text = "*a **b " * 1000 + "c** d* " * 1000 + "[" * 1000 + "e" + "](https://a.example)" * 1000
    assert issue_of(tmp_path, text).sections


_SIGNS = [
    *"qzj", " ", "\n", "\n\n", "- ", "> ", "1. ", "# ", "**", "*", "_", "[", "](u)", "`", "\n    ", "|", "~~",
    "\n|-|\n", "<b>", "</p>", "<!--", "-->", "[^1]", "\n\n[^1]: ", "\n[z]: u\n", "{{< j >}}", "{#j}", ":z:",
    "\n: ", "]: ", "[[", "]]",
]  # fmt: skip


@given(st.lists(st.sampled_from(_SIGNS), max_size=50))
def test_no_word_is_lost(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    """Every letter of a Markdown text is in its issue, or in the account of what is left out."""
    path = tmp_path_factory.getbasetemp() / "words.md"
    text = f"Hello.\n\n{''.join(parts)}\n"
    path.write_text(text, encoding="utf-8")
    told = Counter(repr(read(path)))
    assert all(told[letter] >= text.count(letter) for letter in "qzj")


_LINES = st.sampled_from(
    [
        *(
            "Salt is dear.",
            "**Salt** is",
            "[sand](https://a.example)",
            "2 boats",
            "# A",
            "## B ##",
            "#no",
            "- one",
        ),
        *(
            "- two",
            "* three",
            "1. four",
            "2. five",
            "3) six",
            "  - deep",
            "    more",
            "> said",
            "---",
            "===",
            "```",
        ),
        *(
            "~~~",
            "<div>",
            "</div>",
            "<!-- a",
            "-->",
            "| a | b |",
            "|---|---|",
            "\\# x",
            "-",
            "+ y",
            "[ ] z",
            "",
        ),
        *("", "", "", "\ttab", "1986. A year", "(in brackets)"),
    ]
)


@given(st.lists(_LINES, max_size=14))
def test_stretches_are_the_parser_s_blocks(lines: list[str]) -> None:
    """What is cut and recognized without the parser is what the parser makes of the whole."""
    by_stretches = list(Blocks(split_definitions(lines)).flow())
    first = Unread(split_definitions(lines).lines, 1)
    by_parser = list(Blocks(split_definitions(lines)).read([first]))
    assert by_stretches == by_parser


def test_mere_addresses_are_accounted_for(tmp_path: Path) -> None:
    """An address without words is not said, and the account tells so."""
    issue = issue_of(
        tmp_path, "Hello.\n\nhttps://a.example/x\n\n- https://a.example/y\n- Salt (GitHub Repo)\n"
    )
    assert issue.left_out == (
        LeftOut("https://a.example/x", Reason.ADDRESS, 3),
        LeftOut("https://a.example/y", Reason.ADDRESS, 5),
        LeftOut("(GitHub Repo)", Reason.FURNITURE, 6),
    )
    assert len(issue.links) == 2
