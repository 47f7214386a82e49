"""An approval of a city as its file: who, in which role, when, and the checksum of what."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.checks.approvals import check_approval
from generator.checks.dates import check_city_dates
from generator.editing.file_changes import FileChange
from generator.frozen import dataclass
from generator.model.approval import Approval
from generator.model.publication import APPROVAL, City, Publication
from generator.model.records import Document
from generator.problems import Code, Problem, Problems, has_errors
from generator.read.approved_content import content_hash
from generator.read.documents import validate
from generator.read.yaml_nodes import read_yaml

RENEWED = frozenset({
    Code.APPROVAL_INCOMPLETE, Code.APPROVAL_CONTENT, Code.APPROVAL_EARLY, Code.DATE_FUTURE,
    Code.DATES_REVERSED,
})  # fmt: skip
"""What may be wrong with a former approval, since another one takes its place."""

_AS_IT_IS = re.compile("[0-9a-z-]+")
"""What YAML takes for the text that it is; all else is written in quotation marks."""


@dataclass(frozen=True)
class Asked:
    """Who approves, in which role; dates as written, "" for none."""

    by: str
    role: str
    date: str
    embargo: str


@dataclass(frozen=True)
class Approved:
    """An approval, and the file to write."""

    record: Approval
    change: FileChange


class NotApproved(ValueError):
    """Why nothing can be approved: `problems`, or the approval that stands."""

    def __init__(self, problems: Sequence[Problem], standing: Approval | None = None) -> None:
        super().__init__(len(problems))
        self.problems, self.standing = problems, standing


def approve(
    publication: Publication, problems: Sequence[Problem], city: City, root: Path, asked: Asked
) -> Approved:
    """Return the approval of the files of a city as they stand; `problems` are those of the city.

    An embargo that has not ended stays, unless another one is asked for.

    Raises:
        NotApproved: the files have errors, are approved already, or the approval would have some.
        OSError: a file cannot be read.
    """
    file = f"cities/{city.id}/{APPROVAL}"
    others = [one for one in problems if one.place.file != file or one.code not in RENEWED]
    if has_errors(others):
        raise NotApproved(others)
    if city.is_approved:
        raise NotApproved((), city.approval)
    text, read = _text(publication, city, root, asked), Problems()
    tree = read_yaml(text, file, read)
    document = validate(tree, file, Approval, Approval, read) if tree is not None else None
    if document is None or document.record is None or len(read):
        raise NotApproved(tuple(read))
    record: Approval = document.record
    wrong = [one for one in _judged(publication, city, document) if one.place.file == file]
    if wrong:
        raise NotApproved(wrong)
    path = root / file
    former = path.read_bytes().decode("utf-8") if path.exists() else None
    return Approved(record, FileChange(file, former, text))


def _judged(publication: Publication, city: City, document: Document) -> Iterator[Problem]:
    documents = {**city.documents, APPROVAL: document}
    approved = replace(city, documents=documents, content_hash=document.record.content)
    alone = replace(publication, cities={city.id: approved})
    yield from check_approval(alone)
    yield from check_city_dates(alone)


def _text(publication: Publication, city: City, root: Path, asked: Asked) -> str:
    date = asked.date or publication.record.as_of
    running = city.approval.embargo if city.approval and city.is_under_embargo(date) else None
    keys = {
        "state": "approved",
        "approved_by": asked.by,
        "role": asked.role,
        "date": date,
        "embargo": asked.embargo or running,
        "content": content_hash(root / "cities" / city.id, root),
    }
    return "".join(f"{key}: {_written(value)}\n" for key, value in keys.items() if value)


def _written(text: str) -> str:
    plain = text.encode("utf-8", "replace").decode()
    return plain if _AS_IT_IS.fullmatch(plain) else json.dumps(plain, ensure_ascii=False)
