"""Checks which percentage of the whole a part is; several parts are added up.

Formula: part ÷ whole

A claim that passes:

    generative-ai-share:
      rule: share
      part: RMB 1.051 billion
      whole: RMB 1.740 billion
      stated: 60.4%

A claim that fails:

    generative-ai-share:
      rule: share
      part: RMB 1.051 billion
      whole: RMB 1.740 billion
      stated: 64.0%

Rounding: part and whole may both be rounded. Where the rounding of the whole lets it be zero, no
share can be computed.
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
    fraction_rows,
    linear_form,
    percent_unit,
)


def _share(given: Given) -> Expr:
    whole = given.one("whole")
    given.sign(whole, "the whole")
    return _part(given) / whole


def _part(given: Given) -> Expr:
    parts = given.every("part")
    return parts[0] if len(parts) == 1 else Sum(parts)


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    part, whole = linear_form(_part(given)), linear_form(given.one("whole"))
    return fraction_rows(given, part, whole, within)


RULE = QuantityRule(
    name="share",
    manual=__doc__,
    parameters=(Parameter("part", Takes.FIGURES), Parameter("whole", Takes.FIGURE)),
    expression=_share,
    unit=percent_unit,
    rows=_rows,
)
