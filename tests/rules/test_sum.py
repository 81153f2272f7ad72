from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT
from sensecheck.rules.base import UnitMismatch
from sensecheck.rules.sum import RULE
from tests.rules.workbench import HKD, RMB, arguments, check_rows, given, shown, value, written


@pytest.mark.parametrize(
    ("of", "total"),
    [
        ("a", "1.2"),
        ("a b", "4.6"),  # 1.2 + 3.4
        ("a -b", "-2.2"),  # 1.2 − 3.4: a balance
        ("a b a", "5.8"),  # 1.2 + 3.4 + 1.2
    ],
)
def test_value(of: str, total: str) -> None:
    assert value(RULE, given({"of": of}, {"a": "1.2", "b": "3.4"})) == Fraction(total)


def test_is_written_with_signs() -> None:
    assert written(RULE, given({"of": "a -b c"}, {})) == "a − b + c"


def test_unit_is_that_of_all() -> None:
    claim = arguments({"of": "a b"})
    assert RULE.unit(claim, {"of": (RMB, RMB)}) == RMB
    assert RULE.unit(claim, {"of": (PERCENT, PERCENT)}) == PERCENT
    with pytest.raises(UnitMismatch, match="RMB and HKD"):
        RULE.unit(claim, {"of": (RMB, HKD)})


def test_row_is_the_sum() -> None:
    rows = RULE.rows(given({"of": "a -b"}, {"a": "1..2", "b": ".."}), Interval.point(Fraction(3)))
    assert shown(rows) == ["1·a + -1·b ∈ [3, 3]"]


@sample(st.data())
def test_rows_mean_the_statement(data: st.DataObject) -> None:
    claim = given({"of": "a b -c"}, {"a": "1..2", "b": "-3..3", "c": ".."}, unknown="c")
    check_rows(data, RULE, claim, lambda at: at["a"] + at["b"] - at["c"])
