"""Cities that strain a book: long names and prose, many projects and years, large pictures."""

import csv
import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image

from generator.making.checking import check
from generator.making.drawing import studio_of
from generator.making.publishing import compose_book
from generator.outputs.print.typesetter import load_print_theme, typeset
from generator.problems import Problem, Problems, Severity
from generator.publications import (
    Document,
    compose_fiche,
    compose_gap_sheet,
    compose_reviews,
    scorecard_of,
)
from generator.read.publication_reader import read_framework
from tests.benchmark.full_tables import fill_tables
from tests.publications import gate, gate_pages
from tests.publications.reading import Pdf
from tests.sites import site_of

CITY = "sampleford"
HEAD = "---\ntitle: {title}\nauthor: Editors\nbasis: Made up for a test\nposition: 1\n---\n\n"
WORDS = ("harbour", "tramway", "of", "the", "council", "meets", "households", "near", "old", "and")
LONG = "Nieuw-Overgangsdorp aan de Lange Dijk "
"""A part of a name that is made up."""


def long_name(letters: int, *, spaced: bool) -> str:
    """Return a name of so many letters, with places where a line may end or without."""
    part = LONG if spaced else LONG.replace(" ", "").replace("-", "").lower()
    return (part * (letters // len(part) + 1))[:letters].strip()


def rename(root: Path, name: str) -> None:
    path = root / "cities" / CITY / "city.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    named = [f'name: "{name}"' if line.startswith("name:") else line for line in lines]
    path.write_text("\n".join(named), encoding="utf-8")


def prose_of(words: int, paragraph: int) -> str:
    """Return prose of so many words, in paragraphs of so many."""
    told = [WORDS[number % len(WORDS)] for number in range(words)]
    parts = (told[at : at + paragraph] for at in range(0, words, paragraph))
    return "\n\n".join(f"{' '.join(part).capitalize()}." for part in parts)


def wide_table(columns: int, rows: int) -> str:
    """Return a table in Markdown whose cells hold long words."""
    heads = [f"Quantity {number}" for number in range(1, columns + 1)]
    lines = [heads, ["---"] * columns]
    lines += [[f"{row * column:,} t" for column in range(columns)] for row in range(rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def write_section(root: Path, text: str) -> None:
    path = root / "cities" / CITY / "sections" / "strained.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(HEAD.format(title="At length") + text + "\n", encoding="utf-8")


def multiply_projects(root: Path, count: int) -> None:
    """Give the city as many projects, each a copy of one that it has under a name of its own."""
    folder = root / "cities" / CITY / "projects"
    first = next(path for path in sorted(folder.glob("*.yml")))
    for number in range(count - len(list(folder.glob("*.yml")))):
        name = f"copy-{number + 1}"
        text = first.read_text(encoding="utf-8").replace(first.stem, name)
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        flows = first.with_name(f"{first.stem}.cash-flows.csv")
        if flows.exists():
            shutil.copy(flows, folder / f"{name}.cash-flows.csv")


def fill_years(root: Path, years: int) -> None:
    """Give every city a figure of each indicator in as many years."""
    framework = read_framework(root, Problems())
    assert framework is not None
    fill_tables(root, framework.framework, years)


def lay_picture(root: Path, width: int, height: int, mode: str) -> None:
    """Give the city one picture of a size and of colours of a screen or a printing house."""
    image = Image.linear_gradient("L").resize((width, height)).convert(mode)
    held = BytesIO()
    image.save(held, "JPEG", quality=60)
    folder = root / "cities" / CITY
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "large.jpg").write_bytes(held.getvalue())
    table = folder / "images.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        head, *rows = list(csv.reader(lines))
    row = {"file": "large.jpg", "alt": "A gradient", "credit": "Nobody", "licence": "CC0"}
    with table.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, lineterminator="\n").writerows(
            [head, [row.get(name, "") for name in head], *rows]
        )


def books_or_errors(
    root: Path, fiches: int = 99
) -> tuple[dict[str, tuple[Document, Pdf]], list[Problem]]:
    """Return the publications of the city by file, or the errors that keep them from being made.

    Of projects at most so many have their fiche made.
    """
    checked = check(root)
    errors = [one for one in checked.faults if one.severity is Severity.ERROR]
    if errors or checked.publication is None:
        return {}, errors
    site, theme = site_of(checked.publication, root), load_print_theme(root)
    city = site.publication.cities[CITY]
    book = compose_book(studio_of(site.language, root), root, site, city)
    documents = [book, scorecard_of(book, CITY), scorecard_of(book, CITY, "a5")]
    documents += [compose_gap_sheet(site, city, paper) for paper in ("a4", "a5")]
    documents += [one for _, one in compose_reviews(site, city)]
    documents += [
        compose_fiche(site, city, name) for name in [*site.undertakings[CITY].records][:fiches]
    ]
    return {one.file: (one, Pdf(typeset(theme, one))) for one in documents if one is not None}, []


def faults(document: Document, pdf: Pdf) -> dict[str, list[str]]:
    """Return what a reader would find wrong; of sheets not what they leave to the book."""
    if document.template in ("scorecard.typ", "fiche.typ"):
        found = {"outside": gate_pages.outside(pdf), "overprinted": gate_pages.overprinted(pdf)}
        return {kind: texts for kind, texts in found.items() if texts}
    return gate.faults(pdf, document)
