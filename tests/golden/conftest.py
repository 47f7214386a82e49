"""The shipped content, read once for all cases that leave it as it is."""

from pathlib import Path

import pytest

from generator.model.files import CONTENT_FILES
from generator.problems import Problems
from generator.read.folder_contents import FolderContents, read_folder
from tests.roots import copy_content


@pytest.fixture(scope="session")
def publication_root(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """Return a folder with the shipped content and no city."""
    root = tmp_path_factory.mktemp("golden")
    copy_content(root / "content")
    return root


@pytest.fixture(scope="session")
def shipped(publication_root: Path) -> FolderContents:
    """Return what the shipped content holds, read once for all cases that leave it as it is."""
    return read_folder(publication_root / "content", publication_root, CONTENT_FILES, Problems())
