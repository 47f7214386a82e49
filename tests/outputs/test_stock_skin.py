"""The same Markdown as an ordinary Material site, built by MkDocs with the settings of a build."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.making.hostile import NAME

PAGES = ("index.html", "cities/rana/index.html", "indicators/unemployment-rate/index.html")


@pytest.fixture(scope="module")
def build(hostile_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = Path(shutil.copytree(hostile_build, tmp_path_factory.mktemp("stock") / "root"))
    settings = ("--strict", "--config-file", "build/mkdocs.en.material.yml")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *settings],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return root / "build"


def contents(page: Path) -> str:
    """Return the text of the contents of a page, without its marks."""
    text = page.read_text(encoding="utf-8")
    inside = re.search(r"<article[^>]*>(.*?)</article>", text, re.DOTALL)
    assert inside is not None
    plain = re.sub(r"<svg.*?</svg>", "", inside[1], flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", plain)).strip()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_same_contents_in_the_frame_of_material(build: Path, page: str) -> None:
    assert contents(build / "material" / page) == contents(build / "site" / page)
    text = (build / "material" / page).read_text(encoding="utf-8")
    assert 'class="md-tabs"' in text
    assert text.count('data-md-color-scheme="') >= 2
    assert 'data-md-component="search"' in text
    assert 'assets/stock.css"' in text


def test_material_searches_every_page(build: Path) -> None:
    index = json.loads((build / "material/search/search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert "cities/rana/index.html" in found
    assert not any(place.startswith("embed/") for place in found)


def test_a_hostile_name_is_text_there_too(build: Path) -> None:
    text = (build / "material/cities/hostile/index.html").read_text(encoding="utf-8")
    assert NAME not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_the_style_of_blocks_holds_in_the_contents_only(build: Path) -> None:
    style = (build / "material/assets/stock.css").read_text(encoding="utf-8")
    before, _, inside = style.partition(".md-content__inner.md-typeset{")
    assert "& {" in inside
    assert not re.search(r"\drem|@font-face|@page", inside)
    assert inside.count("{") + 1 == inside.count("}")
    assert '[data-md-color-scheme="slate"]{--paper:' in before
    assert ".others polyline" in before
