"""Intervals: every operation against brute force over small boxes, ends included."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

import pytest

from sensecheck.numbers.intervals import EVERYTHING, NOT_NEGATIVE, POSITIVE, Interval

NEAR = Fraction(1, 10**9)
FAR = Fraction(10**9)


def small_intervals() -> Iterator[Interval]:
    """All intervals with ends among −2 … 2 or unbounded, with every choice of open ends."""
    ends = [None, *(Fraction(n) for n in range(-2, 3))]
    for low, high, low_open, high_open in product(ends, ends, (False, True), (False, True)):
        if (low is None and not low_open) or (high is None and not high_open):
            continue
        if low is None or high is None or low < high:
            yield Interval(low, high, low_open, high_open)
        elif low == high and not (low_open or high_open):
            yield Interval(low, high)


def samples(values: Interval) -> list[Fraction]:
    """Members at or just inside each end, far out on an unbounded side, and in between."""
    low = -FAR if values.low is None else values.low + (NEAR if values.low_open else 0)
    high = FAR if values.high is None else values.high - (NEAR if values.high_open else 0)
    return sorted({low, high, (low + high) / 2, *(x for x in (Fraction(0),) if x in values)})


def assert_tight(result: Interval, found: list[Fraction]) -> None:
    """Every sample lies in the result, and each end of it is attained or approached by one."""
    assert all(value in result for value in found)
    for end, is_open, extreme in (
        (result.low, result.low_open, min(found)),
        (result.high, result.high_open, max(found)),
    ):
        if end is None:
            assert abs(extreme) > FAR / 10
        elif is_open:
            assert extreme != end
            assert abs(extreme - end) < Fraction(1, 10**6)
        else:
            assert extreme == end


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul])
def test_arithmetic_agrees_with_brute_force(
    operation: Callable[[object, object], object],
) -> None:
    for a, b in product(small_intervals(), repeat=2):
        result = operation(a, b)
        assert isinstance(result, Interval)
        found = [operation(x, y) for x in samples(a) for y in samples(b)]
        assert_tight(result, [value for value in found if isinstance(value, Fraction)])


def test_division_agrees_with_brute_force() -> None:
    for a, b in product(small_intervals(), repeat=2):
        result = a / b
        assert (result is None) == (Fraction(0) in b)
        if result is not None:
            assert_tight(result, [x / y for x in samples(a) for y in samples(b)])


@pytest.mark.parametrize("name", ["minimum", "maximum"])
def test_extrema_agree_with_brute_force(name: str) -> None:
    choose = min if name == "minimum" else max
    for a, b in product(small_intervals(), repeat=2):
        result = getattr(a, name)(b)
        assert_tight(result, [choose(x, y) for x in samples(a) for y in samples(b)])


@pytest.mark.parametrize("exponent", [1, 2, 3, 4])
def test_powers_agree_with_brute_force(exponent: int) -> None:
    for a in small_intervals():
        result = a**exponent
        assert result is not None
        assert_tight(result, [x**exponent for x in samples(a)])


def test_magnitude_agrees_with_brute_force() -> None:
    for a in small_intervals():
        assert_tight(abs(a), [abs(x) for x in samples(a)])


def test_intersection_and_hull_hold_just_the_members() -> None:
    for a, b in product(small_intervals(), repeat=2):
        both = a.intersect(b)
        shared = [x for x in (*samples(a), *samples(b)) if x in a and x in b]
        assert (both is None) == (not shared)
        if both is not None:
            assert all(x in both for x in shared)
        assert all(x in a.hull(b) for x in (*samples(a), *samples(b)))
        assert a.hull(b).covers(a)
        assert a.covers(b) == (both == b)


def test_zero_times_an_open_ray_is_zero() -> None:
    zero = Interval.point(Fraction(0))
    assert POSITIVE * zero == zero
    assert EVERYTHING * zero == zero


def test_negation_swaps_the_flags_with_their_ends() -> None:
    # A known calculator turns truncated 300 − 100 into [199, 201) instead of (199, 201).
    truncated_300 = Interval(Fraction(300), Fraction(301), high_open=True)
    truncated_100 = Interval(Fraction(100), Fraction(101), high_open=True)
    assert truncated_300 - truncated_100 == Interval(Fraction(199), Fraction(201), True, True)


def test_a_truncated_figure_does_not_reach_its_successor() -> None:
    truncated = Interval(Fraction(100), Fraction(101), high_open=True)
    assert truncated.intersect(Interval.point(Fraction(101))) is None


def test_an_interval_is_never_empty() -> None:
    with pytest.raises(ValueError, match="never empty"):
        Interval(Fraction(1), Fraction(0))
    with pytest.raises(ValueError, match="never empty"):
        Interval(Fraction(1), Fraction(1), low_open=True)


def test_unbounded_ends_are_open() -> None:
    assert NOT_NEGATIVE.high_open
    assert EVERYTHING.low_open


def test_reciprocal_of_a_set_that_touches_zero_is_unbounded() -> None:
    assert POSITIVE.reciprocal() == POSITIVE
    assert Interval(Fraction(0), Fraction(4), low_open=True).reciprocal() == Interval(
        Fraction(1, 4), None
    )
    assert NOT_NEGATIVE.reciprocal() is None


def test_negative_power_of_a_set_with_zero_is_none() -> None:
    assert Interval(Fraction(-1), Fraction(1)) ** -1 is None
    assert Interval(Fraction(2), Fraction(4)) ** -1 == Interval(Fraction(1, 4), Fraction(1, 2))
