"""Harmful faults in YAML files: of a value, of a key, of the form."""

import re
from collections.abc import Callable, Iterable
from random import Random
from typing import Any

from tests.editing.mutants.faults_of_tables import NO_DATES, NO_NUMBERS, NO_WORDS, misspelt
from tests.editing.mutants.grounds import Ground
from tests.editing.mutants.mutant import Mutant, spot
from tests.editing.mutants.pages_of_records import Page, Scalar, name_in

Fault = Callable[[Page, Ground, Random], Mutant | None]

MARKS = re.compile("[\"'#{}\\[\\]&*!|>%@`]|: |^[-?]( |$)|^$")


def scalar_fault(
    name: str, fits: Callable[[Scalar], bool], texts: Callable[[Scalar, Random], Iterable[str]]
) -> Fault:
    """Return the fault that a fitting value is written as one of the texts."""

    def make(page: Page, ground: Ground, draw: Random) -> Mutant | None:
        fitting = [scalar for scalar in page.scalars if fits(scalar)]
        if not fitting:
            return None
        scalar = draw.choice(fitting)
        choices = [text for text in texts(scalar, draw) if text != scalar.text]
        if not choices:
            return None
        text = draw.choice(choices)
        if name == "unknown name" and ground.knows(text):
            return None
        return _of_scalar(name, page, scalar, text)

    return make


def _of_scalar(name: str, page: Page, scalar: Scalar, text: str) -> Mutant:
    written = text if not MARKS.search(text) else "'" + text.replace("'", "''") + "'"
    changed = page.with_scalar(scalar, written)
    told = spot(page.file, scalar.line, field=scalar.name)
    return Mutant(name, page.file, changed.data, (told,), wrote=f"{scalar.name}: {written}")


def _beyond(scalar: Scalar, draw: Random) -> list[str]:
    low = [mark.ge for mark in scalar.marks if hasattr(mark, "ge")]
    high = [mark.le for mark in scalar.marks if hasattr(mark, "le")]
    return [*(f"{end - 7:g}" for end in low), *(f"{end + 7:g}" for end in high)]


