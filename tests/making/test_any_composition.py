"""Whatever is put together of marks, in every free text of a city: the pages of plain text.

Each free cell of each table, each text of each YAML file and the labels get a composition by a
seed, with line ends where a table allows them; the same places with words of plain letters give
pages of the same elements and attributes, and lead as often to each city.
"""

import random
from functools import partial
from pathlib import Path

import pytest

from generator.model.tables import Cell
from tests.draws import draws
from tests.making.filled_texts import (
    Making,
    compared,
    plain,
    write,
    write_labels,
    write_texts,
)

PIECES = (
    "```", "~~~", "`", "<script>", "</script>", "<b>", "</div>", "<!--", "-->", "<img src=x>",
    "[a](javascript:b)", "[a]: b", "![a](b)", "{{ 7*7 }}", "{% raw %}", "{: #__config }", "# a",
    "| a | b |", "|-|-|", "*a*", "__b__", "&lt;", "&#60;", "<!-- /block -->", "$x$", "<p", "\">",
    "'>", "<svg/onload=a>", "---", "===", "1. a", "> a", "    a", "*[EU]: x", "\\", "^", "a",
)  # fmt: skip


def composition(rng: random.Random, cell: Cell) -> str:
    between = [" ", "\n", "\n\n"] if cell is Cell.TEXT else [" "]
    text = "".join(rng.choice(PIECES) + rng.choice(between) for _ in range(rng.randint(2, 6)))
    return f"x{text}x"


def compositions(seed: int) -> tuple[Making, Making]:
    """Return what makes compositions, and the same of plain letters."""
    one, other = random.Random(seed), random.Random(seed)
    return lambda cell: composition(one, cell), lambda cell: plain(composition(other, cell))


def test_compositions_of_marks_make_the_pages_of_plain_text(tmp_path: Path) -> None:
    assert compared(tmp_path, compositions(1), write) > 50


@pytest.mark.deep
def test_five_thousand_compositions_make_the_pages_of_plain_text(tmp_path: Path) -> None:
    count = seed = 0
    while count < draws(5000):
        seed += 1
        count += compared(tmp_path / str(seed), compositions(seed), write)


@pytest.mark.deep
def test_texts_of_records_make_the_pages_of_plain_text(tmp_path: Path) -> None:
    for seed in range(draws(20)):
        assert compared(tmp_path / str(seed), compositions(seed), write_texts) > 20


@pytest.mark.deep
def test_labels_make_the_pages_of_plain_text(tmp_path: Path) -> None:
    for seed in range(draws(20)):
        filling = partial(write_labels, begin=seed)
        assert compared(tmp_path / str(seed), compositions(seed), filling) > 20
