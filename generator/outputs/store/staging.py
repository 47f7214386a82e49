"""The previous build survives: a build is written beside it and exchanged when it is whole.

What the build before holds already is taken over by a link, so that a small change writes little;
where nothing differs nothing is touched. The build before the last stays, to be filled next: most
of its files are those links already. What was written is compared with what was meant to be written
before anything is exchanged.
"""

import contextlib
import re
import secrets
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from generator.outputs.store.exchange import complete_exchange, exchange, keep_before
from generator.outputs.store.files_below import (
    States,
    keep_only,
    link_all,
    move_all,
    states_below,
    states_of,
)
from generator.outputs.store.lock import locked
from generator.outputs.store.output_folder import (
    MARK,
    MARKER,
    OutputRefused,
    before_of,
    is_build,
    judge_output,
    remove_build,
)

KEPT = ".kept"
"""The folder of results kept for the next build; no part of what is published."""
_LEADS_AWAY = re.compile(r"[\\:\0]")


class Staging:
    """The build to be. Paths are relative, with `/`; each is written once."""

    def __init__(self, output: Path) -> None:
        self.former = output
        self.folder = _fresh(output)
        self.written = 0
        """The number of published files that are new or differ from those before."""
        self._sizes: dict[str, int] = {}
        """The size of every file of the build, in bytes."""
        self._links: set[str] = set()
        self._spellings: dict[str, str] = {}
        """How each path is spelt, by its form without case."""

    def write(self, path: str, content: bytes) -> None:
        """Write a file; one that the former build has with the same content is taken over.

        Raises:
            OutputRefused: the path leads out of the build, or another file has it.
        """
        self.adopt(path, len(content), place_file(self.folder, self.former, path, content))

    def adopt(self, path: str, size: int, taken: bool) -> None:
        """Count in a file that was placed: a new one, or one taken over from the former build.

        Raises:
            OutputRefused: the path leads out of the build, or another file has it.
        """
        self._plan(path, size)
        if taken:
            self._links.add(path)
        else:
            self.written += not path.startswith(KEPT)

    def standing(self) -> dict[str, tuple[int, int]]:
        """Return size and time of the last change, in ns, of every file of the former build."""
        states = self._former_states
        return {path: (state.st_size, state.st_mtime_ns) for path, state in states.items()}

    @cached_property
    def _former_states(self) -> States:
        return states_below(self.former)

    def take_place(self) -> None:
        """Put the build in the place of the former one, unless the two are equal.

        Raises:
            OutputRefused: the folder does not hold what was written.
        """
        former = self._former_states
        if self._sizes.keys() == self._links == former.keys():
            return
        whole, states = self._filled(former)
        self._compare(states)
        exchange(whole, self.former)
        keep_before(whole, self.former)

    def _filled(self, former: States) -> tuple[Path, States]:
        """Return a folder that holds the build, and how its files stand.

        It is the one before the last, with what differs: its files are links to those of the
        former build already, and its folders stand.
        """
        before = before_of(self.former)
        if not is_build(before):
            link_all(self.former, self.folder, self._links)
            return self.folder, states_below(self.folder)
        whole = _fresh(self.former)
        before.rename(whole)
        wanted = {path: former[path] for path in self._links if path in former}
        kept = keep_only(whole, wanted)
        move_all(self.folder, whole, self._sizes.keys() - self._links)
        link_all(self.former, whole, self._links - kept.keys())
        return whole, {**kept, **states_of(whole, self._sizes.keys() - kept.keys())}

    def _plan(self, path: str, size: int) -> None:
        if not _stays_inside(path):
            raise OutputRefused(f'"{path}" leads out of the build. {_RENAME}')
        spelt = self._spellings.setdefault(_without_case(path), path)
        if path in self._sizes or spelt != path:
            two = f'"{spelt}" and "{path}"' if spelt != path else f'"{path}" and "{path}" again'
            raise OutputRefused(f"Two files of the build would be one: {two}. {_RENAME}")
        self._sizes[path] = size

    def _compare(self, states: States) -> None:
        there = {path: state.st_size for path, state in states.items()}
        either = there.keys() | self._sizes.keys()
        wrong = sorted(path for path in either if there.get(path) != self._sizes.get(path))
        if wrong:
            raise OutputRefused(
                f"{self.folder} does not hold what was written into it: {len(wrong)} files are "
                f"missing, foreign or of another size, first {wrong[0]}. Look which other program "
                "works in this folder, and build again."
            )


def place_file(folder: Path, former: Path, path: str, content: bytes) -> bool:
    """Write a file below a folder, or return that it stands in the former build as it is.

    Raises:
        OutputRefused: the path leads out of the build.
    """
    if not _stays_inside(path):
        raise OutputRefused(f'"{path}" leads out of the build. {_RENAME}')
    if _holds(former / path, content):
        return True
    target = folder / path
    try:
        target.write_bytes(content)
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return False


_RENAME = (
    "Addresses come from the names of files and folders in cities/ and content/: rename what it "
    "is made from."
)


@contextlib.contextmanager
def staged(output: Path, inputs: Iterable[Path] = ()) -> Iterator[Staging]:
    """Give an empty build to write to; it is gone with the block unless it has taken its place.

    Raises:
        OutputRefused: `output` is no place for a build, or another build is running there.
    """
    judge_output(output, inputs)
    output.parent.mkdir(parents=True, exist_ok=True)
    with locked(output):
        complete_exchange(output)
        _remove_leftovers(output)
        staging = Staging(output)
        staging.folder.mkdir()
        try:
            (staging.folder / MARKER).write_text(MARK, encoding="utf-8")
            yield staging
        finally:
            _remove_leftovers(output)


def _fresh(output: Path) -> Path:
    """Return a name beside an output that nothing has."""
    return output.with_name(f"{output.name}.next-{secrets.token_hex(4)}")


def _remove_leftovers(output: Path) -> None:
    """Delete what builds left that have ended: the lock of the output is ours now."""
    name = re.compile(re.escape(f"{output.name}.next-") + "[0-9a-f]{8}")
    for entry in output.parent.iterdir():
        if name.fullmatch(entry.name):
            remove_build(entry)


def _stays_inside(path: str) -> bool:
    parts = path.split("/")
    return not {"", ".", ".."}.intersection(parts) and not _LEADS_AWAY.search(path)


def _without_case(path: str) -> str:
    """Return what a path is to a system that tells neither case nor composition apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def _holds(path: Path, content: bytes) -> bool:
    try:
        state = path.lstat()
        same = stat.S_ISREG(state.st_mode) and state.st_size == len(content)
        return same and path.read_bytes() == content
    except OSError:
        return False
