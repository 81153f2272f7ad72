"""Checks how long it is from one date or period to another, or what time periods cover.

Formula: to − from, at the coarser of the two: from 2014 to October 22, 2024 it is 10 years. With
`of`, a slice of a series, the time that its periods cover: 2019..h1_2024 is five and a half years.

A claim that passes:

    anniversary:
      rule: duration
      from: 2014
      to: October 22, 2024
      stated: 10th

A claim that fails:

    quick-build:
      rule: duration
      from: March 2021
      to: June 2024
      stated: two years

Rounding: any instants within the two periods may be meant, so from 2014 to October 22, 2024
anything from 9.8 to 10.8 years is possible. Years, months and quarters are counted by the calendar,
a day as its share of its month; days, weeks and hours are counted in days. What `of` covers is
exact.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import Constant, Expr
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.periods import between, covered
from sensecheck.numbers.units import Unit
from sensecheck.rules.base import Given, NotComputable, Parameter, QuantityRule, Row, Takes, Units


def _time(arguments: Arguments) -> tuple[Fraction, Interval]:
    """The time as printed, and all that it may be, in the stated figure's base unit."""
    base = _base(arguments)
    if "of" in arguments.periods:
        periods = arguments.periods["of"]
        years, without_gaps = covered(periods)
        if not without_gaps:
            raise NotComputable("the periods overlap or leave gaps; write from and to")
        days = max(period.end for period in periods) - min(period.start for period in periods)
        time = years if base == "year" else Fraction(days.days)
        return time, Interval.point(time)
    if "from" not in arguments.periods or "to" not in arguments.periods:
        raise NotComputable("a duration has from and to, or of")
    (start,), (end,) = arguments.periods["from"], arguments.periods["to"]
    if end.end <= start.start:
        raise NotComputable("'to' lies before 'from'")
    return between(start, end, base)


def _base(arguments: Arguments) -> str:
    """What the stated figure counts: 'day' (days, weeks, hours) or 'year' (months, years)."""
    return arguments.texts.get("unit", ("year",))[0]


def _expression(given: Given) -> Expr:
    return Constant(_time(given.arguments)[0])


def _spread(arguments: Arguments) -> Interval:
    return _time(arguments)[1]


def _unit(arguments: Arguments, units: Units) -> Unit:
    return Unit(((_base(arguments), 1),))


def _rows(given: Given, within: Interval) -> tuple[Row, ...]:
    """None: there is no figure in it."""
    return ()


RULE: Final = QuantityRule(
    name="duration",
    manual=__doc__ or "",
    parameters=(
        Parameter("from", Takes.PERIOD, optional=True),
        Parameter("to", Takes.PERIOD, optional=True),
        Parameter("of", Takes.SLICE, optional=True),
    ),
    expression=_expression,
    unit=_unit,
    rows=_rows,
    spread=_spread,
)
