"""The gate: what may stand in `content/` and `cities/`, and that everything else is an error."""

import shutil
from pathlib import Path

import pytest

from generator.model.allowed_paths import (
    MOST_BYTES,
    input_path,
    is_portable,
    is_well_named,
    most_bytes,
    without_case,
)
from generator.model.files import CITY_FILES, CONTENT_FILES
from generator.problems import Code, Problem, Problems, Severity
from generator.read.folders import read_text
from generator.read.publication_reader import city_names, read_publication

CITY = "cities/teststadt"
TESTSTADT = Path(__file__).parents[1] / "golden" / "teststadt"
FOREIGN = (
    f"{CITY}/mkdocs.yml", f"{CITY}/yaml.py", f"{CITY}/sitecustomize.py", f"{CITY}/.gitattributes",
    f"{CITY}/.github/workflows/x.yml", f"{CITY}/$(x).csv", f"{CITY}/__pycache__/x.pyc",
    f"{CITY}/a/b/c/d/e.csv", f"{CITY}/images/x.html", f"{CITY}/.git/config", f"{CITY}/notes.txt",
    f"{CITY}/images/con.png", f"{CITY}/images/a:b?.png", f"{CITY}/images/dot.png.",
    f"{CITY}/practices/...yml", f"{CITY}/projects/UPPER case.yml", f"{CITY}/projects/con.yml",
    f'{CITY}/projects/x" onmouseover="window.__pwned=1.yml', f"{CITY}/reviews/first.yml",
    "cities/.github/workflows/x.yml", "cities/__pkg__/x.py", "cities/x.txt", "cities/.hidden/x",
    "content/x.py", "content/__pycache__/x.pyc", "content/.github/x", "content/a/b/c/d/e/f",
    "content/framework/x.csv",
)  # fmt: skip
OWN = (
    "content", "cities", "theme", "mkdocs.yml", "build", "build.next-1234abcd", ".github", ".ci",
    ".gitattributes", ".gitmodules", "Makefile", "requirements.lock", "generator", "README.md",
    "pyproject.toml", "CODEOWNERS",
)  # fmt: skip


@pytest.fixture
def root(tmp_path: Path, checkout: Path) -> Path:
    """A root with a valid city and of the content just enough to be read."""
    content = checkout / "content"
    shutil.copytree(content / "framework", tmp_path / "content" / "framework")
    shutil.copy(content / "publication.yml", tmp_path / "content")
    shutil.copytree(TESTSTADT, tmp_path / "cities" / "teststadt")
    return tmp_path


def found_in(root: Path) -> list[Problem]:
    problems = Problems()
    read_publication(root, problems, alone=True)
    return list(problems)


def errors_at(root: Path, path: str) -> list[Problem]:
    """Return the errors about a path, or about a folder around it."""
    return [
        one for one in found_in(root)
        if one.severity is Severity.ERROR and f"{path}/".startswith(f"{one.place.file}/")
    ]  # fmt: skip


