"""Checks how many things there are in a list.

Formula: the number of items of `of`, figures or plain texts.

A claim that passes:

    new-shops:
      rule: count
      of: [Leeds, York, Hull]
      stated: three

A claim that fails:

    new-lines:
      rule: count
      of: [buses, trams]
      stated: three lines

Rounding: none, a count is exact. Any noun may be stated.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import Constant, Expr
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PLAIN, Unit
from sensecheck.rules.base import Given, Parameter, QuantityRule, Row, Takes, Units


def _expression(given: Given) -> Expr:
    figures, texts = given.arguments.figures, given.arguments.texts
    return Constant(Fraction(len(figures.get("of", ())) + len(texts.get("of", ()))))


def _unit(arguments: Arguments, units: Units) -> Unit:
    """A plain number, whatever is counted."""
    return PLAIN


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    """None: how many figures there are does not depend on them."""
    return ()


RULE: Final = QuantityRule(
    name="count",
    manual=__doc__ or "",
    parameters=(Parameter("of", Takes.TEXTS),),
    expression=_expression,
    unit=_unit,
    rows=_rows,
)
