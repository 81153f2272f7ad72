from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT
from sensecheck.rules.base import NotComputable, UnitMismatch
from sensecheck.rules.share import RULE
from tests.rules.workbench import HKD, RMB, arguments, check_rows, given, shown, value, written


@pytest.mark.parametrize(
    ("part", "share"),
    [("a", "0.25"), ("a b", "0.75"), ("b -a", "0.25"), ("w", "1")],  # of 8: 2, 2 + 4, 4 − 2, 8
)
def test_value(part: str, share: str) -> None:
    claim = given({"part": part, "whole": "w"}, {"a": "2", "b": "4", "w": "8"})
    assert value(RULE, claim) == Fraction(share)


def test_is_written_as_a_quotient() -> None:
    box = {"w": "8"}
    assert written(RULE, given({"part": "a", "whole": "w"}, box)) == "a ÷ w"
    assert written(RULE, given({"part": "a b", "whole": "w"}, box)) == "(a + b) ÷ w"


@pytest.mark.parametrize("whole", ["0", "0..1", "-1..1", ".."])
def test_no_share_of_what_may_be_zero(whole: str) -> None:
    claim = given({"part": "a", "whole": "w"}, {"a": "1", "w": whole})
    with pytest.raises(NotComputable, match="the whole may be zero"):
        RULE.expression(claim)


def test_unit_is_percent() -> None:
    claim = arguments({"part": "a b", "whole": "w"})
    assert RULE.unit(claim, {"part": (RMB, RMB), "whole": (RMB,)}) == PERCENT
    with pytest.raises(UnitMismatch, match="RMB and HKD"):
        RULE.unit(claim, {"part": (RMB, RMB), "whole": (HKD,)})


@pytest.mark.parametrize("whole", ["4..8", "(0..", "-8..-4"])
@sample(data=st.data())
def test_rows_mean_the_statement(data: st.DataObject, whole: str) -> None:
    claim = given({"part": "a -b", "whole": "w"}, {"a": "1..2", "b": "..", "w": whole}, unknown="b")
    check_rows(data, RULE, claim, lambda at: (at["a"] - at["b"]) / at["w"])


def test_a_part_that_is_the_whole_too() -> None:
    claim = given({"part": "w a", "whole": "w"}, {"a": "1", "w": "4..8"})
    rows = RULE.rows(claim, Interval.point(Fraction("1.2")))
    # (w + a) ÷ w = 1.2 is a = 0.2·w
    assert shown(rows) == ["1·a + -1/5·w ∈ [0, ∞)", "1·a + -1/5·w ∈ (−∞, 0]"]
