"""No English outside labels and records: all words of a pseudo-language have accents.

What stands in English on a page of the language is marked as English, or is one of the names and
codes that every language has.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml import html

from generator.language.foreign import END, START
from tests.commands import profiles
from tests.pseudo import speak_pseudo
from tests.roots import CHECKOUT, make_root

VOWEL = re.compile(r"[aeiou]")
WORD = re.compile(r"(?<![\w.@/-])[a-z]{3,}(?![\w@/]|\.[a-z])")
SILENT = ("script", "style", "code", "pre", "kbd", "math")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a small publication whose second language is a pseudo-language."""
    root = make_root(tmp_path_factory.mktemp("pseudo") / "root", "rana")
    speak_pseudo(root, "fr")
    done = profiles("build", "--no-pdf", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "build" / "site"


def english_words() -> frozenset[str]:
    """Return the small words of English labels."""
    labels = yaml.safe_load((CHECKOUT / "content/labels/en.yml").read_text(encoding="utf-8"))
    told = re.sub(r"\{\w+\}|<[^>]*>", " ", str(list(labels.values())))
    return frozenset(word for word in WORD.findall(told) if VOWEL.search(word))


def said(page: html.HtmlElement, language: str) -> Iterator[str]:
    """Yield the texts of a page in its language."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        tongues = (one.get("lang") for one in (element, *element.iterancestors()))
        spoken = next((one for one in tongues if one), language)
        if spoken == language and not any(one.tag in SILENT for one in element.iterancestors()):
            yield element.text or ""
            yield from (child.tail or "" for child in element)


def test_every_word_of_a_page_is_of_its_language(built: Path) -> None:
    english, found = english_words(), {}
    for path in sorted((built / "fr").rglob("*.html")):
        if OF_CODES.intersection(path.relative_to(built).parts):
            continue
        for text in said(html.document_fromstring(path.read_bytes()), "fr"):
            for word in WORD.findall(re.sub(r"https?://\S+", "", text)):
                if word in english and word not in ALSO_FRENCH:
                    found.setdefault(word, (path.relative_to(built).as_posix(), text.strip()))
    assert "\n".join(f"{w}: {x}" for w, x in sorted(found.items())) == ""


OF_CODES = frozenset({"editors", "data", "contribute", "methodology", "security"})
"""Pages that print the codes of files, tables and settings, which no language has of its own."""
ALSO_FRENCH = frozenset(
    {"for", "mars", "the", "yes", "mai", "juin", "page", "source", "notice", "table"}
)
"""Words of dates, of names of countries, of titles as published, of the values of an indicator."""


def test_no_mark_of_another_language_reaches_a_reader(built: Path) -> None:
    for path in built.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".js", ".json", ".csv", ".xml", ".txt"}:
            text = path.read_text(encoding="utf-8")
            assert START not in text and END not in text, path


def test_every_page_leads_to_itself_in_the_other_language(built: Path) -> None:
    for path in (built / "fr").rglob("index.html"):
        if "embed" in path.parts:
            continue
        page = html.document_fromstring(path.read_bytes())
        (link,) = page.xpath("//nav[@class='languages']//a/@href")
        there = (path.parent / link).resolve()
        assert there == built / path.relative_to(built / "fr")
        assert there.is_file()
        # Searchers want whole addresses; this publication states none.
        assert not page.xpath("//link[@hreflang]")
        assert page.get("lang") == "fr"
        assert page.xpath("//nav[@class='languages']//a/@hreflang") == ["en"]


def test_english_pages_are_as_without_the_other_language(built: Path) -> None:
    assert not list(built.glob("en"))
    page = html.document_fromstring((built / "index.html").read_bytes())
    assert page.xpath("//span[@lang]") == []
