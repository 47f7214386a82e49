"""Publications for printing houses, and such as carry their data."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from generator.making.checking import check
from generator.making.volumes import Asked, compose_volume, typeset_volume
from generator.model.publication import Publication
from tests.publications.reading import Pdf
from tests.roots import make_root

MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Publication]:
    root = make_root(tmp_path_factory.mktemp("forms") / "root", "rana", "alesund")
    publication = check(root).publication
    assert publication is not None
    return root, publication


def made(held: tuple[Path, Publication], **asked: Any) -> bytes:
    root, publication = held
    return typeset_volume(root, compose_volume(root, publication, Asked(**asked)))


def test_data_are_attached_with_what_they_are_and_as_pages_tell_them(
    held: tuple[Path, Publication],
) -> None:
    asked = {"cities": ("alesund",), "attach_data": True}
    content = made(held, **asked)
    pdf = Pdf(content)
    files = {name: texts[0].decode() for name, texts in pdf.reader.attachments.items()}
    assert list(files) == ["context.csv", "observations.csv", "scores.csv", "sources.csv"]
    scores = list(csv.DictReader(io.StringIO(files["scores.csv"])))
    assert {row["city"] for row in scores} == {"alesund"}
    assert any(row["value"] for row in scores)
    stated = [one.get_object() for one in pdf.root["/AF"]]
    assert {one["/AFRelationship"] for one in stated} == {"/Data"}
    assert all(one["/Desc"] for one in stated)
    assert "/ModDate" in stated[0]["/EF"]["/F"]["/Params"]
    assert str(stated[0]["/EF"]["/F"]["/Params"]["/ModDate"]).startswith("D:20261101")
    metadata = pdf.root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "Attached to this file" in pdf.text
    assert made(held, **asked) == content


@pytest.mark.parametrize(
    ("asked", "width", "height"),
    [({"cities": ("alesund",)}, 210, 297), ({"gaps": "alesund", "paper": "a5"}, 148, 210)],
)
def test_a_printing_house_is_told_where_to_cut(
    held: tuple[Path, Publication], asked: dict[str, Any], width: int, height: int
) -> None:
    plain, marked = Pdf(made(held, **asked)), Pdf(made(held, **asked, crop_marks=True))
    assert marked.pages == plain.pages
    assert len(plain.pages) == len(marked.pages)
    for page in marked.reader.pages:
        trim, bleed = page.trimbox, page.bleedbox
        assert float(trim.width) == pytest.approx(width * MILLIMETRE, abs=0.1)
        assert float(trim.height) == pytest.approx(height * MILLIMETRE, abs=0.1)
        assert float(trim.left - bleed.left) == pytest.approx(3 * MILLIMETRE, abs=0.01)
        assert page.mediabox.width > bleed.width
    for page in plain.reader.pages:
        assert page.trimbox == page.mediabox


def test_the_profile_of_a_city_is_made_for_itself(held: tuple[Path, Publication]) -> None:
    root, publication = held
    document = compose_volume(root, publication, Asked(profile="alesund"))
    assert document.file == "city-alesund-en.pdf"
