"""Exact ranges of expressions over boxes, and whether a target can be reached.

`extent` is tight and sound: over-estimation would hide fails, under-estimation would accuse
wrongly. In order of preference: each variable once, where natural interval arithmetic is exact;
derivatives of known sign, where two corners decide; affine or Möbius in a variable with no zero
denominator, where its two ends decide; otherwise branch and bound (Ratschek and Rokne, New
Computer Methods for Global Optimization, 1988).
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sensecheck.numbers.bisection import Reach, enclose, search
from sensecheck.numbers.corners import corner_range, is_piecewise
from sensecheck.numbers.expressions import (
    Box,
    Constant,
    Expr,
    Negative,
    Point,
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


@dataclass(frozen=True, slots=True)
class Extent:
    """All values of an expression over a box.

    `tight`: the interval is the exact range; otherwise it holds the range and may be wider.
    """

    interval: Interval
    tight: bool


def extent(expr: Expr, box: Box) -> Extent | None:
    """The range of an expression; None where it is not defined on the whole box or not found."""
    found = _quick_extent(expr, box)
    if found is not None or any(box[name].width is None for name in variables(expr)):
        return found
    enclosure = enclose(expr, {name: box[name] for name in variables(expr)}, _bounds)
    return None if enclosure is None else Extent(enclosure, tight=False)


def reaches(expr: Expr, box: Box, target: Interval) -> Reach:
    """Whether some point of the box has its value in the target.

    NO is a proof; YES means that such a point exists; UNKNOWN that the budget ran out.
    """
    peeled = peel(expr, target)
    if peeled is None:
        return Reach.NO
    core, goal = peeled
    found = _quick_extent(core, box)
    if found is not None:
        if found.interval.intersect(goal) is None:
            return Reach.NO
        if found.tight:
            return Reach.YES
    return _fraction_reaches(core, box, goal) or search(core, box, goal, _bounds)[0]


def _quick_extent(expr: Expr, box: Box) -> Extent | None:
    """The range as far as one look tells; None where it takes a search."""
    counts = variables(expr)
    if max(counts.values(), default=1) == 1:
        natural = natural_extension(expr, box)
        return None if natural is None else Extent(natural, not has_root(expr))
    form = linear(expr)
    if form is not None:
        return Extent(form.range_over(box), tight=True)
    local = {name: box[name] for name in counts}
    if any(values.width is None for values in local.values()):
        return None
    by_corners = _by_corners(expr, local)
    if by_corners is None:
        return None
    is_open = any(values.low_open or values.high_open for values in local.values())
    return Extent(by_corners, not (has_root(expr) or (is_open and is_piecewise(expr))))


def _by_corners(expr: Expr, box: Box) -> Interval | None:
    return corner_range(expr, box, lambda under: _is_nonzero(under, box))


def _bounds(expr: Expr, box: Box) -> Interval | None:
    """An interval that holds all values over a piece: exact where its corners decide."""
    if all(values.width is not None for values in box.values()):
        by_corners = _by_corners(expr, box)
        if by_corners is not None:
            return by_corners
    return natural_extension(expr, box)


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
            case Sum(terms) if len(varying := [term for term in terms if not _is_known(term)]) == 1:
                rest = sum((value_at(t, {}) for t in terms if _is_known(t)), start=Fraction(0))
                expr, goal = varying[0], goal - Interval.point(rest)
            case Product(factors) if len(varying := [f for f in factors if not _is_known(f)]) == 1:
                scale = Fraction(1)
                for factor in factors:
                    scale *= value_at(factor, {}) if _is_known(factor) else Fraction(1)
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
    return None if peeled is None else search(peeled[0], box, peeled[1], _bounds)[1]


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


def _is_known(expr: Expr) -> bool:
    """Whether the expression is one exact number, whatever the figures are."""
    if isinstance(expr, Constant):
        return True
    if any(isinstance(node, Variable) for node in walk(expr)):
        return False
    value = natural_extension(expr, {})
    return value is not None and value.is_point
