"""A build goes to a new folder, an empty one or a former build; all else is refused untouched."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.outputs.store import staging
from generator.outputs.store.lock import locked
from generator.outputs.store.output_folder import (
    MARKER,
    OutputRefused,
    inputs_of,
    is_build,
    place_of,
    remove_build,
)
from generator.outputs.store.staging import Staging, place_file, staged
from generator.problems import Code, Problems
from generator.read.publication_reader import read_publication
from tests.commands import CHECKOUT, profiles
from tests.making.trees import tree


def write(output: Path, files: dict[str, bytes], *inputs: Path) -> None:
    with staged(output, inputs) as build:
        for path, content in files.items():
            build.write(path, content)
        build.take_place()


def refusal(output: Path, *inputs: Path) -> str:
    """Return why a build into an output is refused."""
    with pytest.raises(OutputRefused) as refused, staged(output, inputs):
        pass
    return str(refused.value)


# What stands where a build is to go.


def test_a_folder_that_is_no_build_is_refused_and_stays(tmp_path: Path) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "letter.txt").write_bytes(b"Dear all")
    said = refusal(letters)
    assert "letter.txt" in said
    assert "--output" in said
    assert tree(tmp_path) == {"letters/letter.txt": b"Dear all"}, "not even a lock is left"


def test_a_copy_of_a_build_stays_whatever_its_name(tmp_path: Path) -> None:
    write(tmp_path / "build", {"page": b"one"})
    for name in ("build.previous", "build.old", "build.bak"):
        write(tmp_path / name, {"page": b"mine"})
    write(tmp_path / "build", {"page": b"two"})
    for name in ("build.previous", "build.old", "build.bak"):
        assert tree(tmp_path / name) == {"page": b"mine"}


def test_a_build_within_a_build_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "build", {"page": b"one"})
    assert "beside" in refusal(tmp_path / "build" / "v1")
    assert "beside" in refusal(tmp_path / "build" / "deep" / "v1")
    assert tree(tmp_path / "build") == {"page": b"one"}


def test_new_and_empty_folders_become_builds(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "new", "deep/er"):
        write(tmp_path / name, {"page": b"one"})
        write(tmp_path / name, {"page": b"two"})
        assert tree(tmp_path / name) == {"page": b"two"}
        assert is_build(tmp_path / name)


def test_a_build_can_be_read_by_the_same_people_as_other_folders(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    write(tmp_path / "build", {"page": b"one"})
    assert (tmp_path / "build").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("name", ["", ".", "content", "content/pages", "cities/new", "theme", ".."])
def test_an_output_tied_to_an_input_is_refused(tmp_path: Path, name: str) -> None:
    root = tmp_path / "root"
    for folder in ("content/pages", "cities"):
        (root / folder).mkdir(parents=True)
    assert "which a build reads" in refusal(place_of(root / name), *inputs_of(root))


def test_an_input_is_known_through_links(tmp_path: Path) -> None:
    (tmp_path / "root" / "cities").mkdir(parents=True)
    (tmp_path / "way").symlink_to(tmp_path / "root" / "cities")
    said = refusal(place_of(tmp_path / "way" / "build"), *inputs_of(tmp_path / "root"))
    assert "which a build reads" in said


@pytest.mark.parametrize("name", ["build", "build.next-replaced", ".build.before"])
def test_a_link_is_never_built_through(tmp_path: Path, name: str) -> None:
    write(tmp_path / "elsewhere", {"page": b"old"})
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    assert "is a link" in refusal(place_of(tmp_path / "build"))
    assert tree(tmp_path / "elsewhere") == {"page": b"old"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "build").write_bytes(b"text")
    assert "is a file" in refusal(tmp_path / "build")


def test_only_builds_and_empty_folders_are_deleted(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"Dear all")
    remove_build(tmp_path)
    assert (tmp_path / "letter.txt").exists()
    write(tmp_path / "build", {"site/page": b"one"})
    remove_build(tmp_path / "build")
    assert not (tmp_path / "build").exists()


def test_left_overs_of_killed_builds_go_and_only_they(tmp_path: Path) -> None:
    for name in ("build.next-0123abcd", "build.next-generation"):
        (tmp_path / name).mkdir()
        (tmp_path / name / MARKER).touch()
    (tmp_path / "build.next-01234567").mkdir()
    (tmp_path / "build.next-01234567" / "mine").touch()
    write(tmp_path / "build", {"page": b"one"})
    left = sorted(path.name for path in tmp_path.glob("build.next-*"))
    assert left == ["build.next-01234567", "build.next-generation"]


@pytest.mark.parametrize("name", ["content", "cities", "theme", "build", "build.next-0123abcd"])
def test_the_check_refuses_links_in_the_root(root: Path, name: str) -> None:
    if (root / name).exists():
        (root / name).rename(root / "moved")
    (root / name).symlink_to(root / "moved")
    problems = Problems()
    read_publication(root, problems)
    assert (Code.FILE_LINK, name) in [(one.code, one.place.file) for one in problems]


# What is written into it.


@pytest.mark.parametrize(
    "path", ["../page", "/page", "site/../../page", "site//page", "site/./page", "a\\b", "C:/page"]
)
def test_no_path_leads_out_of_the_build(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputRefused, match="leads out"):
        write(tmp_path / "build", {path: b"x"})
    assert not (tmp_path / "build").exists()


def test_what_comes_from_another_machine_is_placed_within_the_build(tmp_path: Path) -> None:
    with pytest.raises(OutputRefused, match="leads out"):
        place_file(tmp_path / "next", tmp_path / "build", "../page", b"x")
    assert not (tmp_path / "page").exists()


@pytest.mark.parametrize(
    ("first", "second"),
    [("site/page", "site/page"), ("site/page", "site/Page"), ("site/\u00e9", "site/e\u0301")],
)
def test_no_two_files_have_one_path(tmp_path: Path, first: str, second: str) -> None:
    write(tmp_path / "build", {"page": b"old"})
    with pytest.raises(OutputRefused) as refused, staged(tmp_path / "build") as build:
        build.write(first, b"one")
        build.write(second, b"two")
    assert first in str(refused.value)
    assert second in str(refused.value)
    assert tree(tmp_path / "build") == {"page": b"old"}


@pytest.mark.parametrize("damage", ["missing", "cut", "foreign"])
def test_what_was_written_is_compared_before_the_exchange(tmp_path: Path, damage: str) -> None:
    write(tmp_path / "build", {"page": b"old", "same": b"same"})
    with pytest.raises(OutputRefused, match="page"), staged(tmp_path / "build") as build:
        build.write("page", b"new page")
        build.write("same", b"same")
        page = build.folder / "page"
        if damage == "missing":
            page.unlink()
        elif damage == "cut":
            page.write_bytes(b"new")
        else:
            page.with_name("page2").write_bytes(b"foreign")
        build.take_place()
    assert tree(tmp_path / "build") == {"page": b"old", "same": b"same"}


# One build at a time.


def test_a_second_build_is_refused_and_touches_nothing(tmp_path: Path) -> None:
    write(tmp_path / "build", {"page": b"old"})
    with staged(tmp_path / "build") as first:
        first.write("page", b"first")
        assert "is running" in refusal(tmp_path / "build")
        assert (first.folder / "page").exists()
        first.take_place()
    assert tree(tmp_path / "build") == {"page": b"first"}
    write(tmp_path / "build", {"page": b"second"})


def test_the_lock_of_a_killed_build_is_free(tmp_path: Path) -> None:
    held = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from generator.outputs.store.lock import locked\n"
        "with locked(Path(sys.argv[1])):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    code = [sys.executable, "-c", held, str(tmp_path / "build")]
    ended = subprocess.run(code, check=False, env={**os.environ, "PYTHONPATH": str(CHECKOUT)})
    assert ended.returncode == -9
    with locked(tmp_path / "build"):
        pass


# What the machine refuses.


def test_a_rename_that_fails_gives_the_old_build_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "build", {"page": b"old"})
    monkeypatch.setattr("generator.outputs.store.exchange._exchange_in_kernel", lambda *two: False)
    rename = Path.rename

    def refuse(source: Path, target: Path) -> Path:
        if ".next-" in source.name and source.name != "build.next-replaced":
            raise OSError("no room")
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="no room"):
        write(tmp_path / "build", {"page": b"new"})
    assert tree(tmp_path / "build") == {"page": b"old"}
    assert not (tmp_path / "build.next-replaced").exists()


def test_the_command_says_what_is_refused(root: Path) -> None:
    (root / "letters").mkdir()
    (root / "letters" / "letter.txt").write_bytes(b"Dear all")
    (root / "file").write_bytes(b"text")
    before = tree(root)
    for output, word in {
        "letters": "letter.txt",
        ".": "which a build reads",
        "file/below": "cannot be written",
    }.items():
        refused = profiles("build", "--no-pdf", "--output", output, cwd=root)
        assert refused.returncode == 1, output
        assert word in refused.stderr, output
        assert "Nothing was built" in refused.stderr
        assert "Traceback" not in refused.stderr
    assert tree(root) == before


def test_a_build_by_the_command_follows_no_link_of_the_root(root: Path, tmp_path: Path) -> None:
    """git accepts a link named `build`, which the pattern `/build/` of `.gitignore` passes by."""
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "letter.txt").write_bytes(b"Dear all")
    for name in ("build", "build.next"):
        (root / name).symlink_to(letters, target_is_directory=True)
        refused = profiles("build", "--no-pdf", cwd=root)
        assert refused.returncode == 1
        assert "link" in refused.stderr
        assert "Traceback" not in refused.stderr
        assert tree(letters) == {"letter.txt": b"Dear all"}
        (root / name).unlink()


def test_a_full_disk_ends_with_a_message(root: Path) -> None:
    """Files may have 20 kB only: what is larger meets the error of a full disk."""
    write(root / "build", {"page": b"old"})
    limited = (
        "import resource, sys\nresource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "from generator.commands import main\nsys.argv[1:] = ['build', '--no-pdf', '--jobs', '1']\n"
        "main()\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", limited],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert "cannot be written" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert tree(root / "build") == {"page": b"old"}
    assert list(root.glob("build.next-*")) == []


# Nothing can be refused to the superuser, as whom some runners work; where the test is skipped,
# the full disk above takes the same way to the same message.
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="the superuser, and systems without rights of this kind, write into any folder",
)
def test_a_folder_without_the_right_to_write_ends_with_a_message(root: Path) -> None:
    root.chmod(0o555)
    ended = profiles("build", "--no-pdf", cwd=root)
    root.chmod(0o755)
    assert ended.returncode == 1
    assert "cannot be written" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_error_of_the_system_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(staging.Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "build", {"page": b"x"})
    assert tree(tmp_path) == {".build.lock": b""}


def test_a_file_of_the_former_build_is_counted_once(tmp_path: Path) -> None:
    write(tmp_path / "build", {"page": b"old"})
    build = Staging(tmp_path / "build")
    build.adopt("page", 3, taken=True)
    with pytest.raises(OutputRefused):
        build.adopt("page", 3, taken=True)
    with pytest.raises(OutputRefused):
        build.write("page", b"new")
