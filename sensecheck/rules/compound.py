"""Checks several changes in percent, one after the other.

Formula: (1 + of₁) × (1 + of₂) × … − 1

A claim that passes:

    two-years:
      rule: compound
      of: [12%, 15%]
      stated: 28.8%

A claim that fails:

    two-years:
      rule: compound
      of: [12%, 15%]
      stated: 27%

Rounding: every change may be rounded, and the roundings multiply. A fall is a negative change.
Adding the percentages up (27 % here) is the usual slip.
"""

from __future__ import annotations

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import ONE, Expr
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT, Unit
from sensecheck.rules.base import (
    Given,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    Units,
    product_of,
    product_rows,
    require_percent,
)


def _factors(given: Given) -> tuple[Expr, ...]:
    return tuple(ONE + change for change in given.every("of"))


def _growth(given: Given) -> Expr:
    return product_of(_factors(given)) - ONE


def _unit(_: Arguments, units: Units) -> Unit:
    for unit in units["of"]:
        require_percent(unit, "a change")
    return PERCENT


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    return product_rows(given, _factors(given), within + Interval.point(ONE.value))


RULE = QuantityRule(
    name="compound",
    manual=__doc__,
    parameters=(Parameter("of", Takes.FIGURES),),
    expression=_growth,
    unit=_unit,
    rows=_rows,
)
