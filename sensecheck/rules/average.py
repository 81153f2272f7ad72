"""Checks a mean, or with weights a weighted mean.

Formula: (of₁ + of₂ + …) ÷ n; with weights (w₁ × of₁ + w₂ × of₂ + …) ÷ (w₁ + w₂ + …)

A claim that passes:

    mean-rate:
      rule: average
      of: [4.2%, 4.6%, 5.3%]
      stated: 4.7%

A claim that fails:

    mean-rate:
      rule: average
      of: [4.2%, 4.6%, 5.3%]
      stated: 4.9%

Rounding: the roundings of the figures average out, so the mean is never less certain than the
figures. Weights are exact numbers, or figures with a rounding of their own. A stated count may be
rounded to a whole number: 5,605.5 employees on average may be printed as 5,606.
"""

from __future__ import annotations

from fractions import Fraction

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import (
    Constant,
    Expr,
    Sum,
    natural_extension,
    variables,
)
from sensecheck.numbers.intervals import EVERYTHING, NOT_NEGATIVE, ZERO, Interval
from sensecheck.numbers.linear import linear
from sensecheck.numbers.units import Unit
from sensecheck.rules.base import (
    Given,
    NotComputable,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    UnitMismatch,
    Units,
    all_same,
    linear_form,
    linear_row,
)

NIL = Constant(ZERO)


def _mean(given: Given) -> Expr:
    figures, weights = given.every("of"), _weights(given)
    if not weights:
        return Sum(figures) / Constant(Fraction(len(figures)))
    if len(weights) != len(figures):
        raise NotComputable(_uneven(len(figures), len(weights)))
    total = Sum(weights)
    given.sign(total, "the sum of the weights")
    return Sum(tuple(w * x for w, x in zip(weights, figures, strict=True))) / total


def _weights(given: Given) -> tuple[Expr, ...]:
    if "weights" in given.arguments.figures:
        return given.every("weights")
    return tuple(Constant(weight) for weight in given.arguments.numbers.get("weights", ()))


def _unit(arguments: Arguments, units: Units) -> Unit:
    weights = units.get("weights", ())
    count = len(weights) or len(arguments.numbers.get("weights", ()))
    if count not in (0, len(units["of"])):
        raise UnitMismatch(_uneven(len(units["of"]), count))
    if weights:
        all_same(weights)
    return all_same(units["of"])


def _uneven(figures: int, weights: int) -> str:
    return f"{figures} figures and {weights} weights: write one weight for each figure"


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    try:
        mean = _mean(given)
    except NotComputable:
        return ()
    if linear(mean) is not None:
        return linear_row(mean, within)
    return _weighted_rows(given, within)


def _weighted_rows(given: Given, within: Interval) -> tuple[Row, ...]:
    """With figures as weights, none negative: what the one unknown figure can be.

    The mean is at least l where Σ w·(x − l) is at least 0. So the unknown x is at least l + the
    smallest value of Σ v·(l − y) ÷ w, over the other figures y with weights v; at most likewise.
    """
    pairs = list(zip(given.every("of"), given.every("weights"), strict=True))
    unknown = [pair for pair in pairs if given.unknown & variables(pair[0]).keys()]
    if len(unknown) != 1 or any(given.unknown & variables(w).keys() for _, w in pairs):
        return ()
    if not all(NOT_NEGATIVE.covers(values) for values in given.values("weights")):
        return ()
    ((x, w),) = unknown
    others = [pair for pair in pairs if pair[0] is not x]

    def at_bound(bound: Fraction) -> Expr:
        return Constant(bound) + Sum((NIL, *(v * (Constant(bound) - y) for y, v in others))) / w

    low = within.low is not None and natural_extension(at_bound(within.low), given.box)
    high = within.high is not None and natural_extension(at_bound(within.high), given.box)
    values = _between(low or EVERYTHING, high or EVERYTHING, within)
    names = variables(Sum((w, *(part for pair in others for part in pair))))
    return () if values == EVERYTHING else (Row(linear_form(x), values, tuple(names)),)


def _between(low: Interval, high: Interval, within: Interval) -> Interval:
    """From the lower end of `low` to the upper end of `high`, open where these or `within` are."""
    return Interval(
        low.low, high.high, within.low_open or low.low_open, within.high_open or high.high_open
    )


RULE = QuantityRule(
    name="average",
    manual=__doc__,
    parameters=(
        Parameter("of", Takes.FIGURES),
        Parameter("weights", Takes.NUMBERS, optional=True),
    ),
    expression=_mean,
    unit=_unit,
    rows=_rows,
    counts_are_rounded=True,
)
