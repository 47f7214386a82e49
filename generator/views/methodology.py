"""What the method rests on: formulas, the benchmark of every observable, marks and qualities."""

from collections.abc import Mapping

from generator.model.framework_tables import Goalpost, Quality, Status
from generator.views import targets
from generator.views.cell import Link, Term
from generator.views.indicator_cities import family_text
from generator.views.site import Site
from generator.views.table import Column, Table, lay_out
from generator.views.units import unit_label
from generator.views.values import observable_name
from generator.views.word_values import scores_text

FORMULAS = (
    "normalise-linear", "normalise-log", "normalise-fourth-root", "score-of-word",
    "mean-of-data-points", "percent", "percent-from-score", "pooled-points",
    "aggregate-arithmetic", "interval", "trend-rate", "trend-score", "trend-all-years", "urgency",
    "urgency-of-area",
)  # fmt: skip


def formulas(site: Site) -> list[Term]:
    """Return every formula that an explanation can name."""
    policy = site.publication.framework.policy
    gate = policy.evidence.headline
    values: Mapping[str, int | str] = {
        "most": max(policy.points),
        "points": gate.minimum_points,
        "level": site.language.number(100 * gate.level, 0),
    }
    return [
        Term(site.say(f"formula-of.{key}"), site.say(f"formula.{key}", **values))
        for key in FORMULAS
    ]


def goalpost_table(site: Site) -> Table:
    """Return every observable with a benchmark: both ends, kind, reason, source."""
    framework, number = site.publication.framework, site.language.number

    def unit(post: Goalpost) -> str:
        return unit_label(site, framework.observables[post.observable].unit)

    def worst(post: Goalpost) -> str:
        if post.scores:
            return ""
        return number(post.worst) if post.worst is not None else "–"

    def best(post: Goalpost) -> str:
        if post.best is not None:
            return number(post.best)
        return scores_text(site, post.scores) if post.scores else ""

    columns = [
        _observable_column(site),
        Column("unit", site.say("unit"), unit),
        Column("worst", site.say("worst"), worst, number=True),
        Column("best", site.say("best"), best, number=True),
        Column("family", site.say("goalpost.family"), lambda post: family_text(site, post)),
        Column("kind", site.say("kind"), lambda post: site.word("goalpost-kind", post.kind or "")),
        _reason_column(site),
        Column("source", site.say("source"), lambda post: _source_cell(site, post.source or "")),
    ]
    return lay_out(site.say("caption.goalposts"), columns, _goalposts(site, rated=True))


def unbenchmarked_table(site: Site) -> Table:
    """Return every observable without a benchmark, and why."""
    columns = [_observable_column(site), _reason_column(site)]
    return lay_out(site.say("caption.unbenchmarked"), columns, _goalposts(site, rated=False))


def _goalposts(site: Site, rated: bool) -> list[Goalpost]:
    """Return the rows of the goalposts that state a benchmark, or those that state none."""
    posts = site.publication.framework.goalposts
    return [post for post in posts if post.states_benchmark == rated]


def _observable_column(site: Site) -> Column[Goalpost]:
    observables = site.publication.framework.observables

    def name(post: Goalpost) -> Link:
        page = targets.indicator(observables[post.observable].indicator)
        return Link(observable_name(site, post.observable), page)

    return Column("indicator", site.say("indicator"), name)


def _reason_column(site: Site) -> Column[Goalpost]:
    return Column("reason", site.say("reason"), lambda post: post.reason)


def _source_cell(site: Site, source: str) -> Link | str:
    row = site.publication.framework.source_of.get(source)
    if row is None:
        return ""
    return Link(row.publisher or row.title, targets.framework_source(source))


def status_table(site: Site) -> Table:
    """Return every status of an observation: its code and mark, and whether it is rated."""
    columns = [
        Column[Status]("code", site.say("code"), lambda row: row.status),
        Column[Status]("mark", site.say("mark"), lambda row: row.mark or ""),
        Column[Status]("meaning", site.say("meaning"), lambda row: row.label),
        Column[Status](
            "rated", site.say("rated"), lambda row: site.word("status-rated", row.rated)
        ),
    ]
    return lay_out(site.say("caption.statuses"), columns, site.publication.framework.statuses)


def quality_table(site: Site) -> Table:
    """Return the levels of quality of a value."""
    columns = [Column[Quality]("quality", site.say("quality"), lambda row: row.name)]
    return lay_out(site.say("caption.qualities"), columns, site.publication.framework.qualities)
