"""Takes finished HTML blocks past the Markdown parser, so that nothing in them is Markdown.

A block stands between `<!-- block -->` and `<!-- /block -->`, each on a line of its own. Named in
`mkdocs.yml`; imports nothing of this package, so that any engine of Python-Markdown can use it.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_BLOCK = re.compile(r"^<!-- block -->\n(.*?)\n<!-- /block -->$", re.DOTALL | re.MULTILINE)


class _BlockPreprocessor(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        def stash(match: re.Match[str]) -> str:
            return f"\n\n{self.md.htmlStash.store(match[1])}\n\n"

        return _BLOCK.sub(stash, "\n".join(lines)).split("\n")


class BlockExtension(Extension):
    """Registers the preprocessor after white space (30) and before HTML blocks (20)."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.register(_BlockPreprocessor(md), "profiles-blocks", 25)


def makeExtension(**options: object) -> BlockExtension:
    return BlockExtension(**options)
