"""Values as people read them: decimals, ranges, and what stands around a number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.numbers import showing
from sensecheck.numbers.dressing import dress_of, smaller
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import parse
from sensecheck.numbers.units import PERCENT


def between(low: str | None, high: str | None, *, open_ends: str = "") -> Interval:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Interval(ends[0], ends[1], "(" in open_ends, ")" in open_ends)


@pytest.mark.parametrize(
    ("printed", "one", "both"),
    [
        ("RMB 4.7 billion", "RMB 3.3 billion", "RMB -4 … -3 billion"),
        ("RMB -4.963 billion", "RMB 3.3 billion", "RMB -4 … -3 billion"),
        ("£641m", "£3.3m", "-£4 … -3m"),
        ("HK$3.85", "HK$3.3", "-HK$4 … -3"),
        ("$1.2bn", "$3.3bn", "-$4 … -3bn"),
        ("1.2 billion yuan", "3.3 billion yuan", "-4 … -3 billion yuan"),
        ("less than RMB 170 million", "RMB 3.3 million", "RMB -4 … -3 million"),
        ("USD 3 million or more", "USD 3.3 million", "USD -4 … -3 million"),
        ("HKD 1.56 per share", "HKD 3.3 per share", "HKD -4 … -3 per share"),
        ("6.9% fewer", "3.3%", "-4 … -3%"),
        ("10th", "3.3", "-4 … -3"),
        ("nine shops", "3.3 shops", "-4 … -3 shops"),
        ("doubled", "3.3 times", "-4 … -3 times"),
        ("half", "3.3", "-4 … -3"),
    ],
)
def test_a_number_in_the_clothes_of_another(printed: str, one: str, both: str) -> None:
    dress = dress_of(parse(printed))
    assert dress.around("3.3") == one
    assert dress.around("-4 … -3") == both


def test_a_part_of_a_billion_is_shown_in_millions() -> None:
    dress = smaller(dress_of(parse("RMB 1.051 billion")), Fraction(295_700_000))
    assert (dress.behind, dress.factor) == (" million", Fraction(10**6))
    assert smaller(dress, Fraction(-2_000_000)) == dress
    assert smaller(dress, Fraction(0)) == dress


@pytest.mark.parametrize(
    ("low", "high", "open_ends", "like", "text"),
    [
        # 1.735 ÷ 1.21395 and 1.745 ÷ 1.21385
        ("1429220000", "1437570000", "", "RMB 1.74 billion", "RMB 1.429 … 1.438 billion"),
        ("295291000", "295655000", "", "RMB 1.051 billion", "RMB 295.29 … 295.66 million"),
        ("0", "1745000000", "()", "RMB 1.74 billion", "below RMB 1.745 billion"),
        ("0", "1745000000", "(", "RMB 1.74 billion", "at most RMB 1.745 billion"),
        ("-1745000000", "0", ")", "RMB 1.74 billion", "at least RMB -1.745 billion"),
        ("519500000", None, "(", "RMB 520 million", "above RMB 519.5 million"),
        ("0.1", "0.2", "", "13.86%", "10 … 20%"),
        (None, None, "", "13.86%", "any value"),
    ],
)
def test_what_a_figure_must_be(
    low: str | None, high: str | None, open_ends: str, like: str, text: str
) -> None:
    printed = parse(like)
    values = between(low, high, open_ends=open_ends)
    shown = showing.implied(values, printed, printed.unit, whole=False)
    assert shown == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("5015.6", "5020.9", "5,016 … 5,020"),
        ("195.3", "196.7", "196"),
        ("0", "45000", "at most 45,000"),
        ("45000", None, "at least 45,000"),
    ],
)
def test_what_a_count_must_be(low: str, high: str | None, text: str) -> None:
    assert showing.implied(between(low, high), parse("5 shops"), None, whole=True) == text


def test_cents_of_large_results_are_left_out() -> None:
    like = parse("about EUR 210,000")
    assert showing.recomputed(Fraction(51_400_000, 245), like, like.unit, None) == "209,796"
    assert showing.recomputed(Fraction(2955, 10), like, like.unit, None) == "295.5"


def test_ends_that_are_as_good_as_the_same_are_not_told_apart() -> None:
    tiny = between("0.0785701511", "0.0785701512")
    assert showing.bounds(tiny, parse("7.9%"), PERCENT) == ("7.86", "7.86")
    small = between("0.13842", "0.13843")
    assert showing.bounds(small, parse("7.9%"), PERCENT) == ("13.842", "13.843")
