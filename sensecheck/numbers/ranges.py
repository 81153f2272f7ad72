"""Exact ranges of expressions over boxes, and whether a target can be reached.

`extent` is tight and sound: over-estimation would hide fails, under-estimation would accuse
wrongly. In order of preference: each variable once, where natural interval arithmetic is exact;
derivatives of known sign, where two corners decide; affine or Möbius in a variable with no zero
denominator, where its two ends decide; otherwise branch and bound (Ratschek and Rokne, New
Computer Methods for Global Optimization, 1988).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from itertools import product
from typing import Final

from sensecheck.numbers.expressions import (
    Constant,
    Expr,
    Negative,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Variable,
    natural_extension,
    value_at,
    variables,
    walk,
)
from sensecheck.numbers.intervals import NOT_NEGATIVE, Interval
from sensecheck.numbers.linear import Linear, linear

Box = Mapping[str, Interval]
Point = Mapping[str, Fraction]

VERTEX_LIMIT: Final = 12
"""Most variables whose ends are tried in all combinations (4,096 corners)."""

BUDGET: Final = 3_000
"""Most boxes that branch and bound looks at before it gives up."""


class Reach(Enum):
    """Whether some point of a box has its value in a target."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Extent:
    """All values of an expression over a box.

    `tight`: the interval is the exact range; otherwise it holds the range and may be wider.
    """

    interval: Interval
    tight: bool


def extent(expr: Expr, box: Box) -> Extent | None:
    """The range of an expression; None where it is not defined on the whole box or not found."""
    counts = variables(expr)
    if max(counts.values(), default=1) == 1:
        natural = natural_extension(expr, box)
        return None if natural is None else Extent(natural, not has_root(expr))
    local = {name: box[name] for name in counts}
    if any(values.width is None for values in local.values()):
        return None
    by_corners = _corner_range(expr, local)
    if by_corners is not None:
        return Extent(by_corners, not has_root(expr))
    enclosure = _enclosure(expr, local)
    return None if enclosure is None else Extent(enclosure, tight=False)


def reaches(expr: Expr, box: Box, target: Interval) -> Reach:
    """Whether some point of the box has its value in the target.

    NO is a proof; YES means that such a point exists; UNKNOWN that the budget ran out.
    """
    peeled = peel(expr, target)
    if peeled is None:
        return Reach.NO
    core, goal = peeled
    found = extent(core, box)
    if found is not None:
        if found.interval.intersect(goal) is None:
            return Reach.NO
        if found.tight:
            return Reach.YES
    return _fraction_reaches(core, box, goal) or _branch_and_bound(core, box, goal)[0]


def covers(expr: Expr, box: Box, target: Interval) -> bool:
    """Whether every point of the box has its value in the target; False where that is not known."""
    below = None if target.low is None else Interval(None, target.low, True, not target.low_open)
    above = None if target.high is None else Interval(target.high, None, not target.high_open, True)
    return all(
        outside is None or reaches(expr, box, outside) is Reach.NO for outside in (below, above)
    )


def peel(expr: Expr, target: Interval) -> tuple[Expr, Interval] | None:
    """An equivalent question with the outermost constants and roots moved into the target.

    (b/a)^(1/n) − 1 ∈ [l, u] becomes b/a ∈ [(1 + l)ⁿ, (1 + u)ⁿ], so that no root is taken. None
    where no value at all can lie in the target.
    """
    goal: Interval | None = target
    while goal is not None:
        match expr:
            case Negative(part):
                expr, goal = part, -goal
            case Sum(terms) if len(varying := [term for term in terms if _varies(term)]) == 1:
                rest = sum((value_at(t, {}) for t in terms if not _varies(t)), start=Fraction(0))
                expr, goal = varying[0], goal - Interval.point(rest)
            case Product(factors) if len(varying := [f for f in factors if _varies(f)]) == 1:
                scale = Fraction(1)
                for factor in factors:
                    scale *= Fraction(1) if _varies(factor) else value_at(factor, {})
                if not scale:
                    return expr, goal
                expr, goal = varying[0], goal * Interval.point(1 / scale)
            case Root(base, degree):
                within = goal.intersect(NOT_NEGATIVE)
                expr, goal = base, None if within is None else within**degree
            case _:
                return expr, goal
    return None


def has_root(expr: Expr) -> bool:
    """Whether a value of the expression may be irrational."""
    return any(isinstance(node, Root) for node in walk(expr))


def any_point(expr: Expr, box: Box, target: Interval) -> Point | None:
    """Some rational point whose value lies in the target, by branch and bound; None: not found."""
    peeled = peel(expr, target)
    return None if peeled is None else _branch_and_bound(peeled[0], box, peeled[1])[1]


# ── ends of a range at the corners of the box ────────────────────────────────────────────────


