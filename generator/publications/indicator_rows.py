"""Indicators as rows of printed tables: figure, year, earlier figure, target, rating, notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.assessment.results import IndicatorResult
from generator.language.print_words import dashed
from generator.language.stops import begun, ended
from generator.model.city_tables import Observation
from generator.publications.setting import Setting, Wording
from generator.views.benchmark_marks import tick_view
from generator.views.cell import Flag
from generator.views.certainty import band_words
from generator.views.remarks import UNDER_REVIEW, told
from generator.views.sentences import end_rows, printed
from generator.views.units import unit_beside
from generator.views.values import counted_text, shown_value, word_beside_tick
from generator.views.word_values import scores_text

NEAR = "≈"


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """An indicator or data point by its id.

    `kind`: row, head (above data points, without a figure of its own) or part (a data point).
    `number` has the sign of a near measure; `signs` and `notes` are raised beside it. `counted`:
    of how many data points somebody looked for the figure, if not of all.
    """

    id: str
    kind: str
    name: str
    number: str
    unit: str
    year: str
    signs: str
    notes: str
    earlier: str
    target: str
    mark: str
    word: str
    score: str
    sources: tuple[str, ...]
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What must be said at a figure: the letter that leads to it, and the text."""

    letter: str
    text: str


@dataclass(slots=True)
class Notes:
    """The notes of a table, lettered in the order of their first use; equal ones are one."""

    _letters: dict[str, str] = field(default_factory=dict)

    def letter(self, text: str) -> str:
        """Return the letter of a note; a new one gets the next."""
        return self._letters.setdefault(text, lettered(len(self._letters)))

    @property
    def listed(self) -> tuple[Note, ...]:
        return tuple(Note(letter, text) for text, letter in self._letters.items())


def lettered(place: int) -> str:
    """Return the letter of a place from 0: a to z, then aa, ab and so on."""
    tens, ones = divmod(place, 26)
    return (lettered(tens - 1) if tens else "") + chr(ord("a") + ones)


def rows_of(setting: Setting, one: IndicatorResult, notes: Notes) -> Iterator[PrintedRow]:
    """Yield the row of an indicator with a figure, and one for each data point with a figure."""
    if not one.data_points:
        if has_figure(one):
            yield _row(setting, one, notes, "row", setting.named(one.observable.name))
        return
    points = [point for point in one.data_points if has_figure(point)]
    if points:
        head = _row(setting, one, notes, "head", setting.named(one.observable.name))
        yield replace(head, counted=counted_text(setting.site, one))
        for point in points:
            yield _row(setting, point, notes, "part", point.observable.name)


def has_figure(one: IndicatorResult) -> bool:
    """Return whether an observable without data points has a figure to print."""
    shown = one.selection.shown
    return shown is not None and shown.has_figure


def _row(setting: Setting, one: IndicatorResult, notes: Notes, kind: str, name: str) -> PrintedRow:
    site, row = setting.site, one.selection.shown
    value = shown_value(site, one, setting.city.id)
    is_figure = kind != "head" and row is not None
    number = printed(site, row, one) if is_figure and row else ""
    return PrintedRow(
        id=one.observable.id,
        kind=kind,
        name=name,
        number=number,
        unit=unit_beside(site, one.observable.unit, number) if is_figure else "",
        year=dashed(value.period) if is_figure else "",
        signs="".join(flag.sign for flag in value.flags) if is_figure else "",
        notes=_lettered_note(setting, one, value.remarks, notes) if is_figure else "",
        earlier=earlier(setting, one) if is_figure else "",
        target=target_of(setting, one) if is_figure else "",
        mark=one.sign,
        word=rating(setting, one),
        score=score(setting, one),
        sources=setting.cite(row.source) if is_figure and row else (),
    )


def _lettered_note(
    setting: Setting, one: IndicatorResult, remarks: Iterable[str], notes: Notes
) -> str:
    row = one.selection.shown
    proxy = row is not None and row.comparability == "proxy"
    said = told(
        _other_bands(setting, one),
        setting.site.word("comparability", "proxy") if proxy else "",
        *remarks,
        setting.site.language.grouped(row.note or "") if row else "",
    )
    return notes.letter(" ".join(ended(text) for text in said)) if said else ""


def _other_bands(setting: Setting, one: IndicatorResult) -> str:
    """Return how probable the band is, and which others are possible; "" where it is sure."""
    others = band_words(setting.site, one.band, one.interval)
    return f"{setting.site.say(f'band.{one.band}')} {others}" if others else ""


def earlier(setting: Setting, one: IndicatorResult) -> str:
    """Return the first figure of the series with its year; two dots without a series."""
    trend = setting.result.trends.get(one.observable.id)
    if trend is None or trend.baseline_year is None or trend.latest_year is None:
        return ".."
    first, last = end_rows(setting.result, trend)
    if first is last:
        return ".."
    return dashed(f"{printed(setting.site, first, one)} ({first.period})")


def target_of(setting: Setting, one: IndicatorResult) -> str:
    """Return what is asked: a number, the words of a class; two dots where nothing is."""
    post = one.goalpost
    if post is None or not one.has_target:
        return ".."
    if post.best is not None:
        return setting.site.language.number(post.best)
    return scores_text(setting.site, post.scores) if post.scores else ".."


def rating(wording: Wording, one: IndicatorResult) -> str:
    """Return the band or class, the position among cities, or why there is neither."""
    site = wording.site
    word = word_beside_tick(site, one)
    if one.position is not None:
        tick = tick_view(site, one)
        word = tick.short if tick and not one.band else word
    return begun(word)


def score(setting: Setting, one: IndicatorResult) -> str:
    """Return the score with one decimal, as in the data; nothing for floors and positions."""
    if one.score is None or not one.band:
        return ""
    return setting.site.language.number(one.score, 1)


def signs_of(setting: Setting, results: Iterable[IndicatorResult]) -> list[Flag]:
    """Return the signs that the figures of some observables carry, with their meaning."""
    site, results = setting.site, list(results)
    shown = [one.selection.shown for result in results for one in result.carriers]
    rows: list[Observation] = [row for row in shown if row is not None and row.has_figure]
    statuses = {row.status for row in rows}
    signs = []
    if any(row.comparability == "near" for row in rows):
        signs.append(Flag(NEAR, site.word("comparability", "near")))
    signs += [
        Flag(status.mark, status.label)
        for status in site.publication.framework.statuses
        if status.mark and status.status in statuses
    ]
    if any(result.doubts for one in results for result in one.carriers):
        signs.append(Flag(UNDER_REVIEW, site.say("use.held-back")))
    if any(row.period_basis == "report" for row in rows):
        signs.append(Flag("†", site.say("year-of-report")))
    return [replace(one, text=begun(one.text)) for one in signs]