def key_misspelt(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A key of a record is misspelt, or another one."""
    of_records = {path for path, _ in page.parts}
    keys = [each for each in page.plain_keys if each[0][:-1] in of_records]
    if not keys:
        return None
    path, line, indent = draw.choice(keys)
    name = name_in(path)
    new = draw.choice((misspelt(name, draw), f"{name}_text", name.upper()))
    record = next(one for at, one in page.parts if at == path[:-1])
    if new == name or new in {info.alias or key for key, info in record.model_fields.items()}:
        return None
    text = page.lines[line - 1]
    changed = page.with_lines(line, 1, text[:indent] + new + text[indent + len(name) :])
    told = spot(page.file, line, fields=(new, name))
    return Mutant("key misspelt", page.file, changed.data, (told,), wrote=new)


def key_missing(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A key that must be there is not."""
    needed = {
        (*path, info.alias or name)
        for path, record in page.parts
        for name, info in record.model_fields.items()
        if info.is_required()
    }
    keys = [each for each in page.plain_keys if each[0] in needed]
    if not keys:
        return None
    path, line, indent = draw.choice(keys)
    count = page.length_of(line, indent)
    above = page.tree.keys.get(path[:-1]) or page.tree.values[path[:-1]]
    changed = page.with_lines(line, count)
    alone = len(_at(page.tree.content, path[:-1])) == 1
    first = above.line if above.line < line else line
    names = (name_in(path), *([name_in(path[:-1])] if alone else []))
    told = spot(page.file, first, fields=names)
    return Mutant("key missing", page.file, changed.data, (told,), wrote=name_in(path))


def _at(content: Any, path: tuple[Any, ...]) -> Any:
    for part in path:
        content = content[part]
    return content


def key_repeated(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A key stands twice in a mapping."""
    if not page.plain_keys:
        return None
    path, line, indent = draw.choice(page.plain_keys)
    count = page.length_of(line, indent)
    block = page.lines[line - 1 : line - 1 + count]
    changed = page.with_lines(line + count, 0, *block)
    told = spot(page.file, line + count, field=name_in(path))
    return Mutant("key repeated", page.file, changed.data, (told,), wrote=name_in(path))


def value_blank(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A key that must have a value has none."""
    needed = {
        (*path, info.alias or name)
        for path, record in page.parts
        for name, info in record.model_fields.items()
        if info.is_required()
    }
    scalars = [scalar for scalar in page.scalars if scalar.path in needed]
    if not scalars:
        return None
    scalar = draw.choice(scalars)
    changed = page.with_scalar(scalar, "")
    told = spot(page.file, scalar.line, field=scalar.name)
    return Mutant("value blank", page.file, changed.data, (told,), wrote=scalar.name)


def indented_wrongly(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A key stands a space further in, or out, than those beside it."""
    first = {}
    for path, line, _ in page.plain_keys:
        first.setdefault(path[:-1], line)
    keys = [each for each in page.plain_keys if first[each[0][:-1]] != each[1]]
    if not keys:
        return None
    _, line, indent = draw.choice(keys)
    text = page.lines[line - 1]
    shifted = text[1:] if indent and draw.random() < 0.5 else f" {text}"
    changed = page.with_lines(line, 1, shifted)
    return Mutant(
        "indented wrongly", page.file, changed.data, (spot(page.file, line),), wrote=shifted
    )


def indented_by_tab(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A tab stands before a key."""
    keys = [each for each in page.plain_keys if each[2]]
    if not keys:
        return None
    _, line, indent = draw.choice(keys)
    changed = page.with_lines(line, 1, "\t" + page.lines[line - 1][indent:])
    return Mutant("indented by a tab", page.file, changed.data, (spot(page.file, line),))


def colon_lost(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """The colon behind a key is not there."""
    if not page.plain_keys:
        return None
    path, line, indent = draw.choice(page.plain_keys)
    text, end = page.lines[line - 1], indent + len(name_in(path))
    changed = page.with_lines(line, 1, text[:end] + text[end + 1 :])
    return Mutant(
        "colon lost", page.file, changed.data, (spot(page.file, line),), wrote=text.strip()[:40]
    )


def colon_in_text(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A text with a colon stands without quotation marks."""
    fitting = [each for each in page.scalars if " " in each.text and each.raw == each.text
               and page.lines[each.line - 1].endswith(each.raw)]  # fmt: skip
    if not fitting:
        return None
    scalar = draw.choice(fitting)
    changed = page.with_scalar(scalar, scalar.text.replace(" ", ": ", 1))
    return Mutant("colon in a text", page.file, changed.data, (spot(page.file, scalar.line),))


def quote_open(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A quotation mark opens a value and nothing closes it."""
    fitting = [each for each in page.scalars if each.raw == each.text]
    if not fitting:
        return None
    scalar = draw.choice(fitting)
    mark = draw.choice("\"'")
    changed = page.with_scalar(scalar, mark + scalar.text)
    return Mutant("quotation mark open", page.file, changed.data, (spot(page.file, scalar.line),))


def hidden_letter(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A value holds a letter that cannot be seen."""
    fitting = [each for each in page.scalars if each.raw == each.text and len(each.text) > 1]
    if not fitting:
        return None
    scalar = draw.choice(fitting)
    text = scalar.text[:1] + draw.choice(("\u200b", "\u202e")) + scalar.text[1:]
    changed = page.with_scalar(scalar, text)
    at = spot(page.file, scalar.line)
    return Mutant("hidden letter", page.file, changed.data, (at,))


def no_key(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A line that is no key stands among the keys."""
    if not page.plain_keys:
        return None
    _, line, _ = draw.choice(page.plain_keys)
    written = draw.choice(("<<<<<<< HEAD", "=======", ">>>>>>> main"))
    changed = page.with_lines(line, 0, written)
    return Mutant(
        "mark of a conflict", page.file, changed.data, (spot(page.file, line),), wrote=written
    )


def text_for_list(page: Page, ground: Ground, draw: Random) -> Mutant | None:
    """A text stands where names and values, or several, must stand."""
    keys = [
        each
        for each in page.plain_keys
        if isinstance(_at(page.tree.content, each[0]), dict | list)
        and page.lines[each[1] - 1].endswith(":")
    ]
    if not keys:
        return None
    path, line, indent = draw.choice(keys)
    count = page.length_of(line, indent)
    changed = page.with_lines(line, count, f"{page.lines[line - 1]} see the annex")
    told = spot(page.file, line, field=name_in(path))
    return Mutant("text for a list", page.file, changed.data, (told,), wrote=name_in(path))


RECORD_FAULTS: tuple[Fault, ...] = (
    scalar_fault("no number", lambda each: each.is_number, lambda *_: NO_NUMBERS),
    scalar_fault("beyond its range", lambda each: each.is_number, _beyond),
    scalar_fault("no date", lambda each: each.is_a("date") or each.is_a("past date"),
                 lambda *_: NO_DATES),
    scalar_fault("in the future", lambda each: each.is_a("past date"), lambda *_: ("2091",)),
    scalar_fault("neither yes nor no", lambda each: each.is_a("yes or no"), lambda *_: NO_WORDS),
    scalar_fault("no address", lambda each: each.is_a("address"),
                 lambda *_: ("htp:/example.org", "www example org")),
    scalar_fault("no code", lambda each: each.is_a("currency") or each.is_a("language"),
                 lambda *_: ("Euros", "x1", "XQZ")),
    scalar_fault("no target", lambda each: each.is_a("target"), lambda *_: ("99.9", "goal 3")),
    *(scalar_fault("unknown name", lambda each: each.refers,
                   lambda each, draw: (misspelt(each.text, draw),)) for _ in range(3)),
    key_misspelt,
    key_missing,
    key_repeated,
    value_blank,
    indented_wrongly,
    indented_by_tab,
    colon_lost,
    colon_in_text,
    quote_open,
    hidden_letter,
    no_key,
    text_for_list,
)  # fmt: skip
