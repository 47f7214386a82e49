"""The profile of a city: who, how it stands, what changed, what is missing, area by area."""

from collections.abc import Iterator

from generator.assessment.rating.data_errors import NEAR
from generator.assessment.results import CityResult, IndicatorResult
from generator.model.publication import City
from generator.pages.page import Head, Page, SearchEntry, page
from generator.views import targets
from generator.views.area_rows import area_bars_caption, area_rows, standing_table
from generator.views.city_chapters import (
    chapters,
    fingerprint,
    missing_figures,
)
from generator.views.city_header import city_header
from generator.views.city_standing import is_led_by_wheel, standing_of
from generator.views.described_data import described_city, picture_of_city
from generator.views.doubt_words import why_text
from generator.views.finding_sentences import (
    findings_above_urgency,
    urgent_lead,
    urgent_rest,
    urgent_title,
)
from generator.views.globe import globe_of
from generator.views.headline_figures import headline_figures
from generator.views.key_facts import key_facts
from generator.views.on_record import on_record_text
from generator.views.own_figures import own_figures
from generator.views.pictures import city_picture, other_pictures, pictures
from generator.views.portrait import portrait
from generator.views.prose_sections import prose_sections
from generator.views.record_tables import approval_text, committee_order, not_confirmed
from generator.views.sentences import changes, lead_sentences, printed
from generator.views.series import overview
from generator.views.site import Site
from generator.views.units import with_unit
from generator.views.urgency_words import area_order, area_order_lead, most_urgent
from generator.views.values import full_name


def compose_profile(site: Site, city: City) -> Page:
    """Return the profile page of a city."""
    result, lead = site.results[city.id], " ".join(lead_sentences(site, site.results[city.id]))
    urgent, on_record = most_urgent(site, city, result), on_record_text(site, city)
    by_wheel = is_led_by_wheel(site, result) and not on_record
    by_rows = not by_wheel and not on_record
    words = portrait(site, city)
    picture = city_picture(site, city) if words else None
    head = Head(
        target=targets.city(city.id),
        name=city.record.name,
        description=lead,
        section="cities",
        kind="kind.city",
        context=site.country(city.record.country),
        extra=f"{_other_names(city)} {city.id}".lstrip(),
        entries=tuple(value_entries(site, city, result)),
        contents=False,
        described=described_city(site, city),
        picture=picture_of_city(site, city),
    )
    return page(
        head,
        "profile.md.jinja",
        city=city.id,
        header=city_header(site, city, head.target),
        not_confirmed=not_confirmed(site, city),
        confirmation=approval_text(site, city),
        on_record=on_record,
        lead=lead,
        headlines=[] if on_record else headline_figures(site, result),
        findings=findings_above_urgency(site, result),
        fingerprint=fingerprint(site, result) if by_wheel else [],
        globe=None if by_wheel else globe_of(site, city),
        facts=key_facts(site, city),
        rows=standing_of(site, city, result) if by_rows else None,
        wheel=overview(site, city, "wheel", site.say("figure.wheel-caption")),
        area_bars=overview(site, city, "area-bars", area_bars_caption(site, result)),
        trends=overview(site, city, "trends", site.say("figure.trends-caption")),
        areas=area_rows(site, result, site.publication.record.main_scheme),
        standing=standing_table(site, result),
        urgent=urgent,
        urgent_title=urgent_title(site, result),
        urgent_lead=urgent_lead(site, result),
        urgent_rest=urgent_rest(site, result),
        area_order=area_order(site, result),
        area_order_lead=area_order_lead(site, result),
        has_committee=bool(result.priorities),
        committee_order=committee_order(site, city),
        changes=changes(site, city, result),
        missing=missing_figures(site, result),
        chapters=[one for one in chapters(site, city, result) if one.drawings or not by_rows],
        own=own_figures(site, city),
        portrait=words,
        sections=prose_sections(site, city),
        picture=picture,
        pictures=other_pictures(site, city, None) if picture else pictures(site, city, None),
    )


def value_entries(site: Site, city: City, result: CityResult) -> Iterator[SearchEntry]:
    """Yield each figure of the city for the search, with its value if that may be named."""
    names = _other_names(city)
    tab = targets.tab(city.id, "indicators")
    for one in result.observables.values():
        if not one.data_points and one.is_reported:
            yield SearchEntry(
                targets.at(tab, targets.anchor(one.observable.id)),
                full_name(site, one),
                site.say("kind.value"),
                f"{city.record.name}: {entry_text(site, result, one)}",
                names,
            )


def _other_names(city: City) -> str:
    """Return by what else a city may be searched for."""
    return " ".join([*city.record.local_names.values(), *city.record.names])


def entry_text(site: Site, result: CityResult, one: IndicatorResult) -> str:
    """Return a figure with unit and year, or why it is not named."""
    row = one.selection.shown
    reason = result.unnamed[one.observable.id]
    if row is None or reason:
        return why_text(site, [reason], 1)
    near = site.word_inside("comparability", NEAR) if row.comparability == NEAR else ""
    figure = with_unit(site, printed(site, row, one), one.observable.unit)
    return site.language.by_commas((figure, str(row.period), near))
