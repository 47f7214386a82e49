"""What a publication can be compared with, as the command is asked for it."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.commands import profiles
from generator.making import checking
from generator.model.publication import City
from generator.problems import Problems
from generator.read.publication_reader import read_city
from tests.change.edits import ALPHA, OBSERVATIONS
from tests.change.small_world import write_small_world
from tests.making.edited_files import replace_text

ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=An editor", "-c", "user.email=editor@example.org")
    command = ["git", "-C", str(root), *who, *arguments]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **ALONE})
    return done.stdout.decode().strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a publication whose state is committed on the branch main."""
    root = tmp_path / "root"
    write_small_world(root)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Before")
    return root


def diff(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(profiles, ["diff", "--root", str(root), *arguments])


def document(root: Path, *arguments: str) -> dict[str, Any]:
    done = diff(root, "--format", "json", *arguments)
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_by_default_where_the_revision_left_the_main_branch(repository: Path) -> None:
    left = git(repository, "rev-parse", "HEAD")
    git(repository, "checkout", "--quiet", "-b", "correction")
    replace_text(repository / OBSERVATIONS, "60.0", "70.0")
    git(repository, "commit", "--quiet", "--all", "--message=Correction")
    found = document(repository)
    assert found["base"] == {"kind": "merge-base", "name": "main", "commit": left}
    assert found["verdict"] == "figures"
    folder = repository / "build/change-report"
    assert {path.name for path in folder.iterdir()} == {"report.md", "report.html", "report.json"}
    assert json.loads((folder / "report.json").read_text()) == found


def test_without_the_main_branch_the_revision_of_today(repository: Path) -> None:
    git(repository, "branch", "--move", "main", "work")
    replace_text(repository / OBSERVATIONS, "60.0", "70.0")
    found = document(repository)
    assert found["base"]["kind"] == "revision" and found["base"]["name"] == "HEAD"
    assert found["verdict"] == "figures"


def test_a_publication_below_the_root_of_its_repository(tmp_path: Path) -> None:
    root = tmp_path / "data"
    write_small_world(root)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=Before")
    assert document(root, "HEAD")["verdict"] == "nothing"


def test_a_folder(repository: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_small_world(other)
    replace_text(other / OBSERVATIONS, "60.0", "70.0")
    output = tmp_path / "report"
    found = document(repository, str(other), "--output", str(output))
    assert (found["verdict"], (output / "report.html").exists()) == ("figures", True)
    assert not (repository / "build").exists()


@pytest.mark.parametrize("named", ["2026-1", "content/editions/2026-1"])
def test_an_edition_by_its_tag(repository: Path, named: str) -> None:
    frozen = CliRunner().invoke(profiles, ["edition", "2026-1", "--root", str(repository)])
    assert frozen.exit_code == 0, frozen.output
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=Edition")
    no_tag = diff(repository, named)
    assert (no_tag.exit_code, "the tag 2026-1, which git does not have" in no_tag.output) == (
        1,
        True,
    )
    git(repository, "tag", "2026-1")
    replace_text(repository / "cities/alpha/sections/lake.md", "a lake", "a river")
    found = document(repository, named)
    assert found["base"] == {
        "kind": "edition", "name": "2026-1", "commit": git(repository, "rev-parse", "HEAD"),
    }  # fmt: skip
    assert (found["verdict"], found["notes"]) == ("words", [])
    replace_text(repository / "content/editions/2026-1/manifest.json", __version__, "0.0.1")
    assert document(repository, named)["notes"] == [{"kind": "program", "names": ["0.0.1"]}]


@pytest.mark.parametrize(
    ("asked", "said", "code"),
    [
        ("nowhere", 'There is no folder, edition or git revision "nowhere"', 2),
        ("--", "", 0),
        ("--upload-pack=x", "No such option", 2),
        ("HEAD:content", "There is no folder, edition or git revision", 2),
    ],
)
def test_a_base_that_is_none(repository: Path, asked: str, said: str, code: int) -> None:
    done = diff(repository, asked)
    assert (done.exit_code, said in done.output) == (code, True), done.output


def test_a_base_that_begins_with_a_hyphen_is_no_option_of_git(repository: Path) -> None:
    done = diff(repository, "--", "--all")
    assert done.exit_code == 2
    assert 'There is no folder, edition or git revision "--all"' in done.output


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = tmp_path / "root"
    write_small_world(root)
    done = diff(root)
    assert done.exit_code == 1
    assert "This folder is in no git repository" in done.output


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = diff(repository)
    assert done.exit_code == 1
    assert "git is not installed" in done.output


def test_a_publication_with_errors_is_not_compared(repository: Path) -> None:
    replace_text(repository / OBSERVATIONS, "60.0", "sixty")
    done = diff(repository)
    assert done.exit_code == 1
    assert f"{OBSERVATIONS}:2" in done.output
    assert not (repository / "build").exists()


def test_nothing_of_a_repository_runs(repository: Path, tmp_path: Path) -> None:
    """Neither hooks, filters nor attributes; a link is not taken over."""
    mark = tmp_path / "ran"
    git(repository, "config", "filter.evil.smudge", f"touch {mark}; cat")
    git(repository, "config", "filter.evil.clean", "cat")
    (repository / ".gitattributes").write_text("*.csv filter=evil\n*.yml export-ignore\n")
    (repository / ALPHA / "images").mkdir()
    (repository / ALPHA / "images/link.png").symlink_to("/etc/hostname")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message=Attributes")
    mark.unlink(missing_ok=True)
    from generator.making.base_of_comparison import base_of_comparison

    with base_of_comparison(repository, "HEAD", "main", {}) as (place, _):
        assert (place / ALPHA / "city.yml").is_file()
        assert not (place / ALPHA / "images").exists()
    assert not mark.exists()


def test_what_is_the_same_is_not_read_again(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the base only the city that was edited is read; the other stands as it is."""
    git(repository, "tag", "before")
    replace_text(repository / OBSERVATIONS, "60.0", "70.0")
    read: list[str] = []

    def noted(folder: Path, root: Path, problems: Problems) -> City:
        read.append(folder.name)
        return read_city(folder, root, problems)

    monkeypatch.setattr(checking, "read_city", noted)
    assert document(repository, "before")["verdict"] == "figures"
    assert sorted(read) == ["alpha", "alpha", "beta"]


def test_a_city_that_is_gone_and_nothing_else(repository: Path) -> None:
    shutil.rmtree(repository / "cities/beta")
    found = document(repository, "HEAD")
    assert [cause["change"] for cause in found["causes"]] == ["removed"]
