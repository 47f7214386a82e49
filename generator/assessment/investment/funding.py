"""The funding mix of a project: who pays, with which instrument, and how sure it is."""

from collections.abc import Iterable, Mapping

from generator.assessment.investment.project_results import FundingMix
from generator.model.project_records import InvestmentProject


def funding_mix(record: InvestmentProject, variant: str) -> FundingMix | None:
    """Return the sums of a variant's funding; None without any.

    Leverage is all other money over the grants; None without a grant.
    """
    shares = [share for share in record.funding if share.variant in (None, variant)]
    if not shares:
        return None
    total = sum(share.amount for share in shares)
    grants = sum(share.amount for share in shares if share.instrument == "grant")
    return FundingMix(
        total,
        _sums((share.instrument, share.amount) for share in shares),
        _sums((share.state, share.amount) for share in shares),
        (total - grants) / grants if grants else None,
    )


def _sums(pairs: Iterable[tuple[str, float]]) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for name, amount in pairs:
        found[name] = found.get(name, 0.0) + amount
    return found
