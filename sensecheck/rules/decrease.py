"""Checks by how much a figure fell, in its own unit.

Formula: from − to

A claim that passes:

    layoffs:
      rule: decrease
      from: 6,113 employees
      to: 4,531 employees
      stated: 1,582 employees

A claim that fails:

    layoffs:
      rule: decrease
      from: 6,113 employees
      to: 4,531 employees
      stated: 1,592 employees

Rounding: the roundings of both figures add up; counts are exact. The decrease of a percentage is
in percentage points: from 15% to 12% is down 3 percentage points, not 3%.
"""

from __future__ import annotations

from sensecheck.numbers.expressions import Expr
from sensecheck.numbers.intervals import Interval
from sensecheck.rules.base import (
    Given,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    difference_unit,
    linear_row,
)


def _decrease(given: Given) -> Expr:
    return given.one("from") - given.one("to")


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    return linear_row(_decrease(given), within)


RULE = QuantityRule(
    name="decrease",
    manual=__doc__,
    parameters=(Parameter("from", Takes.FIGURE), Parameter("to", Takes.FIGURE)),
    expression=_decrease,
    unit=difference_unit,
    rows=_rows,
    trend=-1,
)
