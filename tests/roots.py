"""Small publications: the shipped framework with few cities and few of the library."""

import csv
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
CITIES = sorted(folder.name for folder in (CHECKOUT / "cities").iterdir() if folder.is_dir())
"""Those that ship."""
LIBRARY = ("recommendations", "packages", "practices")
EACH = 20
"""Of so many records of the library one is kept, and all to which what is kept leads."""


def make_root(
    folder: Path,
    *cities: str,
    whole_library: bool = False,
    source: Path = CHECKOUT / "cities",
    languages: tuple[str, ...] = ("en",),
) -> Path:
    """Copy the shipped content and the named cities, of those in `source`, into `folder`.

    A page of each record of the library is more than half of the pages of such a publication, so
    few of them are taken over, with their sources.
    """
    copy_content(folder / "content", *languages)
    (folder / "cities").mkdir()
    for city in cities:
        shutil.copytree(source / city, folder / "cities" / city)
        _forget_other_cities(folder / "cities" / city / "partnerships.csv", cities)
    if not whole_library:
        shorten_library(folder)
    return folder


def copy_content(folder: Path, *languages: str, without: tuple[str, ...] = ()) -> None:
    """Copy the shipped content in some of its languages; only in English if none is named.

    Folders and files `without` which it is wanted stay behind.
    """
    codes = languages or ("en",)
    shutil.copytree(CHECKOUT / "content", folder, ignore=shutil.ignore_patterns(*without))
    for path in (*(folder / "labels").glob("*.yml"), *(folder / "translations").iterdir()):
        if path.stem not in (*codes, "glossary"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    in_languages(folder, *codes)


def in_languages(content: Path, *codes: str) -> None:
    """Let a publication have these languages."""
    path = content / "publication.yml"
    text = path.read_text(encoding="utf-8")
    new = re.sub(r"(?m)^languages: .*$", f"languages: [{', '.join(codes)}]", text)
    path.write_text(new, encoding="utf-8")


def shorten_library(root: Path) -> None:
    """Take most of the library out, and its sources; what the cities lead to stays."""
    content, cities = root / "content", _texts((root / "cities").rglob("*.*"))
    records = [path for name in LIBRARY for path in sorted((content / name).glob("*.yml"))]
    texts = _texts(records)
    words = {path.stem: _ids(text) for path, text in texts.items()}
    kept: set[str] = set()
    wanted = {path.stem for path in records[::EACH]}.union(*map(_ids, cities.values()))
    while wanted:
        kept |= wanted
        wanted = set().union(*(words.get(name, set()) for name in wanted)) - kept
    for path in records:
        if path.stem not in kept:
            path.unlink()
    _forget_sources(content)


def _forget_sources(content: Path) -> None:
    """Keep the sources that what is left of the content cites."""
    path = content / "framework" / "sources.csv"
    others = _texts(file for file in content.rglob("*.*") if file != path)
    cited = set().union(*map(_ids, others.values()))
    header, *rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [row for row in rows if row.partition(",")[0] in cited]
    path.write_text("".join([header, *kept]), encoding="utf-8")


def _texts(paths: Iterable[Path]) -> dict[Path, str]:
    kinds = (".csv", ".md", ".yml")
    return {path: path.read_text(encoding="utf-8") for path in paths if path.suffix in kinds}


def _ids(text: str) -> set[str]:
    """Return every word of a text that could be the id of something."""
    return set(re.findall(r"[a-z0-9][a-z0-9-]*", text))


def _forget_other_cities(path: Path, cities: tuple[str, ...]) -> None:
    """Keep the twinnings, without links to the folders of cities that are not here."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["partner_city"] = row["partner_city"] if row["partner_city"] in cities else ""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
