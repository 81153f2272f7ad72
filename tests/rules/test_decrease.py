from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.units import PERCENT, POINTS
from sensecheck.rules.base import UnitMismatch
from sensecheck.rules.decrease import RULE
from tests.rules.workbench import HKD, RMB, arguments, check_rows, given, value, written

BETWEEN = {"from": "a", "to": "b"}


@pytest.mark.parametrize(
    ("start", "end", "difference"),
    [
        ("6113", "4531", "1582"),
        ("-8", "-10", "2"),  # a larger loss is less
        ("3", "5", "-2"),
    ],
)
def test_value(start: str, end: str, difference: str) -> None:
    assert value(RULE, given(BETWEEN, {"a": start, "b": end})) == Fraction(difference)


def test_is_named_after_a_direction() -> None:
    assert RULE.trend == -1
    assert written(RULE, given(BETWEEN, {})) == "a − b"


def test_unit_of_a_difference() -> None:
    claim = arguments(BETWEEN)
    assert RULE.unit(claim, {"from": (RMB,), "to": (RMB,)}) == RMB
    assert RULE.unit(claim, {"from": (PERCENT,), "to": (PERCENT,)}) == POINTS
    assert RULE.unit(claim, {"from": (POINTS,), "to": (POINTS,)}) == POINTS
    with pytest.raises(UnitMismatch, match="RMB and HKD"):
        RULE.unit(claim, {"from": (RMB,), "to": (HKD,)})


@sample(st.data())
def test_rows_mean_the_statement(data: st.DataObject) -> None:
    claim = given(BETWEEN, {"a": "-1..2", "b": "(0.."}, unknown="b")
    check_rows(data, RULE, claim, lambda at: at["a"] - at["b"])
