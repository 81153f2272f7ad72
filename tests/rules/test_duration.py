from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.model import Arguments
from sensecheck.numbers.expressions import value_at
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.periods import Period, parse_label, parse_period
from sensecheck.numbers.units import Unit
from sensecheck.rules.base import Given, NotComputable
from sensecheck.rules.duration import RULE

YEAR, DAY = Unit((("year", 1),)), Unit((("day", 1),))


def dates(unit: str = "", **texts: str) -> Arguments:
    """The two ends as an article prints them."""
    periods = {name.strip("_"): (period(text),) for name, text in texts.items()}
    return Arguments(periods=periods, texts={"unit": (unit,)} if unit else {})


def labels(text: str, unit: str = "") -> Arguments:
    """The periods of a slice."""
    periods = tuple(period(label) for label in text.split())
    return Arguments(periods={"of": periods}, texts={"unit": (unit,)} if unit else {})


def period(text: str) -> Period:
    found = parse_label(text) or parse_period(text)
    assert found is not None
    return found


def printed(arguments: Arguments) -> Fraction:
    return value_at(RULE.expression(Given(arguments, {})), {})


def possible(arguments: Arguments) -> Interval:
    assert RULE.spread is not None
    return RULE.spread(arguments)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        ("2014", "October 22, 2024", "10"),  # by the year
        ("2014", "2024", "10"),
        ("end of 2021", "end of 2023", "2"),
        ("March 2021", "June 2024", "13/4"),  # 3 years and 3 months
        ("h1_2021", "h1_2024", "3"),
        ("October 22, 2014", "October 22, 2024", "10"),
        ("2024", "2024", "0"),
    ],
)
def test_years_at_the_coarser_grain(start: str, end: str, years: str) -> None:
    assert printed(dates(from_=start, to=end)) == Fraction(years)


def test_any_instants_within_both_are_possible() -> None:
    # From the last moment of 2014 to the first of 22 October, and from the first of 2014 to the
    # last of 22 October: 9 years and 295 of 366 days; 10 years, 9 months and 22 of 31 days. A part
    # of a year is counted in days or in months, whichever reaches further.
    least = 9 + Fraction(295, 366)
    most = (10 * 12 + 9 + Fraction(22, 31)) / 12
    found = possible(dates(from_="2014", to="October 22, 2024"))
    assert found == Interval(least, most, True, True)
    assert Fraction("9.8") < least < Fraction("9.81")
    assert Fraction("10.8") < most < Fraction("10.81")


def test_days() -> None:
    # 30 days to 31 March, and up to a day less or more.
    march = dates("day", from_="March 1, 2024", to="March 31, 2024")
    assert printed(march) == 30
    assert possible(march) == Interval(Fraction(29), Fraction(31), True, True)
    assert RULE.unit(march, {}) == DAY
    assert RULE.unit(dates(from_="2014", to="2024"), {}) == YEAR


@pytest.mark.parametrize(
    ("of", "years"),
    [
        ("2019 2020 2021 2022 2023 h1_2024", "5.5"),
        ("2019", "1"),
        ("h1_2023 h2_2023 q1_2024", "1.25"),
        ("2021 2020", "2"),  # in whatever order
    ],
)
def test_time_covered(of: str, years: str) -> None:
    assert printed(labels(of)) == Fraction(years)
    assert possible(labels(of)) == Interval.point(Fraction(years))


def test_time_covered_in_days() -> None:
    # 366 days of 2024, and 31 + 28 of 2025.
    assert printed(labels("2024 january_2025 february_2025", "day")) == 425


@pytest.mark.parametrize("of", ["2019 2021", "2023 h1_2023"])
def test_gaps_and_overlaps_are_not_guessed_at(of: str) -> None:
    with pytest.raises(NotComputable, match="overlap or leave gaps"):
        possible(labels(of))


def test_to_lies_after_from() -> None:
    with pytest.raises(NotComputable, match="'to' lies before 'from'"):
        printed(dates(from_="2024", to="2023"))
    # From the end of 2024 back to 1 March: 306 of 366 days, a little more than 10 of 12 months.
    assert possible(dates(from_="2024", to="March 2024")) == Interval(
        Fraction(-306, 366), Fraction(1, 4), True, True
    )


def test_both_ends_are_needed() -> None:
    with pytest.raises(NotComputable, match="from and to, or of"):
        printed(dates(from_="2024"))


def test_no_figure_no_rows() -> None:
    assert RULE.rows(Given(labels("2019"), {}), Interval.point(Fraction(1))) == ()
