"""What the typesetter keeps of books is let go: memory does not grow with their number."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import CHECKOUT

STATUS = Path("/proc/self/status")
GROWTH_MB = 60
"""From the third book to the last; what Typst keeps of ten is some 700 MB."""
SETTING = """
import sys
from pathlib import Path
from dataclasses import replace
from generator.outputs.print.typesetter import load_print_theme, typeset
from generator.publications import compose_fiche, compose_publication
from tests.sites import read_site

root, count = Path(sys.argv[1]), int(sys.argv[2])
site, theme = read_site(root), load_print_theme(root)
city = site.publication.cities["sampleford"]
book = compose_publication(site, city, {})
fiches = [compose_fiche(site, city, project) for project in site.undertakings[city.id].records]
for number in range(count):
    cover = replace(book.content.furniture.cover, name=f"Sampleford {number}")
    content = replace(book.content, furniture=replace(book.content.furniture, cover=cover))
    for document in (*fiches, replace(book, content=content)):
        typeset(theme, document)
    if number in (2, count - 1):
        lines = Path("/proc/self/status").read_text().splitlines()
        print(next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmRSS")))
"""


@pytest.mark.deep
@pytest.mark.skipif(not STATUS.exists(), reason="this system does not tell the memory of a process")
def test_memory_is_flat_over_books(fictitious: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SETTING, str(fictitious), "13"],
        cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    early, late = map(int, run.stdout.split())
    assert late - early < GROWTH_MB, f"{early} MB after 3 books, {late} MB after 13"
