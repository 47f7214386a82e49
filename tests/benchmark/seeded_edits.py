"""Small edits as editors make them, each of one city, drawn by a seeded generator."""

import csv
import io
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEED = 20261101
OBSERVATIONS = ("observations.csv", "value")
OTHERS = (("context.csv", "value"), ("projects/*.cash-flows.csv", "amount"), ("sections/*.md", ""))
"""Where edits of another kind fall: a file, and its column; no column: a text."""
OTHER_EVERY = 5

TIED = ("numerator", "lower", "upper")
"""A number stays as it is where one of these is given: they would contradict another."""

NUMBER = re.compile(r"[1-9]\d*(\.\d+)?")
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class Edit:
    """A file as it was and as it becomes; `value` is what stands in it then and did not before."""

    path: Path
    before: bytes
    after: bytes
    value: str

    @property
    def city(self) -> str:
        """Return the folder of the city."""
        return self.path.parts[self.path.parts.index("cities") + 1]

    def apply(self) -> None:
        self.path.write_bytes(self.after)

    def undo(self) -> None:
        self.path.write_bytes(self.before)


def draw_edit(root: Path, number: int) -> Edit:
    """Return an edit of a random city: of a value, and each fifth time of something else."""
    others, last = divmod(number, OTHER_EVERY)
    kind = OTHERS[others % len(OTHERS)] if last == OTHER_EVERY - 1 else OBSERVATIONS
    return _draw(root, kind, random.Random(f"{SEED}|{number}"))


def draw_value(root: Path, number: int) -> Edit:
    """Return an edit of one value of a random city."""
    return _draw(root, OBSERVATIONS, random.Random(f"{SEED}|value|{number}"))


def _draw(root: Path, kind: tuple[str, str], chance: random.Random) -> Edit:
    pattern, column = kind
    cities = sorted(path for path in (root / "cities").iterdir() if path.is_dir())
    for city in chance.sample(cities, len(cities)):
        files = sorted(city.glob(pattern))
        if not files:
            continue
        path = chance.choice(files)
        edit = _of_number(path, column, chance) if column else _of_text(path, chance)
        if edit is not None:
            return edit
    raise LookupError(f"no city has a {pattern} to edit")


def _of_number(path: Path, column: str, chance: random.Random) -> Edit | None:
    """Return an edit that makes a number a little smaller; None if there is none to change."""
    header, rows = _read(path)
    changes = [
        (row, smaller)
        for row in rows
        if not any(map(row.get, TIED)) and (smaller := _smaller(row[column], chance))
    ]
    if not changes:
        return None
    row, value = chance.choice(changes)
    row[column] = value
    return _written(path, header, rows, value)


def _smaller(number: str, chance: random.Random) -> str:
    """Return 1 to 9 % less, with as many decimals; "" for what is no number or stays the same."""
    if not NUMBER.fullmatch(number):
        return ""
    decimals = len(number.partition(".")[2])
    smaller = f"{float(number) * chance.uniform(0.91, 0.99):.{decimals}f}"
    return "" if smaller == number else smaller


def _of_text(path: Path, chance: random.Random) -> Edit:
    sentence = f"This was seen again in street {chance.randrange(1000)}."
    before = path.read_bytes()
    return Edit(path, before, before + f"\n{sentence}\n".encode(), sentence)


def row_at_the_top(root: Path, number: int) -> Edit:
    """Return an edit that puts a value of one more year above all others of a random city."""
    chance = random.Random(f"{SEED}|row|{number}")
    path = chance.choice(sorted((root / "cities").glob("*/observations.csv")))
    header, rows = _read(path)
    first, value = next(
        (row, smaller)
        for row in rows
        if not any(map(row.get, TIED))
        and YEAR.fullmatch(row["period"])
        and (smaller := _smaller(row["value"], chance))
    )
    year = min(_years(rows, first["observable"])) - 1
    top = {**first, "period": str(year), "value": value}
    return _written(path, header, [top, *rows], value)


def _years(rows: list[dict[str, str]], observable: str) -> Iterator[int]:
    """Yield the years in the periods of an observable."""
    for row in rows:
        if row["observable"] == observable:
            yield from map(int, YEAR.findall(row["period"]))


def _read(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader.fieldnames or ()), list(reader)


def _written(path: Path, header: list[str], rows: list[dict[str, str]], value: str) -> Edit:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return Edit(path, path.read_bytes(), text.getvalue().encode(), value)
