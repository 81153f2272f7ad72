from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT
from sensecheck.rules.base import NotComputable, UnitMismatch
from sensecheck.rules.percent_increase import RULE
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
        ("4", "5", "0.25"),
        ("5", "4", "-0.2"),
        ("-10", "-8", "0.2"),  # (−8 + 10) ÷ 10
        ("-10", "5", "1.5"),  # (5 + 10) ÷ 10
        ("3.027", "3.446", "419/3027"),
    ],
)
def test_value(start: str, end: str, change: str) -> None:
    assert value(RULE, given(BETWEEN, {"a": start, "b": end})) == Fraction(change)


def test_each_figure_stands_once() -> None:
    assert written(RULE, given(BETWEEN, {"a": "1..2", "b": "3"})) == "b ÷ a − 1"
    assert written(RULE, given(BETWEEN, {"a": "-2..-1", "b": "3"})) == "1 − b ÷ a"
    # The negative of a negative figure is positive.
    flipped = given({"from": "-a", "to": "-b"}, {"a": "-2..-1", "b": "3"})
    assert written(RULE, flipped) == "−b ÷ (−a) − 1"


@pytest.mark.parametrize("base", ["0", "0..1", "-1..0", "-0.05..0.05", "..", "0.."])
def test_no_percentage_of_what_may_be_zero(base: str) -> None:
    with pytest.raises(NotComputable, match="the figure before the change may be zero"):
        RULE.expression(given(BETWEEN, {"a": base, "b": "3"}))


def test_a_base_above_zero_is_enough() -> None:
    assert written(RULE, given(BETWEEN, {"a": "(0..", "b": "3"})) == "b ÷ a − 1"


def test_unit_is_percent() -> None:
    claim = arguments(BETWEEN)
    assert RULE.trend == 1
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
    check_rows(data, RULE, claim, lambda at: (at["b"] - at["a"]) / abs(at["a"]))


def test_an_unprinted_count_is_a_base_but_not_zero() -> None:
    claim = given(BETWEEN, {"a": "0..", "b": "4672"}, unknown="a")
    rows = RULE.rows(claim, Interval.point(Fraction("0.25")))
    # 4672 = 1.25·a, so a = 3737.6.
    assert hold(rows, {"a": Fraction("3737.6"), "b": Fraction(4672)})
    assert not hold(rows, {"a": Fraction(3738), "b": Fraction(4672)})
    assert not hold(rows, {"a": Fraction(0), "b": Fraction(0)})


@pytest.mark.parametrize("base", ["..", "-1..1", "0"])
def test_no_rows_where_the_sign_of_the_base_is_open(base: str) -> None:
    assert RULE.rows(given(BETWEEN, {"a": base, "b": "1"}), Interval.point(Fraction(1))) == ()


def test_rows_as_numbers() -> None:
    within = Interval(Fraction("0.1"), Fraction("0.2"), high_open=True)
    rows = RULE.rows(given(BETWEEN, {"a": "1..2", "b": ".."}), within)
    # b − a ≥ 0.1·a and b − a < 0.2·a
    assert shown(rows) == ["-11/10·a + 1·b ∈ [0, ∞)", "-6/5·a + 1·b ∈ (−∞, 0)"]
