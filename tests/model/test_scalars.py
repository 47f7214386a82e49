"""How the text of a cell becomes a value, and what is refused."""

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.misread_numbers import MAXIMUM_DIGITS
from generator.model.scalars import (
    Fault,
    Period,
    parse_date,
    parse_decimal,
    parse_id,
    parse_integer,
    parse_number,
    parse_period,
    parse_url,
    parse_yes_no,
    slug,
)
from generator.problems import Code

PARSERS = (parse_number, parse_integer, parse_date, parse_period, parse_id, parse_url, parse_yes_no)


def fault_of(text: str, parse: object = parse_number) -> Fault:
    with pytest.raises(Fault) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"), [("12.5", 12.5), ("-3", -3.0), ("+4", 4.0), ("1000", 1000.0), ("0", 0.0)]
)
def test_a_number_is_digits_and_a_point(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("12,5", "number-decimal-comma", "12.5"),
        ("1 234", "number-separator", "1234"),
        ("1,234.5", "number-separator", "1234.5"),
        ("1,234", "number-separator", "1234 / 1.234"),
        ("1'234'567", "number-separator", "1234567"),
        ("1_000", "number-separator", "1000"),
        ("88 %", "number-with-unit", "88"),
        ("−3", "number-invalid", "-3"),
        ("1e5", "number-invalid", "100000"),
        ("٣٤", "number-invalid", "34"),
        ("2O.4", "number-invalid", "20.4"),
        ("1e309", "number-invalid", ""),
        ("inf", "number-invalid", ""),
        ("nan", "value-missing-word", ""),
        ("O", "number-invalid", ""),
        ("#REF!", "number-invalid", ""),
        ("1.2.3", "number-invalid", ""),
        (".5", "number-invalid", "0.5"),
        ("9" * 30, "number-invalid", ""),
    ],
)
def test_what_is_not_a_number_gets_its_reason(text: str, code: str, expected: str) -> None:
    fault = fault_of(text)
    assert (fault.code, fault.expected) == (code, expected)


@given(st.text(alphabet="0123456789+-.,eEinfaxo_ ٣²½", max_size=30))
@settings(deadline=None)
def test_every_number_that_is_read_is_plain_and_finite(text: str) -> None:
    try:
        value = parse_number(text)
    except Fault as fault:
        assert fault.code in set(Code)
        return
    assert math.isfinite(value)
    assert set(text) <= set("0123456789+-.")


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    )
)
@settings(deadline=None)
def test_a_decimal_keeps_the_places_it_was_written_with(number: object) -> None:
    text = f"{number:f}"
    assert f"{parse_decimal(text):f}" == text


@given(st.text(max_size=60))
@settings(deadline=None)
def test_no_text_does_more_than_raise_a_fault(text: str) -> None:
    for parse in PARSERS:
        try:
            parse(text)
        except Fault as fault:
            assert fault.code in set(Code)


@pytest.mark.parametrize("piece", ["9", "9 ", "1,", "-", "a-", " ", "2020-", "%20", "e", "[", "["])
def test_a_hundred_thousand_letters_take_no_time(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()
    for parse in PARSERS:
        try:
            parse(text)
        except Fault:
            continue
    assert time.process_time() - started < 1


def test_a_whole_number_has_no_decimals() -> None:
    assert parse_integer("12") == 12
    assert parse_integer("12.0") == 12
    assert fault_of("12.5", parse_integer).values == {"reason": "whole"}


def test_yes_and_no_stand_in_any_case_and_nothing_else_does() -> None:
    assert parse_yes_no("Yes") and parse_yes_no("TRUE")
    assert not parse_yes_no("no") and not parse_yes_no("False")
    assert fault_of("x", parse_yes_no).code == "yes-no-invalid"


@pytest.mark.parametrize("text", ["2026", "2026-11", "2026-11-01", "2024-02-29"])
def test_a_date_may_stop_at_the_year_or_month(text: str) -> None:
    assert parse_date(text) == text


@pytest.mark.parametrize(
    "text", ["2023-02-29", "2024-13", "01.11.2026", "2024-1-1", "24-01-01", ""]
)
def test_days_that_do_not_exist_are_refused(text: str) -> None:
    assert fault_of(text, parse_date).code == "date-invalid"


def test_periods_are_ordered_by_their_last_year() -> None:
    assert parse_period("2020-2022") == Period(2022, 2020)
    assert parse_period("2021") < parse_period("2020-2022")
    assert str(parse_period("2020-2022")) == "2020-2022"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2020/2022", "2020-2022"), ("2022-2020", "2020-2022"), ("FY 2021", "2021"), ("٢٠٢١", "2021")],
)
def test_a_period_that_cannot_be_read_gets_the_nearest(text: str, expected: str) -> None:
    assert fault_of(text, parse_period).expected == expected


@given(st.text(max_size=40))
@settings(deadline=None)
def test_a_slug_is_an_id_or_blank(text: str) -> None:
    made = slug(text)
    assert made == "" or parse_id(made) == made


def test_a_number_of_more_digits_than_any_statistic_has_is_refused() -> None:
    for parse in (parse_number, parse_decimal, parse_integer):
        assert parse("9" * MAXIMUM_DIGITS) > 0
        assert fault_of("9" * (MAXIMUM_DIGITS + 1), parse).code == "number-invalid"


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)", "data:text/html,x", "//host/path", "https://", "http://a b",
        "https://user:word@host/", "https://host:99999/", 'https://host/"onload', "host.example",
        "ftp://host.example/", "file://host/a",
    ],
)  # fmt: skip
def test_an_address_is_http_without_user_names(text: str) -> None:
    assert fault_of(text, parse_url).code == "url-invalid"


def test_an_address_is_kept_as_written() -> None:
    text = "https://statistics.example/a%20b?year=2021#table"
    assert parse_url(text) == text
