"""Data messages of SDMX-ML: what is in them becomes rows, and what is dangerous is not opened."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from generator.editing.exchange import statistical_xml
from generator.editing.exchange.foreign_table import ForeignTable, NotRecognised
from generator.editing.exchange.recognition import read_foreign
from tests.editing import sdmx_messages as messages
from tests.editing.test_import import ABOUT, SIGNED, root, rows, run, shared_root, some

__all__ = ["root", "shared_root"]

MAPPING = f"""\
source: office
{ABOUT}{SIGNED}format: sdmx-ml
where: {{REF_AREA: AT002}}
words: {{sex: {{_T: total, F: female}}, unit: {{PT: "%"}}}}
series:
  UNEMP: {{observable: unemployment-rate, unit: "%", territory: urban-area}}
"""
ALL = {
    "specific 2.1": messages.SPECIFIC_2_1,
    "specific 3.0": messages.SPECIFIC_3_0,
    "generic 2.1": messages.GENERIC_2_1,
}
TOLD = ("period", "sex", "value", "status", "territory", "note")


def needs_the_extra() -> None:
    for package in ("pysdmx", "pandas", "pyarrow"):
        pytest.importorskip(package, reason="SDMX-ML needs the extra [exchange], which brings it")


def table_of(tmp_path: Path, data: str | bytes) -> ForeignTable:
    path = tmp_path / "message.xml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_foreign(path)


@pytest.mark.parametrize("name", ALL)
def test_breakdowns_statuses_notes_and_written_decimals_are_kept(root: Path, name: str) -> None:
    needs_the_extra()
    result = run(root, ALL[name], "message.xml", MAPPING, "--write")
    assert result.exit_code == 0, result.output
    found = some(rows(root), *TOLD)
    assert ("2019", "", "7.50", "", "urban-area", "") in found
    assert ("2020", "", "8.25", "P", "urban-area", "Survey, new form.") in found
    assert ("2020", "female", "8.75", "", "urban-area", "") in found
    missing = ("2021", "", "", "O", "urban-area", "")
    assert (missing in found) is ("generic" not in name)
    assert not [row for row in found if row[2] == "5.5"]


def test_a_message_saved_in_two_bytes_a_letter_is_read(tmp_path: Path) -> None:
    needs_the_extra()
    text = messages.SPECIFIC_2_1.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    table = table_of(tmp_path, text.encode("utf-16"))
    assert table.format == "sdmx-ml"
    assert len(table.rows) == 5


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<html><body>Not found</body></html>", "xml-other"),
        (messages.ENTITIES, "xml-entities"),
        (messages.ENTITIES.encode("utf-16"), "xml-entities"),
    ],
)
def test_what_is_no_message_or_declares_entities_is_refused(
    tmp_path: Path, text: str | bytes, reason: str
) -> None:
    with pytest.raises(NotRecognised, match=reason):
        table_of(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (messages.SPECIFIC_2_1[:-60], "xml-broken"),
        (messages.STRUCTURE, "sdmx-structure|sdmx-other"),
        (messages.SPECIFIC_2_1.replace('"S1" name', '"S9" name'), "sdmx-other"),
    ],
)
def test_a_message_that_is_broken_or_holds_no_data_is_refused(
    tmp_path: Path, text: str, reason: str
) -> None:
    needs_the_extra()
    with pytest.raises(NotRecognised, match=reason):
        table_of(tmp_path, text)


def test_a_large_message_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistical_xml, "MOST_BYTES", 1000)
    with pytest.raises(NotRecognised, match="too-large"):
        table_of(tmp_path, messages.SPECIFIC_2_1)


def test_without_the_extra_it_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".")[0] == "pysdmx":
            raise ImportError(name)
        return usual(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    result = run(root, messages.SPECIFIC_2_1, "message.xml", MAPPING)
    assert result.exit_code == 1
    assert 'pip install "city-profiles[exchange]"' in result.output
    assert "SDMX-CSV" in result.output
