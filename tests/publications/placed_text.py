"""Where each piece of text of a PDF stands: read from what is drawn, with the widths of its fonts.

A piece is what is drawn in one go. Its box is that of its letters, in points from the lower left
corner of the page; `mark` is the number by which the structure of the page names it, None for what
is decoration to a screen reader (heads and feet of pages, leaders, drawings).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

ASCENT, DESCENT = 0.72, 0.1
"""How far letters reach above and below their line, as a share of their size."""
SKIPPED = {"", "\ufeff"}
PAINTED = ("f", "f*", "F", "B", "B*", "b", "b*", "S", "s")
Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters drawn in one go."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    base: float
    mark: int | None

    @property
    def size(self) -> float:
        """How high its letters are, as a share of which lines stand apart."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Shape:
    """What is filled or drawn: with which colour, between which corners; `is_round`: by curves."""

    colour: tuple[float, ...]
    left: float
    bottom: float
    right: float
    top: float
    mark: int | None
    is_round: bool


@dataclass(slots=True)
class Drawn:
    """What stands on a page."""

    pieces: list[Piece] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    pictures: int = 0


@dataclass(slots=True)
class _State:
    """How what comes next is drawn."""

    moved: Matrix = UNMOVED
    start: Matrix = UNMOVED
    line: Matrix = UNMOVED
    path: list[tuple[float, float]] = field(default_factory=list)
    is_round: bool = False
    font: "_Font | None" = None
    size: float = 0.0
    spacing: float = 0.0
    scale: float = 1.0
    rise: float = 0.0
    colour: tuple[float, ...] = (0.0,)


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return one matrix for two, one after the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t,
        e * q + f * s + u,
    )  # fmt: skip


class _Font:
    """The letters and widths of a font of two bytes a sign."""

    def __init__(self, record: Any) -> None:
        below = record.DescendantFonts[0]
        self.usual = float(below.get("/DW", 1000))
        self.widths = dict(_widths(below.get("/W", [])))
        self.letters = dict(_letters(record.ToUnicode.read_bytes()))

    def signs(self, drawn: bytes) -> Iterator[tuple[str, float]]:
        """Yield the letters of each sign, and how far it moves on in thousandths of the size."""
        for place in range(0, len(drawn) - 1, 2):
            code = int.from_bytes(drawn[place : place + 2])
            yield self.letters.get(code, ""), self.widths.get(code, self.usual)


def _widths(given: Any) -> Iterator[tuple[int, float]]:
    items = list(given)
    while items:
        first, then, *items = items
        if isinstance(then, pikepdf.Array):
            yield from ((int(first) + n, float(width)) for n, width in enumerate(then))
        else:
            width, *items = items
            yield from ((code, float(width)) for code in range(int(first), int(then) + 1))


def _letters(table: bytes) -> Iterator[tuple[int, str]]:
    text = table.decode("latin-1")

    def read(code: str) -> str:
        return bytes.fromhex(code).decode("utf-16-be", "replace")

    for part in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
        for code, letters in re.findall(r"<(\w+)>\s*<(\w+)>", part):
            yield int(code, 16), read(letters)
    for part in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
        for first, last, letters in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            for n in range(int(last, 16) - int(first, 16) + 1):
                yield int(first, 16) + n, read(f"{int(letters, 16) + n:0{len(letters)}x}")


