"""Where a page can have stood before: an address that every server and every disk can hold."""

import pytest

from generator.model.content_tables import Redirect


@pytest.mark.parametrize("address", ["cities/old-name", "/cities/old-name/index.html", "sdgs/11"])
def test_an_address_of_folders_named_as_ids_is_one(address: str) -> None:
    row = Redirect(line=2, from_path=address, to_path="about", date=None)
    assert row.old == address.removesuffix("index.html").strip("/")


@pytest.mark.parametrize(
    "address",
    [
        "About",
        "cities/Old",
        "a/index.html/b",
        "assets/site.css",
        "_headers",
        "nul",
        "con/x",
        "a" * 300,
    ],
)
def test_what_no_page_can_have_had_is_none(address: str) -> None:
    assert Redirect(line=2, from_path=address, to_path="about", date=None).old is None
