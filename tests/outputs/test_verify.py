"""`profiles verify`: a published site is as it was built, or what differs is named."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import profiles
from generator.outputs.store.site_manifest import manifest_text

FILES = {"index.html": b"<h1>Start</h1>", "data/a.csv": b"a,b\n", "cities/\u00e5/x.html": b""}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a small site with its manifest."""
    folder = tmp_path / "site"
    for path, content in FILES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    sums = {path: hashlib.sha256(content).hexdigest() for path, content in FILES.items()}
    (folder / "manifest.json").write_bytes(manifest_text(sums))
    return folder


def verify(folder: Path) -> Result:
    return CliRunner().invoke(profiles, ["verify", str(folder)])


def test_a_site_as_it_was_built_passes_and_its_manifest_is_named(site: Path) -> None:
    result = verify(site)
    assert result.exit_code == 0, result.output
    assert "All 3 files" in result.output
    assert hashlib.sha256((site / "manifest.json").read_bytes()).hexdigest() in result.output


def test_each_difference_is_named(site: Path, tmp_path: Path) -> None:
    (site / "index.html").write_bytes(b"<h1>Stars</h1>")
    (site / "data" / "a.csv").unlink()
    (site / "data" / "new\u202e.csv").write_bytes(b"")
    (site / "elsewhere").symlink_to(tmp_path)
    (site / "cities" / "\u00e5" / "x.html").unlink()
    (site / "cities" / "\u00e5" / "x.html").symlink_to(tmp_path / "nothing")
    result = verify(site)
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert sorted(lines[:-1]) == [
        "a link: cities/\u00e5/x.html", "a link: elsewhere", "changed: index.html",
        "foreign: data/new\\u202e.csv", "missing: data/a.csv",
    ]  # fmt: skip
    assert lines[-1].startswith("5 differences")


def test_a_pipe_is_not_waited_for(site: Path) -> None:
    (site / "data" / "a.csv").unlink()
    os.mkfifo(site / "data" / "a.csv")
    result = verify(site)
    assert result.exit_code == 1
    assert "foreign: data/a.csv" in result.output


def test_many_differences_are_counted(site: Path) -> None:
    for number in range(60):
        (site / f"{number}.txt").write_bytes(b"")
    result = verify(site)
    assert "and 10 more" in result.output
    assert "60 differences" in result.output


def _link(path: Path) -> None:
    path.rename(path.with_name("elsewhere.json"))
    path.symlink_to("elsewhere.json")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200_000_000)


def _files(value: object) -> Callable[[Path], object]:
    return lambda path: path.write_text(json.dumps({"files": value}), encoding="utf-8")


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda path: path.unlink(), "no manifest.json"),
    "a link": (_link, "is a link"),
    "huge": (_huge, "larger"),
    "no JSON": (lambda path: path.write_bytes(b"\xff{"), "damaged"),
    "a list": (lambda path: path.write_bytes(b"[]"), "damaged"),
    "too deep": (lambda path: path.write_bytes(b"[" * 200_000), "damaged"),
    "no files": (_files(None), "damaged"),
    "a path that leads out": (_files({"../x": "0" * 64}), "damaged"),
    "a whole path": (_files({"/etc/passwd": "0" * 64}), "damaged"),
    "no checksum": (_files({"x": "0"}), "damaged"),
    "a number": (_files({"x": 1}), "damaged"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_manifest_that_is_none_is_told(site: Path, case: str) -> None:
    spoil, said = BROKEN[case]
    spoil(site / "manifest.json")
    result = verify(site)
    assert result.exit_code == 1
    assert said in result.output
    assert "Traceback" not in result.output


def test_a_folder_that_is_none_and_one_too_high_are_told(site: Path, tmp_path: Path) -> None:
    assert verify(tmp_path / "nowhere").exit_code == 2
    above = verify(tmp_path)
    assert above.exit_code == 1
    assert f"{tmp_path}/site" in above.output


def build(root: Path, output: Path, *cities: str) -> None:
    command = ["build", *cities, "--no-pdf", "--root", str(root), "--output", str(output)]
    result = CliRunner().invoke(profiles, command)
    assert result.exit_code == 0, result.output


def test_every_build_writes_a_manifest_of_the_whole_site(root: Path) -> None:
    """A small change after it renews what the manifest says, of one city or of all."""
    output, notes = root / "out", root / "cities" / "rana" / "observations.csv"
    text = notes.read_text(encoding="utf-8")
    for cities, word in (((), "with"), (("rana",), "having"), ((), "owning")):
        notes.write_text(text.replace("Households with", f"Households {word}"), encoding="utf-8")
        build(root, output, *cities)
        result = verify(output / "site")
        assert result.exit_code == 0, result.output
    before = (output / "site" / "manifest.json").read_bytes()
    (output / "site" / "manifest.json").write_bytes(before.replace(b"0", b"1"))
    build(root, output)
    assert (output / "site" / "manifest.json").read_bytes() == before


def test_a_file_that_was_edited_into_what_it_is_to_be_is_listed_as_it_is(root: Path) -> None:
    """As by a replacement in all files below the root, those of the build among them."""
    output = root / "out"
    build(root, output)
    edited = [root / "cities" / "rana" / "observations.csv"]
    edited += (output / "site" / "data" / "indicators").glob("*.csv")
    before = [path.read_bytes() for path in edited]
    for path, text in zip(edited, before, strict=True):
        path.write_bytes(text.replace(b"NUTS 2, NO07", b"NUTS 2, NO0A"))
    assert sum(path.read_bytes() != text for path, text in zip(edited, before, strict=True)) > 1
    build(root, output)
    result = verify(output / "site")
    assert result.exit_code == 0, result.output
