"""What a publication lacks is the generator's own, named, and never in the place of its own."""

from pathlib import Path

import pytest
import yaml

from generator.making.checking import check
from generator.making.inputs import take_stock
from generator.problems import Severity

FRAMEWORK = "content/framework"
LABELS = "content/labels/en.yml"


def found_in(root: Path) -> list[tuple[str, str, str]]:
    """Return code, file and what is missing, of every problem that is no note."""
    return [(one.code.value, one.place.file, one.expected) for one in check(root).faults]


def without_lines(path: Path, start: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(start)]
    assert len(kept) < len(lines)
    path.write_text("".join(kept), encoding="utf-8")


@pytest.mark.parametrize("name", ["statuses", "units", "flags", "countries", "vocabularies"])
def test_a_table_of_facts_is_that_of_the_generator(root: Path, name: str) -> None:
    whole = check(root).publication
    (root / FRAMEWORK / f"{name}.csv").unlink()
    pattern = f"framework/{name}.csv"
    assert found_in(root) == [("file-shipped", f"content/{pattern}", pattern)]
    checked = check(root)
    assert checked.publication is not None and whole is not None
    table = name.replace("-", "_")
    assert getattr(checked.publication.framework, table).rows
    assert checked.errors == 0


def test_a_table_of_judgements_is_never_somebody_elses(root: Path) -> None:
    (root / FRAMEWORK / "goalposts.csv").unlink()
    assert ("file-missing", f"{FRAMEWORK}/goalposts.csv", "framework/goalposts.csv") in found_in(
        root
    )


def test_a_misspelt_table_is_not_replaced(root: Path) -> None:
    path = root / FRAMEWORK / "statuses.csv"
    path.rename(path.with_name("Statuses.csv"))
    assert "file-shipped" not in {code for code, _, _ in found_in(root)}


def test_a_table_with_a_header_only_is_ones_own(root: Path) -> None:
    path = root / FRAMEWORK / "flags.csv"
    path.write_text(path.read_text(encoding="utf-8").partition("\n")[0] + "\n", encoding="utf-8")
    checked = check(root)
    assert {code for code, _, _ in found_in(root)} <= {"source-unused"}
    assert checked.publication is not None and checked.publication.framework.flags.rows == ()


def test_a_list_of_which_nothing_stands_there_is_that_of_the_generator(root: Path) -> None:
    path = root / FRAMEWORK / "vocabularies.csv"
    before = check(root).publication
    without_lines(path, "project-stage,")
    assert found_in(root) == [("list-shipped", f"{FRAMEWORK}/vocabularies.csv", "project-stage")]
    after = check(root).publication
    assert before is not None and after is not None
    words = before.framework.words["project-stage"]
    assert list(after.framework.words["project-stage"]) == list(words)


def test_a_word_that_was_taken_out_of_a_list_stays_out(root: Path) -> None:
    path = root / FRAMEWORK / "vocabularies.csv"
    without_lines(path, "project-stage,suspended,")
    checked = check(root)
    assert checked.publication is not None
    assert "suspended" not in checked.publication.framework.words["project-stage"]
    assert "list-shipped" not in {code for code, _, _ in found_in(root)}


def test_sources_that_came_with_a_table_are_known(root: Path) -> None:
    (root / FRAMEWORK / "flags.csv").unlink()
    without_lines(root / FRAMEWORK / "sources.csv", "eurostat-flags,")
    assert [code for code, _, _ in found_in(root)] == ["file-shipped"]


def test_labels_that_are_missing_are_those_of_the_generator(root: Path) -> None:
    path = root / LABELS
    labels = yaml.safe_load(path.read_text(encoding="utf-8"))
    without_lines(path, "search-none:")
    assert found_in(root) == [("label-missing", LABELS, "search-none")]
    checked = check(root)
    assert checked.publication is not None
    assert checked.publication.labels["en"]["search-none"] == labels["search-none"]
    path.unlink()
    assert found_in(root) == [("file-shipped", LABELS, "labels/en.yml")]


def test_another_language_shows_the_english_word_until_it_is_translated(root: Path) -> None:
    path = root / LABELS
    other = path.with_name("fr.yml")
    other.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    without_lines(other, "search-none:")
    settings = root / "content" / "publication.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("languages: [en]", "languages: [en, fr]"), encoding="utf-8")
    checked = check(root)
    assert [one.severity for one in checked.problems if one.code.value == "label-missing"] == [
        Severity.WARNING
    ]
    assert checked.publication is not None
    assert checked.publication.labels["fr"]["search-none"]


def test_what_stands_in_is_an_input_of_the_build(root: Path, checkout: Path) -> None:
    assert "framework/statuses.csv" in take_stock(root, {}, 0)
    assert "framework/statuses.csv" not in take_stock(checkout, {}, 0)
