"""How sure a rating is, in words: other bands, bounds, what holds in most replications."""

from collections import Counter
from collections.abc import Sequence

from generator.assessment.results import AreaUrgency, Interval
from generator.assessment.shares import as_percent, in_percent, is_enough
from generator.assessment.tallies import AREAS, OBSERVABLES
from generator.assessment.urgency_results import UrgencyResult
from generator.frozen import dataclass
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out


def other_bands(site: Site, band: str | None, interval: Interval | None) -> str:
    """Return how sure the band of a score is, and which others are possible, the likeliest first.

    Empty if no other band is as likely as the policy asks.
    """
    shares = in_percent(interval.bands) if interval is not None else {}
    least = as_percent(1.0 - site.publication.framework.policy.uncertainty.distinguishable)
    others = [name for name, share in shares.items() if name != band and share >= least]
    if band is None or not others:
        return ""
    others.sort(key=lambda name: -shares[name])
    return site.say(
        "band.possibly",
        share=percent(site, shares.get(band, 0) / 100),
        others=site.language.either(
            site.say("band.other", band=site.language.inside(site.say(f"band.{name}")),
                     share=percent(site, shares[name] / 100))
            for name in others
        ),
    )  # fmt: skip


def percent(site: Site, share: float) -> str:
    """Return a share of the replications as printed."""
    return f"{site.language.number(as_percent(share), 0)}\N{NO-BREAK SPACE}%"


def interval_words(site: Site, band: str | None, interval: Interval) -> str:
    """Return an interval, and the other bands that are possible."""
    low, high = (site.language.number(end, 1) for end in (interval.low, interval.high))
    others = other_bands(site, band, interval)
    if others:
        return site.say("interval.unsure", low=low, high=high, others=others)
    return site.say("interval.short", low=low, high=high)


def band_words(site: Site, band: str | None, interval: Interval | None) -> str:
    """Return the other bands that are possible, beside the word of a band; mostly empty."""
    others = other_bands(site, band, interval)
    return site.say("band.unsure", others=others) if others else ""


def holds_text(site: Site, urgency: UrgencyResult | AreaUrgency) -> str:
    """Return in which share of the replications an urgency keeps its level."""
    if urgency.holds is None:
        return ""
    level = site.say(f"urgency.{urgency.level}")
    return site.say("urgency.holds", level=level, share=percent(site, urgency.holds))


def order_text(site: Site, urgencies: Sequence[AreaUrgency]) -> str:
    """Return how many neighbours of an order stand so in enough of the replications."""
    shares = [one.above_next for one in urgencies if one.above_next is not None]
    if not shares:
        return ""
    enough = site.publication.framework.policy.uncertainty.distinguishable
    sure = sum(is_enough(share, enough) for share in shares)
    key = "order.robust" if sure == len(shares) else "order.unsure"
    return site.say(key, n=len(shares), sure=sure, share=percent(site, enough))


def sureness_text(site: Site) -> str:
    """Return how many of all bands could be another, of areas and of single values."""
    rated, unsure = _over_cities(site, "rated"), _over_cities(site, "unsure")
    least = 1.0 - site.publication.framework.policy.uncertainty.distinguishable
    sentences = [
        site.say(
            f"sureness.{what}", n=rated[what], unsure=unsure[what],
            share=percent(site, unsure[what] / rated[what]), least=percent(site, least),
        )
        for what in (AREAS, OBSERVABLES)
        if rated[what]
    ]  # fmt: skip
    return " ".join(sentences)


def ends_table(site: Site) -> Table:
    """Return how many scores stand at an end of their scale, by family of benchmarks."""
    scored, at_ends = _over_cities(site, "scored"), _over_cities(site, "at_ends")
    number = site.language.number
    columns = [
        Column[str](
            "family", site.say("goalpost.family"), lambda name: site.word("goalpost-family", name)
        ),
        Column("scores", site.say("ends.scores"), lambda name: number(scored[name], 0), True),
        Column("at-ends", site.say("ends.at-ends"), lambda name: number(at_ends[name], 0), True),
        Column(
            "share", site.say("ends.share"),
            lambda name: percent(site, at_ends[name] / scored[name]), True,
        ),
    ]  # fmt: skip
    return lay_out(site.say("caption.ends"), columns, sorted(scored))


def _over_cities(site: Site, name: str) -> Counter[str]:
    total: Counter[str] = Counter()
    for city in site.cities:
        total.update(getattr(site.tallies[city.id], name))
    return total


@dataclass(frozen=True, slots=True)
class DataError:
    """By how much a value of a class of quality may be off, and why."""

    name: str
    share: str
    reason: str


def data_errors(site: Site) -> list[DataError]:
    """Return the error of each class of quality with its reason."""
    return [
        DataError(site.word("data-error", name), percent(site, one.share), one.reason)
        for name, one in site.publication.framework.policy.evidence.errors.items()
    ]


def error_table(site: Site) -> Table:
    """Return the error of each class of quality as a table."""
    columns = [
        Column[DataError]("class", site.say("error.class"), lambda one: one.name),
        Column("share", site.say("error.share"), lambda one: one.share, True),
        Column("reason", site.say("reason"), lambda one: one.reason),
    ]
    return lay_out(site.say("caption.errors"), columns, data_errors(site))
