"""The files of a small city, its workbook, and what a spreadsheet does to it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.commands import profiles
from generator.editing.workbook.reading_back import ReadBack

OBSERVATIONS = """\
period,observable,value,unit,source,status,note
2021,unemployment-rate,38.0,%,office,,
2022,unemployment-rate,7.50,%,office,E,"Commas, ""quotes"" and"
2022,household-internet-access,"91.20",%,office,A,=SUM(A1:A9)
2023,household-internet-access,1e5,%,office,A,_x0041_ stays
2023,open-data,12,%,office,,-5 °C
"""
"""Columns in an order of its own, marks around a number, texts that a spreadsheet would compute."""
SOURCES = "\ufeffsource,title,kind,url,year\r\noffice,City office,city-record,,2024\r\n"
"""A byte order mark and the line ends of another system."""
CONTEXT = "variable,period,value,unit,source\npopulation,2023,98000,inhabitants,office"
"""The last line has no end."""
CITY = 'name: "Graz"\ncountry: "AT"\n'


Edit = Callable[[Any], None]


def edited(there: Path, *edits: Edit) -> Path:
    """Change the workbook as a spreadsheet does; return where it is."""
    path = there / "graz.xlsx"
    book = load_workbook(path)
    for edit in edits:
        edit(book)
    book.save(path)
    return path


def cell(sheet: str, name: str, value: Any, form: str = "General") -> Edit:
    def edit(book: Any) -> None:
        book[sheet][name].number_format = form
        book[sheet][name].value = value

    return edit


def codes(read: ReadBack) -> list[tuple[str, str]]:
    return [(problem.code.value, problem.place.file) for problem in read.problems]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(profiles, ["workbook", *arguments])
