"""What all parts of a publication of a city are made from, and how print words it."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from generator.assessment.evidence_states import count_evidence
from generator.assessment.results import CityResult, IndicatorResult
from generator.charts import Figure
from generator.frozen import dataclass
from generator.language.print_words import dashed, for_print, names_as_words, sentence_case
from generator.model.framework_tables import Area
from generator.model.publication import City
from generator.model.raster import Raster
from generator.publications.numbered_sources import References
from generator.views.sentences import standing_sentences
from generator.views.site import Site
from generator.views.values import full_name

Drawn = tuple[str, Figure]
"""A chart and its message."""


def worded_for_print(site: Site) -> Site:
    """Return a site whose labels are those of print, where print has a wording of its own."""
    labels = site.language.labels
    own = {key: labels[f"print.{key}"] for key in labels if f"print.{key}" in labels}
    return replace(site, language=replace(site.language, labels={**labels, **own}))


@dataclass(frozen=True, slots=True)
class Wording:
    """A site as print words it."""

    site: Site

    @property
    def code(self) -> str:
        return self.site.language.code

    def say(self, key: str, **values: object) -> str:
        """Return a sentence of the labels as print words it."""
        return self.prose(self.site.say(key, **values))

    def prose(self, *texts: str) -> str:
        """Return composed sentences as print words them; blank ones are left out."""
        told = (names_as_words(text, self._names, self.code) for text in texts if text)
        return " ".join(for_print(text, self.code) for text in told)

    def cell(self, text: str) -> str:
        """Return what stands in a table as print words it: names as words, numbers as numbers."""
        return dashed(names_as_words(text, self._names, self.code))

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.site.publication.framework.indicators.values())

    def named(self, text: str) -> str:
        """Return a name of the framework as a sentence has it."""
        return sentence_case(text, self.code)

    def name(self, one: IndicatorResult) -> str:
        """Return the name of an observable; of a data point after that of its indicator."""
        return self.named(full_name(self.site, one))


@dataclass(frozen=True, slots=True)
class Setting(Wording):
    """A city of a site, its charts by subject, pictures by file, and the sources cited so far."""

    city: City
    figures: Mapping[str, Drawn]
    references: References
    pictures: Mapping[str, Raster] = field(default_factory=dict)

    @property
    def result(self) -> CityResult:
        return self.site.results[self.city.id]

    def cite(self, source: str | None) -> tuple[str, ...]:
        """Return the number of a source, as a list; it is cited from now on."""
        number = self.references.number(self.city, source)
        return (number,) if number else ()

    def areas_lead(self, areas: Sequence[Area]) -> str:
        """Return how much is known of top areas, each named where there are several."""
        leads = ((area.name, self._area_lead(area.area)) for area in areas)
        return " ".join(f"{name}. {lead}" if len(areas) > 1 else lead for name, lead in leads)

    def _area_lead(self, area: str) -> str:
        names = self.site.publication.framework.placed_below(area)
        members = {name: self.result.indicators[name] for name in names}
        return self.lead(replace(self.result, indicators=members), area)

    def lead(self, result: CityResult, area: str, *, whole: bool = False) -> str:
        """Return how much is known of an area or of the city, and how it stands, as a paragraph.

        `result` holds the indicators of the area. `whole`: with all that is said of its standing,
        otherwise with the first of it, the targets that are met.
        """
        counts = count_evidence(result.indicators.values())
        known = self.site.say("known.figures", n=counts.figures, total=counts.total)
        rated = self.site.say("known.rated", n=counts.rated)
        standing = list(standing_sentences(self.site, result, area))
        return self.prose(known, rated, *(standing if whole else standing[:1]))
