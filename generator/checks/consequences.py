"""What follows from a file that could not be read is not said again.

A row that was left out may cite a source or be cited; the rules across files cannot know.
"""

from collections.abc import Iterable, Iterator

from generator.problems import Code, Problem, Severity

FRAMEWORK = "content/framework/"
CAUSES = {
    Code.SOURCE_UNUSED: "",
    Code.IMAGE_UNLISTED: "images.csv",
    Code.WAIVER_IDLE: "",
    Code.REVISION_MISSING: "",
    Code.REVISION_ROUNDING: "",
    Code.REVISION_OLD: "",
    Code.REVISION_NEW: "",
    Code.REVISION_FIGURE: "",
    Code.FLOWS_ALONE: "projects/",
    Code.FUNDING_DIFFERS: "projects/",
    Code.OBSERVABLE_UNKNOWN: f"{FRAMEWORK}indicators/",
    Code.OBSERVABLE_PARENT: f"{FRAMEWORK}indicators/",
    Code.AREA_UNKNOWN: f"{FRAMEWORK}areas.csv",
    Code.UNIT_UNKNOWN: f"{FRAMEWORK}units.csv",
    Code.STATUS_UNKNOWN: f"{FRAMEWORK}statuses.csv",
    Code.COUNTRY_UNKNOWN: f"{FRAMEWORK}countries.csv",
    Code.WORD_UNKNOWN: f"{FRAMEWORK}vocabularies.csv",
    Code.GOALPOST_MISSING: f"{FRAMEWORK}goalposts.csv",
    Code.PLACEMENT_MISSING: f"{FRAMEWORK}placements.csv",
}
"""The file whose errors explain a finding: below the root for the framework, else in the same
folder; blank for any file there."""

SYNTAX = (Code.YAML_SYNTAX, Code.YAML_REFUSED)


def without_consequences(problems: Iterable[Problem], read: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that do not follow from errors found while reading."""
    broken = {problem.place.file for problem in read if problem.severity is Severity.ERROR}
    found = list(problems)
    meant = {
        (folder_of(problem.place.file), problem.expected)
        for problem in found
        if problem.code is Code.SOURCE_UNKNOWN
    }
    wrong = {row_of(problem) for problem in (*found, *read) if problem.severity is Severity.ERROR}
    faulty = {
        problem.place.file
        for problem in found
        if problem.severity is Severity.ERROR and problem.code is not Code.REVISION_MISSING
    }
    misread = {row_of(problem) for problem in read if problem.code in SYNTAX}
    told = {cell_of(problem) for problem in read if problem.severity is Severity.ERROR}
    converted = {problem.place for problem in found if problem.code is Code.UNIT_DIFFERS}
    for problem in found:
        if problem.code is Code.UNIT_UNKNOWN and problem.place in converted:
            continue
        if row_of(problem) in misread or (problem.place.column and cell_of(problem) in told):
            continue  # what could not be read there is said
        if (
            problem.code is Code.REVISION_MISSING
            and problem.place.column is None
            and problem.place.file in faulty
        ):
            continue  # a row with a wrong key seems to be gone
        if problem.severity is Severity.NOTE and row_of(problem) in wrong:
            continue  # a value that is wrong is mended before its plausibility is judged
        cited = problem.code is Code.SOURCE_UNUSED
        if cited and (folder_of(problem.place.file), problem.found) in meant:
            continue
        if not _is_explained(problem, broken):
            yield problem


def cell_of(problem: Problem) -> tuple[str, int | None, int | None]:
    """Return the file, the line and the column of a problem."""
    return (*row_of(problem), problem.place.column)


def row_of(problem: Problem) -> tuple[str, int | None]:
    """Return the file and the line of a problem."""
    return (problem.place.file, problem.place.line)


def _is_explained(problem: Problem, broken: Iterable[str]) -> bool:
    cause = CAUSES.get(problem.code)
    if cause is None:
        return False
    prefix = cause if cause.startswith(FRAMEWORK) else folder_of(problem.place.file) + cause
    return any(file.startswith(prefix) for file in broken)


def folder_of(file: str) -> str:
    """Return `content/` or `cities/<city>/` of a file."""
    parts = file.split("/")
    return "/".join(parts[: 2 if parts[0] == "cities" else 1]) + "/"
