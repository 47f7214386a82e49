"""Partnerships and proposals: which columns are worth a place, and how many are listed."""

import dataclasses
from pathlib import Path

import pytest

from generator.views.site import Site
from generator.views.twin_proposals import similar_cities
from generator.views.twinning import partnership_levels
from tests.roots import make_root
from tests.sites import read_site

HEAD = "partner,partner_city,country,level,kind,status,start,end,results,source"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path / "root", "rana", "asker", "alesund", "bristol")


def levels_of(root: Path, *kinds: str) -> tuple[tuple[str, ...], str]:
    """Return the columns and the hint for partnerships of some forms at one level."""
    folder = root / "cities" / "rana"
    source = (folder / "sources.csv").read_text(encoding="utf-8").split("\n")[1].split(",")[0]
    rows = [f"Place {at},,NO,business,{kind},,,,,{source}" for at, kind in enumerate(kinds)]
    (folder / "partnerships.csv").write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")
    site = read_site(root)
    (level,) = partnership_levels(site, site.publication.cities["rana"])
    return tuple(head.name for head in level.table.heads), level.table.hint


def test_a_form_that_all_partnerships_share_is_said_once(root: Path) -> None:
    columns, hint = levels_of(root, "project", "project")
    assert columns == ("partner", "country", "source")
    assert "project" in hint.lower()


def test_forms_that_differ_have_a_column(root: Path) -> None:
    columns, hint = levels_of(root, "project", "")
    assert columns == ("partner", "country", "form", "source")
    assert hint == ""


def listing(site: Site, **counts: int) -> Site:
    """Return the site with some of its numbers of what is listed changed."""
    record, document = site.publication.record, site.publication.document
    editorial = record.editorial.model_copy(update=counts)
    changed = dataclasses.replace(
        document, record=record.model_copy(update={"editorial": editorial})
    )
    publication = dataclasses.replace(site.publication, document=changed)
    return dataclasses.replace(site, publication=publication)


def test_how_many_similar_cities_are_listed_is_data(root: Path) -> None:
    site = read_site(root)
    city = site.publication.cities["rana"]
    every = similar_cities(site, city).rows
    assert len(every) > 1
    assert similar_cities(listing(site, twins_listed=1), city).rows == every[:1]
