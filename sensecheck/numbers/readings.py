"""The two readings of a printed figure: all true values that print so, strictly and loosely.

Everything is worked out on magnitudes; a minus or a word like 'down' turns the set round at the
end. No reading is ever narrower than what rounding to the printed digits allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final

from sensecheck.numbers.intervals import ZERO, Interval
from sensecheck.numbers.printed import Hedge, Kind, Nature, Printed, power_of_ten
from sensecheck.numbers.units import Style


class Rounding(Enum):
    """How an article rounds: to the nearest, with every digit exact to its place, or cut off."""

    NEAREST = "nearest"
    DIGITS = "digits"
    TRUNCATE = "truncate"


@dataclass(frozen=True, slots=True)
class Readings:
    """The sets of true values of a figure, strict within loose, and its printed value x̂."""

    strict: Interval
    loose: Interval
    printed: Fraction | None


def readings(
    printed: Printed,
    rounding: Rounding = Rounding.NEAREST,
    *,
    exact: bool = False,
    as_measure: bool = False,
) -> Readings:
    """The readings of `printed`.

    `exact` pins a figure that has a value to it; `as_measure` takes a count as a rounded number,
    for the stated figure of an average, ratio, product or formula. Raises ValueError for a period
    or a missing figure, which have no value.
    """
    if _is_common(printed, rounding) and not exact:
        return _common(printed)
    if printed.magnitude is None:
        raise ValueError(f"{printed.text!r} has no value")
    value = printed.value
    if value is not None and (exact or printed.kind is Kind.ORDINAL):
        point = Interval.point(value)
        return Readings(point, point, value)
    if printed.kind is Kind.RANGE:
        strict, loose = (_range(printed, rounding, is_loose) for is_loose in (False, True))
    elif printed.hedge in (None, Hedge.ABOUT):
        strict = _around(printed, rounding, as_measure, is_loose=False)
        loose = _around(printed, rounding, as_measure, is_loose=True)
    else:
        strict = loose = _one_sided(printed)
    if printed.is_downward:
        strict, loose = -strict, -loose
    return Readings(strict, loose, value)


def _is_common(printed: Printed, rounding: Rounding) -> bool:
    """Whether this is a plain number with decimals: ± half a digit in both readings."""
    return (
        printed.kind is Kind.NUMBER
        and printed.decimals > 0
        and printed.hedge is None
        and rounding is not Rounding.TRUNCATE
        and printed.number is not None
        and 10**printed.decimals % printed.number.denominator == 0  # not so for '1 1/3'
    )


def _common(printed: Printed) -> Readings:
    """The readings of most figures, in whole halves of the last digit: far fewer fractions."""
    assert printed.number is not None
    number, factor = printed.number, printed.factor
    halves = 2 * (number.numerator * 10**printed.decimals // number.denominator)
    halves *= -1 if printed.is_downward else 1
    under = 2 * 10**printed.decimals * factor.denominator
    low, value, high = (Fraction((halves + off) * factor.numerator, under) for off in (-1, 0, 1))
    values = Interval(low, high)
    return Readings(values, values, value)


_HALF: Final = Fraction(1, 2)
_TENTH: Final = Fraction(1, 10)
_TWENTIETH: Final = Fraction(1, 20)
# 'about' is at least 5 % and at most 15 % of the number.
_MOST_ABOUT: Final = Fraction(3, 20)
_FIVE_POINTS: Final = Fraction(5, 100)


def _one_sided(printed: Printed) -> Interval:
    magnitude = printed.magnitude or ZERO
    # A count cannot be negative; the magnitude of money or a change can, and then it is no rise.
    least = ZERO if printed.nature is Nature.COUNT else None
    match printed.hedge:
        case Hedge.ABOVE:
            return Interval(magnitude, None, low_open=True)
        case Hedge.FROM:
            return Interval(magnitude, None)
        case Hedge.BELOW:
            return Interval(least, magnitude, high_open=True)
        case Hedge.TO:
            return Interval(least, magnitude)
        case _:
            return Interval(magnitude - magnitude * _TENTH, magnitude)


def _around(printed: Printed, rounding: Rounding, as_measure: bool, *, is_loose: bool) -> Interval:
    """The values around an unhedged number or one with 'about'."""
    bare = _unhedged(printed, rounding, as_measure, is_loose=is_loose)
    if printed.hedge is not Hedge.ABOUT:
        return bare
    magnitude = printed.magnitude or ZERO
    least, most = magnitude * _TWENTIETH, magnitude * _MOST_ABOUT
    radius = min(max(_last_digit(printed) / 2, least), most)
    return Interval.around(magnitude, radius).hull(bare)


def _unhedged(
    printed: Printed, rounding: Rounding, as_measure: bool, *, is_loose: bool
) -> Interval:
    magnitude, half = printed.magnitude or ZERO, printed.step * _HALF
    if printed.kind is Kind.MULTIPLE:
        return Interval.around(magnitude, magnitude * _TENTH)
    trailing = _trailing_zeros(printed, rounding) if is_loose else ZERO
    if _is_counted(printed) and not as_measure:
        is_sure = printed.nature is Nature.COUNT or not is_loose
        if is_sure or not magnitude:
            return Interval.around(magnitude, trailing)
    elif rounding is Rounding.TRUNCATE:
        return _cut_off(magnitude, printed.step)
    elif not magnitude and not printed.decimals:
        # A printed 0 is exact; 0 % may yet be a rounded 0.3 %, which must not prove a fail.
        is_measured = printed.nature is Nature.MEASURE or printed.scaled or as_measure
        return Interval.around(magnitude, half if is_loose and is_measured else ZERO)
    elif not is_loose:
        return Interval.around(magnitude, half)
    if rounding is Rounding.TRUNCATE:
        return _cut_off(magnitude, printed.step)
    return Interval.around(magnitude, max(half, trailing))


def _is_counted(printed: Printed) -> bool:
    """Whether the digits are the exact number of things, as far as the noun tells."""
    if printed.scaled or printed.decimals or printed.hedge is not None:
        return False
    return printed.nature in (Nature.COUNT, Nature.UNKNOWN)


def _cut_off(magnitude: Fraction, step: Fraction) -> Interval:
    if not magnitude:
        return Interval(-step, step, low_open=True, high_open=True)
    return Interval(magnitude, magnitude + step, high_open=True)


def _trailing_zeros(printed: Printed, rounding: Rounding) -> Fraction:
    """Half a unit of the last non-zero digit of a whole number whose zeros may be rounding."""
    if rounding is not Rounding.NEAREST or printed.kind not in (Kind.NUMBER, Kind.RANGE):
        return ZERO
    number = printed.number
    if printed.decimals or not number or number.numerator % 10:
        return ZERO
    return _capped(printed, number, _last_digit(printed) / 2)


def _capped(printed: Printed, number: Fraction, radius: Fraction) -> Fraction:
    """`radius`, but a percentage up to 100 % is never more than 5 points away."""
    unit = printed.unit
    is_percent = unit is not None and unit.style in (Style.PERCENT, Style.POINTS)
    if is_percent and abs(number * printed.factor) <= 1:
        return min(radius, _FIVE_POINTS)
    return radius


def _last_digit(printed: Printed) -> Fraction:
    """The value of one unit of the last digit that is not 0."""
    return _unit_of_last_digit(printed.number or ZERO, printed.decimals) * printed.factor


def _unit_of_last_digit(number: Fraction, decimals: int) -> Fraction:
    # A third has no last digit; its decimals say how fine it is.
    digits = str(abs(number * power_of_ten(decimals)).__floor__())
    zeros = len(digits) - len(digits.rstrip("0")) if digits != "0" else 0
    return power_of_ten(zeros - decimals)


def _range(printed: Printed, rounding: Rounding, is_loose: bool) -> Interval:
    low, high = printed.number or ZERO, printed.high or ZERO
    bottom = low - _half_unit(printed, low, printed.decimals, rounding, is_loose)
    top = high + _half_unit(printed, high, printed.high_decimals, rounding, is_loose)
    if rounding is Rounding.TRUNCATE:
        bottom, top = low, high + power_of_ten(-printed.high_decimals)
    if printed.hedge is Hedge.ABOUT:
        bottom, top = bottom - abs(low) * _TWENTIETH, top + abs(high) * _TWENTIETH
    return Interval(
        bottom * printed.factor,
        top * printed.factor,
        high_open=rounding is Rounding.TRUNCATE and printed.hedge is None,
    )


def _half_unit(
    printed: Printed, number: Fraction, decimals: int, rounding: Rounding, is_loose: bool
) -> Fraction:
    half = power_of_ten(-decimals) * _HALF
    if not is_loose or rounding is not Rounding.NEAREST or decimals > 0 or not number:
        return half
    loosened = _unit_of_last_digit(number, decimals) * _HALF * printed.factor
    return max(half, _capped(printed, number, loosened) / printed.factor)
