"""Files and folders whose name is nearly right: an error, and a name that is free."""

from pathlib import Path

import pytest

from generator.making.checking import check
from generator.problems.render import load_messages, message_of


def found_in(root: Path, folder: str) -> list[tuple[str, str, str]]:
    return [
        (p.code.value, p.place.file, p.expected)
        for p in check(root).faults
        if p.place.file.startswith(folder)
    ]


@pytest.mark.parametrize("ending", [".yaml", ".YML", ".Yaml"])
def test_what_ends_otherwise_is_not_lost_in_silence(root: Path, ending: str) -> None:
    for folder in ("recommendations", "framework/indicators"):
        path = next((root / "content" / folder).glob("*.yml"))
        path.rename(path.with_suffix(ending))
        file = path.with_suffix(ending).relative_to(root).as_posix()
        expected = path.relative_to(root / "content").as_posix()
        assert ("file-misspelt", file, expected) in found_in(root, file)


def test_the_name_that_is_proposed_is_free(root: Path) -> None:
    path = next((root / "content" / "recommendations").glob("*.yml"))
    path.with_suffix(".yaml").write_bytes(path.read_bytes())
    file = path.with_suffix(".yaml").relative_to(root).as_posix()
    expected = f"recommendations/{path.stem}-2.yml"
    assert found_in(root, file) == [("file-misspelt", file, expected)]


def test_a_folder_beside_another_gets_a_name_of_its_own(root: Path) -> None:
    (root / "cities" / "Rana").mkdir()
    assert found_in(root, "cities/Rana") == [("folder-name", "cities/Rana", "rana-2")]


HINTED = ("content/publication.yml", "content/labels/en.yml", "content/framework/rating-policy.yml")


@pytest.mark.parametrize("file", HINTED)
def test_a_hint_names_no_other_city_where_no_city_has_the_file(root: Path, file: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    key = next(line for line in text.split("\n") if ": " in line and line[0].isalpha())
    path.write_text(text.replace(key, f"{key.partition(':')[0]}: [[[[a]]]]", 1), encoding="utf-8")
    hints = [message_of(p, "hint", load_messages("en")) for p in check(root).faults]
    assert hints
    path.unlink()
    hints += [message_of(p, "hint", load_messages("en")) for p in check(root).faults]
    assert not [hint for hint in hints if "another city" in hint]


def test_a_hint_for_a_city_names_another(root: Path) -> None:
    (root / "cities" / "rana" / "city.yml").unlink()
    hints = [message_of(p, "hint", load_messages("en")) for p in check(root).faults]
    assert hints == ["Add it. Copy the file of another city and change what it says."]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("review-2024.yml", "reviews/2024.yml"),
        ("project_tram.yml", "projects/tram.yml"),
        ("projects/old/tram.yml", "projects/tram.yml"),
        ("projects.yml", ""),
        ("tram.yml", ""),
    ],
)
def test_a_file_in_a_wrong_folder_is_told_where_it_is_read(
    root: Path, name: str, expected: str
) -> None:
    path = root / "cities" / "rana" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("title: Tram\n", encoding="utf-8")
    file = f"cities/rana/{name}"
    [problem] = [one for one in check(root).faults if one.place.file == file]
    assert (problem.code.value, problem.expected) == ("file-unknown", expected)
    hint = message_of(problem, "hint", load_messages("en"))
    assert (f"cities/rana/{expected}" if expected else "reviews/, practices/") in hint


CLOSED = [
    ("content/pages/prefacce.md", "pages/preface.md"),
    ("content/pages/aknowledgements.md", "pages/acknowledgements.md"),
    ("content/pages/metodology.md", "pages/methodology.md"),
    ("content/translations/fr/forword.md", "translations/fr/foreword.md"),
    ("content/labels/glosary.yml", "labels/glossary.yml"),
    ("content/labels/eng.yml", "labels/en.yml"),
    ("cities/rana/translations/fre.yml", "translations/fr.yml"),
]
"""Names that a closed list does not have, and what they mean."""


@pytest.mark.parametrize(("path", "meant"), CLOSED)
def test_what_a_closed_list_does_not_have_is_told_beside_what_is_meant(
    root: Path, path: str, meant: str
) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("Words that nobody would read.\n", encoding="utf-8")
    neighbour = file.with_name(Path(meant).name)
    if not neighbour.exists():
        neighbour.write_text("", encoding="utf-8")
    assert found_in(root, path) == [("file-unknown", path, meant)]


@pytest.mark.parametrize(("path", "meant"), CLOSED[:4])
def test_a_page_is_told_where_what_is_meant_is_missing(root: Path, path: str, meant: str) -> None:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("Words that nobody would read.\n", encoding="utf-8")
    file.with_name(Path(meant).name).unlink(missing_ok=True)
    assert found_in(root, path) == [("file-misspelt", path, meant)]


def test_a_page_of_another_name_is_told(root: Path) -> None:
    file = root / "content" / "pages" / "zoo.md"
    file.write_text("Words that nobody would read.\n", encoding="utf-8")
    path = "content/pages/zoo.md"
    assert [(code, at) for code, at, _ in found_in(root, path)] == [("file-unknown", path)]
