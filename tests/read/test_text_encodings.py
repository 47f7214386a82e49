"""Texts in other encodings are read as what they are, or not at all."""

import pytest

from generator.read.text_encodings import decode

SAVED = {
    "cp1252": "Zürich, für die Straße, 12 µg/m³, „Besançon“ – Ålesund",
    "cp1250": "Łódź, rocznik statystyczny województwa, České Budějovice",
    "cp1251": "Алматы, статистический ежегодник, «население» города",
    "cp1254": "İstanbul Büyükşehir Belediyesi, sağlık",
    "cp1257": "Šiauliai, gyventojų skaičius, mėnuo",
    "cp1253": "Αθήνα, πληθυσμός",
    "mac_roman": "Zürich, für die Straße",
    "cp866": "население города Алматы",
    "koi8-r": "Население города Алматы",
    "cp850": "Zürich, für die Gemeinde",
}


@pytest.mark.parametrize("codec", SAVED)
def test_a_text_in_an_old_code_page_is_read_in_its_own_letters(codec: str) -> None:
    text = f"source,title\nbook,{SAVED[codec]}\n"
    data = text.encode(codec)
    decoded = decode(data)
    assert decoded is not None
    assert decoded.text == text
    assert decoded.encoding != "UTF-8"
    wrong = next(letter for letter in text if not letter.isascii())
    assert decoded.first_wrong == text.index(wrong)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_are_read_with_and_without_a_mark(codec: str) -> None:
    decoded = decode("source,title\nbook,Ежегодник\n".encode(codec))
    assert decoded is not None
    assert decoded.text == "source,title\nbook,Ежегодник\n"
    assert decoded.encoding == "UTF-16"


def test_what_is_saved_as_it_should_be_has_no_wrong_byte() -> None:
    for data in (b"", "a,ж\n".encode(), "a,ж\n".encode("utf-8-sig")):
        decoded = decode(data)
        assert decoded is not None
        assert decoded.first_wrong is None
        assert decoded.text == data.decode("utf-8-sig")


def test_one_wrong_byte_does_not_turn_the_other_letters_into_signs() -> None:
    decoded = decode("Zürich, Genève, ".encode() + b"B\xfcrgerhaus")
    assert decoded is not None
    assert decoded.text == "Zürich, Genève, B?rgerhaus"
    assert (decoded.encoding, decoded.first_wrong) == ("UTF-8", 19)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x14\x00\x06\x00\x08\xc9\xff\x21",
        b"\xff\xfe\x00",
        b"\x89PNG\r\n\x1a\n\x00\xff\x01",
    ],
)
def test_what_is_no_text_is_not_read(data: bytes) -> None:
    assert decode(data) is None
