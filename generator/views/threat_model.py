"""What hostile contributions could do, what guards against it, and the tests that tell.

All of it stands in the records by which this program is tested (`resources.ABOUT_SECURITY`), as
the package has them: threats and answers in the table of `SECURITY.md`, guards by threat, and the
faults of a review with the tests that repeat them.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import yaml

from generator import resources
from generator.frozen import dataclass
from generator.language.prose import ProsePart, split_prose
from generator.views.site import Site
from generator.views.table import Column, Group, Table, lay_out

_ROW = re.compile(r"^\| (?!Threat)([^|-][^|]*) \| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)
_TABLE = re.compile(r"^\|.*\n", re.MULTILINE)
_TESTS = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Threat:
    """What could happen, what prevents it, and the files of the tests that tell."""

    threat: str
    answer: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThreatModel:
    """The records: prose of `SECURITY.md` around its table, threats, guards by threat, faults."""

    prose: tuple[ProsePart, ...]
    threats: tuple[Threat, ...]
    guards: Mapping[str, tuple[Mapping[str, str], ...]]
    faults: tuple[Mapping[str, Any], ...]


@cache
def threat_model() -> ThreatModel:
    """Return what the records of the package tell."""
    security, guards, faults = (
        resources.shipped(name).read_text(encoding="utf-8") for name in resources.ABOUT_SECURITY
    )
    rows = [
        Threat(_bare(threat), _bare(answer), tuple(_TESTS.findall(files)))
        for threat, answer, files in _ROW.findall(security)
    ]
    prose = _TABLE.sub("", security.partition("\n")[2])
    listed = yaml.load(guards, Loader=yaml.CSafeLoader)
    return ThreatModel(
        split_prose(prose),
        tuple(rows),
        {_bare(threat): tuple(told) for threat, told in listed.items()},
        tuple(yaml.load(faults, Loader=yaml.CSafeLoader)),
    )


def threat_table(site: Site) -> Table:
    """Return every threat with its answer, and the tests by their files."""
    columns: list[Column[Threat]] = [
        Column("threat", site.say("security.threat"), lambda one: site.in_english(one.threat)),
        Column("answer", site.say("security.answer"), lambda one: site.in_english(one.answer)),
        Column(
            "tests", site.say("security.tests"), lambda one: site.in_english(", ".join(one.files))
        ),
    ]
    return lay_out(site.say("security.threats"), columns, threat_model().threats)


def guard_table(site: Site) -> Table:
    """Return every guard by threat: what it is, where it stands, and the test that turns red."""
    columns: list[Column[Mapping[str, str]]] = [
        Column("guard", site.say("security.guard"), lambda one: site.in_english(one["guard"])),
        Column("where", site.say("editors.file"), lambda one: site.in_english(_where(one))),
        Column("test", site.say("security.red"), lambda one: _test(site, one["test"])),
    ]
    groups = threat_model().guards.items()
    tables = [(threat, lay_out("", columns, guards)) for threat, guards in groups]
    heads = tables[0][1].heads
    told = tuple(Group(table.rows, site.in_english(threat)) for threat, table in tables)
    return Table(site.say("security.guards"), heads, told)


def fault_table(site: Site) -> Table:
    """Return the faults of the review: how to repeat each, and what its tests hold now."""
    columns: list[Column[Mapping[str, Any]]] = [
        Column("fault", site.say("security.fault"), lambda one: site.in_english(one["fault"])),
        Column("repeat", site.say("security.repeat"), lambda one: site.in_english(one["repeat"])),
        Column(
            "tests",
            site.say("security.tests"),
            lambda one: site.in_english(_listed(one["tests"].items())),
        ),
    ]
    return lay_out(site.say("security.faults"), columns, threat_model().faults)


def _where(guard: Mapping[str, str]) -> str:
    """Return the module and the function of a guard, so that a line may break between them."""
    return guard["where"].replace(":", ": ")


def _listed(tests: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{_bare(holds)} ({told_test(test)})" for holds, test in tests)


def _test(site: Site, test: str) -> str:
    return site.in_english(told_test(test))


def told_test(test: str) -> str:
    """Return the name of a test as words that a line may break between, with its file."""
    file, _, name = test.rstrip("]").partition("::")
    name, _, case = name.partition("[")
    words = name.removeprefix("test_").replace("_", " ")
    return f"{file}: {words}, {case}" if case else f"{file}: {words}"


def _bare(text: str) -> str:
    """Return a text without the marks of code."""
    return text.replace("`", "").strip()


def counted(site: Site) -> str:
    """Return how many threats, guards and faults there are, in a sentence."""
    model = threat_model()
    return site.say(
        "security.counted",
        threats=len(model.threats),
        guards=sum(map(len, model.guards.values())),
        faults=len(model.faults),
    )
