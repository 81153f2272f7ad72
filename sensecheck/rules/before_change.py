"""Checks the figure that a change in percent started from.

Formula: to ÷ (1 + change) where the stated figure is positive, to ÷ (1 − change) where it is
negative

A claim that passes:

    last-year:
      rule: before_change
      to: RMB 4.25 billion
      change: 25%
      stated: RMB 3.40 billion

A claim that fails:

    last-year:
      rule: before_change
      to: RMB 4.25 billion
      change: 25%
      stated: RMB 3.19 billion

Rounding: the figure and the change may both be rounded. A fall is a negative change: -25%. The
figure before has the stated sign: a loss of 100, up 150 %, is a profit of 50. A stated count may
be rounded to a whole number.
"""

from __future__ import annotations

from fractions import Fraction

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import ONE, Expr, natural_extension
from sensecheck.numbers.intervals import POSITIVE, Interval
from sensecheck.numbers.units import Unit
from sensecheck.rules.base import (
    Given,
    NotComputable,
    Parameter,
    QuantityRule,
    Row,
    Takes,
    Units,
    require_percent,
    scaled_rows,
    side_of,
)


def _factor(given: Given, stated: Interval | None) -> Expr:
    """What the figure before was multiplied by: 1 + change, or 1 − change for a negative figure.

    From base + abs(base)·change = to. The base has the sign that the stated figure has; where that
    is not known, the sign of `to`, unless the change may have carried it across zero. It has the
    sign of `to` as well where the change cannot have done so, whatever is stated.
    """
    (change,) = given.values("change")
    one = Interval.point(ONE.value)
    side = 0 if stated is None else side_of(stated)
    keeps_sign = POSITIVE.covers(one + change) and POSITIVE.covers(one - change)
    if keeps_sign and given.side(given.one("to")) == -side:
        side = -side  # no figure of the stated sign leads there; one of the other sign did
    is_known = given.arguments.figures["change"][0].figure.name not in given.unknown
    if side and is_known and Fraction(0) in (one + change if side > 0 else one - change):
        raise NotComputable("after a fall of 100 %, the figure before may be anything")
    if not side:
        side = given.side(given.one("to"))
        if not side:
            raise NotComputable("the figure after the change may be positive or negative")
        may_cross = stated is not None or side < 0
        if not POSITIVE.covers(one + change) or (may_cross and not POSITIVE.covers(one - change)):
            reason = "after a change of 100 % or more, the figure before may be anything"
            raise NotComputable(reason)
    return ONE + given.one("change") if side > 0 else ONE - given.one("change")


def _before(given: Given) -> Expr:
    return given.one("to") / _factor(given, given.stated)


def _unit(_: Arguments, units: Units) -> Unit:
    (change,) = units["change"]
    require_percent(change, "the change")
    (unit,) = units["to"]
    return unit


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    to, change = given.arguments.figures["to"][0], given.arguments.figures["change"][0]
    if len({to.figure.name, change.figure.name} & given.unknown) != 1:
        return ()
    try:
        factor = _factor(given, within)
    except NotComputable:
        return ()
    if to.figure.name in given.unknown:
        values = natural_extension(ONE / factor, given.box)
        assert values is not None
        return scaled_rows(given.one("to"), values, within, (change.figure.name,))
    (after,) = given.values("to")
    return scaled_rows(factor, within, after, (to.figure.name,))


RULE = QuantityRule(
    name="before_change",
    manual=__doc__,
    parameters=(Parameter("to", Takes.FIGURE), Parameter("change", Takes.FIGURE)),
    expression=_before,
    unit=_unit,
    rows=_rows,
    counts_are_rounded=True,
)
