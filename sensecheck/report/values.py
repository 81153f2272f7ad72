"""Exact values as texts for people, in the scale of the figure that they belong to."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sensecheck.model import Figure, Outcome, Verdict
from sensecheck.numbers.display import (
    Rounding,
    decimal_text,
    finite_decimals,
    magnitude,
    significant,
)
from sensecheck.numbers.units import PERCENT, POINTS, Unit

if TYPE_CHECKING:
    from sensecheck.numbers.intervals import Interval
    from sensecheck.numbers.printed import Printed

ONE: Final = Fraction(1)
DIGITS: Final = 10
"""Significant digits of a number that has no short exact text."""


def scale_of(printed: Printed | None, unit: Unit | None) -> tuple[Fraction, str]:
    """What 1 stands for beside a figure as printed, and what is written behind numbers there."""
    if unit == PERCENT:
        return Fraction(1, 100), " %"
    if unit == POINTS:
        return Fraction(1, 100), " points"
    return (printed.factor, "") if printed is not None and printed.number is not None else (ONE, "")


def number_text(value: Fraction, rounding: Rounding = "half_even") -> str:
    """The value, exactly where that is short."""
    decimals = finite_decimals(value)
    if decimals is not None and decimals + max(magnitude(value), 0) < DIGITS + 3:
        return decimal_text(value, decimals)
    return significant(value, DIGITS, rounding=rounding)


def set_text(values: Interval, factor: Fraction = ONE, suffix: str = "") -> str:
    """'3.0265 … 3.0275', 'above 49', 'exactly 5'."""
    low = None if values.low is None else number_text(values.low / factor, "down")
    high = None if values.high is None else number_text(values.high / factor, "up")
    if low is None and high is None:
        return "any value"
    if low is None:
        return f"{'below' if values.high_open else 'up to'} {high}{suffix}"
    if high is None:
        return f"{'above' if values.low_open else 'from'} {low}{suffix}"
    if values.is_point:
        return f"exactly {low}{suffix}"
    return (
        f"{'above ' if values.low_open else ''}{low} … "
        f"{'below ' if values.high_open else ''}{high}{suffix}"
    )


def figure_set_text(figure: Figure, values: Interval) -> str:
    """What a figure may be, in the scale of its finest printing."""
    printed = figure.finest.printed if figure.finest else None
    return set_text(values, *scale_of(printed, figure.unit))


def printed_number(figure: Figure) -> str:
    """The digits of a figure as printed, with a minus where it has one."""
    assert figure.finest is not None
    printed = figure.finest.printed
    return ("-" if printed.is_downward else "") + printed.text[printed.start : printed.end]


def value_text(figure: Figure, value: Fraction, *, bare: bool) -> str:
    """Another true value of a figure: bare digits in its scale, or as an article prints it."""
    if figure.finest is None:
        return number_text(value)
    printed = figure.finest.printed
    factor, suffix = scale_of(printed, figure.unit)
    if bare or printed.number is None:
        return number_text(value / factor) + suffix
    decimals = finite_decimals(value / printed.factor)
    if decimals is None or decimals > DIGITS:
        decimals = max(DIGITS - magnitude(value / printed.factor), printed.decimals)
    return printed.rewritten(value, decimals)


# ── of a verdict ─────────────────────────────────────────────────────────────────────────────


def stated_text(verdict: Verdict) -> str:
    """What the article says the result is, as it prints it."""
    stated = verdict.claim.stated
    if stated is None:
        return ""
    if stated.operand is not None and stated.finest is not None:
        return stated.finest.printed.text
    return stated.printings[0].printed.text if stated.printings else stated.text


def range_text(verdict: Verdict) -> str:
    """All results that the printed figures allow, or what a missing figure must be."""
    if verdict.implied is not None and verdict.outcome is Outcome.UNVERIFIABLE:
        return verdict.implied.text
    if verdict.shown_range is None:
        return ""
    low, high = verdict.shown_range
    interval = verdict.range.interval if verdict.range else None
    if low and high:
        return "" if low == high == verdict.shown else f"{low} … {high}"
    if low:
        return f"{'above' if interval and interval.low_open else 'from'} {low}"
    return f"{'below' if interval and interval.high_open else 'up to'} {high}" if high else ""


def stated_scale(verdict: Verdict) -> tuple[Fraction, str]:
    """The scale of the stated figure."""
    stated = verdict.claim.stated
    finest = stated.finest if stated else None
    return scale_of(finest.printed if finest else None, verdict.unit)
