"""A publication to begin with: whole, sound, invented, and not written over anything."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.commands import profiles as command
from generator.editing.own_publication import (
    LEDGER,
    checksum,
    read_ledger,
    repository_files,
    write_publication,
)
from generator.making.checking import check
from tests.making.trees import tree

PLACES = ("README.md", "Makefile", ".github/workflows/site.yml", ".gitlab-ci.yml",
          "content/publication.yml", "content/labels/en.yml", "cities/README.md")  # fmt: skip
OURS = re.compile("United Smart Cities|UNECE|OiER|city-profiles/(?:maintainers|publishers)")
"""Names of those who publish the shipped cities; another publisher has its own."""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("started") / "root"
    write_publication(root)
    return root


def test_it_has_no_problems_and_all_of_it_is_invented(started: Path) -> None:
    checked = check(started)
    assert checked.faults == ()
    assert checked.publication is not None
    assert checked.publication.record.fictitious
    assert [city.record.country for city in checked.publication.cities.values()] == ["XA"]
    assert [name for name in PLACES if not (started / name).is_file()] == []


def test_its_pages_speak_for_nobody(started: Path) -> None:
    own = ("README.md", "content/pages/*.md", "content/publication.yml", ".github/CODEOWNERS")
    texts = {path: path.read_text("utf-8") for name in own for path in started.glob(name)}
    del texts[started / "content" / "pages" / "methodology.md"]  # names where methods come from
    assert [path.name for path, text in texts.items() if OURS.search(text)] == []


def test_its_workflows_are_those_of_this_repository(started: Path, checkout: Path) -> None:
    for path in sorted((started / ".github" / "workflows").iterdir()):
        assert path.read_bytes() == (checkout / ".github" / "workflows" / path.name).read_bytes()
    make = (started / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z./$()A-Z]+):", make, re.MULTILINE))
    texts = [path.read_text("utf-8") for path in (started / ".github" / "workflows").iterdir()]
    asked = set(re.findall(r"make (?:-C \S+ )?([a-z./]+)", "\n".join(
        step.get("run", "") for text in texts
        for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"]
    )))  # fmt: skip
    assert asked == {".venv/.ready"}
    assert "$(READY)" in targets
    assert "READY := $(VENV)/.ready" in make


def test_the_table_of_files_says_what_was_written(started: Path) -> None:
    ledger = read_ledger((started / LEDGER).read_text(encoding="utf-8"))
    assert ledger == {name: checksum(data) for name, data in repository_files().items()}
    assert all(checksum((started / name).read_bytes()) == one for name, one in ledger.items())


@pytest.mark.parametrize("option", ["--publication", "--demo"])
def test_what_is_there_is_never_written_over(tmp_path: Path, option: str) -> None:
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    before = tree(tmp_path)
    result = run("new", option, str(tmp_path))
    assert (result.exit_code, "is not empty" in result.output) == (2, True)
    file = run("new", option, str(tmp_path / "letter.txt"))
    assert file.exit_code == 2
    assert tree(tmp_path) == before


@pytest.mark.parametrize("option", ["--publication", "--demo"])
@pytest.mark.parametrize("place", ["dangling", "letter.txt/inner", "x" * 300])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, option: str, place: str) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere" / "deeper")
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    result = run("new", option, str(tmp_path / place))
    assert result.exit_code == 1, result.output
    assert "cannot be written" in result.output
    assert isinstance(result.exception, SystemExit)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dangling", "letter.txt"]


def test_what_breaks_off_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.editing.own_publication.written_ledger", full)
    result = run("new", "--publication", str(tmp_path / "new"))
    assert (result.exit_code, "No space left" in result.output) == (1, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--publication", "a", "--demo", "b"),
        ("graz", "--country", "AT", "--publication", "a"),
        ("--country", "AT", "--publication", "a"),
    ],
)
def test_two_wishes_at_once_are_wrong_use(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    result = run("new", *arguments)
    assert (result.exit_code, "--publication DIR alone" in result.output) == (2, True)
