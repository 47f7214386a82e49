"""A city is found by every name that it has: in its languages, in others, and of former times."""

import pytest

from generator.pages.city.profile import compose_profile
from generator.pages.page import Page
from tests.roots import make_root
from tests.sites import read_site


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Page:
    root = make_root(tmp_path_factory.mktemp("names") / "root", "alesund")
    record = root / "cities" / "alesund" / "city.yml"
    lines = [
        line
        for line in record.read_text(encoding="utf-8").splitlines()
        if not line.startswith("names:")
    ]
    names = ["names: [Fiskerholm, Олесунн]", "local_names: {nn: Ålesundet}"]
    record.write_text("\n".join([*lines, *names, ""]), encoding="utf-8")
    site = read_site(root)
    return compose_profile(site, site.publication.cities["alesund"])


@pytest.mark.parametrize("name", ["Fiskerholm", "Олесунн", "Ålesundet", "alesund"])
def test_the_profile_is_found_by_each_name(profile: Page, name: str) -> None:
    assert name in profile.head.extra.split()


def test_each_figure_is_found_by_the_names_of_its_city(profile: Page) -> None:
    assert profile.head.entries
    assert all("Fiskerholm" in entry.extra.split() for entry in profile.head.entries)
