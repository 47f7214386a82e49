"""Whatever is put together of marks, in every free text of a city: the pages of plain text.

Each free cell of each table, each text of each YAML file and the labels get a composition by a
seed, with line ends where a table allows them; the same places with words of plain letters give
pages of the same elements and attributes.
"""

import csv
import random
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from generator.model.files import CITY_FILES
from generator.model.record_parts import parts_of, text_keys
from generator.model.scalars import PLACEHOLDER
from generator.model.tables import Cell, Column
from generator.problems import Problems
from generator.read.publication_reader import read_city
from tests.commands import profiles
from tests.draws import draws
from tests.roots import make_root

PIECES = (
    "```", "~~~", "`", "<script>", "</script>", "<b>", "</div>", "<!--", "-->", "<img src=x>",
    "[a](javascript:b)", "[a]: b", "![a](b)", "{{ 7*7 }}", "{% raw %}", "{: #__config }", "# a",
    "| a | b |", "|-|-|", "*a*", "__b__", "&lt;", "&#60;", "<!-- /block -->", "$x$", "<p", "\">",
    "'>", "<svg/onload=a>", "---", "===", "1. a", "> a", "    a", "*[EU]: x", "\\", "^", "a",
)  # fmt: skip
CITY, RICH = "rana", "almaty"
"""A city of tables, and one with many texts in YAML."""
LABELS = "content/labels/en.yml"
READ_BY_PROGRAMS = ("alphabet", "search-", "map-", "print.")
"""How labels begin that are lists for programs, or words for paper."""


class Elements(HTMLParser):
    """Counts elements by tag and names of attributes, and lists the ids."""

    def __init__(self) -> None:
        super().__init__()
        self.counts: Counter[str] = Counter()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.counts[f"{tag} {' '.join(sorted(name for name, _ in attrs))}"] += 1
        self.ids += [value or "" for name, value in attrs if name == "id"]


Filling = Callable[[Path, int, "type[str] | None"], int]


def is_free(column: Column) -> bool:
    return column.cell in (Cell.LINE, Cell.TEXT) and not column.refers and column.name != "value"


def composition(rng: random.Random, cell: Cell) -> str:
    between = [" ", "\n", "\n\n"] if cell is Cell.TEXT else [" "]
    text = "".join(rng.choice(PIECES) + rng.choice(between) for _ in range(rng.randint(2, 6)))
    return f"x{text}x"


def plain(text: str) -> str:
    return re.sub(r"[^\n ]", "x", text)


def write(root: Path, seed: int, made: "type[str] | None" = None) -> int:
    """Fill the free cells of a city that hold something; return how many."""
    rng, count = random.Random(seed), 0
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
                    text = composition(rng, cell)
                    row[name] = text if made is None else plain(text)
                    count += 1
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return count


def write_texts(root: Path, seed: int, made: "type[str] | None" = None) -> int:
    """Fill the texts of the YAML files of a city; return how many."""
    rng, count = random.Random(seed), 0
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
                    text = composition(rng, Cell.LINE)
                    place[name] = text if made is None else plain(text)
                    count += 1
        path.write_text(yaml.safe_dump(tree, allow_unicode=True), encoding="utf-8")
    return count


def write_labels(root: Path, seed: int, made: "type[str] | None" = None) -> int:
    """Put compositions in the place of one label in five; return how many."""
    rng, count = random.Random(seed), 0
    path = root / LABELS
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))
    for key, label in labels.items():
        text = re.sub("[{}]", "x", composition(rng, Cell.LINE))
        if not isinstance(label, str) or " " not in label or PLACEHOLDER.search(label):
            continue
        if rng.randrange(5) == 0 and not key.startswith(READ_BY_PROGRAMS):
            labels[key] = text if made is None else plain(text)
            count += 1
    path.write_text(yaml.safe_dump(labels, allow_unicode=True), encoding="utf-8")
    return count


def elements(root: Path) -> dict[str, Elements]:
    built = profiles("build", "--no-pdf", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    site = root / "build" / "site"
    found = {}
    for path in sorted(site.rglob("*.html")):
        reader = Elements()
        reader.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix()] = reader
    return found


def compared(folder: Path, seed: int, filling: Filling, city: str = CITY) -> int:
    """Assert that both publications have the same elements; return how many texts were put in."""
    roots = [make_root(folder / name, city, "asker") for name in ("marks", "letters")]
    count = filling(roots[0], seed, None)
    filling(roots[1], seed, str)
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
    return count


def test_compositions_of_marks_make_the_pages_of_plain_text(tmp_path: Path) -> None:
    assert compared(tmp_path, 1, write) > 50


@pytest.mark.deep
def test_five_thousand_compositions_make_the_pages_of_plain_text(tmp_path: Path) -> None:
    count = seed = 0
    while count < draws(5000):
        seed += 1
        count += compared(tmp_path / str(seed), seed, write)


@pytest.mark.deep
@pytest.mark.parametrize(("filling", "city"), [(write_texts, RICH), (write_labels, CITY)])
def test_texts_of_records_and_labels_make_the_pages_of_plain_text(
    tmp_path: Path, filling: Filling, city: str
) -> None:
    for seed in range(draws(20)):
        assert compared(tmp_path / str(seed), seed, filling, city) > 20
