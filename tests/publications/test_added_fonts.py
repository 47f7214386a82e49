"""Names that the shipped fonts do not hold: in their Latin form, or with fonts that are added."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import resources
from generator.making.checking import check
from generator.making.volumes import Asked, compose_volume, typeset_volume
from generator.model.publication import Publication
from generator.read.added_fonts import SYSTEM, NoFonts, fonts_at
from generator.read.letters import letters_lacking
from tests.publications.conftest import CHECKOUT
from tests.publications.reading import Pdf

NAMES = {"ja": "東京", "ko": "서울", "zh": "上海市"}


@pytest.fixture
def noto_cjk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add the fonts of this machine, as a person would."""
    try:
        files = fonts_at(SYSTEM)
    except NoFonts:
        pytest.skip("Noto CJK is not installed; on Debian: apt-get install fonts-noto-cjk")
    monkeypatch.setenv(resources.FONTS, "")  # what the test sets is gone after it
    resources.add_fonts(files)
    yield


def named(publication: Publication, name: str, **told: object) -> Publication:
    """Return a publication whose city Rana has another name."""
    city = publication.cities["rana"]
    record = city.record.model_copy(update={"name": name, "names": (), **told})
    city = replace(city, document=replace(city.document, record=record))
    return replace(publication, cities={**publication.cities, "rana": city})


@pytest.fixture(scope="module")
def publication(small_root: Path) -> Publication:
    found = check(small_root).publication
    assert found is not None
    return found


def set_gaps(publication: Publication) -> Pdf:
    document = compose_volume(CHECKOUT, publication, Asked(gaps="rana"))
    return Pdf(typeset_volume(CHECKOUT, document))


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ({"local_names": {"ja": "東京", "ru": "Токио", "en": "Tokyo"}}, "Tokyo"),
        ({"local_names": {}, "names": ("江戸", "Edo")}, "Edo"),
        ({"local_names": {}}, "Rana"),
    ],
)
def test_a_name_that_no_font_has_stands_in_its_latin_form_with_a_note(
    publication: Publication, told: dict[str, object], printed: str
) -> None:
    pdf = set_gaps(named(publication, "東京", **told))
    assert pdf.reader.metadata.title.startswith(f"{printed}:")
    assert printed in pdf.pages[0]
    assert "東京" not in pdf.text
    assert "a name in such letters stands in its Latin form" in pdf.text


def test_a_name_that_the_fonts_have_stays_as_it_is(publication: Publication) -> None:
    pdf = set_gaps(named(publication, "Τόκιο"))
    assert "Τόκιο" in pdf.pages[0]
    assert "Latin form" not in pdf.text


@pytest.mark.usefixtures("noto_cjk")
def test_with_noto_cjk_names_are_printed_as_they_are(publication: Publication) -> None:
    lacking = letters_lacking(CHECKOUT)
    assert lacking.search("🌱")
    assert not any(lacking.search(name) for name in NAMES.values())
    pdf = set_gaps(named(publication, "東京", local_names=NAMES))
    assert pdf.reader.metadata.title.startswith("東京:")
    assert {*"".join(NAMES.values())} <= set(pdf.reader.pages[0].extract_text())
    assert any("CJK" in font for font in pdf.fonts)
    assert "Latin form" not in pdf.text


@pytest.mark.usefixtures("noto_cjk")
def test_added_fonts_change_nothing_that_the_shipped_ones_hold(publication: Publication) -> None:
    pdf = set_gaps(publication)
    assert not any("CJK" in font for font in pdf.fonts)


def test_a_folder_without_a_font_or_with_a_torn_one_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoFonts) as none:
        fonts_at(str(tmp_path))
    assert none.value.file == ""
    (tmp_path / "torn.ttf").write_bytes(b"no font")
    with pytest.raises(NoFonts) as torn:
        fonts_at(str(tmp_path))
    assert torn.value.file == "torn.ttf"