def _corner_range(expr: Expr, box: Box) -> Interval | None:
    """The range from the ends of the variables, where these are known to decide."""
    if not all(_is_nonzero(under, box) for under in _denominators(expr)):
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
    coordinate moved inside: along such an edge the expression is constant.
    """
    corners = [dict(zip(ends, corner, strict=True)) for corner in product(*ends.values())]
    values = [value_at(expr, corner) for corner in corners]
    best = min(values) if sign > 0 else max(values)
    for corner, value in zip(corners, values, strict=True):
        if value == best:
            inside = {name: _moved_inside(box[name], end) for name, end in corner.items()}
            if value_at(expr, inside) == best:
                return best, False
    return best, True


def _moved_inside(values: Interval, end: Fraction) -> Fraction:
    return end if end in values else middle(values)


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
    return None


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


def _is_nonzero(expr: Expr, box: Box) -> bool:
    """Whether the expression is never zero over the box, its closed ends included."""
    closed = {name: Interval(values.low, values.high) for name, values in box.items()}
    form = linear(expr)
    values = form.range_over(closed) if form is not None else None
    if values is None:
        found = extent(expr, {name: closed[name] for name in variables(expr)})
        values = None if found is None else found.interval
    return values is not None and Fraction(0) not in values


# ── fractions of linear forms, whatever the ends ─────────────────────────────────────────────


def _fraction_reaches(expr: Expr, box: Box, target: Interval) -> Reach | None:
    """Decides N/D ∈ [l, u] for linear forms: N − l·D ≥ 0 and N − u·D ≤ 0 where D > 0.

    Each is decided exactly, and N/D is continuous, so that values on both sides of the target
    leave none of it out. None where the expression is no such fraction or D may be zero.
    """
    if not isinstance(expr, Quotient):
        return None
    over, under = linear(expr.numerator), linear(expr.denominator)
    if over is None or under is None:
        return None
    divisor = under.range_over(box)
    if Fraction(0) in divisor:
        return None
    if divisor.high is not None and divisor.high <= 0:
        over, under = over.times(Fraction(-1)), under.times(Fraction(-1))
    if target.low is not None:
        above = _remainder(over, under, target.low).range_over(box)
        if above.intersect(Interval(Fraction(0), None, target.low_open)) is None:
            return Reach.NO
    if target.high is not None:
        below = _remainder(over, under, target.high).range_over(box)
        if below.intersect(Interval(None, Fraction(0), True, target.high_open)) is None:
            return Reach.NO
    return Reach.YES


def _remainder(over: Linear, under: Linear, bound: Fraction) -> Linear:
    return over - under.times(bound)


# ── branch and bound ─────────────────────────────────────────────────────────────────────────


def _branch_and_bound(expr: Expr, box: Box, target: Interval) -> tuple[Reach, Point | None]:
    """Splits the box until every piece is refuted, or a point of one lies in the target."""
    names = list(variables(expr))
    pending: list[dict[str, Interval]] = [{name: box[name] for name in names}]
    looked_at = 0
    while pending:
        looked_at += 1
        if looked_at > BUDGET:
            return Reach.UNKNOWN, None
        piece = pending.pop()
        values = natural_extension(expr, piece)
        if values is not None and values.intersect(target) is None:
            continue
        point = {name: middle(piece[name]) for name in names}
        if _lies_in(expr, point, target):
            return Reach.YES, point
        halves = _halves(piece)
        if halves is None:
            return Reach.UNKNOWN, None
        pending.extend(halves)
    return Reach.NO, None


def _lies_in(expr: Expr, point: Point, target: Interval) -> bool:
    # An irrational root stands for its enclosure: only an enclosure that the target covers counts.
    enclosure = natural_extension(expr, {name: Interval.point(v) for name, v in point.items()})
    return enclosure is not None and target.covers(enclosure)


def _enclosure(expr: Expr, box: Box) -> Interval | None:
    """An interval that holds the range, tightened by a few rounds of splitting."""
    pieces = [dict(box)]
    for _ in range(7):
        halves = [half for piece in pieces for half in (_halves(piece) or (piece,))]
        pieces = halves
    hull: Interval | None = None
    for piece in pieces:
        values = natural_extension(expr, piece)
        if values is None:
            return None
        hull = values if hull is None else hull.hull(values)
    return hull


def _halves(box: Mapping[str, Interval]) -> tuple[dict[str, Interval], dict[str, Interval]] | None:
    """The box cut in two across its relatively widest side; None where every side is a point."""
    sides = [(name, values) for name, values in box.items() if not values.is_point]
    if not sides:
        return None
    name, values = max(sides, key=lambda side: _breadth(side[1]))
    cut = middle(values)
    lower = Interval(values.low, cut, values.low_open, False)
    upper = Interval(cut, values.high, False, values.high_open)
    return {**box, name: lower}, {**box, name: upper}


def _breadth(values: Interval) -> Fraction:
    if values.low is None or values.high is None:
        return Fraction(10**60)
    return (values.high - values.low) / max(abs(values.low), abs(values.high))


def middle(values: Interval) -> Fraction:
    """A number inside the interval, midway where both ends are there."""
    if values.low is not None and values.high is not None:
        return (values.low + values.high) / 2
    if values.low is not None:
        return max(2 * values.low, values.low + 1)
    if values.high is not None:
        return min(2 * values.high, values.high - 1)
    return Fraction(0)


def _varies(expr: Expr) -> bool:
    return any(isinstance(node, Variable) for node in walk(expr))
