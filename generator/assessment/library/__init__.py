"""Ratings of plain tables, for those who compute another index."""
