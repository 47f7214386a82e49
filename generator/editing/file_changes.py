"""What a command would write: shown as a difference first, written when it is told to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from generator.editing.writing import NotWritable, replace_files
from generator.problems.render import one_line

AROUND = 1
"""Number of unchanged lines that are shown above and below a change."""


@dataclass(frozen=True)
class FileChange:
    """The new text of a file, relative to the root; `old` is None if there is no such file."""

    file: str
    old: str | None
    new: str

    @property
    def is_change(self) -> bool:
        return self.old != self.new


def difference(changes: Iterable[FileChange]) -> Iterator[str]:
    """Yield the lines of a unified difference; nothing invisible in them reaches a terminal."""
    for change in changes:
        if change.is_change:
            before, after = (change.old or "").split("\n"), change.new.split("\n")
            names = (f"a/{change.file}", f"b/{change.file}")
            lines = unified_diff(before, after, *names, n=AROUND, lineterm="")
            yield from (one_line(line.rstrip("\r\n")) for line in lines)


def write_changes(root: Path, changes: Iterable[FileChange]) -> None:
    """Write the new texts, byte for byte; what was there is replaced as a whole or not at all.

    Raises:
        NotWritable: a file is a link, lies behind one, or has changed meanwhile.
        OSError: the machine cannot write.
    """
    changed = [change for change in changes if change.is_change]
    new = [change for change in changed if change.old is None]
    for change in new:
        if (root / change.file).resolve() != root.resolve() / change.file:
            raise NotWritable(change.file)
    before = {change.file: change.old.encode() for change in changed if change.old is not None}
    after = {change.file: change.new.encode() for change in changed if change.old is not None}
    replace_files(root, before, after)
    for change in new:
        (root / change.file).write_bytes(change.new.encode())
