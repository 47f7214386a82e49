"""What servers are told of pages that have moved."""

import re

from generator.outputs.site.server_files import server_files

MOVES = {"cities/old": "cities/new", "a.b": ""}


def test_nothing_is_written_if_no_page_has_moved() -> None:
    assert server_files({}, [""], "https://profiles.example") == {}


def test_every_language_leads_on_below_the_address_of_the_site() -> None:
    files = server_files(MOVES, ["", "fr/"], "https://profiles.example/smart/")
    assert files["_redirects"].decode().splitlines() == [
        "/smart/cities/old/ /smart/cities/new/index.html 301",
        "/smart/cities/old/index.html /smart/cities/new/index.html 301",
        "/smart/a.b/ /smart/index.html 301",
        "/smart/a.b/index.html /smart/index.html 301",
        "/smart/fr/cities/old/ /smart/fr/cities/new/index.html 301",
        "/smart/fr/cities/old/index.html /smart/fr/cities/new/index.html 301",
        "/smart/fr/a.b/ /smart/fr/index.html 301",
        "/smart/fr/a.b/index.html /smart/fr/index.html 301",
    ]


def test_a_pattern_for_apache_meets_the_old_page_only() -> None:
    lines = server_files(MOVES, [""], "")[".htaccess"].decode().splitlines()
    _, code, pattern, target = lines[1].split()
    assert (code, target) == ("301", "$1/index.html")
    for address in ("/a.b", "/a.b/", "/fr/a.b/index.html"):
        assert re.search(pattern, address)
    for address in ("/axb/", "/a.b/c/", "/ca.b"):
        assert not re.search(pattern, address)
