"""The six numbers that would make a project assessable, each with what is on record of it.

What an appraisal needs (European Commission, Guide to Cost-Benefit Analysis of Investment
Projects, 2014, chapter 2): the flows of money, what society gains, over which years, at which
prices.
"""

from generator.assessment.investment.pipeline_totals import amount_of
from generator.model.project_records import InvestmentProject
from generator.views.cell import Term
from generator.views.money import money
from generator.views.site import Site

NUMBERS = ("investment", "operating", "revenue", "benefits", "life", "prices")


def numbers_to_ask(site: Site, record: InvestmentProject) -> list[Term]:
    """Return the six numbers, for a project without cash flows."""
    recorded = {"investment": _invested(site, record), "benefits": _gains(site, record),
                "prices": _prices(site, record)}  # fmt: skip
    return [
        Term(
            site.say(f"to-appraise.{name}"),
            " ".join(filter(None, (site.say(f"to-appraise.{name}-is"), recorded.get(name, "")))),
        )
        for name in NUMBERS
    ]


def _invested(site: Site, record: InvestmentProject) -> str:
    """Return the amount on record, which no year divides."""
    amount, currency = amount_of(record)
    if amount is None:
        return ""
    return site.say("to-appraise.invested", amount=money(site, amount, currency))


def _gains(site: Site, record: InvestmentProject) -> str:
    """Return whether effects are stated that could be given a value."""
    stated = record.emissions or record.impacts or record.co_benefits
    return site.say("to-appraise.gains") if stated else ""


def _prices(site: Site, record: InvestmentProject) -> str:
    if record.price_year is None:
        return ""
    return site.say("to-appraise.price-year", year=str(record.price_year))
