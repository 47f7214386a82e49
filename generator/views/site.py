"""What everything shown in one language is made from: publication, results, words, charts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import cached_property

from generator.assessment.advice.guidance import Guidance
from generator.assessment.advice.practice_matching import KnownPractice
from generator.assessment.advice.told_by_cities import Told
from generator.assessment.comparison.cities_compared import Compared
from generator.assessment.comparison.twin_matching import TwinMatch
from generator.assessment.investment.undertakings import Undertakings
from generator.assessment.results import CityResult
from generator.assessment.small_series import CitySeries
from generator.assessment.standings import Standings
from generator.assessment.tallies import Tallies
from generator.frozen import dataclass
from generator.language import Language
from generator.language.foreign import ENGLISH, foreign
from generator.language.ledger import Entry
from generator.language.translated import descriptions_in
from generator.model.editorial import Editorial
from generator.model.publication import City, Publication
from generator.model.retold import mark_of


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as a page takes it: its message, inline SVG, and its text alternative."""

    title: str
    svg: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Pdf:
    """A publication that was made: its address from the root of the site, its size in bytes."""

    address: str
    size: int


@dataclass(frozen=True)
class Site:
    """Everything that the pages of one language are made from."""

    publication: Publication
    results: Mapping[str, CityResult]
    language: Language
    drawings: Mapping[tuple[str, str], Drawing] = field(default_factory=dict)
    twins: Mapping[str, tuple[TwinMatch, ...]] = field(default_factory=dict)
    """The match of each city with those nearest to it in context, the best first."""
    alike: Mapping[str, Iterable[str]] = field(default_factory=dict)
    """The cities most alike each in context, by id, the most similar first."""
    pdfs: Mapping[str, Pdf] = field(default_factory=dict)
    """The publication of each city in this language, where it was made."""
    sheets: Mapping[tuple[str, str], Pdf] = field(default_factory=dict)
    """Further publications of each city in this language, by city and kind, where made."""
    fiches: Mapping[tuple[str, str], Pdf] = field(default_factory=dict)
    """The one-page fiche of each project by city and project, where it was made."""
    guidance: Mapping[str, Guidance] = field(default_factory=dict)
    """What each city is advised."""
    compared: Compared = field(default_factory=Compared)
    """Cities beside their peers, and all cities together."""
    undertakings: Mapping[str, Undertakings] = field(default_factory=dict)
    """What every city undertakes: projects, bundles, action plan, reviews."""
    tallies: Mapping[str, Tallies] = field(default_factory=dict)
    """How much every city reports."""
    standings: Mapping[str, Standings] = field(default_factory=dict)
    """How the indicators of every city stand."""
    series: Mapping[str, CitySeries] = field(default_factory=dict)
    """The series of every city at their smallest."""
    practices: Mapping[str, KnownPractice] = field(default_factory=dict)
    """The good practices of the library and of the cities, by id."""
    told: Mapping[str, Told] = field(default_factory=dict)
    """What every city tells of itself: name, country, people, context, practices."""

    in_order: Callable[[], tuple[str, ...]] = tuple
    """Gives the ids of the cities by name, in the alphabet of the language."""

    ledgers: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """How far each text is translated, by the languages into which the publication is."""

    @property
    def cities(self) -> tuple[City, ...]:
        """Return the cities by name, in the alphabet of the language."""
        cities = self.publication.cities
        return tuple(cities[name] for name in self.in_order())

    @property
    def is_large(self) -> bool:
        """Return whether there are more cities than one page lists."""
        return len(self.publication.cities) > self.editorial.index_cities

    @property
    def editorial(self) -> Editorial:
        """Return how much is shown where."""
        return self.publication.record.editorial

    def say(self, key: str, **values: object) -> str:
        """Return a label."""
        return self.language.label(key, **values)

    def named(self, name: str, text: str | None) -> str:
        """Return what is said of a name behind it, as the language writes it; the name alone."""
        return self.say("list.named", name=name, text=text) if text else name

    def in_english(self, text: str) -> str:
        """Return what tables and files say in English: translated, else marked as English."""
        if self.language.code == ENGLISH:
            return text
        return self._descriptions.get(mark_of(text)) or foreign(text)

    @cached_property
    def _descriptions(self) -> Mapping[str, str]:
        """What the language has for descriptions of files, by the mark of their English."""
        return descriptions_in(self.publication, self.language.code)

    def word(self, vocabulary: str, key: str) -> str:
        """Return the reader's name of a word of a closed list."""
        return self.publication.framework.words.get(vocabulary, {}).get(key, key)

    def word_inside(self, vocabulary: str, key: str) -> str:
        """Return a word of a closed list as it stands within a sentence."""
        return self.language.inside(self.word(vocabulary, key))

    def date(self, iso: str | None) -> str:
        """Return a date of the files as printed; blank without one."""
        return self.language.date(iso) if iso else ""

    def country(self, code: str) -> str:
        row = self.publication.framework.countries.by_key().get(code)
        return row.name if row else code
