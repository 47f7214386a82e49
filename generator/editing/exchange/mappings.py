"""Mappings: read from a file, judged, and looked up among those that are shipped."""

from pathlib import Path

from generator.checks.places import key_problem
from generator.checks.references import Names
from generator.model.mapping_records import MappingRecord
from generator.model.publication import Publication
from generator.model.records import Document
from generator.problems import Problem, Problems, sort_problems
from generator.read.documents import read_document

FOLDER = "mappings/"


class UnsoundMapping(ValueError):
    """The mapping has problems; they are in `problems`."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(len(problems))
        self.problems = problems


def read_mapping(path: Path, publication: Publication) -> MappingRecord:
    """Return the mapping of a file.

    Raises:
        UnsoundMapping: it cannot be read, or names what the framework does not have.
        OSError: there is no such file.
    """
    problems = Problems()
    document = read_document(path.resolve(), path.resolve().parent, MappingRecord, problems)
    if document is not None and document.record is not None:
        problems.extend(_unknown(document, publication))
        if not len(problems):
            record: MappingRecord = document.record
            return record
    raise UnsoundMapping(sort_problems(problems))


def _unknown(document: Document, publication: Publication) -> list[Problem]:
    """Return the names in a mapping that do not exist."""
    names = Names(publication)
    found = []
    for path, refers, value in document.references:
        known = names.known(refers)
        if known is not None and value not in known:
            said = names.unknown(value, refers)
            code, expected, values, _ = said
            found.append(key_problem(code, document, path, value, expected, **values))
    return found


def shipped(publication: Publication, form: str) -> list[str]:
    """Return the names of the mappings of a format that the publication has."""
    records: dict[str, MappingRecord] = {
        name.removeprefix(FOLDER): document.record
        for name, document in publication.documents.items()
        if name.startswith(FOLDER)
    }
    return [name for name, record in records.items() if record.format == form]
