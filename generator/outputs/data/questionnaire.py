"""The questionnaire as a workbook: a row for each figure asked for, to be read back by import.

In: the indicators asked for, and the words of a language. Out: the bytes. Columns of the tables
bear their own names; those beside them are words for people, which the import passes over.
"""

from collections.abc import Iterable, Iterator

from generator.model.city_tables import OBSERVATIONS, SOURCES
from generator.model.publication import City
from generator.model.workbook_guide import ANSWERS, GUIDE, GUIDE_HEADER
from generator.outputs.data.workbook import PlainSheet, plain_workbook
from generator.views.questions import holders_text, wanted_of
from generator.views.site import Site
from generator.views.values import observable_name

EXPLAINED = ("value", "period", "source", "note")
"""The columns that are to be filled in."""

GUIDANCE = ("open", "own-source", "back")


def questionnaire_of(site: Site, city: City) -> bytes:
    """Return the workbook that asks a city for what would complete its profile."""
    return _workbook(site, [one.indicator for one in wanted_of(site, city)], city.id)


def blank_questionnaire(site: Site) -> bytes:
    """Return the workbook that asks for every indicator, of any city."""
    return _workbook(site, site.publication.framework.indicators, "")


def _workbook(site: Site, indicators: Iterable[str], city: str) -> bytes:
    say = site.say
    words = (say("indicator"), say("question.definition"), say("question.whom"))
    header = ("observable", *words, "unit", *EXPLAINED)
    return plain_workbook(
        [
            PlainSheet(GUIDE, GUIDE_HEADER, list(_guide(site, city))),
            PlainSheet(OBSERVATIONS.name, header, list(_questions(site, indicators))),
            PlainSheet(SOURCES.name, [column.name for column in SOURCES.columns]),
        ]
    )


def _guide(site: Site, city: str) -> Iterator[tuple[str, ...]]:
    if city:
        name = site.publication.cities[city].record.name
        yield ("", "", f"{site.say('city')}: {name}", city)
    for key in GUIDANCE:
        yield ("", "", site.say(f"question.guide-{key}"), "")
    about = {column.name: column.about for column in OBSERVATIONS.columns}
    for name in EXPLAINED:
        yield ("", "", f"{name}: {about[name]}", "")
    for table in (OBSERVATIONS, SOURCES):
        about_table = site.say(f"question.sheet-{table.name}")
        yield (table.name, f"{table.name}.csv", about_table, ANSWERS)


def _questions(site: Site, indicators: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each figure of the indicators; what is to be filled in is blank."""
    framework = site.publication.framework
    blank = ("",) * len(EXPLAINED)
    for name in indicators:
        record = framework.indicators[name]
        for observable in [f"{name}.{point}" for point in record.data_points] or [name]:
            asked = framework.observables[observable]
            words = (observable_name(site, observable), asked.definition)
            yield (observable, *words, holders_text(site, record), asked.unit, *blank)
