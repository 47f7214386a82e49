"""Markdown files: sections of cities with front matter, and prose pages."""

from pathlib import Path

from generator.model.city_records import SectionHead
from generator.model.publication import Section
from generator.problems import Code, Place, Problems
from generator.read.documents import validate
from generator.read.folders import read_text, relative
from generator.read.yaml_nodes import read_yaml


def read_section(path: Path, root: Path, problems: Problems) -> Section | None:
    """Return a section; its front matter stands between two lines of `---`."""
    file = relative(path, root)
    text = read_text(path, root, problems)
    if text is None:
        return None
    lines = text.split("\n")
    if lines[0].strip() != "---" or "---" not in lines[1:]:
        problems.add(Code.SECTION_FRONT_MATTER, Place(file, 1), lines[0][:60], "---")
        return None
    end = lines.index("---", 1)
    tree = read_yaml("\n".join(lines[1:end]), file, problems, first_line=2)
    head = None if tree is None else validate(tree, file, SectionHead, SectionHead, problems)
    if head is None or head.record is None:
        return None
    first = next((at for at in range(end + 1, len(lines)) if lines[at].strip()), end + 1)
    return Section(file, head, "\n".join(lines[first:]).strip(), first + 1)
