"""Checks a total: the figures added up.

A figure with a minus before it is subtracted, so a balance is a sum of exports and -imports.

Formula: of₁ + of₂ + …

A claim that passes:

    two-segments:
      rule: sum
      of: [RMB 1.2 billion, RMB 3.4 billion]
      stated: RMB 4.6 billion

A claim that fails:

    two-segments:
      rule: sum
      of: [RMB 1.2 billion, RMB 3.4 billion]
      stated: RMB 4.9 billion

Rounding: the roundings of all figures add up. Two figures with one decimal can be off by 0.1
together, and the printed total by another 0.05.
"""

from __future__ import annotations

from sensecheck.numbers.expressions import Expr, Sum
from sensecheck.numbers.intervals import Interval
from sensecheck.rules.base import (
    Given,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    linear_row,
    same_unit,
)


def _total(given: Given) -> Expr:
    return Sum(given.every("of"))


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    return linear_row(_total(given), within)


RULE = QuantityRule(
    name="sum",
    manual=__doc__,
    parameters=(Parameter("of", Takes.FIGURES),),
    expression=_total,
    unit=same_unit,
    rows=_rows,
)
