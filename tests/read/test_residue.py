"""What a page or a mail puts around an issue."""

from __future__ import annotations

import pytest

from issuecast.read.residue import is_residue, without_footer, without_residue


@pytest.mark.parametrize(
    "line",
    [
        "Keep Reading",
        "No posts found",
        "View in browser",
        "View this email in your browser (https://tide.example/x)",
        "[Read online](https://tide.example/x)",
        "Sign Up [1] | Advertise [2] | View Online [3]",
        "Subscribe",
        "🔗 Share",
        "Unsubscribe | Update your email preferences | Privacy Policy",
        "Facebook / Twitter / LinkedIn",
        "Was this email forwarded to you? Sign up here.",
        "Forwarded this email? Subscribe here",
        "You received this email because you signed up at tide.example. Unsubscribe here.",
        "You’re receiving this newsletter because you asked for it",
        "© 2026 The Tide. All rights reserved.",
        "Copyright (C) 2026 The Tide, 1 Quay Street",
        "3 min read",
        "12 Comments",
        "Like",
        "Restack",
        "Share this post",
        "Powered by beehiiv",
        "Update your email preferences or unsubscribe here",
        "Update your email preferences or unsubscribe here. View our privacy policy here.",
        "You can ** update your preferences (https://t.example/u)",
        "or ** unsubscribe from this list (https://t.example/v)",
        "If you no longer wish to receive these emails, you can unsubscribe here.",
        "Don't want these emails? Unsubscribe or manage your subscription",
        "You received this because you signed up at tide.example. 1 Quay St, Bergen.",
        "You just read issue #88 of Low Tide. You can also browse the full archives of this newsletter.",
        "Brought to you by Buttondown, the easiest way to start and grow your newsletter.",
        "Share on Facebook Share on Twitter",
        "Share this: [Twitter](https://t.example/a) [LinkedIn](https://t.example/b)",
        "The post Salt & sand appeared first on Low Tide.",
        "Sent from my iPhone",
        "Want to advertise in Low Tide?",
        "Your referral count: 0",
        "Im Browser ansehen",
        "Sie erhalten diese E-Mail, weil Sie sich angemeldet haben. Hier abmelden.",
        "ADVERTISE // CAREERS // SHOP // FAQ",
        "Impressum | Datenschutz",
        "Voir dans le navigateur",
        "Vous recevez cet e-mail car vous êtes inscrit. Se désabonner",
        "Mentions légales",
        "Ver en el navegador",
        "Recibes este correo porque te suscribiste. Darse de baja",
        "Aviso legal · Política de privacidad",
        "Thanks for reading Low Tide! Subscribe for free to receive new posts and support my work.",
    ],
)
def test_page_residue(line: str) -> None:
    """Whole lines of a page's furniture are known, in rows, with links and with pictures."""
    assert is_residue(line)


@pytest.mark.parametrize(
    "line",
    [
        "Two readers asked how to unsubscribe from the sea.",
        "Want the Tide in your inbox? Subscribe here.",
        "You received this email because you signed up. The sea did not.",
        "Share prices fell.",
        "Have a tip? Send it our way.",
        "Cheers, Ada. See you tomorrow.",
        "Brought to you by Ebb & Co, the easiest way to buy salt.",
        "You received this because you signed up. 3 ships, all of them grey, came in.",
        "The post of harbour master is vacant.",
        "1 Quay St, Bergen.",
        "Careers",
        "Sent from my window: three ducks.",
        "Wir melden uns, weil es regnet.",
        "Recibes más luz.",
        "Comments from the mayor",
        "Read more: https://tide.example/x",
        "More stories",
        "It takes a 3 min read to understand.",
        "",
    ],
)
def test_sentences_that_sound_like_it(line: str) -> None:
    """A sentence that only holds such words is content."""
    assert not is_residue(line)


def test_lines_keep_their_places() -> None:
    """Residue is emptied, over wrapped lines and with its counters; figures elsewhere stay."""
    lines = [
        "12",
        "",
        "4",
        "Share",
        "",
        "You received this email because you",
        "signed up at",
        "tide.example.",
        "",
        "7",
    ]
    assert without_residue(lines) == ["", "", "", "", "", "", "", "", "", ""]
    assert without_residue(["The answer:", "", "42", "", "Really."]) == [
        "The answer:",
        "",
        "42",
        "",
        "Really.",
    ]
    burned = ["View in browser", "You received this email because you asked", "The pier burned."]
    assert without_residue(burned) == ["", "", "The pier burned."]


def test_a_footer_is_known_wherever_it_stands() -> None:
    """Of a paragraph, the sentences that tell how to leave the list are taken, and no others."""
    told = "That is all. You can unsubscribe here. Update your settings."
    assert without_footer(told) == ("That is all. Update your settings.", "You can unsubscribe here.")
    told = "You get this because the tide turned. Get this as a gift."
    assert without_footer(told) == (told, "")
    told = "Two readers unsubscribe a day. They came back."
    assert without_footer(told) == (told, "")


@pytest.mark.parametrize(
    ("text", "residue"),
    [
        ("Forwarded this email? Subscribe here for more", True),
        ("Thanks for reading The Slow Tram! Subscribe for free to receive new posts.", True),
        ("View this post on the web at https://example.org/p/tram", True),
        ("Love Tides? Tell your friends and get rewards!", True),
        ("Thanks for reading!", False),
        ("Subscribe for more tea and stay.", False),
    ],
)
def test_what_asks_for_subscribers(text: str, residue: bool) -> None:
    """The tools' own requests are no words of the issue; the author's thanks are."""
    assert is_residue(text) is residue
