from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.ranges import Extent, extent
from sensecheck.numbers.units import MULTIPLE, PERCENT, PLAIN, POINTS, Unit
from sensecheck.rules.product import RULE
from tests.rules.workbench import HKD, RMB, SHARE, Point, arguments, check_rows, given, shown, value


@pytest.mark.parametrize(
    ("of", "product"), [("a", "4"), ("a b", "-2"), ("a -b", "2"), ("a a", "16"), ("a b c", "-6")]
)
def test_value(of: str, product: str) -> None:
    claim = given({"of": of}, {"a": "4", "b": "-0.5", "c": "3"})
    assert value(RULE, claim) == Fraction(product)


@pytest.mark.parametrize(
    ("units", "unit"),
    [
        ((RMB, PERCENT), RMB),  # 30 % of RMB 4.7 billion
        ((MULTIPLE, RMB), RMB),  # 3 times RMB 5 million
        ((HKD / SHARE, SHARE), HKD),
        ((HKD / SHARE, SHARE, PERCENT), HKD),
        ((RMB, RMB), Unit((("RMB", 2),))),
        ((PERCENT, PERCENT), PERCENT),  # 20 % of 30 % is 6 %
        ((MULTIPLE, PERCENT), PERCENT),  # 3 times 20 %
        ((PERCENT, POINTS), POINTS),
        ((PERCENT, PLAIN), PLAIN),  # 20 % of 500
        ((MULTIPLE, MULTIPLE), MULTIPLE),
    ],
)
def test_units_multiply(units: tuple[Unit, ...], unit: Unit) -> None:
    assert RULE.unit(arguments({"of": "a b"}), {"of": units}) == unit
    assert RULE.unit(arguments({"of": "a b"}), {"of": units[::-1]}) == unit


def product(at: Point) -> Fraction:
    return at["a"] * at["b"]


@pytest.mark.parametrize("unknown", ["..", "0..", "..0"])
@pytest.mark.parametrize(
    "known", ["2..3", "-3..-2", "0..5", "(0..5", "0..5)", "-5..0", "-1..1", "1..", "(0..", "0"]
)
@sample(data=st.data())
def test_rows_never_exclude_what_fits(data: st.DataObject, known: str, unknown: str) -> None:
    claim = given({"of": "a b"}, {"a": known, "b": unknown}, unknown="b")
    check_rows(data, RULE, claim, product, exact=False)


@pytest.mark.parametrize("known", ["4", "-0.5"])
@sample(data=st.data())
def test_rows_mean_the_statement_where_the_other_is_exact(data: st.DataObject, known: str) -> None:
    claim = given({"of": "a b"}, {"a": known, "b": ".."}, unknown="b")
    check_rows(data, RULE, claim, product)


@pytest.mark.parametrize(
    ("known", "rows"),
    [
        ("2..4", ["1·b ∈ [2, 6]"]),  # 8 ÷ 4, 12 ÷ 2
        ("2..4)", ["1·b ∈ (2, 6]"]),
        ("-4..-2", ["1·b ∈ [-6, -2]"]),
        ("0..4", ["1·b ∈ [2, ∞)"]),  # of zero times b nothing between 8 and 12 comes
        ("-4..4", []),  # b may be above 2 or below −2
        ("0", []),
    ],
)
def test_rows_as_numbers(known: str, rows: list[str]) -> None:
    claim = given({"of": "a b"}, {"a": known, "b": ".."}, unknown="b")
    found = RULE.rows(claim, Interval(Fraction(8), Fraction(12)))
    assert shown(found) == rows
    assert all(row.built_from == ("a",) for row in found)


def test_zero_times_anything_is_zero() -> None:
    claim = given({"of": "a b"}, {"a": "0..4", "b": ".."}, unknown="b")
    assert RULE.rows(claim, Interval(Fraction(0), Fraction(1))) == ()


@pytest.mark.parametrize(("of", "unknown"), [("a b", ""), ("a b", "a b"), ("b b", "b")])
def test_no_rows_without_just_one_unknown(of: str, unknown: str) -> None:
    claim = given({"of": of}, {"a": "1..2", "b": "1.."}, unknown=unknown)
    assert RULE.rows(claim, Interval.point(Fraction(1))) == ()


def test_a_factor_that_stands_twice_stands_once_as_a_power() -> None:
    # x · x over −2 … 3 is 0 … 9, not −6 … 9
    claim = given({"of": "a a b"}, {"a": "-2..3", "b": "1"})
    assert extent(RULE.expression(claim), claim.box) == Extent(
        Interval(Fraction(0), Fraction(9)), tight=True
    )
