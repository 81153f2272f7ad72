"""Checks a compound annual growth rate: the same growth in every year between two figures.

Formula: (to ÷ from) ^ (1 ÷ years) − 1

A claim that passes:

    market-growth:
      rule: cagr
      from: RMB 10.0 billion
      to: RMB 16.1 billion
      years: 5
      stated: 10.0%

A claim that fails:

    market-growth:
      rule: cagr
      from: RMB 10.0 billion
      to: RMB 16.1 billion
      years: 5
      stated: 12.2%

Rounding: both figures may be rounded; the years are exact, and may be left out where the labels
tell them (2020 to 2025 is five). Between figures of different signs there is no growth rate. The
total growth divided by the years (12.2 % here) is the usual slip.
"""

from __future__ import annotations

from fractions import Fraction

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import ONE, Expr, Power, Root
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.roots import root_of
from sensecheck.numbers.units import PERCENT, Unit
from sensecheck.rules.base import (
    Given,
    NotComputable,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    Units,
    fraction_rows,
    linear_form,
    require_same,
)

LARGEST_DEGREE = 500
FINEST_YEAR = 100
"""Years as p ÷ q take a p-th root of a q-th power, exactly; these bound p and q."""


def _rate(given: Given) -> Expr:
    years = _years(given)
    base, to = given.one("from"), given.one("to")
    if given.sign(base, "the first figure") != given.side(to):
        raise NotComputable("the two figures may have different signs")
    growth = to / base
    if years.denominator > 1:
        growth = Power(growth, years.denominator)
    if years.numerator > 1:
        growth = Root(growth, years.numerator)
    return growth - ONE


def _years(given: Given) -> Fraction:
    match given.arguments.numbers.get("years", ()):
        case ():
            raise NotComputable("the labels do not tell the years: write, for example, years: 5")
        case (years,) if years > 0:
            if years.numerator <= LARGEST_DEGREE and years.denominator <= FINEST_YEAR:
                return years
            raise NotComputable("the years are too many or too fine: write 5 or 5.5, not 5.4321")
    raise NotComputable("the years are one number above 0")


def _unit(_: Arguments, units: Units) -> Unit:
    (before,), (after,) = units["from"], units["to"]
    require_same(before, after)
    return PERCENT


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    """rate ≥ l is to ÷ from ≥ (1 + l) ^ years; no growth falls below −1."""
    try:
        years = _years(given)
    except NotComputable:
        return ()
    low = high = None
    if within.low is not None and within.low >= -1:
        low = _power(1 + within.low, years).low
    if within.high is not None:
        high = _power(1 + within.high, years).high
    ratio = Interval(low, high, within.low_open, within.high_open)
    to, base = linear_form(given.one("to")), linear_form(given.one("from"))
    return fraction_rows(given, to, base, ratio)


def _power(growth: Fraction, years: Fraction) -> Interval:
    """growth ^ years, enclosed where irrational; a negative growth, which there is none, as is."""
    if growth < 0:
        return Interval.point(growth)
    return root_of(growth**years.numerator, years.denominator)


RULE = QuantityRule(
    name="cagr",
    manual=__doc__,
    parameters=(
        Parameter("from", Takes.FIGURE),
        Parameter("to", Takes.FIGURE),
        Parameter("years", Takes.NUMBERS, optional=True),
    ),
    expression=_rate,
    unit=_unit,
    rows=_rows,
)
