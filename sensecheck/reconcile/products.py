"""Products of figures that are both unknown, relaxed to linear conditions.

w = x·y with x in [a, b] and y in [c, d] implies the four inequalities of McCormick (Computability
of global solutions to factorable nonconvex programs, 1976), such as (x − a)·(y − c) ≥ 0. They hold
for every solution and for more: a conflict among them is a conflict, but not every one is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from sensecheck.numbers.expressions import Expr, Negative, Product, Quotient, Sum, Variable
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.linear import Linear, linear
from sensecheck.numbers.ranges import peel
from sensecheck.rules.base import Given, Row

MARK = "×"
"""How the names of products begin; no figure's name does."""


def product_conditions(
    expr: Expr, given: Given, within: Interval, result: Linear | None = None
) -> tuple[Row, ...]:
    """What 'the product, or the quotient, lies in the interval' implies; none for other shapes.

    `result` is the figure that it is, where one is named.
    """
    peeled = peel(expr, within)
    if peeled is None:
        return ()
    core, goal = peeled
    value, rows = _core(core, given, goal)
    if value is None:
        return ()
    whole = None if result is None else _around(expr, core, value)
    if result is not None and whole is not None:
        rows.append(Row(whole - result, Interval.point(Fraction(0))))
    return tuple(rows)


def is_product(name: str) -> bool:
    """Whether a variable stands for a product, not for a figure."""
    return f": {MARK}" in name


def _core(core: Expr, given: Given, goal: Interval) -> tuple[Linear | None, list[Row]]:
    """A variable for the product or quotient, and the rows that hold it; None for other shapes."""
    if isinstance(core, Product):
        forms = [form for factor in core.factors if (form := linear(factor)) is not None]
        return _chain(forms, given, goal) if len(forms) == len(core.factors) else (None, [])
    if isinstance(core, Quotient):
        over, under = linear(core.numerator), linear(core.denominator)
        if over is not None and under is not None:
            return _quotient(over, under, given, goal)
    return None, []


def _around(expr: Expr, core: Expr, value: Linear) -> Linear | None:
    """The expression where its core has the value; None where it is not linear in it."""
    form = linear(_replaced(expr, core))
    if form is None or MARK not in form.coefficients:
        return None
    return value.times(form.coefficients[MARK]) + Linear({}, form.constant)


def _replaced(expr: Expr, core: Expr) -> Expr:
    if expr is core:
        return Variable(MARK)
    match expr:
        case Negative(part):
            return Negative(_replaced(part, core))
        case Sum(terms):
            return Sum(tuple(_replaced(term, core) for term in terms))
        case Product(factors):
            return Product(tuple(_replaced(factor, core) for factor in factors))
    return expr


def _chain(factors: list[Linear], given: Given, goal: Interval) -> tuple[Linear, list[Row]]:
    """x·y·z ∈ goal: w1 = x·y, w2 = w1·z, and w2 in the goal."""
    rows: list[Row] = []
    form, values = factors[0], factors[0].range_over(given.box)
    for number, factor in enumerate(factors[1:], start=1):
        ahead = factor.range_over(given.box)
        name = _single(f"{MARK}{number}")
        rows += _envelope(name, form, values, factor, ahead)
        form, values = name, values * ahead
    return form, [*rows, Row(form, goal)]


def _quotient(
    over: Linear, under: Linear, given: Given, goal: Interval
) -> tuple[Linear, list[Row]]:
    """over ÷ under = r ∈ goal: over = r·under."""
    ratio, name = _single(f"{MARK}r"), _single(f"{MARK}1")
    nothing = Interval.point(Fraction(0))
    envelope = _envelope(name, ratio, goal, under, under.range_over(given.box))
    return ratio, [Row(ratio, goal), Row(name - over, nothing), *envelope]


def _envelope(
    name: Linear, x: Linear, x_values: Interval, y: Linear, y_values: Interval
) -> Iterator[Row]:
    """McCormick's inequalities for name = x·y: one for each pair of ends that is there."""
    yield Row(name, x_values * y_values)
    for (a, side_x, x_open), (c, side_y, y_open) in product(_ends(x_values), _ends(y_values)):
        if a is None or c is None:
            continue
        # (x − a)·(y − c) is not negative where both differences have one sign: a·c + w − a·y − c·x.
        # Nor is it zero where neither difference can be.
        form = name - y.times(a) - x.times(c) + Linear({}, a * c)
        side = Interval(Fraction(0), None, low_open=x_open and y_open)
        yield Row(form, side if side_x == side_y else -side)


def _ends(values: Interval) -> tuple[tuple[Fraction | None, int, bool], ...]:
    """The two ends, each with the side on which the values are, and whether it is open."""
    return (values.low, 1, values.low_open), (values.high, -1, values.high_open)


def _single(name: str) -> Linear:
    return Linear({name: Fraction(1)}, Fraction(0))
