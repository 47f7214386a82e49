"""`profiles approve`: what a city has confirmed is bound to its files, and an edit ends it."""

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import profiles
from generator.making.checking import check
from generator.problems import Problem
from generator.read.approved_content import content_hash
from tests.roots import make_root

CITY = "rana"
WHO = ("--by", "Rana kommune", "--role", "Mayor")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_root(tmp_path / "root", CITY)


def approve(root: Path, *options: str, city: str = CITY) -> Result:
    return CliRunner().invoke(profiles, ["approve", city, *options, "--root", str(root)])


def approval(root: Path) -> Path:
    return root / "cities" / CITY / "approval.yml"


def problems(root: Path) -> list[Problem]:
    return [one for one in check(root, [CITY], alone=True).problems if "approv" in one.place.file]


def is_approved(root: Path) -> bool:
    publication = check(root, [CITY], alone=True).publication
    assert publication is not None
    return publication.cities[CITY].is_approved


def edit(root: Path, file: str = "sources.csv") -> None:
    path = root / "cities" / CITY / file
    path.write_text(path.read_text(encoding="utf-8").replace("Rana", "Rena"), encoding="utf-8")


def test_who_approves_in_which_role_and_when_is_written(root: Path) -> None:
    result = approve(root, *WHO, "--date", "2026-10-30", "--embargo", "2026-12-01")
    assert result.exit_code == 0, result.output
    lines = approval(root).read_text(encoding="utf-8").splitlines()
    assert lines[:-1] == [
        "state: approved", 'approved_by: "Rana kommune"', 'role: "Mayor"', "date: 2026-10-30",
        "embargo: 2026-12-01",
    ]  # fmt: skip
    assert "Rana kommune" in result.output
    assert "2026-12-01" in result.output
    assert is_approved(root)
    assert [one.code.value for one in problems(root)] == ["embargo-holds"]


def test_the_checksum_can_be_told_without_this_program(root: Path) -> None:
    assert approve(root, *WHO).exit_code == 0
    folder = root / "cities" / CITY
    paths = [path for path in folder.rglob("*") if path.is_file()]
    names = {path.relative_to(folder).as_posix() for path in paths} - {"approval.yml", "README.md"}
    lines = [
        f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n"
        for name in sorted(names)
    ]
    content = hashlib.sha256("".join(lines).encode()).hexdigest()
    assert f"content: {content}\n" in approval(root).read_text(encoding="utf-8")


def test_an_edit_ends_an_approval_and_another_one_renews_it(root: Path) -> None:
    assert approve(root, *WHO).exit_code == 0
    again = approve(root, *WHO)
    assert again.exit_code == 1
    assert "have not changed since" in again.output
    before = approval(root).read_bytes()
    edit(root)
    assert approval(root).read_bytes() == before
    assert not is_approved(root)
    assert [one.code.value for one in problems(root)] == ["approval-outdated"]
    assert approve(root, *WHO).exit_code == 0
    assert is_approved(root)
    assert problems(root) == []


@pytest.mark.parametrize(
    "name",
    [".DS_Store", "Thumbs.db", "desktop.ini", "images/.DS_Store", "images/Thumbs.db",
     "~$city.xlsx", ".~lock.sources.csv#", "sources.csv~", "README.md", "notes.txt",
     "translations/fr.yml"],
)  # fmt: skip
def test_what_systems_and_editors_leave_does_not_count(root: Path, name: str) -> None:
    folder = root / "cities" / CITY
    before = content_hash(folder, root)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("{}", encoding="utf-8")
    assert content_hash(folder, root) == before


def test_line_ends_and_a_byte_order_mark_do_not_count_but_letters_do(root: Path) -> None:
    folder = root / "cities" / CITY
    before = content_hash(folder, root)
    for path in folder.glob("*.csv"):
        text = path.read_text(encoding="utf-8")
        path.write_bytes(("\ufeff" + text.replace("\n", "\r\n")).encode())
    assert content_hash(folder, root) == before
    edit(root, "city.yml")
    assert content_hash(folder, root) != before


