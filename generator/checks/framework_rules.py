"""Rules for the framework: goalposts, placements, labels."""

from collections.abc import Iterator

from generator.checks.places import cell_problem, key_problem
from generator.model.framework import Framework
from generator.model.framework_tables import Goalpost
from generator.model.publication import Publication
from generator.problems import Code, Place, Problem


def check_goalposts(publication: Publication) -> Iterator[Problem]:
    """Every observable has one row of goalposts, and its two ends differ."""
    framework = publication.framework
    for observable in framework.observables.values():
        if observable.carries_value and observable.id not in framework.goalpost_of:
            place = Place(framework.goalposts.file)
            yield Problem(Code.GOALPOST_MISSING, place, "", observable.id)
    for row in framework.goalposts:
        yield from _check_ends(framework, row)


def _check_ends(framework: Framework, row: Goalpost) -> Iterator[Problem]:
    table = framework.goalposts
    if row.best is not None and row.source is None:
        yield cell_problem(Code.GOALPOST_REASON, table, row, "source")
    if row.best is None or row.worst is None:
        return
    if row.best in (row.worst, row.worst_above):
        yield cell_problem(Code.GOALPOSTS_EQUAL, table, row, "best")
        return
    ends = [end for end in (row.best, row.worst, row.worst_above) if end is not None]
    if row.transform == "log" and min(ends) <= 0:
        yield cell_problem(Code.GOALPOST_LOGARITHM, table, row, "best")
    observable = framework.observables.get(row.observable)
    rising = row.best > row.worst
    wanted = observable.direction if observable else ""
    two_sided = row.worst_above is not None and not row.worst < row.best < row.worst_above
    if (wanted == "higher" and not rising) or (wanted == "lower" and rising) or two_sided:
        yield cell_problem(Code.GOALPOST_DIRECTION, table, row, "best", "", wanted)
    other = row.worst_of_five
    if other is not None and (other == row.best or (row.best > other) != rising):
        yield cell_problem(Code.GOALPOST_DIRECTION, table, row, "worst_of_five", "", wanted)


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


def check_labels(publication: Publication) -> Iterator[Problem]:
    """Each language of the publication has labels; the first one sets the list."""
    languages = publication.record.languages
    first = publication.labels.get(languages[0], {})
    for number, language in enumerate(languages):
        labels = publication.labels.get(language)
        if language in languages[:number] or labels is None:
            yield _language_problem(publication, number, language)
            continue
        file = f"content/labels/{language}.yml"
        for key in sorted(set(first) - set(labels)) if labels else ():
            yield Problem(Code.LABEL_MISSING, Place(file, field=key), "", key)


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
