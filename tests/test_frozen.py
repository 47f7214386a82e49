"""Records do what frozen dataclasses of the standard library do."""

import copy
import dataclasses
import pickle
from dataclasses import field
from typing import Any, ClassVar

import pytest

from generator.frozen import dataclass


@dataclass(frozen=True)
class Place:
    """A place."""

    name: str
    people: int = 0
    twins: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False, kw_only=True)
    KIND: ClassVar[str] = "city"


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True)
class Port(Place):
    depth_m: float = 0.0


@dataclass(frozen=True)
class Nothing:
    pass


@dataclasses.dataclass(frozen=True)
class Standard:
    """A place."""

    name: str
    people: int = 0
    twins: list[str] = field(default_factory=list)
    note: str = field(default="", compare=False, repr=False, kw_only=True)
    KIND: ClassVar[str] = "city"


GIVEN: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("Rana",), {}),
    (("Rana", 3), {"note": "n"}),
    (("Rana", 3, ["Oslo"]), {}),
    ((), {"twins": ["a"], "name": "Oslo"}),
    ((), {}),
    (("Rana", 3, [], "n"), {}),
    (("Rana",), {"size": 4}),
]


@pytest.mark.parametrize(("given", "named"), GIVEN)
def test_a_record_is_made_as_the_standard_one(
    given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    try:
        standard = Standard(*given, **named)
    except TypeError:
        with pytest.raises(TypeError):
            Place(*given, **named)
        return
    place = Place(*given, **named)
    assert dataclasses.asdict(place) == dataclasses.asdict(standard)
    assert repr(place).removeprefix("Place") == repr(standard).removeprefix("Standard")
    assert [one.name for one in dataclasses.fields(place)] == [
        one.name for one in dataclasses.fields(standard)
    ]


def test_records_are_equal_by_class_and_by_what_is_compared() -> None:
    assert Place("a", 1, ["b"], note="x") == Place("a", 1, ["b"], note="y")
    assert Place("a") != Place("b")
    assert Place("a") != Standard("a")
    assert Place("a") != Port("a")
    assert Nothing() == Nothing()
    assert Point(1, 2) == Point(1.0, 2.0)
    assert hash(Point(1, 2)) == hash(Point(1.0, 2.0)) == hash((1, 2))
    assert len({Point(1, 2), Point(1, 2), Point(2, 1)}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Place("a"))


def test_each_instance_has_a_default_of_its_own() -> None:
    assert Place("a").twins is not Place("a").twins


@pytest.mark.parametrize("record", [Place("a"), Point(1, 2), Port("a", depth_m=2), Nothing()])
def test_a_record_stays_as_it_is(record: Any) -> None:
    for change in (
        lambda: setattr(record, "name", 1),
        lambda: setattr(record, "x", 1),
        lambda: delattr(record, "x"),
    ):
        with pytest.raises((dataclasses.FrozenInstanceError, AttributeError)):
            change()


@pytest.mark.parametrize("record", [Place("a", 2, ["b"], note="n"), Point(1, 2), Port("a", 5)])
def test_a_record_is_copied_sent_and_replaced(record: Any) -> None:
    for one in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert one == record
        assert repr(one) == repr(record)
    first = dataclasses.fields(record)[0].name
    assert getattr(dataclasses.replace(record, **{first: 9}), first) == 9


def test_a_record_is_matched_by_place() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_what_inherits_has_the_fields_of_both() -> None:
    port = Port("a", 1, depth_m=3)
    assert (port.name, port.depth_m, port.KIND) == ("a", 3, "city")
    assert [one.name for one in dataclasses.fields(port)][-1] == "depth_m"


def test_own_methods_stay() -> None:
    @dataclass(frozen=True)
    class Folded:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Folded) and self.name.lower() == other.name.lower()

        def __repr__(self) -> str:
            return self.name

    assert Folded("A") == Folded("a")
    assert repr(Folded("A")) == "A"


def test_what_is_not_frozen_is_for_the_standard_library() -> None:
    with pytest.raises(TypeError, match="standard library"):
        dataclass(frozen=False)
