"""Takes finished HTML blocks past the Markdown parser, so that nothing in them is Markdown.

A block stands between `<!-- block -->` and `<!-- /block -->`, each on a line of its own. Named in
`mkdocs.yml`; imports nothing of this package, so that any engine of Python-Markdown can use it.

Blocks are taken out before everything else reads the page and put back after everything else.
The stash of Python-Markdown is no shelter: the stock preprocessor of white space removes its
placeholders if they come before it, and what comes after it may read a fence inside a block.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

_BLOCK = re.compile(r"^<!-- block -->\n(.*?)\n<!-- /block -->$", re.DOTALL | re.MULTILINE)
_PLACEHOLDER = f"{STX}block:%d{ETX}"
_PLACEHOLDERS = re.compile(f"(<p>)?{STX}block:([0-9]+){ETX}(?(1)</p>)")


class _TakeOut(Preprocessor):
    """Leaves a placeholder for each block, and reads white space in the stock one's stead."""

    def __init__(self, md: Markdown, white_space: Preprocessor, blocks: list[str]) -> None:
        super().__init__(md)
        self.white_space, self.blocks = white_space, blocks

    def run(self, lines: list[str]) -> list[str]:
        parts = _BLOCK.split("\n".join(lines))
        self.blocks[:] = parts[1::2]
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


class BlockExtension(Extension):
    """Registers the first preprocessor and the last postprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:
        blocks: list[str] = []
        white_space = md.preprocessors["normalize_whitespace"]
        md.preprocessors.deregister("normalize_whitespace")
        md.preprocessors.register(_TakeOut(md, white_space, blocks), "profiles-blocks-out", 1000)
        md.postprocessors.register(_PutBack(md, blocks), "profiles-blocks-back", -1000)


def makeExtension(**options: object) -> BlockExtension:
    return BlockExtension(**options)
