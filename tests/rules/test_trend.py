from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from operator import eq, gt, lt

import pytest
from hypothesis import given as sample
from hypothesis import settings
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.rules.base import Given, NotComputable, UnitMismatch
from sensecheck.rules.trend import RULE
from tests.rules.everywhere import boxes, check, operands, points, value_of
from tests.rules.workbench import HKD, RMB, Point, arguments, given, shown

HOLDS = {"rising": lt, "falling": gt, "unchanged": eq}


def claim(of: str, box: Mapping[str, str], steps: Mapping[str, str] | None = None) -> Given:
    named = {name: Fraction(step) for name, step in (steps or {}).items()}
    return replace(given({"of": of}, box), steps=named)


def values(*numbers: str) -> Given:
    """Figures a, b, c … with these values, in this order."""
    box = dict(zip("abcdef", numbers, strict=False))
    return claim(" ".join(box), box)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("rising", "rising"),
        ("Growing", "rising"),
        ("higher every year", "rising"),
        ("steadily increasing", "rising"),
        ("declining", "falling"),
        ("lower each year", "falling"),
        ("fell", "falling"),
        ("flat", "unchanged"),
        ("the same", "unchanged"),
        ("overall rising", "overall rising"),
        ("rising overall", "overall rising"),
        ("up overall", "overall rising"),
        ("on balance lower", "overall falling"),
        ("overall stable", "overall unchanged"),
    ],
)
def test_words(text: str, answer: str) -> None:
    assert RULE.read(text) == answer


@pytest.mark.parametrize(
    "text", ["", "highest", "overall", "not rising", "overall steadily rising", "rising falling"]
)
def test_other_words(text: str) -> None:
    with pytest.raises(ValueError, match="write rising, falling or unchanged"):
        RULE.read(text)


@pytest.mark.parametrize("answer", RULE.answers)
def test_answers_are_words(answer: str) -> None:
    assert RULE.read(answer) == answer


@pytest.mark.parametrize(
    ("numbers", "true"),
    [
        (("1", "2", "3"), {"rising", "overall rising"}),
        (("3", "2", "1"), {"falling", "overall falling"}),
        (("2", "2", "2"), {"unchanged", "overall unchanged"}),
        (("1", "2", "2"), {"overall rising"}),  # rising is strict
        (("1", "3", "2"), {"overall rising"}),
        (("2", "3", "2"), {"overall unchanged"}),
        (("-1", "-2", "-3"), {"falling", "overall falling"}),
    ],
)
def test_at_printed_values(numbers: tuple[str, ...], true: set[str]) -> None:
    three = values(*numbers)
    assert {answer for answer in RULE.answers if RULE.always(three, answer)} == true
    assert {answer for answer in RULE.answers if RULE.example(three, answer) is not None} == true


@pytest.mark.parametrize(
    ("numbers", "answer", "possible"),
    [
        (("4.65..4.75", "4.65..4.75", "4.65..4.75"), "rising", True),  # 4.66, 4.7, 4.74
        (("4.65..4.75", "4.65..4.66", "4.65..4.65"), "rising", False),
        (("(1..2", "1..2)", "1.5"), "rising", True),  # 1.1, 1.2, 1.5
        (("1.5..2", "1..2", "1..1.5"), "rising", False),  # no room between 1.5 and 1.5
        (("1..", "..2", ".."), "rising", True),
        (("2..", "..2", ".."), "rising", False),
        (("2..", "..2", ".."), "unchanged", True),  # all 2
        (("(2..", "..2", ".."), "unchanged", False),
        (("(2..", "..1", ".."), "falling", True),
    ],
)
def test_possible_trends(numbers: tuple[str, ...], answer: str, possible: bool) -> None:
    assert (RULE.example(values(*numbers), answer) is not None) == possible


@pytest.mark.parametrize(
    ("printed", "steps", "unchanged"),
    [
        (("4.69", "4.71"), ("0.01", "0.01"), False),
        (("4.7", "4.71"), ("0.1", "0.01"), True),
        (("4.71", "4.7", "4.69"), ("0.01", "0.1", "0.01"), True),  # from each to the next
        (("4.71", "4.69", "4.7"), ("0.01", "0.01", "0.1"), False),
        (("4.7", "4.7", "4.8"), ("0.1", "0.1", "0.1"), False),
        (("5", "4.7", "4.71"), ("1", "0.1", "0.01"), True),
    ],
)
def test_unchanged_is_what_prints_the_same(
    printed: tuple[str, ...], steps: tuple[str, ...], unchanged: bool
) -> None:
    named = dict(zip("abc", steps, strict=False))
    point = dict(zip("abc", printed, strict=False))
    strict = {
        name: f"{Fraction(text) - Fraction(named[name]) / 2}"
        f"..{Fraction(text) + Fraction(named[name]) / 2}"
        for name, text in point.items()
    }
    of = " ".join(point)
    assert RULE.always(claim(of, point, named), "unchanged") == unchanged
    if unchanged:
        assert RULE.example(claim(of, strict, named), "unchanged") is not None