def test_a_file_that_is_renamed_or_exchanged_counts(root: Path) -> None:
    folder = root / "cities" / CITY
    (folder / "sections").mkdir(exist_ok=True)
    (folder / "sections" / "one.md").write_text("One", encoding="utf-8")
    before = content_hash(folder, root)
    (folder / "sections" / "one.md").rename(folder / "sections" / "other.md")
    assert content_hash(folder, root) != before


def test_errors_are_all_said_and_nothing_is_written(root: Path) -> None:
    path = root / "cities" / CITY / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8") + "nothing,2020,1,%,x,,,,,,\n" * 2, "utf-8")
    result = approve(root, *WHO)
    assert result.exit_code == 1
    assert "observable-unknown" in result.output
    assert "Nothing was written" in result.output
    assert not approval(root).exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--date", "2026-13-01"), "date-invalid"),
        (("--date", "2026-12-24"), "date-future"),
        (("--date", "2026-10-30", "--embargo", "2026-10-01"), "dates-reversed"),
        (("--date", "[1"), "date-invalid"),
        (("--by", "  "), "approved_by"),
        (("--role", "Mayor\u202e"), "text-control-character"),
        (("--by", "\udcff", "--date", "x: y\nz"), "date-invalid"),
    ],
)
def test_an_approval_that_would_be_wrong_is_not_written(
    root: Path, options: tuple[str, ...], said: str
) -> None:
    result = approve(root, *WHO, *options)
    assert result.exit_code == 1, result.output
    assert said in result.output
    assert "Nothing was written" in result.output
    assert not approval(root).exists()


def test_nothing_that_was_approved_came_later(root: Path) -> None:
    path = root / "cities" / CITY / "sources.csv"
    text, address = path.read_text(encoding="utf-8"), "countries-states-cities-database,"
    path.write_text(text.replace(address, f"{address}2026-10-20"), encoding="utf-8")
    early = approve(root, *WHO, "--date", "2026-10-19")
    assert early.exit_code == 1
    assert "countries-states-cities-2026 (accessed) is dated 2026-10-20" in early.output
    assert approve(root, *WHO, "--date", "2026-10-20").exit_code == 0


def test_an_embargo_that_runs_is_not_lost_when_an_approval_is_renewed(root: Path) -> None:
    assert approve(root, *WHO, "--embargo", "2026-12-24").exit_code == 0
    edit(root)
    renewed = approve(root, *WHO)
    assert renewed.exit_code == 0
    assert "2026-12-24" in renewed.output
    assert "embargo: 2026-12-24" in approval(root).read_text(encoding="utf-8")


def test_a_former_approval_that_cannot_be_read_is_mended_first(root: Path) -> None:
    approval(root).write_text("state: [approved\nembargo: 2027-01-01\n", encoding="utf-8")
    result = approve(root, *WHO)
    assert result.exit_code == 1
    assert "yaml-syntax" in result.output
    assert "2027-01-01" in approval(root).read_text(encoding="utf-8")


def test_an_approval_by_hand_is_replaced(root: Path) -> None:
    approval(root).write_text("state: approved\n", encoding="utf-8")
    assert [one.code.value for one in problems(root)] == ["approval-incomplete"]
    assert not is_approved(root)
    assert approve(root, *WHO).exit_code == 0
    assert is_approved(root)


def test_a_link_is_not_written_through(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("", encoding="utf-8")
    approval(root).symlink_to(tmp_path / "elsewhere")
    assert approve(root, *WHO).exit_code == 1
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == ""


def test_an_unknown_city_is_named_with_the_nearest(root: Path) -> None:
    result = approve(root, *WHO, city="rena")
    assert result.exit_code == 2
    assert "Did you mean rana?" in result.output


def test_an_approval_of_another_city_approves_nothing(root: Path) -> None:
    assert approve(root, *WHO).exit_code == 0
    shutil.copytree(root / "cities" / CITY, root / "cities" / "copy")
    edit(root, "../copy/city.yml")
    publication = check(root, ["copy"], alone=True).publication
    assert publication is not None
    assert not publication.cities["copy"].is_approved
