"""How one result came about, as text, for `profiles explain`."""

from generator.assessment import assess_city
from generator.assessment.advice.guidance import guide_city
from generator.assessment.investment.undertakings import undertakings_of
from generator.assessment.standings import standings_of
from generator.frozen import dataclass
from generator.language.translated import language_of
from generator.model.publication import Publication
from generator.outputs.plain_text import explanation_text
from generator.views.explanation.explain import explain as explain_subject
from generator.views.explanation.explain import subjects
from generator.views.site import Site


@dataclass(frozen=True)
class Explained:
    """How a result came about, as text; empty if the city has no such result."""

    text: str
    subjects: tuple[str, ...]
    """What can be explained."""


def explain(publication: Publication, city: str, subject: str) -> Explained:
    """Return how a result of a city came about, as text; else the ids it can be asked for."""
    framework, place = publication.framework, publication.cities[city]
    code = publication.record.languages[0]
    language = language_of(publication, code)
    year, as_of = publication.profile_year(place), publication.record.as_of
    result = assess_city(framework, place, year, as_of)
    guidance = guide_city(publication, place, result)
    site = Site(
        publication,
        {city: result},
        language,
        guidance={city: guidance},
        undertakings={city: undertakings_of(publication, place, result)},
        standings={city: standings_of(framework, result, guidance.advice)},
    )
    found = explain_subject(site, place, subject)
    text = explanation_text(found, language) if found else ""
    return Explained(text, subjects(site, place))
