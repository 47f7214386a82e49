"""No file ends a reader: whatever stands in it, problems are told, soon, and can be shown.

What once did otherwise is kept in `corpus/`, a file each, named by the kind that it was read as.
"""

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.making.checking import check
from generator.model.files import CITY_FILES, CONTENT_FILES, FileKind
from generator.problems import Problem
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages
from tests.draws import draws
from tests.read.fuzzed import EDITS, edited, kinds_of, read_as
from tests.roots import CHECKOUT

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())
LONGEST_S = 2.0
MESSAGES = load_messages("en")
KINDS = {kind.pattern.replace("/", "_").replace("*", "x"): kind
         for kind in (*CONTENT_FILES, *CITY_FILES)}  # fmt: skip


def judged(kind: FileKind, path: Path, root: Path) -> list[Problem]:
    begin = time.process_time()
    problems = read_as(kind, path, root)
    assert time.process_time() - begin < LONGEST_S
    for form in FORMATS:
        FORMATS[form](problems, MESSAGES)
    return problems


@pytest.mark.parametrize("kept", CORPUS, ids=lambda path: path.name)
def test_what_once_ended_a_reader_is_a_problem(kept: Path, tmp_path: Path) -> None:
    name, _, _ = kept.name.partition("~")
    path = tmp_path / ("file.png" if "." not in name else f"file.{name.rpartition('.')[2]}")
    path.write_bytes(kept.read_bytes())
    assert judged(KINDS[name], path, tmp_path)


@pytest.mark.deep
def test_any_file_changed_anywhere_is_read(fictitious: Path, tmp_path: Path) -> None:
    files = kinds_of(fictitious)

    @settings(max_examples=draws(20_000), database=None, derandomize=True,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.sampled_from(files), EDITS)
    def read(file: tuple[Path, FileKind], edits: list[tuple[float, int, bytes]]) -> None:
        path, kind = file
        changed = tmp_path / path.name
        changed.write_bytes(edited(path.read_bytes(), edits))
        judged(kind, changed, tmp_path)
        changed.unlink()

    read()


# It is built for no other machine; the tests above change the same files without it, at random.
@pytest.mark.deep
@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris is made for Linux (x86_64) only"
)
def test_no_file_that_reaches_another_line_ends_a_reader(fictitious: Path, tmp_path: Path) -> None:
    from tests.read.guided import seed_of

    begin = tmp_path / "begin"
    begin.mkdir()
    for number, (path, kind) in enumerate({kind: (path, kind) for path, kind
                                           in kinds_of(fictitious)}.values()):  # fmt: skip
        (begin / str(number)).write_bytes(seed_of(kind.pattern, path.read_bytes()[:20_000]))
    for kept in CORPUS:
        kind = KINDS[kept.name.partition("~")[0]]
        (begin / kept.name).write_bytes(seed_of(kind.pattern, kept.read_bytes()))
    done = subprocess.run(
        [sys.executable, "-m", "tests.read.guided", str(begin), f"-atheris_runs={draws(20_000)}",
         f"-artifact_prefix={tmp_path}/"],
        cwd=CHECKOUT, env={**os.environ, "PYTHONPATH": str(CHECKOUT)}, capture_output=True,
        text=True, errors="replace", check=False, timeout=3000,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]


@pytest.mark.deep
def test_any_file_of_a_city_changed_anywhere_is_judged(root: Path) -> None:
    """Rules across files meet what the readers let through."""
    files = [path for path in sorted((root / "cities" / "rana").rglob("*")) if path.is_file()]

    @settings(max_examples=draws(400), database=None, derandomize=True,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(st.sampled_from(files), EDITS)
    def read(path: Path, edits: list[tuple[float, int, bytes]]) -> None:
        before = path.read_bytes()
        path.write_bytes(edited(before, edits))
        try:
            checked = check(root, ["rana"], alone=True)
            FORMATS["text"](checked.problems, MESSAGES)
        finally:
            path.write_bytes(before)

    read()
