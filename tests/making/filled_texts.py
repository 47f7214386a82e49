"""A publication whose every free text is given: cells of tables, texts of YAML files, labels."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import yaml

from generator.model.files import CITY_FILES
from generator.model.record_parts import parts_of, text_keys
from generator.model.scalars import PLACEHOLDER
from generator.model.tables import Cell, Column
from generator.problems import Problems
from generator.read.publication_reader import read_city
from tests.commands import profiles
from tests.roots import make_root

CITY, RICH = "rana", "almaty"
"""A city of tables, and one with many texts in YAML."""
LABELS = "content/labels/en.yml"
READ_BY_PROGRAMS = ("alphabet", "search-", "map-", "print.")
"""How labels begin that are lists for programs, or words for paper."""
LABELS_BETWEEN = 5
"""Of so many labels one is filled."""

Making = Callable[[Cell], str]
"""The next text, as a cell of its kind may hold it."""
Filling = Callable[[Path, Making], int]
"""Fills the texts of a publication; returns how many."""


class Elements(HTMLParser):
    """Counts elements by tag and names of attributes, lists ids and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()
        self.ids: list[str] = []
        self.links: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[f"{tag} {' '.join(sorted(name for name, _ in attrs))}"] += 1
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links.update(value or "" for name, value in attrs if name == "href")


def is_free(column: Column) -> bool:
    return column.cell in (Cell.LINE, Cell.TEXT) and not column.refers and column.name != "value"


def plain(text: str) -> str:
    return re.sub(r"[^\n ]", "x", text)


def write(root: Path, make: Making) -> int:
    """Fill the free cells of a city that hold something; return how many."""
    count = 0
    for kind in CITY_FILES:
        path = root / "cities" / CITY / kind.pattern
        if kind.table is None or "*" in kind.pattern or not path.exists():
            continue
        free = {one.name: one.cell for one in kind.table.columns if is_free(one)}
        free = {name: cell for name, cell in free.items() if name not in kind.table.key}
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for name, cell in free.items():
                if row.get(name):
                    row[name] = make(cell)
                    count += 1
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return count


def write_texts(root: Path, make: Making) -> int:
    """Fill the texts of the YAML files of a city; return how many."""
    count = 0
    city = read_city(root / "cities" / RICH, root, Problems())
    for document in (city.document, *city.documents.values()):
        path = root / document.file
        tree = yaml.safe_load(path.read_text(encoding="utf-8"))
        records = document.record.items() if isinstance(document.record, dict) else ()
        assert not records
        for at, record in parts_of(document):
            place = tree
            for key in at:
                place = place[key]
            for name in text_keys(type(record)):
                if isinstance(place.get(name), str):
                    place[name] = make(Cell.LINE)
                    count += 1
        path.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    return count


def write_labels(root: Path, make: Making, begin: int = 0) -> int:
    """Fill one label in five, from one on; return how many."""
    path = root / LABELS
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))
    told = [
        key for key, label in labels.items()
        if isinstance(label, str) and " " in label and not PLACEHOLDER.search(label)
        and not key.startswith(READ_BY_PROGRAMS)
    ][begin % LABELS_BETWEEN :: LABELS_BETWEEN]  # fmt: skip
    for key in told:
        labels[key] = re.sub("[{}]", "x", make(Cell.LINE))
    path.write_text(yaml.safe_dump(labels, allow_unicode=True), encoding="utf-8")
    return len(told)


def elements(root: Path) -> dict[str, Elements]:
    """Build, and return the elements of each page."""
    built = profiles("build", "--no-pdf", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    site = root / "build" / "site"
    found = {}
    for path in sorted(site.rglob("*.html")):
        reader = Elements()
        reader.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix()] = reader
    return found


def compared(folder: Path, makes: tuple[Making, Making], *fillings: Filling) -> int:
    """Assert that texts of marks and of letters give the same elements, and links to each city.

    Returns how many texts were put in. Both publications stay below `folder`, with their builds.
    """
    cities = (CITY, RICH, "asker") if write_texts in fillings else (CITY, "asker")
    roots = [make_root(folder / name, *cities) for name in ("marks", "letters")]
    counts = [
        sum(fill(root, make) for fill in fillings) for root, make in zip(roots, makes, strict=True)
    ]
    assert counts[0] == counts[1]
    marks, letters = map(elements, roots)
    assert marks.keys() == letters.keys()
    differing = {
        page: (marks[page].counts - letters[page].counts, letters[page].counts - marks[page].counts)
        for page in marks
        if marks[page].counts != letters[page].counts
    }
    assert differing == {}
    doubled = {
        page: [i for i, n in Counter(one.ids).items() if n > 1] for page, one in marks.items()
    }
    assert {page: ids for page, ids in doubled.items() if ids} == {}
    assert [page for page in marks if of_cities(marks[page]) != of_cities(letters[page])] == []
    return counts[0]


def of_cities(page: Elements) -> Counter[str]:
    """Return how often a page leads to each page of each city."""
    return Counter({href: n for href, n in page.links.items() if "cities/" in href})
