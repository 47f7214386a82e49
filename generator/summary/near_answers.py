"""What is answered of a city out of what all cities tell; each answer is kept by its question.

When one city tells something else, the questions of all are answered again, but only what rests
on an answer that has become another one is made again.
"""

import contextlib
import json
from collections.abc import Callable, Collection, Iterable
from functools import cache, cached_property
from typing import TypeVar

from generator.assessment.advice.practice_matching import Evidence, Surroundings
from generator.summary.plain_data import Form, Forms, to_text
from generator.summary.reads import Read
from generator.summary.shelf import ALIKE, PART, TWINS, Shelf

T = TypeVar("T")


@cache
def _form(hint: object) -> Form:
    return Forms({}).of(hint)


class Asked:
    """The questions that a city was asked, with the answers as text, and what these rest on."""

    def __init__(self, shelf: Shelf, city: str) -> None:
        self._shelf, self._city = shelf, city
        self.answers: dict[str, str] = {}
        self.reads: frozenset[Read] = frozenset()

    def evidence(
        self, named: Collection[str], indicators: Collection[str], at_most: int
    ) -> tuple[Evidence, ...]:
        """Return the nearest practices, see `practice_matching`."""
        question = to_text([sorted(named), sorted(indicators), at_most])
        return self._answer(
            question,
            tuple[Evidence, ...],
            lambda: self._surroundings.evidence(named, indicators, at_most),
        )

    def again(self, questions: Iterable[str]) -> None:
        """Answer questions anew; one that is none falls out."""
        for question in questions:
            with contextlib.suppress(ValueError):
                self.evidence(*_form(Question).read(json.loads(question)))

    @cached_property
    def _surroundings(self) -> Surroundings:
        shelf = self._shelf
        practices, told = dict(shelf.practices), dict(shelf.told)
        return Surroundings(shelf.content.framework, self._city, practices, told)

    def _answer(self, question: str, hint: object, answer: Callable[[], T]) -> T:
        notebook = self._shelf.notebook
        with notebook.taking(apart=True) as reads:
            found = answer()
            self.reads |= reads()
        self.answers[question] = to_text(_form(hint).write(found))
        notebook.note((self._city, PART + question))
        return found


def alike_answers(shelf: Shelf, city: str) -> dict[str, str]:
    """Return with which cities one is compared for twinning, and which are most alike it.

    Only pages of several cities use the answers, which so stand apart from those to the city.
    """
    found = {TWINS: to_text(shelf.nearest_to(city))}
    alike = enumerate(shelf.most_alike(city))
    return found | {f"{ALIKE}{place}": to_text(name) for place, name in alike}


Question = tuple[tuple[str, ...], tuple[str, ...], int]
"""The practices named, the indicators, and how many are asked for."""
