"""Exact numbers as decimal text: rounded to a number of decimals, to some digits, or not at all.

No float is involved, so a half is a half. A minus is the plain '-'.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, Literal

Rounding = Literal["half_even", "down", "up"]
"""'down' is towards −∞ and 'up' towards +∞: a range that is rounded (down, up) is never cut."""

LONGEST: Final = 2000
"""Bits from which `exact_text` gives up: nobody reads 600 digits; Python prints at most 4,300."""


def decimal_text(
    value: Fraction, decimals: int, *, grouping: bool = True, rounding: Rounding = "half_even"
) -> str:
    """The value with exactly `decimals` decimals: 1582.5 with one decimal is '1,582.5'."""
    scaled = _rounded(value * 10**decimals, rounding)
    return _placed(scaled, decimals, grouping=grouping)


def exact_text(value: Fraction) -> str:
    """The value as it is: '13.86', or 'p/q' where no finite decimal is equal to it.

    Without grouping. Raises ValueError from `LONGEST` bits on.
    """
    over, under = value.numerator, value.denominator
    if under == 1 and over.bit_length() < LONGEST:
        return str(over)
    if over.bit_length() >= LONGEST or under.bit_length() >= LONGEST:
        raise ValueError("the number is too long to be written out")
    decimals = finite_decimals(value)
    if decimals is None:
        return f"{over}/{under}"
    return _placed(over * 10**decimals // under, decimals, grouping=False)


def finite_decimals(value: Fraction) -> int | None:
    """How many decimals write the value exactly; None where no finite number does."""
    rest = value.denominator
    twos = (rest & -rest).bit_length() - 1
    rest >>= twos
    fives = 0
    while rest % 5 == 0:
        rest //= 5
        fives += 1
    return max(twos, fives) if rest == 1 else None


def significant(
    value: Fraction, digits: int, *, grouping: bool = True, rounding: Rounding = "half_even"
) -> str:
    """The value to so many significant digits: 0.0138421 with three is '0.0138'.

    Digits before the decimal point are never dropped: 123,456 with three is '123,456'.
    """
    return decimal_text(
        value, max(digits - 1 - magnitude(value), 0), grouping=grouping, rounding=rounding
    )


def magnitude(value: Fraction) -> int:
    """The power of ten of the first significant digit: 2 for 123, -2 for 0.0138, 0 for 0."""
    if not value:
        return 0
    over, under = abs(value.numerator), value.denominator
    # Two powers of ten enclose the quotient's first digit; the bits say which to within one.
    guess = (over.bit_length() - under.bit_length()) * 30103 // 100000
    while _at_least(over, under, guess + 1):
        guess += 1
    while not _at_least(over, under, guess):
        guess -= 1
    return guess


def _at_least(over: int, under: int, power: int) -> bool:
    """Whether over/under ≥ 10^power."""
    scale: int = 10 ** abs(power)
    return over >= under * scale if power >= 0 else over * scale >= under


def _rounded(value: Fraction, rounding: Rounding) -> int:
    match rounding:
        case "down":
            return value.numerator // value.denominator
        case "up":
            return -(-value.numerator // value.denominator)
        case "half_even":
            return round(value)


def _placed(scaled: int, decimals: int, *, grouping: bool) -> str:
    """`scaled` with its decimal point `decimals` places from the right."""
    sign = "-" if scaled < 0 else ""
    whole, part = divmod(abs(scaled), 10**decimals)
    head = f"{whole:,}" if grouping else str(whole)
    return f"{sign}{head}.{part:0{decimals}d}" if decimals else f"{sign}{head}"
