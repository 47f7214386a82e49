"""Mistakes that editors make, and what they ought to be told: each of the files of `mistakes/`.

The README of that folder explains the form of a case. The city is the largest of the fictitious
ones, with few of its figures; all other cities and most of the library are left out, so that a
check is quick. A case that is `known` fails today; who mends it takes the mark off.
"""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editing.demonstration import write_demonstration
from generator.making.checking import check
from generator.problems import Place, Problem, Severity
from generator.problems.render import load_messages, sentence_of
from generator.read.yaml_mending import LOADER
from tests.roots import shorten_library

CORPUS = Path(__file__).parent / "mistakes"
CITY = "sampleford"
TWINS = ("mockbridge", "placeholm")
REQUIRED = ("city.yml", "sources.csv", "observations.csv")
FIGURES = (
    "observable,",
    "household-internet-access,",
    "unemployment-rate,",
    "water-supply-loss,",
    "air-pollution.",
    "transportation-mode-share.",
    "ghg-emissions,",
    "solid-waste-",
    "life-expectancy,",
    "allotment-gardens,",
    "library-visits.",
)
"""How the rows of the observations that are kept begin."""

MESSAGES = load_messages("en")

Case = Mapping[str, Any]


@dataclass(frozen=True)
class Base:
    """A valid publication of one city, and what the check says of it."""

    root: Path
    standing: tuple[Problem, ...]


@cache
def read_cases() -> list[Case]:
    texts = (file.read_text(encoding="utf-8") for file in sorted(CORPUS.glob("*.yml")))
    return [case for text in texts for case in yaml.load(text, Loader=LOADER)]


def marked(case: Case) -> Any:
    """Return a case as a parameter; it must fail if it is known to."""
    known = case.get("known")
    marks = [pytest.mark.xfail(strict=True, reason=known)] if known else []
    return pytest.param(case, id=case["case"], marks=marks)


def make_base(root: Path) -> Base:
    """Write the publication that the mistakes are made in."""
    write_demonstration(root)
    for folder in (root / "cities").iterdir():
        if folder.name != CITY:
            _empty(folder, keep=REQUIRED if folder.name in TWINS else ())
    for city, rows in {CITY: FIGURES, **dict.fromkeys(TWINS, FIGURES[:1])}.items():
        path = root / "cities" / city / "observations.csv"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if line.startswith(rows)), encoding="utf-8")
    shutil.rmtree(root / "content" / "editions")  # which printed the figures that are left out
    _await_approval(root / "cities" / CITY / "approval.yml")
    shorten_library(root)
    standing = (*judged(root, alone=True), *judged(root, alone=False), *check(root).problems)
    return Base(root, standing)


def _await_approval(path: Path) -> None:
    """Take back that the city has approved its files: every mistake would end that."""
    text = path.read_text(encoding="utf-8").replace("state: approved", "state: review")
    path.write_text(text.partition("content:")[0], encoding="utf-8")


def judged(root: Path, alone: bool) -> tuple[Problem, ...]:
    """Return what the check says of the city; but for `alone` of `content/`, too."""
    return check(root, [CITY], alone=alone).problems


