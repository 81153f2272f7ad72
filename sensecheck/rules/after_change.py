"""Checks the figure that a change in percent leads to.

Formula: from + abs(from) × change, which is from × (1 + change) where from is positive

A claim that passes:

    next-year:
      rule: after_change
      from: RMB 3.4 billion
      change: 25%
      stated: RMB 4.25 billion

A claim that fails:

    next-year:
      rule: after_change
      from: RMB 3.4 billion
      change: 25%
      stated: RMB 4.7 billion

Rounding: the figure and the change may both be rounded. A fall is a negative change: -25%. A
negative figure grows towards zero: −10 up 20 % is −8. A stated count may be rounded to a whole
number.
"""

from __future__ import annotations

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import ONE, Expr
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import Unit
from sensecheck.rules.base import (
    Given,
    NotComputable,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    Units,
    product_rows,
    require_percent,
)


def _after(given: Given) -> Expr:
    base, change = given.one("from"), given.one("change")
    side = given.side(base)
    if not side:
        raise NotComputable("the figure before the change may be positive or negative")
    return base * (ONE + change if side > 0 else ONE - change)


def _unit(_: Arguments, units: Units) -> Unit:
    (change,) = units["change"]
    require_percent(change, "the change")
    (unit,) = units["from"]
    return unit


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    base, change = given.one("from"), given.one("change")
    side = given.side(base)
    if not side:
        return ()
    return product_rows(given, (base, ONE + change if side > 0 else ONE - change), within)


RULE = QuantityRule(
    name="after_change",
    manual=__doc__,
    parameters=(Parameter("from", Takes.FIGURE), Parameter("change", Takes.FIGURE)),
    expression=_after,
    unit=_unit,
    rows=_rows,
    counts_are_rounded=True,
)
