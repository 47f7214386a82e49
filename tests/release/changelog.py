"""The changelog of a version: what was unreleased under its number and date, and the names that
a publication meets (labels, tables of the framework, what the check can say) against the last one.
"""

import re
import subprocess
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import yaml

UNRELEASED = "## Unreleased\n"
HEADING = re.compile(r"^## (\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$", re.MULTILINE)
NUMBERED = {
    "pyproject.toml": r'(?m)^version = "([^"]+)"',
    "generator/__init__.py": r'(?m)^__version__ = "([^"]+)"',
    "CITATION.cff": r"(?m)^version: (.+)$",
}
"""The files that state the number of the version, and where."""
SHOWN = 12


class NotReady(Exception):
    """The version cannot be made; the text says why."""


def moved(text: str, version: str, day: date) -> str:
    """Return the changelog with what was unreleased under its number and date.

    Raises:
        NotReady: nothing is unreleased, or the number or the date is not later than the last.
    """
    before, mark, below = text.partition(UNRELEASED)
    if not mark or not re.match(r"\s*### ", below):
        raise NotReady("CHANGELOG.md has nothing under Unreleased")
    known = HEADING.findall(text)
    if known and _number(version) <= max(_number(number) for number, _ in known):
        raise NotReady(f"{version} is not later than {known[0][0]}")
    if known and day.isoformat() < known[0][1]:
        raise NotReady(f"{day} lies before {known[0][0]} of {known[0][1]}")
    return f"{before}{UNRELEASED}\n## {version} - {day}\n{below}"


def section(text: str, version: str) -> str:
    """Return what the changelog says of a version, heading included."""
    parts = re.split(r"(?m)^(?=## )", text)
    found = [part for part in parts if part.startswith(f"## {version} ")]
    if not found:
        raise NotReady(f"CHANGELOG.md has no {version}")
    return found[0].strip() + "\n"


def _number(version: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        raise NotReady(f'"{version}" is no number such as 1.2.0')
    return tuple(map(int, version.split(".")))


def numbered(root: Path, version: str) -> dict[str, str]:
    """Return the new text of each file that states the number of the version."""
    texts = {}
    for file, pattern in NUMBERED.items():
        old = (root / file).read_text(encoding="utf-8")
        match = re.search(pattern, old)
        assert match, file
        texts[file] = old[: match.start(1)] + version + old[match.end(1) :]
    return texts


def changed_names(root: Path, last: str) -> str:
    """Return in Markdown which names a publication meets that are new or gone since a tag."""

    def then(file: str) -> str:
        command = ["git", "-C", str(root), "show", f"{last}:{file}"]
        done = subprocess.run(command, capture_output=True, check=False)
        return done.stdout.decode() if done.returncode == 0 else ""

    def now(file: str) -> str:
        return (root / file).read_text(encoding="utf-8")

    kinds: dict[str, Callable[[Callable[[str], str]], Collection[str]]] = {
        "Labels": lambda read: _keys(read("content/labels/en.yml")),
        "Codes of problems": lambda read: _keys(read("generator/problems/messages/en.yml")),
        "Indicators": lambda read: {
            key
            for part in ("economy", "environment", "society")
            for key in _keys(read(f"content/framework/indicators/{part}.yml"))
        },
        "Lists": lambda read: {
            line.partition(",")[0] for line in read("content/framework/vocabularies.csv").split()
        },
    }
    lines = [f"## Against {last}", ""]
    for name, read in kinds.items():
        before, after = set(read(then)), set(read(now))
        lines.append(f"- {name}: {_told('new', after - before)}; {_told('gone', before - after)}")
    return "\n".join([*lines, ""])


def _keys(text: str) -> Collection[str]:
    return list(yaml.safe_load(text) or {})


def _told(word: str, names: Collection[str]) -> str:
    shown = ", ".join(f"`{name}`" for name in sorted(names)[:SHOWN])
    more = ", …" if len(names) > SHOWN else ""
    return f"{len(names)} {word}" + (f" ({shown}{more})" if names else "")
