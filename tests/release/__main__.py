"""`python -m tests.release VERSION` commits and tags a version; without one, `dist/` is made of it.

What is made depends on the commit alone: wheel and source have its time, so that anybody who
builds the tag gets the same bytes and can compare `SHA256SUMS`.
"""

import contextlib
import json
import os
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from generator import __version__
from tests.release.changelog import NotReady, changed_names, moved, numbered, section
from tests.release.locks import read_lock
from tests.release.provenance import statement, write_statement

ROOT = Path(__file__).resolve().parents[2]
NAME = "city-profiles"
NUMBER = re.compile(r"\d+\.\d+\.\d+(rc\d+)?")


def git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotReady(f"git {arguments[0]}: {done.stderr.strip()}")
    return done.stdout.strip()


def prepare(version: str) -> None:
    """Set the number, move the changelog, commit, tag."""
    if not NUMBER.fullmatch(version):
        raise NotReady(f"{version} is no number such as 1.2.0 or 1.2.0rc1")
    if git("status", "--porcelain"):
        raise NotReady("Something is not committed")
    if f"v{version}" in git("tag", "--list").split():
        raise NotReady(f"v{version} is there already")
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    texts = {**numbered(ROOT, version), "CHANGELOG.md": moved(text, version, date.today())}
    for file, new in texts.items():
        (ROOT / file).write_text(new, encoding="utf-8")
    git("add", *texts)
    git("commit", "--quiet", "--message", f"Version {version}")
    git("tag", "--annotate", f"v{version}", "--message", f"Version {version}")


def make() -> Path:
    """Make wheel, source, bill of materials, licences, changes, statement and checksums."""
    folder = ROOT / "dist" / __version__
    if folder.exists():
        raise NotReady(f"{folder} is there already")
    if git("status", "--porcelain"):
        raise NotReady("Something is not committed")
    told = section((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), __version__)
    folder.mkdir(parents=True)
    seconds = int(git("log", "-1", "--format=%ct"))
    build(folder, seconds)
    when = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    describe(folder, when)
    tags = [one for one in git("tag", "--list", "v*", "--sort=-v:refname").split()
            if one != f"v{__version__}"]  # fmt: skip
    parts = [told, *(changed_names(ROOT, one) for one in tags[:1])]
    (folder / "CHANGES.md").write_text("\n".join(parts), encoding="utf-8")
    files = [path for path in folder.iterdir() if path.is_file()]
    told_from = statement(ROOT, files, git("rev-parse", "HEAD"), f"v{__version__}", settings())
    write_statement(folder / f"{NAME}-{__version__}.intoto.json", told_from)
    write_checksums(folder)
    return folder


def settings() -> dict[str, str]:
    """Return what the environment says of who makes a version, and the repository."""
    known = {name: os.environ.get(name, "") for name in ("REPOSITORY", "BUILDER", "RUN")}
    with contextlib.suppress(NotReady):
        known["REPOSITORY"] = known["REPOSITORY"] or git("remote", "get-url", "origin")
    return known


def build(folder: Path, seconds: int) -> None:
    """Build wheel and source with the time of the commit."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(seconds)}
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-t", "sdist"]
    subprocess.run([*command, "-d", str(folder)], cwd=ROOT, env=environment, check=True)


def describe(folder: Path, when: str) -> None:
    """Install the wheel by itself, and write down what is installed then."""
    bill = folder / f"{NAME}-{__version__}.cdx.json"
    with tempfile.TemporaryDirectory() as place:
        venv.create(place, with_pip=True)
        python = str(Path(place) / ("Scripts" if os.name == "nt" else "bin") / "python")
        pip = [python, "-m", "pip", "--quiet"]
        run([*pip, "install", "--require-hashes", "-r", str(ROOT / "requirements.lock")])
        run([*pip, "install", "--no-deps", "--no-index", *map(str, folder.glob("*.whl"))])
        run([*pip, "uninstall", "--yes", "setuptools"])
        script = Path(__file__).with_name("bill_of_materials.py")
        licences = folder / f"licences-{__version__}.csv"
        run([python, "-I", str(script), NAME, when, str(bill), str(licences)])
    judge_bill(bill, ROOT / "requirements.lock")


def judge_bill(bill: Path, lock: Path) -> None:
    """Hold a bill against the schema of its format, and what is installed against the lock.

    Raises:
        NotReady: it has another form, or they differ.
    """
    text = bill.read_text(encoding="utf-8")
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        raise NotReady(f"{bill.name} is no bill of CycloneDX 1.6: {str(fault.data)[:300]}")
    listed = json.loads(text)["components"]
    there = {(one["name"], one["version"]) for one in listed}
    wanted = {(pin.name, pin.version) for pin in read_lock(lock) if pin.is_wanted}
    if there != wanted:
        raise NotReady(f"Installed is not what is locked: {sorted(there ^ wanted)}")


def write_checksums(folder: Path) -> None:
    """Write the SHA-256 of every file, as `sha256sum --check` reads it."""
    files = sorted(path for path in folder.iterdir() if path.is_file())
    lines = [f"{sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    try:
        if sys.argv[1:]:
            prepare(sys.argv[1])
        else:
            print(f"Made in {make()}")
    except NotReady as problem:
        sys.exit(f"No version was made. {problem}.")
