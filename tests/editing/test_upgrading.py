"""`profiles upgrade` adds what is missing, changes nothing else, and finds nothing twice."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import profiles as command
from generator.editing.own_publication import LEDGER, write_publication
from generator.making.checking import check
from tests.making.trees import tree

LABELS = "content/labels/en.yml"
WORDS = "content/framework/vocabularies.csv"
SOURCES = "content/framework/sources.csv"
FLAGS = "content/framework/flags.csv"
CHECK = ".github/workflows/check.yml"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    write_publication(tmp_path / "own")
    return tmp_path / "own"


def run(root: Path) -> Result:
    return CliRunner().invoke(command, ["upgrade", "--root", str(root)])


def take_out(path: Path, start: str, end: str = "\n") -> bytes:
    """Take out the lines that begin so; return what is left, as it is written."""
    lines = path.read_bytes().decode().splitlines(keepends=True)
    kept = "".join(line for line in lines if not line.startswith(start)).replace("\n", end)
    path.write_bytes(kept.encode())
    return kept.encode()


def test_nothing_is_written_where_nothing_is_missing(own: Path) -> None:
    before = tree(own)
    result = run(own)
    assert (result.exit_code, result.output) == (0, "Nothing to write: nothing is missing\n")
    assert tree(own) == before


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_a_newer_generator_added_goes_below_what_is_there(own: Path, end: str) -> None:
    before = {
        LABELS: take_out(own / LABELS, "count.indicators:", end),
        WORDS: take_out(own / WORDS, "project-stage,", end),
        SOURCES: take_out(own / SOURCES, "eurostat-flags,", end),
    }
    (own / FLAGS).unlink()
    result = run(own)
    assert result.exit_code == 0, result.output
    for file, old in before.items():
        new = (own / file).read_bytes()
        assert new.startswith(old) and len(new) > len(old)
        assert new.count(b"\r\n") == (new.count(b"\n") if end == "\r\n" else 0)
        assert f"{file}: completed" in result.output
    assert f"{FLAGS}: added" in result.output
    assert "+project-stage,concept,Concept,1," in result.output
    assert check(own).faults == ()
    after = tree(own)
    assert "Nothing to write" in run(own).output
    assert tree(own) == after


def test_a_label_without_a_line_end_stays_a_line(own: Path) -> None:
    path = own / LABELS
    take_out(path, "search-none:")
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert run(own).exit_code == 0
    assert check(own).faults == ()


def test_files_are_renewed_that_stand_as_they_were_written(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "Makefile").write_text("# of the publisher\n", encoding="utf-8")
    (own / ".github" / "CODEOWNERS").unlink()
    newer = {CHECK: b"newer\n", "Makefile": b"newer\n", ".github/CODEOWNERS": b"newer\n",
             "tools/new.txt": b"newer\n"}  # fmt: skip
    monkeypatch.setattr("generator.editing.upgrading.repository_files", lambda: newer)
    result = run(own)
    assert (own / CHECK).read_bytes() == (own / "tools" / "new.txt").read_bytes() == b"newer\n"
    assert (own / "Makefile").read_text(encoding="utf-8") == "# of the publisher\n"
    assert not (own / ".github" / "CODEOWNERS").exists()
    assert f"{CHECK}: renewed" in result.output
    assert "tools/new.txt: added" in result.output
    assert "Makefile: left as it is" in result.output
    after = tree(own)
    run(own)
    assert tree(own) == after


def test_what_cannot_be_read_is_left_and_named(own: Path) -> None:
    (own / LABELS).write_bytes(b"broken: [\n")
    (own / WORDS).write_bytes(b'vocabulary,id,name,position,source\nmean,"x\n')
    (own / CHECK).write_bytes(b"\xff\xfe")
    (own / LEDGER).write_bytes(b'"open\n')
    before = tree(own)
    result = run(own)
    assert result.exit_code == 0, result.output
    for file in (LABELS, LEDGER):
        assert f"{file}: left as it is" in result.output
    assert {name: data for name, data in tree(own).items() if name in before} == before


def test_nothing_is_written_through_a_link(own: Path, tmp_path: Path) -> None:
    take_out(own / LABELS, "search-none:")
    (own / "content" / "labels").rename(tmp_path / "elsewhere")
    (own / "content" / "labels").symlink_to(tmp_path / "elsewhere")
    before = tree(tmp_path / "elsewhere")
    result = run(own)
    assert result.exit_code == 1
    assert "is a link" in result.output
    assert tree(tmp_path / "elsewhere") == before


def test_a_folder_that_is_no_publication_is_said(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
