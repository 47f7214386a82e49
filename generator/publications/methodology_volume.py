"""The methodology volume of an edition: how the figures come about, said once for all profiles."""

from collections.abc import Iterator, Sequence

from generator.frozen import dataclass
from generator.model.framework_tables import Goalpost
from generator.publications.cover import Cover, Sector
from generator.publications.document import Document
from generator.publications.furniture import Furniture, furniture, legend, particulars
from generator.publications.kinds import METHODOLOGY
from generator.publications.prose_tree import PrintedPart, printed_parts
from generator.views.bands import Meaning, edges
from generator.views.certainty import data_errors
from generator.views.dates import compiled
from generator.views.indicator_cities import family_text
from generator.views.policy_settings import settings
from generator.views.site import Site
from generator.views.units import unit_beside
from generator.views.values import observable_name
from generator.views.word_values import scores_text

PAGE = "methodology"
"""The prose page that is printed first."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A benchmark with its scale, its kind and its reason."""

    name: str
    unit: str
    worst: str
    best: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Methodology:
    """The contents of the volume; it has no ratings of its own, and so no wheel."""

    furniture: Furniture
    sectors: tuple[Sector, ...]
    parts: Sequence[PrintedPart]
    marks: Sequence[Meaning]
    policy: Sequence[tuple[str, str]]
    errors: Sequence[tuple[str, str, str]]
    statuses: Sequence[tuple[str, str, str, str]]
    benchmarks: Sequence[Benchmark]


def compose_methodology(site: Site) -> Document:
    """Return the volume of the edition."""
    record = site.publication.record
    kind = site.say("publication.kind-methodology")
    front = Cover(
        issuer=record.contact.name if record.contact else "",
        kind=record.title,
        name=kind,
        local_names=(),
        country="",
        situation="",
        edition=site.say("edition-of", edition=record.edition),
        compiled=compiled(site),
    )
    content = Methodology(
        furniture=furniture(site, f"{record.title}: {kind}", front, keywords=(kind,)),
        sectors=(),
        parts=printed_parts(site.publication.pages.get(PAGE, "")),
        marks=legend(site),
        policy=[*((one.word, one.meaning) for one in edges(site)), *_settings(site)],
        errors=[(one.name, one.share, one.reason) for one in data_errors(site)],
        statuses=[
            (row.mark or "", row.status, row.label, site.word("status-rated", row.rated))
            for row in site.publication.framework.statuses
        ],
        benchmarks=list(benchmarks(site)),
    )
    file = METHODOLOGY.file(site.language.code)
    return Document(file, record.as_of, content, METHODOLOGY.template, particulars(site))


def _settings(site: Site) -> list[tuple[str, str]]:
    return [(one.name, one.value) for one in settings(site)]


def benchmarks(site: Site) -> Iterator[Benchmark]:
    """Yield every benchmark of the framework with its reason, in the order of the indicators."""
    framework = site.publication.framework
    order = {name: place for place, name in enumerate(framework.observables)}
    stated = [one for one in framework.goalposts if one.states_benchmark]
    for post in sorted(stated, key=lambda one: order[one.observable]):
        yield _benchmark(site, post)


def _benchmark(site: Site, post: Goalpost) -> Benchmark:
    def end(value: float | None) -> str:
        return ".." if value is None else site.language.number(value)

    observable = site.publication.framework.observables[post.observable]
    return Benchmark(
        name=observable_name(site, post.observable),
        unit=unit_beside(site, observable.unit),
        worst=end(post.worst),
        best=scores_text(site, post.scores) if post.scores else end(post.best),
        kind=f"{family_text(site, post)}: {site.word('goalpost-kind', post.kind or '')}",
        reason=post.reason,
    )
