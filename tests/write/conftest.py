"""A daily newsletter of an invented industry, as the readers would give it."""

from __future__ import annotations

from datetime import date

import pytest

from issuecast.models import Aside, BulletList, Issue, Item, Paragraph, Quote, Section
from issuecast.show import Show


def bullets(*texts: str) -> BulletList:
    return BulletList(tuple(Item((Paragraph(text),)) for text in texts))


@pytest.fixture
def show() -> Show:
    return Show(title="The Harbour Wire")


@pytest.fixture
def daily() -> Issue:
    return Issue(
        title="The Quiet Ports",
        date=date(2031, 3, 4),
        sections=(
            Section("", (Paragraph("Hello sailor. It's Tuesday, March 4, 2031"),)),
            Section(
                "The Quiet Ports",
                (
                    bullets(
                        "Larkspur Lines orders 40 wind ships for $2.5B.",
                        "Port Mirren runs its cranes at night without people.",
                    ),
                ),
            ),
            Section(
                "📈 Market Pulse: Market Watch: LRKS",
                (
                    Paragraph("Sentiment: 🟢 Bullish"),
                    Paragraph("Larkspur rose 4% on the order. Freight rates are the new oil."),
                    Quote("We sail on Sundays because the wind does.", "Ines Halloran"),
                ),
            ),
            Section(
                "🔍 The Deep Dive",
                (
                    Paragraph(
                        "Wind ships need patient clients. Fuel is cheap again."
                        " The Long Play: Sign ten-year contracts."
                    ),
                    Aside("The Catch: Nobody insures a mast above 80 metres."),
                ),
            ),
            Section(
                "⚡ Rapid Fire",
                (),
                (
                    Section(
                        "🏗️ The Crane Race",
                        (
                            bullets(
                                "Mirren: Automated its third terminal after a two-year trial of night shifts."
                                " Insight: Watch the night shift, not the headline.",
                                "Quayworks: Sold 14 used cranes to the port of Santa Brisa."
                                " Insight: Used cranes travel further than new ones.",
                                "Hoist & Daughter: Shelved the floating crane that it showed in spring."
                                " Insight: Calm water is a business model.",
                            ),
                        ),
                    ),
                    Section(
                        "🤖 Clerks Of Tomorrow",
                        (
                            bullets(
                                "Manifest: Introduced a reader for handwritten bills of lading in six hands."
                                " Insight: Paper goes last where it came first.",
                                "Tallyho: Raised $31 million to count containers from the air in fog."
                                " Insight: Fog is the moat.",
                            ),
                        ),
                    ),
                ),
            ),
            Section(
                "🧠 Research Corner",
                (
                    bullets(
                        "The Insight: Kelp sensors predict swell 3.5x earlier than buoys.",
                        "Harbour Master Use Case: Move the pilots before the phones ring.",
                        "The Insight: Painted hulls collect 12% fewer barnacles.",
                        "Harbour Master Use Case: Ask what the paint costs.",
                    ),
                ),
            ),
            Section(
                "🎙️ Podcast of the Day",
                (
                    bullets(
                        "The last lighthouse keeper explains why she stayed.",
                        "Tides are a schedule that nobody can strike against.",
                        "Small ports win by knowing every captain.",
                    ),
                    Paragraph("Seen something odd at sea? Send it our way."),
                    Paragraph("Cheers, Odile Brandt. See you tomorrow."),
                ),
            ),
        ),
    )
