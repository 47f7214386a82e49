"""The finished PDFs of all shipped cities, in each language, are set well on every page."""

from pathlib import Path

import pytest

from tests.commands import profiles
from tests.draws import drawn
from tests.publications import gate_pages
from tests.publications.reading import Pdf
from tests.roots import CITIES, make_root

BOOKS = ("city", "country")
"""Kinds that are bound: their pages are filled, but before a chapter."""


@pytest.mark.deep
def test_no_page_is_ill_set(tmp_path: Path) -> None:
    root = make_root(
        tmp_path / "root", *drawn(CITIES), whole_library=True, languages=("en", "fr", "ru")
    )
    built = profiles("build", cwd=root)
    assert built.returncode == 0, built.stdout + built.stderr
    files = sorted((root / "build/site/publications").glob("*.pdf"))
    assert len(files) > 6
    assert {file.name: told for file in files if (told := ill_set(file))} == {}


def ill_set(file: Path) -> dict[str, object]:
    """Return what stands outside, over other text, alone or cut, and pages that end early."""
    pdf = Pdf(file.read_bytes())
    is_bound = file.name.partition("-")[0] in BOOKS
    told = {
        "outside": gate_pages.outside(pdf),
        "over": gate_pages.overprinted(pdf),
        "alone": gate_pages.lonely_rows(pdf),
        "head": gate_pages.cut_heads(pdf) if is_bound else [],
        "scant": gate_pages.scant_fronts(pdf) if is_bound else [],
        "early": gate_pages.early_ends(pdf) if is_bound else [],
    }
    return {fault: where for fault, where in told.items() if where}
