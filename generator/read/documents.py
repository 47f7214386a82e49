"""YAML trees to records: pydantic's errors become problems at the line and column they mean."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import takewhile
from pathlib import Path as FilePath
from types import GenericAlias
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from generator.model.misread_numbers import meaning_of
from generator.model.records import Document, Path, Record, references_in
from generator.problems import Code, Place, Problem, Problems, Replacement
from generator.problems.notation import scalar_replacement
from generator.read.folders import read_text, relative
from generator.read.record_shapes import form_wanted, known_keys
from generator.read.yaml_nodes import YamlTree, read_yaml

R = TypeVar("R", bound=Record)

PASSES = 4
"""Number of times that what is wrong is left out: without a key, what holds it may be wrong."""

_SHAPES = {
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
RECORD_WANTED = ("model_type", "model_attributes_type")
_KEY = "[key]"
"""How pydantic says that it is a key that cannot be read, and not its value."""
_COMMAS = {Code.NUMBER_DECIMAL_COMMA, Code.NUMBER_SEPARATOR}
_RANGES = {
    "greater_than_equal": ("ge", "least"),
    "greater_than": ("gt", "above"),
    "less_than_equal": ("le", "most"),
}


def read_document(
    path: FilePath, root: FilePath, record: type[Record], problems: Problems
) -> Document | None:
    """Return the record of a YAML file, without what is wrong in it; None if nothing is read."""
    return _read(path, root, record, record, problems)


def read_documents(
    path: FilePath, root: FilePath, record: type[Record], problems: Problems
) -> Document | None:
    """Return a file that maps ids or keys to records; `Document.record` is the mapping."""
    return _read(path, root, GenericAlias(dict, (record.keyed_by, record)), record, problems)


def _read(
    path: FilePath, root: FilePath, shape: Any, record: type[Record], problems: Problems
) -> Document | None:
    file = relative(path, root)
    text = read_text(path, root, problems)
    if text is None:
        return None
    if not text.strip():
        problems.add(Code.FILE_EMPTY, Place(file, 1))
        return None
    tree = read_yaml(text, file, problems)
    return None if tree is None else validate(tree, file, shape, record, problems)


def validate(
    tree: YamlTree, file: str, shape: Any, record: type[Record], problems: Problems
) -> Document | None:
    """Return the document of a tree whose content should have the given shape.

    What is wrong is left out of the record. Where it cannot be left out, the record is None, and
    only what the document names can be judged.
    """
    content = _without_blanks(tree.content)
    named: tuple[tuple[Path, str, str], ...] = ()
    found = Problems()
    for details in _faults_of_blanks(tree.content, shape) if content != tree.content else ():
        if details["type"] == "extra_forbidden":
            _report(details, tree, file, record, found)
        elif details["type"] in RECORD_WANTED:
            _put_entry(content, _path_in(tree, details["loc"]), record)
    for told in range(PASSES):
        try:
            valid = _adapter(shape).validate_python(content)
        except ValidationError as error:
            faults = [dict(details) for details in error.errors(include_url=False)]
            if not told:
                named = tuple(references_in(content, shape))
                for details in faults:
                    _report(details, tree, file, record, found)
            if not _all_left_out(faults, content, tree):
                break
        else:
            problems.extend(_first_hand(found, tree))
            return Document(file, valid, tree.keys, tree.values, named if told else None)
    problems.extend(_first_hand(found, tree))
    return Document(file, None, tree.keys, tree.values, named)


def _faults_of_blanks(content: Any, shape: Any) -> Iterator[dict[str, Any]]:
    """Yield what is wrong with keys without a value, such as what follows a comma in a text."""
    try:
        _adapter(shape).validate_python(content)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            if details["input"] is None:
                yield dict(details)


def _put_entry(content: Any, path: Path, record: type[Record]) -> None:
    """Give an entry of a mapping whose keys are free, and that is left blank, a record to fill."""
    *above, key = path
    if key in known_keys(record, tuple(above)):
        return
    for part in above:
        content = content[part]
    content[key] = {}


def _first_hand(found: Problems, tree: YamlTree) -> Iterator[Problem]:
    """Yield what follows neither from faults in the syntax of the file nor from a misspelt key."""
    misspelt = {_key_meant(one) for one in found if one.code is Code.YAML_KEY_UNKNOWN}
    for problem in found:
        is_missing = problem.code is Code.YAML_KEY_MISSING
        missing = is_missing and (tree.lost or _key_meant(problem) in misspelt)
        if not missing and problem.place.line not in tree.mended:
            yield problem


def _key_meant(problem: Problem) -> tuple[str, str]:
    """Return the path of keys of a mapping, and the key in it that a problem says to write."""
    return (problem.place.field or "").rpartition(".")[0], problem.expected


def _all_left_out(faults: Iterable[Mapping[str, Any]], content: Any, tree: YamlTree) -> bool:
    """Take what is wrong out of a content; return whether all of it could be."""
    for details in faults:
        location = details["loc"]
        path = _path_in(tree, location[:-1] if details["type"] == "missing" else location)
        keys = list(takewhile(lambda part: isinstance(part, str), path))
        if not keys or not _left_out(content, keys):
            return False
    return True


def _left_out(content: Any, keys: Sequence[Any]) -> bool:
    for key in keys[:-1]:
        content = content.get(key) if isinstance(content, dict) else None
    if isinstance(content, dict):
        content.pop(keys[-1], None)
    return True


@lru_cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    """Return the validator of a shape; making one costs more than reading a file."""
    return TypeAdapter(shape)


def _without_blanks(content: Any) -> Any:
    """Drop keys without a value: a blank key, or one with a blank text, is an absent one."""
    if isinstance(content, dict):
        pairs = ((key, _without_blanks(value)) for key, value in content.items())
        return {key: value for key, value in pairs if value is not None}
    if isinstance(content, list):
        return [_without_blanks(item) for item in content]
    return None if isinstance(content, str) and not content.strip() else content


def _report(
    details: dict[str, Any], tree: YamlTree, file: str, record: type[Record], problems: Problems
) -> None:
    path = _path_in(tree, details["loc"])
    kind, found = details["type"], _shown(details.get("input"))
    context = {key: str(value) for key, value in details.get("ctx", {}).items()}
    expected = context.pop("expected", "")
    if kind == "missing":
        *above, key = details["loc"]
        _report_missing(_path_in(tree, tuple(above)), str(key), tree, file, problems)
        return
    if kind == "extra_forbidden":
        if details["input"] is None and _report_comma(path, tree, file, problems):
            return
        known = known_keys(record, path[:-1])
        near = get_close_matches(str(path[-1]), known, 1, 0.6)
        place = _place(file, tree, path, at_key=True)
        problems.add(
            Code.YAML_KEY_UNKNOWN, place, str(path[-1]), "".join(near), known=", ".join(known)
        )
        return
    if kind in _SHAPES:
        values = form_wanted(record, path, details.get("input"))
        expected = "" if values else _SHAPES[kind]
        problems.add(Code.YAML_TYPE, _place(file, tree, path), found, expected, **values)
        return
    if kind in _RANGES:
        limit, reason = _RANGES[kind]
        place = _place(file, tree, path)
        expected = f"{float(context[limit]):g}"
        problems.add(Code.NUMBER_RANGE, place, found, expected, reason=reason)
        return
    if kind == "too_short":
        problems.add(Code.YAML_KEY_MISSING, _place(file, tree, path))
        return
    code = Code(kind) if kind in set(Code) else Code.YAML_TYPE
    at, sure = tree.values.get(path), context.pop("sure", "") == str(True)
    mended: tuple[Replacement, ...] = ()
    if at is not None and sure:
        mended = scalar_replacement(at.line, at.column, at.raw(found), expected, code)
    place = _place(file, tree, path, at_key=details["loc"][-1:] == (_KEY,))
    problems.extend([Problem(code, place, found, expected, context, replacements=mended)])


def _report_comma(path: Path, tree: YamlTree, file: str, problems: Problems) -> bool:
    """Report a number with a decimal comma, behind which a list of keys goes on; return if so."""
    mapping = tree.content
    for part in path[:-1]:
        mapping = mapping[part]
    names = list(mapping)
    before = names[names.index(path[-1]) - 1]
    written = f"{mapping[before]},{path[-1]}"
    meant = meaning_of(written)
    if meant.code not in _COMMAS:
        return False
    place = _place(file, tree, (*path[:-1], before))
    problems.add(Code(meant.code), place, written, meant.expected)
    return True


def _report_missing(path: Path, key: str, tree: YamlTree, file: str, problems: Problems) -> None:
    """A missing key is reported at the mapping it is missing from, or at its blank."""
    full = (*path, key)
    if full in tree.keys:
        problems.add(Code.YAML_KEY_MISSING, _place(file, tree, full, at_key=True))
        return
    place = _place(file, tree, path, at_key=True, field=".".join(map(str, full)))
    problems.add(Code.YAML_KEY_MISSING, place, "", key)


def _path_in(tree: YamlTree, location: tuple[Any, ...]) -> Path:
    """Return the part of pydantic's location that exists in the file.

    Names of union members and `[key]` marks, which pydantic adds, are passed over.
    """
    path: Path = ()
    for part in location:
        below = (*path, part)
        if below in tree.values or below in tree.keys:
            path = below
    return path


def _place(
    file: str, tree: YamlTree, path: Path, *, at_key: bool = False, field: str | None = None
) -> Place:
    known = tree.keys.get(path) if at_key else tree.values.get(path)
    at = known or tree.values.get(path)
    name = field or ".".join(map(str, path)) or None
    return Place(file, at.line, at.column, at.column, name) if at else Place(file, 1, field=name)


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(str(key) for key in value)[:60] + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_shown(item) for item in value)[:60] + "]"
    return "" if value is None else str(value)[:120]
