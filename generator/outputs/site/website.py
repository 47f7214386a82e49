"""Markdown pages to HTML, by MkDocs: the only module that knows MkDocs.

Any set of pages can be built alone: a page depends on its own Markdown and on the frame, which
holds the whole navigation. What MkDocs makes beside pages (the page of lost addresses, the files
of the theme) is a result like a page. The date of a build is the as-of date: the one place where
the environment is set.
"""

import contextlib
import gc
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from generator.frozen import dataclass
from generator.outputs.site.frame import Frame
from generator.templates_in_memory import TemplatesInMemory

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Files = Mapping[str, bytes]
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "sitemap.xml")
"""What the base theme ships and no page uses; its site map lists some pages only."""


@dataclass(frozen=True, slots=True)
class Source:
    """The Markdown of a page; `file` is its path, such as `cities/index.md`."""

    file: str
    markdown: str

    @property
    def html_file(self) -> str:
        return self.file.removesuffix(".md") + ".html"


PAGES_AT_ONCE = 250
"""A call should have as many, since each loads theme and navigation anew, the cost of 8 pages."""
FEW = 25
"""Of so many pages what remains in memory is not worth the search for it."""
SHELL = Source("", "")
"""Stands for everything that MkDocs makes beside pages."""


def render(frame: Frame, sources: Sequence[Source]) -> list[Files]:
    """Return, for every source, the files of the site that are made from it."""
    with TemporaryDirectory() as folder:
        docs, built = Path(folder, "docs"), Path(folder, "site")
        # A page that the navigation names must exist; what is made from an empty one is unused.
        _write(dict.fromkeys(frame.navigation, ""), docs)
        pages = {source.file: source.markdown for source in sources if source != SHELL}
        _write(pages, docs)
        _build(frame, docs, built, pages_only=SHELL not in sources)
        if len(sources) > FEW:
            gc.collect()  # the pages of MkDocs refer to each other: 50 MB in 250 of them
        return [_made_from(source, built) for source in sources]


def _write(pages: Mapping[str, str], docs: Path) -> None:
    for file, markdown in pages.items():
        path = docs / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(markdown, encoding="utf-8")


def _made_from(source: Source, built: Path) -> Files:
    if source != SHELL:
        return {source.html_file: (built / source.html_file).read_bytes()}
    files = (path for path in sorted(built.rglob("*")) if path.is_file())
    shell = {path.relative_to(built).as_posix(): path for path in files}
    return {
        name: path.read_bytes()
        for name, path in shell.items()
        if path.name != "index.html" and not name.startswith(_UNUSED)
    }


_TEMPLATES = TemplatesInMemory()


def _build(frame: Frame, docs: Path, built: Path, *, pages_only: bool) -> None:
    def adapt(config: "MkDocsConfig") -> None:
        config.theme.dirs[0] = str(frame.theme)
        _use_templates(config, pages_only=pages_only)

    folders = {"docs_dir": str(docs), "site_dir": str(built)}
    build_as_configured(frame.config, frame.as_of, adapt, **folders, **frame.given)


def _use_templates(config: "MkDocsConfig", *, pages_only: bool) -> None:
    """Let MkDocs compile the templates of a theme once, and make nothing beside pages if told so.

    What it would make beside them is the same each time; only to find it takes as long as to
    build twenty pages.
    """
    from jinja2 import Environment, FileSystemLoader
    from mkdocs.theme import Theme

    class Unlisted(FileSystemLoader):
        def list_templates(self) -> list[str]:
            return []

    class SharedTheme(Theme):
        def __init__(self, theme: Theme) -> None:
            vars(self).update(vars(theme))
            if pages_only:
                self.static_templates = set()

        def get_env(self) -> Environment:
            environment = super().get_env()
            environment.bytecode_cache = _TEMPLATES
            if pages_only:
                environment.loader = Unlisted(self.dirs)
            return environment

    config.theme = SharedTheme(config.theme)


def build_as_configured(
    file: Path,
    as_of: str,
    adapt: Callable[["MkDocsConfig"], None] = lambda _: None,
    **given: Any,
) -> None:
    """Build a site by the settings of a file, those given in their place; `adapt` may change them.

    The site is one of ours, or another such as a copy for paper.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with _quiet_logging(), _date_of_build(as_of):
        config = load_config(str(file), **given)
        adapt(config)
        build(config)


@contextlib.contextmanager
def _quiet_logging() -> Iterator[None]:
    """MkDocs tells of every file; only its warnings are worth a line."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        logger.setLevel(level)


@contextlib.contextmanager
def _date_of_build(as_of: str) -> Iterator[None]:
    """Set the date that templates are told to the as-of date."""
    from datetime import UTC, datetime

    parts = [int(part) for part in as_of.split("-")] + [1, 1]
    moment = int(datetime(parts[0], parts[1], parts[2], tzinfo=UTC).timestamp())
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(moment)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
