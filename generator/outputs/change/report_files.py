"""The three files of a report, in a folder of their own."""

from collections.abc import Mapping
from pathlib import Path

from generator.outputs.store.output_folder import MARK, MARKER, is_build


def write_files(folder: Path, texts: Mapping[str, str], build: Path) -> None:
    """Write texts by their names into a folder, and nothing else there.

    In a new folder of builds the mark of one is left, so that the next build takes its place.
    """
    is_new = build in folder.parents and not build.exists()
    folder.mkdir(parents=True, exist_ok=True)
    if is_new and not is_build(build):
        (build / MARKER).write_text(MARK, encoding="utf-8")
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