def _empty(folder: Path, keep: tuple[str, ...]) -> None:
    """Delete what is not kept, and the folder too if it is empty then."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        elif path.name not in keep:
            path.unlink()
    if not keep:
        folder.rmdir()


def path_of(file: str) -> str:
    """Return a path below the root; what a case names plainly lies in the folder of the city."""
    return file if file.startswith(("content/", "cities/")) else f"cities/{CITY}/{file}"


@contextmanager
def edited(root: Path, edits: list[Case]) -> Iterator[None]:
    """Make the edits of a case, and undo them afterwards."""
    files = {file for edit in edits for file in (edit["file"], edit.get("rename")) if file}
    with restored([root / path_of(file) for file in files]):
        for edit in edits:
            _make(root / path_of(edit["file"]), edit, root)
        yield


@contextmanager
def restored(paths: Iterable[Path]) -> Iterator[None]:
    """Give files back what they hold, or take them away again, at the end."""
    before = {path: path.read_bytes() if path.is_file() else None for path in paths}
    try:
        yield
    finally:
        for path, data in before.items():
            if data is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(data)


def _make(path: Path, edit: Case, root: Path) -> None:
    if "rename" in edit:
        path.rename(_with_folder(root / path_of(edit["rename"])))
    elif "delete" in edit:
        path.unlink()
    elif "bytes" in edit:
        _with_folder(path).write_bytes(bytes.fromhex(edit["bytes"]))
    else:
        text = edit["write"] if "write" in edit else _changed(path.read_bytes().decode(), edit)
        _with_folder(path).write_bytes(text.encode(edit.get("encoding", "utf-8")))


def _with_folder(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _changed(text: str, edit: Case) -> str:
    """Return a text with the replacement of an edit, and with what it appends."""
    old = edit.get("replace", "")
    assert old in text, old
    changed = text.replace(old, edit.get("by", ""), -1 if edit.get("every") else 1) if old else text
    return changed + edit.get("append", "")


def new_problems(base: Base, case: Case) -> list[Problem]:
    """Return what the check says beyond what it says of the valid publication.

    Only a case that changes `content/` needs it judged, and one `across` all cities.
    """
    across = case.get("across")
    found = check(base.root).problems if across else judged(base.root, of_city_alone(case))
    new = Counter(map(_sameness, found)) - Counter(map(_sameness, base.standing))
    return [problem for problem in found if _sameness(problem) in new]


def of_city_alone(case: Case) -> bool:
    return not case.get("across") and not any(
        edit["file"].startswith("content/") for edit in case["edit"]
    )


def _sameness(problem: Problem) -> tuple[str, ...]:
    return (problem.code.value, problem.place.file, problem.found, problem.expected)


def lacking(root: Path, case: Case, found: list[Problem]) -> list[str]:
    """Return what an editor ought to be told and is not, and what is said beyond it."""
    open_problems, faults = list(found), []
    for expected in case["expect"]:
        near = [(judge(root, case, expected, problem), problem) for problem in open_problems]
        marks, problem = min(near, key=lambda each: len(each[0]), default=(["not stopped"], None))
        faults += marks
        if problem is not None:
            open_problems.remove(problem)
    if not case.get("more"):
        faults += [f"said beside it: {said(problem)}" for problem in open_problems]
    return faults


def judge(root: Path, case: Case, expected: Case, problem: Problem) -> list[str]:
    """Return in what a problem differs from the expected one: the fewer, the nearer."""
    place, faults = problem.place, []
    file = path_of(expected.get("file", case["edit"][0]["file"]))
    error = problem.severity is Severity.ERROR
    if error != (expected.get("severity", "error") == "error"):
        faults.append(f"severity: {problem.severity.value}")
    if place.file != file:
        faults.append(f"file: {place.file}")
    if "line" in expected and place.line != line_of(root / file, expected["line"]):
        faults.append(f"line: {place.line}")
    if "column" in expected and expected["column"] != name_of(place):
        faults.append(f"column: {place.field}")
    sentence = said(problem)
    faults += [f"{word} is not in: {sentence}" for word in expected["says"]
               if not any(each in sentence for each in word.split("|"))]  # fmt: skip
    return faults


def line_of(path: Path, wanted: int | str) -> int:
    """Return the number of the first line that holds a text."""
    if isinstance(wanted, int):
        return wanted
    lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    return next(number for number, line in enumerate(lines, 1) if wanted in line)


def name_of(place: Place) -> str:
    """Return a column, or the last name in a path of keys; numbers of list entries are none."""
    field = place.field
    if place.file.endswith(".csv"):
        return field or ""
    return next((name for name in reversed((field or "").split(".")) if not name.isdigit()), "")


def said(problem: Problem) -> str:
    return sentence_of(problem, MESSAGES)


def test_the_publication_of_the_mistakes_has_none(base: Base) -> None:
    found = judged(base.root, alone=False)
    assert not [problem for problem in found if problem.severity is not Severity.NOTE]


@pytest.mark.parametrize("case", [marked(case) for case in read_cases()])
def test_an_editor_is_told(case: Case, base: Base) -> None:
    with edited(base.root, case["edit"]):
        assert lacking(base.root, case, new_problems(base, case)) == []


def test_every_case_has_a_name_of_its_own() -> None:
    names = Counter(case["case"] for case in read_cases())
    assert [name for name, count in names.items() if count > 1] == []
