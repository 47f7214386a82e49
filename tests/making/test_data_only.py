"""Nothing runs that came with data: neither from the root with --data-only, nor from a folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import resources
from generator.making.in_force import told_in_force
from generator.problems import Problems
from generator.read.publication_reader import read_content
from tests.commands import CHECKOUT
from tests.roots import make_root

RUNS = "open({!r}, 'w').close()\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path / "root", "rana")


def run(*command: str, cwd: Path) -> "subprocess.CompletedProcess[str]":
    path = {"PYTHONPATH": str(CHECKOUT)}
    return subprocess.run(
        [sys.executable, *command], cwd=cwd, capture_output=True, text=True, check=False,
        env={**os.environ, **path},
    )  # fmt: skip


def test_a_root_that_is_data_only_is_built_by_what_is_shipped(root: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    (root / "hook.py").write_text(RUNS.format(str(ran)), encoding="utf-8")
    shipped = resources.shipped("mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{shipped}\nhooks: [hook.py]\n", encoding="utf-8")
    shutil.copytree(resources.shipped("theme"), root / "theme")
    labels = root / "content" / "labels" / "en.yml"
    text = labels.read_text(encoding="utf-8")
    labels.write_text(text.replace("editors.star: In place", "editors.star: Spoilt"), "utf-8")
    command = ("-m", "generator", "build", "--no-pdf", "--jobs", "1")
    built = run(*command, "--data-only", cwd=root)
    assert built.returncode == 0, built.stderr
    assert "theme, mkdocs.yml, content/labels of the package" in built.stderr
    assert not ran.exists()
    page = root / "build" / "site" / "editors" / "index.html"
    assert "Spoilt" not in page.read_text(encoding="utf-8")
    built = run(*command, cwd=root)
    assert built.returncode == 0, built.stderr
    assert ran.exists(), "without the option the root decides"
    assert "Spoilt" in page.read_text(encoding="utf-8"), "and nothing kept hides it"


def test_a_theme_and_labels_of_a_root_are_passed_over(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "theme").mkdir()
    (root / "content" / "labels" / "en.yml").write_text("broken: [", encoding="utf-8")
    (root / "mkdocs.yml").write_text("x: 1", encoding="utf-8")
    problems = Problems()
    read_content(root, problems)
    assert {one.code.value for one in problems} > {"file-missing"}
    assert told_in_force(root) == "theme, mkdocs.yml, content/labels of this folder"
    monkeypatch.setenv(resources.ONLY_SHIPPED, "1")
    told = Problems()
    content = read_content(root, told)
    assert content is not None and content.labels["en"]
    assert [one for one in told if one.severity == "error"] == []
    assert told_in_force(root) == "theme, mkdocs.yml, content/labels of the package"


SHADOWS = ("threading", "yaml", "colorsys", "markdown", "concurrent")


def test_a_file_in_the_working_folder_is_not_imported(root: Path, tmp_path: Path) -> None:
    for name in SHADOWS:
        ran = tmp_path / f"ran-{name}"
        (root / f"{name}.py").write_text(RUNS.format(str(ran)), encoding="utf-8")
    checked = run("-m", "generator", "check", cwd=root)
    assert checked.returncode == 0, checked.stderr
    assert list(tmp_path.glob("ran-*")) == []


def test_processes_of_a_build_import_nothing_of_the_working_folder(tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    for name in ("threading", "multiprocessing", "yaml", "signal", "pickle"):
        (tmp_path / f"{name}.py").write_text(RUNS.format(str(ran)), encoding="utf-8")
    script = tmp_path / "elsewhere" / "script.py"
    script.parent.mkdir()
    script.write_text(
        "from generator.making.work import working\n"
        "from generator.making.work import Reading\n"
        "from os.path import basename\n"
        "def lot(shared, items): return [one + shared for one in items]\n"
        "if __name__ == '__main__':\n"
        "    with working(2, lambda done, total: None) as work:\n"
        "        print(work.make(lot, 1, [1, 2, 3, 4], 1, 0))\n",
        encoding="utf-8",
    )
    done = run(str(script), cwd=tmp_path)
    assert "[2, 3, 4, 5]" in done.stdout, done.stderr
    assert not ran.exists()


def test_nothing_that_is_kept_can_run() -> None:
    """Only the cluster, between machines that trust each other, speaks by pickle."""
    package = resources.PACKAGE
    named = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith(("import ", "from ")) and any(
            word in line.split() for word in ("pickle", "marshal", "shelve", "dill", "cloudpickle")
        )
    }  # fmt: skip
    assert named == set()
