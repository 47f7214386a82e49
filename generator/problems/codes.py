"""The codes of problems; each keeps its meaning for ever, has a message and a row in a README."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters; a note tells of a state, no fault: mostly a value held back."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(StrEnum):
    # files and folders
    FOLDER_NAME = "folder-name"
    FOLDER_MISSING = "folder-missing"
    FILE_MISSING = "file-missing"
    FILE_UNKNOWN = "file-unknown"
    FILE_COPY = "file-copy"
    FILE_MISSPELT = "file-misspelt"
    FILE_NAME = "file-name"
    FILE_CLASH = "file-clash"
    FILE_MODE = "file-mode"
    CHANGE_OUTSIDE = "change-outside"
    APPROVAL_WITH_DATA = "approval-with-data"
    FILE_LINK = "file-link"
    THEME_BROKEN = "theme-broken"
    FILE_EMPTY = "file-empty"
    FILE_TOO_LARGE = "file-too-large"
    FILE_ENCODING = "file-encoding"
    # text
    TEXT_CONTROL = "text-control-character"
    TEXT_MARKS = "text-marks"
    TEXT_LETTER = "text-letter"
    TEXT_LINE_END = "text-line-end"
    TEXT_CUT = "text-cut"
    TEXT_PLACEHOLDER = "text-placeholder"
    TEXT_TOO_LONG = "text-too-long"
    TEXT_BOOLEAN_WORD = "text-boolean-word"
    TEXT_QUOTES = "text-quotes"
    TEXT_MISREAD = "text-misread"
    TRANSLATION_OUTDATED = "translation-outdated"
    TRANSLATION_MISSING = "translation-missing"
    NAME_FORMS_MISSING = "name-forms-missing"
    TERM_LANGUAGE = "term-language"
    TERM_REPEATED = "term-repeated"
    TERM_OTHERWISE = "term-otherwise"
    UNIT_FORMS = "unit-forms"
    # tables
    TABLE_HEADER_MISSING = "table-header-missing"
    TABLE_SEPARATOR = "table-separator"
    TABLE_QUOTE_OPEN = "table-quote-open"
    TABLE_QUOTE_BROKEN = "table-quote-broken"
    TABLE_CELLS = "table-cells"
    TABLE_NOTE = "table-note"
    COLUMN_UNKNOWN = "column-unknown"
    COLUMN_SPELLING = "column-spelling"
    COLUMN_MISSING = "column-missing"
    COLUMN_REPEATED = "column-repeated"
    CELL_EMPTY = "cell-empty"
    KEY_REPEATED = "key-repeated"
    KEY_SHORT = "key-short"
    # scalars
    NUMBER_DECIMAL_COMMA = "number-decimal-comma"
    NUMBER_SEPARATOR = "number-separator"
    NUMBER_WITH_UNIT = "number-with-unit"
    NUMBER_WITH_FLAG = "number-with-flag"
    NUMBER_INVALID = "number-invalid"
    NUMBER_RANGE = "number-range"
    VALUE_MISSING_WORD = "value-missing-word"
    VALUE_WORD = "value-word"
    VALUE_DIGITS = "value-digits"
    DATE_INVALID = "date-invalid"
    DATE_RANGE = "date-range"
    PERIOD_INVALID = "period-invalid"
    YES_NO_INVALID = "yes-no-invalid"
    SDG_INVALID = "sdg-invalid"
    ISBN_INVALID = "isbn-invalid"
    DOI_INVALID = "doi-invalid"
    EMAIL_INVALID = "email-invalid"
    URL_INVALID = "url-invalid"
    ID_INVALID = "id-invalid"
    # YAML
    YAML_SYNTAX = "yaml-syntax"
    YAML_REFUSED = "yaml-refused"
    YAML_DEPTH = "yaml-depth"
    YAML_KEY_REPEATED = "yaml-key-repeated"
    YAML_KEY_UNKNOWN = "yaml-key-unknown"
    YAML_KEY_MISSING = "yaml-key-missing"
    YAML_TYPE = "yaml-type"
    CONDITION_SHAPE = "condition-shape"
    SECTION_FRONT_MATTER = "section-front-matter"
    CONDITION_NEVER = "condition-never"
    CONDITION_FAMILY = "condition-family"
    PACKAGE_LEVELS = "package-levels"
    # references
    OBSERVABLE_UNKNOWN = "observable-unknown"
    OBSERVABLE_PARENT = "observable-parent"
    AREA_UNKNOWN = "area-unknown"
    SOURCE_UNKNOWN = "source-unknown"
    UNIT_UNKNOWN = "unit-unknown"
    STATUS_UNKNOWN = "status-unknown"
    COUNTRY_UNKNOWN = "country-unknown"
    WORD_UNKNOWN = "word-unknown"
    REFERENCE_UNKNOWN = "reference-unknown"
    # values
    UNIT_DIFFERS = "unit-differs"
    VALUE_IMPOSSIBLE = "value-impossible"
    QUOTIENT_IMPOSSIBLE = "quotient-impossible"
    VALUE_MISSING = "value-missing"
    STATUS_FORBIDS_VALUE = "status-forbids-value"
    RELATION_TOGETHER = "relation-together"
    BOUNDS_OUTSIDE = "bounds-outside"
    RANGE_REVERSED = "range-reversed"
    COORDINATE_OUTSIDE = "coordinate-outside"
    DATE_FUTURE = "date-future"
    REVISION_MISSING = "revision-missing"
    REVISION_ROUNDING = "revision-rounding"
    REVISION_OLD = "revision-old"
    REVISION_NEW = "revision-new"
    REVISION_FIGURE = "revision-figure"
    REVISION_DISCLOSES = "revision-discloses"
    PERIOD_FUTURE = "period-future"
    NOTE_MISSING = "note-missing"
    FIELDS_CONTRADICT = "fields-contradict"
    RELATION_BROKEN = "relation-broken"
    RELATION_AT_MOST = "relation-at-most"
    RELATION_SUM = "relation-sum"
    RELATION_BETWEEN = "relation-between"
    RELATION_EQUALS = "relation-equals"
    RELATION_INSIDE = "relation-inside"
    RELATION_STEADY = "relation-steady"
    FIGURE_UNUSUAL = "figure-unusual"
    CONTEXT_IMPLAUSIBLE = "context-implausible"
    TARGET_YEAR = "target-year"
    TARGET_DIRECTION = "target-direction"
    TARGET_FAR = "target-far"
    PEERS_NOBODY = "peers-nobody"
    OWN_INDICATOR_TAKEN = "own-indicator-taken"
    USE_REPEATED = "use-repeated"
    USE_UNCLEAR = "use-unclear"
    TERRITORY_PROXY = "territory-proxy"
    CONTEXT_USE_REPEATED = "context-use-repeated"
    CONTEXT_USE_UNCLEAR = "context-use-unclear"
    APPROVAL_INCOMPLETE = "approval-incomplete"
    APPROVAL_CONTENT = "approval-content"
    APPROVAL_OUTDATED = "approval-outdated"
    APPROVAL_EARLY = "approval-early"
    EMBARGO_HOLDS = "embargo-holds"
    EMBARGO_NAMED = "embargo-named"
    EMBARGO_BENCHMARK = "embargo-benchmark"
    SUPPRESSED_FOLLOWS = "suppressed-follows"
    SOURCE_ADDRESS = "source-address"
    SOURCE_KIND = "source-kind"
    SOURCE_UNUSED = "source-unused"
    TEXT_FILLER = "text-filler"
    # prose
    PROSE_HEADING = "prose-heading"
    PROSE_UNKNOWN = "prose-unknown"
    PROSE_CUT = "prose-cut"
    PROSE_RAW = "prose-raw"
    PROSE_LINK = "prose-link"
    PROSE_ELSEWHERE = "prose-elsewhere"
    PROSE_OPEN = "prose-open"
    PROSE_NOTE = "prose-note"
    # pictures
    IMAGE_MISSING = "image-missing"
    IMAGE_KIND = "image-kind"
    IMAGE_CONTENT = "image-content"
    IMAGE_LARGE = "image-large"
    IMAGE_BROKEN = "image-broken"
    IMAGE_WORDS = "image-words"
    IMAGE_UNLISTED = "image-unlisted"
    # projects
    HISTORY_ORDER = "history-order"
    FLOWS_ALONE = "flows-alone"
    PRICES_MISSING = "prices-missing"
    PRICES_MIXED = "prices-mixed"
    AMOUNT_NEGATIVE = "amount-negative"
    AMOUNT_FAR = "amount-far"
    VARIANT_UNKNOWN = "variant-unknown"
    FUNDING_DIFFERS = "funding-differs"
    BUNDLE_REPEATED = "bundle-repeated"
    RATE_IMPLAUSIBLE = "rate-implausible"
    # decisions, reviews, partners
    DECISION_INCOMPLETE = "decision-incomplete"
    REVIEW_EARLY = "review-early"
    PARTNER_SELF = "partner-self"
    PRACTICE_SOURCE = "practice-source"
    PRACTICE_REPEATED = "practice-repeated"
    DATES_REVERSED = "dates-reversed"
    # waivers
    WAIVER_EXPIRED = "waiver-expired"
    WAIVER_IDLE = "waiver-idle"
    # moved pages
    REDIRECT_ADDRESS = "redirect-address"
    REDIRECT_TAKEN = "redirect-taken"
    REDIRECT_TARGET = "redirect-target"
    # workbooks
    SHEET_FILE = "sheet-file"
    SHEET_OUTDATED = "sheet-outdated"
    SHEET_HEADER = "sheet-header"
    SHEET_UNKNOWN = "sheet-unknown"
    SHEET_MISSING = "sheet-missing"
    SHEET_COLUMN = "sheet-column"
    SHEET_MERGED = "sheet-merged"
    SHEET_HIDDEN = "sheet-hidden"
    SHEET_MACROS = "sheet-macros"
    SHEET_FORMULA = "sheet-formula"
    SHEET_ERROR = "sheet-error"
    SHEET_DATE = "sheet-date"
    SHEET_PERCENT = "sheet-percent"
    SHEET_ROW_REPEATED = "sheet-row-repeated"
    SHEET_ROW_GONE = "sheet-row-gone"
    # framework
    GOALPOST_MISSING = "goalpost-missing"
    GOALPOSTS_EQUAL = "goalposts-equal"
    GOALPOST_DIRECTION = "goalpost-direction"
    GOALPOST_REASON = "goalpost-reason"
    GOALPOST_LOGARITHM = "goalpost-logarithm"
    RELATION_UNKNOWN = "relation-unknown"
    RELATION_LIMIT = "relation-limit"
    RELATION_REPEATED = "relation-repeated"
    RELATION_CONTRADICTS = "relation-contradicts"
    GOALPOST_GROUP = "goalpost-group"
    GOALPOST_SCORES = "goalpost-scores"
    GOALPOST_FLOOR = "goalpost-floor"
    GOALPOST_CITIES = "goalpost-cities"
    GOALPOST_CITIES_ALONE = "goalpost-cities-alone"
    GOALPOST_CLASSES = "goalpost-classes"
    GOALPOST_AT_ENDS = "goalpost-at-ends"
    PLACEMENT_MISSING = "placement-missing"
    PLACEMENT_REPEATED = "placement-repeated"
    WEIGHTS_EMPTY = "weights-empty"
    WEIGHTS_UNKNOWN = "weights-unknown"
    BANDS_ORDER = "bands-order"
    POLICY_INCOMPLETE = "policy-incomplete"
    PUBLICATION_UNSET = "publication-unset"
    LANGUAGE_UNKNOWN = "language-unknown"
    FILE_SHIPPED = "file-shipped"
    LIST_SHIPPED = "list-shipped"
    LABELS_MISSING = "labels-missing"
    LABEL_PLURAL = "label-plural"
    LABEL_BRACE = "label-brace"
    LABEL_MISSING = "label-missing"
    LABEL_PLACEHOLDER = "label-placeholder"

    @property
    def severity(self) -> Severity:
        kind = Severity.WARNING if self in WARNINGS else Severity.ERROR
        return Severity.NOTE if self in NOTES else kind


WARNINGS = frozenset(
    {
        Code.FILE_COPY,
        Code.FILE_SHIPPED,
        Code.LIST_SHIPPED,
        Code.LABEL_MISSING,
        Code.TEXT_MISREAD,
        Code.TRANSLATION_OUTDATED,
        Code.NAME_FORMS_MISSING,
        Code.VALUE_DIGITS,
        Code.TEXT_CUT,
        Code.TEXT_FILLER,
        Code.CONTEXT_USE_UNCLEAR,
        Code.CONTEXT_IMPLAUSIBLE,
        Code.SUPPRESSED_FOLLOWS,
        Code.APPROVAL_OUTDATED,
        Code.REVISION_ROUNDING,
        Code.EMBARGO_NAMED,
        Code.EMBARGO_BENCHMARK,
        Code.USE_UNCLEAR,
        Code.NOTE_MISSING,
        Code.FIELDS_CONTRADICT,
        Code.SOURCE_UNUSED,
        Code.IMAGE_UNLISTED,
        Code.RATE_IMPLAUSIBLE,
        Code.TARGET_FAR,
        Code.WAIVER_EXPIRED,
        Code.WAIVER_IDLE,
        Code.GOALPOST_AT_ENDS,
    }
) | {
    Code.TERM_LANGUAGE, Code.TERM_REPEATED, Code.PROSE_HEADING, Code.PROSE_RAW, Code.PROSE_OPEN,
    Code.SHEET_UNKNOWN, Code.SHEET_MISSING, Code.SHEET_COLUMN, Code.SHEET_HIDDEN,
    Code.SHEET_MACROS, Code.SHEET_ROW_GONE, Code.FIGURE_UNUSUAL,
    Code.RELATION_TOGETHER, Code.AMOUNT_FAR, Code.TEXT_QUOTES, Code.IMAGE_WORDS,
}  # fmt: skip

NOTICES = frozenset(
    {Code.PUBLICATION_UNSET, Code.TEXT_LETTER, Code.TRANSLATION_MISSING, Code.TERM_OTHERWISE}
)
"""Notes that hold nothing back: they tell what a publication does without."""

NOTES = NOTICES | {
    Code.EMBARGO_HOLDS, Code.RELATION_AT_MOST, Code.RELATION_SUM, Code.RELATION_BETWEEN,
    Code.RELATION_EQUALS, Code.RELATION_INSIDE, Code.RELATION_STEADY,
}  # fmt: skip
