"""Tables that follow from the figures of a city: its targets, revisions and waivers."""

from collections.abc import Iterator

from generator.editing.demonstration.observations import Cells, Observations
from generator.editing.demonstration.series import printed, value_at
from generator.editing.demonstration.world import fill
from generator.problems import Code


def targets(observations: Observations) -> Iterator[Cells]:
    """Yield targets that are ahead, behind, passed and reached, seen from the latest value."""
    settings = observations.world.settings
    for row in observations.world.targets:
        observable = observations.observables[row["observable"]]
        kind = settings["target_kinds"][row["kind"]]
        last = observations.paths[observable.id][len(observations.world.years) - 1]
        wanted = min(max(last + float(kind["step"]), 0.0), 1.0)
        yield {
            "observable": observable.id,
            "value": printed(observable, (), value_at(observations.world, observable, wanted)),
            "unit": observable.unit,
            "year": kind["year"],
            "source": settings["target_source"],
        }


def revisions(observations: Observations) -> Iterator[Cells]:
    """Yield one changed value for each reason; the new value is the one in the table."""
    settings = observations.world.settings
    published = {
        row["observable"]: row for row in observations.rows() if row["value"] and not row.get("sex")
    }
    for change in settings["revisions"]:
        row = published.get(change["observable"])
        if row is None:
            continue
        observable = observations.observables[change["observable"]]
        yield {
            "table": "observations.csv",
            "key": f"{row['observable']}|{row['period']}|||",
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
