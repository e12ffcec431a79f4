"""The values that flow through the pipeline."""

from __future__ import annotations

from issuecast.models import BulletList, Issue, Item, Link, Paragraph, Quote, Section, Sponsor


def test_links_are_in_order_and_each_once() -> None:
    """Links of nested entries and of sponsors count, a second link to an address does not."""
    a, b, again = (
        Link("a", "https://a.example"),
        Link("b", "https://b.example"),
        Link("a2", "https://a.example"),
    )
    entry = Item((Paragraph("x", (a,)), Sponsor((Quote("y", "", (b,)),))))
    issue = Issue("x", (Section("", (BulletList((entry,)),), (Section("p", (Paragraph("z", (again,)),)),)),))
    assert issue.links == (a, b)
