"""Checks a product: the figures multiplied.

Formula: of₁ × of₂ × …

A claim that passes:

    export-revenue:
      rule: product
      of: [RMB 4.7 billion, 30.5%]
      stated: RMB 1.43 billion

A claim that fails:

    export-revenue:
      rule: product
      of: [RMB 4.7 billion, 30.5%]
      stated: RMB 1.53 billion

Rounding: every figure may be rounded, and the roundings multiply. Units multiply as well: a
percentage of RMB is RMB, and HKD per share times shares is HKD. A stated count may be rounded to a
whole number.
"""

from __future__ import annotations

from functools import reduce

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
    product_of,
    product_rows,
    product_unit,
)


def _product(given: Given) -> Expr:
    return product_of(given.every("of"))


def _unit(_: Arguments, units: Units) -> Unit:
    return reduce(product_unit, units["of"])


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    return product_rows(given, given.every("of"), within)


RULE = QuantityRule(
    name="product",
    manual=__doc__,
    parameters=(Parameter("of", Takes.FIGURES),),
    expression=_product,
    unit=_unit,
    rows=_rows,
    counts_are_rounded=True,
)
