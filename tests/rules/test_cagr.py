from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given as sample
from hypothesis import strategies as st

from sensecheck.numbers.expressions import enclosure_at
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.units import PERCENT
from sensecheck.rules.base import Given, NotComputable, UnitMismatch
from sensecheck.rules.cagr import RULE
from tests.rules.workbench import HKD, RMB, arguments, given, hold, shown, value, written


def growth(start: str, end: str, years: str, unknown: str = "") -> Given:
    box = {"a": start, "b": end}
    return given({"from": "a", "to": "b"}, box, numbers={"years": years}, unknown=unknown)


@pytest.mark.parametrize(
    ("start", "end", "years", "rate"),
    [
        ("10", "12", "1", "0.2"),
        ("10", "12.1", "2", "0.1"),  # 1.1² = 1.21
        ("100000", "161051", "5", "0.1"),  # 1.1⁵ = 1.61051
        ("4", "9", "1/2", "4.0625"),  # (9/4)² − 1 = 81/16 − 1: half a year's growth, twice
        ("1", "32", "5/2", "3"),  # 32^(2/5) = 2² = 4
        ("-10", "-12.1", "2", "0.1"),  # a loss that grows
        ("8", "0", "3", "-1"),
    ],
)
def test_value(start: str, end: str, years: str, rate: str) -> None:
    assert value(RULE, growth(start, end, years)) == Fraction(rate)


def test_an_irrational_rate_is_enclosed() -> None:
    claim = growth("10", "16.1", "5")
    point = {"a": Fraction(10), "b": Fraction("16.1")}
    rate = enclosure_at(RULE.expression(claim), point)
    assert rate.low is not None and rate.high is not None
    assert (1 + rate.low) ** 5 < Fraction("1.61") < (1 + rate.high) ** 5
    assert rate.high - rate.low < Fraction(1, 10**38)


@pytest.mark.parametrize(
    ("years", "text"),
    [
        ("1", "b ÷ a − 1"),
        ("2", "sqrt(b ÷ a) − 1"),
        ("5", "(b ÷ a)^(1/5) − 1"),
        ("1/2", "(b ÷ a)^2 − 1"),
        ("5.5", "(b ÷ a)^(2/11) − 1"),
    ],
)
def test_each_figure_stands_once(years: str, text: str) -> None:
    assert written(RULE, growth("1", "2", years)) == text


@pytest.mark.parametrize(
    ("start", "end", "years", "why"),
    [
        ("0..1", "2", "5", "the first figure may be zero"),
        ("1", "-2", "5", "different signs"),
        ("-1", "2", "5", "different signs"),
        ("1", "-0.1..0.1", "5", "different signs"),
        ("1", "2", "", "do not tell the years"),
        ("1", "2", "0", "above 0"),
        ("1", "2", "-3", "above 0"),
        ("1", "2", "3 4", "one number"),
        ("1", "2", "5.4321", "too fine"),
        ("1", "2", "501", "too many"),
    ],
)
def test_no_rate(start: str, end: str, years: str, why: str) -> None:
    with pytest.raises(NotComputable, match=why):
        RULE.expression(growth(start, end, years))


def test_unit_is_percent() -> None:
    claim = arguments({"from": "a", "to": "b"}, {"years": "5"})
    assert RULE.unit(claim, {"from": (RMB,), "to": (RMB,)}) == PERCENT
    with pytest.raises(UnitMismatch, match="RMB and HKD"):
        RULE.unit(claim, {"from": (RMB,), "to": (HKD,)})


@pytest.mark.parametrize("start", ["1..2", "-2..-1", "(0.."])
@pytest.mark.parametrize("years", ["1", "2", "5", "1/2", "5/2"])
@sample(data=st.data())
def test_rows_mean_the_statement(data: st.DataObject, start: str, years: str) -> None:
    """With growth = root^q, growth^(p/q) is root^p: the true rate is known without a root."""
    n = Fraction(years)
    root = data.draw(st.fractions(0, 3, max_denominator=20), "root")
    base = data.draw(st.fractions(1, 2, max_denominator=50), "from")
    base = -base if start.startswith("-") else base
    point = {"a": base, "b": base * root**n.numerator}
    rate = root**n.denominator - 1
    near = st.sampled_from([Fraction(k, 100) for k in (-400, -3, -1, 0, 1, 3)])
    low, high = sorted([rate + data.draw(near, "low"), rate + data.draw(near, "high")])
    opens = [low < high and data.draw(st.booleans(), "open") for _ in range(2)]
    within = Interval(low, high, *opens)
    rows = RULE.rows(growth(start, "..", years, unknown="b"), within)
    assert hold(rows, point) == (rate in within), shown(rows)


@pytest.mark.parametrize(
    ("low", "high", "years", "rows"),
    [
        # 1.1² = 1.21 and 1.2² = 1.44
        ("0.1", "0.2", "2", ["-121/100·a + 1·b ∈ [0, ∞)", "-36/25·a + 1·b ∈ (−∞, 0]"]),
        ("-1", "0", "3", ["1·b ∈ [0, ∞)", "-1·a + 1·b ∈ (−∞, 0]"]),
        ("-1.5", "0", "3", ["-1·a + 1·b ∈ (−∞, 0]"]),  # no rate is below −1: no lower row
        ("3", "3", "1/2", ["-2·a + 1·b ∈ [0, ∞)", "-2·a + 1·b ∈ (−∞, 0]"]),  # 4^½ = 2
    ],
)
def test_rows_as_numbers(low: str, high: str, years: str, rows: list[str]) -> None:
    within = Interval(Fraction(low), Fraction(high))
    assert shown(RULE.rows(growth("1..2", "..", years), within)) == rows


def test_no_growth_satisfies_a_rate_below_minus_one() -> None:
    rows = RULE.rows(growth("1..2", "0..", "3"), Interval(Fraction(-3), Fraction(-2)))
    assert not hold(rows, {"a": Fraction(1), "b": Fraction(0)})


def test_irrational_thresholds_are_rounded_outwards() -> None:
    # 2^(5/2) is irrational: the rows leave a gap, and sound ends lie on either side of it.
    rows = RULE.rows(growth("1", "..", "5/2"), Interval(Fraction(1), Fraction(1), False, False))
    low, high = (-row.form.coefficients["a"] for row in rows)
    assert low**2 < 2**5 < high**2
    assert high - low < Fraction(1, 10**38)


@pytest.mark.parametrize(("start", "years"), [("..", "5"), ("-1..1", "5"), ("1..2", "")])
def test_no_rows(start: str, years: str) -> None:
    assert RULE.rows(growth(start, "..", years), Interval.point(Fraction(1))) == ()
