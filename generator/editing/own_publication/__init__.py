"""A repository to begin a publication with: framework, words, workflows, and an invented city.

Beside this module lies what is written for it. Framework, labels and libraries are the shipped
ones, and so are the workflows: they are those of the generator's own repository.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from generator import resources
from generator.editing.csv_text import parse_csv, quoted
from generator.editing.shipped_files import add_files, copy_content, filling

HERE = Path(__file__).resolve().parent
LEDGER = "upgrades.csv"
"""The table of the files that came with the generator, as it wrote them."""
OWN = {
    "Makefile": "Makefile",
    "wheels/README.md": "wheels/README.md",
    ".github/CODEOWNERS": "CODEOWNERS",
}
SHIPPED = {
    **{name: name for name in (
        ".github/workflows/check.yml", ".github/workflows/links.yml",
        ".github/workflows/report.yml", ".github/workflows/site.yml",
        ".github/pull_request_template.md", ".gitignore", "requirements.lock",
        "cities/README.md", "content/README.md",
    )},
    ".gitlab-ci.yml": ".gitlab/publication.yml",
}  # fmt: skip
"""Where each file that a newer generator may renew is taken from: beside here, or shipped."""


def write_publication(folder: Path) -> None:
    """Write the repository.

    Raises:
        FolderNotEmpty: there is something in the folder.
        OSError: the machine cannot write it.
    """
    with filling(folder):
        copy_content(folder / "content")
        for name in ("content", "cities"):
            add_files(HERE / name, folder / name)
        files = repository_files()
        for name, data in {**files, "README.md": (HERE / "README.md").read_bytes()}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        ledger = {name: checksum(data) for name, data in files.items()}
        (folder / LEDGER).write_bytes(written_ledger(ledger).encode())


def repository_files() -> Mapping[str, bytes]:
    """Return the files that come with the generator, by path in the repository."""
    own = {name: (HERE / file).read_bytes() for name, file in OWN.items()}
    return {**own, **{name: resources.shipped(file).read_bytes() for name, file in SHIPPED.items()}}


def checksum(data: bytes) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return sha256(data).hexdigest()


def written_ledger(checksums: Mapping[str, str]) -> str:
    """Return the text of the table of files, in the order of their paths."""
    rows = (f"{quoted(name)},{checksums[name]}" for name in sorted(checksums))
    return "\n".join(["file,sha256", *rows, ""])


def read_ledger(text: str) -> dict[str, str]:
    """Return the checksum of each file that the table names.

    Raises:
        NotPlain: it is no table.
    """
    table = parse_csv(text)
    rows = [table.named(record) for record in table.records if record.is_filled]
    return {row.get("file", ""): row.get("sha256", "") for row in rows}
