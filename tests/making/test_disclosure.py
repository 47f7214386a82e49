"""A figure that became confidential, and a city under embargo, are in nothing that is built."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.making import order as building
from generator.making.choices import Choices
from tests.making.edited_files import replace_text
from tests.making.test_incremental import Lines
from tests.making.trees import tree
from tests.publications.reading import Pdf
from tests.roots import make_root

ODD, NAME, WITHHELD = "31.7159", "Quibblestad", "quibblestad"
REFERRING = (
    "site/data/cities/alesund.json", "site/data/goalposts.csv",
    "site/cities/alesund/twinning/index.html", "site/indicators/air-pollution/index.html",
    "site/practices/clean-bus-tenders/index.html",
)  # fmt: skip
"""Some of what other files lead to the city: partners, a practice, leading cities."""
NAMED = f"{NAME},{WITHHELD},GB,cultural,friendship,,,,,alesund-nordic-climate\n"


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Build with everything open, then withhold a figure and a city, and build on top of it.

    Only one city is asked for then: what is withheld leaves the pages of all others, too.
    """
    root = make_root(tmp_path_factory.mktemp("disclosure") / "root", "alesund", "bristol")
    _rename(root / "cities" / "bristol", root / "cities" / WITHHELD)
    own = root / "cities" / "alesund"
    figures = own / "observations.csv"
    replace_text(figures, "unemployment-rate,2020,2.16,%,A", f"unemployment-rate,2020,{ODD},%,A")
    peers = f"peers: {{cities: [{WITHHELD}]}}\n"
    again = f"reproduced_by: [{{city: {WITHHELD}, year: 2019}}]\n"
    practice = "practices/clean-bus-tenders.yml"
    for file, text in ("partnerships.csv", NAMED), ("city.yml", peers), (practice, again):
        (own / file).write_text((own / file).read_text(encoding="utf-8") + text, "utf-8")
    goalposts = root / "content" / "framework" / "goalposts.csv"
    frozen = goalposts.read_text(encoding="utf-8")
    goalposts.write_text(frozen.replace("; Bristol;", f"; {NAME};"), encoding="utf-8")
    open_tree = _build(root)
    assert _holding(open_tree, ODD)
    assert _holding(open_tree, f"cities/{WITHHELD}/")
    assert set(REFERRING) <= set(_holding(open_tree, NAME) + _holding(open_tree, WITHHELD))
    replace_text(figures, f"unemployment-rate,2020,{ODD},%,A", "unemployment-rate,2020,,%,Q")
    embargo = "state: review\ndate: 2026-10-25\nembargo: 2026-12-15\n"
    (root / "cities" / WITHHELD / "approval.yml").write_text(embargo, encoding="utf-8")
    return _build(root, "alesund")


def _rename(folder: Path, to: Path) -> None:
    folder.rename(to)
    text = (to / "city.yml").read_text(encoding="utf-8")
    assert text.count("Bristol") == 1
    (to / "city.yml").write_text(text.replace("Bristol", NAME), encoding="utf-8")


def _build(root: Path, *cities: str) -> dict[str, bytes]:
    built = building.build(root, root / "build", Lines(), Choices(cities, jobs=1))
    assert built.pages is not None, built.problems
    return tree(root / "build")


def _holding(outputs: dict[str, bytes], text: str) -> list[str]:
    """Return the files that hold a text, in any of their parts, or are named by it."""
    return [path for path, content in outputs.items()
            if text in path or any(text in part for part in _texts(path, content))]  # fmt: skip


def _texts(path: str, content: bytes) -> Iterator[str]:
    if path.endswith(".pdf"):
        yield Pdf(content).text
    elif path.endswith((".xlsx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            for name in parts.namelist():
                yield from (name, parts.read(name).decode("utf-8", "replace"))
    else:
        yield content.decode("utf-8", "replace")


@pytest.mark.parametrize("form", [ODD, "31.716", "31.72", "31.7", "31,7", "317159"])
def test_a_figure_that_became_confidential_is_in_no_output(
    outputs: dict[str, bytes], form: str
) -> None:
    drawn = (".svg", ".png", ".woff2", ".js", ".css", ".jpg")  # coordinates are no figures
    texts = {path: content for path, content in outputs.items() if not path.endswith(drawn)}
    assert not _holding(texts if form != ODD else outputs, form)


@pytest.mark.parametrize("form", [NAME, WITHHELD])
def test_a_city_under_embargo_is_in_no_output(outputs: dict[str, bytes], form: str) -> None:
    assert not _holding(outputs, form)
