"""A version: its number and changelog, what its bill of materials lists, its checksums."""

import json
import re
import subprocess
import sys
from datetime import date
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.release.__main__ import NAME, judge_bill, write_checksums
from tests.release.bill_of_materials import bill, installed, licences, main, normal
from tests.release.changelog import HEADING, NotReady, changed_names, moved, numbered, section

ROOT = Path(__file__).resolve().parents[2]
WHEN = "2026-11-01T00:00:00Z"
TEXT = "# Changelog\n\n## Unreleased\n\n### Added\n\n- A.\n\n## 0.1.0 - 2026-10-01\n\n### Added\n"


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return bill(NAME, WHEN, installed())


def test_what_was_unreleased_gets_number_and_date() -> None:
    text = moved(TEXT, "0.2.0", date(2026, 11, 2))
    assert "## Unreleased\n\n## 0.2.0 - 2026-11-02\n\n### Added\n\n- A.\n" in text
    assert section(text, "0.2.0") == "## 0.2.0 - 2026-11-02\n\n### Added\n\n- A.\n"


@pytest.mark.parametrize(
    ("text", "version", "day"),
    [
        (TEXT, "0.1.0", date(2026, 11, 2)),
        (TEXT, "0.0.9", date(2026, 11, 2)),
        (TEXT, "0.2.0", date(2026, 9, 30)),
        (TEXT, "next", date(2026, 11, 2)),
        ("# Changelog\n\n## Unreleased\n\n## 0.1.0 - 2026-10-01\n", "0.2.0", date(2026, 11, 2)),
        ("# Changelog\n", "0.2.0", date(2026, 11, 2)),
    ],
)
def test_a_version_that_cannot_follow_is_refused(text: str, version: str, day: date) -> None:
    with pytest.raises(NotReady):
        moved(text, version, day)


def test_the_changelog_of_this_project_can_be_moved() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    days = [day for _, day in HEADING.findall(text)]
    assert days == sorted(days, reverse=True)
    assert len(re.findall("(?m)^## ", text)) == len(days) + 1
    assert section(moved(text, "99.0.0", date(2099, 1, 1)), "99.0.0")


def test_the_number_stands_in_three_files() -> None:
    texts = numbered(ROOT, "99.1.2")
    assert all(text.count("99.1.2") == 1 for text in texts.values())
    assert len(texts) == 3


def test_what_is_new_against_the_last_version_is_counted(tmp_path: Path) -> None:
    for command in (["init", "-q"], ["add", "-A"], ["-c", "user.name=a", "-c", "user.email=a@b",
                    "commit", "-qm", "a"], ["tag", "v0.1.0"]):  # fmt: skip
        if command[0] == "add":
            write(tmp_path, "a: 1\nb: 2\n")
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    write(tmp_path, "b: 2\nc: 3\n")
    assert "- Labels: 1 new (`c`); 1 gone (`a`)\n" in changed_names(tmp_path, "v0.1.0")


def write(root: Path, labels: str) -> None:
    files = {
        "content/labels/en.yml": labels,
        "generator/problems/messages/en.yml": "x: 1\n",
        "content/framework/vocabularies.csv": "vocabulary,id\nmean,a\n",
        **{f"content/framework/indicators/{name}.yml": "i: 1\n"
           for name in ("economy", "environment", "society")},
    }  # fmt: skip
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")


def test_the_bill_lists_what_is_installed_and_nothing_else(told: dict[str, Any]) -> None:
    there = {(normal(one.metadata["Name"]), one.version) for one in distributions()}
    listed = {(one["name"], one["version"]) for one in told["components"]}
    own = told["metadata"]["component"]
    assert listed | {(own["name"], own["version"])} == there
    assert (own["name"], own["version"]) not in listed


def test_it_has_the_form_of_cyclonedx(told: dict[str, Any]) -> None:
    """The schema that the makers of the format publish, and the links that it cannot judge."""
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(json.dumps(told)) is None
    assert validator.validate_str(json.dumps({**told, "serialNumber": "1"})) is not None
    refs = [one["bom-ref"] for one in [told["metadata"]["component"], *told["components"]]]
    assert len(set(refs)) == len(refs)
    linked = [one["ref"] for one in told["dependencies"]]
    assert sorted(linked) == sorted(refs)
    assert {to for one in told["dependencies"] for to in one["dependsOn"]} <= set(refs)


def test_what_the_product_needs_is_told_from_its_tools(told: dict[str, Any]) -> None:
    scope = {one["name"]: one["scope"] for one in told["components"]}
    assert (scope["jinja2"], scope["markupsafe"], scope["pytest"]) == (
        "required", "required", "excluded",
    )  # fmt: skip


def test_every_package_states_its_licence() -> None:
    assert [name for name, _, licence in licences(installed()) if not licence] == []


def test_the_same_is_said_twice(tmp_path: Path) -> None:
    for name in ("a", "b"):
        main(NAME, WHEN, str(tmp_path / name), str(tmp_path / f"{name}.csv"))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_a_bill_of_another_form_ends_the_release(told: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "bill").write_text(json.dumps({**told, "components": [{"name": "a"}]}), "utf-8")
    with pytest.raises(NotReady, match=r"no bill of CycloneDX 1\.6"):
        judge_bill(tmp_path / "bill", ROOT / "requirements.lock")


def test_a_bill_that_is_not_the_lock_ends_the_release(told: dict[str, Any], tmp_path: Path) -> None:
    kept = [one for one in told["components"] if one["name"] == "jinja2"]
    bill_of_one = {**told, "components": kept, "dependencies": []}
    (tmp_path / "bill").write_text(json.dumps(bill_of_one), encoding="utf-8")
    lock = tmp_path / "lock"
    lock.write_text(f"jinja2==3.1.6 \\\n    --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    judge_bill(tmp_path / "bill", lock)
    lock.write_text(lock.read_text("utf-8").replace("3.1.6", "3.1.7"), encoding="utf-8")
    with pytest.raises(NotReady, match="jinja2"):
        judge_bill(tmp_path / "bill", lock)


def test_checksums_are_those_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"b")
    (tmp_path / "a.txt").write_bytes(b"a")
    write_checksums(tmp_path)
    lines = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    assert lines == [f"{sha256(name.encode()).hexdigest()}  {name}.txt" for name in ("a", "b")]


def test_a_version_without_a_number_is_not_made() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.release", "none"], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("No version was made.")
    assert "none is no number" in done.stderr
