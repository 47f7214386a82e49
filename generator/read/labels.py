"""The words of the product in each language, held against those that the package ships.

A label is text, or plural forms by CLDR category. What is missing, or has braces that nothing
fills, would end a build where it is first asked for.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import resources
from generator.model.published_codes import plural_forms
from generator.model.records import Path as KeyPath
from generator.model.scalars import PLACEHOLDER, Fault, parse_line
from generator.model.translation_tables import FORMS
from generator.problems import Code, Place, Problems
from generator.read.folders import read_text, relative
from generator.read.yaml_nodes import YamlTree, read_yaml

BRACE = re.compile(r"[^{}\s]{0,12}[{}][^{}\s]{0,12}")
"""A brace, with what stands around it."""
FOLDER = "content/labels"
FIRST = "en"
"""The language in which the package has every label."""
Labels = Mapping[str, Any]


def read_labels(
    files: Sequence[Path], root: Path, languages: Sequence[str], problems: Problems
) -> Mapping[str, Labels]:
    """Return the labels of each file by its language; those of `languages` are completed.

    A language without a file has the labels of the package, a label that is missing is that of the
    package, else of the first language; a problem names both. A file that cannot be read has none.
    """
    read = {path: _read(path, root, problems) for path in files}
    trees = {path: tree for path, tree in read.items() if tree is not None}
    shipped = _shipped_labels(FIRST, trees)
    first: Labels = next(
        (tree.content for path, tree in trees.items() if path.stem == languages[0]), {}
    )
    wanted: Labels = {**first, **shipped}
    found: dict[str, Labels] = {path.stem: {} for path in files}
    for path, tree in trees.items():
        file, language = relative(path, root), path.stem
        labels = {
            key: _read_label(tree, (key,), label, file, problems)
            for key, label in tree.content.items()
            if label is not None
        }
        for key, label in labels.items():
            _judge(key, label, wanted.get(key), tree, file, problems)
        for key in sorted(wanted.keys() - labels.keys()) if language in languages else ():
            at = tree.keys.get((key,))
            place = (
                Place(file, at.line, at.column, at.column, key) if at else Place(file, field=key)
            )
            problems.add(Code.LABEL_MISSING, place, "", key)
        own: Labels = (
            {**wanted, **_shipped_labels(language, trees)} if language in languages else {}
        )
        found[language] = {**own, **labels}
    for language in languages:
        if language not in found and (theirs := _shipped_labels(language, {})):
            file = f"{FOLDER}/{language}.yml"
            problems.add(Code.FILE_SHIPPED, Place(file), "", file.removeprefix("content/"))
            found[language] = {**wanted, **theirs}
    return found


def _shipped_labels(language: str, trees: Mapping[Path, YamlTree]) -> Labels:
    """Return the labels of the package in a language; a file that is the same is not read twice."""
    folder = resources.shipped(FOLDER)
    path = folder / f"{language}.yml"
    if path.name not in {one.name for one in folder.iterdir()}:
        return {}
    content = path.read_bytes()
    same = (tree for file, tree in trees.items() if file.read_bytes() == content)
    tree = next(same, None) or _read(path, folder, Problems())
    return {} if tree is None else tree.content


def _read(path: Path, root: Path, problems: Problems) -> YamlTree | None:
    file = relative(path, root)
    text = read_text(path, root, problems)
    if text is not None and not text.strip():
        problems.add(Code.FILE_EMPTY, Place(file, 1))
    tree = read_yaml(text, file, problems) if text and text.strip() else None
    if tree is not None and not tree.whole:
        return None
    if tree is not None and not isinstance(tree.content, dict):
        problems.add(Code.YAML_TYPE, Place(file, 1), "", "mapping")
        return None
    return tree


def _judge(
    key: str, label: Any, shipped: Any, tree: YamlTree, file: str, problems: Problems
) -> None:
    """Hold a label against the shipped one: its form, and what stands in braces."""
    if isinstance(label, str) and "{" not in label and "}" not in label:
        return
    at = tree.keys[(key,)]
    place = Place(file, at.line, at.column, at.column, key)
    forms = label if isinstance(label, dict) else {"other": label}
    if not all(isinstance(form, str) for form in forms.values()):
        problems.add(Code.YAML_TYPE, place, "", "text")
        return
    if "other" not in forms:
        problems.add(Code.YAML_KEY_MISSING, place, "", "other")
    if isinstance(label, dict):
        _judge_forms(key, label, tree, file, problems)
    filled = {name for name, _ in _placeholders(label if shipped is None else shipped)
              if name.isidentifier()}  # fmt: skip
    expected = ", ".join(f"{{{name}}}" for name in sorted(filled))
    for name, case in sorted(set(_placeholders(label))):
        if name not in filled:
            problems.add(Code.LABEL_PLACEHOLDER, place, f"{{{name}}}", expected)
        elif case and case not in FORMS:
            wanted = ", ".join(f"{{{name}:{one}}}" for one in FORMS)
            problems.add(Code.LABEL_PLACEHOLDER, place, f"{{{name}:{case}}}", wanted)
    for form in forms.values():
        brace = BRACE.search(PLACEHOLDER.sub("", form))
        if brace is not None:
            problems.add(Code.LABEL_BRACE, place, brace[0], expected)


def _judge_forms(
    key: str, label: Mapping[str, Any], tree: YamlTree, file: str, problems: Problems
) -> None:
    """Each plural form is one that the language of the file has."""
    known = plural_forms(Path(file).stem)
    for form in label if known else ():
        if form not in known:
            at = tree.keys[(key, form)]
            place = Place(file, at.line, at.column, at.column, key)
            problems.add(Code.LABEL_PLURAL, place, form, " / ".join(known))


def _read_label(tree: YamlTree, path: KeyPath, label: Any, file: str, problems: Problems) -> Any:
    """Return a label, each form of it one line: headings of pages are made of labels."""
    if isinstance(label, dict):
        return {
            form: _read_label(tree, (*path, form), text, file, problems)
            for form, text in label.items()
        }
    try:
        return parse_line(label) if isinstance(label, str) else label
    except Fault as fault:
        at = tree.values[path]
        place = Place(file, at.line, at.column, at.column, ".".join(map(str, path)))
        problems.add(Code(fault.code), place, label, fault.expected)
        return label


def _placeholders(label: Any) -> Iterator[tuple[str, str]]:
    """Yield what stands in braces, each with the form of a name that it asks for."""
    forms = label.values() if isinstance(label, dict) else [label]
    for form in forms:
        yield from PLACEHOLDER.findall(str(form))
