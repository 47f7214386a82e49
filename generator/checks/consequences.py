"""What follows from a file that could not be read is not said again.

A row that was left out may cite a source or be cited; the rules across files cannot know.
"""

from collections.abc import Container, Iterable, Iterator

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

RENAMED = (Code.ID_INVALID, Code.FILE_UNKNOWN, Code.FILE_MISSPELT, Code.FILE_NAME)
"""What is expected is the right name of what stands there under another."""
NAMING = (Code.OBSERVABLE_UNKNOWN, Code.REFERENCE_UNKNOWN, Code.FLOWS_ALONE)

SYNTAX = (Code.YAML_SYNTAX, Code.YAML_REFUSED)


def without_consequences(problems: Iterable[Problem], read: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that do not follow from errors found while reading."""
    known = _Known(list(problems), list(read))
    yield from (problem for problem in known.found if not known.explains(problem))


class _Known:
    """What was found by rules and while reading, and which of it explains the rest."""

    def __init__(self, found: list[Problem], read: list[Problem]) -> None:
        self.found = found
        errors = [one for one in found if one.severity is Severity.ERROR]
        unread = [one for one in read if one.severity is Severity.ERROR]
        self.broken = {one.place.file for one in unread}
        self.told = {cell_of(one) for one in unread}
        self.misread = {row_of(one) for one in read if one.code in SYNTAX}
        self.wrong = {row_of(one) for one in (*errors, *unread)}
        self.faulty = {one.place.file for one in errors if one.code is not Code.REVISION_MISSING}
        self.undated = any(one.code is Code.DATE_RANGE for one in (*found, *read))
        self.meant = {
            (folder_of(one.place.file), one.expected)
            for one in found
            if one.code is Code.SOURCE_UNKNOWN
        }
        self.renamed = {
            (folder_of(one.place.file), stem_of(one.expected))
            for one in read
            if one.code in RENAMED and one.expected
        }
        wanted = {one.place: one.expected for one in found if one.code is Code.UNIT_DIFFERS}
        self.misspelt = {
            one.place
            for one in found
            if one.code is Code.UNIT_UNKNOWN and one.expected == wanted.get(one.place)
        }
        self.in_another_unit = wanted.keys() - self.misspelt

    def explains(self, problem: Problem) -> bool:
        """Return whether a problem follows from others, which are said."""
        return (
            self._says_it(problem)
            or self._by_its_row(problem)
            or self._by_its_name(problem)
            or _is_explained(problem, self.broken)
        )

    def _says_it(self, problem: Problem) -> bool:
        """Return whether another problem says the same, or makes all of its kind untrue."""
        if problem.code is Code.UNIT_UNKNOWN:
            return problem.place in self.in_another_unit
        if problem.code is Code.UNIT_DIFFERS:
            return problem.place in self.misspelt
        if problem.code is Code.TARGET_FAR:
            return row_of(problem) in self.wrong
        return self.undated and problem.code in (Code.DATE_FUTURE, Code.PERIOD_FUTURE)

    def _by_its_row(self, problem: Problem) -> bool:
        """Return whether what could not be read there is said, or the row is wrong anyhow.

        A value that is wrong is mended before its plausibility is judged, and a row with a wrong
        key seems to be gone.
        """
        place = problem.place
        if row_of(problem) in self.misread or (place.column and cell_of(problem) in self.told):
            return True
        if problem.code is Code.REVISION_MISSING and place.column is None:
            return place.file in self.faulty
        return problem.severity is Severity.NOTE and row_of(problem) in self.wrong

    def _by_its_name(self, problem: Problem) -> bool:
        """Return whether what it names stands there under another name, or is to be added."""
        folder = folder_of(problem.place.file)
        if problem.code is Code.SOURCE_UNUSED:
            return (folder, problem.found) in self.meant
        return problem.code in NAMING and _is_renamed(problem, self.renamed)


def _is_renamed(problem: Problem, renamed: Container[tuple[str, str]]) -> bool:
    alone = problem.code is Code.FLOWS_ALONE
    name = stem_of(problem.expected) if alone else problem.found
    return any((folder, name) in renamed for folder in (folder_of(problem.place.file), "content/"))


def stem_of(path: str) -> str:
    """Return the id in the path of a file."""
    return path.rpartition("/")[2].partition(".")[0]


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
