"""Harmful faults of a whole file: its name, its encoding, its end, a picture that is none."""

from collections.abc import Callable
from random import Random

from generator.model.files import FileKind
from tests.editing.mutants.grounds import Ground
from tests.editing.mutants.mutant import Mutant, spot

Fault = Callable[[str, FileKind, Ground, Random], Mutant | None]
TEXTS = (".csv", ".yml", ".md")


def other_encoding(file: str, kind: FileKind, ground: Ground, draw: Random) -> Mutant | None:
    """A text is saved in a code page of a region, or as UTF-16."""
    if not file.endswith(TEXTS):
        return None
    text = ground.text(file)
    code = draw.choice(("cp1252", "utf-16"))
    try:
        data = text.encode(code)
    except UnicodeEncodeError:
        return None
    if code == "cp1252" and data == text.encode("utf-8"):
        return None
    lines = [number for number, line in enumerate(text.split("\n"), 1) if not line.isascii()]
    first = lines[0] if code == "cp1252" else 1
    return Mutant("other encoding", file, data, (spot(file, first),), wrote=code)


def name_misspelt(file: str, kind: FileKind, ground: Ground, draw: Random) -> Mutant | None:
    """The name of a known file is misspelt, or it has another ending."""
    folder, _, name = file.rpartition("/")
    stem, _, ending = name.rpartition(".")
    if "*" in kind.pattern and ending == "csv":
        return None
    if ending == "yml":
        new = f"{stem}.yaml"
    elif ending == "csv":
        new = draw.choice((f"{stem}.CSV", f"{stem}s.csv", f"{stem.replace('-', '_').title()}.csv"))
    else:
        return None
    return Mutant(
        "name misspelt", file, None, (spot(f"{folder}/{new}"),), renamed=f"{folder}/{new}"
    )


def required_gone(file: str, kind: FileKind, ground: Ground, draw: Random) -> Mutant | None:
    """A file that must be there is not."""
    return Mutant("file gone", file, None, (spot(file),)) if kind.required else None


def emptied(file: str, kind: FileKind, ground: Ground, draw: Random) -> Mutant | None:
    """A file is empty."""
    return (
        Mutant("file empty", file, b"", (spot(file, 1),))
        if file.endswith((".csv", ".yml"))
        else None
    )


def picture_broken(file: str, kind: FileKind, ground: Ground, draw: Random) -> Mutant | None:
    """A picture is cut, or is no picture."""
    if file.endswith(TEXTS):
        return None
    data = (ground.root / file).read_bytes()
    broken = draw.choice((data[: len(data) // 2], b"<html>Not found</html>", data[:40]))
    return Mutant("picture broken", file, broken, (spot(file),))


def picture_gone(file: str, kind: FileKind, ground: Ground, draw: Random) -> Mutant | None:
    """A picture that a table names is not there."""
    if file.endswith(TEXTS):
        return None
    folder, _, name = file.rpartition("/images/")
    table = f"{folder}/images.csv"
    lines = [number for number, line in enumerate(ground.text(table).split("\n"), 1)
             if line.startswith(f"{name},")]  # fmt: skip
    return Mutant("picture gone", file, None, (spot(table, *lines, field="file"),))


def front_matter_gone(file: str, kind: FileKind, ground: Ground, draw: Random) -> Mutant | None:
    """The lines about a text lack one of their marks."""
    if not kind.pattern.startswith("sections/"):
        return None
    text = ground.text(file).replace("---\n", "", 1)
    return Mutant("front matter without a mark", file, text.encode("utf-8"), (spot(file, 1),))


def prose_wrong(file: str, kind: FileKind, ground: Ground, draw: Random) -> Mutant | None:
    """A text holds what would not be set, or leads nowhere."""
    if not kind.pattern.endswith(".md"):
        return None
    written = draw.choice((
        "See [the portrait](portrait.md).", "Half of them.[^9]", "[Page](javascript:alert(1))",
    ))  # fmt: skip
    lines = ground.text(file).rstrip("\n").split("\n")
    data = "\n".join([*lines, "", written, ""]).encode("utf-8")
    return Mutant("prose that is not set", file, data, (spot(file, len(lines) + 2),), wrote=written)


FILE_FAULTS: tuple[Fault, ...] = (
    other_encoding,
    name_misspelt,
    required_gone,
    emptied,
    picture_broken,
    picture_gone,
    front_matter_gone,
    prose_wrong,
)
