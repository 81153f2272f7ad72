"""What one variable must be for an expression to reach a target.

The target is pulled back through the expression, operation by operation (HC4, Benhamou, Goualard,
Granvilliers and Puget, Revising Hull and Box Consistency, 1999), which is exact where each
variable stands once. Linear fractions in which a variable stands twice are solved as linear rows.
Other expressions are left as wide as they were: the answer is never too narrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice
from typing import Final

from sensecheck.numbers.display import magnitude
from sensecheck.numbers.expressions import (
    ONE,
    ZERO,
    Box,
    Expr,
    Negative,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Undefined,
    Variable,
    enclosure_at,
    natural_extension,
    parts_of,
    variables,
    with_points,
)
from sensecheck.numbers.intervals import (
    EVERYTHING,
    NEGATIVE,
    NOT_NEGATIVE,
    POSITIVE,
    Interval,
)
from sensecheck.numbers.linear import linear, solve
from sensecheck.numbers.printed import power_of_ten
from sensecheck.numbers.ranges import any_point, peel

TRIES: Final = 30
"""How many points `witness` looks at before it searches."""

MOST_DIGITS: Final = 25
"""How many digits `simplest` tries before it takes the middle."""


def project(expr: Expr, box: Box, target: Interval, name: str) -> Interval | None:
    """The values of one variable, within its box, that let the expression reach the target.

    None where no value does. The other variables may be anything in their boxes.
    """
    counts = variables(expr)
    if name not in counts:
        return box[name]
    if any(count > 1 for count in counts.values()):
        return _solve_rows(with_points(expr, box), box, target, name)
    allowed: Interval | None = target
    while not isinstance(expr, Variable):
        assert allowed is not None
        expr, allowed = _pull_back(expr, box, allowed, name)
        if allowed is None:
            return None
    assert allowed is not None
    return allowed.intersect(box[name])


def witness(
    expr: Expr,
    box: Box,
    target: Interval,
    preferred: Mapping[str, Fraction],
) -> dict[str, Fraction] | None:
    """True values, one of each variable, whose result lies in the target.

    Each is its preferred value where that is possible, and otherwise the number with the fewest
    decimals that is left. None where none is found.
    """
    peeled = peel(expr, target)
    if peeled is None:
        return None
    core, goal = peeled
    for point in islice(
        _pinned(core, {n: box[n] for n in variables(core)}, goal, preferred), TRIES
    ):
        if _holds(core, point, goal):
            return point
    other = any_point(core, box, goal)
    return None if other is None else dict(other)


def _pinned(
    expr: Expr, box: Box, target: Interval, preferred: Mapping[str, Fraction]
) -> Iterator[dict[str, Fraction]]:
    """Points with one variable after the other pinned to a value that the target still allows.

    What is allowed may be two stretches, of which only the hull is known: then the value in between
    leads nowhere, and an end does.
    """
    free = [name for name, values in box.items() if not values.is_point]
    if not free:
        yield {name: values.middle for name, values in box.items()}
        return
    name = free[0]
    allowed = project(expr, box, target, name)
    if allowed is None:
        return
    if len(free) == 1 and allowed == box[name] and variables(expr)[name] > 1:
        found = any_point(expr, box, target)  # x² + x, say: along one line a search is short
        if found is not None:
            yield dict(found)
        return
    ends = (end for end in (allowed.low, allowed.high) if end is not None and end in allowed)
    for value in dict.fromkeys((simplest(allowed, preferred.get(name)), *ends)):
        yield from _pinned(expr, {**box, name: Interval.point(value)}, target, preferred)


def simplest(values: Interval, preferred: Fraction | None = None) -> Fraction:
    """The preferred number where it lies in the interval, else one with the fewest decimals.

    Not an end, where anything else is left: what is right only just convinces nobody.
    """
    if preferred is not None and preferred in values:
        return preferred
    if values.is_point and values.low is not None:
        return values.low
    wanted = values.middle
    over, under = wanted.numerator, wanted.denominator
    start = -magnitude(wanted) - 1
    for decimals in range(start, start + MOST_DIGITS):
        grid = power_of_ten(-decimals)
        below = over * grid.denominator // (under * grid.numerator)
        for candidate in (below * grid, (below + 1) * grid):
            inside = candidate in values and candidate not in (values.low, values.high)
            if inside and (candidate or not wanted):
                return candidate
    return values.middle


def _holds(expr: Expr, point: Mapping[str, Fraction], target: Interval) -> bool:
    try:
        return target.covers(enclosure_at(expr, point))
    except Undefined:
        return False


def _pull_back(expr: Expr, box: Box, target: Interval, name: str) -> tuple[Expr, Interval | None]:
    """The part that holds the variable, and what that part may be."""
    match expr:
        case Negative(part):
            return part, -target
        case Sum(terms):
            part, others = _split(terms, name)
            rest = natural_extension(Sum((ZERO, *others)), box)
            return part, EVERYTHING if rest is None else target - rest
        case Product(factors):
            part, others = _split(factors, name)
            rest = natural_extension(Product((ONE, *others)), box)
            return part, EVERYTHING if rest is None else _factor(target, rest, _values(part, box))
        case Quotient(numerator, denominator):
            if name in variables(numerator):
                under = natural_extension(denominator, box)
                return numerator, EVERYTHING if under is None else target * under
            over = natural_extension(numerator, box)
            return denominator, EVERYTHING if over is None else _divisor(
                target, over, _values(denominator, box)
            )
        case Root(base, degree):
            within = target.intersect(NOT_NEGATIVE)
            return base, None if within is None else within**degree
        case Power(base, exponent) if exponent > 0:
            return base, _base(target, exponent, _values(base, box))
    part = next(part for part in parts_of(expr) if name in variables(part))
    return part, EVERYTHING


def _base(target: Interval, exponent: int, within: Interval) -> Interval | None:
    """Every x of `within` with x ** exponent in the target, rounded outwards."""
    up = _root(target.intersect(NOT_NEGATIVE), exponent)
    down = _root((-target).intersect(NOT_NEGATIVE), exponent) if exponent % 2 else up
    hull: Interval | None = None
    for part in (up, None if down is None else -down):
        inside = None if part is None else part.intersect(within)
        if inside is not None:
            hull = inside if hull is None else hull.hull(inside)
    return hull


def _root(values: Interval | None, degree: int) -> Interval | None:
    return None if values is None else natural_extension(Root(Variable(""), degree), {"": values})


def _split(parts: tuple[Expr, ...], name: str) -> tuple[Expr, tuple[Expr, ...]]:
    index = next(i for i, part in enumerate(parts) if name in variables(part))
    return parts[index], parts[:index] + parts[index + 1 :]


def _values(expr: Expr, box: Box) -> Interval:
    return natural_extension(expr, box) or EVERYTHING


def _factor(target: Interval, other: Interval, within: Interval) -> Interval | None:
    """Every t of `within` with t·y in the target for some y: target ÷ other, zero taken apart."""
    if Fraction(0) not in other:
        return target / other
    if Fraction(0) in target:
        return EVERYTHING
    return _union(target, other, within)


def _divisor(target: Interval, over: Interval, within: Interval) -> Interval | None:
    """Every t of `within` with n/t in the target for some n: over ÷ target, zero taken apart."""
    if Fraction(0) not in target:
        return over / target
    if Fraction(0) in over:
        return EVERYTHING
    return _union(over, target, within)


def _union(over: Interval, under: Interval, within: Interval) -> Interval | None:
    """The hull of over ÷ the negative and over ÷ the positive part, as far as they lie within."""
    hull: Interval | None = None
    for part in (under.intersect(NEGATIVE), under.intersect(POSITIVE)):
        values = None if part is None else over / part
        inside = None if values is None else values.intersect(within)
        if inside is not None:
            hull = inside if hull is None else hull.hull(inside)
    return hull


def _solve_rows(expr: Expr, box: Box, target: Interval, name: str) -> Interval | None:
    """The projection of N/D ∈ [l, u] on a variable: N − l·D and N − u·D solved for it."""
    peeled = peel(expr, target)
    if peeled is None:
        return None
    core, goal = peeled
    fraction = core if isinstance(core, Quotient) else Quotient(core, ONE)
    over, under = linear(fraction.numerator), linear(fraction.denominator)
    if over is None or under is None:
        return box[name]
    divisor = under.range_over(box)
    if Fraction(0) in divisor:
        return box[name]
    if divisor.high is not None and divisor.high <= 0:
        over, under = over.times(Fraction(-1)), under.times(Fraction(-1))
    allowed: Interval | None = box[name]
    if goal.low is not None:
        at_least = Interval(Fraction(0), None, goal.low_open)
        allowed = solve(over - under.times(goal.low), box, at_least, name, allowed)
    if goal.high is not None:
        at_most = Interval(None, Fraction(0), True, goal.high_open)
        allowed = solve(over - under.times(goal.high), box, at_most, name, allowed)
    return allowed
