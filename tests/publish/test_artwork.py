from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from issuecast.errors import PublishError
from issuecast.publish.artwork import artwork, thumbnail
from issuecast.publish.cover import cover_name
from issuecast.show import Show, Theme


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def saved(
    folder: Path,
    name: str,
    size: tuple[int, int],
    mode: str = "RGB",
    colour: str | tuple[int, ...] = "#123456",
) -> str:
    Image.new(mode, size, colour).save(folder / name)
    return name


@pytest.mark.parametrize(
    "title",
    [
        "The Morning Wire",
        "AI",
        "Café Économie: señales del día",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
        "朝のニュース",
        "\x00\u202e",
        "All there is to say in one long breath about everything " * 5,
    ],
)
def test_a_drawn_cover_is_what_directories_ask_for(show: Show, title: str) -> None:
    """3000 pixels square, RGB, a JPEG of at most 350 kB, whatever the title."""
    content = artwork(show.model_copy(update={"title": title}))
    with opened(content) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (3000, 3000))
    assert len(content) <= 350_000


def test_a_cover_shows_title_and_accent(show: Show) -> None:
    """Two titles, two authors or two accents are two pictures with two names; the same show is one."""
    variants = [
        show,
        show.model_copy(update={"title": "Another"}),
        show.model_copy(update={"author": "Somebody"}),
        show.model_copy(update={"theme": Theme(accent="#c2410c")}),
    ]
    assert len({artwork(variant) for variant in variants}) == len(variants)
    assert len({cover_name(variant) for variant in variants}) == len(variants)
    assert (artwork(show), cover_name(show)) == (artwork(show.model_copy()), cover_name(show.model_copy()))


def test_what_the_font_lacks_is_left_out(show: Show) -> None:
    """A symbol is dropped; a title in a script that the font lacks gives a cover without words, not boxes."""

    def of(title: str) -> list[int]:
        with opened(artwork(show.model_copy(update={"title": title}))) as picture:
            return picture.crop((0, 0, 3000, 1400)).convert("L").histogram()

    ink = {title: sum(of(title)[200:]) for title in ("Wire 🚀", "Wire", "朝のニュース")}
    assert ink["Wire 🚀"] == ink["Wire"] > 50_000
    assert ink["朝のニュース"] < 100


def test_the_editors_picture_is_used_as_it_is(show: Show) -> None:
    """A JPEG that is fit is published byte by byte."""
    name = saved(show.folder, "cover.jpg", (1400, 1400))
    assert artwork(show.model_copy(update={"cover": name})) == (show.folder / name).read_bytes()


@pytest.mark.parametrize(
    ("mode", "colour"), [("RGBA", "#00000000"), ("LA", "#ffffff"), ("P", "#ffffff"), ("CMYK", (0, 0, 0, 0))]
)
def test_the_editors_picture_is_converted(show: Show, mode: str, colour: str | tuple[int, ...]) -> None:
    """Other kinds of picture become RGB without transparency, on white."""
    name = saved(show.folder, "cover.tif" if mode == "CMYK" else "cover.png", (1400, 1400), mode, colour)
    with opened(artwork(show.model_copy(update={"cover": name}))) as picture:
        assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1400, 1400))
        assert picture.getpixel((700, 700)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(1399, 1399), (3001, 3001), (2000, 1500)])
def test_a_picture_of_another_size_is_refused(show: Show, size: tuple[int, int]) -> None:
    """Directories would refuse it later; the sentence says what they take."""
    name = saved(show.folder, "cover.png", size)
    with pytest.raises(PublishError) as error:
        artwork(show.model_copy(update={"cover": name}))
    assert str(error.value) == (
        f"The cover {show.folder / name} has {size[0]} × {size[1]} pixels: "
        "use a square one of 1400 to 3000 pixels."
    )


@pytest.mark.parametrize("cut", [0, 10, 2000])
def test_a_broken_picture_is_refused(show: Show, cut: int) -> None:
    """An empty file, one of something else and one that ends too soon."""
    name = saved(show.folder, "cover.png", (1400, 1400))
    (show.folder / name).write_bytes((show.folder / name).read_bytes()[:cut])
    with pytest.raises(PublishError) as error:
        artwork(show.model_copy(update={"cover": name}))
    assert str(error.value) == (
        f"The cover {show.folder / name} is not a picture that can be opened: save it as JPEG or PNG."
    )


def test_a_missing_picture_is_told(show: Show) -> None:
    """The sentence names the file and the setting."""
    with pytest.raises(PublishError) as error:
        cover_name(show.model_copy(update={"cover": "none.png"}))
    assert str(error.value) == (
        f"The cover {show.folder / 'none.png'} cannot be read (No such file or directory): "
        "correct cover in show.toml, or leave it out."
    )


def test_a_thumbnail_is_small(show: Show) -> None:
    """A page does not load three thousand pixels to show a few hundred."""
    small = thumbnail(artwork(show), 480)
    with opened(small) as picture:
        assert picture.size == (480, 480)
    assert len(small) < 40_000
