"""The picture of a city that messengers show: size, weight, scripts, and when it is made."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.assessment.evidence_states import count_standings
from generator.making import order as building
from generator.making.choices import Choices
from generator.outputs.print.typesetter import PrintTheme, picture_of
from generator.pages.city.profile import compose_profile
from generator.pages.writing import load_templates, write_page
from generator.publications import compose_card
from generator.publications.cover import LocalName
from generator.views.described_data import picture_of_city
from generator.views.site import Site
from tests.roots import CHECKOUT, make_root

ADDRESS = "https://example.org/profiles"
NAMES = {
    "long": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "many": "Saint-Germain-en-Laye and the Communes of the Western Plateau",
    "cyrillic": "Ростов-на-Дону",
    "georgian": "თბილისი",
    "armenian": "Գորիս",
    "arabic": "الرياض",
    "unknown": "東京",
    "hostile": "#panic() *bold* $x$ </script>",
}


def at(site: Site, address: str | None) -> Site:
    document = site.publication.document
    record = document.record.model_copy(update={"address": address})
    document = replace(document, record=record)
    return replace(site, publication=replace(site.publication, document=document))


@pytest.mark.parametrize("city", ["almaty", "rana", "riyadh"])
def test_a_picture_has_the_size_that_networks_want_and_is_light(
    site: Site, theme: PrintTheme, city: str
) -> None:
    document = compose_card(site, site.publication.cities[city])
    content = picture_of(theme, document)
    assert Image.open(io.BytesIO(content)).size == (1200, 630)
    assert len(content) <= 60_000
    assert picture_of(theme, document) == content


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_every_name_has_a_picture(site: Site, theme: PrintTheme, name: str) -> None:
    document = compose_card(site, site.publication.cities["almaty"])
    names = (LocalName("ka", NAMES["georgian"]), LocalName("ar", NAMES["arabic"]))
    card = replace(document.content, name=name, local_names=names, fictitious="Invented.")
    with Image.open(io.BytesIO(picture_of(theme, replace(document, content=card)))) as image:
        text = image.convert("L").crop((0, 0, 1200 - 64 - 2 * 262, 630))
    assert text.crop((0, 0, 64, 630)).getextrema() == text.crop((560, 0, 600, 630)).getextrema()
    assert text.getextrema()[1] > 240


def test_it_shows_the_counts_of_the_profile(site: Site) -> None:
    card = compose_card(site, site.publication.cities["almaty"]).content
    known = count_standings(site.standings["almaty"].indicators.values())
    shown = [int(one.number) for one in card.counts]
    assert shown == [known.figures, known.benchmarks, known.rated]
    assert card.publication == site.publication.record.title
    assert len(card.sectors) == known.total


def test_a_profile_names_it_only_where_the_address_is_known(site: Site) -> None:
    city = site.publication.cities["almaty"]
    assert picture_of_city(at(site, None), city) is None
    here = at(site, ADDRESS)
    page = write_page(here, load_templates(CHECKOUT), compose_profile(here, city)).markdown()
    picture = picture_of_city(here, city)
    assert picture is not None
    assert 'picture: "cards/almaty.png"' in page
    assert "Almaty, Kazakhstan" in picture.alternative
    assert picture.alternative in page


def test_it_is_drawn_with_its_city_and_not_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.making import publishing

    drawn: list[str] = []
    draw = publishing.draw_card
    monkeypatch.setattr(
        publishing,
        "draw_card",
        lambda root, site, city: drawn.append(city.id) or draw(root, site, city),
    )
    root = make_root(tmp_path / "root", "alesund", "rana")
    settings = root / "content/publication.yml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}address: {ADDRESS}\n", "utf-8")
    choices = Choices(jobs=1, pdf=False)
    building.build(root, root / "build", Silent(), choices)
    assert sorted(drawn) == ["alesund", "rana"]
    page = (root / "build/site/cities/rana/index.html").read_text(encoding="utf-8")
    assert f'<meta property="og:image" content="{ADDRESS}/cards/rana.png">' in page
    assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert (root / "build/site/cards/rana.png").is_file()
    table = root / "cities/rana/city.yml"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("names: [Mo i Rana]", "names: [Mo i Rana, Ranen]"), "utf-8")
    building.build(root, root / "build", Silent(), choices)
    assert sorted(drawn) == ["alesund", "rana", "rana"]
    assert (root / "build/site/cards/alesund.png").is_file()


class Silent:
    """Hears what a build tells."""

    def begin(self, stage: str) -> None:
        """Stages are not of interest here."""

    def advance(self, done: int, total: int | None) -> None:
        """Counts are not of interest here."""

    def tell(self, line: str) -> None:
        """Lines are not of interest here."""
