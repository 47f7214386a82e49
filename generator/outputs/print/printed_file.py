"""A PDF to a place that a person names: whole or not at all, over no other file unasked."""

from pathlib import Path
from tempfile import NamedTemporaryFile

ENDING = ".pdf"


class NotWritten(Exception):
    """The file cannot stand there; the text says what was found and what to do instead."""


def place_of_pdf(asked: Path, file: str) -> Path:
    """Return where a file is to stand: in a folder that exists, or under the name given.

    Raises:
        NotWritten: the path is neither a folder nor the name of a PDF in one.
    """
    if asked.is_dir():
        return asked / file
    if asked.suffix.lower() != ENDING:
        raise NotWritten(
            f"{asked} is no folder. Name one that exists, or a file that ends in .pdf."
        )
    if not asked.parent.is_dir():
        raise NotWritten(f"There is no folder {asked.parent}. Make it, or name another.")
    return asked


def write_pdf(path: Path, content: bytes, *, replace: bool) -> bool:
    """Write a PDF, or find that it stands there already; return whether it was written.

    Raises:
        NotWritten: another file stands there and is not to be replaced, or a link, or a folder.
        OSError: the machine cannot write it.
    """
    if path.is_symlink() or path.is_dir():
        raise NotWritten(f"{path} is a link or a folder. Name another file with --output.")
    if path.exists():
        if path.read_bytes() == content:
            return False
        if not replace:
            raise NotWritten(
                f"{path} exists and differs. Add --replace, or name another file with --output."
            )
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as new:
        try:
            new.write(content)
            new.close()
            Path(new.name).chmod(0o644)
            Path(new.name).replace(path)
        except BaseException:
            Path(new.name).unlink(missing_ok=True)
            raise
    return True
