"""What a change in git touches: each file with its mode, size and content as git stores it."""

from collections.abc import Iterator
from pathlib import Path

from generator.frozen import dataclass
from generator.read.git_revisions import NoRevision, commit_of, prefix_of, run_git

GONE = "000000"


@dataclass(frozen=True, slots=True)
class ChangedFile:
    """A file that a change adds, changes or deletes; `path` from the root, `mode` "" if deleted."""

    path: str
    mode: str
    size: int
    blob: str


@dataclass(frozen=True)
class Changes:
    """What leads from `base`, where the change began, to `head`: ids of commits."""

    root: Path
    base: str
    head: str
    prefix: str
    files: tuple[ChangedFile, ...]

    def content(self, file: ChangedFile) -> bytes:
        """Return what a changed file holds."""
        return run_git(self.root, "cat-file", "blob", file.blob).stdout

    def at_base(self, path: str) -> bytes:
        """Return what a file held where the change began; nothing if there was none."""
        found = run_git(self.root, "cat-file", "blob", f"{self.base}:{self.prefix}{path}")
        return b"" if found.returncode else found.stdout

    def paths_at_head(self) -> tuple[str, ...]:
        """Return the paths of all cities as the change leaves them."""
        tree = f"{self.head}:{self.prefix}"
        listed = run_git(self.root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", tree)
        return tuple(_text(path) for path in listed.stdout.split(b"\0") if path)


def changes_between(root: Path, base: str, head: str) -> Changes:
    """Return what `head` changes since it left `base`, both named by revisions.

    Raises:
        NoRevision: git or a revision is missing, or the two have nothing in common.
    """
    then, now = commit_of(root, base), commit_of(root, head)
    common = run_git(root, "merge-base", then, now)
    if common.returncode:
        raise NoRevision("unknown", f"{base}...{head}")
    left = common.stdout.decode().strip()
    prefix = prefix_of(root)
    asked = ("-r", "-z", "--raw", "--no-renames", "--no-ext-diff", "--no-textconv", "--full-index")
    raw = run_git(root, "diff-tree", *asked, left, now)
    found = list(_raw(raw.stdout))
    sizes = _sizes(root, [blob for _, mode, blob in found if mode and mode != "160000"])
    files = tuple(
        ChangedFile(_below(path, prefix), mode, sizes.get(blob, 0), blob)
        for path, mode, blob in found
    )
    return Changes(root, left, now, prefix, files)


def _raw(printed: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield path, mode and blob of each file: `:old new blob blob status`, then the path."""
    parts = printed.split(b"\0")
    for about, path in zip(parts[::2], parts[1::2], strict=False):
        _, mode, _, blob, _ = about.decode().split(" ")
        yield _text(path), "" if mode == GONE else mode, blob


def _sizes(root: Path, blobs: list[str]) -> dict[str, int]:
    feed = "".join(f"{blob}\n" for blob in blobs).encode()
    checked = run_git(root, "cat-file", "--batch-check", feed=feed).stdout.decode()
    rows = (line.split(" ") for line in checked.splitlines())
    return {row[0]: int(row[2]) for row in rows if len(row) == 3 and row[2].isdigit()}


def _below(path: str, prefix: str) -> str:
    """Return a path of the repository from the root; one beside the root keeps a slash before."""
    return path.removeprefix(prefix) if path.startswith(prefix) else f"/{path}"


def _text(path: bytes) -> str:
    return path.decode("utf-8", "replace")
