"""Periods: labels, prose, and the time between."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sensecheck.numbers.periods import (
    Grain,
    Period,
    between,
    covered,
    overlap,
    parse_label,
    parse_period,
    years_between,
)


def period(text: str) -> Period:
    found = parse_period(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("label", "start", "end", "grain"),
    [
        ("2021", date(2021, 1, 1), date(2022, 1, 1), Grain.YEAR),
        ("fy2023", date(2023, 1, 1), date(2024, 1, 1), Grain.YEAR),
        ("h1_2024", date(2024, 1, 1), date(2024, 7, 1), Grain.HALF),
        ("h2_2024", date(2024, 7, 1), date(2025, 1, 1), Grain.HALF),
        ("q3_2023", date(2023, 7, 1), date(2023, 10, 1), Grain.QUARTER),
        ("q4_2023", date(2023, 10, 1), date(2024, 1, 1), Grain.QUARTER),
        ("march_2024", date(2024, 3, 1), date(2024, 4, 1), Grain.MONTH),
        ("mar_2024", date(2024, 3, 1), date(2024, 4, 1), Grain.MONTH),
        ("december_2024", date(2024, 12, 1), date(2025, 1, 1), Grain.MONTH),
        ("2024_10_22", date(2024, 10, 22), date(2024, 10, 23), Grain.DAY),
        ("2024_02_29", date(2024, 2, 29), date(2024, 3, 1), Grain.DAY),
        ("2024_10", date(2024, 10, 1), date(2024, 11, 1), Grain.MONTH),
    ],
)
def test_labels(label: str, start: date, end: date, grain: Grain) -> None:
    assert parse_label(label) == Period(start, end, grain, label.startswith("fy"))


@pytest.mark.parametrize(
    "label",
    "peak total h3_2024 q5_2023 h0_2024 2023_02_29 2024_13 2024_13_01 x_2024 marchy_2024 20245 "
    "0999 3000 2021_ _2021 2021_h1 mar2024 1_2021 end_2021x fy h1".split(),
)
def test_other_labels_have_no_time(label: str) -> None:
    assert parse_label(label) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("October 22, 2024", "2024_10_22"),
        ("Oct. 22, 2024", "2024_10_22"),
        ("October 22nd, 2024", "2024_10_22"),
        ("22 October 2024", "2024_10_22"),
        ("22nd of October 2024", "2024_10_22"),
        ("2024-10-22", "2024_10_22"),
        ("on October 22, 2024", "2024_10_22"),
        ("end of 2021", "2021_12_31"),
        ("the end of 2021", "2021_12_31"),
        ("at the end of the year 2021", "2021_12_31"),
        ("end-2021", "2021_12_31"),
        ("year-end 2021", "2021_12_31"),
        ("end of June 2024", "2024_06_30"),
        ("end of Q3 2023", "2023_09_30"),
        ("beginning of 2021", "2021_01_01"),
        ("March 2024", "march_2024"),
        ("Sept. 2024", "september_2024"),
        ("May 2024", "may_2024"),
        ("2014", "2014"),
        ("in 2014", "2014"),
        ("FY2023", "fy2023"),
        ("fiscal year 2023", "fy2023"),
        ("first half of 2024", "h1_2024"),
        ("the second half of 2024", "h2_2024"),
        ("H1 2024", "h1_2024"),
        ("1H 2024", "h1_2024"),
        ("2024 H1", "h1_2024"),
        ("Q3 2023", "q3_2023"),
        ("third quarter of 2023", "q3_2023"),
        ("fourth quarter 2023", "q4_2023"),
        ("last quarter of 2023", "q4_2023"),
        ("last half of 2023", "h2_2023"),
    ],
)
def test_prose(text: str, label: str) -> None:
    assert parse_period(text) == parse_label(label)
    assert parse_period(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "may", "31 February 2024", "third half of 2024", "2024-10-", "early 2024"),
        *("20 24", "half of 2024", "1" * 100, "end of", "٢٠٢٤", "2021 to 2024", "October 0, 2024"),
    ],
)
def test_no_period(text: str) -> None:
    assert parse_period(text) is None


def test_between_takes_the_coarser_grain() -> None:
    day = period("October 22, 2024")
    value, span = between(period("2014"), day, "year")
    assert value == 10
    # From the last instant of 2014 to the first of 22 October: 295 of 366 days, which is a little
    # less than 9 months and 21 of 31 days; from the first of 2014 to the last: 9 months and 22 of
    # 31 days, which is a little more than 296 of 366 days.
    assert span.low == 9 + Fraction(295, 366)
    assert span.high == 10 + Fraction(9, 12) + Fraction(22, 31) / 12
    assert span.low_open
    assert span.high_open
    # March 2014 to October 2024 is 10 years and 7 months.
    assert between(period("March 2014"), day, "year")[0] == 10 + Fraction(7, 12)
    assert between(period("March 2014"), day, "month")[0] == 127
    assert between(period("h1 2014"), period("Q4 2024"), "year")[0] == Fraction(21, 2)


def test_between_days() -> None:
    first, last = period("October 22, 2014"), period("October 22, 2024")
    assert between(first, last, "day")[0] == 3653  # ten years, three leap days
    assert between(first, last, "year")[0] == 10
    value, span = between(first, last, "day")
    assert (span.low, span.high) == (value - 1, value + 1)
    assert between(last, first, "year")[0] == -10


def test_a_fiscal_year_may_begin_elsewhere() -> None:
    calendar = between(period("2014"), period("2024"), "year")[1]
    mixed = between(period("FY2014"), period("2024"), "year")[1]
    assert mixed.covers(calendar)
    assert mixed != calendar
    assert between(period("FY2014"), period("FY2024"), "year")[1] == calendar


def test_between_knows_three_units() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        between(period("2014"), period("2024"), "fortnight")


def test_years_between_needs_one_grain() -> None:
    assert years_between(period("2020"), period("2025")) == 5
    assert years_between(period("H1 2020"), period("H1 2024")) == 4
    assert years_between(period("H1 2020"), period("H2 2021")) == Fraction(3, 2)
    assert years_between(period("2025"), period("2020")) == -5
    assert years_between(period("2020"), period("H1 2024")) is None
    assert years_between(period("2020"), period("FY2024")) is None


def test_covered() -> None:
    years = [period(str(year)) for year in range(2019, 2024)]
    assert covered([*years, period("H1 2024")]) == (Fraction(11, 2), True)
    assert covered(reversed(years)) == (Fraction(5), True)
    assert covered([years[0], years[2]]) == (Fraction(2), False)
    assert covered([years[0], years[0]]) == (Fraction(1), False)
    assert covered([period("2023"), period("H1 2023")]) == (Fraction(1), False)
    assert covered([]) == (Fraction(0), True)


def test_overlap() -> None:
    assert overlap(period("2023"), period("H1 2023"))
    assert overlap(period("H1 2023"), period("2023"))
    assert not overlap(period("2023"), period("2024"))
    assert not overlap(period("H1 2023"), period("H2 2023"))


days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def _whole(day: date, grain: Grain) -> Period:
    texts = {
        Grain.DAY: day.isoformat(),
        Grain.MONTH: f"{day.year}-{day.month:02}",
        Grain.QUARTER: f"Q{(day.month + 2) // 3} {day.year}",
        Grain.HALF: f"H{(day.month + 5) // 6} {day.year}",
        Grain.YEAR: str(day.year),
    }
    return period(texts[grain])


@given(days, st.sampled_from(Grain), days, st.sampled_from(Grain), st.sampled_from("ymd"))
def test_what_is_printed_is_possible(
    first: date, a: Grain, second: date, b: Grain, letter: str
) -> None:
    unit = {"y": "year", "m": "month", "d": "day"}[letter]
    one, two = _whole(first, a), _whole(second, b)
    assert one.start <= first < one.end
    value, span = between(one, two, unit)
    # From Q1 to 31 December it is three quarters, the last instant of March excluded: an open end.
    assert span.low is not None and span.high is not None
    assert span.low <= value <= span.high
    # Days within both periods are at one of the times that are possible.
    exact = Period(first, first + timedelta(days=1), Grain.DAY)
    other = Period(second, second + timedelta(days=1), Grain.DAY)
    assert between(exact, other, unit)[0] in span
