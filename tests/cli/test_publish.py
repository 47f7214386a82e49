"""`profiles publish`: what it says of wrong names and of files that stand in its way."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands import profiles


def publish(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(profiles, ["publish", "--root", str(root), *arguments])


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--cities almaty,astana"),
        (("--cities", "rana", "--country", "NO"), "--country KZ; --profile almaty; --scorecard"),
        (("--areas", "energy", "--country", "NO"), "--country KZ; --profile almaty; --scorecard"),
        (("--cities", "rana", "--paper", "a5"), "with --gaps and --scorecard only"),
        (("--gaps", "rana", "--attach-data"), "Leave --attach-data out"),
        (("--profile", "rana", "--country", "NO"), "--profile almaty; --scorecard"),
        (("--profile", "rnaa"), "Did you mean rana?"),
        (("--gaps", "rnaa"), "Did you mean rana?"),
        (("--scorecard", "rnaa"), "Did you mean rana?"),
        (("--scorecard", "rana"), "Too little is known of rana"),
        (("--cities", "rana", "--font-path", "nowhere"), 'or "system" where Noto CJK'),
        (("--country", "KZ"), 'No city of a country "KZ" is published. Known are: NO.'),
        (("--cities", "rnaa"), 'There is no city "rnaa". Did you mean rana?'),
        (("--cities", "rana", "--areas", "enrgy"), "Did you mean energy?"),
        (("--cities", "rana", "--areas", "qqq"), "Known are: energy, "),
        (("--cities", "rana", "--in", "fr"), 'no language "fr". Known are: en.'),
    ],
)
def test_a_wrong_name_ends_with_two_and_what_to_write(
    root: Path, arguments: tuple[str, ...], words: str
) -> None:
    result = publish(root, *arguments, "--output", str(root))
    assert result.exit_code == 2
    assert words in " ".join(result.output.split())


def test_it_writes_one_pdf_and_no_other_file_gives_way_unasked(root: Path) -> None:
    asked = ("--cities", "alesund/,rana", "--areas", "energy", "--output", str(root))
    path = root / "compendium-alesund-rana-energy-en.pdf"
    made = publish(root, *asked)
    assert made.exit_code == 0, made.output
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert "nothing was written" in publish(root, *asked).output
    path.write_bytes(b"of somebody else")
    refused = publish(root, *asked)
    assert refused.exit_code == 1
    assert "Add --replace" in refused.output
    assert path.read_bytes() == b"of somebody else"
    assert publish(root, *asked, "--replace").exit_code == 0
    assert path.read_bytes() == content
    assert [one.name for one in root.iterdir() if one.suffix == ".tmp"] == []


@pytest.mark.parametrize("place", ["none/there.pdf", "there.docx"])
def test_where_no_pdf_can_stand_it_says_so_before_it_works(root: Path, place: str) -> None:
    result = publish(root, "--cities", "rana", "--output", str(root / place))
    assert result.exit_code == 1
    assert "Nothing was written." in result.output


def test_a_link_is_not_followed(root: Path) -> None:
    (root / "link.pdf").symlink_to(root / "content" / "publication.yml")
    before = (root / "content" / "publication.yml").read_bytes()
    arguments = ("--cities", "rana", "--output", str(root / "link.pdf"), "--replace")
    assert publish(root, *arguments).exit_code == 1
    assert (root / "content" / "publication.yml").read_bytes() == before


def test_data_with_an_error_are_not_published(root: Path) -> None:
    path = root / "cities" / "rana" / "observations.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("period", "perod", 1), "utf-8")
    result = publish(root, "--cities", "alesund", "--output", str(root))
    assert result.exit_code == 1
    assert "observations.csv" in result.output
    assert not list(root.glob("*.pdf"))
