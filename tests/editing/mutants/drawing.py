"""One mutant for each number: the kind of file, the file and the fault are drawn by a seed."""

from functools import cache
from random import Random

from generator.model.files import FileKind
from tests.draws import seed
from tests.editing.mutants.doubtful_figures import Doubt
from tests.editing.mutants.faults_of_files import FILE_FAULTS
from tests.editing.mutants.faults_of_meaning import MEANING_FAULTS
from tests.editing.mutants.faults_of_records import RECORD_FAULTS
from tests.editing.mutants.faults_of_tables import TABLE_FAULTS
from tests.editing.mutants.grounds import Ground
from tests.editing.mutants.mutant import Mutant
from tests.editing.mutants.pages_of_records import Page, page_of
from tests.editing.mutants.sheets import Sheet, sheet_of

SEED = seed(20261101)
TRIES = 400
OF_DOUBTS = ("observations", "context", "targets", "cash-flows")
"""The tables whose figures may be suspicious."""
OF_FILES = 0.08
"""The share of faults that lie in a file as a whole."""


class Drawing:
    """Draws mutants in a ground; the files are read once."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._sheet, self._page = cache(self._read_sheet), cache(self._read_page)

    def mutant(self, number: int) -> Mutant:
        """Return the harmful mutant of a number."""
        draw = Random(f"{SEED}-{self.ground.folder}-{number}")
        while True:
            pattern = draw.choice(self.ground.kinds)
            files = [each for each in self.ground.files if each[1].pattern == pattern]
            found = self._drawn(*draw.choice(files), draw)
            if found is not None:
                return found

    def doubtful(self, number: int, doubt: Doubt) -> Mutant | None:
        """Return the suspicious mutant of a number; None where a ground has no such figure."""
        draw = Random(f"{SEED}-{self.ground.folder}-{number}")
        tables = [
            file for file, kind in self.ground.files if kind.table and kind.table.name in OF_DOUBTS
        ]
        for _ in range(TRIES):
            sheet = self._sheet(draw.choice(tables))
            found = doubt(sheet, self.ground, draw) if sheet else None
            if found is not None:
                return found
        return None

    def _drawn(self, file: str, kind: FileKind, draw: Random) -> Mutant | None:
        if draw.random() < OF_FILES or not file.endswith((".csv", ".yml", ".md")):
            return draw.choice(FILE_FAULTS)(file, kind, self.ground, draw)
        if kind.table is not None:
            sheet = self._sheet(file)
            return (
                draw.choice((*TABLE_FAULTS, *MEANING_FAULTS))(sheet, self.ground, draw)
                if sheet
                else None
            )
        page = self._page(file)
        return draw.choice(RECORD_FAULTS)(page, self.ground, draw) if page else None

    def _read_sheet(self, file: str) -> Sheet | None:
        table = self._kind(file).table
        assert table is not None
        return sheet_of(file, table, self.ground.text(file))

    def _read_page(self, file: str) -> Page | None:
        return page_of(file, self._kind(file), self.ground.text(file))

    def _kind(self, file: str) -> FileKind:
        return dict(self.ground.files)[file]
