from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT
from sensecheck.rules.average import RULE
from sensecheck.rules.base import NotComputable, UnitMismatch
from tests.rules.workbench import (
    HKD,
    PERSON,
    RMB,
    Point,
    arguments,
    check_rows,
    given,
    shown,
    value,
    written,
)

PLAIN = {"of": "a b"}
WEIGHTED = {"of": "a b", "weights": "v w"}
NUMBERS = {"weights": "1 3"}


def test_value() -> None:
    box = {"a": "4", "b": "8", "c": "-3", "v": "1", "w": "3"}
    assert value(RULE, given(PLAIN, box)) == 6
    assert value(RULE, given({"of": "a b -c"}, box)) == 5  # (4 + 8 + 3) ÷ 3
    assert value(RULE, given(PLAIN, box, numbers=NUMBERS)) == 7  # (4 + 24) ÷ 4
    assert value(RULE, given(WEIGHTED, box)) == 7


def test_is_written_as_a_quotient() -> None:
    box = {"a": "4", "b": "8", "v": "1", "w": "3"}
    assert written(RULE, given(PLAIN, box)) == "(a + b) ÷ 2"
    assert written(RULE, given(PLAIN, box, numbers=NUMBERS)) == "(1 × a + 3 × b) ÷ (1 + 3)"
    assert written(RULE, given(WEIGHTED, box)) == "(v × a + w × b) ÷ (v + w)"


@pytest.mark.parametrize(
    ("numbers", "why"), [("1 -1", "sum of the weights may be zero"), ("1 2 3", "2 figures and 3")]
)
def test_weights_that_give_no_mean(numbers: str, why: str) -> None:
    claim = given(PLAIN, {"a": "4", "b": "8"}, numbers={"weights": numbers})
    with pytest.raises(NotComputable, match=why):
        RULE.expression(claim)
    assert RULE.rows(claim, Interval.point(Fraction(1))) == ()


def test_unit_is_that_of_all() -> None:
    claim = arguments(PLAIN)
    assert RULE.unit(claim, {"of": (PERCENT, PERCENT)}) == PERCENT
    assert RULE.unit(arguments(PLAIN, NUMBERS), {"of": (RMB, RMB)}) == RMB
    weighted = arguments(WEIGHTED)
    assert RULE.unit(weighted, {"of": (RMB, RMB), "weights": (PERSON, PERSON)}) == RMB
    with pytest.raises(UnitMismatch, match="RMB and HKD"):
        RULE.unit(claim, {"of": (RMB, HKD)})
    with pytest.raises(UnitMismatch, match="person and RMB"):
        RULE.unit(weighted, {"of": (RMB, RMB), "weights": (PERSON, RMB)})
    with pytest.raises(UnitMismatch, match="2 figures and 3 weights"):
        RULE.unit(arguments(PLAIN, {"weights": "1 2 3"}), {"of": (RMB, RMB)})


def test_a_stated_count_may_be_rounded() -> None:
    assert RULE.counts_are_rounded


@sample(st.data())
def test_rows_mean_the_statement(data: st.DataObject) -> None:
    claim = given({"of": "a b -c"}, {"a": "1..2", "b": "..", "c": "-1..1"}, unknown="b")
    check_rows(data, RULE, claim, lambda at: (at["a"] + at["b"] - at["c"]) / 3)


@sample(st.data())
def test_rows_mean_the_statement_with_known_weights(data: st.DataObject) -> None:
    claim = given(PLAIN, {"a": "1..2", "b": ".."}, unknown="b", numbers={"weights": "1 -3"})
    check_rows(data, RULE, claim, lambda at: (at["a"] - 3 * at["b"]) / -2)


def weighted(at: Point) -> Fraction:
    return (at["v"] * at["a"] + at["w"] * at["b"]) / (at["v"] + at["w"])


@pytest.mark.parametrize("v", ["1..2", "0..2", "3", "(0.."])
@sample(data=st.data())
def test_rows_never_exclude_what_fits(data: st.DataObject, v: str) -> None:
    box = {"a": "-1..1", "b": "..", "v": v, "w": "2..3"}
    check_rows(data, RULE, given(WEIGHTED, box, unknown="b"), weighted, exact=False)


@sample(st.data())
def test_rows_mean_the_statement_where_the_others_are_exact(data: st.DataObject) -> None:
    box = {"a": "4", "b": "..", "v": "1", "w": "3"}
    check_rows(data, RULE, given(WEIGHTED, box, unknown="b"), weighted)


def test_rows_as_numbers() -> None:
    box = {"a": "4..6", "b": "..", "v": "1..2", "w": "2"}
    rows = RULE.rows(given(WEIGHTED, box, unknown="b"), Interval(Fraction(5), Fraction(7)))
    # Mean ≥ 5: b ≥ 5 + v·(5 − a) ÷ 2, which is least for v = 2, a = 6: 4.
    # Mean ≤ 7: b ≤ 7 + v·(7 − a) ÷ 2, which is most for v = 2, a = 4: 10.
    assert shown(rows) == ["1·b ∈ [4, 10]"]
    assert set(rows[0].built_from) == {"a", "v", "w"}
    box["a"] = "4..6)"
    rows = RULE.rows(given(WEIGHTED, box, unknown="b"), Interval(Fraction(5), Fraction(7)))
    assert shown(rows) == ["1·b ∈ (4, 10]"]


@pytest.mark.parametrize(
    ("unknown", "v", "w"),
    [
        ("", "1", "2"),
        ("a b", "1", "2"),
        ("v", "1..2", "2"),
        ("b v", "1", "2"),
        ("b", "-1..1", "2"),
        ("b", "1", "0..2"),
    ],
)
def test_no_rows(unknown: str, v: str, w: str) -> None:
    claim = given(WEIGHTED, {"a": "4", "b": "5", "v": v, "w": w}, unknown=unknown)
    assert RULE.rows(claim, Interval.point(Fraction(1))) == ()
