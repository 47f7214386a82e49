"""What a command would write: shown as a difference first, written when it is told to."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff
from pathlib import Path

from generator.editing.writing import NotWritable, replace_files
from generator.frozen import dataclass
from generator.problems.render import one_line

AROUND = 1
"""Number of unchanged lines that are shown above and below a change."""


@dataclass(frozen=True)
class FileChange:
    """The new text of a file, relative to the root; None where there is no such file."""

    file: str
    old: str | None
    new: str | None

    @property
    def is_change(self) -> bool:
        return self.old != self.new


def difference(changes: Iterable[FileChange]) -> Iterator[str]:
    """Yield the lines of a unified difference; nothing invisible in them reaches a terminal."""
    for change in changes:
        if change.is_change:
            before, after = (change.old or "").split("\n"), (change.new or "").split("\n")
            names = (f"a/{change.file}", f"b/{change.file}")
            lines = unified_diff(before, after, *names, n=AROUND, lineterm="")
            yield from (one_line(line.rstrip("\r\n")) for line in lines)


def write_changes(root: Path, changes: Iterable[FileChange]) -> None:
    """Write the new texts, byte for byte; what was there is replaced as a whole or not at all.

    Raises:
        NotWritable: a file is a link, lies behind one, or has changed meanwhile.
        OSError: the machine cannot write.
    """
    written = {
        change.file: (change.old, change.new.encode())
        for change in changes
        if change.is_change and change.new is not None
    }
    new = {file: after for file, (old, after) in written.items() if old is None}
    for file in new:
        if (root / file).resolve() != root.resolve() / file:
            raise NotWritable(file)
    before = {file: old.encode() for file, (old, _) in written.items() if old is not None}
    replace_files(root, before, {file: written[file][1] for file in before})
    for file, after in new.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(after)
