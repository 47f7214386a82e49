"""Files to records and problems, with file, line and column for every value.

The only part that opens inputs. Judges one file at a time; rules across files are in `checks`.
"""
