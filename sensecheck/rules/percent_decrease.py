"""Checks by how many percent a figure fell.

Formula: (from − to) ÷ abs(from), which is 1 − to ÷ from where from is positive

A claim that passes:

    layoffs-in-percent:
      rule: percent_decrease
      from: 6,113 employees
      to: 4,531 employees
      stated: 25.88%

A claim that fails:

    layoffs-in-percent:
      rule: percent_decrease
      from: 6,113 employees
      to: 4,531 employees
      stated: 28.58%

Rounding: both figures may be rounded; counts are exact. From a negative figure the change is
measured against its magnitude: from −10 to −12 is down 20 %. Where the rounding of `from` lets it
be zero, no percentage can be computed.
"""

from __future__ import annotations

from sensecheck.numbers.expressions import ONE, Expr
from sensecheck.numbers.intervals import Interval
from sensecheck.rules.base import (
    Given,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    percent_unit,
    relative_rows,
)


def _decline(given: Given) -> Expr:
    base = given.one("from")
    ratio = given.one("to") / base
    return ONE - ratio if given.sign(base, "the figure before the change") > 0 else ratio - ONE


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    return relative_rows(given, given.one("from") - given.one("to"), within)


RULE = QuantityRule(
    name="percent_decrease",
    manual=__doc__,
    parameters=(Parameter("from", Takes.FIGURE), Parameter("to", Takes.FIGURE)),
    expression=_decline,
    unit=percent_unit,
    rows=_rows,
    trend=-1,
)
