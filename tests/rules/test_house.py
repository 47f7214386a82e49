"""House rules over all files of the project: nothing unfinished, nothing of one machine."""

import fnmatch
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("content", "cities", "generator", "theme", "tests")
COMMANDS = ("site", "test")
README_LINES = 70

# Put together here, so that this file does not break its own rules.
UNFINISHED = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")
PACKAGE_INDEX = re.compile("|".join((r"pypi" + r"\.org", r"python" + r"hosted\.org")))
ONE_MACHINE = re.compile(
    r"(?<![\w.:/}>)-])/(?:home|root|tmp|work|Users|private)/" + r"|[A-Z]:\\Users\\"
)


def project_files(root: Path) -> Iterator[Path]:
    """Yield the files of the project: all but those that `.gitignore` names."""
    ignored = [
        line.rstrip("/")
        for line in (root / ".gitignore").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    ignored.append(".git")

    def kept(names: list[str]) -> list[str]:
        return [
            name
            for name in sorted(names)
            if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)
        ]

    for folder, below, names in os.walk(root):
        below[:] = kept(below)
        yield from (Path(folder) / name for name in kept(names))


def text_of(path: Path) -> str | None:
    """Return the text of a file, or None if it is not text."""
    data = path.read_bytes()
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def faults(pattern: re.Pattern[str], text: str) -> list[str]:
    """Return every line of a text that the pattern forbids, with its number."""
    return [
        f"{number}: {line.strip()[:120]}"
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def all_faults(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(ROOT).as_posix()}:{fault}"
        for path in project_files(ROOT)
        if (text := text_of(path)) is not None
        for fault in faults(pattern, text)
    ]


def make_targets(makefile: str) -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))


def direct_dependencies(pyproject: str) -> list[str]:
    """Return the names of all direct dependencies, those for development too."""
    project = tomllib.loads(pyproject)["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values()]
    return [re.split(r"[^\w.-]", requirement)[0] for group in groups for requirement in group]


def unexplained(dependencies: list[str], contributing: str) -> list[str]:
    """Return the dependencies without a row of their own in the table of reasons."""
    return [name for name in dependencies if f"| `{name}` |" not in contributing]


def hidden_tests(folder: Path, passed_by: list[str]) -> list[str]:
    """Return the tests below a folder whose name the run of tests passes by."""
    return [
        path.relative_to(folder).as_posix()
        for path in folder.rglob("test_*.py")
        if any(
            fnmatch.fnmatch(name, pattern)
            for name in path.relative_to(folder).parts
            for pattern in passed_by
        )
    ]


@pytest.mark.parametrize("pattern", [UNFINISHED, PACKAGE_INDEX, ONE_MACHINE])
def test_no_file_holds(pattern: re.Pattern[str]) -> None:
    assert all_faults(pattern) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_has_a_short_readme(folder: str) -> None:
    readme = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    page = readme.split("## What the check says")[0]  # the reference of codes is a table below it
    assert 0 < len(page.splitlines()) <= README_LINES


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_readme_exist(command: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^make {command}\b", readme, re.MULTILINE)
    assert command in make_targets((ROOT / "Makefile").read_text(encoding="utf-8"))


def test_every_make_command_in_the_documents_exists() -> None:
    targets = make_targets((ROOT / "Makefile").read_text(encoding="utf-8"))
    for path in ("README.md", "CONTRIBUTING.md", "tests/README.md", ".ci/run"):
        text = (ROOT / path).read_text(encoding="utf-8")
        assert set(re.findall(r"^(?:`|\| `)?make ([a-z-]+)", text, re.MULTILINE)) <= targets


def test_every_dependency_has_its_reason() -> None:
    dependencies = direct_dependencies((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert unexplained(dependencies, contributing) == []


def test_every_guard_named_in_the_threat_table_exists() -> None:
    guards = re.findall(
        r"`(tests/[\w./]+|\.github/[\w./]+)`", (ROOT / "SECURITY.md").read_text("utf-8")
    )
    assert guards
    assert [guard for guard in guards if not (ROOT / guard).exists()] == []


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version = project["version"]
    assert f'__version__ = "{version}"' in (ROOT / "generator/__init__.py").read_text("utf-8")
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_no_test_stands_in_a_folder_that_is_passed_by(pytestconfig: pytest.Config) -> None:
    assert hidden_tests(ROOT / "tests", pytestconfig.getini("norecursedirs")) == []


# Each rule turns red.


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (UNFINISHED, "# TO" + "DO: later"),
        (PACKAGE_INDEX, "--index-url https://py" + "pi.org/simple"),
        (ONE_MACHINE, 'open("/ho' + 'me/me/city.yml")'),
        (ONE_MACHINE, "root: /wo" + "rk/main"),
    ],
)
def test_a_fault_is_found(pattern: re.Pattern[str], text: str) -> None:
    assert len(faults(pattern, f"fine\n{text}\n")) == 1


@pytest.mark.parametrize("text", ["https://example.org/wo" + "rk/a", "cities/home/x", "a / b"])
def test_an_address_is_not_a_path_of_a_machine(text: str) -> None:
    assert faults(ONE_MACHINE, text) == []


def test_a_dependency_without_reason_is_found() -> None:
    pyproject = (
        '[project]\ndependencies = ["aa>=1", "bb"]\noptional-dependencies = {dev = ["cc-d<2"]}'
    )
    assert direct_dependencies(pyproject) == ["aa", "bb", "cc-d"]
    assert unexplained(["aa", "cc-d"], "| `aa` | reads |") == ["cc-d"]


def test_a_test_in_a_folder_that_is_passed_by_is_found(
    tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    for name in ("making/test_a.py", "build/test_b.py"):
        (tmp_path / "tests" / name).parent.mkdir(parents=True)
        (tmp_path / "tests" / name).touch()
    passed_by = pytestconfig.getini("norecursedirs")
    assert hidden_tests(tmp_path / "tests", passed_by) == ["build/test_b.py"]


def test_what_git_ignores_is_no_file_of_the_project(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("build/\n*.pyc\n", encoding="utf-8")
    for name in ("a.md", "b.pyc", "build/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [path.name for path in project_files(tmp_path)] == [".gitignore", "a.md"]
