"""The modules of the generator and their syntax trees, which the rules read."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "generator"


@cache
def nodes_of(source: str) -> tuple[ast.AST, ...]:
    """Return all nodes of a source text; each is parsed once for all rules."""
    return tuple(ast.walk(ast.parse(source)))


def module_name(path: Path, package: Path) -> str:
    """Return the dotted name of a module below the package, without the package's own name."""
    parts = path.relative_to(package).with_suffix("").parts
    parts = parts[:-1] if parts[-1] == "__init__" else parts
    return ".".join(parts) or "version"


def read_modules(package: Path) -> dict[str, str]:
    """Return the source text of every module by its dotted name."""
    return {
        module_name(path, package): path.read_text(encoding="utf-8")
        for path in sorted(package.rglob("*.py"))
    }


MODULES = read_modules(ROOT / PACKAGE)
