"""Takes finished HTML blocks past the Markdown parser, so that nothing in them is Markdown.

A block stands between `<!-- block -->` and `<!-- /block -->`, each on a line of its own. Named in
`mkdocs.yml`; imports nothing of this package, so that any engine of Python-Markdown can use it.

Blocks are taken out before everything else reads the page and put back after everything else.
The stash of Python-Markdown is no shelter: the stock preprocessor of white space removes its
placeholders if they come before it, and what comes after it may read a fence inside a block.

Headings get no id that the page has already, in a block or in the frame around it: a skip link, a
chart or a script would be led astray by the title of a section.
"""

import re
from collections.abc import Callable
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import unique
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

_BLOCK = re.compile(r"^<!-- block -->\n(.*?)\n<!-- /block -->$", re.DOTALL | re.MULTILINE)
_PLACEHOLDER = f"{STX}block:%d{ETX}"
_PLACEHOLDERS = re.compile(f"(<p>)?{STX}block:([0-9]+){ETX}(?(1)</p>)")
_ID = re.compile(r'\sid="([^"]+)"')
_NUMBERED = "search-results-"
"""How the ids of what the search finds begin."""

FRAME_IDS = frozenset(
    {"main", "contents-title", "chart-words", "chart-keys", "search", "search-panel",
     "search-results"}
)  # fmt: skip
"""The ids of the frame of every page (`theme/site/`)."""


class _TakeOut(Preprocessor):
    """Leaves a placeholder for each block, and reads white space in the stock one's stead."""

    def __init__(
        self, md: Markdown, white_space: Preprocessor, blocks: list[str], taken: set[str]
    ) -> None:
        super().__init__(md)
        self.white_space, self.blocks, self.taken = white_space, blocks, taken

    def run(self, lines: list[str]) -> list[str]:
        parts = _BLOCK.split("\n".join(lines))
        self.blocks[:] = parts[1::2]
        self.taken.clear()
        self.taken.update(FRAME_IDS, *map(_ID.findall, self.blocks))
        found: list[str] = []
        for number, outside in enumerate(parts[::2]):
            found += ["", _PLACEHOLDER % (number - 1), ""] if number else []
            found += self.white_space.run(outside.split("\n"))
        return found


class _PutBack(Postprocessor):
    """Puts the blocks where their placeholders stand, once: a block is not searched for more."""

    def __init__(self, md: Markdown, blocks: list[str]) -> None:
        super().__init__(md)
        self.blocks = blocks

    def run(self, text: str) -> str:
        return _PLACEHOLDERS.sub(lambda match: self.blocks[int(match[2])], text)


class _Ids:
    """Makes the id of a heading from its words, as `toc` does, apart from all others."""

    def __init__(self, slugify: Callable[[str, str], str], taken: set[str]) -> None:
        self.slugify, self.taken = slugify, taken

    def __call__(self, words: str, separator: str) -> str:
        """Return an id; ids that begin with a line are those of Material."""
        found = self.slugify(words, separator).lstrip("_")
        if found.startswith(_NUMBERED):
            found = f"heading-{found}"
        return unique(found, self.taken)


class BlockExtension(Extension):
    """Registers the first preprocessor and the last postprocessor, and watches over ids."""

    def extendMarkdown(self, md: Markdown) -> None:
        blocks: list[str] = []
        taken: set[str] = set()
        if "toc" in md.treeprocessors:
            contents: Any = md.treeprocessors["toc"]
            contents.slugify = _Ids(contents.slugify, taken)
        white_space = md.preprocessors["normalize_whitespace"]
        md.preprocessors.deregister("normalize_whitespace")
        take_out = _TakeOut(md, white_space, blocks, taken)
        md.preprocessors.register(take_out, "profiles-blocks-out", 1000)
        md.postprocessors.register(_PutBack(md, blocks), "profiles-blocks-back", -1000)


def makeExtension(**options: object) -> BlockExtension:
    return BlockExtension(**options)
