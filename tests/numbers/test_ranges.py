"""Exact ranges, by each of the four methods, against hand-worked cases and brute force."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensecheck.numbers.bisection import Reach
from sensecheck.numbers.expressions import (
    ONE,
    Absolute,
    Constant,
    Expr,
    Extremum,
    Power,
    Product,
    Quotient,
    Root,
    Sum,
    Variable,
    value_at,
    variables,
)
from sensecheck.numbers.intervals import POSITIVE, Interval
from sensecheck.numbers.ranges import covers, extent, has_root, peel, reaches

A, B, C = Variable("a"), Variable("b"), Variable("c")
NEAR = Fraction(1, 10**7)


def closed(low: str, high: str) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def opened(low: str, high: str) -> Interval:
    return Interval(Fraction(low), Fraction(high), True, True)


CASES: list[tuple[str, Expr, Mapping[str, Interval], Interval]] = [
    # 4.65 ÷ 3.4465 − 1 and 4.75 ÷ 3.4455 − 1, each variable once
    (
        "growth",
        B / A - ONE,
        {"a": closed("3.4455", "3.4465"), "b": closed("4.65", "4.75")},
        Interval(Fraction(46500, 34465) - 1, Fraction(47500, 34455) - 1),
    ),
    # the same by corners: (b − a)/a rises in b and falls in a
    (
        "growth, its base twice",
        (B - A) / A,
        {"a": closed("3.4455", "3.4465"), "b": closed("4.65", "4.75")},
        Interval(Fraction(46500, 34465) - 1, Fraction(47500, 34455) - 1),
    ),
    # a/(a + b) is 1/(1 + b/a): 1/(1+5) … 5/(5+1)
    (
        "share",
        A / (A + B),
        {"a": closed("1", "5"), "b": closed("1", "5")},
        Interval(Fraction(1, 6), Fraction(5, 6)),
    ),
    # a·b − a = a(b − 1) over [−1, 1]²: −1·(1−1) … but −1·(−1−1) = 2 and 1·(−1−1) = −2
    (
        "affine in each, no sign",
        A * B - A,
        {"a": closed("-1", "1"), "b": closed("-1", "1")},
        Interval(Fraction(-2), Fraction(2)),
    ),
    # the minimum 0 lies on the edge a = 0, where b may be anything: attained, though b is open
    (
        "an edge attains it",
        A * B + A,
        {"a": closed("0", "1"), "b": opened("0", "1")},
        Interval(Fraction(0), Fraction(2), False, True),
    ),
    # x − x is 0, whatever its open ends
    ("nothing left", A - A, {"a": opened("1", "2")}, Interval(Fraction(0), Fraction(0))),
]


@pytest.mark.parametrize(
    ("expr", "box", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_hand_worked_ranges(expr: Expr, box: Mapping[str, Interval], expected: Interval) -> None:
    found = extent(expr, box)
    assert found is not None
    assert found.tight
    assert found.interval == expected


EXPRESSIONS: list[Expr] = [
    A + B - C,
    A * B * C,
    A / B,
    (A - B) / B,
    A / (A + B + C),
    Quotient(A * B, A + C),
    Quotient(A + B, Sum((Constant(Fraction(9)), C))),
    (A + B) * (A - C),
    A * B + B * C + C * A,
    Absolute(A - B),
    Extremum("max", (A, B, C)),
    Power(A, 2) - B,
    Product((A + ONE, B + ONE)) - ONE,
]


@st.composite
def boxes(draw: st.DrawFn) -> dict[str, Interval]:
    box = {}
    for name in "abc":
        low = draw(st.integers(-4, 6))
        width = draw(st.integers(0, 3))
        flags = (draw(st.booleans()), draw(st.booleans())) if width else (False, False)
        box[name] = Interval(Fraction(low), Fraction(low + width), *flags)
    return box


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(EXPRESSIONS), boxes())
def test_ranges_agree_with_brute_force(expr: Expr, box: dict[str, Interval]) -> None:
    found = extent(expr, box)
    if found is None:  # a denominator may be zero
        return
    values = _sampled(expr, box)
    assert all(value in found.interval for value in values)
    if found.tight:
        low, high = found.interval.low, found.interval.high
        # These expressions are multi-affine or monotone between samples: their ends are corners.
        assert _meets(min(values), low, found.interval.low_open)
        assert _meets(max(values), high, found.interval.high_open)


def _meets(value: Fraction, end: Fraction | None, is_open: bool) -> bool:
    if end is None:
        return abs(value) > 10**4
    return value != end and abs(value - end) < Fraction(1, 1000) if is_open else value == end


def _sampled(expr: Expr, box: Mapping[str, Interval]) -> list[Fraction]:
    """Values at and just inside the ends, in the middle, at zero, and where two figures meet."""
    marks = {Fraction(0)}
    for values in box.values():
        assert values.low is not None
        assert values.high is not None
        low = values.low + (NEAR if values.low_open else 0)
        high = values.high - (NEAR if values.high_open else 0)
        marks |= {low, (low + high) / 2, high}
    sides = [[(name, x) for x in marks if x in box[name]] for name in variables(expr)]
    return [value_at(expr, dict(corner)) for corner in product(*sides)]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(EXPRESSIONS), boxes(), st.integers(-20, 20), st.integers(0, 2))
def test_reaching_is_never_denied_falsely(
    expr: Expr, box: dict[str, Interval], low: int, width: int
) -> None:
    target = Interval(Fraction(low), Fraction(low + width))
    answer = reaches(expr, box, target)
    if extent(expr, box) is None:
        return
    if any(value in target for value in _sampled(expr, box)):
        assert answer is not Reach.NO
        assert not covers(expr, box, Interval(target.high, None, low_open=True))


def test_a_divisor_that_may_be_zero_has_no_range() -> None:
    assert extent(A / B, {"a": closed("1", "2"), "b": closed("-1", "1")}) is None
    assert extent(A / (B - A), {"a": closed("1", "2"), "b": closed("2", "3")}) is None


def test_dependency_is_decided_by_branch_and_bound() -> None:
    # a² − a on [0, 1] is at least −1/4, at a = 1/2; the natural extension says −1.
    square = Power(A, 2) - A
    box = {"a": closed("0", "1")}
    assert reaches(square, box, closed("-0.25", "-0.24")) is Reach.YES
    assert reaches(square, box, closed("-0.9", "-0.26")) is Reach.NO


def test_infinite_ends_are_decided_by_clearing_denominators() -> None:
    # a/(a + b) with a in [1, 5] and b ≥ 1 is at most 5/6, and above 0.
    box = {"a": closed("1", "5"), "b": Interval(Fraction(1), None)}
    share = A / (A + B)
    assert reaches(share, box, closed("0.84", "1")) is Reach.NO
    assert reaches(share, box, closed("0.83", "1")) is Reach.YES
    assert reaches(share, box, closed("0", "0")) is Reach.NO
    assert reaches(share, box, closed("0", "0.001")) is Reach.YES


def test_a_spent_budget_is_unknown_never_no() -> None:
    # a⁴ − 2a² + 1 = (a² − 1)² touches 0 at a = 1, which no bisection of [0, π-like] meets.
    expr = Power(A, 4) - Constant(Fraction(2)) * Power(A, 2) + ONE
    box = {"a": Interval(Fraction(1, 7), Fraction(22, 7))}
    assert reaches(expr, box, closed("-1", "0")) is Reach.UNKNOWN


def test_peeling_takes_no_roots() -> None:
    # (b/a)^(1/5) − 1 ∈ [0.4345, 0.4355] means b/a ∈ [1.4345⁵, 1.4355⁵].
    rate = Root(B / A, 5) - ONE
    peeled = peel(rate, closed("0.4345", "0.4355"))
    assert peeled is not None
    core, goal = peeled
    assert core == B / A
    assert goal == Interval(Fraction("1.4345") ** 5, Fraction("1.4355") ** 5)
    assert has_root(rate)
    assert not has_root(core)


def test_peeling_below_minus_one_leaves_what_a_root_can_be() -> None:
    # A root is never negative, so a rate of −120 … −90 % means one of −100 … −90 %.
    peeled = peel(Root(B / A, 3) - ONE, closed("-1.2", "-0.9"))
    assert peeled is not None
    assert peeled[1] == Interval(Fraction(0), Fraction(1, 1000))
    assert peel(Root(B / A, 3) - ONE, closed("-3", "-2")) is None


def test_open_rays_stay_open() -> None:
    found = extent(A * B, {"a": POSITIVE, "b": closed("0", "2")})
    assert found is not None
    assert found.interval == Interval(Fraction(0), None)
