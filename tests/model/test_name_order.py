"""The order of names, and the letter under which each stands, by the alphabet of a language."""

import pytest

from generator.model.name_order import initial_of, is_foreign, name_of, order_of
from generator.model.scalars import is_name

ENGLISH = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"
NORWEGIAN = f"{ENGLISH} Æ Ø Å"
RUSSIAN = "А Б В Г Д Е Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я"


@pytest.mark.parametrize(
    ("name", "alphabet", "letter"),
    [
        ("Ålesund", ENGLISH, "A"),
        ("A\u030alesund", ENGLISH, "A"),
        ("Ålesund", NORWEGIAN, "Å"),
        ("A\u030alesund", NORWEGIAN, "Å"),
        ("Østre Toten", ENGLISH, "O"),
        ("Łódź", ENGLISH, "L"),
        ("İzmir", ENGLISH, "I"),
        ("Đakovo", ENGLISH, "D"),
        ("'s-Hertogenbosch", ENGLISH, "S"),
        ("(old) Town", ENGLISH, "O"),
        ("Cheb", "A B C Č D H Ch I", "Ch"),
        ("Йошкар-Ола", RUSSIAN, "Й"),
        ("Ёлкино", RUSSIAN, "Е"),
        ("Минск", ENGLISH, "М"),
        ("Երևան", ENGLISH, "Ե"),
        ("თბილისი", ENGLISH, "თ"),
        ("عمّان", ENGLISH, "ع"),
        ("2nd Town", ENGLISH, "2"),
        ("–", ENGLISH, "#"),
        ("Ålesund", "", "A"),
    ],
)
def test_a_name_stands_under_the_letter_that_the_alphabet_gives(
    name: str, alphabet: str, letter: str
) -> None:
    assert initial_of(name, alphabet) == letter


@pytest.mark.parametrize(
    ("alphabet", "names"),
    [
        (ENGLISH, ["2nd", "Aas", "Ås", "Hå", "Hz", "Østby", "San Jose", "Sandnes", "Минск"]),
        (NORWEGIAN, ["2nd", "Aas", "Hz", "Hå", "San Jose", "Sandnes", "Østby", "Ås", "Минск"]),
        (RUSSIAN, ["Иваново", "Йошкар-Ола", "Минск", "Ås", "Oslo"]),
    ],
)
def test_names_are_sorted_by_the_alphabet(alphabet: str, names: list[str]) -> None:
    mixed = [*names[1::2], *names[::2]]
    assert sorted(mixed, key=lambda name: order_of(name, alphabet)) == names


def test_an_accent_and_a_mark_do_not_move_a_name() -> None:
    assert order_of("Ålesund", ENGLISH) == order_of("«alesund»", ENGLISH)


def test_every_letter_has_an_id_of_its_own() -> None:
    letters = [*ENGLISH.split(), "Å", "Ø", "Ch", "М", "Ե", "თ", "ع", "2", "#"]
    ids = [name_of(letter) for letter in letters]
    assert ids[0] == "a"
    assert all(map(is_name, ids))
    assert len(set(ids)) == len(letters)


@pytest.mark.parametrize(
    ("letter", "foreign"), [("A", False), ("М", True), ("2", False), ("#", False)]
)
def test_a_letter_of_another_script_is_known(letter: str, foreign: bool) -> None:
    assert is_foreign(letter, ENGLISH) is foreign
