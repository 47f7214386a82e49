"""Whether a change touches only what an editor of data may touch: files of cities, as listed.

Nothing of the change is run, checked out or followed: git tells paths, modes and contents.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model.allowed_paths import (
    MODE,
    InputPath,
    input_path,
    is_well_named,
    most_bytes,
    without_case,
)
from generator.model.approval import Approval
from generator.model.files import PICTURES
from generator.model.framework_records import PublicationRecord
from generator.model.publication import APPROVAL
from generator.model.records import Record
from generator.model.scalars import is_name
from generator.problems import Code, Place, Problem, Problems
from generator.read.approved_content import is_approved
from generator.read.documents import validate
from generator.read.git_changes import ChangedFile, Changes, changes_between
from generator.read.text_encodings import UTF_8
from generator.read.yaml_nodes import read_yaml

PUBLICATION = "content/publication.yml"
LINK, MODULE = "120000", "160000"
BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    "PNG": (b"\x89PNG\r\n\x1a\n",),
    "JPEG": (b"\xff\xd8\xff",),
    "WEBP": (b"RIFF",),
    "AVIF": (b"\0\0\0",),
}
"""How the files of each kind of picture begin."""


def judge_change(root: Path, base: str, head: str) -> tuple[tuple[Problem, ...], int]:
    """Return what in a change is not for an editor of data, and how many files it touches.

    Raises:
        NoRevision: git cannot tell what the change is.
    """
    changes = changes_between(root, base, head)
    found = [problem for file in changes.files for problem in _judge(file, changes)]
    found += [*_clashes(changes), *_approvals(changes)]
    return tuple(found), len(changes.files)


def _judge(file: ChangedFile, changes: Changes) -> Iterator[Problem]:
    place, parts = Place(file.path), input_path(file.path)
    if parts is None or not parts.city:
        yield Problem(Code.CHANGE_OUTSIDE, place, file.path)
    elif not file.mode:
        return
    elif file.mode in (LINK, MODULE):
        yield Problem(Code.FILE_LINK, place)
    elif not is_name(parts.city):
        yield Problem(Code.FOLDER_NAME, place, parts.city)
    elif parts.kind is None:
        yield Problem(Code.FILE_UNKNOWN, place, parts.name)
    elif not is_well_named(parts.name, parts.kind):
        yield Problem(Code.FILE_NAME, place, parts.name)
    elif file.mode != MODE:
        yield Problem(Code.FILE_MODE, place, file.mode, MODE)
    else:
        yield from _judge_content(file, parts, changes)


def _judge_content(file: ChangedFile, parts: InputPath, changes: Changes) -> Iterator[Problem]:
    """Hold size and content of a file against what its name says."""
    assert parts.kind is not None
    place, most = Place(file.path), most_bytes(parts.kind)
    if file.size > most:
        yield Problem(Code.FILE_TOO_LARGE, place, f"{file.size:,}", f"{most:,}")
        return
    content = changes.content(file)
    if parts.kind.ending:
        if not _is_text(content):
            yield Problem(Code.FILE_ENCODING, place, "", UTF_8)
        return
    kind = PICTURES.get(file.path[file.path.rfind(".") :].lower(), "")
    if not kind or not content.startswith(BEGINNINGS[kind]):
        yield Problem(Code.IMAGE_KIND, place, parts.name, " / ".join(PICTURES))


def _is_text(content: bytes) -> bool:
    try:
        return "\0" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False


def _clashes(changes: Changes) -> Iterator[Problem]:
    """Names that are one where capitals or accents are not told apart."""
    touched, taken = {file.path for file in changes.files if file.mode}, dict[str, str]()
    for path in changes.paths_at_head():
        other = taken.setdefault(without_case(path), path)
        if other != path and {path, other} & touched:
            yield Problem(Code.FILE_CLASH, Place(path), path, other)


def _approvals(changes: Changes) -> Iterator[Problem]:
    """An approval does not come with the data that it covers, unless its giver's role may do so.

    Which roles may is what the publication says where the change began, not what the change says.
    """
    touched: dict[str, set[str]] = {}
    approvals: dict[str, ChangedFile] = {}
    for file in changes.files:
        parts = input_path(file.path)
        if parts is not None and parts.city:
            if parts.name != APPROVAL:
                touched.setdefault(parts.city, set()).add(parts.name)
            elif file.mode == MODE:
                approvals[parts.city] = file
    roles = _roles(changes)
    for city, file in approvals.items():
        if any(map(is_approved, touched.get(city, ()))):
            approval = _record(changes.content(file), file.path, Approval)
            role = (approval.role if isinstance(approval, Approval) else None) or ""
            if role not in roles:
                expected = ", ".join(roles)
                yield Problem(Code.APPROVAL_WITH_DATA, Place(file.path), role, expected)


def _roles(changes: Changes) -> tuple[str, ...]:
    record = _record(changes.at_base(PUBLICATION), PUBLICATION, PublicationRecord)
    return record.approving_roles if isinstance(record, PublicationRecord) else ()


def _record(content: bytes, file: str, kind: type[Record]) -> Record | None:
    """Return the record of a small YAML file; None if it cannot be read."""
    if not _is_text(content) or not content.strip():
        return None
    found = Problems()
    tree = read_yaml(content.decode("utf-8"), file, found)
    document = None if tree is None else validate(tree, file, kind, kind, found)
    return None if document is None else document.record
