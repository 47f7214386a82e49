"""The folder of a new city: the required files, each explained, with an example row to overwrite.

What is invented in them is a placeholder, `<title>`, which the check names and refuses.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.model.country_names import country_meant
from generator.model.files import CITY_FILES
from generator.model.framework_tables import COUNTRIES, STATUSES, VOCABULARIES, Word
from generator.model.scalars import Fault, parse_id
from generator.model.tables import Cell, Column, R, TableKind
from generator.model.usage_tables import COUNTRY_ALIASES
from generator.problems import Problems
from generator.read.csv_tables import read_table


class NotAName(ValueError):
    """The name cannot be a folder and an address; `expected` can."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


class CityExists(ValueError):
    """The folder is there already."""


class LinkedFolder(ValueError):
    """The folder of the cities is a link; what is behind it is not ours to write to."""


class UnknownCountry(ValueError):
    """No country has this code; `expected` is the code that was probably meant."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


EXAMPLES = {Cell.PERIOD: "2023"}
"""What an example holds that need not be invented."""

CITY_TEMPLATE = """\
# Who the city is. Lines that begin with # are notes; take the # away to use them.
name: {name}
country: "{country}"
# profile_year: 2025          # the year that the profile describes
# local_names: {{<code>: <name>}}   # the name in the city's own languages
# names: [<name>]             # other names, for the search
# latitude: <degrees>         # decimal degrees, north is positive
# longitude: <degrees>        # east is positive
# languages: [<code>]         # codes of the languages spoken
# website: <address>          # begins with https
# boundary: {{kind: administrative, note: <note>, source: <source>}}
"""


IDS = " The ids stand in `content/framework/indicators/`, and in `profiles workbook export`."
WHERE = {
    "observable": IDS,
    "indicator-or-data-point": IDS,
    "context-variable": " As `content/framework/context-variables.csv` has it.",
    "area": " As `content/framework/areas.csv` has it.",
    "quality": " As `content/framework/qualities.csv` has it.",
    "unit": " As `content/framework/units.csv` has it.",
    "source": " An id of `sources.csv`.",
}
"""Where the names stand that a column takes, by what it refers to."""


def new_city(root: Path, city: str, country: str, name: str) -> list[str]:
    """Write the folder of a city; return the files written, relative to the root.

    Raises:
        NotAName: the id is not in kebab-case.
        UnknownCountry: the country is not in the framework.
        CityExists: there is such a folder.
        LinkedFolder: the folder of all cities is a link.
        OSError: the machine cannot write it.
    """
    try:
        parse_id(city)
    except Fault as fault:
        raise NotAName(fault.expected) from None
    _check_country(root, country)
    folder = root / "cities" / city
    if folder.parent.is_symlink():
        raise LinkedFolder("cities")
    if folder.exists() or folder.is_symlink():
        raise CityExists(city)
    folder.mkdir(parents=True)
    printed = name or city.replace("-", " ").title()
    files = {
        "city.yml": CITY_TEMPLATE.format(name=_quoted(printed), country=country),
        "README.md": _readme(root, printed),
    }
    for kind in CITY_FILES:
        if kind.required and kind.table is not None:
            files[kind.pattern] = _with_example(root, kind.table.columns)
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8")
    return [f"cities/{city}/{file}" for file in sorted(files)]


def _with_example(root: Path, columns: Sequence[Column]) -> str:
    """Return a table of one row: the first words of its lists, and placeholders."""
    words = _rows(root, VOCABULARIES)
    cells = [_example(column, words) for column in columns]
    return "\n".join([",".join(column.name for column in columns), ",".join(cells), ""])


def _example(column: Column, words: Iterable[Word]) -> str:
    """Return what stands in a column of the example: blank where the column may be absent."""
    if column.optional:
        return ""
    vocabulary = column.refers.removeprefix("vocabulary:")
    listed = (word.id for word in words if word.vocabulary == vocabulary)
    return EXAMPLES.get(column.cell) or next(listed, f"<{column.name}>")


def _check_country(root: Path, country: str) -> None:
    countries = _rows(root, COUNTRIES)
    if country not in {row.country for row in countries}:
        raise UnknownCountry(country_meant(country, countries, _rows(root, COUNTRY_ALIASES)).code)


def _rows(root: Path, kind: TableKind[R]) -> tuple[R, ...]:
    path = root / "content" / "framework" / f"{kind.name}.csv"
    return read_table(path, root, kind, Problems()).rows if path.is_file() else ()


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _choice(column: Column, words: Iterable[Word], statuses: Sequence[str]) -> str:
    """Return the words that a column may hold, or where the names stand that it takes."""
    kind, _, vocabulary = column.refers.partition(":")
    listed = [f"`{word.id}`" for word in words if word.vocabulary == vocabulary]
    if kind == "status":
        listed = [f"`{status}`" for status in statuses]
    if listed and (vocabulary or kind == "status"):
        return f" One of {', '.join(listed)}."
    return WHERE.get(kind, "")


def _readme(root: Path, name: str) -> str:
    """Return the explanation of every file that the folder may hold, with the words of lists."""
    words = _rows(root, VOCABULARIES)
    statuses = [row.status for row in _rows(root, STATUSES)]
    lines = [f"# {name}", "", "The files of this city. Run `profiles check` after a change.", ""]
    lines += [
        "The row in a table is an example to overwrite; the check names what is to write.",
        "",
    ]
    for kind in CITY_FILES:
        must = " Required." if kind.required else ""
        lines.append(f"- `{kind.pattern}` ({kind.nature}): {kind.about}{must}")
        if kind.table is not None:
            columns = kind.table.columns
            lines += [
                f"  - `{column.name}`: {column.about}{_choice(column, words, statuses)}"
                for column in columns
            ]
    return "\n".join([*lines, ""])
