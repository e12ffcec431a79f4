from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from issuecast.publish.colour import BLACK, RGB, WHITE, code, contrast, legible, parse

colours = st.tuples(st.integers(0, 255), st.integers(0, 255), st.integers(0, 255))


def test_contrast_is_that_of_wcag() -> None:
    """The extremes are 21 and 1; the grey that WCAG's authors quote as just enough on white is 4.54."""
    assert round(contrast(BLACK, WHITE), 2) == 21
    assert contrast(WHITE, WHITE) == 1
    assert round(contrast(parse("#767676"), WHITE), 2) == 4.54


@given(colours, colours)
def test_any_colour_can_be_made_legible_on_any_ground(colour: RGB, ground: RGB) -> None:
    """Whatever accent an editor chooses, text in it can be read."""
    assert contrast(legible(colour, ground), ground) >= 4.5


def test_a_legible_colour_stays_as_it_is() -> None:
    """An accent that is dark enough is not touched."""
    assert code(legible(parse("#0b6e4f"), WHITE)) == "#0b6e4f"
