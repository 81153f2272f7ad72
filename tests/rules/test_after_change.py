from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT, PLAIN, POINTS
from sensecheck.rules.after_change import RULE
from sensecheck.rules.base import NotComputable, UnitMismatch
from tests.rules.workbench import RMB, Point, arguments, check_rows, given, shown, value, written

CHANGED = {"from": "a", "change": "c"}


@pytest.mark.parametrize(
    ("start", "change", "end"),
    [
        ("3.4", "0.25", "4.25"),  # 3.4 + 0.85
        ("4", "-0.5", "2"),
        ("-10", "0.2", "-8"),  # −10 + 10 × 0.2
        ("-10", "-0.2", "-12"),
        ("-10", "1.5", "5"),  # −10 + 15
        ("0", "0.3", "0"),
    ],
)
def test_value(start: str, change: str, end: str) -> None:
    assert value(RULE, given(CHANGED, {"a": start, "c": change})) == Fraction(end)


@pytest.mark.parametrize(
    ("base", "text"),
    [
        ("1..2", "a × (1 + c)"),
        ("0..2", "a × (1 + c)"),
        ("..0", "a × (1 − c)"),
    ],
)
def test_each_figure_stands_once_where_the_sign_is_known(base: str, text: str) -> None:
    assert written(RULE, given(CHANGED, {"a": base, "c": "0.25"})) == text


def test_a_figure_of_either_sign_is_not_computed() -> None:
    with pytest.raises(NotComputable, match="positive or negative"):
        RULE.expression(given(CHANGED, {"a": "-1..1", "c": "0.25"}))


def test_unit_is_that_of_the_figure() -> None:
    claim = arguments(CHANGED)
    assert RULE.unit(claim, {"from": (RMB,), "change": (PERCENT,)}) == RMB
    assert RULE.unit(claim, {"from": (PERCENT,), "change": (PERCENT,)}) == PERCENT
    for unit, words in [(PLAIN, "a plain number"), (POINTS, "percentage points"), (RMB, "RMB")]:
        with pytest.raises(UnitMismatch, match=f"with its %, not as {words}"):
            RULE.unit(claim, {"from": (RMB,), "change": (unit,)})


def after(at: Point) -> Fraction:
    return at["a"] + abs(at["a"]) * at["c"]


@pytest.mark.parametrize(
    ("base", "change", "unknown"),
    [
        ("..0", "0.2..0.3", "a"),
        ("0..", "0.2..0.3", "a"),
        ("0..", "-2..-1.5", "a"),
        ("1..2", "..", "c"),
        ("(0..2", "..", "c"),
        ("-2..-1", "..", "c"),
        ("0..", "-1..0)", "a"),
        ("0..", "..", "a c"),
        ("1..2", "0..1", ""),
    ],
)
@sample(data=st.data())
def test_rows_never_exclude_what_fits(
    data: st.DataObject, base: str, change: str, unknown: str
) -> None:
    claim = given(CHANGED, {"a": base, "c": change}, unknown=unknown)
    check_rows(data, RULE, claim, after, exact=False)


@pytest.mark.parametrize(("base", "change", "unknown"), [("0..", "0.2", "a"), ("-2", "..", "c")])
@sample(data=st.data())
def test_rows_mean_the_statement_where_the_other_is_exact(
    data: st.DataObject, base: str, change: str, unknown: str
) -> None:
    claim = given(CHANGED, {"a": base, "c": change}, unknown=unknown)
    check_rows(data, RULE, claim, after)


def test_rows_as_numbers() -> None:
    within = Interval(Fraction(6), Fraction(12))
    by_base = RULE.rows(given(CHANGED, {"a": "0..", "c": "0.2..0.5"}, unknown="a"), within)
    assert shown(by_base) == ["1·a ∈ [4, 10]"]  # 6 ÷ 1.5, 12 ÷ 1.2
    assert by_base[0].built_from == ("c",)
    by_change = RULE.rows(given(CHANGED, {"a": "4..5)", "c": ".."}, unknown="c"), within)
    assert shown(by_change) == ["1·c + 1 ∈ (6/5, 3]"]  # 6 ÷ 5, 12 ÷ 4
    falling = RULE.rows(given(CHANGED, {"a": "-5..-4", "c": ".."}, unknown="c"), within)
    assert shown(falling) == ["-1·c + 1 ∈ [-3, -6/5]"]


@pytest.mark.parametrize("unknown", ["", "a c"])
def test_no_rows_without_just_one_unknown(unknown: str) -> None:
    claim = given(CHANGED, {"a": "1..2", "c": "0..1"}, unknown=unknown)
    assert RULE.rows(claim, Interval.point(Fraction(1))) == ()
