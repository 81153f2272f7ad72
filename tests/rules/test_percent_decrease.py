from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT
from sensecheck.rules.base import NotComputable, UnitMismatch
from sensecheck.rules.percent_decrease import RULE
from tests.rules.workbench import (
    HKD,
    RMB,
    arguments,
    check_rows,
    given,
    hold,
    shown,
    value,
    written,
)

BETWEEN = {"from": "a", "to": "b"}


@pytest.mark.parametrize(
    ("start", "end", "change"),
    [
        ("5", "4", "0.2"),
        ("4", "5", "-0.25"),
        ("-10", "-12", "0.2"),  # (−10 + 12) ÷ 10
        ("5", "-10", "3"),  # (5 + 10) ÷ 5
        ("6113", "4531", "1582/6113"),
    ],
)
def test_value(start: str, end: str, change: str) -> None:
    assert value(RULE, given(BETWEEN, {"a": start, "b": end})) == Fraction(change)


def test_each_figure_stands_once() -> None:
    assert written(RULE, given(BETWEEN, {"a": "1..2", "b": "3"})) == "1 − b ÷ a"
    assert written(RULE, given(BETWEEN, {"a": "-2..-1", "b": "3"})) == "b ÷ a − 1"
    # The negative of a negative figure is positive.
    flipped = given({"from": "-a", "to": "-b"}, {"a": "-2..-1", "b": "3"})
    assert written(RULE, flipped) == "1 − (−b) ÷ (−a)"


@pytest.mark.parametrize("base", ["0", "0..1", "-1..0", "-0.05..0.05", "..", "0.."])
def test_no_percentage_of_what_may_be_zero(base: str) -> None:
    with pytest.raises(NotComputable, match="the figure before the change may be zero"):
        RULE.expression(given(BETWEEN, {"a": base, "b": "3"}))


def test_a_base_above_zero_is_enough() -> None:
    assert written(RULE, given(BETWEEN, {"a": "(0..", "b": "3"})) == "1 − b ÷ a"


def test_unit_is_percent() -> None:
    claim = arguments(BETWEEN)
    assert RULE.trend == -1
    assert RULE.unit(claim, {"from": (RMB,), "to": (RMB,)}) == PERCENT
    assert RULE.unit(claim, {"from": (PERCENT,), "to": (PERCENT,)}) == PERCENT
    with pytest.raises(UnitMismatch, match="RMB and HKD"):
        RULE.unit(claim, {"from": (RMB,), "to": (HKD,)})


@pytest.mark.parametrize(
    ("base", "to"),
    [("1..2", ".."), ("-2..-1", ".."), ("(0..", "5"), ("..0)", "5"), ("0.5", "-3..3")],
)
@sample(data=st.data())
def test_rows_mean_the_statement(data: st.DataObject, base: str, to: str) -> None:
    claim = given(BETWEEN, {"a": base, "b": to})
    check_rows(data, RULE, claim, lambda at: (at["a"] - at["b"]) / abs(at["a"]))


def test_what_the_base_must_have_been() -> None:
    # 4,672 employees, 6.9 % fewer (6.85 to 6.95 %): ÷ 0.9315 is 5015.6, ÷ 0.9305 5020.96.
    claim = given(BETWEEN, {"a": "0..", "b": "4672"}, unknown="a")
    rows = RULE.rows(claim, Interval(Fraction("0.0685"), Fraction("0.0695")))
    fits = [a for a in range(5010, 5030) if hold(rows, {"a": Fraction(a), "b": Fraction(4672)})]
    assert fits == [5016, 5017, 5018, 5019, 5020]


@pytest.mark.parametrize("base", ["..", "-1..1", "0"])
def test_no_rows_where_the_sign_of_the_base_is_open(base: str) -> None:
    assert RULE.rows(given(BETWEEN, {"a": base, "b": "1"}), Interval.point(Fraction(1))) == ()


def test_rows_as_numbers() -> None:
    within = Interval(Fraction("0.1"), Fraction("0.2"), high_open=True)
    rows = RULE.rows(given(BETWEEN, {"a": "1..2", "b": ".."}), within)
    # a − b ≥ 0.1·a and a − b < 0.2·a
    assert shown(rows) == ["9/10·a + -1·b ∈ [0, ∞)", "4/5·a + -1·b ∈ (−∞, 0)"]
