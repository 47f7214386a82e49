"""Rules for moved pages: the old address is free, and the new one is that of a page."""

from collections.abc import Iterator, Mapping, Set
from difflib import get_close_matches

from generator.checks.places import cell_problem
from generator.model.content_tables import Redirect
from generator.model.known_pages import certain_pages, possible_pages
from generator.model.publication import Publication
from generator.problems import Code, Problem


def check_redirects(publication: Publication) -> Iterator[Problem]:
    """Each old address is one that no page has; each new one is that of a page."""
    table = publication.redirects
    taken, pages = possible_pages(publication), certain_pages(publication)
    moves = {row.old: row.new for row in reversed(table.rows) if row.old is not None}
    first: dict[str, int] = {}
    for row in table:
        if row.old is None:
            yield cell_problem(Code.REDIRECT_ADDRESS, table, row, "from", "", "cities/old-name")
        elif row.old in taken:
            yield cell_problem(Code.REDIRECT_TAKEN, table, row, "from")
        elif first.setdefault(row.old, row.line) != row.line:
            line = str(first[row.old])
            yield cell_problem(Code.KEY_REPEATED, table, row, "from", line=line)
        if row.new not in pages:
            expected = _meant(row, moves, pages)
            yield cell_problem(Code.REDIRECT_TARGET, table, row, "to", "", expected)


def _meant(row: Redirect, moves: Mapping[str, str | None], pages: Set[str]) -> str:
    """Return the page at the end of a chain of moves, or the one with the most similar address."""
    at = row.new
    for _ in moves:
        at = moves.get(at or "", at)
        if at in pages:
            return at or ""
    near = get_close_matches(row.to_path, sorted(pages), 1, 0.7)
    return near[0] if near else ""
