"""Problems as text, JSON and annotations.

In: sorted problems and the messages of a language. Out: one string. What was found in a file is
shown on one line with its invisible characters escaped: no line of output begins with it, and
it cannot become a command, a mention or a picture where the output is shown.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Problem, Severity, sort_problems
from generator.problems.codes import NOTICES
from generator.problems.folding import also_in, capped, more_of
from generator.problems.notation import written_in

Messages = Mapping[str, Mapping[str, str]]

FOLDER = Path(__file__).parent / "messages"
SHOWN = 80
"""Longest piece of a found text that is shown."""

_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def load_messages(language: str) -> Messages:
    """Return the messages of a language; each text that it lacks in English."""
    english, own = _read_messages("en"), _read_messages(language) if language != "en" else {}
    return {code: {**texts, **own.get(code, {})} for code, texts in english.items()}


def _read_messages(language: str) -> Messages:
    files = {path.stem: path for path in FOLDER.glob("*.yml")}
    if language not in files:
        return {}
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    messages: Messages = yaml.load(files[language].read_text(encoding="utf-8"), Loader=loader)
    return messages


def one_line(text: str, limit: int | None = None) -> str:
    r"""Return a text with line ends and invisible characters as `\xNN`, cut at `limit`."""
    if limit is not None and len(text) > limit:
        text = text[: limit - 1] + "…"
    return "".join(
        _escaped(letter) if unicodedata.category(letter) in _INVISIBLE else letter
        for letter in text
    )


def _escaped(letter: str) -> str:
    number = ord(letter)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def message_of(
    problem: Problem, part: str, messages: Messages, mark: Callable[[str], str] = str
) -> str:
    """Return the `message` or `hint` of a problem; `mark` sets values off from the words."""
    values, text = _values(problem), form_of(problem, part, messages)
    said = _PLACEHOLDER.sub(lambda match: mark(values.get(match[1], "")), text)
    return said + also_in(problem, messages) if part == "message" else said


def form_of(problem: Problem, part: str, messages: Messages) -> str:
    """Return the text of a problem with its placeholders.

    Forms are tried in order, and the first whose values are all known is used.
    """
    entry, values = messages[problem.code.value], _values(problem)
    texts = (entry[name] for name in _form_names(entry, part, values))
    known = (text for text in texts if all(map(values.get, _PLACEHOLDER.findall(text))))
    return next(known, entry[part])


def _values(problem: Problem) -> dict[str, str]:
    """Return what a text may show; `written` is the expected text as the file writes it."""
    place, written = problem.place, problem.expected
    if " / " not in written:
        written = written_in(place.file, written, problem.code) if written else ""
    long = {**problem.values, "expected": problem.expected, "written": written}
    short = {"found": problem.found, "field": place.field or "", "file": place.file}
    return {
        **{key: one_line(value) for key, value in long.items()},
        **{key: one_line(value, SHOWN) for key, value in short.items()},
    }


def _form_names(entry: Mapping[str, str], part: str, values: Mapping[str, str]) -> Iterator[str]:
    """Yield the forms for an exact word first, then the common one, then those that need less."""
    words = (values["expected"], values.get("reason"), values["found"])
    forms = [*filter(None, words), "", "known", "near", "plain", "whole"]
    for form in forms:
        name = f"{part}_{form}" if form else part
        names = [*(f"{name}_{word}" for word in _file_words(values["file"])), name]
        yield from (name for name in names if name in entry)


def _file_words(file: str) -> tuple[str, str]:
    """Return the words of a file by which a hint knows it: its ending, and whose it is."""
    owner = "city" if file.startswith("cities/") else file.partition("/")[0]
    return (file.rpartition(".")[2] if "." in file else "", f"of_{owner}")


def as_text(
    problems: Iterable[Problem], messages: Messages, *, waived: int = 0, color: bool = False
) -> str:
    """Return two lines for each problem and a last one that counts them."""
    listed = list(problems)
    shown, hidden = capped(listed)
    lines = [_text_of(problem, messages, color) for problem in shown]
    return "\n".join([*lines, *more_of(hidden, messages), summary(listed, messages, waived)])


def _text_of(problem: Problem, messages: Messages, color: bool) -> str:
    where, code = place_of(problem), problem.code.value
    code += label_of(problem, messages)
    if color:
        shade = SHADES[problem.severity]
        where, code = f"\033[1m{where}\033[0m", f"\033[{shade}m{code}\033[0m"
    return f"{where}  {code}\n  {sentence_of(problem, messages)}"


SHADES = {Severity.ERROR: 31, Severity.WARNING: 33, Severity.NOTE: 36}
"""The colour of a code on a terminal."""


def label_of(problem: Problem, messages: Messages) -> str:
    """Return what stands behind a code that is no error."""
    if problem.severity is Severity.ERROR:
        return ""
    mark = "notice" if problem.code in NOTICES else problem.severity.value
    return f" ({messages['summary'][f'{mark}_mark']})"


def place_of(problem: Problem) -> str:
    """Return file, line and column of a problem, as far as they are known."""
    place = problem.place
    numbers = [str(number) for number in (place.line, place.column) if number]
    return ":".join([one_line(place.file), *numbers])


def sentence_of(problem: Problem, messages: Messages) -> str:
    """Return what was found and what to write instead."""
    message = message_of(problem, "message", messages)
    hint = message_of(problem, "hint", messages)
    return f"{message}; {hint[:1].lower()}{hint[1:]}"


def summary(problems: Iterable[Problem], messages: Messages, waived: int) -> str:
    """Return the line that counts errors, warnings and what is waived."""
    words, listed = messages["summary"], list(problems)
    errors, warnings = count(listed)
    if errors or warnings:
        line = f"{counted('error', errors, messages)}, {counted('warning', warnings, messages)}"
    else:
        line = words["none"]
    notes = held_back(listed)
    line += f", {counted('note', notes, messages)}" if notes else ""
    return f"{line} ({words['waived'].replace('{n}', str(waived))})" if waived else line


def counted(severity: str, number: int, messages: Messages) -> str:
    """Return a number of errors or of warnings in words."""
    words = messages["summary"]
    text = words.get(f"{severity}_{_plural(number, messages)}", words[f"{severity}_other"])
    return text.replace("{n}", str(number))


def _plural(number: int, messages: Messages) -> str:
    """Return the plural form of a number in the language of the messages, by its CLDR name."""
    language = messages["summary"]["language"]
    if language == "en":
        return "one" if number == 1 else "other"
    from babel import Locale  # which English does without

    return str(Locale.parse(language).plural_form(number))


def count(problems: Iterable[Problem]) -> tuple[int, int]:
    """Return how many errors and how many warnings there are."""
    severities = [problem.severity for problem in problems]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def held_back(problems: Iterable[Problem]) -> int:
    """Return how many values are held back; several findings may hold one."""
    notes = (problem for problem in problems if problem.severity is Severity.NOTE)
    return len({problem.place for problem in notes if problem.code not in NOTICES})


def as_json(problems: Iterable[Problem], messages: Messages, *, waived: int = 0) -> str:
    """Return the document for machines; found texts are exact there."""
    listed = list(problems)
    errors, warnings = count(listed)
    document = {
        "problems": [_json_of(problem, messages) for problem in listed],
        "errors": errors,
        "warnings": warnings,
        "waived": waived,
    }
    return json.dumps(document, indent=2)


def _json_of(problem: Problem, messages: Messages) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code.value,
        "severity": problem.severity.value,
        "file": place.file,
        "line": place.line,
        "lines": list(problem.lines),
        "column": place.column,
        "character": place.character,
        "field": place.field,
        "found": problem.found,
        "expected": problem.expected,
        "message": message_of(problem, "message", messages),
        "hint": message_of(problem, "hint", messages),
        "replacements": [asdict(piece) for piece in problem.replacements],
    }


def as_github(problems: Iterable[Problem], messages: Messages, *, waived: int = 0) -> str:
    """Return annotations of a workflow run, errors first, since only some are shown."""
    ordered = sort_problems(problems)
    shown, hidden = capped(ordered)
    lines = [_annotation(problem, messages) for problem in shown]
    return "\n".join([*lines, *more_of(hidden, messages), summary(ordered, messages, waived)])


def _annotation(problem: Problem, messages: Messages) -> str:
    place = problem.place
    properties: dict[str, object] = {
        "file": place.file,
        "line": place.line,
        "col": place.character,
        "title": problem.code.value,
    }
    listed = ",".join(
        f"{name}={_property(str(value))}" for name, value in properties.items() if value
    )
    parts = (message_of(problem, part, messages) for part in ("message", "hint"))
    text = ". ".join(_data(part) for part in parts)
    return f"::{ANNOTATIONS[problem.severity]} {listed}::{text}"


ANNOTATIONS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
"""The commands of a workflow."""


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
