"""Checks how many times one figure is another, or how much of one there is for each of the other.

Formula: of ÷ to

A claim that passes:

    more-gpus:
      rule: ratio
      of: 54,000 GPUs
      to: 45,000 GPUs
      stated: 1.2 times

A claim that fails:

    more-gpus:
      rule: ratio
      of: 54,000 GPUs
      to: 45,000 GPUs
      stated: 1.7 times

Rounding: both figures may be rounded. Figures of one unit give a multiple; of two units, a rate
such as HKD per share. Where the rounding of `to` lets it be zero, nothing can be computed. A stated
count may be rounded to a whole number.
"""

from __future__ import annotations

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import Expr
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import Unit
from sensecheck.rules.base import (
    Given,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    Units,
    fraction_rows,
    linear_form,
    quotient_unit,
)


def _ratio(given: Given) -> Expr:
    divisor = given.one("to")
    given.sign(divisor, "the figure that divides")
    return given.one("of") / divisor


def _unit(_: Arguments, units: Units) -> Unit:
    (of,), (to,) = units["of"], units["to"]
    return quotient_unit(of, to)


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    of, to = linear_form(given.one("of")), linear_form(given.one("to"))
    return fraction_rows(given, of, to, within)


RULE = QuantityRule(
    name="ratio",
    manual=__doc__,
    parameters=(Parameter("of", Takes.FIGURE), Parameter("to", Takes.FIGURE)),
    expression=_ratio,
    unit=_unit,
    rows=_rows,
    counts_are_rounded=True,
)
