"""What people write in place of a number, a date or a code, and what they are told to write."""

from collections.abc import Callable

import pytest

from generator.model.published_codes import parse_currency, parse_sdg_target, sdg_targets
from generator.model.scalars import (
    Fault,
    parse_date,
    parse_email,
    parse_number,
    parse_progress,
    parse_share,
    parse_url,
    parse_year,
)


def fault_of(parse: Callable[[str], object], text: str) -> Fault:
    with pytest.raises(Fault) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("parse", "text", "code", "expected"),
    [
        (parse_number, "8 million", "number-with-unit", "8000000"),
        (parse_number, "1.25 mln", "number-with-unit", "1250000"),
        (parse_number, "3,5 млрд.", "number-with-unit", "3500000000"),
        (parse_number, "€3600", "number-with-unit", "3600"),
        (parse_share, "4 %", "number-with-unit", "0.04"),
        (parse_share, "12.5%", "number-with-unit", "0.125"),
        (parse_progress, "0.45", "value-word", "45"),
        (parse_date, "Nov-19", "date-invalid", "2019-11"),
        (parse_date, "2025-Q4", "date-invalid", "2025"),
        (parse_date, "2024-09-10/11", "date-invalid", "2024-09-10"),
        (parse_date, "today", "value-missing-word", ""),
        (parse_year, "2028-2032", "period-invalid", ""),
        (parse_year, "2028 – 2032", "period-invalid", ""),
        (parse_email, "water at sampleford.example", "email-invalid", "water@sampleford.example"),
        (parse_email, "sampleford.example", "email-invalid", ""),
        (parse_currency, "€", "value-word", "EUR"),
        (parse_currency, "usd", "value-word", "USD"),
        (parse_currency, "$", "value-word", ""),
        (parse_currency, "XQZ", "value-word", ""),
        (parse_sdg_target, "SDG 6.4", "sdg-invalid", "6.4"),
        (parse_sdg_target, "6.14", "sdg-invalid", ""),
        (parse_sdg_target, "17.a", "sdg-invalid", ""),
        (parse_url, "https://…", "url-invalid", ""),
    ],
)
def test_what_is_meant_is_proposed(
    parse: Callable[[str], object], text: str, code: str, expected: str
) -> None:
    fault = fault_of(parse, text)
    assert (fault.code, fault.expected, fault.sure) == (code, expected, False)


def test_brackets_of_accounts_leave_the_sign_to_a_person() -> None:
    fault = fault_of(parse_number, "(3 600)")
    assert (fault.values["reason"], fault.values["number"], fault.sure) == (
        "brackets",
        "3600",
        False,
    )


@pytest.mark.parametrize("text", ["0", "0.0", "1", "45", "45.5", "100"])
def test_a_progress_is_in_per_cent(text: str) -> None:
    assert parse_progress(text) == float(text)


@pytest.mark.parametrize(
    "text", ["https://münchen.example/", "http://127.0.0.1/x", "https://a.example"]
)
def test_an_address_of_a_host_stays(text: str) -> None:
    assert parse_url(text) == text


def test_the_goals_have_169_targets() -> None:
    targets = sdg_targets()
    assert len(targets) == 169
    assert {"1.5", "1.b", "2.c", "8.10", "14.7", "16.10", "16.b", "17.19"} <= targets
    assert not {"1.6", "1.c", "8.11", "14.8", "17.20"} & targets
