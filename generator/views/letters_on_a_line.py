"""Cities as dots on a line from 0 to 100, named by letters that join where they would overlap."""

from collections.abc import Sequence
from statistics import fmean

from generator.frozen import dataclass

SHORTEST = 2
"""Letters of a name at least."""
PER_LETTER = 3.0
"""The room of a letter on the line, which is 100 long."""
NEAR_END = 15.0
"""So near to an end, letters do not stand in the middle of their dots."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A city on a line; an open one if the figure is less sure."""

    place: float
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of one city, or of several; `anchor`: which end of them stands at the place."""

    place: float
    text: str
    anchor: str


def codes_of(names: Sequence[str]) -> tuple[str, ...]:
    """Return the first letters of each name, as many as tell it from the others."""
    return tuple(_code(name, [one for one in names if one != name]) for name in names)


def _code(name: str, others: Sequence[str]) -> str:
    lengths = range(SHORTEST, len(name))
    starts = (name[:length] for length in lengths)
    return next((one for one in starts if not any(o.startswith(one) for o in others)), name)


def dots_of(places: Sequence[float]) -> tuple[Dot, ...]:
    """Return dots that are all sure."""
    return tuple(Dot(round(place, 1)) for place in places)


def letters_of(places: Sequence[float | None], codes: Sequence[str]) -> tuple[Letters, ...]:
    """Return the letters above the dots, from the left; the places are those of the codes."""
    pairs = zip(places, codes, strict=True)
    held = sorted((place, code) for place, code in pairs if place is not None)
    found: list[Letters] = []
    members: list[list[float]] = []
    for place, code in held:
        found.append(_letters(round(place, 1), code))
        members.append([place])
        while len(found) > 1 and _ends(found[-2])[1] + PER_LETTER > _ends(found[-1])[0]:
            joined = members.pop(-2) + members.pop()
            text = f"{found.pop(-2).text}, {found.pop().text}"
            found.append(_letters(round(fmean(joined), 1), text))
            members.append(joined)
    return tuple(found)


def _letters(place: float, text: str) -> Letters:
    if place < NEAR_END:
        return Letters(place, text, "start")
    return Letters(place, text, "end" if place > 100 - NEAR_END else "middle")


def _ends(letters: Letters) -> tuple[float, float]:
    """Return where letters begin and end on the line."""
    width = PER_LETTER * len(letters.text)
    left = {"start": 0.0, "middle": width / 2, "end": width}[letters.anchor]
    return letters.place - left, letters.place - left + width
