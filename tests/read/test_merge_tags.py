"""Merge tags give their fallback or are left out; other braces are text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issuecast.models import LeftOut, Reason
from issuecast.read import read
from issuecast.read.merge_tags import without_merge_tags


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('Hi {{ first_name | default: "friend" }}, welcome', "Hi friend, welcome"),
        ("Hi {{ first_name | default: &quot;friend&quot; }}!", "Hi friend!"),
        ("Hi {{ first_name | default: “friend” }}!", "Hi friend!"),
        ("Hi {{ contact.NAME | default : 'R & D' | capitalize }}!", "Hi R & D!"),
        ("Hi {{first_name|there}}!", "Hi there!"),
        ("Hi {{ name || 'you' }}!", "Hi you!"),
        ('Hi {{${first_name} | default: "pal"}}!', "Hi pal!"),
        ("Hi {{ personalization_token('contact.firstname', 'there') }}!", "Hi there!"),
        ('Hi {first_name, "there"}!', "Hi there!"),
        ("Hi {$name|default('pal')}!", "Hi pal!"),
        ("Hi {contactfield=firstname|pal}!", "Hi pal!"),
        ("Hi [firstname,fallback=friend]!", "Hi friend!"),
        ("Hi [FIRSTNAME | friend]!", "Hi friend!"),
        ('Hi [[data:firstname:"pal"]]!', "Hi pal!"),
        ("Hi {first_name|friend}!", "Hi friend!"),
        ("Hi {{first_name,fallback=pal}}!", "Hi pal!"),
        ("Hi *|FNAME:friend|*!", "Hi friend!"),
        ("Hi <%= name || 'you' %>!", "Hi you!"),
    ],
)
def test_fallback(text: str, told: str) -> None:
    """However a tool writes it, the fallback stands in the tag's place, and nothing is lost."""
    assert without_merge_tags(text) == (told, ())


@pytest.mark.parametrize(
    "tag",
    [
        "{{ subscriber.first_name }}",
        "{{name}}",
        "{{{ unsubscribe_url }}}",
        "{{ name | capitalize }}",
        '{{ "now" | date: "%Y" }}',
        "{name}",
        "{$name}",
        "{!firstname_fix}",
        "*|FNAME|*",
        "*|DATE:d/m/y|*",
        "%%name%%",
        "%%First Name%%",
        "%%=v(@x)=%%",
        "%recipient.name%",
        "%FIRSTNAME%",
        "[FIRSTNAME]",
        "[First Name]",
        "<<First Name>>",
        "<%= name %>",
        "~Contact.FirstName~",
        "${firstname}",
        "{% unsubscribe %}",
    ],
)
def test_no_fallback(tag: str) -> None:
    """A tag without one leaves a tidy line, and is accounted for with the line."""
    lost = (LeftOut(tag, Reason.MERGE_TAG, 2),)
    assert without_merge_tags(f"Salt.\nHi {tag}, welcome\n") == ("Salt.\nHi, welcome\n", lost)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hi {{name}},\nwelcome", "Hi,\nwelcome"),
        ("Morning, {{name}}! Salt.", "Morning! Salt."),
        ("{{name}}, here is the news", "Here is the news"),
        ("**{{name}}**, here is the news", "Here is the news"),
        ("<p>{{name}}, eBay sold</p>", "<p>eBay sold</p>"),
        ("Dear reader ({{name}}), hello", "Dear reader, hello"),
        ("Dear {{name}}, here is the news", "Here is the news"),
        ("Dear {{name}},\n\nSalt.", "\n\nSalt."),
        ("Dear reader {{name}}, salt", "Dear reader, salt"),
        ("Hello {{ first_name }}'s team", "Hello team"),
        ("Ask @{{handle}}.", "Ask."),
        ("See {{ site.url }} there", "See there"),
        ("[Log]({{ site.url }}/log)", "[Log](/log)"),
    ],
)
def test_the_line_stays_tidy(text: str, told: str) -> None:
    """No comma, space, bracket or mark is left that stood around nothing but the tag."""
    assert without_merge_tags(text)[0] == told


