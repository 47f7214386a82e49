"""The only writer in `cities/`: new folders, later repairs, workbooks and imports."""
