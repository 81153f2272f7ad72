"""Checks by how many percent a figure rose.

Formula: (to − from) ÷ abs(from), which is to ÷ from − 1 where from is positive

A claim that passes:

    revenue-growth:
      rule: percent_increase
      from: RMB 3.027 billion
      to: RMB 3.446 billion
      stated: 13.84%

A claim that fails:

    revenue-growth:
      rule: percent_increase
      from: RMB 3.027 billion
      to: RMB 3.446 billion
      stated: 14.84%

Rounding: both figures may be rounded, so the digits printed here allow 13.81 % to 13.88 %. From a
negative figure the change is measured against its magnitude: from −10 to −8 is up 20 %. Where the
rounding of `from` lets it be zero, no percentage can be computed.
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


def _growth(given: Given) -> Expr:
    base = given.one("from")
    ratio = given.one("to") / base
    return ratio - ONE if given.sign(base, "the figure before the change") > 0 else ONE - ratio


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    return relative_rows(given, given.one("to") - given.one("from"), within)


RULE = QuantityRule(
    name="percent_increase",
    manual=__doc__,
    parameters=(Parameter("from", Takes.FIGURE), Parameter("to", Takes.FIGURE)),
    expression=_growth,
    unit=percent_unit,
    rows=_rows,
    trend=1,
)