@pytest.mark.parametrize(
    "text",
    [
        "Write `{{ name }}` and\n\n```\n{{ name }} *|FNAME|*\n```\n\n<pre>%%name%%</pre>",
        "{% raw %}{{ name }}{% endraw %}",
        "The set {1, 2}, {a} and {{ two words }}, {{ 1 + 2 }}, {{}}, /users/{name}",
        "In Jinja, write {{ user.name }} and it prints the name. Templates have {{ salt }} in braces.",
        "a${name} [Surname] <b> [First Name](https://a.example) [First Name]: x, [first]",
        "100%% sure, %d%%, 50%% and 60%% of it, %PATH%",
        "{{< figure >}} {% youtube x %} [[Some page]] [REF] [link][REF] [FNAME](https://a.example)",
        "",
    ],
)
def test_other_braces_are_text(text: str) -> None:
    """Code, sets, formats, shortcodes and links stay as they are."""
    assert without_merge_tags(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "told", "lost"),
    [
        ("*|IF:FNAME|*Dear *|FNAME|**|ELSE:|*Dear friend*|END:IF|*, hi", "Dear friend, hi", "Dear *|FNAME|*"),
        ("{% if a %}A{% elsif b %}B{% else %}C{% endif %} salt", "C salt", "A{% elsif b %}B"),
        ("Hi {{#if x}}{{x}}{{else}}friend{{/if}}, salt", "Hi friend, salt", "{{x}}"),
        ("{% unless a %}Salt.{% else %}Sand.{% endunless %}", "Salt.", "Sand."),
        ("*|IFNOT:A|*Salt.*|END:IF|*", "Salt.", "*|END:IF|*"),
        ("{% if a %}\nSalt.\n{% endif %}\nSand.", "\n\n\nSand.", "Salt."),
        ("{% if a %}Salt.", "Salt.", "{% if a %}"),
    ],
)
def test_conditions(text: str, told: str, lost: str) -> None:
    """The listener gets what somebody gets of whom nothing is known; the rest is accounted for."""
    words, left_out = without_merge_tags(text)
    assert words == told
    assert (lost, Reason.MERGE_TAG) in [(one.text, one.reason) for one in left_out]


def test_what_payers_see_is_not_told() -> None:
    """A part for those who pay is not even in the account, unless the show wants it."""
    text = '{% if subscriber.type == "premium" %}Secret.{% endif %} Salt.'
    words, left_out = without_merge_tags(text)
    assert words == "Salt."
    assert LeftOut("", Reason.SUBSCRIBERS, 1) in left_out
    assert "Secret" not in repr(left_out)
    assert without_merge_tags(text, subscriber_parts=True)[0] == "Secret. Salt."


def test_an_issue_accounts_for_its_tags(tmp_path: Path) -> None:
    """The account reaches the issue, with the line of the file."""
    path = tmp_path / "issue.md"
    path.write_text("# Tide\n\nHi {{name}}, welcome.\n", encoding="utf-8")
    assert LeftOut("{{name}}", Reason.MERGE_TAG, 3) in read(path).left_out


_PARTS = st.sampled_from(
    [
        *"{}%|*[]`\n ,.",
        "{{",
        "}}",
        "{%",
        "%}",
        "*|",
        "|*",
        "%%",
        "name",
        "if ",
        "endif",
        "else",
        "IF:",
        "END:IF",
    ]
)


@given(st.lists(_PARTS, max_size=60).map("".join))
def test_lines_keep_their_numbers(text: str) -> None:
    """Whatever is replaced, the text has as many lines as before."""
    assert without_merge_tags(text)[0].count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "part", ["{", "{{a", "{% if x %}", "*|IF:A|*", "%%a", "[a,", "<!--", "<%=a", "`", "<pre>", "{a,'"]
)
def test_heaps_are_read_in_time(part: str) -> None:
    """The work grows as the text does."""
    start = time.process_time()
    without_merge_tags(part * (300_000 // len(part)))
    assert time.process_time() - start < 1


def test_tags_in_comments_are_not_heard_anyway() -> None:
    """Conditions that a tool hides in comments cut nothing, and are not told; those about payment do."""
    text = "<!--*|IF:PREVIEW|*--><i>*|PREVIEW|*</i><!--*|END:IF|*-->Salt."
    lost = LeftOut("*|PREVIEW|*", Reason.MERGE_TAG, 1)
    assert without_merge_tags(text) == ("<!--*|IF:PREVIEW|*--><i></i><!--*|END:IF|*-->Salt.", (lost,))
    paid = "<!--{% if member %}-->Secret.<!--{% endif %}-->Salt."
    assert "Secret" not in repr(without_merge_tags(paid))


def test_machinery_of_wordpress() -> None:
    """What a blog puts around a picture goes, and the words in it stay."""
    words, lost = without_merge_tags('[caption id="a" width="9"]A boat.[/caption] [Caption] [embedded]')
    assert words == "A boat. [Caption] [embedded]"
    assert {one.reason for one in lost} == {Reason.FURNITURE}
