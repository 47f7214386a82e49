"""The policy in force: what each setting is, its value, and whose it is."""

from collections.abc import Iterator, Mapping

from generator.frozen import dataclass
from generator.model.records import Record
from generator.views.cell import Code
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out

RATING_SETTINGS = (
    "max_age_years", "benchmarks", "coverage", "trend", "urgency", "replications", "seed",
    "uncertainty", "evidence", "comparison", "twinning",
)  # fmt: skip
"""The parts of the policy that take part in ratings and twinning, in the order of the page."""

VOCABULARIES = {
    "urgency.trend": "trend", "trend.assumed_years": "goalpost-kind",
    "evidence.alternatives.mean": "mean", "evidence.alternatives.worst_end": "worst-end",
    "trend.method": "trend-method", "trend.target_order": "target-order",
}  # fmt: skip
"""The settings whose words have a name for readers, with the list that holds it."""

NO_QUANTITY = ("seed", "trend.assumed_years")
"""The settings whose numbers count nothing: they are printed digit by digit."""

OWN_TABLE = ("evidence.errors",)
"""The settings that stand in a table of their own, each with its reason."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting as printed; `whose`: a published source where one is named, else ours."""

    key: str
    name: str
    value: str
    whose: str


def policy_table(site: Site) -> Table:
    """Return the settings of the ratings: what each is, its value, whose it is, its key."""
    columns = [
        Column[Setting]("name", site.say("setting"), lambda row: row.name),
        Column[Setting]("value", site.say("value"), lambda row: row.value),
        Column[Setting]("whose", site.say("whose"), lambda row: row.whose),
        Column[Setting]("key", site.say("key"), lambda row: Code(row.key)),
    ]
    return lay_out(site.say("caption.policy"), columns, settings(site))


def settings(site: Site) -> Iterator[Setting]:
    """Yield the settings of the ratings that are set."""
    for group in RATING_SETTINGS:
        for key, value in _keys_of(group, getattr(site.publication.framework.policy, group)):
            if value not in (None, (), {}) and key not in OWN_TABLE:
                yield Setting(
                    key=key,
                    name=site.say(f"policy.{key}"),
                    value=setting_text(site, key, value),
                    whose=basis_of(site, key),
                )


def _keys_of(group: str, value: object) -> list[tuple[str, object]]:
    """Return a setting by its key, or those that lie below it."""
    if not isinstance(value, Record):
        return [(group, value)]
    fields = ((f"{group}.{name}", getattr(value, name)) for name in type(value).model_fields)
    return [pair for key, one in fields for pair in _keys_of(key, one)]


def setting_text(site: Site, key: str, value: object) -> str:
    """Return a setting as printed; steps and lists in a row."""
    if isinstance(value, Mapping):
        pairs = (
            site.say(
                "setting.pair", name=_setting_name(site, key, name), value=_number(site, key, one)
            )
            for name, one in value.items()
        )
        return site.language.by_commas(pairs)
    if isinstance(value, tuple):
        return site.language.by_commas(_setting_name(site, key, one) for one in value)
    return _setting_name(site, key, value) if value != "" else ""


def _number(site: Site, key: str, value: object) -> str:
    if isinstance(value, int | float) and key not in NO_QUANTITY:
        return site.language.number(value)
    return str(value)


def _setting_name(site: Site, key: str, name: object) -> str:
    framework = site.publication.framework
    if key in VOCABULARIES:
        return site.word(VOCABULARIES[key], str(name))
    if key == "evidence.low_reliability.qualities":
        return framework.qualities.by_key()[str(name)].name
    if key == "twinning.scheme":
        return framework.schemes.by_key()[str(name)].name
    return site.say(f"urgency.{name}") if key == "urgency.levels" else _number(site, key, name)


def basis_of(site: Site, key: str) -> str:
    """Return whose a setting is: a published source where one is named, else ours."""
    named = f"basis.{key}"
    return site.say(named if site.language.has(named) else "basis.ours")


def points_table(site: Site) -> Table:
    """Return the points of the published scale with their lower edges."""

    def low(row: tuple[int, float]) -> str:
        return site.say("points.from", low=site.language.number(row[1]))

    columns = [
        Column[tuple[int, float]]("points", site.say("points"), lambda row: str(row[0])),
        Column("share", site.say("share-of-benchmark"), low),
    ]
    points = site.publication.framework.policy.points
    return lay_out(site.say("caption.points"), columns, points.items())
