"""Broken cities with one mistake each: what the check says, and where.

A case changes files of the valid city `teststadt`: `files` by text (null removes one), `bytes`
in hexadecimal digits, `repeat` by a text with `{}` filled many times, `links` by their target.
`content` changes a file of the framework: each `from` becomes `to`, and its problems are listed.
`problems` lists all that the check must say about the folder, by line and column where given;
`replaced` is what a program may write.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checks import (
    CITY_RULES,
    RULES_ACROSS,
    apply_rules,
    apply_waivers,
)
from generator.checks.content_rules import CONTENT_RULES
from generator.problems import Problem, Problems, sort_problems
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages, message_of
from generator.read import publication_reader
from generator.read.folder_contents import FolderContents, read_folder
from generator.read.publication_reader import read_publication

HERE = Path(__file__).parent
MESSAGES = load_messages("en")
OPEN_WORD = re.compile(r"\{[a-z_]+\}")
CASES = sorted((HERE / "problems").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_check_says_what_is_wrong_and_where(
    path: Path, publication_root: Path, shipped: FolderContents, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    name = case.get("folder", "teststadt")
    if "content" not in case:
        monkeypatch.setattr(publication_reader, "read_folder", keeping(shipped))
    make_city(publication_root / "cities", name, case)
    with changed_content(publication_root / "content", case.get("content", {})):
        places = (f"cities/{name}", *(f"content/{file}" for file in case.get("content", {})))
        found, waived = check(publication_root, places)
    assert_same(found, case["problems"], f"cities/{name}")
    assert waived == case.get("waived", 0)
    assert_rendered(found)


def keeping(shipped: FolderContents) -> Callable[..., FolderContents]:
    """Return the reader of folders that reads all but the shipped content anew."""

    def read(folder: Path, *rest: Any) -> FolderContents:
        return shipped if folder == shipped.folder else read_folder(folder, *rest)

    return read


def make_city(cities: Path, name: str, case: Mapping[str, Any]) -> None:
    """Write the valid city with the changes of a case, as the only one."""
    shutil.rmtree(cities, ignore_errors=True)
    folder = cities / name
    shutil.copytree(HERE / "teststadt", folder)
    for file, text in case.get("files", {}).items():
        if text is None:
            (folder / file).unlink()
        else:
            write(folder / file, text.encode())
    for file, digits in case.get("bytes", {}).items():
        write(folder / file, bytes.fromhex(digits))
    for file, filled in case.get("repeat", {}).items():
        text = filled["text"].replace("{}", filled["fill"] * filled["times"])
        write(folder / file, text.encode())
    for file, target in case.get("links", {}).items():
        (folder / file).symlink_to(target)


@contextmanager
def changed_content(content: Path, changes: Mapping[str, Mapping[str, str]]) -> Iterator[None]:
    """Change files of the framework, and restore them afterwards."""
    before = {file: (content / file).read_text(encoding="utf-8") for file in changes}
    for file, change in changes.items():
        assert before[file].count(change["from"]) == 1, file
        write(content / file, before[file].replace(change["from"], change["to"]).encode())
    try:
        yield
    finally:
        for file, text in before.items():
            write(content / file, text.encode())


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def check(root: Path, places: tuple[str, ...]) -> tuple[list[Problem], int]:
    """Return the problems of some files and folders, and how many warnings are waived."""
    problems = Problems()
    publication = read_publication(root, problems)
    assert publication is not None
    apply_rules((*CONTENT_RULES, *CITY_RULES, *RULES_ACROSS), publication, problems)
    standing, waived = apply_waivers(publication, problems)
    return [p for p in sort_problems(standing) if p.place.file.startswith(places)], waived


def assert_same(found: list[Problem], expected: list[dict[str, str]], folder: str) -> None:
    listed = [shown(problem, folder) for problem in found]
    wanted = [
        next((one for one in listed if matches(one, case)), {"not found": str(case)})
        for case in expected
    ]
    order = sorted(range(len(wanted)), key=lambda index: str(wanted[index]))
    assert sorted(map(str, listed)) == [str(wanted[index]) for index in order]


def shown(problem: Problem, folder: str) -> dict[str, str]:
    place = problem.place
    file = place.file.removeprefix(folder).lstrip("/") or "."
    numbers = [str(number) for number in (place.line, place.column) if number]
    return {
        "at": ":".join([file, *numbers]),
        "code": problem.code.value,
        "severity": problem.severity.value,
        "field": place.field or "",
        "found": problem.found,
        "expected": problem.expected,
        "hint": message_of(problem, "hint", MESSAGES),
        "replaced": " ".join(f"{one.old or '(blank)'}→{one.new}" for one in problem.replacements),
    }


def matches(one: Mapping[str, str], case: Mapping[str, str]) -> bool:
    """Return whether a problem is the one of a case; a place may leave out the column."""
    place = one["at"] == case["at"] or one["at"].startswith(f"{case['at']}:")
    return place and all(one[key] == case[key] for key in case if key != "at")


def assert_rendered(problems: list[Problem]) -> None:
    """Every format can say it, and no word of a message is left open."""
    for form in FORMATS.values():
        text = form(problems, MESSAGES, waived=0)
        for problem in problems:
            if problem.code == "label-placeholder":  # its hint quotes what a label may hold
                text = text.replace(problem.expected, "")
        assert not OPEN_WORD.search(text)
        assert '""' not in text or form is FORMATS["json"] or form is FORMATS["sarif"]
