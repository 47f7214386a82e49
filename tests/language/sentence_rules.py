"""What can be asserted of a sentence of a language without understanding it."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.language import Language

SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_NOT_PROSE = re.compile(r"`[^`]*`|<[^>]*>|\]\([^)]*\)|&#?\w+;|https?://\S+|\{\w+\}")
"""Code, tags, addresses, references: the typography of a language does not reach them."""
_WRONG = {
    "a space too many": re.compile(rf"[{SPACES}]{{2}}"),
    "two marks": re.compile(r"(?<![.(])\.\.(?![.)])|,,|;;|::|[,;:][.;,]|[!?]\."),
    "a space before a mark": re.compile(
        rf"[{SPACES}](?:[,)\]]|\.(?:[{SPACES}]|$))|[(\[][{SPACES}]"
    ),
}
_WRONG_IN_FRENCH = {
    "a line may end before a mark": re.compile(r" [;:!?»%]"),
    "no space before a mark": re.compile(r"[^\s(\d/][;:!?»%](?=\s|$)|\d[;!?»%]"),
}
_NAMES = re.compile("CSV on the Web")
"""Names that stay in English in every language."""
_ENGLISH = re.compile(r"\b(the|and|for|with|from|which|are|was|were|this|that|their|has|have)\b")
_PREPOSITIONS = {
    "fr": r"(?:à|au|aux|en|de|du|des|d’)",
    "ru": r"(?:в|во|из|от|до|к|ко|с|со|о|об|для|у|без|среди|между|при)",
}


def form_of(code: str, number: Decimal) -> str:
    """Return the plural form of a number by the rules of CLDR, written out once more."""
    whole, is_whole = int(abs(number)), number == number.to_integral_value()
    if code == "en":
        return "one" if number == 1 else "other"
    if code == "fr":
        if whole in (0, 1):
            return "one"
        return "many" if is_whole and whole % 1_000_000 == 0 else "other"
    if not is_whole:
        return "other"
    if whole % 10 == 1 and whole % 100 != 11:
        return "one"
    is_few = whole % 10 in (2, 3, 4) and whole % 100 not in (12, 13, 14)
    return "few" if is_few else "many"


def faults(code: str, text: str, *, is_sentence: bool = False) -> Iterator[str]:
    """Yield what is wrong in a text of a language; `is_sentence`: it has a capital and a stop."""
    prose = _NOT_PROSE.sub("x", text)
    if re.search(r"\{\w+(:\w+)?\}", re.sub(r"`[^`]*`", "", text)):
        yield "a placeholder is left"
    if prose != prose.strip(SPACES):
        yield "a space at an end"
    wrong = {**_WRONG, **(_WRONG_IN_FRENCH if code == "fr" else {})}
    yield from (fault for fault, pattern in wrong.items() if pattern.search(prose))
    if code != "en" and _ENGLISH.search(_NAMES.sub("", prose)):
        yield "English"
    if is_sentence and not re.match(r"[^\w]*[\dA-ZÀ-ÞŒА-ЯŠ≈“«]|x", prose):
        yield "a small letter begins it"
    if is_sentence and not re.search(r"[.!?…]”?»?\)?$", prose):
        yield "no stop ends it"


def misjoined(
    language: Language, names: Mapping[str, Mapping[str, str]], text: str
) -> Iterator[str]:
    """Yield names that stand behind a preposition in a form that is not theirs.

    `names`: the forms of each name, by what a label calls them.
    """
    before = _PREPOSITIONS.get(language.code)
    if before is None:
        return
    said = text.replace("\N{NO-BREAK SPACE}", " ")
    for name, forms in names.items():
        if name not in said:
            continue
        right = {form.replace("\N{NO-BREAK SPACE}", " ") for form in forms.values()}
        for found in re.finditer(rf"(?<![\w’]){before} ?{re.escape(name)}(?!\w)", said, re.I):
            phrase = found[0][0].lower() + found[0][1:]
            if phrase not in right and phrase.partition(" ")[2] not in right - {name}:
                yield found[0]
