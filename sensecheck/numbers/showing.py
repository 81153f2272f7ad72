"""Values as people read them: in the scale and with the decimals of a figure as printed."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.display import decimal_text, finite_decimals, magnitude
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Kind, Nature, Printed
from sensecheck.numbers.units import PERCENT, PLAIN, POINTS, Style, Unit

NO_END: Final = {True: "−∞", False: "∞"}
"""An end of a range that is not there, low and high."""

MOST_DECIMALS: Final = 9
"""Decimals beyond these are not shown."""


def recomputed(
    value: Fraction, like: Printed | None, unit: Unit | None, stated: Interval | None
) -> str:
    """The recomputed value beside the stated figure: its scale, and decimals enough to compare.

    Two decimals at least for a percentage that is not whole, and one more than the stated figure
    has where rounding to its own would hide that the two differ.
    """
    unit = unit or PLAIN
    factor, suffix = _scale(like, unit)
    number = value / factor
    decimals = _decimals(like, number, unit)
    if stated is not None and value not in stated and like is not None and like.value is not None:
        while decimals < MOST_DECIMALS and _same(number, like.value / factor, decimals):
            decimals += 1
    return decimal_text(number, decimals) + suffix


def bounds(values: Interval, like: Printed | None, unit: Unit | None) -> tuple[str, str]:
    """The ends of a range in the stated figure's scale, rounded to nearest.

    Decimals enough that the ends differ where they are not the same.
    """
    unit = unit or PLAIN
    factor, _ = _scale(like, unit)
    ends = [None if end is None else end / factor for end in (values.low, values.high)]
    known = [end for end in ends if end is not None]
    decimals = max((_decimals(like, end, unit) for end in known), default=0)
    if len(known) == 2 and known[0] != known[1]:
        while decimals < MOST_DECIMALS and _same(known[0], known[1], decimals):
            decimals += 1
    low, high = (None if end is None else decimal_text(end, decimals) for end in ends)
    return low or NO_END[True], high or NO_END[False]


def implied(values: Interval, like: Printed | None, unit: Unit | None, *, whole: bool) -> str:
    """What a figure must be: '5,016 … 5,020' for counts, else rounded outwards in its own scale.

    Shown to the first digit in which the two ends differ.
    """
    if whole:
        low, high = whole_ends(values)
        if low is not None and low == high:
            return f"{low:,}"
        return _between(None if low is None else f"{low:,}", None if high is None else f"{high:,}")
    factor, suffix = _scale(like, unit or PLAIN)
    if like is not None and like.unit not in (PERCENT, POINTS):
        suffix = ""
    low_end, high_end = (None if end is None else end / factor for end in (values.low, values.high))
    width = None if low_end is None or high_end is None else high_end - low_end
    own = like.decimals if like is not None and like.number is not None else 2
    fine = own if not width else max(-magnitude(width), 0)
    decimals = min(max(own, fine) if width is None or fine < own else fine, MOST_DECIMALS)
    low_text = None if low_end is None else decimal_text(low_end, decimals, rounding="down")
    high_text = None if high_end is None else decimal_text(high_end, decimals, rounding="up")
    if low_text is not None and low_text == high_text:
        return low_text + suffix
    return _between(low_text, high_text) + suffix + _tail(like)


def whole_ends(values: Interval) -> tuple[int | None, int | None]:
    """The least and the greatest whole number of an interval; low > high where there is none."""
    low = high = None
    if values.low is not None:
        low = -(-values.low.numerator // values.low.denominator)
        low += values.low_open and low == values.low
    if values.high is not None:
        high = values.high.numerator // values.high.denominator
        high -= values.high_open and high == values.high
    return low, high


def _between(low: str | None, high: str | None) -> str:
    if low is None and high is None:
        return "any value"
    if low is None:
        return f"at most {high}"
    if high is None:
        return f"at least {low}"
    return f"{low} … {high}"


def _tail(like: Printed | None) -> str:
    """The scale and unit words behind the number: ' million' of 'RMB 680 million'."""
    if like is None or like.kind is not Kind.NUMBER or like.unit in (PERCENT, POINTS):
        return ""
    return like.text[like.end :].rstrip(")")


def _scale(like: Printed | None, unit: Unit) -> tuple[Fraction, str]:
    """What one unit of the shown number is worth, and what stands behind it."""
    if unit.is_dimensionless and unit.style in (Style.PERCENT, Style.POINTS):
        points = unit.style is Style.POINTS
        return Fraction(1, 100), " points" if points else "%"
    if like is not None and like.unit in (PERCENT, POINTS):
        return like.factor, "%" if like.unit == PERCENT else " points"
    return (like.factor if like is not None else Fraction(1)), ""


def _decimals(like: Printed | None, number: Fraction, unit: Unit) -> int:
    exact = finite_decimals(number)
    printed = like.decimals if like is not None and like.number is not None else 0
    percent = unit.style in (Style.PERCENT, Style.POINTS)
    if like is not None and like.nature is Nature.COUNT and like.factor == 1:
        wanted = 0 if exact == 0 else 1
    else:
        wanted = max(printed, 2) if percent or exact is None or exact > printed else printed
    if exact is not None and exact < wanted:
        return max(exact, printed)
    if number and magnitude(number) < -wanted:
        return min(-magnitude(number) + 1, MOST_DECIMALS)
    return wanted


def _same(a: Fraction, b: Fraction, decimals: int) -> bool:
    return decimal_text(a, decimals) == decimal_text(b, decimals)
