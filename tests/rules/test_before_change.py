from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT, PLAIN
from sensecheck.rules.base import NotComputable, UnitMismatch
from sensecheck.rules.before_change import RULE
from tests.rules.workbench import RMB, Point, arguments, check_rows, given, number, shown, value

CHANGED = {"to": "b", "change": "c"}


@pytest.mark.parametrize(
    ("end", "change", "start"),
    [
        ("4.25", "0.25", "3.4"),  # 4.25 ÷ 1.25
        ("2", "-0.5", "4"),
        ("-8", "0.2", "-10"),  # −10 + 10 × 0.2 = −8
        ("-12", "-0.2", "-10"),
        ("1050", "2.5", "300"),  # 300 + 750
        ("0", "0.5", "0"),
    ],
)
def test_value(end: str, change: str, start: str) -> None:
    assert value(RULE, given(CHANGED, {"b": end, "c": change})) == Fraction(start)


def test_the_stated_sign_says_which_figure_it_was() -> None:
    # −100 up 150 % is −100 + 100 × 1.5 = 50, and 20 up 150 % is 50 too.
    claim = given(CHANGED, {"b": "50", "c": "1.5"})
    loss, profit = (replace(claim, stated=number(text)) for text in ("-101..-99", "19..21"))
    assert value(RULE, loss) == -100
    assert value(RULE, profit) == 20
    with pytest.raises(NotComputable, match="100 % or more"):
        RULE.expression(replace(claim, stated=number("-200..200")))


@pytest.mark.parametrize(
    ("end", "change", "why"),
    [
        ("-1..1", "0.5", "positive or negative"),
        ("0..1", "-1", "100 % or more"),  # down 100 %: whatever it was is gone
        ("1", "-1.05..-0.95", "100 % or more"),
        ("-5", "-1.5", "100 % or more"),  # from −2, or from a profit of 10
        ("-5", "1", "100 % or more"),  # no negative figure rises by 100 % to a negative one
        ("1", "..", "100 % or more"),
    ],
)
def test_open_which_figure_it_was(end: str, change: str, why: str) -> None:
    with pytest.raises(NotComputable, match=why):
        RULE.expression(given(CHANGED, {"b": end, "c": change}))


@pytest.mark.parametrize("change", ["0.25", "-0.25", "-0.99", "0.99"])
@pytest.mark.parametrize("start", ["8", "-8", "0"])
def test_undoes_after_change(start: str, change: str) -> None:
    a, c = Fraction(start), Fraction(change)
    end = a + abs(a) * c
    assert value(RULE, given(CHANGED, {"b": str(end), "c": change})) == a


def test_a_change_under_100_percent_keeps_the_sign_whatever_is_stated() -> None:
    # 12 up 50 % was 8; it was not −8, and 24 (12 ÷ (1 − 0.5)) has nothing to do with it
    claim = replace(
        given(CHANGED, {"b": "12", "c": "0.5"}), stated=Interval(Fraction(-9), Fraction(-7))
    )
    assert value(RULE, claim) == 8


def test_unit_is_that_of_the_figure() -> None:
    claim = arguments(CHANGED)
    assert RULE.unit(claim, {"to": (RMB,), "change": (PERCENT,)}) == RMB
    with pytest.raises(UnitMismatch, match="with its %, not as a plain number"):
        RULE.unit(claim, {"to": (RMB,), "change": (PLAIN,)})


def before(at: Point) -> Fraction:
    return at["b"] / (1 + at["c"] if at["b"] >= 0 else 1 - at["c"])


@pytest.mark.parametrize(
    ("end", "change", "unknown"),
    [
        ("0..", "0.2..0.3", "b"),
        ("..0)", "0.2..0.3", "b"),
        ("0..", "(-1..0", "b"),
        ("1..2", "0..", "c"),
        ("(0..2", "(-1..", "c"),
        ("-2..-1", "-0.5..0.5", "c"),
        ("1..2", "0..1", ""),
        ("0..", "0..", "b c"),
    ],
)
@sample(data=st.data())
def test_rows_never_exclude_what_fits(
    data: st.DataObject, end: str, change: str, unknown: str
) -> None:
    claim = given(CHANGED, {"b": end, "c": change}, unknown=unknown)
    check_rows(data, RULE, claim, before, exact=False)


@pytest.mark.parametrize(("end", "change"), [("0..", "0.2"), ("..0)", "-0.2")])
@sample(data=st.data())
def test_rows_mean_the_statement_where_the_change_is_exact(
    data: st.DataObject, end: str, change: str
) -> None:
    claim = given(CHANGED, {"b": end, "c": change}, unknown="b")
    check_rows(data, RULE, claim, before)


def test_rows_as_numbers() -> None:
    within = Interval(Fraction(4), Fraction(5))
    by_end = RULE.rows(given(CHANGED, {"b": "0..", "c": "0.25..0.5"}, unknown="b"), within)
    assert shown(by_end) == ["1·b ∈ [5, 15/2]"]  # 4 × 1.25, 5 × 1.5
    assert by_end[0].built_from == ("c",)
    by_change = RULE.rows(given(CHANGED, {"b": "6..7", "c": "0.."}, unknown="c"), within)
    assert shown(by_change) == ["1·c + 1 ∈ [6/5, 7/4]"]  # 6 ÷ 5, 7 ÷ 4


@pytest.mark.parametrize(
    ("end", "change", "unknown"),
    [("1..2", "0..1", ""), ("0..", "0..", "b c"), ("1..2", "..", "b c")],
)
def test_no_rows_where_a_sign_is_open(end: str, change: str, unknown: str) -> None:
    claim = given(CHANGED, {"b": end, "c": change}, unknown=unknown)
    assert RULE.rows(claim, Interval.point(Fraction(1))) == ()
