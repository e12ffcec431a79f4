"""The account of an issue, as `issuecast script --explain` prints it."""

from __future__ import annotations

from issuecast.cli.explanation import explanation
from issuecast.models import Reason
from issuecast.write.account import Account, Entry


def test_each_sentence_has_its_fate() -> None:
    """Where it is said, or why it is not; then the totals, and what is lost."""
    account = Account(
        (
            Entry(2, "The pier burned.", (8,)),
            Entry(12, "It was old, and nobody was hurt.", (9, 10)),
            Entry(12, "x" * 80, (), Reason.SPONSOR),
            Entry(0, "", (), Reason.SUBSCRIBERS),
            Entry(14, "Gone."),
        )
    )
    assert "\n".join(explanation(account, "the HTML part")) == (
        "Lines are counted in the HTML part.\n"
        " 2  → 8                              The pier burned.\n"
        "12  → 9–10                           It was old, and nobody was hurt.\n"
        f"12  · dropped by the sponsor policy  {'x' * 69}…\n"
        "    · for subscribers only\n"
        "14  ! LOST                           Gone.\n"
        "\n"
        "2 spoken\n"
        "1 left out: dropped by the sponsor policy\n"
        "1 left out: for subscribers only\n"
        "1 lost: neither in the script nor left out for a reason"
    )
