"""A publication as an edition: the figures and scores that it publishes, and from what.

In: a publication without errors. Out: the files of the edition, the same bytes from the same
inputs. A city that does not come out leaves no trace; nor does a confidential value.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator import __version__
from generator.assessment import assess_city
from generator.assessment.published_figures import frozen_figures
from generator.model.edition_records import (
    FROZEN_FIGURES,
    MANIFEST,
    OBSERVATIONS,
    SCORES,
    FrozenFigure,
)
from generator.model.embargo import city_told, content_told, embargo_of
from generator.model.open_data_rating_tables import SCORES as SCORE_TABLE
from generator.model.open_data_rating_tables import Score
from generator.model.publication import City, Publication
from generator.model.scalars import is_name, slug
from generator.outputs.data.data_cells import csv_bytes
from generator.outputs.data.data_tables import extract_of
from generator.outputs.data.score_lines import score_rows
from generator.outputs.store.site_manifest import read_manifest
from generator.outputs.store.verification import publications_of
from generator.problems import Problems
from generator.read.input_hashes import input_hashes
from generator.read.publication_reader import read_framework

NOT_DATA = ("approval.yml", "translations/")
"""What may change in the folder of a city while its data stay the same."""


def edition_name(asked: str) -> str:
    """Return a name that can be part of an address: the one asked for, or the nearest."""
    if is_name(asked):
        return asked
    near = slug(asked)
    return near if is_name(near) else f"edition-{near}".rstrip("-")


def freeze(
    root: Path, publication: Publication, name: str, site: Path | None = None
) -> dict[str, bytes]:
    """Return the files of an edition by name; of its publications those in `site`, if given.

    Raises:
        OSError: an input cannot be read.
        NoManifest: there is no site, or it does not say what was built.
    """
    record = publication.record
    embargo = embargo_of(publication.cities, record.as_of)
    content = content_told(publication, embargo)
    cities = [
        city_told(city, embargo)
        for city in publication.cities.values()
        if city.is_released(record.release, record.as_of)
    ]
    inputs = input_hashes(root, [city.id for city in cities])
    manifest = {
        "tag": name,
        "generator": __version__,
        "as_of": record.as_of,
        "cities": dict(_changes(publication, inputs, [city.id for city in cities])),
        "inputs": inputs,
        "publications": publications_of(read_manifest(site)) if site else {},
    }
    return {
        OBSERVATIONS: _figures_text(content, cities),
        SCORES: csv_bytes(extract_of(SCORE_TABLE, _scores(content, cities))),
        MANIFEST: (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode(),
    }


def frozen_publications(root: Path) -> dict[str, Mapping[str, str]]:
    """Return the SHA-256 of the publications of each edition, by their files in the site."""
    publication = read_framework(root, Problems())
    editions = publication.editions if publication else ()
    return {one.name: one.manifest.publications for one in editions}


def _figures_text(content: Publication, cities: Iterable[City]) -> bytes:
    """Return the figures as a table of ours, read again as it is written."""
    names = [FROZEN_FIGURES.attributes[column.name] for column in FROZEN_FIGURES.columns]
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(column.name for column in FROZEN_FIGURES.columns)
    for city in cities:
        rows: Iterable[FrozenFigure] = frozen_figures(content.framework, city)
        writer.writerows([getattr(row, name) or "" for name in names] for row in rows)
    return buffer.getvalue().encode()


def _scores(content: Publication, cities: Iterable[City]) -> Iterator[Score]:
    for city in cities:
        year, as_of = content.profile_year(city), content.record.as_of
        yield from score_rows(content, city, assess_city(content.framework, city, year, as_of))


def _changes(
    publication: Publication, inputs: Mapping[str, str], cities: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Yield each city and the date of the edition in which its data changed last."""
    former = publication.editions[-1] if publication.editions else None
    for city in cities:
        same = former is not None and _data_of(former.manifest.inputs, city) == _data_of(
            inputs, city
        )
        known = former.manifest.cities.get(city) if former is not None and same else None
        yield city, known or publication.record.as_of


def _data_of(inputs: Mapping[str, str], city: str) -> dict[str, str]:
    folder = f"cities/{city}/"
    names = {
        path.removeprefix(folder): one for path, one in inputs.items() if path.startswith(folder)
    }
    return {name: one for name, one in names.items() if not name.startswith(NOT_DATA)}
