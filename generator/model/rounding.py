"""The one rounding of the product: half up, as a person rounds."""

from decimal import ROUND_HALF_UP, Decimal

EXACT_PLACES = 9
"""Places to which a computed number is exact, whatever the order of its terms."""


def round_half_up(value: float, decimals: int) -> Decimal:
    """Return `value` with `decimals` places, halves away from zero, as it is printed.

    To nine places first: the mean of 46.3 and 1.4 is 23.849999999999998 in binary numbers.
    """
    exact = Decimal(repr(round(value, EXACT_PLACES) if decimals < EXACT_PLACES else value))
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def as_printed(score: float, decimals: int = 1) -> float:
    """Return a score rounded half up to the decimals with which it is printed."""
    return float(round_half_up(score, decimals))


def trailing_zeros(number: int) -> int:
    """Return the zeros at the end of a whole number as it is written: to how much it is rounded."""
    digits = str(abs(number))
    return len(digits) - len(digits.rstrip("0")) if number else 0
