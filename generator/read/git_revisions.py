"""The inputs of a revision of a git repository, into a folder.

Git lists and prints stored files as they are: no hook, filter or attribute of a repository runs,
nothing is fetched, and the working tree is not touched. Links are not taken over, as none is read.
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.frozen import dataclass

INPUTS = ("content", "cities")
FILE_MODES = ("100644", "100755")
QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1"}
SAFE = ("--no-replace-objects", "--no-pager", "-c", f"core.hooksPath={os.devnull}")


class NoRevision(Exception):
    """There is no such revision; `reason` is a word, and the text what was asked for or said."""

    def __init__(self, reason: str, text: str = "") -> None:
        super().__init__(text)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Stored:
    """A file of a revision: the id of its content, its path in the root."""

    blob: bytes
    path: str


def commit_of(root: Path, revision: str) -> str:
    """Return the id of the commit that a revision means.

    Raises:
        NoRevision: git is missing, there is no repository, or no such revision.
    """
    _judge_repository(root)
    if revision.startswith("-"):
        raise NoRevision("unknown", revision)
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    found = run_git(root, *asked)
    if found.returncode:
        raise NoRevision("unknown", revision)
    return found.stdout.decode().strip()


def prefix_of(root: Path) -> str:
    """Return the path of the root within its repository, with a slash at its end; "" for all."""
    printed = run_git(root, "rev-parse", "--show-prefix").stdout
    return printed.removesuffix(b"\n").decode("utf-8", "replace")


def merge_base_of(root: Path, branch: str) -> str | None:
    """Return where today's revision left a branch, the one of `origin` first; None without one."""
    _judge_repository(root)
    for name in (f"refs/remotes/origin/{branch}", f"refs/heads/{branch}"):
        found = run_git(root, "merge-base", "--end-of-options", name, "HEAD")
        if not found.returncode:
            return found.stdout.decode().strip()
    return None


def write_inputs(root: Path, commit: str, folder: Path) -> None:
    """Write `content/` and `cities/` as a commit has them below a new folder.

    Raises:
        NoRevision: the commit has neither, or git cannot print it.
    """
    prefix = prefix_of(root)
    stored = list(_stored_files(root, f"{commit}:{prefix}"))
    if not stored:
        raise NoRevision("empty", commit)
    asked = b"".join(one.blob + b"\n" for one in stored)
    printed = run_git(root, "cat-file", "--batch", feed=asked)
    if printed.returncode:
        raise NoRevision("unreadable", printed.stderr.decode(errors="replace").strip())
    for one, content in zip(stored, _contents(printed.stdout), strict=True):
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _stored_files(root: Path, tree: str) -> Iterator[_Stored]:
    listed = run_git(root, "ls-tree", "-r", "-z", "--full-tree", tree, *INPUTS)
    for entry in listed.stdout.split(b"\0"):
        if entry:
            about, _, name = entry.partition(b"\t")
            mode, kind, blob = about.split()
            path = os.fsdecode(name)
            if kind == b"blob" and mode.decode() in FILE_MODES and _stays_inside(path):
                yield _Stored(blob, path)


def _stays_inside(path: str) -> bool:
    """Return whether a path that a repository names leads to a file below the folder it is for."""
    return ".." not in PurePosixPath(path).parts and not set(path) & set("\\:")


def _contents(printed: bytes) -> Iterator[bytes]:
    """Yield each file of what git printed: a line with its size, the content, a line end."""
    at = 0
    while at < len(printed):
        end = printed.index(b"\n", at)
        size = int(printed[at:end].rsplit(b" ", 1)[1])
        yield printed[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _judge_repository(root: Path) -> None:
    found = run_git(root, "rev-parse", "--is-inside-work-tree")
    if found.returncode or found.stdout.strip() != b"true":
        raise NoRevision("no-repository", found.stderr.decode(errors="replace").strip())


def run_git(root: Path, *arguments: str, feed: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """Run git without a shell.

    Raises:
        NoRevision: git is not installed.
    """
    try:
        return subprocess.run(
            ["git", "-C", str(root), *SAFE, *arguments],
            input=feed, capture_output=True, check=False, env={**os.environ, **QUIET},
        )  # fmt: skip
    except FileNotFoundError:
        raise NoRevision("no-git") from None
