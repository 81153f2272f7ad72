"""Products of figures that are both unknown, relaxed to linear conditions.

w = x·y with x in [a, b] and y in [c, d] implies the four inequalities of McCormick (Computability
of global solutions to factorable nonconvex programs, 1976), such as (x − a)·(y − c) ≥ 0. They hold
for every solution and for more: a conflict among them is a conflict, but not every one is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from sensecheck.numbers.expressions import Expr, Product, Quotient
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.linear import Linear, linear
from sensecheck.numbers.ranges import peel
from sensecheck.rules.base import Given, Row

MARK = "×"
"""How the names of products begin; no figure's name does."""


def product_conditions(expr: Expr, given: Given, within: Interval) -> tuple[Row, ...]:
    """What 'the product, or the quotient, lies in the interval' implies; none for other shapes."""
    peeled = peel(expr, within)
    if peeled is None:
        return ()
    core, goal = peeled
    if isinstance(core, Product):
        forms = [linear(factor) for factor in core.factors]
        if any(form is None for form in forms):
            return ()
        return tuple(_chain([form for form in forms if form is not None], given, goal))
    if isinstance(core, Quotient):
        over, under = linear(core.numerator), linear(core.denominator)
        if over is None or under is None:
            return ()
        return tuple(_quotient(over, under, given, goal))
    return ()


def is_product(name: str) -> bool:
    """Whether a variable stands for a product, not for a figure."""
    return f": {MARK}" in name


def _chain(factors: list[Linear], given: Given, goal: Interval) -> Iterator[Row]:
    """x·y·z ∈ goal: w1 = x·y, w2 = w1·z, and w2 in the goal."""
    form, values = factors[0], factors[0].range_over(given.box)
    for number, factor in enumerate(factors[1:], start=1):
        ahead = factor.range_over(given.box)
        name = _single(f"{MARK}{number}")
        yield from _envelope(name, form, values, factor, ahead)
        form, values = name, values * ahead
    yield Row(form, goal)


def _quotient(over: Linear, under: Linear, given: Given, goal: Interval) -> Iterator[Row]:
    """over ÷ under = r ∈ goal: over = r·under."""
    ratio, name = _single(f"{MARK}r"), _single(f"{MARK}1")
    yield Row(ratio, goal)
    yield Row(name - over, Interval.point(Fraction(0)))
    yield from _envelope(name, ratio, goal, under, under.range_over(given.box))


def _envelope(
    name: Linear, x: Linear, x_values: Interval, y: Linear, y_values: Interval
) -> Iterator[Row]:
    """McCormick's inequalities for name = x·y: one for each pair of ends that is there."""
    yield Row(name, x_values * y_values)
    ends_of_x = ((x_values.low, 1), (x_values.high, -1))
    ends_of_y = ((y_values.low, 1), (y_values.high, -1))
    for (a, side_x), (c, side_y) in product(ends_of_x, ends_of_y):
        if a is None or c is None:
            continue
        # (x − a)·(y − c) is not negative where both differences have one sign: a·c + w − a·y − c·x.
        form = name - y.times(a) - x.times(c) + Linear({}, a * c)
        zero = Fraction(0)
        same = side_x == side_y
        yield Row(form, Interval(zero, None) if same else Interval(None, zero))


def _single(name: str) -> Linear:
    return Linear({name: Fraction(1)}, Fraction(0))