def test_a_proof_that_something_changed() -> None:
    steps = {"a": "0.01", "b": "0.01"}
    apart = claim("a b", {"a": "4.685..4.695", "b": "4.705..4.715"}, steps)
    assert RULE.example(apart, "unchanged") is None
    # 4.69, 4.70, 4.71: 4.70 cannot be both 4.695 and 4.705.
    steps["c"] = "0.01"
    box = {"a": "4.685..4.695", "b": "4.695..4.705", "c": "4.705..4.715"}
    assert RULE.example(claim("a b", box, steps), "unchanged") is not None
    assert RULE.example(claim("a b c", box, steps), "unchanged") is None


def test_a_figure_may_come_again() -> None:
    box = {"a": "0..5", "b": "0..5"}
    assert RULE.example(claim("a b a", box), "rising") is None
    assert RULE.example(claim("a b a", box), "unchanged") is not None
    assert RULE.example(claim("-a b a", box), "rising") is not None
    assert RULE.example(claim("a b -a", box), "rising") is None  # a is not below 0


def test_overall_is_first_to_last() -> None:
    box = {"a": "1..2", "b": "9", "c": "1.5..1.6"}
    found = RULE.example(claim("a b c", box), "overall rising")
    assert found is not None
    assert found["a"] < found["c"]
    assert found["b"] == 9


def test_one_figure_is_no_trend() -> None:
    alone = values("3")
    for answer in (RULE.always, RULE.example):
        with pytest.raises(NotComputable, match="two figures"):
            answer(alone, "rising")
    with pytest.raises(NotComputable, match="two figures"):
        RULE.actual(alone)
    assert RULE.rows(alone, "rising") == ()


@pytest.mark.parametrize(
    ("numbers", "answer"),
    [
        (("1", "2", "3"), "rising"),
        (("3", "2", "1"), "falling"),
        (("2", "2"), "unchanged"),
        (("1", "3", "2"), "overall rising"),
        (("3", "1", "2"), "overall falling"),
        (("2", "1", "2"), "overall unchanged"),
    ],
)
def test_actual(numbers: tuple[str, ...], answer: str) -> None:
    assert RULE.actual(values(*numbers)) == answer


def test_note_says_where_it_breaks() -> None:
    assert RULE.note(values("1", "2", "2", "1"), "rising") == "not from b to c and from c to d"
    assert RULE.note(values("1", "2", "3"), "rising") == ""
    assert RULE.note(values("2", "1"), "rising") == ""


@settings(deadline=None, max_examples=300)
@sample(operands(st.integers(2, 4)), boxes(), st.sampled_from(RULE.answers))
def test_everywhere(of: str, box: Mapping[str, Interval], answer: str) -> None:
    trend = answer.removeprefix("overall ")

    def holds(point: Point) -> bool:
        line = [value_of(point, each) for each in of.split()]
        pairs = [(line[0], line[-1])] if trend != answer else pairwise(line)
        return all(HOLDS[trend](earlier, later) for earlier, later in pairs)

    possible = any(holds(point) for point in points(box, {"a", "b", "c"}))
    if trend == "unchanged" and not possible:
        return  # neighbours may print the same though all have nothing in common
    check(RULE, Given(arguments({"of": of}), box), answer, holds)


def test_rows_are_the_differences() -> None:
    three = given({"of": "a b -c"}, {"a": "..", "b": "..", "c": ".."}, unknown="a b c")
    assert shown(RULE.rows(three, "rising")) == ["-1·a + 1·b ∈ (0, ∞)", "-1·b + -1·c ∈ (0, ∞)"]
    assert shown(RULE.rows(three, "overall falling")) == ["-1·a + -1·c ∈ (−∞, 0)"]
    assert shown(RULE.rows(three, "overall unchanged")) == ["-1·a + -1·c ∈ [0, 0]"]


def test_units_agree() -> None:
    assert RULE.unit(arguments({"of": "a b"}), {"of": (RMB, RMB)}) == RMB
    with pytest.raises(UnitMismatch):
        RULE.unit(arguments({"of": "a b"}), {"of": (RMB, HKD)})
