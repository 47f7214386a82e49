"""How a result came about, as a reader follows it: one composition for the page and the command.

In: a result with its trace. Out: an `Explanation` whose parts each hold a formula, its numbers
with file, line and source, the steps between, the settings, and the result unrounded and as
printed. Computes nothing: every number stands in the trace or the result.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from generator.assessment.results import (
    AreaResult,
    AreaUrgency,
    CityResult,
    IndicatorResult,
    Trace,
    TraceInput,
    TrendResult,
    UrgencyResult,
)
from generator.model.city_tables import Source
from generator.model.publication import City
from generator.pages.areas_view import area_word
from generator.pages.page import Site, relative_address
from generator.pages.urgency_view import level_text, trend_text, urgency_text
from generator.pages.values import (
    computed_folder,
    full_name,
    how_address,
    how_anchor,
    print_number,
    unit_label,
    word_of,
)

STEP_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A number of an explanation, with where it comes from."""

    name: str
    number: str
    detail: str = ""
    place: str = ""
    """File and line."""
    place_href: str = ""
    """Address of that line in the repository, if the publication has one."""
    source: str = ""
    source_href: str = ""
    href: str = ""
    """Address of the explanation of this number, if it is computed itself."""


@dataclass(frozen=True, slots=True)
class Part:
    """One formula with all that goes into it. `exact` is unrounded, `printed` as on the pages."""

    heading: str
    formula: str
    lines: tuple[Line, ...]
    exact: str
    printed: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How all results of one subject came about; `figures` are the values behind a mean."""

    subject: str
    anchor: str
    title: str
    answer: str
    parts: tuple[Part, ...]
    figures: tuple[Line, ...] = ()


def explain(site: Site, city: City, subject: str) -> Explanation | None:
    """Return the explanation of an observable or an area of a city; None if there is neither."""
    result = site.results[city.id]
    if subject in result.observables:
        return explain_observable(site, city, result.observables[subject])
    if subject in result.areas and "/" in subject:
        return explain_area(site, city, result, result.areas[subject])
    return None


def subjects(site: Site, city: City) -> tuple[str, ...]:
    """Return the ids that can be explained, indicators first. A whole scheme has no rating."""
    result = site.results[city.id]
    return (*result.observables, *(area for area in result.areas if "/" in area))


def explain_observable(site: Site, city: City, result: IndicatorResult) -> Explanation:
    """Return how the score, and the points, of an indicator or a data point came about."""
    parts = []
    if result.trace is not None:
        printed = site.language.number(result.score or 0.0, 1)
        parts.append(_part(site, city, "trace.score", result.trace, printed))
    if result.percent is not None and result.points is not None:
        parts.append(_points_part(site, result, result.percent, result.points))
    assessment = site.results[city.id]
    trend = assessment.trends.get(result.observable.id)
    if trend is not None and result.is_reported:
        parts.append(trend_part(site, city, trend))
    urgency = assessment.urgencies.get(result.observable.id)
    if urgency is not None:
        parts.append(urgency_part(site, urgency))
    behind = result.data_points if result.data_points else (() if result.trace else (result,))
    return Explanation(
        subject=result.observable.id,
        anchor=how_anchor(result.observable.id),
        title=full_name(site, result),
        answer=answer_of(site, result),
        parts=tuple(parts),
        figures=tuple(_figures(site, city, behind, result.observable.id)),
    )


def answer_of(site: Site, result: IndicatorResult) -> str:
    """Return the result in a word: score and band, or why there is none."""
    if result.score is None:
        return word_of(site, result)
    return f"{site.language.number(result.score, 1)}, {word_of(site, result).lower()}"


def _points_part(site: Site, result: IndicatorResult, percent: float, points: int) -> Part:
    """Return the published scale: the share of the benchmark, then points."""
    number = site.language.number
    post = result.goalpost
    published = result.observable.direction == "higher" and post is not None and bool(post.best)
    edges = site.publication.framework.policy.points
    steps = (site.say("points.step", n=worth, low=number(edge)) for worth, edge in edges.items())
    lines = [
        Line(
            site.say("trace.percent"),
            f"{number(percent, STEP_DECIMALS)} %",
            site.language.enumerate(steps),
        )
    ]
    return Part(
        heading=site.say("trace.points"),
        formula=site.say("formula.percent" if published else "formula.percent-from-score"),
        lines=tuple(lines),
        exact="",
        printed=site.say("points.of", n=points, most=max(edges)),
    )


def explain_area(site: Site, city: City, result: CityResult, area: AreaResult) -> Explanation:
    """Return how the score of an area came about: what each part adds, coverage and bounds."""
    framework = site.publication.framework
    members = [result.indicators[name] for name in framework.placed_below(area.area)]
    parts = [_area_part(site, city, area)] if area.score is not None else []
    if area.points_percent is not None:
        parts.append(_area_points(site, area))
    urgency = result.area_urgencies.get(area.area)
    if urgency is not None:
        parts.append(area_urgency_part(site, urgency, computed_folder(city.id, area.area), city))
    return Explanation(
        subject=area.area,
        anchor=how_anchor(area.area),
        title=area_name(site, area.area),
        answer=area_word(site, area),
        parts=tuple(parts),
        figures=tuple(_figures(site, city, _carriers(members), area.area)),
    )


def area_name(site: Site, area: str) -> str:
    """Return the name of an area, or of a scheme as a whole."""
    row = site.publication.framework.area_of.get(area)
    return row.name if row else site.publication.framework.schemes.by_key()[area].name


def _carriers(members: Iterable[IndicatorResult]) -> Iterator[IndicatorResult]:
    for member in members:
        yield from (one for one in member.carriers if one.score is not None)


def _area_part(site: Site, city: City, area: AreaResult) -> Part:
    number, policy = site.language.number, site.publication.framework.policy
    lines = [
        Line(
            name=_subject_name(site, part.child),
            number=number(part.points, STEP_DECIMALS),
            detail=site.say(
                "trace.contribution",
                score=number(part.score, 1),
                share=number(100 * part.weight, 1),
            ),
            href=how_address(computed_folder(city.id, area.area), city.id, part.child),
        )
        for part in area.contributions
    ]
    lines += [
        Line(
            site.say("trace.coverage"),
            f"{number(100 * area.assessable_coverage, 1)} %",
            site.say("trace.of-assessable", n=area.rated, m=area.assessable),
        ),
        Line(
            site.say("trace.framework-coverage"),
            f"{number(100 * area.framework_coverage, 1)} %",
            site.say("trace.of-all", n=area.rated, m=area.total),
        ),
        Line(site.say("trace.low"), number(area.low, 1)),
        Line(site.say("trace.high"), number(area.high, 1)),
    ]
    settings = {
        "coverage.area": policy.coverage.area,
        "coverage.minimum_rated": policy.coverage.minimum_rated,
    }
    lines += [_setting(site, key, value) for key, value in settings.items()]
    return Part(
        heading=site.say("trace.score"),
        formula=site.say("formula.aggregate-arithmetic"),
        lines=tuple(lines),
        exact=number(area.score or 0.0),
        printed=number(area.score or 0.0, 1),
    )


def _area_points(site: Site, area: AreaResult) -> Part:
    """Return the pooled points of an area on the published scale."""
    number = site.language.number
    most = max(site.publication.framework.policy.points)
    percent = area.points_percent or 0.0
    return Part(
        heading=site.say("trace.points"),
        formula=site.say("formula.pooled-points", most=most),
        lines=(
            Line(site.say("trace.points-sum"), number(area.points, 0)),
            Line(site.say("trace.points-scored"), number(area.points_scored, 0)),
        ),
        exact=f"{number(percent)} %",
        printed=f"{number(percent, 1)} %",
    )


def _part(site: Site, city: City, heading: str, trace: Trace, printed: str) -> Part:
    """Return a trace as a part: its inputs, its steps, its settings, its result."""
    number = site.language.number
    lines = [_input(site, city, one) for one in trace.inputs]
    lines += [Line(site.say(f"trace.{key}"), number(step, STEP_DECIMALS))
              for key, step in trace.steps]  # fmt: skip
    lines += [_setting(site, key, value) for key, value in trace.settings]
    return Part(
        heading=site.say(heading),
        formula=site.say(f"formula.{trace.formula}"),
        lines=tuple(lines),
        exact=number(trace.result) if trace.result is not None else "",
        printed=printed,
    )


def trend_part(site: Site, city: City, trend: TrendResult) -> Part:
    """Return how a series moves: its first and latest value, what it should reach, the class."""
    number = site.language.number
    inputs = trend.trace.inputs if trend.trace else ()
    points = [one for one in inputs if one.name == "point"]
    ends = [points[0], points[-1]] if len(points) > 1 else points
    aims = [one for one in inputs if one.name == "target"]
    lines = [
        _input(site, city, replace(one, name=name))
        for name, one in zip(("baseline", "latest"), ends, strict=False)
    ]
    lines += [_input(site, city, one) for one in aims]
    if len(points) > len(ends):
        between = site.say("trace.values-between", n=len(points) - len(ends))
        lines.append(Line(between, ""))
    if trend.trace:
        lines += [
            Line(site.say(f"trace.{key}"), number(step, STEP_DECIMALS))
            for key, step in trend.trace.steps
        ]
        kept = ("method", "minimum_years", *_thresholds(trend))
        lines += [
            _setting(site, f"trend.{key}", value)
            for key, value in trend.trace.settings
            if key in kept
        ]
    basis = "rate" if trend.rate is not None else "score"
    return Part(
        heading=site.say("trend"),
        formula=site.say(f"formula.trend-{basis}") if trend.change is not None else "",
        lines=tuple(lines),
        exact=number(trend.rate) if trend.rate is not None else "",
        printed=trend_text(site, trend),
    )


def _thresholds(trend: TrendResult) -> tuple[str, ...]:
    by_rate = ("on_track", "acceleration_needed")
    return by_rate if trend.rate is not None else ("score_change",)


def urgency_part(site: Site, urgency: UrgencyResult) -> Part:
    """Return the urgency of an observable as a product."""
    number = site.language.number
    importance = site.say(
        f"urgency.importance-from-{urgency.importance_from}", n=urgency.importance
    )
    lines = [
        Line(site.say("urgency.gap"), number(urgency.gap, STEP_DECIMALS),
             site.say("urgency.gap-is")),
        Line(site.say("urgency.importance"), number(urgency.importance_factor), importance),
        Line(site.say("trend"), number(urgency.trend_factor), site.word("trend", urgency.trend)),
        _levels(site),
    ]  # fmt: skip
    lines += [Line(site.say("urgency.confirm"), "", site.say(f"urgency.confirm-{why}"))
              for why in urgency.confirm]  # fmt: skip
    if urgency.robust:
        lines.append(Line(site.say("urgency.robust"), "", site.say("urgency.robust-is")))
    return Part(
        heading=site.say("urgency"),
        formula=site.say("formula.urgency"),
        lines=tuple(lines),
        exact=number(urgency.urgency),
        printed=urgency_text(site, urgency),
    )


def area_urgency_part(site: Site, urgency: AreaUrgency, here: str, city: City) -> Part:
    """Return the urgency of an area as the weighted mean over its rated indicators."""
    number = site.language.number
    lines = [
        Line(
            name=_subject_name(site, one.name),
            number=number(one.value, 2) if isinstance(one.value, float) else one.value,
            detail=site.say("trace.share", share=number(100 * one.weight, 1)),
            href=how_address(here, city.id, one.name),
        )
        for one in urgency.trace.inputs
    ]
    lines.append(_levels(site))
    if urgency.robust:
        lines.append(Line(site.say("urgency.robust"), "", site.say("urgency.robust-is")))
    return Part(
        heading=site.say("urgency"),
        formula=site.say("formula.urgency-of-area"),
        lines=tuple(lines),
        exact=number(urgency.urgency),
        printed=level_text(site, urgency.urgency, urgency.level),
    )


def _levels(site: Site) -> Line:
    """Return the levels of urgency with their lower edges, in the file of the policy."""
    policy = site.publication.framework.policy.urgency
    steps = site.language.enumerate(
        site.say("urgency.step", level=site.say(f"urgency.{level}"), low=site.language.number(edge))
        for level, edge in policy.levels.items()
    )
    return replace(_setting(site, "urgency.levels", ""), detail=steps)


def _setting(site: Site, key: str, value: float | str) -> Line:
    """Return a setting of the policy, with its line in the file of the policy."""
    document = site.publication.framework.policy_document
    position = document.position(tuple(key.split(".")))
    text = site.language.number(value) if isinstance(value, int | float) else value
    place, href = _place(site, document.file, position.line if position else None)
    return Line(site.say(f"policy.{key}"), text, place=place, place_href=href)


def _input(site: Site, city: City, one: TraceInput) -> Line:
    """Return an input of a trace: what it is, its unit, year and status, and its source."""
    framework = site.publication.framework
    status = framework.status_of.get(one.status or "A")
    parts = [unit_label(site, one.unit) if one.unit else "", one.period]
    parts += [status.label.lower()] if status and status.mark else []
    computed = one.name in framework.observables or one.name in framework.area_of
    place, place_href = _place(site, one.file, one.line)
    source, source_href = _source(site, city, one.source, computed_folder(city.id))
    exact = one.value if isinstance(one.value, str) else site.language.number(one.value)
    return Line(
        name=_subject_name(site, one.name) if computed else site.say(f"trace.{one.name}"),
        number=exact,
        detail=", ".join(part for part in parts if part),
        place=place,
        place_href=place_href,
        source=source,
        source_href=source_href,
        href=f"#{how_anchor(one.name)}" if computed else "",
    )


def _subject_name(site: Site, subject: str) -> str:
    observable = site.publication.framework.observables.get(subject)
    return observable.name if observable else area_name(site, subject)


def _figures(
    site: Site, city: City, results: Iterable[IndicatorResult], subject: str
) -> Iterator[Line]:
    """Yield the values behind a mean, each with its own source."""
    here = computed_folder(city.id, subject)
    for one in results:
        row = one.selection.shown
        if row is None:
            continue
        place, place_href = _place(site, city.observations.file, row.line)
        source, source_href = _source(site, city, row.source, here)
        detail = [unit_label(site, one.observable.unit), str(row.period or "")]
        yield Line(
            name=full_name(site, one),
            number=print_number(site, row, one.observable) or "–",
            detail=", ".join(part for part in (*detail, answer_of(site, one)) if part),
            place=place,
            place_href=place_href,
            source=source,
            source_href=source_href,
            href=how_address(here, city.id, one.observable.id) if one.trace else "",
        )


def _source(site: Site, city: City, source: str, here: str) -> tuple[str, str]:
    """Return a source by name, and its address from the page of the explanation."""
    if source in city.source_of:
        return _credit(city.source_of[source]), relative_address(
            here, f"cities/{city.id}/data#source-{source}"
        )
    row = site.publication.framework.source_of.get(source)
    if row is None:
        return "", ""
    return _credit(row), relative_address(here, f"methodology#source-{source}")


def _credit(row: Source) -> str:
    return row.publisher or row.title


def _place(site: Site, file: str, line: int | None) -> tuple[str, str]:
    """Return file and line as text, and their address in the repository if there is one."""
    if not file:
        return "", ""
    repository = site.publication.record.repository
    text = f"{file}:{line}" if line else file
    if repository is None:
        return text, ""
    base = f"{repository.url.rstrip('/')}/blob/{quote(repository.branch)}/{quote(file)}"
    return text, f"{base}#L{line}" if line else base
