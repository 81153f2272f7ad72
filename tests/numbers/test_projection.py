"""Projections and witnesses: what one variable must be, and values that make a statement true."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from sensecheck.numbers.bisection import Reach
from sensecheck.numbers.expressions import (
    ONE,
    Constant,
    Expr,
    Power,
    Quotient,
    Root,
    Variable,
    value_at,
    variables,
)
from sensecheck.numbers.intervals import EVERYTHING, POSITIVE, Interval
from sensecheck.numbers.projection import project, simplest, witness
from sensecheck.numbers.ranges import peel, reaches

A, B, C = Variable("a"), Variable("b"), Variable("c")


def closed(low: str, high: str) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def test_the_base_of_a_decrease() -> None:
    # 4,672 is 6.85 … 6.95 % fewer than 4672/0.9315 … 4672/0.9305.
    change = B / A - ONE
    box = {"a": POSITIVE, "b": Interval.point(Fraction(4672))}
    peeled = peel(change, closed("-0.0695", "-0.0685"))
    assert peeled is not None
    found = project(peeled[0], box, peeled[1], "a")
    assert found == Interval(Fraction(4672) / Fraction("0.9315"), 4672 / Fraction("0.9305"))


def test_a_factor_whose_partner_may_be_zero() -> None:
    # t·y = 6 with y in [0, 2]: t is at least 3, however large.
    box = {"a": EVERYTHING, "b": closed("0", "2")}
    assert project(A * B, box, Interval.point(Fraction(6)), "a") == Interval(Fraction(3), None)
    # and with 0 wanted, anything goes: y may be 0
    assert project(A * B, box, Interval.point(Fraction(0)), "a") == EVERYTHING


def test_a_variable_that_stands_twice_is_solved_by_rows() -> None:
    # a/(a + b) = 1/4 with b in [3, 6] means a = b/3, 1 … 2.
    box = {"a": POSITIVE, "b": closed("3", "6")}
    found = project(A / (A + B), box, Interval.point(Fraction(1, 4)), "a")
    assert found == closed("1", "2")


def test_no_value_fits() -> None:
    box = {"a": closed("1", "2"), "b": closed("1", "2")}
    assert project(A + B, box, closed("5", "6"), "a") is None


SINGLE_USE: list[Expr] = [
    A + B - C,
    A * B - C,
    A * B * C,
    A / B + C,
    C / (A + B),
    Quotient(A - B, C),
    Root(A, 2) - B - C,
]


@st.composite
def boxes(draw: st.DrawFn) -> dict[str, Interval]:
    box = {}
    for name in "abc":
        low = draw(st.integers(1 if name == "a" else -3, 5))
        width = draw(st.integers(0, 3))
        flags = (draw(st.booleans()), draw(st.booleans())) if width else (False, False)
        box[name] = Interval(Fraction(low), Fraction(low + width), *flags)
    return box


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(SINGLE_USE), boxes(), st.integers(-12, 12), st.integers(0, 2))
def test_projection_loses_no_solution(
    expr: Expr, box: dict[str, Interval], low: int, width: int
) -> None:
    target = Interval(Fraction(low), Fraction(low + width))
    peeled = peel(expr, target)
    for point in _grid(expr, box):
        value = _value(expr, point)
        if value is None or value not in target:
            continue
        assert peeled is not None
        for name in variables(expr):
            allowed = project(peeled[0], box, peeled[1], name)
            assert allowed is not None
            assert point[name] in allowed


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SINGLE_USE), boxes(), st.integers(-12, 12), st.integers(0, 2))
def test_a_witness_is_found_where_there_is_one(
    expr: Expr, box: dict[str, Interval], low: int, width: int
) -> None:
    target = Interval(Fraction(low), Fraction(low + width))
    answer = reaches(expr, box, target)
    found = witness(expr, box, target, {})
    if found is None:
        assert answer is not Reach.YES
        return
    assert all(found[name] in box[name] for name in variables(expr))
    assert answer is not Reach.NO
    value = _value(expr, found)
    assert value is not None
    root_slack = Fraction(1, 10**30)
    assert target.low is not None
    assert target.high is not None
    assert target.low - root_slack <= value <= target.high + root_slack


def test_a_witness_keeps_what_may_stay_as_printed() -> None:
    # 13.86 % with the base as printed: 3.446 must have been 3.4464 (3.4464 ÷ 3.027 = 1.13855…).
    box = {"a": closed("3.0265", "3.0275"), "b": closed("3.4455", "3.4465")}
    printed = {"a": Fraction("3.027"), "b": Fraction("3.446")}
    found = witness(
        A / B - ONE,
        {"a": box["b"], "b": box["a"]},
        closed("0.13855", "0.13865"),
        {"a": printed["b"], "b": printed["a"]},
    )
    assert found == {"a": Fraction("3.446"), "b": Fraction("3.0266")}


def test_powers_are_solved_by_roots() -> None:
    anywhere = {"a": closed("-3", "3")}
    assert project(Power(A, 2), anywhere, closed("4", "9"), "a") == anywhere["a"]
    assert project(Power(A, 2), {"a": closed("0", "3")}, closed("4", "6.25"), "a") == closed(
        "2", "2.5"
    )
    assert project(Power(A, 3), anywhere, closed("-8", "1"), "a") == closed("-2", "1")
    assert project(Power(A, 2), anywhere, closed("-2", "-1"), "a") is None
    # √2 is irrational: what it may be is rounded outwards, never too narrow
    rounded = project(Power(A, 2), {"a": closed("0", "3")}, closed("2", "4"), "a")
    assert rounded is not None
    assert rounded.low is not None
    assert Fraction("1.41421356") < rounded.low
    assert rounded.low**2 < 2
    assert rounded.high == 2


def test_a_weighted_mean_is_solved_where_all_but_one_are_known() -> None:
    # (a·b + c·5) ÷ (b + c) with b = 2 and c = 3 is (2a + 15) ÷ 5: 4.2 … 4.4 needs a = 3 … 3.5
    mean = (A * B + C * Constant(Fraction(5))) / (B + C)
    box = {"a": closed("0", "9"), "b": closed("2", "2"), "c": closed("3", "3")}
    assert project(mean, box, closed("4.2", "4.4"), "a") == closed("3", "3.5")


def test_a_witness_of_a_polynomial_along_one_line() -> None:
    # a² + a is 6 where a is 2
    found = witness(Power(A, 2) + A, {"a": closed("1.5", "2.6")}, closed("5.9", "6.1"), {})
    assert found is not None
    assert Fraction("5.9") <= found["a"] ** 2 + found["a"] <= Fraction("6.1")


def test_simplest_numbers() -> None:
    assert simplest(closed("3.02651", "3.02749")) == Fraction("3.027")
    assert simplest(closed("3.0271", "3.0274"), Fraction("3.027")) == Fraction("3.0272")
    assert simplest(closed("1", "2"), Fraction("1.23")) == Fraction("1.23")
    assert simplest(Interval.point(Fraction(1, 3))) == Fraction(1, 3)
    assert simplest(Interval(Fraction(0), Fraction(1), True, True)) == Fraction("0.5")


def _grid(expr: Expr, box: dict[str, Interval]) -> list[dict[str, Fraction]]:
    sides = []
    for name in variables(expr):
        values = box[name]
        assert values.low is not None
        assert values.high is not None
        steps = [values.low + (values.high - values.low) * Fraction(i, 4) for i in range(5)]
        sides.append([(name, x) for x in dict.fromkeys(steps) if x in values])
    return [dict(corner) for corner in product(*sides)]


def _value(expr: Expr, point: dict[str, Fraction]) -> Fraction | None:
    try:
        return value_at(expr, point)
    except ArithmeticError:
        return None
