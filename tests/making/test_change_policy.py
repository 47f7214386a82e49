"""`profiles policy`: what a change may touch to be one of data only."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.commands import profiles
from generator.making.change_policy import judge_change
from tests.golden import conftest as golden

CITY = "cities/teststadt"
OWNED = ("Makefile", "mkdocs.yml", "theme/x.css", "content/publication.yml", "cities/README.md",
         ".github/workflows/x.yml", "generator/x.py", "content/editions/2027/scores.csv",
         "cities", "requirements.lock", "tests/conftest.py", "content/labels/en.yml")  # fmt: skip
ALLOWED = ("observations.csv", "city.yml", "sections/energy.md", "projects/tram.yml",
           "practices/night-bus.yml", "reviews/2026.yml", "translations/de.yml",
           "projects/tram.cash-flows.csv", "waivers.csv", "approval.yml")  # fmt: skip
UNKNOWN = ("yaml.py", "sitecustomize.py", ".gitattributes", "mkdocs.yml", "a/b/c/d/e.csv",
           "observations (1).csv", "__pycache__/x.pyc", ".github/workflows/x.yml", "images.png",
           "README.md", "images/x.svg", "images/x.html", "City.yml", "Makefile")  # fmt: skip
NAMES = ("projects/...yml", "projects/con.yml", "projects/A b.yml", "reviews/first.yml",
         "images/con.png", "images/a:b.png", "practices/x\n.yml", "sections/<b>.md")  # fmt: skip
PNG = bytes.fromhex("89504e470d0a1a0a")


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=An editor", "-c", "user.email=editor@example.org")
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-C", str(root), *who, *arguments]
    done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, **alone})
    return done.stdout.decode().strip()


@pytest.fixture
def root(tmp_path: Path, checkout: Path) -> Path:
    (tmp_path / "content").mkdir()
    shutil.copy(checkout / "content" / "publication.yml", tmp_path / "content")
    shutil.copytree(Path(golden.__file__).parent / "teststadt", tmp_path / CITY)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "change")
    return tmp_path


def commit(root: Path) -> None:
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--allow-empty", "--message=A change")


def put(root: Path, path: str, content: bytes = b"x: 1\n") -> None:
    if (root / path).is_dir():
        shutil.rmtree(root / path)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)


def codes(root: Path) -> list[str]:
    """Commit what stands there, and return what the policy says of it."""
    commit(root)
    return sorted(one.code.value for one in judge_change(root, "main", "change")[0])


@pytest.mark.parametrize("name", ALLOWED)
def test_files_of_cities_may_be_added_and_changed(root: Path, name: str) -> None:
    put(root, f"{CITY}/{name}")
    assert codes(root) == []


def test_files_of_cities_may_be_deleted_and_cities_added(root: Path) -> None:
    (root / CITY / "observations.csv").unlink()
    put(root, "cities/graz/city.yml")
    put(root, "cities/graz/images/square.png", PNG)
    assert codes(root) == []


@pytest.mark.parametrize("path", OWNED)
def test_what_is_no_data_of_a_city_is_named(root: Path, path: str) -> None:
    put(root, path)
    assert "change-outside" in codes(root)


def test_what_is_deleted_or_moved_outside_is_named(root: Path) -> None:
    (root / "content" / "publication.yml").rename(root / CITY / "indicators.yml")
    assert codes(root) == ["change-outside"]


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_not_in_the_list_of_files_is_named(root: Path, name: str) -> None:
    put(root, f"{CITY}/{name}")
    assert set(codes(root)) & {"file-unknown", "image-kind"}


@pytest.mark.parametrize("name", NAMES)
def test_names_that_cannot_be_are_named(root: Path, name: str) -> None:
    put(root, f"{CITY}/{name}", PNG if name.endswith("png") else b"x")
    assert codes(root) == ["file-name"]


@pytest.mark.parametrize("city", ["con", "Graz", "..x", ".github", "__pkg__", "index"])
def test_folders_that_cannot_be_are_named(root: Path, city: str) -> None:
    put(root, f"cities/{city}/city.yml")
    assert codes(root) == ["folder-name"]


def link(root: Path) -> None:
    (root / CITY / "waivers.csv").symlink_to("/etc/passwd")


def module(root: Path) -> None:
    head = git(root, "rev-parse", "HEAD")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{head},{CITY}/sections")


def executable(root: Path) -> None:
    (root / CITY / "observations.csv").chmod(0o755)


def program(root: Path) -> None:
    put(root, f"{CITY}/waivers.csv", b"\x7fELF\0\0")


def code_page(root: Path) -> None:
    put(root, f"{CITY}/sections/energy.md", b"\xff\xfeZ")


def large(root: Path) -> None:
    put(root, f"{CITY}/sections/energy.md", b"a" * 300_000)


def page_as_picture(root: Path) -> None:
    put(root, f"{CITY}/images/square.png", b"<script>")


def twins(root: Path) -> None:
    for name in ("square.png", "Square.png"):
        put(root, f"{CITY}/images/{name}", PNG)


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (link, "file-link"), (executable, "file-mode"), (program, "file-encoding"),
        (code_page, "file-encoding"), (large, "file-too-large"), (page_as_picture, "image-kind"),
        (twins, "file-clash"),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)  # fmt: skip
def test_what_git_stores_is_looked_at(root: Path, act: Callable[[Path], None], code: str) -> None:
    act(root)
    assert codes(root) == [code]


def test_another_repository_inside_is_a_link(root: Path) -> None:
    module(root)
    git(root, "commit", "--quiet", "--message=A module")
    assert [one.code.value for one in judge_change(root, "main", "change")[0]] == ["file-link"]


def test_what_came_to_the_base_meanwhile_is_not_of_the_change(root: Path) -> None:
    put(root, f"{CITY}/waivers.csv")
    commit(root)
    git(root, "checkout", "--quiet", "main")
    put(root, "Makefile")
    commit(root)
    problems, files = judge_change(root, "main", "change")
    assert (problems, files) == ((), 1)


APPROVAL = b"state: approved\napproved_by: A council\nrole: Body that confirms\ndate: 2026-10-01\n"


def test_an_approval_does_not_come_with_the_data_that_it_covers(root: Path) -> None:
    put(root, f"{CITY}/approval.yml", APPROVAL)
    put(root, f"{CITY}/observations.csv")
    assert codes(root) == ["approval-with-data"]


def test_an_approval_alone_or_with_other_cities_may_come(root: Path) -> None:
    put(root, f"{CITY}/approval.yml", APPROVAL)
    put(root, f"{CITY}/translations/de.yml")
    put(root, "cities/graz/observations.csv")
    assert codes(root) == []


@pytest.mark.parametrize(
    ("before", "now", "found"), [(True, False, []), (False, True, ["approval-with-data"])]
)
def test_a_role_counts_if_the_publication_declared_it_before_the_change(
    root: Path, before: bool, now: bool, found: list[str]
) -> None:
    publication = root / "content" / "publication.yml"
    with publication.open("a", encoding="utf-8") as file:
        file.write("approving_roles: [Body that confirms]\n")
    if before:
        git(root, "checkout", "--quiet", "main")
        commit(root)
        git(root, "checkout", "--quiet", "-B", "change")
    put(root, f"{CITY}/approval.yml", APPROVAL)
    put(root, f"{CITY}/observations.csv")
    assert [code for code in codes(root) if code != "change-outside"] == found
    assert now is not before


def run(root: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(profiles, ["policy", "--root", str(root), *arguments])
    return done.exit_code, done.output


def test_the_command_says_yes_or_names_each_file(root: Path) -> None:
    put(root, f"{CITY}/waivers.csv")
    commit(root)
    assert run(root, "main", "change") == (0, "Data of cities only: 1 files.\n")
    put(root, "Makefile")
    commit(root)
    status, said = run(root, "main")
    assert status == 1
    assert "Makefile  change-outside" in said
    assert "::error file=Makefile" in run(root, "main", "change", "--format", "github")[1]


@pytest.mark.parametrize("name", ["nothing", "--output=x", "-x"])
def test_a_revision_that_is_none_is_said(root: Path, name: str) -> None:
    status, said = run(root, "--", name, "change")
    assert status == 1
    assert "Traceback" not in said
