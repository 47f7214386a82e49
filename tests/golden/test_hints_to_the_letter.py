"""A hint that is followed to the letter leads into no new error: each golden case."""

from pathlib import Path

import pytest
import yaml

from generator.read import publication_reader
from generator.read.folder_contents import FolderContents
from tests.followed_hints import errors_after
from tests.golden.test_problems import CASES, changed_content, check, keeping, make_city


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_followed_hint_leads_into_no_new_error(
    path: Path, publication_root: Path, shipped: FolderContents, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    root, name = publication_root, case.get("folder", "teststadt")
    if "content" not in case:
        monkeypatch.setattr(publication_reader, "read_folder", keeping(shipped))
    make_city(root / "cities", name, case)
    with changed_content(root / "content", case.get("content", {})):
        places = (f"cities/{name}", *(f"content/{file}" for file in case.get("content", {})))
        problems, _ = check(root, places)
        assert errors_after(problems, root, lambda: check(root, places)[0]) == []
