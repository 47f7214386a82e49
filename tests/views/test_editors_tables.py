"""What the pages for editors say of a table is what the check reads it by."""

from generator.model.files import CITY_FILES
from generator.views.cell import Link, text_of
from generator.views.editors_tables import TABLES, columns_of_table, files_of_city
from generator.views.site import Site


def row_of(site: Site, table: str, column: str) -> list[str]:
    kind = TABLES[table].table
    assert kind is not None
    rows = [[text_of(one) for one in row] for row in columns_of_table(site, kind).rows]
    return next(row for row in rows if row[0] == column)


def test_every_file_is_named_and_every_table_leads_to_its_columns(site_then: Site) -> None:
    first = [row[0] for row in files_of_city(site_then).rows]
    assert [text_of(one) for one in first] == [kind.pattern for kind in CITY_FILES]
    assert [one.target for one in first if isinstance(one, Link)] == [
        f"editors:{name}" for name in TABLES
    ]
    for kind in TABLES.values():
        assert kind.table is not None
        names = [text_of(row[0]) for row in columns_of_table(site_then, kind.table).rows]
        assert names == [column.name for column in kind.table.columns]


def test_a_column_tells_whether_it_is_required_and_which_words_it_allows(site_then: Site) -> None:
    assert row_of(site_then, "sources", "title")[1:] == [
        "Must be filled", "Title of the document or data set.", "",
    ]  # fmt: skip
    kind = row_of(site_then, "sources", "kind")
    assert kind[3].startswith("official-statistics (Official statistics); ")
    assert row_of(site_then, "observations", "verified")[3] == "yes; no"
    assert "proxy (Proxy only)" in row_of(site_then, "observations", "comparability")[3]
    assert "E (Estimated)" in row_of(site_then, "observations", "status")[3]
    assert row_of(site_then, "observations", "observable")[3] == "Indicators"


def test_how_a_cell_is_written_is_told_where_no_words_are_listed(site_then: Site) -> None:
    assert "A number such as 12.5." in row_of(site_then, "observations", "numerator")[2]
    assert "Small letters" not in row_of(site_then, "observations", "comparability")[2]
