"""The cities as points: GeoJSON (RFC 7946), with how many indicators each reports and has rated."""

import json
from collections.abc import Iterable

from generator.assessment.advice.told_by_cities import POPULATION
from generator.assessment.standings import Standings
from generator.model.open_data_tables import POINT
from generator.model.publication import City

FILE = "cities.geojson"


def point_of(city: City, standings: Standings) -> bytes:
    """Return the feature of a city, a line; without coordinates it has no place."""
    record, population = city.record, city.context_in_use(POPULATION)
    indicators = standings.indicators.values()
    known = record.latitude is not None and record.longitude is not None
    people = float(population.value) if population else None
    told = (
        city.id,
        record.name,
        record.country,
        int(people) if people is not None and people.is_integer() else people,
        sum(one.is_reported for one in indicators),
        sum(one.is_rated for one in indicators),
        f"../cities/{city.id}/index.html",
    )
    place = {"type": "Point", "coordinates": [record.longitude, record.latitude]}
    feature = {
        "type": "Feature",
        "id": city.id,
        "geometry": place if known else None,
        "properties": dict(zip(POINT, told, strict=True)),
    }
    return f"{json.dumps(feature, ensure_ascii=False)}\n".encode()


def collection_of(points: Iterable[bytes]) -> bytes:
    """Return all features as one collection."""
    lines = b",\n".join(point.rstrip() for point in points)
    return b'{"type": "FeatureCollection", "features": [\n' + lines + b"\n]}\n"
