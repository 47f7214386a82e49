"""Reading for tests, which check nearly the same publication many times: each text is read once.

A table or record is kept by its name, its kind and its bytes, together with its problems; what
refers to it is judged anew each time.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from generator.model.files import FileKind
from generator.problems import Problem, Problems
from generator.read import folder_contents, labels
from generator.read.folder_contents import FolderContents
from generator.read.yaml_nodes import YamlTree

Kept = dict[tuple[str, str, bytes], tuple[FolderContents, tuple[Problem, ...]]]
"""Path, pattern and bytes of a file, to what was read of it and what was said."""

MOST = 20_000
"""After so many files all are forgotten: long tests read many that never come again."""


@contextmanager
def reading_once(kept: Kept) -> Iterator[None]:
    """Keep what is read, and read no text that is kept."""
    read, read_words = folder_contents._read_file, labels._read
    with (
        patch.object(folder_contents, "_read_file", _keeping(read, kept)),
        patch.object(labels, "_read", _keeping_labels(read_words)),
    ):
        yield


def _keeping(read: Callable[..., None], kept: Kept) -> Callable[..., None]:
    def read_file(
        path: Path, name: str, kind: FileKind, contents: FolderContents, problems: Problems
    ) -> None:
        if (kind.table or kind.record or kind.records) is None or path.is_symlink():
            return read(path, name, kind, contents, problems)
        place = path.relative_to(contents.root).as_posix()
        try:
            key = (place, kind.pattern, path.read_bytes())
        except OSError:
            return read(path, name, kind, contents, problems)
        if len(kept) == MOST:
            kept.clear()
        if key not in kept:
            found, alone = Problems(), FolderContents(contents.folder, contents.root)
            read(path, name, kind, alone, found)
            kept[key] = (alone, tuple(found))
        alone, said = kept[key]
        contents.tables.update(alone.tables)
        contents.documents.update(alone.documents)
        contents.torn.update(alone.torn)
        problems.extend(said)

    return read_file


def _keeping_labels(read: Callable[..., YamlTree | None]) -> Callable[..., YamlTree | None]:
    kept: dict[tuple[str, bytes], tuple[YamlTree | None, tuple[Problem, ...]]] = {}

    def read_labels(path: Path, root: Path, problems: Problems) -> YamlTree | None:
        if path.is_symlink():
            return read(path, root, problems)
        try:
            key = (path.relative_to(root).as_posix(), path.read_bytes())
        except OSError:
            return read(path, root, problems)
        if key not in kept:
            found = Problems()
            kept[key] = (read(path, root, found), tuple(found))
        tree, said = kept[key]
        problems.extend(said)
        return tree

    return read_labels
