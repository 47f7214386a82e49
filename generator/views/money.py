"""Amounts as readers see them: with their currency, in thousands or millions, never converted."""

from collections.abc import Iterable, Mapping

from generator.frozen import dataclass
from generator.model.rounding import round_half_up
from generator.views.key_facts import Fact
from generator.views.site import Site

STEPS = ((1e9, "money.billion"), (1e6, "money.million"))
DECIMALS = 2
NO_BREAK = "\N{NO-BREAK SPACE}"
NONE = "–"
"""Stands where there is no figure."""


def money(site: Site, amount: float, currency: str) -> str:
    """Return an amount in words, such as "EUR 39.3 million"; small ones in full."""
    for size, label in STEPS:
        if abs(amount) >= size:
            number = short_number(site, amount / size)
            return site.say(label, currency=currency, amount=number).replace(" ", NO_BREAK)
    number = site.language.number(amount, 0)
    return site.say("money.units", currency=currency, amount=number).replace(" ", NO_BREAK)


def money_fact(site: Site, label: str, amount: float, currency: str, note: str = "") -> Fact:
    """Return an amount as a large number with its unit beside it."""
    scale = scale_of(site, [amount], currency)
    number = (
        short_number(site, amount / scale.divisor) if scale.decimals else scale.print(site, amount)
    )
    return Fact(label, number, unit=scale.label, note=note)


def short_number(site: Site, amount: float) -> str:
    """Return a number with at most two decimals, without trailing zeros."""
    return site.language.number(round_half_up(amount, DECIMALS))


def several(site: Site, amounts: Mapping[str, float]) -> str:
    """Return amounts in several currencies, beside each other and never added."""
    return site.language.enumerate(money(site, one, currency) for currency, one in amounts.items())


def per_cent(site: Site, share: float, decimals: int = 1) -> str:
    """Return a share of 1 in per cent."""
    return f"{site.language.number(100 * share, decimals)}{NO_BREAK}%"


@dataclass(frozen=True, slots=True)
class Scale:
    """The unit that the amounts of a table share."""

    divisor: float
    decimals: int
    label: str

    def print(self, site: Site, amount: float | None) -> str:
        """Return an amount in the unit of the table, a dash for none."""
        if amount is None:
            return NONE
        return site.language.number(amount / self.divisor, self.decimals)


def scale_of(site: Site, amounts: Iterable[float], currency: str) -> Scale:
    """Return the unit for a table: millions where the largest amount has one, else units."""
    largest = max((abs(amount) for amount in amounts), default=0.0)
    if largest >= STEPS[1][0]:
        return Scale(STEPS[1][0], DECIMALS, site.say("money.in-million", currency=currency))
    return Scale(1.0, 0, currency)
