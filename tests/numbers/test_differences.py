from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.numbers.differences import middle, solve
from sensecheck.numbers.intervals import EVERYTHING, NOT_NEGATIVE, POSITIVE, Interval

A, B, C = ("a", False), ("b", False), ("c", False)
MINUS_A = ("a", True)


def interval(low: str, high: str, *, open_: bool = False) -> Interval:
    return Interval(Fraction(low), Fraction(high), open_, open_)


def test_what_holds_in_the_middle_stays_there() -> None:
    box = {"a": interval("4.65", "4.75"), "b": interval("1", "2")}
    assert solve(box, [(A, B, POSITIVE)]) == {"a": Fraction("4.7"), "b": Fraction("1.5")}


def test_values_move_no_further_than_they_must() -> None:
    # 4.7 at least as high as 4.71: they meet half-way.
    box = {"a": interval("4.65", "4.75"), "b": interval("4.70", "4.72")}
    half_way = Fraction("4.705")
    assert solve(box, [(A, B, NOT_NEGATIVE)]) == {"a": half_way, "b": half_way}


@pytest.mark.parametrize(
    ("a", "possible"),
    [
        (interval("0", "1"), False),
        (interval("0", "1.001"), True),
        (interval("1", "2", open_=True), True),
    ],
)
def test_strict_conditions_at_touching_ends(a: Interval, possible: bool) -> None:
    box = {"a": a, "b": Interval.point(Fraction(1))}
    found = solve(box, [(A, B, POSITIVE)])
    assert (found is not None) == possible
    if found is not None:
        assert found["a"] in a
        assert found["a"] > found["b"] == 1


def test_a_narrow_gap_holds_a_chain() -> None:
    top = "1/1000000000000"
    gap = interval("0", top, open_=True)
    found = solve({"a": gap, "b": gap, "c": gap}, [(B, A, POSITIVE), (C, B, POSITIVE)])
    assert found is not None
    assert 0 < found["a"] < found["b"] < found["c"] < Fraction(top)


def test_large_numbers_stay_apart_by_a_fitting_amount() -> None:
    # 4.7 billion above 4.71 billion: not by one in a billion.
    box = {"a": interval("4650000000", "4750000000"), "b": interval("4705000000", "4715000000")}
    found = solve(box, [(A, B, POSITIVE)])
    assert found is not None
    assert found["a"] - found["b"] >= 1000000


def test_a_cycle_has_no_solution() -> None:
    box = {"a": EVERYTHING, "b": EVERYTHING, "c": EVERYTHING}
    round_trip = [(B, A, POSITIVE), (C, B, POSITIVE), (A, C, NOT_NEGATIVE)]
    assert solve(box, round_trip[:2]) is not None
    assert solve(box, round_trip) is None
    assert solve(box, [(A, A, POSITIVE)]) is None


def test_a_term_and_its_negative_are_one_variable() -> None:
    box = {"a": interval("-2", "3"), "b": interval("1", "2")}
    assert solve(box, [(A, MINUS_A, Interval.point(Fraction(0)))]) == {"a": Fraction(0)}
    found = solve(box, [(MINUS_A, B, NOT_NEGATIVE)])
    assert found is not None
    assert -found["a"] >= found["b"]
    assert solve({**box, "a": interval("0", "3")}, [(MINUS_A, B, NOT_NEGATIVE)]) is None


@pytest.mark.parametrize(
    ("values", "number"),
    [
        (interval("1", "2"), "1.5"),
        (Interval(Fraction(1), None), "1"),
        (Interval(Fraction(1), None, low_open=True), "2"),
        (Interval(None, Fraction(1)), "1"),
        (Interval(None, Fraction(1), high_open=True), "0"),
        (EVERYTHING, "0"),
    ],
)
def test_middle(values: Interval, number: str) -> None:
    assert middle(values) == Fraction(number)
    assert middle(values) in values
