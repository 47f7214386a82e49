"""Any file of a publication, changed at any place, read by the reader of its kind."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from generator.model.files import CITY_FILES, CONTENT_FILES, FileKind
from generator.problems import Problem, Problems
from generator.read.csv_tables import read_table
from generator.read.documents import read_document, read_documents
from generator.read.folders import read_text
from generator.read.image_files import judge_pictures
from generator.read.labels import read_labels
from generator.read.sections import read_section

PIECES = (
    b"", b"\n", b"\r", b"\r\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b'""', b"'", b",",
    b";", b"\t", b": ", b":", b"- ", b"-", b"? ", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"!!x ",
    b"<<: ", b"|\n", b">\n", b"---\n", b"...\n", b"#", b"%", b"@", b"`", b"\\", b"\xe2\x80\xa8",
    b"\xc2\xa0", b"\xcc\x81" * 40, b"1e999", b"-0", b"NaN", b".inf", b"0x1F", b"1_000",
    b"12:30:45", b"2020-13-45", b"0001-01-01", b"9" * 5000, b"a" * 3000, b"[" * 200, b"{a: " * 200,
    b"> " * 200, b"![](", b"<b>", b"[a](javascript:b)", b"~", b"null", b"yes", b"=1+1",
    b"\xed\xa0\x80", b"\xf0\x9f\x92\xa9", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff",
    b"IHDR\x7f\xff\xff\xff\x7f\xff\xff\xff",
)  # fmt: skip
"""What mistakes and attacks are made of."""

EDITS = st.lists(
    st.tuples(
        st.floats(0, 1, allow_nan=False),
        st.integers(0, 40),
        st.one_of(st.sampled_from(PIECES), st.binary(max_size=8)),
    ),
    min_size=1,
    max_size=6,
)
"""Places as shares of the file, how many bytes go there, and what comes."""


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """Return a file after edits, one behind the other."""
    for share, gone, new in edits:
        at = int(share * len(data))
        data = data[:at] + new + data[at + gone :]
    return data


def kinds_of(root: Path) -> list[tuple[Path, FileKind]]:
    """Return every file of a publication that is read, with its kind."""
    folders = [(root / "content", CONTENT_FILES)]
    folders += [(folder, CITY_FILES) for folder in sorted((root / "cities").iterdir())]
    return [
        (path, kind)
        for folder, kinds in folders
        for path in sorted(folder.rglob("*"))
        for kind in kinds
        if path.is_file() and kind.matches(path.relative_to(folder).as_posix())
    ]


def read_as(kind: FileKind, path: Path, root: Path) -> list[Problem]:
    """Read a file as one of a kind; return what is wrong with it."""
    problems = Problems()
    if kind.table is not None:
        read_table(path, root, kind.table, problems)
    elif kind.record is not None:
        read_document(path, root, kind.record, problems)
    elif kind.records is not None:
        read_documents(path, root, kind.records, problems)
    else:
        OTHERS.get(kind.pattern, read_text)(path, root, problems)
    return list(problems)


def _labels(path: Path, root: Path, problems: Problems) -> None:
    read_labels([path], root, [path.stem], problems)


def _picture(path: Path, root: Path, problems: Problems) -> None:
    judge_pictures([path], root, problems)


OTHERS: Mapping[str, Callable[[Path, Path, Problems], Any]] = {
    "sections/*.md": read_section,
    "labels/*.yml": _labels,
    "images/*": _picture,
}
