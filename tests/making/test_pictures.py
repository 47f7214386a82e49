"""A picture of a city is opened, made anew without its metadata, and stands on its profile."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.problems import Code, Problems
from generator.read.image_files import NotAPicture, opened, read_pictures
from generator.read.publication_reader import read_city
from tests.commands import profiles
from tests.roots import make_root

ROWS = "file,alt,credit,licence,section\n{name},The fjord in <winter>,A. Photographer,CC0,\n"
PLACE = "Taken at 66.3 N, 14.1 E"


def photograph(kind: str = "JPEG", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    """Return a picture of which the left half is red, the right one blue."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned() -> bytes:
    """Return one that lies on its side, and says so and where it was taken in its metadata."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, PLACE
    return photograph(exif=exif.tobytes(), comment=PLACE, quality=95)


def lay(root: Path, name: str, content: bytes) -> Path:
    images = root / "cities" / "rana" / "images"
    images.mkdir()
    (images / name).write_bytes(content)
    (images.parent / "images.csv").write_text(ROWS.format(name=name), encoding="utf-8")
    return images / name


def published(root: Path, pages: int = 1600, large: int = 3200) -> dict[str, Image.Image]:
    """Return the pictures of the site by their path below the city."""
    city = read_city(root / "cities" / "rana", root, Problems())
    made = dict(read_pictures(root, city, {"": pages, "print": large}))
    assert not any(PLACE.encode() in content for content in made.values())
    return {
        path.removeprefix("cities/rana/images/"): Image.open(BytesIO(content))
        for path, content in made.items()
        if "/light/" not in path
    }


def test_a_listed_picture_is_published_with_its_words(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", "rana")
    lay(root, "fjord.jpg", turned())
    assert profiles("build", "--jobs", "1", "--no-pdf", cwd=root).returncode == 0
    site = root / "build" / "site" / "cities" / "rana"
    page = (site / "index.html").read_text(encoding="utf-8")
    for path in ("images/fjord.jpg", "images/print/fjord.jpg", "images/light/fjord.jpg.webp"):
        content = (site / path).read_bytes()
        assert Image.open(BytesIO(content)).format == ("WEBP" if "light" in path else "JPEG")
        assert PLACE.encode() not in content
    assert 'src="images/light/fjord.jpg.webp" alt="The fjord in &lt;winter&gt;"' in page
    assert page.count("<img ") == 1
    assert "Picture: A. Photographer. Licence: CC0." in page
    assert 'href="images/print/fjord.jpg"' in page


def test_it_stands_upright_without_metadata(root: Path) -> None:
    lay(root, "fjord.jpg", turned())
    for picture in published(root).values():
        assert picture.size == (20, 40)
        assert dict(picture.getexif()) == {}
        top, below = picture.getpixel((10, 5)), picture.getpixel((10, 35))
        assert top[0] > 200 > below[0]
        assert below[2] > 200 > top[2]


@pytest.mark.parametrize(("kind", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_it_is_no_larger_than_pages_and_print_need(root: Path, kind: str, ending: str) -> None:
    lay(root, f"fjord.{ending}", photograph(kind, (400, 200)))
    made = published(root, 100, 300)
    assert {path: picture.size for path, picture in made.items()} == {
        f"fjord.{ending}": (100, 50),
        f"print/fjord.{ending}": (300, 150),
    }
    assert {picture.format for picture in made.values()} == {kind}


def test_the_picture_of_a_city_is_light(root: Path) -> None:
    out = BytesIO()
    Image.effect_noise((1600, 1200), 90).save(out, "JPEG")
    lay(root, "fjord.jpg", out.getvalue())
    city = read_city(root / "cities" / "rana", root, Problems())
    content = dict(read_pictures(root, city, {}))["cities/rana/images/light/fjord.jpg.webp"]
    assert len(content) <= 30_000
    assert Image.open(BytesIO(content)).format == "WEBP"


def test_a_small_picture_is_not_enlarged(root: Path) -> None:
    lay(root, "fjord.png", photograph("PNG"))
    assert {picture.size for picture in published(root).values()} == {(40, 20)}


def test_colours_for_print_become_those_of_screens(root: Path) -> None:
    out = BytesIO()
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(out, "JPEG")
    lay(root, "fjord.jpg", out.getvalue())
    for picture in published(root).values():
        assert picture.mode == "RGB"
        assert picture.getpixel((4, 4))[0] > 200


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_pixel_can_be_published(root: Path, mode: str) -> None:
    out = BytesIO()
    Image.new(mode, (8, 8)).save(out, "PNG")
    lay(root, "fjord.png", out.getvalue())
    assert len(published(root)) == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", Code.IMAGE_BROKEN),
        (b"<!doctype html><title>404</title>", Code.IMAGE_BROKEN),
        (photograph("PNG")[:-30], Code.IMAGE_BROKEN),
        (photograph("GIF"), Code.IMAGE_BROKEN),
        (photograph("JPEG"), Code.IMAGE_CONTENT),
        (photograph("AVIF"), Code.IMAGE_CONTENT),
        (photograph("PNG") + b"\0" * 21 * 2**20, Code.IMAGE_LARGE),
        (photograph("PNG", (20_000, 3_000)), Code.IMAGE_LARGE),
    ],
)
def test_what_cannot_be_shown_is_refused(tmp_path: Path, content: bytes, code: Code) -> None:
    path = tmp_path / "fjord.png"
    path.write_bytes(content)
    with pytest.raises(NotAPicture) as refused, opened(path):
        pass
    assert refused.value.code is code
