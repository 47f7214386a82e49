"""The table of what the programme asks for leads to files and to pages.

The fictitious publication fills every file; of the real one only what facts exist for.
"""

import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from generator.pages import WrittenPage
from tests.roots import CHECKOUT, make_root
from tests.sites import read_site
from tests.written import every_page

ROW = re.compile(r"^\| (?!The programme|---)(.+?) \| (`.+?`) \| (`.+?`) \|$", re.MULTILINE)
PLACEHOLDER = re.compile(r"<\w+>")
CODE = re.compile(r"`(.+?)`")


def read_table() -> list[tuple[str, list[str], list[str]]]:
    """Return phrase, patterns of files and patterns of pages of each row."""
    text = (CHECKOUT / "content" / "README.md").read_text(encoding="utf-8")
    section = text.split("## What the programme asks for", 1)[1].split("\n## ", 1)[0]
    return [(phrase, patterns(files), patterns(pages)) for phrase, files, pages in
            ROW.findall(section)]  # fmt: skip


def patterns(cell: str) -> list[str]:
    return [PLACEHOLDER.sub("*", one) for one in CODE.findall(cell)]


def matches(pattern: str, folder: str) -> bool:
    return folder.count("/") == pattern.count("/") and fnmatchcase(folder, pattern)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_root(tmp_path_factory.mktemp("mission") / "root", "almaty", "tbilisi", "bristol")


def test_every_line_of_the_table_is_read() -> None:
    text = (CHECKOUT / "content" / "README.md").read_text(encoding="utf-8")
    section = text.split("## What the programme asks for", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.split("\n") if line.startswith("| ")]
    assert len(read_table()) == len(lines) - 1 > 10


def test_the_fictitious_publication_has_every_file_and_every_page(
    fictitious: Path, fictitious_pages: dict[str, WrittenPage]
) -> None:
    for phrase, files, pages in read_table():
        for file in files:
            assert list(fictitious.glob(file)), f"{phrase}: {file}"
        for page in pages:
            assert any(matches(page, one) for one in fictitious_pages), f"{phrase}: {page}"


def test_where_facts_exist_the_real_publication_has_the_pages(real: Path) -> None:
    made = [page.folder for page in every_page(read_site(real))]
    for phrase, files, pages in read_table():
        if any(list(real.glob(file)) for file in files):
            for page in pages:
                assert any(matches(page, one) for one in made), f"{phrase}: {page}"
