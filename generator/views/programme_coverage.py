"""Where the programme is, and how far it has come: places, procedure, partnerships."""

from collections.abc import Callable

from generator.assessment.programme.programme_figures import LevelFigures, count_partnerships
from generator.model.publication import City
from generator.views import targets
from generator.views.cell import Cell, Link, Missing
from generator.views.coverage_map import Spot
from generator.views.governance import STEPS, committee_of, procedure_of
from generator.views.site import Site
from generator.views.table import Column, Group, Table, group_of, heads_of, lay_out


def coverage_sentence(site: Site) -> str:
    """Return in how many cities and countries the programme is."""
    countries = {city.record.country for city in site.cities}
    counted = site.say("count.country", n=len(countries))
    return site.say("lead.coverage", n=len(site.cities), countries=counted)


def spots(site: Site) -> list[Spot]:
    """Return the places of the cities whose file says where they lie."""
    return [
        Spot(city.record.name, city.record.latitude, city.record.longitude, targets.city(city.id))
        for city in site.cities
        if city.record.latitude is not None and city.record.longitude is not None
    ]


def places_table(site: Site) -> Table:
    """Return the cities by economy group: the text that says what the map shows."""
    columns = _place_columns(site)
    economies = site.publication.framework.words["economy-group"]
    groups: list[Group] = []
    for economy, title in {**economies, "": site.say("coverage.group-unknown")}.items():
        rows = [city for city in site.cities if _economy_of(site, city) == economy]
        if rows:
            groups.append(group_of(columns, rows, title))
    return Table(site.say("caption.coverage"), heads_of(columns), tuple(groups))


def _economy_of(site: Site, city: City) -> str:
    """Return the economy group of a city's country; blank if it is not known."""
    country = site.publication.framework.countries.by_key().get(city.record.country)
    return (country.economy_group or "") if country else ""


def _place_columns(site: Site) -> tuple[Column[City], ...]:
    def country(city: City) -> Link:
        code = city.record.country
        return Link(site.country(code), targets.country(code))

    return (
        Column("city", site.say("city"), lambda row: Link(row.record.name, targets.city(row.id))),
        Column("country", site.say("country"), country),
        Column("coordinates", site.say("coordinates"), lambda row: coordinates(site, row)),
    )


def coordinates(site: Site, city: City) -> str:
    """Return where a city lies, such as 62.5° N, 6.2° E; empty if its file does not say."""
    latitude, longitude = city.record.latitude, city.record.longitude
    if latitude is None or longitude is None:
        return ""
    north = _degrees(site, latitude, "north", "south")
    return site.language.by_commas((north, _degrees(site, longitude, "east", "west")))


def _degrees(site: Site, number: float, above: str, below: str) -> str:
    text = site.language.number(abs(number), 1)
    return site.say(f"degrees.{above if number >= 0 else below}", n=text)


def progress_table(site: Site) -> Table:
    """Return how far the procedure, the committee and the partnerships of each city are."""
    missing = Missing(site.say("procedure.not-recorded"))

    def steps(city: City) -> Cell:
        procedure = procedure_of(site, city)
        done = site.say("n-of-m", n=procedure.done, m=procedure.applicable)
        return done if city.record.procedure else missing

    def following(city: City) -> str:
        step = procedure_of(site, city).next if city.record.procedure else None
        return site.word(STEPS, step.step) if step else ""

    def groups(city: City) -> Cell:
        committee = committee_of(site, city)
        present = site.say("n-of-m", n=len(committee.present), m=len(committee.groups))
        return present if city.committee else missing

    def partnerships(city: City) -> Link:
        count = site.language.number(len(city.partnerships.rows), 0)
        return Link(count, targets.tab(city.id, "twinning"))

    columns: list[Column[City]] = [
        Column(
            "city",
            site.say("city"),
            lambda city: Link(city.record.name, targets.tab(city.id, "governance")),
        ),
        Column("steps", site.say("steps-done"), steps),
        Column("next", site.say("next-step"), following),
        Column("groups", site.say("groups-in-committee"), groups),
        Column("partnerships", site.say("partnerships"), partnerships, number=True),
    ]
    return lay_out(site.say("caption.progress"), columns, site.cities, site.say("progress.hint"))


def partnership_figures(site: Site) -> Table:
    """Return the partnerships of all cities by level."""
    framework = site.publication.framework
    levels = framework.words["partnership-level"]

    def counted(count: Callable[[LevelFigures], int]) -> Callable[[LevelFigures], str]:
        return lambda row: site.language.number(count(row), 0)

    columns: list[Column[LevelFigures]] = [
        Column("level", site.say("level"), lambda row: levels[row.level]),
        Column("pairs", site.say("pairs"), counted(lambda row: row.pairs), number=True),
        Column("active", site.say("active"), counted(lambda row: row.active), number=True),
        Column(
            "results", site.say("with-results"), counted(lambda row: row.with_results), number=True
        ),
        Column(
            "across",
            site.say("across-economies"),
            counted(lambda row: row.across_economies),
            number=True,
        ),
    ]
    rows = count_partnerships(site.cities, levels, framework.countries.by_key())
    hint = site.say("partnerships.hint")
    return lay_out(site.say("caption.partnership-progress"), columns, rows, hint)