class _Reader:
    """Follows the orders of a page."""

    def __init__(self) -> None:
        self.drawn = Drawn()
        self.fonts: dict[tuple[int, int], _Font] = {}
        self.marks: list[tuple[int | None, list[str] | None]] = []

    def follow(self, content: Any, resources: Any, state: _State) -> None:
        """Follow the orders of a page or of a drawing within it."""
        kept: list[_State] = []
        for operands, operator in pikepdf.parse_content_stream(content):
            name = str(operator)
            if name == "q":
                kept.append(replace(state, path=[]))
            elif name == "Q":
                state = kept.pop()
            elif name == "Do":
                self.place(resources.XObject[str(operands[0])], state)
            elif name in ("BDC", "BMC", "EMC"):
                self.bracket(name, operands, resources)
            elif name == "Tf":
                state.font, state.size = self.font(resources, str(operands[0])), float(operands[1])
            elif name in ("Tj", "TJ"):
                self.write(operands[0] if name == "TJ" else operands, state)
            elif name in PAINTED:
                self.draw(state)
            elif name in SET:
                SET[name](state, operands)

    def font(self, resources: Any, name: str) -> _Font:
        record = resources.Font[name]
        if record.objgen not in self.fonts:
            self.fonts[record.objgen] = _Font(record)
        return self.fonts[record.objgen]

    def bracket(self, name: str, operands: Any, resources: Any) -> None:
        if name == "EMC":
            self.marks.pop()
        else:
            self.marks.append(self.mark(operands, resources))

    def mark(self, operands: Any, resources: Any) -> tuple[int | None, list[str] | None]:
        number, said = self.marks[-1] if self.marks else (None, None)
        if str(operands[0]) == "/Artifact":
            return None, said
        given = operands[1] if len(operands) > 1 else {}
        if isinstance(given, pikepdf.Name):
            given = resources.Properties[str(given)]
        if "/ActualText" in given:
            said = [str(given["/ActualText"])]
        return (int(given["/MCID"]) if "/MCID" in given else number), said

    def write(self, parts: Any, state: _State) -> None:
        """Note a piece of text, and move to where the next begins."""
        assert state.font is not None
        text, moved = "", 0.0
        for part in parts:
            if _is_number(part):
                moved -= float(part) / 1000 * state.size
                continue
            for letters, width in state.font.signs(bytes(part)):
                text += letters
                moved += width / 1000 * state.size + state.spacing
        moved *= state.scale
        mark, said = self.marks[-1] if self.marks else (None, None)
        if said is not None:
            text = said.pop() if said else ""  # it stands for all that is drawn within
        place = times(state.line, state.moved)
        low, high = state.rise - DESCENT * state.size, state.rise + ASCENT * state.size
        corners = [_at(place, x, y) for x in (0.0, moved) for y in (low, high)]
        across, up = [x for x, _ in corners], [y for _, y in corners]
        box = (min(across), min(up), max(across), max(up))
        if text.strip() not in SKIPPED:
            base = _at(place, 0.0, state.rise)[1]
            self.drawn.pieces.append(Piece(text, *box, base, mark))
        state.line = times((1, 0, 0, 1, moved, 0), state.line)

    def draw(self, state: _State) -> None:
        """Note what is filled or drawn along the path, which ends."""
        if state.path:
            across, up = [x for x, _ in state.path], [y for _, y in state.path]
            box = (min(across), min(up), max(across), max(up))
            mark = self.marks[-1][0] if self.marks else None
            self.drawn.shapes.append(Shape(state.colour, *box, mark, state.is_round))
        state.path, state.is_round = [], False

    def place(self, held: Any, state: _State) -> None:
        """Follow a drawing within the page, or count a picture."""
        if held.Subtype == "/Image":
            self.drawn.pictures += 1
            return
        within = replace(state, path=[])
        if "/Matrix" in held:
            within.moved = times(_matrix(held.Matrix), state.moved)
        self.follow(held, held.get("/Resources", {}), within)


def _is_number(value: Any) -> bool:
    return not isinstance(value, pikepdf.Object)


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(n) for n in operands)
    return a, b, c, d, e, f


def _at(place: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = place
    return a * x + c * y + e, b * x + d * y + f


def _move(state: _State, operands: Any) -> None:
    state.moved = times(_matrix(operands), state.moved)


def _begin(state: _State, operands: Any) -> None:
    state.line = state.start = _matrix(operands) if operands else UNMOVED


def _next_line(state: _State, operands: Any) -> None:
    x, y = (float(n) for n in operands)
    state.line = state.start = times((1, 0, 0, 1, x, y), state.start)


def _space(state: _State, operands: Any) -> None:
    state.spacing = float(operands[0])


def _stretch(state: _State, operands: Any) -> None:
    state.scale = float(operands[0]) / 100


def _raise(state: _State, operands: Any) -> None:
    state.rise = float(operands[0])


def _colour(state: _State, operands: Any) -> None:
    state.colour = tuple(round(float(n), 3) for n in operands if _is_number(n))


def _along(state: _State, operands: Any) -> None:
    numbers = [float(n) for n in operands]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    state.path.extend(_at(state.moved, x, y) for x, y in pairs)


def _curve(state: _State, operands: Any) -> None:
    _along(state, operands)
    state.is_round = True


def _box(state: _State, operands: Any) -> None:
    x, y, wide, high = (float(n) for n in operands)
    _along(state, (x, y, x + wide, y + high))


def _leave(state: _State, operands: Any) -> None:
    state.path, state.is_round = [], False


SET: Mapping[str, Callable[[_State, Any], None]] = {
    "cm": _move, "BT": _begin, "Tm": _begin, "Td": _next_line, "TD": _next_line, "Tc": _space,
    "Tz": _stretch, "Ts": _raise, "sc": _colour, "scn": _colour, "g": _colour, "rg": _colour,
    "k": _colour, "m": _along, "l": _along, "c": _curve, "re": _box, "n": _leave,
}  # fmt: skip
"""What orders set before text is written and shapes are drawn."""


def drawn_on(page: pikepdf.Page) -> Drawn:
    """Return what stands on a page."""
    reader = _Reader()
    reader.follow(page, page.obj.get("/Resources", {}), _State())
    return reader.drawn
