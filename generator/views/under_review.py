"""What speaks against a figure, in words: why it is under review."""

import re
from collections.abc import Iterable

from generator.assessment.plausibility.findings import Finding
from generator.assessment.plausibility.relation_text import CONTEXT
from generator.assessment.rating.other_figures import later_held_back
from generator.assessment.results import IndicatorResult
from generator.views.site import Site

_SIGN = re.compile(r"( × | ÷ | \+ )")


def review_text(site: Site, findings: Iterable[Finding]) -> str:
    """Return that a figure is under review, and why; "" where nothing speaks against it."""
    texts = list(dict.fromkeys(finding_text(site, one) for one in findings))
    why = site.language.by_semicolons(texts)
    return site.say("under-review", why=why) if texts else ""


def later_text(site: Site, result: IndicatorResult) -> str:
    """Return of which later years a figure is under review; "" if of none."""
    later = [str(row.period) for row in later_held_back(result.selection)]
    years = site.language.enumerate(later)
    return site.say("value.later-held-back", n=len(later), years=years) if later else ""


def finding_text(site: Site, finding: Finding) -> str:
    """Return what a relation found, with both sides."""
    return site.say(
        f"finding.{finding.test or finding.kind}",
        left=named(site, finding.left),
        left_value=_printed(site, finding.left_value),
        right=named(site, finding.right),
        right_value=_printed(site, finding.right_value),
    )


def _printed(site: Site, value: float) -> str:
    """Return a side of a relation with at most four digits that tell."""
    return site.language.number(float(f"{value:.4g}"))


def named(site: Site, term: str) -> str:
    """Return a term with the names of its observables and context variables."""
    return "".join(
        part if _SIGN.fullmatch(part) else _name(site, part) for part in _SIGN.split(term)
    )


def _name(site: Site, name: str) -> str:
    framework = site.publication.framework
    if name.startswith(CONTEXT):
        known = framework.context_variables.by_key().get(name.removeprefix(CONTEXT))
        return known.name if known else name
    observable = framework.observables.get(name)
    return observable.name if observable else name
