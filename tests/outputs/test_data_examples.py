"""The examples of the data page: the Python one runs, the others name what there is."""

import contextlib
import html
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.open_data_tables import DATA_TABLES
from generator.outputs.data.data_files import DataFile
from generator.pages import compose_page
from generator.views.site import Site
from generator.views.targets import page
from tests.written import body_of

PRE = re.compile(r"<pre[^>]*><code>(.*?)</code>", re.DOTALL)
ADDRESS = "https://example.org/profiles"


def examples(site: Site, address: str | None = None) -> list[str]:
    document = site.publication.document
    record = document.record.model_copy(update={"address": address})
    at = replace(
        site, publication=replace(site.publication, document=replace(document, record=record))
    )
    body = body_of(at, compose_page(at, page("data")))
    return [html.unescape(one) for one in PRE.findall(body)]


@pytest.fixture(scope="module")
def built(files: dict[str, DataFile], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    for path, file in files.items():
        (folder / "data" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "data" / path).write_bytes(file.content)
    return folder


def printed(program: str) -> list[list[str]]:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(compile(program, "example", "exec"), {})
    return [line.split("\t") for line in out.getvalue().splitlines()]


def expected(site: Site, program: str) -> dict[str, str]:
    name = re.search(r'row\["id"\] == "([^"]+)"', program)
    assert name is not None
    shown = {city: one.observables[name[1]].selection.shown for city, one in site.results.items()}
    return {
        site.publication.cities[city].record.name: str(row.period or "")
        for city, row in shown.items()
        if row is not None
    }


def test_python_reads_the_files_beside_it(
    site: Site, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = examples(site)[0]
    monkeypatch.chdir(built)
    lines = printed(program)
    assert len(lines) > 5
    assert {line[0]: line[3] for line in lines} == expected(site, program)


def test_python_reads_the_files_at_their_address(site: Site, built: Path) -> None:
    program = examples(site, ADDRESS)[0]
    assert f"{ADDRESS}/data/" in program
    lines = printed(program.replace(ADDRESS, built.as_uri()))
    assert {line[0]: line[3] for line in lines} == expected(site, program)


@pytest.mark.parametrize("address", [None, ADDRESS])
def test_the_others_name_files_and_columns_that_exist(
    site: Site, files: dict[str, DataFile], address: str | None
) -> None:
    columns = {name: [one.name for one in columns] for name, columns in DATA_TABLES}
    _, r, query, *online, sheet, _ = examples(site, address)
    assert len(online) == (1 if address else 0)
    assert {"kind", "score", "city"} <= set(columns["scores"])
    assert all(name in r for name in ("kind", "score", "city"))
    for letter, name in zip(re.findall(r"scores!([A-Z]):", sheet), ("name", "state"), strict=True):
        assert columns["scores"][ord(letter) - ord("A")] == name
    for text in (r, query, *online):
        (file,) = re.findall(r'"([^"]*data/[^"]*)"', text)
        assert file.partition("data/")[2] in files
        assert file.startswith(ADDRESS if address else "data/")
