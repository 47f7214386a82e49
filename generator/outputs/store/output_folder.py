"""Which folder may be built into: a new or an empty one, or a build, which its marker tells.

Everything else is refused before anything is touched, and nothing without a marker is deleted.
"""

import contextlib
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

from generator.resources import PACKAGE

MARKER = ".city-profiles"
"""The file that every build has beside what is published."""
MARK = "City Profiles built this folder. The next build replaces it and all that it holds.\n"
INPUTS = ("content", "cities", "theme", "generator", "tests")


class OutputRefused(Exception):
    """A build cannot go there; the text says what was found and what to do instead."""


def place_of(output: Path) -> Path:
    """Return the absolute path of an output; its last part is not followed if it is a link.

    Links above it are, since a home folder may be one: where they lead is what is judged.

    Raises:
        OutputRefused: the links above it lead in a circle, or the path cannot be followed.
    """
    ends = output.name in ("", "..")
    try:
        above = (output if ends else output.parent).resolve()
    except (OSError, RuntimeError):
        raise OutputRefused(
            f"The path {output} leads in a circle of links, or cannot be followed. "
            "Delete the link that leads back, or name another folder with --output."
        ) from None
    return above if ends else above / output.name


def inputs_of(root: Path) -> tuple[Path, ...]:
    """Return the folders that a build of `root` reads."""
    return (*(root / name for name in INPUTS), PACKAGE)


def previous_of(output: Path) -> Path:
    """Return where a build stands while another takes its place in two steps.

    Nobody gives that name to a copy of their own, which would be taken for a left-over.
    """
    return output.with_name(f"{output.name}.next-replaced")


def before_of(output: Path) -> Path:
    """Return where the build before the last stays, of which the next one takes its folders."""
    return output.with_name(f".{output.name}.before")


def judge_output(output: Path, inputs: Iterable[Path] = ()) -> None:
    """Refuse an output that is no build, or is no place for one.

    Raises:
        OutputRefused: it is a link, a file, holds something else, or is tied to an input.
    """
    for folder in inputs:
        if _is_within(output, folder) or _is_within(folder.resolve(), output):
            raise OutputRefused(
                f"{output} is, holds or lies in {folder}, which a build reads. "
                "Name a folder beside it with --output."
            )
    outer = next((folder for folder in output.parents if is_build(folder)), None)
    if outer is not None:
        raise OutputRefused(
            f"{output} lies in {outer}, which is a build: the next one replaces all that it holds. "
            "Name a folder beside it with --output."
        )
    for place in (output, previous_of(output), before_of(output)):
        _judge_place(place)


def _judge_place(place: Path) -> None:
    if place.is_symlink():
        raise OutputRefused(
            f"{place} is a link, and a build follows none. "
            "Delete the link, or name the folder itself with --output."
        )
    if not place.exists() or is_build(place):
        return
    if not place.is_dir():
        raise OutputRefused(f"{place} is a file. Name a folder with --output.")
    names = sorted(entry.name for entry in place.iterdir())
    if names:
        listed = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
        raise OutputRefused(
            f"{place} holds {listed} and no file {MARKER}, so it is not known to be a build. "
            "Move or delete it, or name a new folder with --output."
        )


def is_build(folder: Path) -> bool:
    """Return whether a folder, not a link to one, has the marker of a build."""
    try:
        marker = (folder / MARKER).lstat()
    except OSError:
        return False
    return stat.S_ISREG(marker.st_mode) and not folder.is_symlink()


def remove_build(folder: Path) -> None:
    """Delete a build, or an empty folder; anything else stays.

    The marker goes last, so that the next build completes a deletion that was interrupted.
    """
    with contextlib.suppress(OSError):
        if is_build(folder):
            for entry in folder.iterdir():
                if entry.name != MARKER:
                    _remove(entry)
            (folder / MARKER).unlink()
        folder.rmdir()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _is_within(path: Path, folder: Path) -> bool:
    return any(_is_same(parent, folder) for parent in (path, *path.parents))


def _is_same(path: Path, other: Path) -> bool:
    """Return whether two paths lead to one place, whatever their links and letters."""
    try:
        return path.samefile(other)
    except OSError:
        return path == other
