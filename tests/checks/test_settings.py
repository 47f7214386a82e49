"""What the settings of a publication leave open is said once, and holds nothing back."""

from pathlib import Path

import pytest

from generator.making.checking import Checked, check
from generator.problems import Code, Problem
from generator.problems.render import as_text, load_messages

SETTINGS = "content/publication.yml"
MESSAGES = load_messages("en")
ALL = "address: https://cities.example\nrepository: {url: https://forge.example/cities}\n"
WITH_EMAIL = "contact: {name: Secretariat, email: cities@example.org}\n"


def settled(root: Path, lines: str) -> Checked:
    """Check a publication with these settings in place of its own of the same keys."""
    path, keys = root / SETTINGS, ("address", "repository", "contact")
    kept = [
        line
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
        if not line.startswith(keys)
    ]
    path.write_text("".join(kept) + lines, encoding="utf-8")
    return check(root)


def notices(checked: Checked) -> list[Problem]:
    return [one for one in checked.problems if one.code is Code.PUBLICATION_UNSET]


@pytest.mark.parametrize(
    ("lines", "unset"),
    [
        ("", "address, repository, contact.email"),
        (ALL, "contact.email"),
        (WITH_EMAIL, "address, repository"),
        ("contact: {name: Secretariat}\n", "address, repository, contact.email"),
    ],
)
def test_what_is_not_set_is_said_in_one_notice(root: Path, lines: str, unset: str) -> None:
    (notice,) = notices(settled(root, lines))
    assert (notice.place.file, notice.found) == (SETTINGS, unset)


def test_a_publication_that_is_settled_is_told_nothing(root: Path) -> None:
    assert notices(settled(root, ALL + WITH_EMAIL)) == []


def test_a_notice_is_neither_a_fault_nor_a_value_held_back(root: Path) -> None:
    checked = settled(root, "")
    said = as_text(notices(checked), MESSAGES)
    assert "publication-unset (notice)" in said
    assert said.endswith("No problems: 0 errors, 0 warnings")
    assert not [one for one in checked.faults if one.code is Code.PUBLICATION_UNSET]
