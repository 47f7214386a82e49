"""What a city undertakes: its projects and bundles, what they would change, its follow-up."""

from collections.abc import Iterable, Mapping

from generator.assessment.investment.achievement import Achievement, achieved
from generator.assessment.investment.appraisal import (
    appraise_projects,
    projects_of,
    selected_variant,
)
from generator.assessment.investment.bundles import FILE, appraise_bundles
from generator.assessment.investment.impact import WhatIf, what_if
from generator.assessment.investment.project_results import BundleResult, ProjectResult
from generator.assessment.programme.plan_progress import FollowUp, follow_up_city
from generator.assessment.results import CityResult
from generator.frozen import dataclass
from generator.model.project_records import Bundle, Impact, InvestmentProject
from generator.model.publication import City, Publication

AHEAD = ("concept", "pre-feasibility", "feasibility", "structuring", "procurement", "construction")
"""The stages before a project has an effect."""


@dataclass(frozen=True)
class Undertakings:
    """By project or bundle id. `together` is the what-if of all projects that lie ahead."""

    records: Mapping[str, InvestmentProject]
    projects: Mapping[str, ProjectResult]
    effects: Mapping[str, WhatIf]
    achievements: Mapping[str, tuple[Achievement, ...]]
    bundle_records: Mapping[str, Bundle]
    bundles: Mapping[str, BundleResult]
    bundle_effects: Mapping[str, WhatIf]
    together: WhatIf
    follow_up: FollowUp | None


def undertakings_of(publication: Publication, city: City, result: CityResult) -> Undertakings:
    framework, records = publication.framework, projects_of(city)
    bundles = bundles_of(city)
    ahead = [record for record in records.values() if stage_of(record) in AHEAD]
    return Undertakings(
        records=records,
        projects=appraise_projects(framework, city),
        effects={
            name: what_if(framework, result, impacts_of(record)) for name, record in records.items()
        },
        achievements={
            name: tuple(
                achieved(framework, result.observables[one.observable], one)
                for one in impacts_of(record)
            )
            for name, record in records.items()
        },
        bundle_records=bundles,
        bundles=appraise_bundles(framework, city),
        bundle_effects={
            name: what_if(framework, result, bundle_impacts(one, records), one.overlaps)
            for name, one in bundles.items()
        },
        together=what_if(framework, result, [one for each in ahead for one in impacts_of(each)]),
        follow_up=follow_up_city(framework, city, result, publication.record.as_of),
    )


def bundles_of(city: City) -> Mapping[str, Bundle]:
    """Return the bundles of a city by id."""
    document = city.documents.get(FILE)
    found: Mapping[str, Bundle] = document.record if document is not None else {}
    return found


def stage_of(record: InvestmentProject) -> str:
    """Return the stage of a project now: that of its last entry."""
    return record.status_history[-1].stage


def impacts_of(record: InvestmentProject, variant: str | None = None) -> tuple[Impact, ...]:
    """Return the impacts of a variant, the selected one if none is named."""
    wanted = (None, variant or selected_variant(record))
    return tuple(one for one in record.impacts if one.variant in wanted)


def bundle_impacts(bundle: Bundle, records: Mapping[str, InvestmentProject]) -> Iterable[Impact]:
    """Yield the impacts of all members of a bundle, each in the variant that takes part."""
    for member in bundle.projects:
        yield from impacts_of(records[member.project], member.variant)
