from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from issuecast.publish.colour import contrast, parse
from issuecast.publish.theme import theme
from issuecast.show import Show, Theme


def schemes(accent: str) -> list[dict[str, str]]:
    """The colours by their names, light and dark, as the style sheet has them."""
    shared = theme(Show(theme=Theme(accent=accent)))
    css = shared.files[shared.style].decode()
    light, dark, light_ink, dark_ink = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", rule)) for rule in re.findall(r":root \{(.*?)\}", css)
    )
    return [light | light_ink, dark | dark_ink]


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
@example("#000000")
@example("#ffffff")
@example("#ffd400")
@example("#0b6e4f")
def test_every_text_can_be_read_whatever_the_accent(accent: str) -> None:
    """WCAG's 4.5 to 1 for every text colour on every ground that it stands on, in both schemes."""
    for colours in schemes(accent):
        pairs = [
            (text, ground) for text in ("ink", "muted", "accent") for ground in ("paper", "card", "tint")
        ]
        for text, ground in [*pairs, ("on-accent", "accent")]:
            assert contrast(parse(colours[text]), parse(colours[ground])) >= 4.5, (text, ground)


def test_the_accent_is_the_editors_where_it_can_be_read() -> None:
    """A colour that has its contrast is not touched."""
    light, _ = schemes("#0b6e4f")
    assert light["accent"] == "#0b6e4f"
