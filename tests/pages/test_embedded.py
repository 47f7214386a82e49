"""The charts of a city by themselves, for other sites to frame."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.making.checking import check
from generator.making.drawing import draw_city, studio_of
from generator.pages.city.embedded import compose_embedded
from generator.pages.city.profile import compose_profile
from generator.pages.writing import load_templates, write_page
from generator.views.site import Site
from tests.sites import site_of
from tests.written import body_of

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site() -> Site:
    publication = check(CHECKOUT, ["almaty", "rana"]).publication
    assert publication is not None
    bare = site_of(publication, CHECKOUT)
    city = publication.cities["almaty"]
    return replace(bare, drawings=draw_city(studio_of(bare.language, CHECKOUT), bare, city))


def test_each_chart_of_a_profile_stands_alone_under_its_name(site: Site) -> None:
    city = site.publication.cities["almaty"]
    profile = body_of(site, compose_profile(site, city))
    (embedded,) = compose_embedded(site, city)
    framed = re.findall(r'data-embed="[./]*/embed/almaty/index.html#([\w-]+)"', profile)
    body = body_of(site, embedded)
    assert framed
    for name in framed:
        assert f' id="{name}"' in body


def test_it_leads_out_of_the_frame_and_holds_no_script(site: Site) -> None:
    (page,) = compose_embedded(site, site.publication.cities["almaty"])
    written = write_page(site, load_templates(CHECKOUT), page)
    assert "template: embed.html" in written.markdown()
    assert set(re.findall(r"<a [^>]*>", written.body)) == {
        '<a href="../../cities/almaty/index.html" target="_top">'
    }
    assert "script" not in (CHECKOUT / "theme/site/embed.html").read_text()


def test_no_map_of_the_site_names_it(site: Site) -> None:
    (page,) = compose_embedded(site, site.publication.cities["almaty"])
    assert not page.head.is_listed


def test_a_city_without_a_chart_has_no_such_page(site: Site) -> None:
    assert not list(compose_embedded(site, site.publication.cities["rana"]))
