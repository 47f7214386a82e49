"""How one result came about, as text, for `profiles explain`."""

from dataclasses import dataclass
from pathlib import Path

from generator.language import Language
from generator.making.order import assess_cities
from generator.making.steps import guide
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


def explain(publication: Publication, root: Path, city: str, subject: str) -> Explained:
    """Return how a result of a city came about, as text; else the ids it can be asked for."""
    code = publication.record.languages[0]
    language = Language(code, publication.labels[code])
    results = assess_cities(publication)
    guidance = guide(publication, results)
    site = Site(publication, results, language, {}, guidance=guidance)
    place = publication.cities[city]
    found = explain_subject(site, place, subject)
    text = explanation_text(found, language) if found else ""
    return Explained(text, subjects(site, place))
