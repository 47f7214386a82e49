"""What the data of a city tell beside its files: its own indicators, and what is under review."""

from generator.assessment.own_results import own_framework
from generator.assessment.results import CityResult
from generator.model.open_data_rating_tables import ReviewLine
from generator.model.open_data_tables import OwnLine
from generator.model.publication import City, Publication


def own_lines(publication: Publication, city: City) -> list[OwnLine]:
    """Return what each indicator, and each data point, of the city's own is."""
    return [
        OwnLine(
            0,
            observable=key,
            name=one.name,
            definition=one.definition,
            unit=one.unit,
            direction=one.direction,
        )
        for key, one in own_framework(publication.framework, city).observables.items()
    ]


def doubt_lines(result: CityResult) -> list[ReviewLine]:
    """Return what speaks against figures, by the key of their row."""
    return [
        ReviewLine(
            0,
            figure=key,
            relation=one.relation,
            left=one.left,
            left_value=one.left_value,
            right=one.right or None,
            right_value=one.right_value,
        )
        for key, findings in result.findings.items()
        for one in findings
    ]
