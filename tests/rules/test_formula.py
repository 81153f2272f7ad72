from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import MULTIPLE, PERCENT, PLAIN, POINTS, Unit
from sensecheck.rules.base import NotComputable, UnitMismatch
from sensecheck.rules.formula import RULE
from tests.rules.workbench import (
    HKD,
    PERSON,
    RMB,
    SHARE,
    Point,
    arguments,
    check_rows,
    given,
    shown,
    value,
    written,
)


def test_value_is_that_of_the_formula() -> None:
    claim = given({"formula": "(a + b) / 2"}, {"a": "4", "b": "8"})
    assert value(RULE, claim) == 6
    assert written(RULE, claim) == "(a + b) ÷ 2"


def test_without_a_formula() -> None:
    with pytest.raises(NotComputable, match="there is no formula"):
        RULE.expression(given({}, {}))


@pytest.mark.parametrize(
    ("formula", "units", "unit"),
    [
        ("(a + b) / 2", (RMB, RMB), RMB),
        ("a - b", (PERCENT, PERCENT), PERCENT),  # formulas of percentages stay percentages
        ("a + b", (PERCENT, POINTS), PERCENT),  # 5 % + 2 percentage points
        ("2 * a", (PERCENT,), PERCENT),
        ("1 + a", (PERCENT,), PERCENT),
        ("(1 + a)^5 - 1", (PERCENT,), PERCENT),
        ("b * (1 + a)^5", (RMB, PERCENT), RMB),
        ("a / (1 + b)", (RMB, PERCENT), RMB),
        ("a * b", (PERCENT, RMB), RMB),
        ("a * b", (PERCENT, PERCENT), PERCENT),
        ("a / b", (RMB, RMB), PLAIN),  # may be stated in percent, as a multiple or as a number
        ("a / b + c", (RMB, RMB, PERCENT), PERCENT),
        ("a / b - 1", (RMB, RMB), PLAIN),
        ("a / b", (HKD, SHARE), HKD / SHARE),
        ("a / b * b", (HKD, SHARE), HKD),
        ("1 / a", (PERSON,), PLAIN / PERSON),
        ("a / b", (PERCENT, PERCENT), PLAIN),
        ("a / 2", (MULTIPLE,), MULTIPLE),
        ("max(a, 0) + abs(-b)", (RMB, RMB), RMB),  # zero is zero in every unit
        ("min(a, b, 0.5)", (PERCENT, PERCENT), PERCENT),
        ("sqrt(a * b)", (RMB, RMB), RMB),
        ("sqrt(a / b)", (RMB, RMB), PLAIN),
        ("a^2", (RMB,), Unit((("RMB", 2),))),
        ("a^0 + b", (RMB, PERCENT), PERCENT),
        ("3 + 4", (), PLAIN),
        ("max(0, 0)", (), PLAIN),
    ],
)
def test_units_follow_the_arithmetic(formula: str, units: tuple[Unit, ...], unit: Unit) -> None:
    assert RULE.unit(arguments({"formula": formula}), {"formula": units}) == unit


@pytest.mark.parametrize(
    ("formula", "units", "why"),
    [
        ("a + b", (RMB, HKD), "RMB and HKD cannot be added"),
        ("a + 1", (RMB,), "RMB and a number without a unit"),
        ("max(1, a)", (RMB,), "RMB and a number without a unit"),
        ("a + b", (RMB, PERCENT), "RMB and percent"),
        ("a / b + c", (RMB, RMB, HKD), "HKD and a number without a unit"),
        ("a + b", (PERCENT, PLAIN), "percent and a plain number"),
        ("a + b", (PERCENT, MULTIPLE), "percent and times"),
        ("sqrt(a)", (RMB,), "RMB has no square root"),
        ("a * b + a", (RMB, RMB), "RMB RMB and RMB"),
    ],
)
def test_units_that_do_not_go_together(formula: str, units: tuple[Unit, ...], why: str) -> None:
    with pytest.raises(UnitMismatch, match=why):
        RULE.unit(arguments({"formula": formula}), {"formula": units})


def ratio(at: Point) -> Fraction:
    return at["a"] / (at["a"] + at["b"])


@pytest.mark.parametrize(
    "formula", ["a / (a + b)", "1 / (1 + b / a)", "1 - b / (a + b)", "a / (a + b) * 2 ^ 3 / 8"]
)
@sample(data=st.data())
def test_a_quotient_however_it_is_written(data: st.DataObject, formula: str) -> None:
    claim = given({"formula": formula}, {"a": "1..2", "b": "0.."}, unknown="b")
    check_rows(data, RULE, claim, ratio)


@sample(st.data())
def test_rows_of_a_linear_formula(data: st.DataObject) -> None:
    formula = "(a - 2 * b) / 4 + (1 + 0.5)^2 * c - 3"
    claim = given({"formula": formula}, {"a": "1..2", "b": "..", "c": "-1..1"})
    check_rows(
        data,
        RULE,
        claim,
        lambda at: (at["a"] - 2 * at["b"]) / 4 + Fraction("2.25") * at["c"] - 3,
    )


def test_rows_as_numbers() -> None:
    box = {"a": "1..2", "b": "(0..3"}
    within = Interval(Fraction(1), Fraction(3), high_open=True)
    # a + 2·b ≥ b and a + 2·b < 3·b
    rows = RULE.rows(given({"formula": "(a + b + b) / b"}, box), within)
    assert shown(rows) == ["1·a + 1·b ∈ [0, ∞)", "1·a + -1·b ∈ (−∞, 0)"]
    linear = RULE.rows(given({"formula": "(a + b) / -2"}, box), within)
    assert shown(linear) == ["-1/2·a + -1/2·b ∈ [1, 3)"]


@pytest.mark.parametrize(
    "formula",
    [
        "a * b",
        "a / b + b / a",
        "a^2",
        "abs(a)",
        "max(a, b)",
        "sqrt(a)",
        "a / (b - 1)",  # of either sign, with b from 0 to 3
        "a / (b - b)",
        "a * 0^-1",
        "a * sqrt(2)",
    ],
)
def test_no_rows_of_what_is_not_linear(formula: str) -> None:
    claim = given({"formula": formula}, {"a": "1..2", "b": "(0..3"})
    assert RULE.rows(claim, Interval.point(Fraction(1))) == ()
