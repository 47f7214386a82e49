"""What the values on record would give for the leading cities, for `profiles benchmarks`.

Prints and changes nothing: what stands in goalposts.csv is frozen. A city under embargo has no
part in it.
"""

from dataclasses import replace

from generator.assessment.comparison.leading_cities import on_record
from generator.language.translated import language_of
from generator.model.publication import Publication
from generator.outputs.plain_text import table_text
from generator.views.record_of_today import record_table
from generator.views.site import Site


def benchmarks(publication: Publication) -> str:
    """Return the ends of leading cities by the record of today beside those that are frozen."""
    code, as_of = publication.record.languages[0], publication.record.as_of
    told = {name: city for name, city in publication.cities.items()
            if not city.is_under_embargo(as_of)}  # fmt: skip
    site = Site(publication, {}, language_of(publication, code))
    return table_text(record_table(site, on_record(replace(publication, cities=told))))
