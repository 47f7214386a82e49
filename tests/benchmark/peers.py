"""The same Markdown by other engines: stock MkDocs, and Hugo without the blocks."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmark.processes import NotMeasured, measure

BLOCK = re.compile(r"^<!-- block -->\n.*?\n<!-- /block -->\n?", re.DOTALL | re.MULTILINE)
NO_HUGO = "Hugo is not installed; on Debian: apt-get install hugo"
HUGO_SETTINGS = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'
LAYOUT = "<!doctype html><title>{{ .Title }}</title>\n{{ .Content }}\n"


def cpu_by_mkdocs(build: Path, work: Path) -> float:
    """Return the CPU seconds in which MkDocs builds all languages with its own theme."""
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "--theme", "mkdocs")
    seconds = 0.0
    for docs in _languages(build):
        output = _empty(work / "by-mkdocs")
        settings = build / f"mkdocs.{docs.name}.yml"
        options = ("--config-file", str(settings), "--site-dir", str(output))
        seconds += measure(*command, *options, cwd=work).cpu_s
        _compare(docs, output)
    return seconds


def cpu_by_hugo(build: Path, work: Path) -> float:
    """Return the CPU seconds in which Hugo builds all languages, with the least of layouts."""
    if shutil.which("hugo") is None:
        raise NotMeasured(NO_HUGO)
    seconds = 0.0
    for docs in _languages(build):
        source = write_hugo_source(docs, _empty(work / "by-hugo"))
        options = ("--source", str(source), "--cacheDir", str(source / "cache"), "--quiet")
        seconds += measure("hugo", *options, cwd=source).cpu_s
        _compare(docs, source / "public")
    return seconds


def write_hugo_source(docs: Path, source: Path) -> Path:
    """Write the pages without their blocks as a source of Hugo; return its folder.

    A page `cities/index.md` becomes `_index.md`: only then Hugo lets pages stand below it.
    """
    (source / "config.toml").write_text(HUGO_SETTINGS, encoding="utf-8")
    for layout in ("single", "list"):
        _write(source / "layouts" / "_default" / f"{layout}.html", LAYOUT)
    for path in docs.rglob("*.md"):
        name = "_index.md" if path.name == "index.md" else path.name
        text = BLOCK.sub("", path.read_text(encoding="utf-8"))
        _write(source / "content" / path.parent.relative_to(docs) / name, text)
    shutil.copyfile(source / "layouts/_default/list.html", source / "layouts/index.html")
    return source


def _languages(build: Path) -> Iterator[Path]:
    """Yield the folder of Markdown of each language."""
    yield from sorted(path for path in (build / "pages").iterdir() if path.is_dir())


def _compare(docs: Path, output: Path) -> None:
    """See to it that every page was made."""
    wanted, made = len(list(docs.rglob("*.md"))), len(list(output.rglob("*.html")))
    if made < wanted:
        raise NotMeasured(f"of {wanted} pages {made} were made")


def _empty(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
