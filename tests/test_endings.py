from __future__ import annotations

import pytest

from issuecast.endings import ending


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Who paid?", "?"),
        ("“Who paid?” ", "?"),
        ("Really?!", "?"),
        ("Who knows?...", "?"),
        ("付了吗？」", "?"),
        ("And then…", "…"),
        ("And then...", "…"),
        ("(And then...)", "…"),
        ("Here is why:", ":"),
        ("“Quick hits”:", ":"),
        ("It was paid.", ""),
        ("Paid!", ""),
        ("At 10:30", ""),
        ("Who? Me.", ""),
        ("", ""),
    ],
)
def test_a_text_ends_as_its_last_sign_says(text: str, expected: str) -> None:
    """Quotation marks and brackets behind the sign change nothing; a sign inside the text is not its end."""
    assert ending(text) == expected
