"""Passages in another language than their book are told to screen readers."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.language.foreign import END, START, foreign
from generator.publications import Document
from generator.publications.imprint import Passage
from generator.publications.overview import Section
from generator.publications.prose_tree import Element, printed_parts
from tests.publications.reading import Pdf

ENGLISH = foreign("Clean air")
MIXED = f"Le projet « {ENGLISH} » a commencé."


def languages(pdf: Pdf) -> set[str]:
    """Return the languages of all elements and pieces of text that name their own."""
    named = {str(tag["/Lang"]) for tag in pdf.tags if "/Lang" in tag}
    pieces = b"".join(page.get_contents().get_data() for page in pdf.reader.pages)
    return named | {code for code in ("en", "fr", "de") if f"/Lang ({code})".encode() in pieces}


def test_a_passage_carries_its_language_in_the_text_and_nowhere_a_mark(
    set_content: Callable[..., Pdf], documents: Mapping[str, Document]
) -> None:
    imprint = documents["alesund"].content.imprint
    passages = (Passage(ENGLISH, (MIXED, ENGLISH)),)
    pdf = set_content(language="de", title=MIXED, imprint=replace(imprint, passages=passages))
    assert "en" in languages(pdf)
    assert "Le projet « Clean air » a commencé." in pdf.pages[1]
    held = [pdf.text, str(pdf.reader.metadata), *(title for _, title, _ in pdf.bookmarks)]
    assert not [text for text in held if START in text or END in text]
    assert "en" not in languages(set_content(language="de"))


def test_prose_of_editors_that_is_not_translated_is_set_in_its_own_language(
    set_content: Callable[..., Pdf], documents: Mapping[str, Document]
) -> None:
    parts = printed_parts(f"{START}Clean **air** for all{END}\n")
    section = Section(ENGLISH, "A", "B", parts)
    overview = replace(documents["alesund"].content.overview, sections=(section,))
    pdf = set_content(language="de", overview=overview)
    assert "Clean air for all" in pdf.text
    assert (2, "Clean air") in [(depth, title) for depth, title, _ in pdf.bookmarks]


def test_a_passage_of_prose_is_marked_in_each_of_its_pieces() -> None:
    (part,) = printed_parts(f"{START}Clean **air** for all{END}\n")
    (paragraph,) = part.tree
    assert isinstance(paragraph, Element)
    first, strong, last = paragraph.children
    assert isinstance(strong, Element)
    assert [first, *strong.children, last] == [
        foreign("Clean "),
        foreign("air"),
        foreign(" for all"),
    ]
