"""The files of a language: its labels in the order of the English ones, its texts, its pages."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.editing.file_changes import FileChange
from generator.language.foreign import ENGLISH
from generator.language.ledger import LABELS, PAGES, Entry, State, ledger
from generator.language.translated import marks_of, translations_of
from generator.model.publication import Publication
from generator.model.translation_tables import TRANSLATIONS

BLOCK = re.compile(r"^([^\s#:]+):[^\n]*(?:\n[ ]+[^\n]*)*", re.MULTILINE)
"""A label with all forms of it, as a file of labels writes it."""
LABEL_FILE = "content/labels/{}.yml"


@dataclass
class OwnTexts:
    """Texts that a language gains: labels by key, pages by name, others by file and name."""

    code: str
    labels: dict[str, Any] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)

    def add(self, entry: Entry, context: str, text: str, mark: str) -> None:
        """Take up a translation; `context` names it in PO files, `mark` is that of its English."""
        if entry.file == LABELS:
            form = context.removeprefix(f"{LABELS}#{entry.name}").removeprefix("#")
            if form:
                self.labels.setdefault(entry.name, {})[form] = text
            else:
                self.labels[entry.name] = text
            self.marks[f"{LABELS}#{entry.name}"] = mark
        elif entry.file.startswith(PAGES):
            self.pages[entry.file.removeprefix(PAGES)] = text
            self.marks[entry.file] = mark
        else:
            self.texts[f"{entry.file}#{entry.name}"] = (text, mark)


def changes_of(
    content: Publication, own: OwnTexts, files: Mapping[str, str]
) -> Iterator[FileChange]:
    """Yield the files of a language with what it gains; `files` are those that there are."""
    folder = f"content/{TRANSLATIONS}{own.code}/"
    if own.labels:
        file = LABEL_FILE.format(own.code)
        english = files[LABEL_FILE.format(ENGLISH)]
        yield FileChange(file, files.get(file), _labels(english, files.get(file, ""), own.labels))
    for name, text in own.pages.items():
        yield FileChange(f"{folder}{name}", files.get(f"{folder}{name}"), text)
    if own.marks:
        file, marks = f"{folder}translated.csv", {**marks_of(content, own.code), **own.marks}
        lines = [f"{name},{mark}" for name, mark in sorted(marks.items())]
        yield FileChange(file, files.get(file), "\n".join(["text,of", *lines, ""]))
    for file, text in _texts(content, own):
        yield FileChange(f"{folder}{file}", files.get(f"{folder}{file}"), text)


def _labels(english: str, own: str, gained: Mapping[str, Any]) -> str:
    """Return the labels of a language in the order, and under the headings, of the English."""
    there = {block[1]: block[0] for block in BLOCK.finditer(own)}
    written = {key: f"{key}: {_label_text(label)}" for key, label in gained.items()}
    blocks = {**there, **written}
    text = BLOCK.sub(lambda block: blocks.pop(block[1], ""), english)
    more = "".join(f"{block}\n" for block in blocks.values())
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?m)^\n(?=\S+:)", "", text)) + more


def _label_text(label: Any) -> str:
    if isinstance(label, Mapping) and len({*label.values()}) > 1:
        return f"{{{', '.join(f'{form}: {_quoted(text)}' for form, text in label.items())}}}"
    return _quoted(next(iter(label.values())) if isinstance(label, Mapping) else label)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _texts(content: Publication, own: OwnTexts) -> Iterator[tuple[str, str]]:
    """Yield the files of texts that change, whole: those that are there still, and the new ones."""
    former = translations_of(content, own.code).texts
    kept = {
        f"{entry.file}#{entry.name}": former[entry.file][entry.name]
        for entry in ledger(content, own.code)
        if entry.state is not State.MISSING and entry.name in former.get(entry.file, {})
    }
    whole = {name: (one.text, one.of) for name, one in kept.items()} | own.texts
    by_file: dict[str, list[str]] = {}
    for name, (text, mark) in sorted(whole.items()):
        line = f'{_quoted(name)}: {{text: {_quoted(text)}, of: "{mark}"}}'
        by_file.setdefault(_file_of(name), []).append(line)
    for file in {_file_of(name) for name in own.texts}:
        yield file, "\n".join([*by_file[file], ""])


def _file_of(name: str) -> str:
    """Return the file in which a translated text stands: one for each folder of records."""
    folders = name.partition("#")[0].split("/")[:-1]
    return f"{'-'.join(folders) or 'publication'}.yml"
