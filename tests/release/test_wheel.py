"""The wheel alone: outside the repository it makes, checks, builds and verifies a publication."""

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.editing.own_publication import SHIPPED
from generator.resources import ABOUT_SECURITY
from tests.release.__main__ import build

pytestmark = pytest.mark.deep


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build(folder, 1_700_000_000)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the command of an environment with the wheel, and libraries of this environment."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False)
    folder = "Scripts" if os.name == "nt" else "bin"
    python = place / folder / "python"
    pip = [sys.executable, "-m", "pip", "--quiet", "--python", str(python)]
    subprocess.run([*pip, "install", "--no-index", "--no-deps", str(wheel)], check=True)
    here = sysconfig.get_path("purelib")
    there = Path(sysconfig.get_path("purelib", vars={"base": str(place)}))
    (there / "libraries.pth").write_text(f"{here}\n", encoding="utf-8")
    yield place / folder / "profiles"


def run(command: Path, *arguments: str, cwd: Path) -> str:
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([str(command), *arguments], cwd=cwd, env=own, capture_output=True,
                          text=True, check=False, timeout=500)  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_is_the_same_each_time(wheel: Path, tmp_path: Path) -> None:
    build(tmp_path, 1_700_000_000)
    assert next(tmp_path.glob("*.whl")).read_bytes() == wheel.read_bytes()


def test_it_holds_what_is_written_from_it_and_no_tests(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert {f"generator/{file}" for file in (*SHIPPED.values(), *ABOUT_SECURITY)} <= names
    assert [name for name in names if name.startswith(("tests/", "cities/", "build/"))] == []


@pytest.mark.parametrize("option", ["--publication", "--demo"])
def test_it_makes_checks_builds_and_verifies(command: Path, tmp_path: Path, option: str) -> None:
    run(command, "new", option, "own", cwd=tmp_path)
    root = tmp_path / "own"
    run(command, "check", cwd=root)
    pdf = () if option == "--publication" else ("--no-pdf",)
    run(command, "build", *pdf, cwd=root)
    run(command, "verify", "build/site", cwd=root)
    assert "Nothing to write" in run(command, "upgrade", cwd=root)
    assert (root / "build" / "site" / "index.html").is_file()
