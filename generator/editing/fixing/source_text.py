"""The text of a file as it is saved: byte order mark and line ends are kept, pieces are replaced.

In: bytes in UTF-8. Out: the same bytes, but for the pieces.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.frozen import dataclass
from generator.problems import Replacement
from generator.read.folders import CONTROL

MARK = "\ufeff"
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


class NotThere(ValueError):
    """A piece to be replaced does not stand where it should."""


@dataclass(frozen=True)
class SourceText:
    """Lines and the line end of each, of which the last is blank; `mark`: with a mark before it."""

    lines: tuple[str, ...]
    ends: tuple[str, ...]
    mark: bool = False

    @classmethod
    def of(cls, data: bytes) -> "SourceText":
        """Return the text of a file.

        Raises:
            UnicodeDecodeError: the file is not saved as UTF-8.
        """
        text = data.decode("utf-8")
        found = [match.groups() for match in _LINE.finditer(text.removeprefix(MARK))]
        last = next(number for number, (_, end) in enumerate(found, start=1) if not end)
        lines, ends = zip(*found[:last], strict=True)
        return cls(lines, ends, text.startswith(MARK))

    @property
    def text(self) -> str:
        """The text with plain line ends."""
        return "\n".join(self.lines)

    @property
    def data(self) -> bytes:
        pairs = zip(self.lines, self.ends, strict=True)
        text = "".join(line + end for line, end in pairs)
        return (MARK * self.mark + text).encode("utf-8")

    def with_lines(self, lines: Iterable[str]) -> "SourceText":
        return replace(self, lines=tuple(lines))

    def without_first_line(self) -> "SourceText":
        return replace(self, lines=self.lines[1:], ends=self.ends[1:])

    def replaced(self, pieces: Iterable[Replacement]) -> "SourceText":
        """Return the text with pieces replaced, none of which overlap.

        Raises:
            NotThere: the text has something else at the place of a piece.
        """
        lines = list(self.lines)
        for piece in sorted(pieces, key=_place_of, reverse=True):
            line, start = lines[piece.line - 1], piece.character - 1
            if not line.startswith(piece.old, start) or CONTROL.search(self.lines[piece.line - 1]):
                raise NotThere(piece)
            lines[piece.line - 1] = line[:start] + piece.new + line[start + len(piece.old) :]
        return self.with_lines(lines)


def _place_of(piece: Replacement) -> tuple[int, int]:
    return piece.line, piece.character


def overlap(pieces: Iterable[Replacement], taken: Iterable[Replacement]) -> bool:
    """Return whether some piece would replace what another one replaces."""
    others = list(taken)
    return any(_meet(piece, other) for piece in pieces for other in others)


def _meet(piece: Replacement, other: Replacement) -> bool:
    first, second = sorted((piece, other), key=_place_of)
    same_line = first.line == second.line
    return same_line and second.character <= first.character + len(first.old)


def lines_gone(before: bytes, after: bytes) -> int:
    """Return how many lines a text in UTF-8 has lost."""
    return len(SourceText.of(before).lines) - len(SourceText.of(after).lines)
