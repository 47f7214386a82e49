"""`profiles edition`: what is published now is frozen, once, from what git has on record."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import profiles
from generator.making.checking import check
from generator.outputs.data.edition_files import edition_files
from tests.making.trees import tree
from tests.roots import make_root

CITIES = ("alesund", "rana")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path / "root", *CITIES)


def freeze(root: Path, name: str = "2026", *options: str) -> Result:
    """Freeze an edition, without its publications unless `options` say otherwise."""
    given = options or ("--no-pdf",)
    return CliRunner().invoke(profiles, ["edition", name, "--root", str(root), *given])


def verify(site: Path, root: Path, edition: str = "2026") -> Result:
    options = ["--edition", edition, "--root", str(root)]
    return CliRunner().invoke(profiles, ["verify", str(site), *options])


def frozen(root: Path, file: str, name: str = "2026") -> str:
    return (root / "content" / "editions" / name / file).read_text(encoding="utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def edit(root: Path, city: str, old: str, new: str, file: str = "observations.csv") -> None:
    path = root / "cities" / city / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_figures_scores_and_what_they_are_made_from_are_frozen(root: Path) -> None:
    result = freeze(root)
    assert result.exit_code == 0, result.output
    assert "git tag 2026" in result.output
    figures = rows(frozen(root, "observations.csv"))
    written = rows((root / "cities/rana/observations.csv").read_text(encoding="utf-8"))
    now = [(row["observable"], row["period"], row["value"], row["status"]) for row in written]
    then = [(row["observable"], row["period"], row["value"], row["status"]) for row in figures
            if row["city"] == "rana"]  # fmt: skip
    assert then == now
    assert {row["city"] for row in rows(frozen(root, "scores.csv"))} == set(CITIES)
    manifest = json.loads(frozen(root, "manifest.json"))
    assert (manifest["tag"], manifest["as_of"]) == ("2026", "2026-11-01")
    assert manifest["cities"] == dict.fromkeys(CITIES, "2026-11-01")
    for path, checksum in manifest["inputs"].items():
        assert hashlib.sha256((root / path).read_bytes()).hexdigest() == checksum
    assert {"content/publication.yml", "cities/rana/city.yml"} <= manifest["inputs"].keys()


def test_the_same_inputs_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    assert freeze(root).exit_code == 0
    other = make_root(tmp_path / "elsewhere" / "root", *CITIES)
    assert freeze(other).exit_code == 0
    assert tree(root / "content" / "editions") == tree(other / "content" / "editions")


def test_publications_are_frozen_and_made_again_byte_for_byte(tmp_path: Path) -> None:
    root = make_root(tmp_path / "root", "rana")
    assert freeze(root, "2026", "--lang=en").exit_code == 0
    frozen_pdfs = json.loads(frozen(root, "manifest.json"))["publications"]
    built = {path.name for path in (root / "build" / "site").rglob("*.pdf")}
    assert {path.rpartition("/")[2] for path in frozen_pdfs} == built
    assert "city-rana-en.pdf" in built
    again = tmp_path / "from the tag" / "root"
    shutil.copytree(root, again, ignore=shutil.ignore_patterns("build", ".build.lock"))
    made = CliRunner().invoke(profiles, ["build", "--root", str(again)])
    assert made.exit_code == 0, made.output
    site = again / "build" / "site"
    same = verify(site, again)
    assert same.exit_code == 0, same.output
    assert f"{len(built)} publications" in same.output
    book = next(site.rglob("city-rana-en.pdf"))
    book.write_bytes(book.read_bytes() + b"%")
    next(site.rglob("*gap*.pdf")).unlink()
    (site / "other.pdf").write_bytes(b"%PDF")
    differs = verify(site, again)
    assert differs.exit_code == 1
    for kind in ("changed: ", "missing: ", "foreign: other.pdf"):
        assert kind in differs.output


def test_an_edition_without_publications_and_an_unknown_one_are_told(root: Path) -> None:
    assert freeze(root).exit_code == 0
    empty = verify(root, root)
    assert (empty.exit_code, "froze no publications" in empty.output) == (1, True)
    unknown = verify(root, root, "2025")
    assert (unknown.exit_code, "Known are: 2026" in unknown.output) == (2, True)


def test_an_edition_never_changes(root: Path) -> None:
    assert freeze(root).exit_code == 0
    before = tree(root / "content" / "editions")
    again = freeze(root)
    assert again.exit_code == 2
    assert "already" in again.output
    assert tree(root / "content" / "editions") == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Edition 2026", "edition-2026"),
        ("../x", "write x"),
        ("con", "edition-con"),
        ("", "edition"),
    ],
)
def test_a_name_that_is_no_address_is_refused(root: Path, name: str, said: str) -> None:
    result = freeze(root, name)
    assert result.exit_code == 2
    assert said in result.output
    assert not (root / "content" / "editions").exists()


def test_errors_are_said_and_nothing_is_frozen(root: Path) -> None:
    edit(root, "rana", "fixed-broadband", "fixed-brodband")
    result = freeze(root)
    assert result.exit_code == 1
    assert "observable-unknown" in result.output
    assert not (root / "content" / "editions").exists()


def test_what_git_does_not_have_is_named(root: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)

    git("init")
    git("add", ".")
    git("commit", "-m", "All")
    edit(root, "rana", "Households with", "Households having")
    (root / "cities" / "rana" / "searched.csv").write_text("observable,where,date,by\n", "utf-8")
    refused = freeze(root)
    assert refused.exit_code == 1
    for file in ("cities/rana/observations.csv", "cities/rana/searched.csv"):
        assert file in refused.output
    assert not (root / "content" / "editions").exists()
    git("add", ".")
    git("commit", "-m", "More")
    (root / "notes.txt").write_text("Not an input", encoding="utf-8")
    assert freeze(root).exit_code == 0


def test_what_is_held_back_leaves_no_trace(root: Path) -> None:
    approval = root / "cities" / "alesund" / "approval.yml"
    approval.write_text("state: review\nembargo: 2027-01-01\n", encoding="utf-8")
    edit(root, "rana", "2012,89,%,A", "2012,,%,Q")
    assert freeze(root).exit_code == 0
    folder = root / "content" / "editions" / "2026"
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8").lower()
        assert "alesund" not in text
        assert "ålesund" not in text
    hidden = [row for row in rows(frozen(root, "observations.csv")) if row["status"] == "Q"]
    assert [row["value"] for row in hidden] == [""]


def test_an_edition_knows_when_the_data_of_each_city_changed(root: Path) -> None:
    assert freeze(root).exit_code == 0
    settings = root / "content" / "publication.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("as_of: 2026-11-01", "as_of: 2027-11-01"), encoding="utf-8")
    edit(root, "rana", "Households with", "Households having")
    approval = root / "cities" / "alesund" / "approval.yml"
    approval.write_text("state: review\n", encoding="utf-8")
    result = freeze(root, "2027")
    assert result.exit_code == 0, result.output
    manifest = json.loads(frozen(root, "manifest.json", "2027"))
    assert manifest["cities"] == {"alesund": "2026-11-01", "rana": "2027-11-01"}


def test_downloads_of_an_edition_leave_out_what_does_not_come_out_today(root: Path) -> None:
    assert freeze(root).exit_code == 0
    publication = check(root).publication
    assert publication is not None
    files = dict(edition_files(publication.editions, ["rana"]))
    assert sorted(files) == ["editions/2026/observations.csv", "editions/2026/scores.csv"]
    for path, content in files.items():
        own = frozen(root, path.rpartition("/")[2]).splitlines()
        assert content.decode().splitlines() == [own[0]] + [
            line for line in own if line.startswith("rana,")
        ]
    empty = replace(publication.editions[0], scores="")
    assert dict(edition_files([empty], ["rana"]))["editions/2026/scores.csv"] == b""


def test_a_link_is_not_written_through(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (root / "content" / "editions").symlink_to(tmp_path / "elsewhere")
    assert freeze(root).exit_code == 1
    assert list((tmp_path / "elsewhere").iterdir()) == []
