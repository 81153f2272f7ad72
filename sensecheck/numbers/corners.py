"""Ranges from the corners of a box, where these are known to decide.

They do where every partial derivative has one sign, and where the expression is affine or Möbius
in a variable: then it is monotone along that variable whatever the others are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Final

from sensecheck.numbers.expressions import (
    Absolute,
    Box,
    Constant,
    Expr,
    Extremum,
    Negative,
    Point,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Variable,
    enclosure_at,
    natural_extension,
    value_at,
    variables,
    walk,
)
from sensecheck.numbers.intervals import POSITIVE, Interval

VERTEX_LIMIT: Final = 12
"""Most variables whose ends are tried in all combinations (4,096 corners)."""


def corner_range(expr: Expr, box: Box, is_nonzero: Callable[[Expr], bool]) -> Interval | None:
    """The range over a bounded box; None where the ends of the variables do not decide.

    `is_nonzero` says whether a denominator is nowhere zero, the closed ends of the box included.
    """
    if not all(is_nonzero(under) for under in _denominators(expr)):
        return None
    ends: dict[str, tuple[tuple[Fraction, ...], tuple[Fraction, ...]]] = {}
    for name, values in box.items():
        assert values.low is not None and values.high is not None
        slope = _slope(expr, box, name)
        if slope is not None and slope.low is not None and slope.low >= 0:
            ends[name] = (values.low,), (values.high,)
        elif slope is not None and slope.high is not None and slope.high <= 0:
            ends[name] = (values.high,), (values.low,)
        elif _is_moebius(expr, name):
            ends[name] = (values.low, values.high), (values.low, values.high)
        else:
            return None
    if sum(len(for_low) > 1 for for_low, _ in ends.values()) > VERTEX_LIMIT:
        return None
    low, low_open = _best_corner(expr, box, {name: pair[0] for name, pair in ends.items()}, 1)
    high, high_open = _best_corner(expr, box, {name: pair[1] for name, pair in ends.items()}, -1)
    return Interval(low, high, low_open, high_open)


def _best_corner(
    expr: Expr, box: Box, ends: Mapping[str, tuple[Fraction, ...]], sign: int
) -> tuple[Fraction, bool]:
    """The least (sign 1) or greatest (sign −1) corner value, and whether it is only approached.

    A corner on an open end is attained just when the value stays the same with every open
    coordinate moved inside: along such an edge the expression is constant. One with min, max or
    abs may be constant for a while only; its ends count as attained, which is never too narrow.
    So do those of one with a root, which are rounded outwards.
    """
    corners = [dict(zip(ends, corner, strict=True)) for corner in product(*ends.values())]
    if any(isinstance(node, Root) for node in walk(expr)):
        outwards = [_outwards(expr, corner, sign) for corner in corners]
        return (min(outwards) if sign > 0 else max(outwards)), False
    values = [value_at(expr, corner) for corner in corners]
    best = min(values) if sign > 0 else max(values)
    for corner, value in zip(corners, values, strict=True):
        if value == best:
            inside = {name: _moved_inside(box[name], end) for name, end in corner.items()}
            if value_at(expr, inside) == best:
                return best, False
    return best, not is_piecewise(expr)


def _outwards(expr: Expr, corner: Point, sign: int) -> Fraction:
    """The value at a corner; where it is irrational, a little less (sign 1) or more."""
    enclosure = enclosure_at(expr, corner)
    end = enclosure.low if sign > 0 else enclosure.high
    assert end is not None
    return end


def _moved_inside(values: Interval, end: Fraction) -> Fraction:
    return end if end in values else values.middle


def is_piecewise(expr: Expr) -> bool:
    """Whether min, max or abs occur in the expression."""
    return any(isinstance(node, Extremum | Absolute) for node in walk(expr))


def _slope(expr: Expr, box: Box, name: str) -> Interval | None:
    """An interval that holds the partial derivative over the box (forward differentiation)."""
    pair = _value_and_slope(expr, box, name)
    return None if pair is None else pair[1]


_NOTHING: Final = Interval.point(Fraction(0))


def _value_and_slope(expr: Expr, box: Box, name: str) -> tuple[Interval, Interval] | None:
    match expr:
        case Variable(variable):
            return box[variable], Interval.point(Fraction(variable == name))
        case Constant(number):
            return Interval.point(number), _NOTHING
        case Negative(part):
            inner = _value_and_slope(part, box, name)
            return None if inner is None else (-inner[0], -inner[1])
        case Sum(terms):
            total = (_NOTHING, _NOTHING)
            for term in terms:
                inner = _value_and_slope(term, box, name)
                if inner is None:
                    return None
                total = total[0] + inner[0], total[1] + inner[1]
            return total
        case Product(factors):
            done = (Interval.point(Fraction(1)), _NOTHING)
            for factor in factors:
                inner = _value_and_slope(factor, box, name)
                if inner is None:
                    return None
                done = done[0] * inner[0], done[0] * inner[1] + done[1] * inner[0]
            return done
        case Quotient(numerator, denominator):
            over = _value_and_slope(numerator, box, name)
            under = _value_and_slope(denominator, box, name)
            if over is None or under is None:
                return None
            ratio = over[0] / under[0]
            slope = None if ratio is None else (over[1] - ratio * under[1]) / under[0]
            return None if ratio is None or slope is None else (ratio, slope)
        case Power(base, exponent):
            inner = _value_and_slope(base, box, name)
            if inner is None:
                return None
            power, lower = inner[0] ** exponent, inner[0] ** (exponent - 1)
            if power is None or lower is None:
                return None
            return power, Interval.point(Fraction(exponent)) * lower * inner[1]
        case Root(base, _):
            # Only the sign of a slope matters here, and a root rises wherever its base does.
            inner = _value_and_slope(base, box, name)
            value = natural_extension(expr, box)
            return None if inner is None or value is None else (value, inner[1] * POSITIVE)
        case Absolute(part):
            inner = _value_and_slope(part, box, name)
            return None if inner is None else (abs(inner[0]), inner[1] * _side(inner[0]))
        case Extremum(which, parts):
            return _extremum(which, [_value_and_slope(part, box, name) for part in parts])
    return None


def _side(values: Interval) -> Interval:
    """The slopes of the magnitude: 1 where it is nowhere negative, −1, or all in between."""
    low = 1 if values.low is not None and values.low >= 0 else -1
    high = -1 if values.high is not None and values.high <= 0 else 1
    return Interval(Fraction(min(low, high)), Fraction(max(low, high)))


def _extremum(
    which: str, pairs: list[tuple[Interval, Interval] | None]
) -> tuple[Interval, Interval] | None:
    """The value of min or max, and the slopes of the parts that can be the least or greatest."""
    known = [pair for pair in pairs if pair is not None]
    if len(known) < len(pairs):
        return None
    value = known[0][0]
    for other, _ in known[1:]:
        value = value.minimum(other) if which == "min" else value.maximum(other)
    slopes = [slope for part, slope in known if part.intersect(value) is not None]
    hull = slopes[0]
    for slope in slopes[1:]:
        hull = hull.hull(slope)
    return value, hull


def _is_moebius(expr: Expr, name: str) -> bool:
    """Whether the expression is (αx + β)/(γx + δ) in the variable, whatever the others are."""
    degrees = _degrees(expr, name)
    return degrees is not None and max(degrees) <= 1


def _degrees(expr: Expr, name: str) -> tuple[int, int] | None:
    """Degrees in a variable of numerator and denominator, without cancelling; None: no fraction."""
    match expr:
        case Constant():
            return 0, 0
        case Variable(variable):
            return int(variable == name), 0
        case Negative(part):
            return _degrees(part, name)
        case Sum(parts) | Product(parts):
            over, under = 0, 0
            for part in parts:
                inner = _degrees(part, name)
                if inner is None:
                    return None
                if isinstance(expr, Sum):
                    over, under = max(over + inner[1], inner[0] + under), under + inner[1]
                else:
                    over, under = over + inner[0], under + inner[1]
            return over, under
        case Quotient(numerator, denominator):
            above, below = _degrees(numerator, name), _degrees(denominator, name)
            if above is None or below is None:
                return None
            return above[0] + below[1], above[1] + below[0]
        case Power(base, exponent):
            inner = _degrees(base, name)
            if inner is None:
                return None
            inner = inner if exponent >= 0 else (inner[1], inner[0])
            return inner[0] * abs(exponent), inner[1] * abs(exponent)
    return (0, 0) if name not in variables(expr) else None


def _denominators(expr: Expr) -> Iterator[Expr]:
    for node in walk(expr):
        match node:
            case Quotient(_, denominator):
                yield denominator
            case Power(base, exponent) if exponent < 0:
                yield base
