from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT, PLAIN
from sensecheck.rules.base import UnitMismatch
from sensecheck.rules.compound import RULE
from tests.rules.workbench import Point, arguments, check_rows, given, shown, value, written


@pytest.mark.parametrize(
    ("of", "growth"),
    [
        ("a", "0.12"),
        ("a b", "0.288"),  # 1.12 × 1.15 = 1.288
        ("a c", "-0.44"),  # 1.12 × 0.5 = 0.56
        ("a -c", "0.68"),  # 1.12 × 1.5 = 1.68
    ],
)
def test_value(of: str, growth: str) -> None:
    claim = given({"of": of}, {"a": "0.12", "b": "0.15", "c": "-0.5"})
    assert value(RULE, claim) == Fraction(growth)


def test_is_written_as_a_product() -> None:
    assert written(RULE, given({"of": "a -b"}, {})) == "(1 + a) × (1 − b) − 1"


def test_unit_is_percent_of_percent_alone() -> None:
    claim = arguments({"of": "a b"})
    assert RULE.unit(claim, {"of": (PERCENT, PERCENT)}) == PERCENT
    with pytest.raises(UnitMismatch, match="a change is a percentage"):
        RULE.unit(claim, {"of": (PERCENT, PLAIN)})


def growth(at: Point) -> Fraction:
    return (1 + at["a"]) * (1 + at["b"]) - 1


@pytest.mark.parametrize("known", ["0.1..0.2", "-1..1", "(-1..1", "-3..-2", "-2..2", "-1"])
@sample(data=st.data())
def test_rows_never_exclude_what_fits(data: st.DataObject, known: str) -> None:
    claim = given({"of": "a b"}, {"a": known, "b": ".."}, unknown="b")
    check_rows(data, RULE, claim, growth, exact=False)


@sample(data=st.data())
def test_rows_mean_the_statement_where_the_other_is_exact(data: st.DataObject) -> None:
    claim = given({"of": "a b"}, {"a": "0.25", "b": ".."}, unknown="b")
    check_rows(data, RULE, claim, growth)


def test_rows_as_numbers() -> None:
    claim = given({"of": "a b"}, {"a": "0.25..0.5", "b": ".."}, unknown="b")
    rows = RULE.rows(claim, Interval(Fraction("0.5"), Fraction(1), high_open=True))
    assert shown(rows) == ["1·b + 1 ∈ [1, 8/5)"]  # 1.5 ÷ 1.5, 2 ÷ 1.25
    assert rows[0].built_from == ("a",)


@pytest.mark.parametrize(("of", "unknown"), [("a b", ""), ("a b", "a b"), ("b b", "b")])
def test_no_rows_without_just_one_unknown(of: str, unknown: str) -> None:
    claim = given({"of": of}, {"a": "0..1", "b": "0.."}, unknown=unknown)
    assert RULE.rows(claim, Interval.point(Fraction(1))) == ()
