"""A page among its languages: itself in the others, and what on it stands in another."""

import posixpath
import re
from functools import lru_cache

from generator.frozen import dataclass
from generator.language.foreign import ENGLISH, PASSAGE, START, plain
from generator.language.stops import begun
from generator.language.typography import parted
from generator.pages.page import Page
from generator.views.site import Site


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page in a language: its code, its own name, where it stands from the page.

    `address` is the whole one, where it is known; `offer` says in that language that it is there.
    """

    lang: str
    name: str
    link: str
    address: str
    offer: str


def alternates(site: Site, page: Page) -> tuple[Alternate, ...]:
    """Return a page in each language of the publication; none where there is one language."""
    record, own = site.publication.record, site.language.code
    if len(record.languages) == 1:
        return ()
    prefixes = {code: f"{code}/" if place else "" for place, code in enumerate(record.languages)}
    file = posixpath.join(page.folder, "index.html")
    here = posixpath.dirname(f"{prefixes[own]}{file}")
    return tuple(
        Alternate(
            code,
            own_name(code),
            posixpath.relpath(f"{prefix}{file}", here or "."),
            f"{record.address.rstrip('/')}/{prefix}{file}" if record.address else "",
            str(site.publication.labels[code].get("languages.offer", "")),
        )
        for code, prefix in prefixes.items()
    )


@lru_cache
def own_name(code: str) -> str:
    """Return the name of a language in itself: "Français"."""
    from babel import Locale

    name = Locale.parse(code).get_display_name(code) or code
    return begun(name)


def is_to_left(code: str) -> bool:
    """Return whether a language is written from right to left."""
    from babel import Locale

    return bool(Locale.parse(code).text_direction == "rtl")


TAG = re.compile(r"<svg\b.*?</svg>|<(?:option|title)\b.*?</(?:option|title)>|<[^<>]*>", re.DOTALL)
"""Where no passage can stand: within a tag, a drawing, the choices of a field."""
KEPT = re.compile(
    r"(<(?:code|pre|script|style)\b.*?</(?:code|pre|script|style)>"
    r'|<(span|bdi|text|title|option|desc)\b[^<>]* lang="[^>]*>.*?</\2>'
    r"|<[^<>]*>|`[^`]*`)",
    re.DOTALL,
)
"""What is set as it stands: code, passages in English, tags."""

WHOLE = re.compile(rf"(<(?:desc|option|text|title)\b[^<>]*)>{PASSAGE.pattern}(?=</)")
"""An element of these that holds a passage and nothing else can say its language itself."""
IMAGE = re.compile(rf'(<img\b[^<>]* alt="){PASSAGE.pattern}"')
"""A picture whose words are a passage."""
SAID = re.compile(r' (?:alt|aria-label|data-label|label|placeholder|title)="[^"]+"')
"""What a tag says to readers."""
PER_CENT = re.compile(r' (?=<(?:span class="unit"|i)>%)')
"""The space between a number and the sign of per cent in an element of its own."""
OF_A_UNIT = re.compile(r"(\d\N{NO-BREAK SPACE}\w+)/(?=\w{1,2}[²³])")
"""The stroke within a unit behind a number, as in 20 µg/m³, where browsers would end a line."""
DRAWN = ("<text", "<title", "<desc", "<option")
"""Elements of one line: no line ends in them, and drawings are saved as they stand."""
APART = ("fr", "ru")
"""The languages in which this sign stands apart, and begins no line."""


def with_languages(body: str, code: str) -> str:
    """Return a page on which each passage in another language, that of the records, says so."""
    if START in body:
        way = ' dir="ltr"' if is_to_left(code) else ""
        body = WHOLE.sub(lambda one: f'{one[1]} lang="{one[2] or ENGLISH}"{way}>{one[3]}', body)
        body = IMAGE.sub(lambda one: f'{one[1]}{one[3]}" lang="{one[2] or ENGLISH}"', body)
        body = TAG.sub(lambda found: plain(found[0]), body)
        body = plain(
            PASSAGE.sub(lambda one: f'<span lang="{one[1] or ENGLISH}"{way}>{one[2]}</span>', body)
        )
    if code == ENGLISH:
        return body
    if code in APART:
        body = PER_CENT.sub("\N{NO-BREAK SPACE}", body)
    parts: list[str] = []
    last, drawn = 0, False
    for kept in KEPT.finditer(body):
        between = _between(body[last : kept.start()], code)
        parts += between if drawn else _joined(between), _within(kept[0], code)
        last, drawn = kept.end(), kept[0].startswith(DRAWN)
    return "".join([*parts, _joined(_between(body[last:], code))])


def _joined(text: str) -> str:
    return OF_A_UNIT.sub("\\1/\N{WORD JOINER}", text) if "/" in text else text


@lru_cache(maxsize=20_000)  # most stand on many pages
def _between(text: str, code: str) -> str:
    """Return what stands between tags, as the language spaces it."""
    return text if not text or text.isspace() else parted(text, code)


@lru_cache(maxsize=20_000)  # most stand on many pages
def _within(kept: str, code: str) -> str:
    """Return what is set as it stands, but for what its tag says to readers."""
    return SAID.sub(lambda said: parted(said[0], code), kept)
