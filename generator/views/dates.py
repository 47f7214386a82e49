"""Dates as readers see them: the years of figures, when they were compiled, how old a status is."""

from collections.abc import Collection, Iterable

from generator.assessment.results import CityResult
from generator.views.site import Site


def span(site: Site, years: Collection[int]) -> str:
    """Return the first and the last of some years: 2016 to 2023; "" without any."""
    if not years:
        return ""
    first, last = min(years), max(years)
    if first == last:
        return str(first)
    return site.say("years", first=str(first), last=str(last))


def periods(first: object, last: object) -> str:
    """Return two periods with a dash; one of several years has a dash of its own, hence spaces."""
    ends = str(first), str(last)
    return (" – " if any("-" in end for end in ends) else "–").join(ends)


def compiled_text(site: Site, result: CityResult) -> str:
    """Return of which years the figures shown are, and when they were compiled."""
    found = (one.selection.last_year for one in result.observables.values())
    years = span(site, {year for year in found if year is not None})
    date = site.language.date(site.publication.record.as_of)
    return site.say("compiled.figures", years=years, date=date) if years else compiled(site)


def compiled(site: Site) -> str:
    """Return when the publication was compiled."""
    return site.say("compiled.on", date=site.language.date(site.publication.record.as_of))


def status_since(site: Site, stage: str, date: str) -> str:
    """Return since when a project is in a stage, or that nobody has updated it for too long."""
    policy = site.publication.framework.policy.follow_up
    as_of = site.publication.record.as_of
    oldest = f"{int(as_of[:4]) - policy.status_years}{as_of[4:]}"
    is_old = stage in policy.open_stages and date < oldest[: len(date)]
    return site.say(
        "status.stale" if is_old else "project.since", date=site.language.date_from(date)
    )


def status_years(site: Site, dates: Iterable[str]) -> str:
    """Return of which years some statuses are."""
    return site.say("status.years", years=span(site, {int(date[:4]) for date in dates}))