def put(root: Path, path: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(b"x\n")


def test_the_city_is_valid(root: Path) -> None:
    assert found_in(root) == []


@pytest.mark.parametrize("path", [path for path in FOREIGN if "x.html" not in path])
def test_what_does_not_belong_there_is_an_error_at_any_depth(root: Path, path: str) -> None:
    put(root, path)
    assert errors_at(root, path)


def test_a_page_among_the_pictures_is_an_error(root: Path) -> None:
    from generator.checks.pictures import check_images

    put(root, f"{CITY}/images/x.html")
    publication = read_publication(root, Problems(), alone=True)
    assert publication is not None
    assert [one.code.value for one in check_images(publication)] == ["image-kind"]


@pytest.mark.parametrize("name", OWN)
def test_none_of_the_names_of_the_root_may_be_a_link(root: Path, name: str) -> None:
    if (root / name).exists():
        (root / name).rename(root / "elsewhere")
    (root / name).symlink_to(root / "elsewhere")
    assert [one.code.value for one in errors_at(root, name) if one.place.file == name] == [
        "file-link"
    ]


def test_two_names_that_are_one_elsewhere_are_an_error(root: Path) -> None:
    for name in ("square.png", "Square.png"):
        put(root, f"{CITY}/images/{name}")
    assert [one.code.value for one in found_in(root) if one.code.value == "file-clash"]


def test_a_table_in_capitals_beside_the_real_one_is_an_error(root: Path) -> None:
    put(root, f"{CITY}/City.yml")
    assert [one.code.value for one in errors_at(root, f"{CITY}/City.yml")] == ["file-clash"]


@pytest.mark.parametrize("name", ["observations (1).csv", "sources - Copy.csv"])
def test_a_copy_of_a_table_only_warns(root: Path, name: str) -> None:
    put(root, f"{CITY}/{name}")
    assert [(one.code.value, one.severity.value) for one in found_in(root)] == [
        ("file-copy", "warning")
    ]


def test_accents_apart_from_their_letters_are_an_error(root: Path) -> None:
    put(root, f"{CITY}/images/cafe\u0301.png")
    assert "file-name" in {one.code.value for one in found_in(root)}


def test_a_city_that_is_a_link_is_an_error_and_no_city(root: Path) -> None:
    (root / "cities" / "other").symlink_to(root / CITY)
    assert [one.code.value for one in errors_at(root, "cities/other")] == ["file-link"]
    assert city_names(root, Problems()) == ["teststadt"]


def test_a_link_is_not_read(root: Path) -> None:
    path, problems = root / CITY / "note.md", Problems()
    path.symlink_to(root / CITY / "city.yml")
    assert read_text(path, root, problems) is None
    assert [one.code for one in problems] == [Code.FILE_LINK]


def test_a_link_in_a_folder_is_an_error(root: Path) -> None:
    (root / CITY / "sections").symlink_to(root)
    assert [one.code.value for one in errors_at(root, f"{CITY}/sections")] == ["file-link"]


def test_what_systems_leave_and_editors_keep_is_passed_over(root: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "city.yml~", ".city.yml.swp"):
        put(root, f"{CITY}/{name}")
        put(root, f"cities/{name}")
    assert found_in(root) == []


@pytest.mark.parametrize("name", ["a.png", "Old Town.JPG", "über.webp", "index.png"])
def test_names_that_every_system_can_hold(name: str) -> None:
    assert is_portable(name)


@pytest.mark.parametrize(
    "name", ["nul.png", "COM1.jpg", "a|b.png", "a.png ", "a.png.", " a.png", "-a.png", "a\n.png",
             "a" * 130, "cafe\u0301.png", 'a".png', "a\\b.png"],
)  # fmt: skip
def test_names_that_some_system_cannot_hold(name: str) -> None:
    assert not is_portable(name)


def test_a_path_is_taken_apart_by_the_list_of_files() -> None:
    known = input_path("cities/rana/projects/tram.yml")
    assert known is not None and known.kind is not None
    assert (known.city, known.name, known.kind.pattern) == (
        "rana", "projects/tram.yml", "projects/*.yml",
    )  # fmt: skip
    content = input_path("content/labels/en.yml")
    assert content is not None and content.kind is not None and content.city == ""
    assert input_path("Makefile") is None
    assert input_path("cities/README.md") is None


def test_every_kind_of_file_has_a_limit_and_a_rule_for_its_name() -> None:
    for kind in (*CITY_FILES, *CONTENT_FILES):
        assert 0 < most_bytes(kind) <= 20 * 2**20, kind.pattern
        if "*" in kind.pattern:
            assert not is_well_named(kind.pattern.replace("*", "../x"), kind), kind.pattern
            assert not is_well_named(kind.pattern.replace("*", "con"), kind), kind.pattern


def test_case_and_composition_do_not_tell_names_apart() -> None:
    assert without_case("Caf\u00c9.png") == without_case("cafe\u0301.PNG")


@pytest.mark.parametrize("ending", MOST_BYTES)
def test_a_text_over_its_limit_is_told_and_not_read(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"file{ending}"
    path.write_bytes(b"a" * (MOST_BYTES[ending] + 1))
    problems = Problems()
    assert read_text(path, tmp_path, problems) is None
    assert [one.code for one in problems] == [Code.FILE_TOO_LARGE]


def test_no_shipped_file_is_near_what_a_file_may_have(checkout: Path) -> None:
    near = [
        path.relative_to(checkout).as_posix()
        for folder in ("content", "cities")
        for path in (checkout / folder).rglob("*")
        if path.suffix in MOST_BYTES and path.stat().st_size > 0.75 * MOST_BYTES[path.suffix]
    ]
    assert near == []
