"""Mutants: the code of the ratings changed in one place; a test must turn red for each."""
