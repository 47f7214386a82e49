"""Who measured a figure, and how well."""

from generator.frozen import dataclass
from generator.model.city_tables import Observation
from generator.views import targets
from generator.views.site import Site
from generator.views.targets import Target


@dataclass(frozen=True, slots=True)
class SourceOfValue:
    """Who measured a value, and how well."""

    text: str
    target: Target
    quality: str = ""


def quality_text(site: Site, row: Observation) -> str:
    """Return how well a value was measured, and whether somebody else verified it."""
    quality = site.publication.framework.qualities.by_key().get(row.quality or "")
    parts = [quality.name] if quality else []
    if row.verified is not None:
        parts.append(site.say("verified" if row.verified else "not-verified"))
    return site.language.by_commas(parts)


def source_of_figure(site: Site, shown: Observation | None, city: str) -> SourceOfValue | None:
    """Return who measured a figure of a city, as its page of sources names it."""
    source = site.publication.cities[city].source_of.get(shown.source) if shown else None
    if source is None or shown is None:
        return None
    return SourceOfValue(
        source.publisher or source.title,
        targets.city_source(city, source.source),
        quality_text(site, shown),
    )
