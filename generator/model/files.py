"""Every file that a city's folder and `content/` may hold: the one list.

Drives reading, the search for unknown and misspelt files, templates of `profiles new`, and the
reference in `cities/README.md`. A `*` before an ending stands for an id.
"""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from generator.frozen import dataclass
from generator.model import (
    approval,
    city_records,
    city_tables,
    content_tables,
    framework_records,
    framework_tables,
    glossary_records,
    governance_tables,
    library_records,
    mapping_records,
    own_indicator,
    policy_records,
    project_records,
    relation_table,
    translation_tables,
    usage_tables,
)
from generator.model import programme_tables as programme
from generator.model.edition_records import (
    EDITIONS,
    FROZEN_FIGURES,
    MANIFEST,
    OBSERVATIONS,
    SCORES,
    EditionManifest,
)
from generator.model.published_codes import is_language
from generator.model.records import Record
from generator.model.tables import TableKind


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: its `pattern`, what it holds, and how it is read.

    Exactly one of `table`, `record`, `records` is set, or none for prose, labels and pictures.
    `of_year`: the id in its name is a year. `named`: the only ids that are read, if not all are;
    `of_language`: it is a code of a language, or one of `named`.
    """

    pattern: str
    nature: str
    about: str
    table: TableKind[Any] | None = None
    record: type[Record] | None = None
    records: type[Record] | None = None
    required: bool = False
    of_year: bool = False
    named: tuple[str, ...] = ()
    of_language: bool = False

    @property
    def ending(self) -> str:
        """The ending of its name, such as `.csv`; "" for pictures, which have several."""
        return self.pattern[self.pattern.rfind(".") :] if "." in self.pattern else ""

    @property
    def is_shared(self) -> bool:
        """Whether the one that ships serves where a publication has none: facts that all share."""
        return (
            self.table is not None
            and self.nature == "fact"
            and self.pattern.startswith("framework/")
        )

    @property
    def has_several(self) -> bool:
        """Whether several files may be of this kind."""
        return "*" in self.pattern or "?" in self.pattern

    def matches(self, name: str) -> bool:
        """Return whether a path relative to the folder is of this kind."""
        if not self.has_several:
            return name == self.pattern
        same_depth = name.count("/") == self.pattern.count("/")
        return same_depth and fnmatchcase(name, self.pattern) and self._is_read(name)

    def _is_read(self, name: str) -> bool:
        """Return whether a file of this pattern is read: not of a closed list that lacks it."""
        parts = self.parts_of(name)
        if parts is None or not (self.named or self.of_language):
            return True
        stem = parts[0].rpartition("/")[2]
        return stem in self.named or (self.of_language and is_language(stem))

    def paths_in(self, folder: str) -> list[str]:
        """Return the paths of the closed list in a folder that this kind has its files in."""
        inside, _, ending = self.pattern.rpartition("*")
        is_here = fnmatchcase(f"{folder}/", inside)
        return [f"{folder}/{name}{ending}" for name in self.named] if is_here else []

    def parts_of(self, name: str) -> tuple[str, str] | None:
        """Return the id in the name of a file of this kind, and the ending behind it.

        None where the name is fixed, or is that of a picture.
        """
        before, star, ending = self.pattern.partition("*")
        return (name[len(before) : len(name) - len(ending)], ending) if star and ending else None


PROSE = ("home", "about", "programme", "ask", "letter", "methodology", "accessibility")
"""What pages of the website and one volume in print say; files of `content/pages/`."""
BEFORE_BOOKS = ("foreword", "preface", "acknowledgements")
"""What editors say before the text of every book, in the order in which it is printed."""

PICTURES: Mapping[str, str] = {
    ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP", ".avif": "AVIF",
}  # fmt: skip
"""The kind of a picture by the ending of its name."""

CITY_FILES: tuple[FileKind, ...] = (
    FileKind("city.yml", "fact", "Who the city is.", record=city_records.CityRecord,
             required=True),
    FileKind("sources.csv", "fact", "Where every fact comes from.",
             table=city_tables.SOURCES, required=True),
    FileKind("observations.csv", "fact", "Values of indicators, a row each.",
             table=city_tables.OBSERVATIONS, required=True),
    FileKind("indicators.yml", "fact", "The city's own indicators.",
             records=own_indicator.OwnIndicator),
    FileKind("searched.csv", "record", "What was looked for and not found.",
             table=city_tables.SEARCHED),
    FileKind("context.csv", "fact", "Population and other context.", table=city_tables.CONTEXT),
    FileKind("targets.csv", "fact", "The city's own targets.", table=city_tables.TARGETS),
    FileKind("images.csv", "fact", "Pictures with their words.", table=city_tables.IMAGES),
    FileKind("images/*", "fact", "The pictures."),
    FileKind("governance.csv", "fact", "Plans, strategies and bodies.",
             table=governance_tables.GOVERNANCE),
    FileKind("capacity.csv", "fact", "Capacity measures.", table=governance_tables.CAPACITY),
    FileKind("committee.csv", "fact", "City Organizing Committee.",
             table=governance_tables.COMMITTEE),
    FileKind("meetings.csv", "fact", "Its meetings.", table=governance_tables.MEETINGS),
    FileKind("partnerships.csv", "fact", "Twinning.", table=governance_tables.PARTNERSHIPS),
    FileKind("priority-areas.csv", "judgement", "The committee's order.",
             table=city_tables.PRIORITY_AREAS),
    FileKind("recommendations.yml", "judgement", "Decisions on recommendations, and own ones.",
             record=city_records.CityRecommendations),
    FileKind("bundles.yml", "judgement", "Projects appraised together.",
             records=project_records.Bundle),
    FileKind("projects/*.cash-flows.csv", "fact", "Cash flows of a project.",
             table=city_tables.CASH_FLOWS),
    FileKind("projects/*.yml", "fact", "An investment project.",
             record=project_records.InvestmentProject),
    FileKind("action-plan.yml", "fact", "Actions with milestones.",
             record=city_records.ActionPlan),
    FileKind("reviews/*.yml", "judgement", "The review of a year.", record=city_records.Review,
             of_year=True),
    FileKind("practices/*.yml", "fact", "A good practice.", record=city_records.GoodPractice),
    FileKind("sections/*.md", "judgement", "Prose with author and basis."),
    FileKind("approval.yml", "record", "Whether the city confirmed.",
             record=approval.Approval),
    FileKind("revisions.csv", "record", "Changed published values.",
             table=city_tables.REVISIONS),
    FileKind("waivers.csv", "record", "Warnings published knowingly.",
             table=city_tables.WAIVERS),
    FileKind("translations/*.yml", "record", "Texts in other languages.",
             records=framework_records.Translation, of_language=True),
)  # fmt: skip

CONTENT_FILES: tuple[FileKind, ...] = (
    FileKind("publication.yml", "record", "What is published.",
             record=framework_records.PublicationRecord, required=True),
    FileKind("waivers.csv", "record", "Warnings published knowingly.",
             table=city_tables.WAIVERS),
    FileKind("redirects.csv", "record", "Moved addresses.", table=content_tables.REDIRECTS),
    FileKind("reference-projects.csv", "fact", "Real projects that packages cite.",
             table=content_tables.REFERENCE_PROJECTS),
    FileKind("framework/schemes.csv", "fact", "Ways of grouping indicators.",
             table=framework_tables.SCHEMES, required=True),
    FileKind("framework/areas.csv", "fact", "Areas of each scheme.",
             table=framework_tables.AREAS, required=True),
    FileKind("framework/placements.csv", "judgement", "Which indicator stands where.",
             table=framework_tables.PLACEMENTS, required=True),
    FileKind("framework/indicators/*.yml", "fact", "Indicators and data points.",
             records=framework_records.IndicatorRecord),
    FileKind("framework/goalposts.csv", "judgement", "Scales and benchmarks.",
             table=framework_tables.GOALPOSTS, required=True),
    FileKind("framework/units.csv", "fact", "Units.", table=framework_tables.UNITS,
             required=True),
    FileKind("framework/conversions.csv", "fact", "Conversions of units.",
             table=framework_tables.CONVERSIONS),
    FileKind("framework/statuses.csv", "fact", "Observation statuses.",
             table=framework_tables.STATUSES, required=True),
    FileKind("framework/relations.csv", "judgement", "What figures must satisfy to be plausible.",
             table=relation_table.RELATIONS),
    FileKind("framework/qualities.csv", "fact", "Quality levels.",
             table=framework_tables.QUALITIES, required=True),
    FileKind("framework/countries.csv", "fact", "Countries.",
             table=framework_tables.COUNTRIES, required=True),
    FileKind("framework/country-aliases.csv", "fact", "Other names and codes of countries.",
             table=usage_tables.COUNTRY_ALIASES),
    FileKind("framework/flags.csv", "fact", "How statistical offices mark their figures.",
             table=usage_tables.FLAGS),
    FileKind("framework/sdg.csv", "fact", "The mission's goals, targets, indicators.",
             table=framework_tables.SDG, required=True),
    FileKind("framework/sources.csv", "fact", "Sources of the framework.",
             table=city_tables.SOURCES, required=True),
    FileKind("framework/context-variables.csv", "fact", "Context variables.",
             table=framework_tables.CONTEXT_VARIABLES, required=True),
    FileKind("framework/conditions.csv", "fact", "Local conditions of projects.",
             table=framework_tables.LOCAL_CONDITIONS),
    FileKind("framework/vocabularies.csv", "fact", "Closed lists.",
             table=framework_tables.VOCABULARIES, required=True),
    FileKind("framework/governance-items.csv", "fact", "Plans and bodies asked about.",
             table=framework_tables.GOVERNANCE_ITEMS),
    FileKind("framework/rating-policy.yml", "judgement", "Every setting of the method.",
             record=policy_records.RatingPolicy, required=True),
    FileKind("recommendations/*.yml", "judgement", "A library recommendation.",
             record=library_records.LibraryRecommendation),
    FileKind("packages/*.yml", "judgement", "A smart product package.",
             record=library_records.ProductPackage),
    FileKind("practices/*.yml", "fact", "A practice of a city without a profile.",
             record=city_records.GoodPractice),
    FileKind("mappings/*.yml", "judgement", "How figures of another system are taken.",
             record=mapping_records.MappingRecord),
    FileKind("programme/partners.csv", "fact", "Partners.", table=programme.PARTNERS),
    FileKind("programme/resources.csv", "fact", "Resources mobilised.",
             table=programme.RESOURCES),
    FileKind("programme/deliverables.csv", "fact", "Deliverables.",
             table=programme.DELIVERABLES),
    FileKind("programme/events.csv", "fact", "Events.", table=programme.EVENTS),
    FileKind("programme/outputs.csv", "fact", "Outputs.", table=programme.OUTPUTS),
    FileKind("programme/sectors.csv", "fact", "Sub-sectors.", table=programme.SECTORS),
    FileKind(f"{EDITIONS}/*/{OBSERVATIONS}", "record", "Figures as an edition published them.",
             table=FROZEN_FIGURES),
    FileKind(f"{EDITIONS}/*/{SCORES}", "record", "Scores as an edition published them."),
    FileKind(f"{EDITIONS}/*/{MANIFEST}", "record", "What an edition was made from.",
             record=EditionManifest),
    FileKind("pages/*.md", "judgement", "Prose pages.", named=(*PROSE, *BEFORE_BOOKS)),
    FileKind("translations/??/names.csv", "fact", "Names with their forms in a language.",
             table=translation_tables.NAMES),
    FileKind("translations/??/translated.csv", "record", "Which English they translate.",
             table=translation_tables.TRANSLATED),
    FileKind("translations/??/*.md", "record", "A page of prose in a language.",
             named=(*PROSE, *BEFORE_BOOKS)),
    FileKind("translations/??/*.yml", "record", "Texts of the content in a language.",
             records=framework_records.Translation),
    FileKind(glossary_records.GLOSSARY, "judgement", "Terms with their names in each language.",
             records=glossary_records.Term),
    FileKind("labels/*.yml", "record", "The product's words in a language.", of_language=True),
)  # fmt: skip


def kind_of(name: str, kinds: tuple[FileKind, ...]) -> FileKind | None:
    """Return the kind of the file `name`, relative to its folder; None if unknown."""
    return next((kind for kind in kinds if kind.matches(name)), None)
