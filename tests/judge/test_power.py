"""How many printed values would not have failed, counted by hand, open ends included."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.judge.power import admitted
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import parse
from sensecheck.numbers.readings import Rounding, readings


@pytest.mark.parametrize(
    ("low", "high", "is_open", "rounding", "count"),
    [
        # 3 ± 0.5 touches 3.5 and 7 ± 0.5 touches 6.5: 3, 4, 5, 6, 7
        ("3.5", "6.5", False, Rounding.NEAREST, 5),
        # and where 3.5 and 6.5 are not reached: 4, 5, 6
        ("3.5", "6.5", True, Rounding.NEAREST, 3),
        # cut off, 2 stands for [2, 3), which does not reach 3, and 6 for [6, 7): 3, 4, 5, 6
        ("3", "6", False, Rounding.TRUNCATE, 4),
        # 3 stands for [3, 4), which reaches above 3; 6 does not reach below 6: 3, 4, 5
        ("3", "6", True, Rounding.TRUNCATE, 3),
    ],
)
def test_open_ends_are_not_counted(
    low: str, high: str, is_open: bool, rounding: Rounding, count: int
) -> None:
    printed = parse("RMB 5")
    allowed = Interval(Fraction(low), Fraction(high), is_open, is_open)
    assert admitted(printed, readings(printed, rounding).strict, allowed) == count


def test_a_hedged_figure_and_an_endless_range_have_no_count() -> None:
    printed = parse("over RMB 5")
    everywhere = Interval(Fraction(0), None)
    strict = readings(printed).strict
    assert admitted(printed, strict, Interval(Fraction(1), Fraction(2))) is None
    assert admitted(parse("RMB 5"), readings(parse("RMB 5")).strict, everywhere) is None
