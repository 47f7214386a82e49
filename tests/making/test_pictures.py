"""A picture of a city stands on its profile, with its words, credit and licence."""

from pathlib import Path

from tests.commands import profiles
from tests.roots import make_root

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def test_a_listed_picture_is_published_with_its_words(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", "rana")
    images = root / "cities" / "rana" / "images"
    images.mkdir()
    (images / "fjord.png").write_bytes(PNG)
    rows = "file,alt,credit,licence,section\nfjord.png,The fjord in <winter>,A. Photographer,CC0,\n"
    (images.parent / "images.csv").write_text(rows, encoding="utf-8")
    assert profiles("build", "--jobs", "1", cwd=root).returncode == 0
    site = root / "build" / "site" / "cities" / "rana"
    page = (site / "index.html").read_text(encoding="utf-8")
    assert (site / "images" / "fjord.png").read_bytes() == PNG
    assert 'src="images/fjord.png" alt="The fjord in &lt;winter&gt;"' in page
    assert "Picture: A. Photographer. Licence: CC0." in page
