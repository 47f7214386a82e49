"""A city within a publication of several: its portrait, its findings, its figures of some areas."""

from collections.abc import Sequence

from generator.frozen import dataclass
from generator.model.framework_tables import Area
from generator.publications.chapters import IndicatorTable, city_table
from generator.publications.cover import Sector, sectors
from generator.publications.executive_summary import Finding, calls, findings
from generator.publications.furniture import draft
from generator.publications.overview import CitedFact, facts
from generator.publications.setting import Setting
from generator.views.on_record import on_record_text
from generator.views.portrait import portrait


@dataclass(frozen=True, slots=True)
class CityPart:
    """A city in short; a part without content is blank. `address`: where its profile stands."""

    name: str
    country: str
    lead: str
    draft: str
    on_record: str
    sectors: Sequence[Sector]
    facts: tuple[CitedFact, ...]
    portrait: tuple[str, ...]
    findings: tuple[Finding, ...]
    table: IndicatorTable
    calls: tuple[str, ...]
    profile: str


def city_part(setting: Setting, areas: Sequence[Area], *, told: bool) -> CityPart:
    """Return a city in short, with its figures of some top areas.

    `told`: with who the city is as well.
    """
    site, city = setting.site, setting.city
    framework = site.publication.framework
    within = {name for area in areas for name in framework.placed_below(area.area)}
    is_whole = len(areas) == len(framework.children(site.publication.record.main_scheme))
    return CityPart(
        name=city.record.name,
        country=site.country(city.record.country),
        lead=_whole(setting) if is_whole else setting.areas_lead(areas),
        draft=draft(site, city),
        on_record=setting.prose(on_record_text(site, city)),
        sectors=sectors(site, city, {area.area for area in areas}),
        facts=facts(setting)[: site.editorial.key_facts // 2] if told else (),
        portrait=tuple(setting.prose(text) for text in portrait(site, city)) if told else (),
        findings=findings(setting, within),
        table=city_table(setting, areas),
        calls=calls(setting) if is_whole else (),
        profile=_profile(setting) if told else "",
    )


def _whole(setting: Setting) -> str:
    return setting.lead(setting.result, setting.site.publication.record.main_scheme)


def _profile(setting: Setting) -> str:
    """Return where all that is known of the city stands."""
    address = setting.site.publication.record.address
    if not address:
        return setting.say("volume.profile")
    return setting.say(
        "volume.profile-at", address=f"{address.rstrip('/')}/cities/{setting.city.id}/"
    )
