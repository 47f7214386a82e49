"""Rules for the framework: placements, labels, and what the settings leave open."""

import re
from collections.abc import Iterator

from generator.checks.dates import comes_before
from generator.checks.places import cell_problem, key_problem
from generator.model.publication import Publication
from generator.problems import Code, Place, Problem

_COUNTRY_CODE = re.compile("[A-Z]{2}\\Z")


def check_placements(publication: Publication) -> Iterator[Problem]:
    """Each indicator stands in exactly one area of each scheme."""
    framework = publication.framework
    found: dict[tuple[str, str], int] = {}
    for row in framework.placements:
        scheme = row.area.split("/", 1)[0]
        first = found.setdefault((row.indicator, scheme), row.line)
        if first != row.line:
            yield cell_problem(
                Code.PLACEMENT_REPEATED, framework.placements, row, "area", "", scheme,
                name=row.indicator, line=str(first),
            )  # fmt: skip
    for indicator in framework.indicators:
        for scheme_row in framework.schemes:
            if (indicator, scheme_row.scheme) not in found:
                place = Place(framework.placements.file)
                yield Problem(Code.PLACEMENT_MISSING, place, indicator, scheme_row.scheme)


def check_country_codes(publication: Publication) -> Iterator[Problem]:
    """The code of a country has two capital letters."""
    table = publication.framework.countries
    for row in table:
        if not _COUNTRY_CODE.match(row.country):
            yield cell_problem(Code.COUNTRY_UNKNOWN, table, row, "country", reason="letters")


def check_as_of(publication: Publication) -> Iterator[Problem]:
    """The day of the publication is not before that of most sources of the framework."""
    accessed = sorted(row.accessed for row in publication.framework.sources if row.accessed)
    if accessed and comes_before(publication.record.as_of, accessed[len(accessed) // 2]):
        yield key_problem(
            Code.DATE_RANGE, publication.document, ("as_of",), publication.record.as_of,
            accessed[-1][:4], reason="sources",
        )  # fmt: skip


def check_labels(publication: Publication) -> Iterator[Problem]:
    """Each language of the publication has labels, and stands once."""
    languages = publication.record.languages
    for number, language in enumerate(languages):
        if language in languages[:number] or language not in publication.labels:
            yield _language_problem(publication, number, language)


def _language_problem(publication: Publication, number: int, language: str) -> Problem:
    """Return what is wrong with a language: it stands twice, or has no labels."""
    document, path = publication.document, ("languages", number)
    first = publication.record.languages.index(language)
    if first < number:
        at = document.position(("languages", first))
        line = str(at.line if at else 1)
        return key_problem(Code.YAML_KEY_REPEATED, document, path, language, line=line)
    known = " / ".join(publication.labels)
    return key_problem(
        Code.LABELS_MISSING, document, path, language, f"content/labels/{language}.yml",
        known=known,
    )  # fmt: skip


def check_settings(publication: Publication) -> Iterator[Problem]:
    """What the site does without is said once, where the settings would stand."""
    record = publication.record
    settings = {
        "address": record.address,
        "repository": record.repository,
        "contact.email": record.contact and record.contact.email,
    }
    unset = ", ".join(name for name, value in settings.items() if not value)
    if unset:
        yield Problem(Code.PUBLICATION_UNSET, Place(publication.document.file, 1), unset)
