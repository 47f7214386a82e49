"""Composed sentences follow the editorial rules of print."""

import pytest

from generator.language.print_words import for_print, in_words, names_as_words


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("5 of 91 indicators are rated.", "Five of 91 indicators are rated."),
        ("Of these 3 are good.", "Of these three are good."),
        ("The figures call for 4 recommendations.", "The figures call for four recommendations."),
        ("With a figure: 29 of 91 indicators; rated: 9.", None),
        (
            "16 figures call for 5 things. 2 more.",
            "Sixteen figures call for five things. Two more.",
        ),
        ("47\u00a0% of the way", "47\u00a0per cent of the way"),
        ("2015 - 2023", "2015–2023"),
        ("The position 5 of 9 is shared.", "The position 5 of nine is shared."),
        ("A length of 5\u00a0km is kept.", None),
        ("The UN guideline (5) is kept.", None),
        ("0 of 12 are rated.", "None of 12 are rated."),
        ("Targets reached: 0 of 4.", "Targets reached: none of four."),
        ("3,338 litres are used.", None),
        ("It was 6 per 100,000 live births.", None),
        ("15 µg/m³ and 2.9 t CO₂e", "15\u00a0µg/m³ and 2.9\u00a0t CO₂e"),
        ("3 towns, 12 halls and 4 ha", "Three towns, 12 halls and 4\u00a0ha"),
        ("Goal 6 asks for 2.5 more.", None),
        ("It stands in Sector 7, and there.", None),
        ("From 1.5 to 9.2 in 2020.", None),
        ("All are read. 103 could not be.", "All are read. One hundred and three could not be."),
    ],
)
def test_numbers_and_per_cent(text: str, printed: str | None) -> None:
    assert for_print(text, "en") == (printed or text)


def test_other_languages_keep_their_numbers() -> None:
    assert for_print("5 sur 91, 47\u00a0%", "fr") == "5 sur 91, 47\u00a0%"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "zero"), (19, "nineteen"), (20, "twenty"), (82, "eighty-two"),
     (103, "one hundred and three"), (400, "four hundred")],
)  # fmt: skip
def test_numbers_in_words(number: int, words: str) -> None:
    assert in_words(number) == words


def test_larger_numbers_stay_figures() -> None:
    with pytest.raises(ValueError, match="1000"):
        in_words(1000)


NAMES = ("Household Internet Access", "GHG Emissions", "Gini Coefficient", "e-Government")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Household Internet Access rose.", "Household internet access rose."),
        ("Good: Household Internet Access 94.", "Good: household internet access 94."),
        ("It is so. GHG Emissions fell.", "It is so. GHG emissions fell."),
        ("Low: Gini Coefficient; e-Government", "Low: Gini coefficient; e-government"),
        ("Low: GHG Emissions: Private cars", "Low: GHG emissions: private cars"),
        ("Low: GHG Emissions: PM10", "Low: GHG emissions: PM10"),
        ("Household Internet Accesses", "Household Internet Accesses"),
    ],
)
def test_names_of_the_framework_are_words_of_a_sentence(text: str, printed: str) -> None:
    assert names_as_words(text, NAMES, "en") == printed
