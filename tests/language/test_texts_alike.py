"""What the files of several cities have alike is translated once, for all of them."""

import re

import pytest
import yaml

from generator.language.foreign import foreign
from generator.language.translated import Translations, alike_in, city_in, teller
from generator.making.checking import check
from generator.model.framework_records import Translation
from generator.model.publication import Publication
from generator.model.retold import mark_of
from tests.roots import CHECKOUT


@pytest.fixture(scope="module")
def publication() -> Publication:
    found = check(CHECKOUT, ("almaty",)).publication
    assert found is not None
    return found


def test_a_text_of_many_cities_stands_in_the_language(publication: Publication) -> None:
    city = city_in(publication.cities["almaty"], "fr", alike_in(publication, "fr"))
    notes = {row.territory_note for row in city.observations if row.territory_note}
    assert "au sens de l’ONU" in notes
    assert {section.head.record.author for section in city.sections.values()} == {"les rédacteurs"}


def test_what_the_city_itself_has_translated_leads(publication: Publication) -> None:
    note = "as the United Nations define it"
    alike = {"cities": {"a#territory_note": Translation(text="alike", of=mark_of(note))}}
    shared = Translations("fr", alike, {})
    assert teller(publication.cities["almaty"], "fr", shared)(note) == "alike"
    assert teller(publication.cities["almaty"], "fr", shared)("Trams") == foreign("Trams")


@pytest.mark.parametrize("code", ["fr", "ru"])
def test_each_is_said_by_a_city_or_a_source(code: str) -> None:
    """A text that neither a city nor a source of the framework has is translated for nobody."""
    path = CHECKOUT / "content" / "translations" / code / "cities.yml"
    wanted = {one["of"] for one in yaml.safe_load(path.read_text(encoding="utf-8")).values()}
    files = [*CHECKOUT.glob("cities/*/*.csv"), *CHECKOUT.glob("cities/*/sections/*.md")]
    files.append(CHECKOUT / "content" / "framework" / "sources.csv")
    texts = "\n".join(file.read_text(encoding="utf-8") for file in files)
    said = {mark_of(one) for one in re.split(r"[,\n]|: ", texts)}
    said |= {mark_of(one) for one in re.findall(r'"([^"\n]*)"', texts)}
    assert wanted <= said
