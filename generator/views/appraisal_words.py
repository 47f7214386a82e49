"""An appraisal in words: its class, why, its rates and years, and in which money it is told."""

from collections.abc import Iterable, Mapping

from generator.assessment.investment.project_results import (
    CLASSES,
    NOT_ASSESSABLE,
    WITH_SUPPORT,
    Appraisal,
    Returns,
)
from generator.frozen import dataclass
from generator.views.money import NO_BREAK, NONE, Scale, per_cent, scale_of, short_number
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Viability:
    """A class of viability: its id, word and meaning."""

    id: str
    word: str
    meaning: str


def viability(site: Site, name: str) -> Viability:
    """Return a class of viability."""
    return Viability(name, class_word(site, name), class_meaning(site, name))


def class_word(site: Site, name: str) -> str:
    return site.say(f"viability.{name}")


def class_meaning(site: Site, name: str) -> str:
    return site.say(f"viability.{name}.meaning")


def class_words(site: Site) -> Mapping[str, str]:
    """Return the word of every class, in order."""
    return {name: class_word(site, name) for name in CLASSES}


def classes(site: Site) -> list[Viability]:
    """Return every class with what it means."""
    return [viability(site, name) for name in CLASSES]


def unit_of(site: Site, appraisals: Iterable[Appraisal]) -> Scale:
    """Return the unit that the amounts of some appraisals in one currency share."""
    known = list(appraisals)
    amounts = [one.investment or 0.0 for one in known]
    return scale_of(site, amounts, known[0].currency if known else "")


def rates_text(site: Site, returns: Returns | None) -> str:
    """Return the internal rates in words: none, one, or several that must not be used."""
    if returns is None:
        return NONE
    rates = [per_cent(site, rate) for rate in returns.internal_rates]
    if not rates:
        return site.say("irr.none")
    return rates[0] if len(rates) == 1 else site.say("irr.several")


def several_rates(site: Site, appraisal: Appraisal) -> list[str]:
    """Return the views with several internal rates, each with all of them."""
    return [
        site.say(
            f"irr.which-{returns.view}",
            rates=site.language.enumerate(
                f"{short_number(site, 100 * rate)}{NO_BREAK}%" for rate in returns.internal_rates
            ),
        )
        for returns in (appraisal.financial, appraisal.economic)
        if returns is not None and len(returns.internal_rates) > 1
    ]


def years_text(site: Site, years: float | None) -> str:
    """Return after how many years something is paid back, or that it never is."""
    return site.say("payback.never") if years is None else site.language.number(years, 1)


def ratio_text(site: Site, value: float | None) -> str:
    return NONE if value is None else site.language.number(value, 2)


def change_text(site: Site, component: str, change: float) -> str:
    """Return by how much something changes: a share, points of a rate, or years."""
    if component == "delay":
        return site.say("sensitivity.years", n=int(change))
    if component == "rate":
        return site.say("sensitivity.points", n=site.language.signed(100 * change, 0))
    return share_text(site, change)


def share_text(site: Site, share: float | None) -> str:
    """Return by which share something changes, with its sign."""
    if share is None:
        return NONE
    return f"{site.language.signed(100 * share, 0)}{NO_BREAK}%"


def why(site: Site, appraisal: Appraisal) -> list[str]:
    """Return what stands behind a class: its meaning, what is missing, what to beware of.

    Where only the debt needs support, the warning says it better than the meaning.
    """
    found = [class_meaning(site, appraisal.viability)]
    if appraisal.viability == NOT_ASSESSABLE:
        found = [site.say(f"appraisal-missing.{name}") for name in appraisal.missing]
    elif appraisal.viability == WITH_SUPPORT and not appraisal.funding_gap:
        found = []
    return found + [site.say(f"appraisal-warning.{name}") for name in appraisal.warnings]


def basis(site: Site, appraisal: Appraisal, unit: str) -> str:
    """Return in which money and of which year the amounts of an appraisal are."""
    if appraisal.price_year is None or appraisal.first_year is None:
        return unit
    return site.say(
        "appraisal.basis",
        unit=unit,
        price_year=str(appraisal.price_year),
        year=str(appraisal.first_year),
    )
