"""How a workbook says which sheet is which table: what is written and read back by."""

GUIDE = "read me"
INDICATORS = "indicators"
GUIDE_HEADER = ("sheet", "file", "content", "version")
"""The columns of the sheet that says which sheet is which file, in which version."""

ANSWERS = "answers"
"""Stands for the version of a sheet that asks: it holds answers alone, and what it lacks stays."""

GIVEN = ("observable", "unit")
"""The columns of the table that such a sheet fills in itself: a row with nothing else is open."""
