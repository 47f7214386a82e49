"""Opening inputs safely: no links, bounded size, and all that is wrong said at once."""

import csv
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from generator.model.allowed_paths import most_bytes_of
from generator.model.lookalikes import MARKS
from generator.model.temporary_files import is_temporary
from generator.problems import Code, Place, Problems
from generator.read.letters import letters_lacking
from generator.read.misread_letters import is_misread, misread_words
from generator.read.text_encodings import UTF_8, decode

LETTERS_NAMED = 12
IGNORED = {".gitkeep", ".DS_Store", "README.md", "Thumbs.db", "desktop.ini"}
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufdd0-\ufdef\ufffd\ufffe\uffff\ufeff]"
)


_KEY = re.compile(r"\s*(?:- )?([\w-]+):")
"""The key with which a line of a YAML file begins."""
_PRINTED = bytes(range(0x20, 0x7F)) + b"\n\t"


def name_of(character: str) -> str:
    """Return number and name of a character that cannot be seen."""
    name = unicodedata.name(character, "control character")
    return f"U+{ord(character):04X} {name.lower()}"


def relative(path: Path, root: Path) -> str:
    """Return a path relative to the root, with `/`, composed (NFC)."""
    return unicodedata.normalize("NFC", path.as_posix().removeprefix(f"{root.as_posix()}/"))


def list_files(folder: Path, root: Path, problems: Problems, depth: int = 3) -> list[Path]:
    """Return the regular files below `folder`, sorted; a link is a problem, never followed.

    So are folders in which nothing is read, `depth` below this one or hidden, and names that are
    spelt otherwise on other systems. What editors keep for themselves is passed over, their links
    (Emacs) as well.
    """
    found: list[Path] = []
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = folder / entry.name
        if is_temporary(entry.name) and not entry.is_dir(follow_symlinks=False):
            continue
        if not unicodedata.is_normalized("NFC", entry.name):
            problems.add(Code.FILE_NAME, Place(relative(path, root)), entry.name, reason="composed")
        if entry.is_symlink():
            problems.add(Code.FILE_LINK, Place(relative(path, root)))
        elif entry.is_dir(follow_symlinks=False):
            if depth > 0 and not is_hidden(entry.name):
                found.extend(list_files(path, root, problems, depth - 1))
            else:
                problems.add(Code.FILE_UNKNOWN, Place(relative(path, root)), f"{entry.name}/")
        elif entry.name not in IGNORED:
            found.append(path)
    return found


def is_hidden(folder: str) -> bool:
    """Return whether a folder of this name belongs to a program: no input lies in one."""
    return folder.startswith((".", "__"))


def read_text(path: Path, root: Path, problems: Problems) -> str | None:
    """Return the text of a file with plain line ends; None if it cannot be read.

    A byte order mark is accepted, since spreadsheets write one. What is in another encoding, and
    what holds invisible characters, is read too: problems say so.
    """
    file = relative(path, root)
    if not stat.S_ISREG(path.lstat().st_mode):
        problems.add(Code.FILE_LINK, Place(file))
        return None
    limit = most_bytes_of(path.name)
    size = path.stat().st_size
    if size > limit:
        problems.add(Code.FILE_TOO_LARGE, Place(file), f"{size:,}", f"{limit:,}")
        return None
    text = _decoded(path.read_bytes(), file, problems)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    odd = _odd_letters(text)
    if not odd:
        return text
    if CONTROL.search(odd):
        text = _cleaned(text, file, problems)
    for place, found in _first_of_lines(MARKS, text, file) if MARKS.search(odd) else ():
        problems.add(Code.TEXT_MARKS, place, str(len(found)))
    for start, found, meant in islice(misread_words(text), 1) if is_misread(odd) else ():
        problems.add(Code.TEXT_MISREAD, _place_of(start, text, file), found, meant)
    letters = letters_lacking(root)
    for place, found in _first_of_lines(letters, text, file) if letters.search(odd) else ():
        problems.add(Code.TEXT_LETTER, place, found[:LETTERS_NAMED])
    return text


def _odd_letters(text: str) -> str:
    """Return what of a text is neither a printed letter of ASCII nor the end of a line.

    What should not stand in a text is sought in this first, which is short in most files.
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PRINTED)
    return rest.decode("utf-8", "surrogatepass")


def _decoded(data: bytes, file: str, problems: Problems) -> str | None:
    """Return the text of a file; that it is not saved as UTF-8 is a problem."""
    decoded = decode(data)
    if decoded is None:
        problems.add(Code.FILE_ENCODING, Place(file, 1), "", UTF_8)
        return None
    if decoded.first_wrong is not None:
        line = data.count(b"\n", 0, decoded.first_wrong) + 1
        values = {} if decoded.encoding == UTF_8 else {"encoding": decoded.encoding}
        byte = f"0x{data[decoded.first_wrong]:02X}"
        problems.add(Code.FILE_ENCODING, Place(file, line), byte, UTF_8, **values)
    return decoded.text


def _cleaned(text: str, file: str, problems: Problems) -> str:
    """Return a text without what none should hold; each line's first such character is said."""
    if CONTROL.search(text) is None:
        return text
    for place, found in _first_of_lines(CONTROL, text, file):
        problems.add(Code.TEXT_CONTROL, place, name_of(found))
    return CONTROL.sub("", text)


def _first_of_lines(pattern: re.Pattern[str], text: str, file: str) -> Iterator[tuple[Place, str]]:
    """Yield each line's first match and its place; stop after twenty."""
    seen: set[int] = set()
    for match in pattern.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if line in seen:
            continue
        seen.add(line)
        yield _place_of(match.start(), text, file), match[0]
        if len(seen) == 20:
            return


def _place_of(at: int, text: str, file: str) -> Place:
    """Return the place of the character of a text that has the number `at`, from 0."""
    line = text.count("\n", 0, at) + 1
    return _place(file, line, text[text.rfind("\n", 0, at) + 1 : at + 1], text)


def _place(file: str, line: int, before: str, text: str) -> Place:
    """Return the place of the last character of `before`, the beginning of a line of a text."""
    character = len(before)
    if not file.endswith(".csv"):
        key = _KEY.match(before) if file.endswith(".yml") else None
        return Place(file, line, character, character, key[1] if key else None)
    column = len(next(csv.reader([before])))
    names = next(csv.reader([text.partition("\n")[0]]), [])
    field = names[column - 1].strip() if line > 1 and column <= len(names) else None
    return Place(file, line, column, character, field or None)
