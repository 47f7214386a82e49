"""What a publication is compared with: its inputs in a folder, which may be a temporary one."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from generator.change.reported import EDITION, Base
from generator.making.checking import Checked, check
from generator.model.publication import Publication
from generator.problems import Problems
from generator.read.git_revisions import NoRevision, commit_of, merge_base_of, write_inputs
from generator.read.input_hashes import input_hashes
from generator.read.publication_reader import city_names

__all__ = ["NoRevision", "base_of_comparison", "checked_base"]

INPUTS = ("content", "cities")
EDITIONS = "content/editions/"
NEWEST = "HEAD"


@contextmanager
def base_of_comparison(
    root: Path, asked: str | None, branch: str, tags: Mapping[str, str]
) -> Iterator[tuple[Path, Base]]:
    """Give the folder with the inputs that were asked for, and what they are.

    Without a wish it is where today's revision left `branch`; else today's revision. `tags`: the
    tag of git of each edition by its name.

    Raises:
        NoRevision: there is no such base.
    """
    if asked and all((Path(asked) / name).is_dir() for name in INPUTS):
        yield Path(asked).resolve(), Base("folder", asked)
        return
    base = _revision(root, asked, branch, tags)
    with tempfile.TemporaryDirectory(prefix="city-profiles-") as folder:
        write_inputs(root, base.commit, Path(folder))
        yield Path(folder), base


def _revision(root: Path, asked: str | None, branch: str, tags: Mapping[str, str]) -> Base:
    if asked is None:
        commit = merge_base_of(root, branch)
        return Base("merge-base", branch, commit) if commit else _named(root, NEWEST)
    edition = asked.removeprefix(EDITIONS).rstrip("/")
    return _edition(root, edition, tags[edition]) if edition in tags else _named(root, asked)


def _edition(root: Path, name: str, tag: str) -> Base:
    try:
        return Base(EDITION, name, commit_of(root, f"refs/tags/{tag}"))
    except NoRevision as problem:
        raise NoRevision("no-tag" if problem.reason == "unknown" else problem.reason, tag) from None


def _named(root: Path, revision: str) -> Base:
    return Base("revision", revision, commit_of(root, revision))


def checked_base(root: Path, today: Publication, folder: Path) -> Checked:
    """Return a base read and judged; what it shares with today's sound publication is taken over.

    A city whose files are the same is not read again, if the content is the same, too.
    """
    names = city_names(folder, Problems())
    now, then = input_hashes(root, today.city_ids), input_hashes(folder, names)
    if _below("content/", now) != _below("content/", then):
        return check(folder)
    edited = [
        name for name in names if _below(f"cities/{name}/", now) != _below(f"cities/{name}/", then)
    ]
    checked = check(folder, edited, alone=True) if edited else Checked(today, (), 0)
    read = checked.publication.cities if checked.publication else {}
    cities = {name: read[name] if name in edited else today.cities[name] for name in names}
    return replace(checked, publication=replace(today, cities=cities, city_ids=tuple(names)))


def _below(folder: str, hashes: Mapping[str, str]) -> dict[str, str]:
    return {path: one for path, one in hashes.items() if path.startswith(folder)}
