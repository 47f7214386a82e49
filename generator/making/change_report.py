"""A publication beside a former state of it: causes, then what they do to what readers meet."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from generator import __version__
from generator.change.causes import Cause, all_causes
from generator.change.reported import (
    BASE_ERRORS,
    CONTENT_ERRORS,
    EDITION,
    FRAMEWORK,
    PROGRAM,
    Base,
    Note,
    Report,
)
from generator.language.translated import language_of
from generator.making.base_of_comparison import NoRevision, base_of_comparison, checked_base
from generator.making.site_comparison import SiteComparison
from generator.model.framework_records import Repository
from generator.model.publication import Publication
from generator.problems import Problem, Severity
from generator.problems.render import Messages

CITIES, FRAMEWORK_FILES, LABELS = "cities/", "content/framework/", "content/labels/"


def change_report(
    root: Path, today: Publication, asked: str | None, messages: Messages, code: str
) -> Report:
    """Return what a publication does to what readers met at the base that was asked for.

    Raises:
        NoRevision: there is no such base, or its framework cannot be read.
    """
    repository = today.record.repository
    branch = repository.branch if repository else Repository.model_fields["branch"].default
    editions = {edition.name: edition.manifest for edition in today.editions}
    tags = {name: manifest.tag for name, manifest in editions.items()}
    with base_of_comparison(root, asked, branch, tags) as (folder, base):
        checked = checked_base(root, today, folder)
        if checked.publication is None:
            raise NoRevision("unusable", base.name)
        report = report_of(root, today, checked.publication, checked.problems, base, messages, code)
    frozen_by = editions[base.name].generator if base.kind == EDITION else __version__
    other = () if frozen_by == __version__ else (Note(PROGRAM, (frozen_by,)),)
    return replace(report, notes=(*report.notes, *other))


def report_of(
    root: Path,
    after: Publication,
    before: Publication,
    problems: Iterable[Problem],
    base: Base,
    messages: Messages,
    code: str,
) -> Report:
    """Return what readers meet otherwise than before; `problems` are those of the base.

    Cities with errors in the base are compared by their files alone, and all are if its content
    has errors; it may lack labels, since both are told in those of today. `code`: the language of
    the pages, the first one if they have it not.
    """
    causes = tuple(all_causes(before, after))
    wrong = [one.place.file for one in problems if one.severity is Severity.ERROR]
    files = [file for file in wrong if not file.startswith(LABELS)]
    broken = tuple(sorted({file.split("/")[1] for file in files if file.startswith(CITIES)}))
    report = Report(base, _notes(files, broken, causes), causes, cities=_names(before, after))
    if any(not file.startswith(CITIES) for file in files) or not causes:
        return report
    spoken = code if code in after.labels else after.record.languages[0]
    language = language_of(after, spoken)
    comparison = SiteComparison(root, before, after, language, messages, broken, report)
    return comparison.completed()


def _notes(
    files: Sequence[str], broken: tuple[str, ...], causes: Sequence[Cause]
) -> tuple[Note, ...]:
    content = tuple(dict.fromkeys(file for file in files if not file.startswith(CITIES)))
    framework = dict.fromkeys(
        cause.file for cause in causes if cause.file.startswith(FRAMEWORK_FILES)
    )
    notes = (
        Note(CONTENT_ERRORS, content),
        Note(BASE_ERRORS, broken),
        Note(FRAMEWORK, tuple(framework)),
    )
    return tuple(note for note in notes if note.names)


def _names(before: Publication, after: Publication) -> dict[str, str]:
    cities = {**before.cities, **after.cities}
    return {name: city.record.name for name, city in sorted(cities.items())}
