"""The statement of what a version was made from: what it names, and what it keeps to itself."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.release.provenance import (
    LOCKS,
    PREDICATE,
    SOMEWHERE,
    STATEMENT,
    public_address,
    statement,
    write_statement,
)

ROOT = Path(__file__).resolve().parents[2]
COMMIT = "0123456789abcdef0123456789abcdef01234567"
SETTINGS = {
    "REPOSITORY": "https://forge.example/a/city-profiles",
    "BUILDER": "https://forge.example/a/city-profiles/release.yml@refs/tags/v9.9.9",
    "RUN": "https://forge.example/a/city-profiles/actions/runs/1",
}


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    for name in ("b.whl", "a.csv"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return sorted(tmp_path.iterdir(), reverse=True)


def test_it_names_each_file_with_its_checksum(files: list[Path]) -> None:
    told = statement(ROOT, files, COMMIT, "v9.9.9", SETTINGS)
    assert (told["_type"], told["predicateType"]) == (STATEMENT, PREDICATE)
    assert [(one["name"], one["digest"]["sha256"]) for one in told["subject"]] == [
        (name, sha256(name.encode()).hexdigest()) for name in ("a.csv", "b.whl")
    ]


def test_it_names_commit_tag_locks_and_builder(files: list[Path]) -> None:
    told = statement(ROOT, files, COMMIT, "v9.9.9", SETTINGS)["predicate"]
    source, *locks = told["buildDefinition"]["resolvedDependencies"]
    assert source == {
        "uri": "git+https://forge.example/a/city-profiles@refs/tags/v9.9.9",
        "digest": {"gitCommit": COMMIT},
    }
    assert {one["name"]: one["digest"]["sha256"] for one in locks} == {
        name: sha256((ROOT / name).read_bytes()).hexdigest() for name in LOCKS
    }
    assert told["runDetails"] == {
        "builder": {"id": SETTINGS["BUILDER"]}, "metadata": {"invocationId": SETTINGS["RUN"]},
    }  # fmt: skip


def test_a_machine_of_ones_own_is_told_as_such(files: list[Path]) -> None:
    told = statement(ROOT, files, COMMIT, "v9.9.9", {"REPOSITORY": str(ROOT)})["predicate"]
    assert told["runDetails"] == {"builder": {"id": SOMEWHERE}, "metadata": {}}
    assert str(ROOT) not in json.dumps(told)


@pytest.mark.parametrize(
    ("given", "public"),
    [
        ("https://forge.example/a/b.git", "https://forge.example/a/b.git"),
        ("https://me:secret@forge.example/a/b?token=1", "https://forge.example/a/b"),
        ("ssh://git@forge.example/a/b", "ssh://forge.example/a/b"),
        ("git@forge.example:a/b", ""),
        ("../a", ""),
        ("file:///a/b", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_no_name_password_or_folder_is_told(given: str, public: str) -> None:
    assert public_address(given) == public


def test_the_same_is_said_twice(files: list[Path], tmp_path: Path) -> None:
    told = statement(ROOT, files, COMMIT, "v9.9.9", SETTINGS)
    write_statement(tmp_path / "one", told)
    write_statement(tmp_path / "two", json.loads(json.dumps(told)))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
