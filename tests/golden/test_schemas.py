"""Schemas and check agree: on every YAML file of the golden cases, and on all that is shipped."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.checks.references import Names
from generator.making.describing import write_schemas_of
from generator.model.files import CITY_FILES, CONTENT_FILES, FileKind
from generator.outputs.data.file_schemas import schema_of
from generator.problems import Problems, Severity
from generator.read.publication_reader import read_content
from tests.golden.test_problems import CASES
from tests.roots import CHECKOUT

STRUCTURE = {"yaml-key-unknown", "yaml-key-missing", "yaml-type", "reference-unknown"}
"""Codes of what stands wrong in a file by itself, which a schema tells as well."""

Validators = Mapping[str, Draft202012Validator]


class Core(yaml.SafeLoader):
    """Reads scalars as the core schema of YAML 1.2 does, as editors of text do."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)
Core.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^(?:0|[-+]?[1-9][0-9]*)$"), list("-+0123456789")
)


@pytest.fixture(scope="module")
def validators() -> Validators:
    publication = read_content(CHECKOUT, Problems())
    assert publication is not None
    known = Names(publication).known
    schemas = {
        (base, kind.pattern): schema_of(kind, known)
        for base, kinds in (("cities", CITY_FILES), ("content", CONTENT_FILES))
        for kind in kinds
        if kind.table is None
    }
    return {
        f"{base} {pattern}": Draft202012Validator(schema)
        for (base, pattern), schema in schemas.items()
        if schema
    }


def test_the_command_writes_them_with_the_words_of_the_framework(tmp_path: Path) -> None:
    count, problems = write_schemas_of(CHECKOUT, tmp_path)
    assert not [one for one in problems if one.severity is Severity.ERROR]
    settings = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))
    files = [Path(urlparse(name).path) for name in settings["yaml.schemas"]]
    assert len(files) == count > 10
    assert all(file.is_file() for file in files)
    city = json.loads((tmp_path / "city" / "city.schema.json").read_text(encoding="utf-8"))
    assert "KZ" in city["properties"]["country"]["enum"]
    rows = json.loads((tmp_path / "city" / "observations.schema.json").read_text(encoding="utf-8"))
    words = {one["name"]: one.get("constraints", {}).get("enum") for one in rows["fields"]}
    assert words["comparability"] == ["exact", "near", "proxy"]
    assert words["observable"] is None


def kind_of(name: str, kinds: tuple[FileKind, ...]) -> str | None:
    return next((kind.pattern for kind in kinds if kind.matches(name)), None)


def faults(validators: Validators, base: str, name: str, text: str) -> list[str]:
    """Return what the schema of a file says of its text."""
    pattern = kind_of(name, CITY_FILES if base == "cities" else CONTENT_FILES)
    validator = validators.get(f"{base} {pattern}")
    if validator is None:
        return []
    found = validator.iter_errors(yaml.load(text, Core))
    return [f"{'.'.join(map(str, one.absolute_path))}: {one.message[:200]}" for one in found]


def shipped() -> Iterator[tuple[str, str, Path]]:
    for path in sorted((CHECKOUT / "cities").glob("*/**/*.yml")):
        yield "cities", path.relative_to(CHECKOUT / "cities").as_posix().split("/", 1)[1], path
    for path in sorted((CHECKOUT / "content").glob("**/*.yml")):
        yield "content", path.relative_to(CHECKOUT / "content").as_posix(), path


def test_what_is_shipped_satisfies_its_schemas(validators: Validators) -> None:
    said = {
        f"{base}/{path.name}": found
        for base, name, path in shipped()
        if (found := faults(validators, base, name, path.read_text(encoding="utf-8")))
    }
    assert said == {}


def written(case: Mapping[str, Any]) -> dict[str, str]:
    """Return the YAML files that a case writes, if they can be parsed."""
    found = {}
    for name, text in case.get("files", {}).items():
        if text and name.endswith(".yml"):
            try:
                yaml.load(text, Core)
            except (yaml.YAMLError, ValueError, RecursionError):
                continue
            found[name] = text
    return found


def cases() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for path in CASES:
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "content" not in case and written(case):
            yield path.stem, case


WITH_YAML = dict(cases())


@pytest.mark.parametrize("name", WITH_YAML)
def test_schema_and_check_agree(name: str, validators: Validators) -> None:
    case = WITH_YAML[name]
    said = case["problems"]
    for file, text in written(case).items():
        codes = {one["code"] for one in said if str(one["at"]).startswith(f"{file}:")}
        found = faults(validators, "cities", file, text)
        if not codes:
            assert found == [], file
        if codes & STRUCTURE:
            assert found != [], (file, codes)
