"""Checks by how much a figure rose, in its own unit.

Formula: to − from

A claim that passes:

    more-staff:
      rule: increase
      from: 4,531 employees
      to: 4,672 employees
      stated: 141 employees

A claim that fails:

    more-staff:
      rule: increase
      from: 4,531 employees
      to: 4,672 employees
      stated: 151 employees

Rounding: the roundings of both figures add up; counts are exact. The increase of a percentage is
in percentage points: from 12% to 15% is up 3 percentage points, not 3%.
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


def _increase(given: Given) -> Expr:
    return given.one("to") - given.one("from")


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    return linear_row(_increase(given), within)


RULE = QuantityRule(
    name="increase",
    manual=__doc__,
    parameters=(Parameter("from", Takes.FIGURE), Parameter("to", Takes.FIGURE)),
    expression=_increase,
    unit=difference_unit,
    rows=_rows,
    trend=1,
)
