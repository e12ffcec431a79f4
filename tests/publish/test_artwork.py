from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from issuecast.errors import PublishError
from issuecast.models import Episode
from issuecast.publish import publish, store
from issuecast.publish.artwork import artwork
from issuecast.publish.artwork_file import thumbnail
from issuecast.publish.cover import cover_name
from issuecast.publish.pictures import paint
from issuecast.show import Show, Theme


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def saved(
    folder: Path,
    name: str,
    size: tuple[int, int],
    mode: str = "RGB",
    colour: str | int | tuple[int, ...] = "#123456",
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


def test_grey_of_sixteen_bits_keeps_its_shades(show: Show) -> None:
    """A grey scan of half the brightness is not published as a white picture."""
    name = saved(show.folder, "cover.png", (1400, 1400), "I;16", 0x8080)
    with opened(artwork(show.model_copy(update={"cover": name}))) as picture:
        assert (picture.mode, picture.getpixel((700, 700))) == ("RGB", (128, 128, 128))


@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_a_picture_that_is_nearly_square_is_cut(show: Show, suffix: str) -> None:
    """Up to a percent is cut off, half at each end."""
    name = saved(show.folder, f"cover.{suffix}", (2000, 1990))
    with opened(artwork(show.model_copy(update={"cover": name}))) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1990, 1990))


@pytest.mark.parametrize("size", [(1399, 1399), (2000, 1500), (2000, 1975), (1410, 1399)])
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
        f"The cover {show.folder / name} is not a picture that can be opened: save it as JPEG, PNG or WebP."
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


@pytest.mark.parametrize("number", [214, None])
@pytest.mark.parametrize(
    "title", ["The Quiet Grid", "朝のニュース", "\x00\u202e", "Donaudampfschifffahrt" * 5, "All of it " * 60]
)
def test_an_episode_has_a_square_picture_and_a_wide_one(
    show: Show, episode: Episode, title: str, number: int | None
) -> None:
    """1400 pixels square and 1920 × 1080, RGB, JPEGs of at most 300 kB, whatever the title."""
    painted = paint(show, replace(episode, title=title, number=number), b"")
    sizes = []
    for content in painted.values():
        assert len(content) <= 300_000
        with opened(content) as picture:
            assert (picture.format, picture.mode) == ("JPEG", "RGB")
            sizes.append(picture.size)
    assert sizes == [(1400, 1400), (1920, 1080)]


def test_an_episodes_picture_shows_the_editors_cover(show: Show, episode: Episode) -> None:
    """A cover of one's own stands in it, in its own colours."""
    name = saved(show.folder, "cover.png", (1400, 1400), colour="#ff00ff")
    own = show.model_copy(update={"cover": name})
    for content in paint(own, episode, artwork(own)).values():
        with opened(content) as picture:
            red, green, blue = (band.point(lambda value: 255 * (value > 127)) for band in picture.split())
            magenta = ImageChops.multiply(ImageChops.multiply(red, blue), ImageChops.invert(green))
            assert magenta.histogram()[255] > 0.08 * picture.width * picture.height


def test_another_picture_has_another_name(show: Show, episode: Episode) -> None:
    """Title, number, the show's name and colour are in the name; the same episode gives the same bytes."""
    variants = [
        (show, episode),
        (show, replace(episode, title="Another")),
        (show, replace(episode, number=3)),
        (show.model_copy(update={"title": "Another"}), episode),
        (show.model_copy(update={"theme": Theme(accent="#c2410c")}), episode),
    ]
    painted = [paint(*variant, b"") for variant in variants]
    assert len({name for names in painted for name in names}) == 2 * len(variants)
    assert paint(show, replace(episode), b"") == painted[0]


def test_a_missing_picture_is_drawn_again_and_no_other(show: Show, episode: Episode, mp3: bytes) -> None:
    """Under its recorded name; what is there stays as it is, whatever colour the show has now."""
    painted = paint(show, episode, b"")
    square, wide = painted
    kept = replace(episode, artwork=square)
    store(show, kept, [mp3], {name: (content,) for name, content in painted.items()})
    publish(show.model_copy(update={"theme": Theme(accent="#c2410c")}))
    folder = show.episodes / episode.slug
    assert {name: (folder / name).read_bytes() for name in painted} == painted
    (folder / wide).unlink()
    publish(show)
    assert {name: (folder / name).read_bytes() for name in painted} == painted


@pytest.mark.parametrize(("name", "side"), [("large.jpg", 3200), ("cover.webp", 1500), ("turned.jpg", 1400)])
def test_a_picture_that_can_be_made_fit_is_converted(show: Show, name: str, side: int) -> None:
    """Too many pixels, WebP, a camera's turned picture: a JPEG of at most 3000 pixels, upright, of 2 MB."""
    exif = Image.Exif()
    exif[0x0112] = 6 if name == "turned.jpg" else 1
    picture = Image.new("RGB", (side, side), "#ffffff")
    picture.paste("#000000", (0, 0, side, side // 2))
    picture.save(show.folder / name, exif=exif)
    content = artwork(show.model_copy(update={"cover": name}))
    assert len(content) <= 2_000_000
    with opened(content) as made:
        assert (made.format, made.mode, made.size) == ("JPEG", "RGB", (min(side, 3000),) * 2)
        last = made.width - 10
        dark, light = ((last, last), (10, 10)) if name == "turned.jpg" else ((10, 10), (last, last))
        assert (made.getpixel(dark), made.getpixel(light)) == ((0, 0, 0), (255, 255, 255))
