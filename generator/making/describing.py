"""The schemas of the files of a publication, for programs in which editors write them."""

from pathlib import Path

from generator.outputs.data.file_schemas import write_schemas
from generator.problems import Problem, Problems
from generator.read.publication_reader import read_content


def write_schemas_of(root: Path, folder: Path) -> tuple[int, tuple[Problem, ...]]:
    """Write the schemas into a folder; return how many, 0 where `content/` has errors.

    Raises:
        OSError: the machine cannot write there.
    """
    problems = Problems()
    publication = read_content(root, problems)
    count = 0 if publication is None else write_schemas(publication, folder)
    return count, tuple(problems)
