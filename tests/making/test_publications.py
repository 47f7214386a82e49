"""Publications in a build: made, linked, left out, refused."""

import json
import re
from pathlib import Path

from tests.commands import profiles
from tests.publications.reading import Pdf

CITIES = ["city-alesund-en.pdf", "city-rana-en.pdf"]


def _pdfs(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "build" / "site" / "publications").glob("*"))


def test_every_page_of_a_city_leads_to_its_publication_and_says_its_size(small_build: Path) -> None:
    gaps = ["gaps-alesund-en.pdf", "gaps-rana-en.pdf"]
    others = ["methodology-en.pdf", "scorecard-alesund-en.pdf"]
    assert _pdfs(small_build) == [*CITIES, "country-no-en.pdf", *gaps, *others]
    site = small_build / "build" / "site"
    size = (site / "publications" / "city-rana-en.pdf").stat().st_size
    for page in ("index.html", "data/index.html"):
        html = (site / "cities" / "rana" / page).read_text(encoding="utf-8")
        up = "../" * (2 + page.count("/"))
        link = rf'<a href="{up}publications/city-rana-en\.pdf">PDF, (\d+) kB</a>'
        found = re.search(link, html)
        assert found is not None
        assert 0 <= 1000 * int(found[1]) - size < 1000


def test_the_index_of_the_open_data_names_the_publications(small_build: Path) -> None:
    data = small_build / "build" / "site" / "data"
    cities = json.loads((data / "index.json").read_text(encoding="utf-8"))["cities"]
    for city in ("alesund", "rana"):
        assert (data / cities[city]["pdf"]["en"]).resolve().is_file()


def test_it_lists_every_publication(small_build: Path) -> None:
    data = small_build / "build" / "site" / "data"
    index = json.loads((data / "index.json").read_text(encoding="utf-8"))
    listed = [(data / one).resolve() for one in index["publications"]]
    assert [path.name for path in listed] == _pdfs(small_build)
    assert all(path.is_file() for path in listed)


def test_a_country_leads_to_its_report_which_is_that_of_the_command(
    small_build: Path, tmp_path: Path
) -> None:
    page = small_build / "build" / "site" / "countries" / "no" / "index.html"
    link = r'<a href="../../publications/country-no-en\.pdf">Country report \(PDF, \d+ kB\)</a>'
    assert re.search(link, page.read_text(encoding="utf-8"))
    made = profiles("publish", "--country", "NO", "--output", str(tmp_path), cwd=small_build)
    assert made.returncode == 0, made.stderr
    report = small_build / "build" / "site" / "publications" / "country-no-en.pdf"
    assert (tmp_path / report.name).read_bytes() == report.read_bytes()


def test_what_is_asked_for_leads_to_its_sheet(small_build: Path) -> None:
    page = small_build / "build" / "site" / "cities" / "rana" / "wanted" / "index.html"
    assert 'href="../../../publications/gaps-rana-en.pdf"' in page.read_text(encoding="utf-8")


def test_publications_can_be_left_out(two_cities_build: Path) -> None:
    assert _pdfs(two_cities_build) == []
    site = two_cities_build / "build" / "site"
    assert ".pdf" not in (site / "cities" / "bristol" / "index.html").read_text(encoding="utf-8")
    index = json.loads((site / "data" / "index.json").read_text(encoding="utf-8"))
    assert index["cities"]["bristol"]["pdf"] == {}
    assert index["publications"] == []


def test_a_name_that_no_font_has_stands_on_the_website_and_stops_nothing(built: Path) -> None:
    path = built / "cities" / "rana" / "city.yml"
    path.write_text(path.read_text(encoding="utf-8") + "local_names: {ko: 서울}\n", "utf-8")
    result = profiles("build", cwd=built)
    assert result.returncode == 0
    page = built / "build" / "site" / "cities" / "rana" / "index.html"
    assert "서울" in page.read_text(encoding="utf-8")
    path = built / "build" / "site" / "publications" / "city-rana-en.pdf"
    text = Pdf(path.read_bytes()).text
    assert "서울" not in text
    assert "[…]” stands for letters" in " ".join(text.split())
