"""A page rests on the fields of a result that it reads, and on nothing else of it."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pytest

from generator.summary.noted_records import NotedForms, Origin, Part
from generator.summary.plain_data import Forms


@dataclass(frozen=True, slots=True)
class Chosen:
    """A record within another, with slots."""

    value: float | None
    year: int

    @property
    def decade(self) -> int:
        return self.year // 10 * 10


@dataclass(frozen=True)
class Finding:
    """A record with defaults, records of its own kind, and something that is made once."""

    state: str
    chosen: Chosen | None = None
    score: float | None = None
    points: "tuple[Finding, ...]" = ()

    @cached_property
    def is_rated(self) -> bool:
        return self.state == "rated" and self.score is not None


FORMS = Forms({}, properties={Chosen: ("decade",)})
NOTED = NotedForms(FORMS, {Finding, Chosen})
POINT = Finding("rated", Chosen(3.0, 2021), 40.0)
RATED = Finding("rated", Chosen(1.5, 2024), 61.2, (POINT, Finding("no-figure")))


def data_of(finding: Finding | None) -> Any:
    return FORMS.of(Finding | None).write(finding)


def read_noted(finding: Finding | None, note: Callable[[str], None]) -> Any:
    """Return a record of which each reading is noted, that of the whole as well."""
    origin = Origin(lambda part, path: part + path, note, lambda form, data: form(data))
    reading, one = NOTED.read(Finding | None, data_of(finding), Part("", origin))
    note(reading)
    return one


def read(finding: Finding | None, look: Callable[[Any], Any]) -> tuple[Any, set[str]]:
    """Return what a look at a record read on demand gives, and what is noted meanwhile."""
    notes: set[str] = set()
    found = look(read_noted(finding, notes.add))
    return found, notes


LOOKS: tuple[tuple[Callable[[Any], Any], set[str]], ...] = (
    (lambda one: one is None, {"?"}),
    (lambda one: one.state, {"?", ".state"}),
    (lambda one: one.is_rated, {"?", ".state", ".score"}),
    (lambda one: one.chosen is None, {"?", ".chosen?"}),
    (lambda one: one.chosen.decade, {"?", ".chosen?", ".chosen.decade"}),
    (lambda one: len(one.points), {"?", ".points?"}),
    (lambda one: one.points[0].score, {"?", ".points?", ".points.0.score"}),
)


@pytest.mark.parametrize(("look", "noted"), LOOKS)
def test_what_is_read_of_a_record_is_what_it_was_made_with_and_noted(
    look: Callable[[Any], Any], noted: set[str]
) -> None:
    assert read(RATED, look) == (look(RATED), noted)


def test_a_record_that_was_made_once_is_noted_again_by_whoever_reads_it() -> None:
    notes: list[str] = []
    one = read_noted(RATED, notes.append)
    assert one.is_rated
    notes.clear()
    assert one.is_rated
    assert set(notes) == {".state", ".score"}


CHANGES: tuple[tuple[Finding | None, Finding | None, set[str]], ...] = (
    (RATED, RATED, set()),
    (RATED, replace(RATED, score=61.3), {".score"}),
    (RATED, replace(RATED, chosen=Chosen(1.6, 2024)), {".chosen.value"}),
    (RATED, replace(RATED, chosen=Chosen(1.5, 2025)), {".chosen.year"}),
    (RATED, replace(RATED, chosen=Chosen(1.5, 2030)), {".chosen.year", ".chosen.decade"}),
    (RATED, replace(RATED, chosen=None), {".chosen?"}),
    (RATED, replace(RATED, points=(POINT,)), {".points?"}),
    (RATED, replace(RATED, points=(RATED, RATED.points[1])), {
        ".points.0.chosen.value", ".points.0.chosen.year",
        ".points.0.score", ".points.0.points?",
    }),
    (RATED, None, {"?"}),
)  # fmt: skip


@pytest.mark.parametrize(("before", "now", "paths"), CHANGES)
def test_what_has_changed_is_named_as_it_is_noted(
    before: Finding | None, now: Finding | None, paths: set[str]
) -> None:
    changed = set(NOTED.changed(Finding | None, data_of(before), data_of(now)))
    assert changed == paths


def test_a_look_that_sees_something_else_rests_on_what_has_changed() -> None:
    """Whatever differs is seen: no look gives another answer without a noted path that changed."""
    others = [now for _, now, _ in CHANGES if now is not None]
    for look, _ in LOOKS:
        for now in others:
            try:
                seen = look(now)
            except (AttributeError, IndexError):
                seen = None
            found, noted = read(RATED, look)
            if seen != found:
                assert noted & set(NOTED.changed(Finding | None, data_of(RATED), data_of(now)))


def test_what_is_let_go_leaves_the_memory_at_once() -> None:
    one = read_noted(RATED, lambda _: None)
    assert one.chosen.year == one.points[0].chosen.year + 3
    gone = [weakref.ref(part) for part in (one, one.chosen, one.points[0])]
    gc.disable()
    try:
        del one
        assert [part() for part in gone] == [None, None, None]
    finally:
        gc.enable()
