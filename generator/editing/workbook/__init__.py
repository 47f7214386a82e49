"""The tables of a city as a workbook, out and in: for those who work in a spreadsheet.

Out (`export.py`): a sheet for each table of the folder, made from the definition of the table
(`sheet_plan.py`), with every cell as text. In (`reading_back.py`): sheets are recognised by name
or by columns (`known_sheets.py`), what the spreadsheet made of cells is undone where it is sure
(`typed_cells.py`), and rows are matched by their key (`merging.py`). Nothing is deleted unasked.
"""
