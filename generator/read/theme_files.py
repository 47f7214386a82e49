"""Whether the theme of a publication of its own is whole and can be read.

A `theme/` in the root stands in the place of the shipped one, whole: a file that is missing or
broken is a problem, not taken from elsewhere, so that nobody sees two looks mixed.
"""

import json
from pathlib import Path

import yaml

from generator import resources
from generator.problems import Code, Place, Problems
from generator.read.folders import list_files, relative
from generator.read.yaml_nodes import read_yaml

DEEP = 8
"""How many folders may stand in each other."""


def judge_theme(root: Path, problems: Problems) -> None:
    """Report what is missing, broken or a link in the theme of a root.

    The shipped theme, which stands in no root but a checkout, is not judged.
    """
    theme, shipped = root / "theme", resources.shipped("theme")
    if resources.is_shipped_only() or not theme.exists() or theme.samefile(shipped):
        return
    if not theme.is_dir():
        problems.add(Code.FILE_MISSING, Place("theme"), "", "theme/README.md")
        return
    own = {relative(path, root): path for path in list_files(theme, root, problems, DEEP)}
    linked = {problem.place.file for problem in problems}
    for path in list_files(shipped, shipped.parent, Problems(), DEEP):
        file = relative(path, shipped.parent)
        if file in own:
            _judge_file(own[file], path, file, problems)
        elif not any(file == link or file.startswith(f"{link}/") for link in linked):
            problems.add(Code.FILE_MISSING, Place(file), "", file)


def _judge_file(path: Path, shipped: Path, file: str, problems: Problems) -> None:
    """Read a file that differs from the shipped one as what uses it will."""
    content = path.read_bytes()
    if content == shipped.read_bytes():
        return
    if path.suffix in (".ttf", ".woff2"):
        if content[:4] != shipped.read_bytes()[:4]:
            problems.add(Code.THEME_BROKEN, Place(file), reason="font")
        return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.add(
            Code.FILE_ENCODING, Place(file, line), f"0x{content[error.start]:02X}", "UTF-8"
        )
        return
    if path.suffix == ".yml":
        _judge_settings(text, shipped, file, problems)
    elif path.suffix in (".jinja", ".html"):
        _judge_template(text, file, problems)
    elif path.suffix == ".json":
        _judge_json(text, file, problems)
    elif path.suffix == ".csv":
        _judge_letters(text, file, problems)


def _judge_settings(text: str, shipped: Path, file: str, problems: Problems) -> None:
    """A file of settings has every setting of the shipped one, in the same form."""
    tree = read_yaml(text, file, problems)
    if tree is None or not tree.whole:
        return
    wanted = yaml.safe_load(shipped.read_text(encoding="utf-8"))
    own = yaml.safe_load(text)
    places = {path: Place(file, at.line, at.column, at.column, ".".join(map(str, path)))
              for path, at in tree.values.items()}  # fmt: skip
    _compare(own, wanted, (), places, problems)


def _compare(
    own: object,
    wanted: object,
    path: tuple[str | int, ...],
    places: dict[tuple[str | int, ...], Place],
    problems: Problems,
) -> None:
    """Report settings that are missing, unknown or of another kind."""
    place = places[path]
    if isinstance(wanted, dict) and isinstance(own, dict):
        for key, below in wanted.items():
            if key in own:
                _compare(own[key], below, (*path, key), places, problems)
            else:
                problems.add(Code.YAML_KEY_MISSING, place, "", str(key))
        for key in own.keys() - wanted.keys():
            known = ", ".join(map(str, wanted))
            problems.add(Code.YAML_KEY_UNKNOWN, places[(*path, key)], str(key), known=known)
    elif _form(own) != _form(wanted):
        problems.add(Code.YAML_TYPE, place, str(own)[:60], _form(wanted))


def _form(value: object) -> str:
    """Return the form of a setting as messages name it."""
    if isinstance(value, dict):
        return "mapping"
    if isinstance(value, list):
        return "list"
    return "a number" if isinstance(value, int | float) else "a text"


def _judge_template(text: str, file: str, problems: Problems) -> None:
    from jinja2 import Environment, TemplateSyntaxError

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters |= dict.fromkeys(("md", "url", "script_tag"), str)
    try:
        environment.compile(text)
    except TemplateSyntaxError as error:
        reason = str(error.message or "")
        problems.add(Code.THEME_BROKEN, Place(file, error.lineno), reason)


def _judge_json(text: str, file: str, problems: Problems) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno, error.colno)
        problems.add(Code.THEME_BROKEN, place, error.msg)


def _judge_letters(text: str, file: str, problems: Problems) -> None:
    """Each row holds the first and the last number of a run of letters."""
    rows = text.splitlines()
    if rows[:1] != ["first,last"] or len(rows) == 1:
        problems.add(Code.THEME_BROKEN, Place(file, 1), "".join(rows[:1]))
    for line, row in enumerate(rows[1:], start=2):
        try:
            first, last = (int(number, 16) for number in row.split(","))
        except ValueError:
            problems.add(Code.THEME_BROKEN, Place(file, line), row)
            continue
        if not first <= last <= 0x10FFFF:
            problems.add(Code.THEME_BROKEN, Place(file, line), row)
