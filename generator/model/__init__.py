"""Frozen records of a publication: what the files hold, in the words of the field.

Nothing here reads a file, judges across records or formats text for readers.
"""
