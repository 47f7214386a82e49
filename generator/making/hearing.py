"""What cities tell before they are assessed, and what is answered of each out of what all tell.

When all are assessed, the rules of some for their peers are answered.

These are units of their own, so that a figure of one city makes only those others anew for which
it gives another answer.
"""

from collections.abc import Sequence
from contextlib import suppress

from generator.assessment.advice.told_by_cities import told_of
from generator.making.made_units import Unit, grouped
from generator.making.workshop import (
    Assignment,
    Workshop,
    alike_path,
    near_path,
    ruled_path,
    told_path,
    workshop,
)
from generator.summary.city_parts import told_parts
from generator.summary.near_answers import Asked, alike_answers
from generator.summary.part_files import PartFile, part_file
from generator.summary.plain_data import to_text
from generator.summary.shelf import MEMBERS

TOLD, NEAR, ALIKE, RULED = "told:", "near:", "alike:", "ruled:"
"""Before the name of a city: what it tells, what is answered of it, which cities are alike it, and
which peers its rule chooses."""


def tell_cities(assignment: Assignment, names: Sequence[str]) -> list[Unit | None]:
    """Return what each city tells; None of one whose files are no such files."""
    return [_tell(workshop(assignment), name) for name in names]


def _tell(shop: Workshop, name: str) -> Unit | None:
    with suppress(KeyError, ValueError):
        told = told_of(shop.content.framework, shop.shelf.city(name))
        path, content = told_path(name), part_file(told_parts(shop.shelf.forms, told))
        return Unit(f"{TOLD}{name}", (), {path: shop.write(path, content)})
    return None


def find_alike(assignment: Assignment, names: Sequence[str]) -> list[Unit]:
    """Return which cities are alike each city, and with which it is compared."""
    shop = workshop(assignment)
    return [_find_alike(shop, name) for name in names]


def _find_alike(shop: Workshop, name: str) -> Unit:
    with shop.notebook.taking() as reads:
        path, content = alike_path(name), part_file(alike_answers(shop.shelf, name))
        groups = grouped(reads(), shop.assignment.published)
    return Unit(f"{ALIKE}{name}", groups, {path: shop.write(path, content)})


def choose_peers(assignment: Assignment, names: Sequence[str]) -> list[Unit]:
    """Return which peers the rule of each city chooses: none where it has no rule."""
    shop = workshop(assignment)
    return [_choose_peers(shop, name) for name in names]


def _choose_peers(shop: Workshop, name: str) -> Unit:
    with shop.notebook.taking() as reads:
        members = to_text(shop.shelf.chosen_by_rule(name))
        path, content = ruled_path(name), part_file({MEMBERS: members})
        groups = grouped(reads(), shop.assignment.published)
    return Unit(f"{RULED}{name}", groups, {path: shop.write(path, content)})


def answer_again(assignment: Assignment, names: Sequence[str]) -> list[Unit]:
    """Return what is answered of each city now, to the questions that it was asked before."""
    shop = workshop(assignment)
    return [_answer_again(shop, name) for name in names]


def _answer_again(shop: Workshop, name: str) -> Unit:
    asked = Asked(shop.shelf, name)
    asked.again(PartFile(shop.assignment.former / near_path(name)).checksums)
    return near_unit(shop, name, asked)


def near_unit(shop: Workshop, name: str, asked: Asked) -> Unit:
    """Return the answers as they are kept."""
    path, content = near_path(name), part_file(dict(sorted(asked.answers.items())))
    reads = grouped(asked.reads, shop.assignment.published)
    return Unit(f"{NEAR}{name}", reads, {path: shop.write(path, content)})
