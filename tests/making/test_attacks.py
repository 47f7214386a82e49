"""Hostile proposals meet seven criteria: a message and no traceback; in two seconds; at a file of
the proposal; the other city is judged as before; nothing runs; nothing else is read; and what is
not refused stands on the pages as text.
"""

import csv
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.making.checking import check
from generator.problems import Severity
from generator.problems.formats import FORMATS
from generator.problems.render import load_messages
from tests.commands import apart, profiles
from tests.making.attacked import CASES, SECRET, write_attacked
from tests.making.test_hostile_text import read_page
from tests.roots import make_root

RAN = "CANARY-RAN"
OTHER = "alesund"
LONGEST_S = 2.0
"""Processor time of a check of the proposal."""
LITERAL = [name for name, case in CASES.items() if "refused" not in case]
FORMULA = "=+-@\t\r＝＋－＠"


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_root(tmp_path_factory.mktemp("attacked") / "root", OTHER)


@pytest.fixture
def attacked(base: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    folder = write_attacked(base, "musterstadt", CASES[request.param])
    yield base
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("attacked", "name"), [(name, name) for name in CASES], indirect=["attacked"], ids=list(CASES)
)
def test_a_hostile_proposal_is_refused_or_text(
    attacked: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(attacked / "cities" / "musterstadt")
    begin = time.process_time()
    checked = check(attacked, ["musterstadt"])
    assert time.process_time() - begin < LONGEST_S
    errors = [one for one in checked.problems if one.severity is Severity.ERROR]
    assert {one.place.file.split("/")[1] for one in errors} <= {"musterstadt"}
    codes = {one.code.value for one in errors}
    wanted = CASES[name].get("refused", [])
    assert codes >= set(wanted) if wanted else codes == set()
    messages = load_messages("en")
    for form in ("text", "github", "json", "markdown", "sarif"):
        said = FORMATS[form](checked.problems, messages)
        assert SECRET not in said
    for line in FORMATS["github"](checked.problems, messages).splitlines():
        assert line.startswith(
            ("::error ", "::warning ", "::notice ", "No problems", "1 ", "2 ")
        ) or ("::" not in line), line
    assert not any((place / RAN).exists() for place in (Path.cwd(), attacked))


@pytest.mark.parametrize("attacked", ["python-files", "object-of-python"], indirect=True)
def test_the_other_city_is_told_of_by_the_command(attacked: Path) -> None:
    path = attacked / "cities" / OTHER / "sources.csv"
    before = path.read_bytes()
    path.write_bytes(before + b"unused,A title,publication,Somebody,2020,,,\n")
    try:
        done = apart("check", "--root", str(attacked), cwd=attacked / "cities" / "musterstadt")
    finally:
        path.write_bytes(before)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert f"cities/{OTHER}/sources.csv" in done.stdout
    assert list(attacked.rglob(RAN)) == []


@pytest.mark.deep
def test_what_is_not_refused_is_text_on_every_page_and_in_every_table(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", OTHER)
    for name in LITERAL:
        write_attacked(root, name, CASES[name])
    done = profiles("build", "--no-pdf", cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    site = root / "build" / "site"
    faults = {
        path.relative_to(site).as_posix(): found
        for path in site.rglob("*.html")
        if (found := read_page(path).faults)
    }
    assert faults == {}
    cities = read_page(site / "cities" / "index.html").text
    for name in LITERAL:
        heading = f"Musterstadt {CASES[name]['text']}"
        assert read_page(site / "cities" / name / "index.html").heading.startswith(heading)
        assert heading in "".join(cities)
    assert [cell for path in site.rglob("*.csv") for cell in formulas_of(path)] == []
    assert [cell for path in site.rglob("*.xlsx") for cell in formulas_in(path)] == []
    held = [path for path in root.joinpath("build").rglob("*") if path.is_file()
            and SECRET.encode() in path.read_bytes().replace(b"echo CANARY-7f3a", b"")]  # fmt: skip
    assert held == []
    assert list(root.rglob(RAN)) == []


def formulas_of(path: Path) -> Iterator[str]:
    """Yield the cells of a table that a spreadsheet takes for a formula; numbers are none."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file):
            yield from (
                cell for cell in row if cell[:1] in FORMULA and cell and not is_number(cell)
            )


def formulas_in(path: Path) -> Iterator[str]:
    for sheet in load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            yield from (str(cell.value) for cell in row if cell.data_type == "f")


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
