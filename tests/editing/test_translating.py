"""Translations go out as a PO file and come back into the files of their language."""

import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from generator.editing.file_changes import write_changes
from generator.editing.translating import NotPo, content_below, counts, take_in, to_translate
from generator.language import translated
from generator.language.ledger import State, ledger
from generator.language.translated import content_in, language_of
from generator.making.checking import check
from generator.model.publication import Publication
from generator.model.records import Document
from generator.model.retold import Tell, retold_document
from tests.pseudo import speak_pseudo
from tests.roots import in_languages


def content_of(root: Path) -> Publication:
    content = content_below(root)
    assert content is not None
    return content


def found_in_translations(root: Path) -> list[str]:
    return [one.code.value for one in check(root).problems if "translations" in one.place.file]


def filled(catalog: Catalog) -> bytes:
    written = io.BytesIO()
    write_po(written, catalog, width=0)
    return written.getvalue()


def take(root: Path, code: str, **strings: str) -> tuple[str, ...]:
    """Translate the texts of some contexts, `labels_menu` for `labels#menu`; return those left."""
    content = content_of(root)
    catalog = Catalog(locale=code)
    known = {str(one.context): one for one in read_po(io.BytesIO(to_translate(content, code)))}
    for name, string in strings.items():
        context = name.replace("__", "#")
        english = str(known[context].id) if context in known else "no such text"
        catalog.add(english, string, context=context)
    taken = take_in(root, content, code, filled(catalog))
    write_changes(root, taken.changes)
    return taken.left


@pytest.fixture
def russian(root: Path) -> Path:
    """Return a publication that has Russian as a language, and no word of it."""
    (root / "content/labels/ru.yml").write_text("alphabet: А Б В\n", encoding="utf-8")
    in_languages(root / "content", "en", "ru")
    return root


def test_all_texts_go_out_and_come_back(root: Path) -> None:
    taken = speak_pseudo(root, "fr")
    content = content_of(root)
    assert taken > 3000
    assert {one.state for one in ledger(content, "fr")} == {State.DONE}
    french = content_in(content, "fr")
    assert french.framework.area_of["action/transport"].name == "Tránspórt"
    assert french.record.title == "Cítý Prófílés"
    assert language_of(content, "fr").label("menu") == "Ménú"
    assert [
        one.code.value for one in check(root).problems if "translations" in one.place.file
    ] == []


def test_a_file_of_the_library_is_told_when_it_is_asked_for_and_once(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Document] = []

    def noted(document: Document, tell: Tell) -> Document:
        told.append(document)
        return retold_document(document, tell)

    monkeypatch.setattr(translated, "retold_document", noted)
    content = content_of(root)
    french = content_in(content, "fr")
    name = next(name for name in content.documents if name.startswith("recommendations/"))
    assert content.documents[name] not in told
    assert french.documents[name] is french.documents[name]
    assert told.count(content.documents[name]) == 1


def test_a_label_of_counts_has_the_forms_of_the_language(russian: Path) -> None:
    forms = {
        f"labels__count.indicators__{form}": f"{{n}} {word}"
        for form, word in {
            "one": "показатель", "few": "показателя", "many": "показателей", "other": "показателя",
        }.items()
    }  # fmt: skip
    assert take(russian, "ru", **forms) == ()
    language = language_of(content_of(russian), "ru")
    said = [language.label("count.indicators", n=n) for n in (1, 2, 5, 11, 21)]
    assert said == [
        "1 показатель", "2 показателя", "5 показателей", "11 показателей", "21 показатель",
    ]  # fmt: skip


def test_a_label_keeps_its_place_and_what_stood_there(russian: Path) -> None:
    take(russian, "ru", labels__menu="Меню")
    take(russian, "ru", labels__area="Область")
    text = (russian / "content/labels/ru.yml").read_text(encoding="utf-8")
    assert text.index("area:") < text.index("menu:")
    assert "# Ratings" in text


def test_a_text_whose_english_has_changed_is_stale_and_stands_in_english(root: Path) -> None:
    speak_pseudo(root, "fr")
    path = root / "content/framework/areas.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("action/transport,Transport,", "action/transport,Traffic,"), encoding="utf-8"
    )
    content = content_of(root)
    stale = [one for one in ledger(content, "fr") if one.state is State.STALE]
    assert [(one.name, one.own) for one in stale] == [("action/transport#name", "Tránspórt")]
    assert (
        content_in(content, "fr").framework.area_of["action/transport"].name
        == "\ue000Traffic\ue001"
    )
    problems = [one for one in check(root).problems if "translations" in one.place.file]
    assert [one.code.value for one in problems] == ["translation-outdated"]
    assert problems[0].place.line is not None


def test_a_translation_of_an_older_english_is_left_aside(russian: Path) -> None:
    assert take(russian, "ru", labels__nothing="Ничего") == ("labels#nothing",)
    assert counts(content_of(russian), "ru")["labels"][State.DONE] == 0


def test_what_is_no_po_file_is_named(russian: Path) -> None:
    with pytest.raises(NotPo):
        take_in(russian, content_of(russian), "ru", b'msgid "a\n')
