"""Tables that follow from the figures of a city: its targets, revisions and waivers."""

from collections.abc import Iterator

from generator.model.observables import Observable
from generator.problems import Code
from tests.world.observations import Cells, Observations
from tests.world.series import printed, value_at
from tests.world.world import fill

LEAST_SHARE = 0.2
"""How far a target lies from the worst value of the scale, as a share of the scale."""


def targets(observations: Observations) -> Iterator[Cells]:
    """Yield targets that are ahead, behind, passed and reached, seen from the latest value.

    The short series of a partial city may begin after a year that has passed.
    """
    settings = observations.world.settings
    for row in observations.world.targets:
        observable = observations.observables[row["observable"]]
        kind = settings["target_kinds"][row["kind"]]
        if observations.place.partial and int(kind["year"]) <= observations.world.years[-1]:
            continue
        last = observations.paths[observable.id][len(observations.world.years) - 1]
        wanted = min(max(last + float(kind["step"]), 0.0), 1.0)
        value = _on_the_scale(observations, observable, wanted)
        yield {
            "observable": observable.id,
            "value": printed(observable, (), value),
            "unit": observable.unit,
            "year": kind["year"],
            "source": settings["target_source"],
        }


def _on_the_scale(observations: Observations, observable: Observable, position: float) -> float:
    """Return the value at a position, at least a fifth of the way from worst to best."""
    value = value_at(observations.world, observable, position)
    country = str(observations.place.settings["country"])
    goalpost = observations.framework.target_of(observable.id, country)
    if goalpost is None or goalpost.worst is None or goalpost.best is None:
        return value
    least = goalpost.worst + LEAST_SHARE * (goalpost.best - goalpost.worst)
    return max(value, least) if goalpost.best > goalpost.worst else min(value, least)


def own(observations: Observations) -> Iterator[Cells]:
    """Yield the figures of the city's own indicators."""
    settings, last = observations.world.settings, observations.world.years[-1]
    for key, values in settings["own"].items():
        for back, value in enumerate(reversed(values)):
            yield {
                "observable": key,
                "period": str(last - back),
                "value": value,
                "unit": settings["own_units"][key],
                "source": "city-register",
            }


def searched(observations: Observations) -> Iterator[Cells]:
    """Yield what was looked for in vain: of a thin city alone, since the others have all."""
    settings = observations.world.settings["searched"]
    told = {name: settings[name] for name in ("where", "date", "by", "note")}
    yield from ({"observable": key, **told} for key in settings["observables"])


def revisions(observations: Observations) -> Iterator[Cells]:
    """Yield one changed value for each reason; the new value is the one in the table."""
    settings = observations.world.settings
    published = {
        row["observable"]: row
        for row in observations.rows()
        if row["value"] and row.get("use") != "no"
        if not any(row.get(name) for name in ("sex", "age", "district", "territory"))
    }
    for change in settings["revisions"]:
        row = published.get(change["observable"])
        if row is None:
            continue
        observable = observations.observables[change["observable"]]
        yield {
            "table": "observations.csv",
            "key": f"{row['observable']}|{row['period']}|||||{row['source']}",
            "old": printed(observable, (), float(row["value"]) * float(change["factor"])),
            "new": row["value"],
            "reason": change["reason"],
            "note": change["note"],
            "date": change["date"],
            "edition": settings["revised_edition"],
        }


def waivers(observations: Observations) -> Iterator[Cells]:
    """Yield the waiver of the figure that stands without a note."""
    key = observations.place.settings.get("unexplained")
    if key is not None:
        year = observations.world.years[-1]
        waiver = fill(observations.world.settings["waiver"], observations.place.words)
        yield {
            "code": Code.NOTE_MISSING.value,
            "table": "observations.csv",
            "key": f"{key}|{year}|||",
            **waiver,
        }
