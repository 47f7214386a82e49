"""Languages that nobody speaks, made from the English texts, so that what is left shows.

One is English with accents. The other is written from right to left, in the letters of Arabic:
nobody can read it, but it lies on a page as an Arabic text does.
"""

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import yaml
from babel.messages.pofile import read_po, write_po

from generator.editing.file_changes import write_changes
from generator.editing.translating import content_below, take_in, to_translate
from generator.language.unit_words import forms_of
from generator.model.glossary_records import GLOSSARY
from generator.model.published_codes import plural_forms
from tests.roots import in_languages

ACCENTS = str.maketrans("aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ")
ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz?,;", "ابصدعفغهيجكلمنوحقرستطذشخىز؟،؛")
HEADER = ("name", "shown", "in", "of")
KEPT = re.compile(r"\{[^}]*\}|<[^>]*>|\]\([^)]*\)|`[^`]*`|https?://\S+")
"""What no translator changes: placeholders, tags, addresses, code."""

Voice = Callable[[str], str]


def accented(text: str) -> str:
    """Return a text whose vowels have accents."""
    return text.translate(ACCENTS)


def arabic(text: str) -> str:
    """Return a text with a letter of Arabic for each of its own."""
    return text.lower().translate(ARABIC)


def spoken(text: str, voice: Voice) -> str:
    """Return a text as a voice says it; placeholders, tags and addresses stay."""
    kept = [*KEPT.findall(text), ""]
    return "".join(voice(said) + kept[place] for place, said in enumerate(KEPT.split(text)))


def name_terms(path: Path, code: str, voice: Voice) -> None:
    """Give each term of the glossary a name in the language, and the forms of it."""
    terms = yaml.safe_load(path.read_text(encoding="utf-8"))
    for term in terms.values():
        english = term["names"]["en"]
        term["names"][code] = voice(english)
        forms = term.setdefault("forms", {})
        forms[code] = [voice(form) for form in forms.get("en", [english])]
        term.pop("exceptions", None)
    path.write_text(yaml.safe_dump(terms, allow_unicode=True, sort_keys=False), encoding="utf-8")


def unit_forms(english: str, code: str, voice: Voice) -> str:
    """Return the plural forms of a unit that the language counts, all of them alike."""
    word = spoken(forms_of(english)["other"], voice)
    return "; ".join(f"{form}={word}" for form in plural_forms(code))


def speak_pseudo(
    root: Path, code: str, *, of: tuple[str, ...] = ("",), voice: Voice = accented
) -> int:
    """Give a publication a further language by a filled PO file; return how many texts it has.

    `of`: with what the contexts begin that are filled.
    """
    (root / "content" / "labels" / f"{code}.yml").write_text("alphabet: A\n", encoding="utf-8")
    in_languages(root / "content", "en", code)
    name_terms(root / "content" / GLOSSARY, code, voice)
    content = content_below(root)
    assert content is not None
    catalog = read_po(io.BytesIO(to_translate(content, code)), locale=code)
    for message in catalog:
        if message.id and str(message.context).startswith(of):
            counted = str(message.context).endswith("#forms")
            english = str(message.id)
            message.string = unit_forms(english, code, voice) if counted else spoken(english, voice)
    filled = io.BytesIO()
    write_po(filled, catalog, width=0)
    taken = take_in(root, content, code, filled.getvalue())
    assert taken.left == ()
    write_changes(root, taken.changes)
    with (root / f"content/translations/{code}/names.csv").open("w", encoding="utf-8") as names:
        rows = ((row.name, "", "in", "of") for row in content.framework.countries)
        csv.writer(names, lineterminator="\n").writerows([HEADER, *rows])
    return taken.texts
