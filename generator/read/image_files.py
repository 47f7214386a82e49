"""The pictures of a city: opened within limits, and made anew for the site.

A picture is untrusted: its header is read before anything is decoded, and nothing of the file
but its pixels is published. What is made has sRGB colours, stands upright and has no metadata.
"""

import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath

from PIL import Image, ImageCms, ImageOps

from generator.model.allowed_paths import MOST_BYTES_OF_PICTURE, is_picture
from generator.model.files import PICTURES
from generator.model.publication import City
from generator.model.raster import Raster
from generator.problems import Code, Place, Problems
from generator.read.folders import relative

MOST_PIXELS = 50_000_000
"""How many may be opened; a photograph of a good camera has less."""
FORMATS = tuple(dict.fromkeys(PICTURES.values()))
SAVED: Mapping[str, Mapping[str, object]] = {
    "PNG": {"optimize": True},
    "JPEG": {"quality": 85, "optimize": True, "progressive": True},
    "WEBP": {"quality": 85},
    "AVIF": {"quality": 75, "max_threads": 1},
}
"""How each kind is written; the same pixels give the same bytes."""

LIGHT_BYTES = 30_000
"""What the picture that stands for a city may weigh on its profile."""
LIGHT_PIXELS, LIGHT_QUALITIES = (704, 352), (80, 65, 50, 35)
"""Its longest side and its quality as WebP, of which the first that are light enough serve."""


class NotAPicture(Exception):
    """What lies there cannot be shown; says by which code, what was found, what is expected."""

    def __init__(self, code: Code, found: str, expected: str = "") -> None:
        super().__init__(found)
        self.code, self.found, self.expected = code, found, expected


def judge_pictures(paths: Iterable[Path], root: Path, problems: Problems) -> None:
    """Report every picture that cannot be published; other files are reported elsewhere."""
    for path in paths:
        if is_picture(path.name):
            try:
                with opened(path):
                    pass
            except NotAPicture as fault:
                problems.add(fault.code, Place(relative(path, root)), fault.found, fault.expected)


def read_pictures(root: Path, city: City, sizes: Mapping[str, int]) -> Iterator[tuple[str, bytes]]:
    """Yield the listed pictures by their path in the site, the first also as one that is light.

    `sizes`: folder below that of the pictures -> longest side in it, in pixels.
    """
    folder, first = PurePosixPath("cities", city.id, "images"), city.first_picture
    for row in city.images:
        if row.file in city.pictures:
            with opened(root / folder / row.file) as picture:
                if first is not None and row.file == first.file:
                    yield str(folder / "light" / f"{row.file}.webp"), _light(picture)
                for below, longest in sizes.items():
                    yield str(folder / below / row.file), _written(picture, longest)


def pictures_for_print(root: Path, city: City, longest: int) -> dict[str, Raster]:
    """Return the listed pictures by file, their longest side no longer than so many pixels."""
    folder = root / "cities" / city.id / "images"
    found = {}
    for row in city.images:
        if row.file in city.pictures:
            with opened(folder / row.file) as picture:
                picture.format = "PNG" if "A" in picture.getbands() else "JPEG"
                content = _written(picture, longest)
                kind = f"image/{picture.format.lower()}"
                size = Image.open(BytesIO(content)).size
                found[row.file] = Raster(kind, *size, content)
    return found


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """Give a picture upright and in sRGB, with its `format`.

    Raises:
        NotAPicture: it is too large, of another kind than its name says, or damaged.
    """
    size, kind = path.stat().st_size, PICTURES[path.suffix.lower()]
    if size > MOST_BYTES_OF_PICTURE:
        most = _megabytes(MOST_BYTES_OF_PICTURE)
        raise NotAPicture(Code.IMAGE_LARGE, _megabytes(size), most)
    real = _kind_by_its_beginning(path)
    if real not in ("", kind):
        raise NotAPicture(Code.IMAGE_CONTENT, real, kind)
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path, formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                pixels = f"{image.width} × {image.height} pixels"
                raise NotAPicture(Code.IMAGE_LARGE, pixels, f"{MOST_PIXELS:,} pixels")
            if image.format != kind:
                raise NotAPicture(Code.IMAGE_CONTENT, str(image.format), kind)
            upright = _in_srgb(ImageOps.exif_transpose(image))
    except Image.DecompressionBombError as fault:
        most = f"{MOST_PIXELS:,} pixels"
        raise NotAPicture(Code.IMAGE_LARGE, f"more than {most}", most) from fault
    except (OSError, SyntaxError, ValueError) as fault:
        raise NotAPicture(Code.IMAGE_BROKEN, path.name, kind) from fault
    upright.format = kind
    yield upright


BEGINNINGS = {b"\x89PNG\r\n": "PNG", b"\xff\xd8\xff": "JPEG"}
"""How files of a kind begin, also those that are damaged."""


def _kind_by_its_beginning(path: Path) -> str:
    """Return the kind of a file as its first bytes tell it; "" if they do not."""
    with path.open("rb") as file:
        first = file.read(12)
    if first[:4] == b"RIFF" and first[8:] == b"WEBP":
        return "WEBP"
    return next((kind for begin, kind in BEGINNINGS.items() if first.startswith(begin)), "")


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return the decoded picture with colours that need no profile to be read."""
    profile = image.info.get("icc_profile")
    see_through = "A" in image.getbands() or "transparency" in image.info
    mode = "RGBA" if see_through else "L" if image.mode in ("1", "L") else "RGB"
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        try:
            given, wanted = (
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
            )
            image = ImageCms.profileToProfile(image, given, wanted, outputMode=mode) or image
        except ImageCms.PyCMSError:
            pass  # a damaged profile: its colours are read as if there were none
    return image.convert(mode)


def _written(picture: Image.Image, longest: int) -> bytes:
    """Return a picture in its kind, its longest side no longer than so many pixels."""
    smaller = picture.copy()
    smaller.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    smaller.info.clear()
    kind, out = str(picture.format), BytesIO()
    smaller.save(out, kind, **SAVED[kind])
    return out.getvalue()


def _light(picture: Image.Image) -> bytes:
    """Return a picture as WebP of at most `LIGHT_BYTES`, as good as so few bytes allow."""
    tried = ((pixels, quality) for pixels in LIGHT_PIXELS for quality in LIGHT_QUALITIES)
    content = b""
    for pixels, quality in tried:
        smaller, out = picture.copy(), BytesIO()
        smaller.thumbnail((pixels, pixels), Image.Resampling.LANCZOS)
        smaller.info.clear()
        smaller.save(out, "WEBP", quality=quality)
        content = out.getvalue()
        if len(content) <= LIGHT_BYTES:
            break
    return content


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f} MB"
