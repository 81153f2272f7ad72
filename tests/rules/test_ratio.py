from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import MULTIPLE, PERCENT, PLAIN, POINTS, Unit
from sensecheck.rules.base import NotComputable
from sensecheck.rules.ratio import RULE
from tests.rules.workbench import (
    HKD,
    PERSON,
    RMB,
    SHARE,
    arguments,
    check_rows,
    given,
    shown,
    value,
)

TWO = {"of": "a", "to": "b"}


@pytest.mark.parametrize(
    ("of", "to", "ratio"), [("54000", "45000", "1.2"), ("3", "-4", "-0.75"), ("0", "5", "0")]
)
def test_value(of: str, to: str, ratio: str) -> None:
    assert value(RULE, given(TWO, {"a": of, "b": to})) == Fraction(ratio)


@pytest.mark.parametrize(
    ("of", "to", "unit"),
    [
        (RMB, RMB, MULTIPLE),
        (PERCENT, PERCENT, MULTIPLE),
        (PERCENT, POINTS, MULTIPLE),
        (PLAIN, PLAIN, MULTIPLE),
        (HKD, SHARE, Unit((("HKD", 1), ("share", -1)))),
        (RMB, PERSON, Unit((("RMB", 1), ("person", -1)))),
        (HKD, HKD / SHARE, SHARE),
        (RMB, PERCENT, RMB),  # the whole of which RMB 3 million are 20 %
        (RMB, PLAIN, RMB),
        (PERCENT, PLAIN, PERCENT),
    ],
)
def test_units_divide(of: Unit, to: Unit, unit: Unit) -> None:
    assert RULE.unit(arguments(TWO), {"of": (of,), "to": (to,)}) == unit


@pytest.mark.parametrize("to", ["0", "0..1", "-1..1", ".."])
def test_no_ratio_to_what_may_be_zero(to: str) -> None:
    with pytest.raises(NotComputable, match="the figure that divides may be zero"):
        RULE.expression(given(TWO, {"a": "1", "b": to}))


@pytest.mark.parametrize("to", ["1..2", "(0..", "-2..-1", "..0)"])
@sample(data=st.data())
def test_rows_mean_the_statement(data: st.DataObject, to: str) -> None:
    claim = given(TWO, {"a": "..", "b": to}, unknown="a")
    check_rows(data, RULE, claim, lambda at: at["a"] / at["b"])


def test_rows_as_numbers() -> None:
    rows = RULE.rows(given(TWO, {"a": "..", "b": "..0"}), Interval(Fraction(2), None))
    # Below zero, and a ÷ b ≥ 2 is a ≤ 2·b.
    assert shown(rows) == ["-1·b ∈ (0, ∞)", "-1·a + 2·b ∈ [0, ∞)"]
