"""Periods of time: a day, month, quarter, half-year or year, and the time between them.

A period runs from its first day to the day after its last. Instants are counted in months (a day
is its share of its month) or in days; a year is twelve months, so that the same date ten years
later is exactly ten years away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from functools import cache, lru_cache, partial
from typing import Final

from sensecheck.numbers.intervals import Interval


class Grain(Enum):
    """How long a period is, in months; a day is 0."""

    DAY = 0
    MONTH = 1
    QUARTER = 3
    HALF = 6
    YEAR = 12


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to before `end`; `fiscal`: a company's year, not the calendar's."""

    start: date
    end: date
    grain: Grain
    fiscal: bool = False

    @property
    def days(self) -> str:
        """The first and the last day, or the one day that it is."""
        first, last = self.start, self.end - timedelta(days=1)
        return f"{first}" if first == last else f"{first} … {last}"


def parse_label(label: str) -> Period | None:
    """The period that a series label names (2021, fy2023, h1_2024, march_2024, 2024_10_22)."""
    if not _LABEL.fullmatch(label):
        return None
    return parse_period(label.replace("_", "-" if label[0].isdigit() else " "))


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period | None:
    """The period that `text` names as a label or in prose; None where it names none."""
    if len(text) > 60:
        return None
    plain = " ".join(text.lower().replace(",", " ").split())
    before, forms = _patterns()
    lead = before.match(plain)
    assert lead is not None  # every part of it may be missing
    match = next((m for form in forms if (m := form.fullmatch(plain, lead.end()))), None)
    if match is None:
        return None
    try:
        period = _dated(match.groupdict())
    except ValueError:  # 31 February
        return None
    edge = "end" if lead["year_end"] else lead["edge"]
    if edge is None:
        return period
    day = period.end - timedelta(days=1) if edge == "end" else period.start
    return _starting(day, Grain.DAY, period.fiscal)


def overlap(a: Period, b: Period) -> bool:
    """Whether some day lies in both periods."""
    return a.start < b.end and b.start < a.end


def between(a: Period, b: Period, unit: str) -> tuple[Fraction, Interval]:
    """The time from `a` to `b` in 'year', 'month' or 'day' units.

    First at the coarser of the two grains (2014 to 22 October 2024: 10 years), then all values
    that any instants within both periods give. Raises ValueError for another unit.
    """
    coarser = max(a.grain, b.grain, key=lambda grain: grain.value)
    printed = _position(_floor(b.start, coarser), unit) - _position(_floor(a.start, coarser), unit)
    # A fiscal year may begin up to a year before or after the calendar's.
    slack = timedelta(days=0 if a.fiscal == b.fiscal else 366)
    first, last = a.start - slack * a.fiscal, a.end + slack * a.fiscal
    from_, to = b.start - slack * b.fiscal, b.end + slack * b.fiscal
    # A part of a year may be counted in months or in days, which differ by a day or two.
    spans = [(at(from_) - at(last), at(to) - at(first)) for at in _positions(unit)]
    # The last instant of a period is not in it, so both ends are open.
    low, high = min(low for low, _ in spans), max(high for _, high in spans)
    return printed, Interval(low, high, True, True)


def years_between(a: Period, b: Period) -> Fraction | None:
    """Years from `a` to `b`; None unless both are of one grain (and both fiscal, or neither)."""
    if a.grain is not b.grain or a.fiscal != b.fiscal:
        return None
    return _position(b.start, "year") - _position(a.start, "year")


def covered(periods: Iterable[Period]) -> tuple[Fraction, bool]:
    """The years that `periods` cover together, and whether they tile without gap or overlap."""
    ordered = sorted(periods, key=lambda period: (period.start, period.end))
    total, contiguous = Fraction(0), True
    reached: date | None = None
    for period in ordered:
        start = period.start
        if reached is not None:
            contiguous = contiguous and start == reached
            start = max(start, reached)
        if start < period.end:
            total += _position(period.end, "year") - _position(start, "year")
            reached = period.end
    return total, contiguous


_LABEL = re.compile(r"(?:fy)?[0-9]{4}|[a-z]+[0-9]?_[0-9]{4}|[0-9]{4}_[0-9]{2}(?:_[0-9]{2})?")
MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
MONTH_WORDS: Final = frozenset({*MONTHS, *(name[:3] for name in MONTHS), "sept"})
_NTH: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}


@cache
def _patterns() -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...]]:
    """What may stand before a period, and the forms of one; text is lower case, without commas."""
    year = "(?P<year>[12][0-9]{3})"
    month = "(?P<month>" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + r"|sept)\.?"
    day = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
    fiscal = "(?P<fiscal>fy[ -]?|(?:fiscal|financial) (?:year )?)"
    before = (
        "(?:(?:in|on|at|by|as of|since) )?(?:the )?"
        "(?:(?P<edge>end|start|beginning)(?: of |[ -])|(?P<year_end>year[- ]end (?:of )?))?"
        "(?:the )?(?:year )?"
    )
    forms = (
        f"{fiscal}?{year}",
        f"{year}-(?P<month>[0-9]{{2}})(?:-(?P<day>[0-9]{{2}}))?",
        f"{month}(?: {day})? (?:of )?{year}",
        f"{day} (?:of )?{month} (?:of )?{year}",
        f"(?P<part>[qh])(?P<nth>[1-4])(?: of)?[ -]?{fiscal}?{year}",
        f"(?P<nth>[12])(?P<part>h)[ -]?{fiscal}?{year}",
        f"{fiscal}?{year}[ -]?(?P<part>[qh])(?P<nth>[1-4])",
        f"(?P<nth>{'|'.join(_NTH)})[ -](?P<part>quarter|half)(?: of)? {fiscal}?{year}",
    )
    return re.compile(before), tuple(re.compile(form) for form in forms)


def _dated(part: dict[str, str | None]) -> Period:
    """The period of one matched form; ValueError for a date that no calendar has."""
    year = int(part["year"] or "")
    fiscal = bool(part.get("fiscal"))
    month, day, nth = part.get("month"), part.get("day"), part.get("nth")
    if nth:
        grain = Grain.QUARTER if (part["part"] or "").startswith("q") else Grain.HALF
        place = _NTH.get(nth) or int(nth)
        if grain is Grain.HALF:
            place = 2 if nth in ("last", "final") else place
        return _starting(date(year, 1 + (place - 1) * grain.value, 1), grain, fiscal)
    if not month:
        return _starting(date(year, 1, 1), Grain.YEAR, fiscal)
    number = int(month) if month.isdigit() else _MONTH_NUMBERS[month[:3]]
    if day:
        return _starting(date(year, number, int(day)), Grain.DAY, False)
    return _starting(date(year, number, 1), Grain.MONTH, False)


_MONTH_NUMBERS: Final = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}


def _starting(start: date, grain: Grain, fiscal: bool) -> Period:
    if grain is Grain.DAY:
        return Period(start, start + timedelta(days=1), grain, fiscal)
    years, month = divmod(start.month - 1 + grain.value, 12)
    return Period(start, date(start.year + years, month + 1, 1), grain, fiscal)


def _floor(day: date, grain: Grain) -> date:
    """The first day of the period of `grain` that holds `day`."""
    if grain is Grain.DAY:
        return day
    return date(day.year, 1 + (day.month - 1) // grain.value * grain.value, 1)


def _positions(unit: str) -> tuple[Callable[[date], Fraction], ...]:
    """The ways in which a date's place in time is counted."""
    by_calendar = partial(_position, unit=unit)
    return (by_calendar, _day_of_year) if unit == "year" else (by_calendar,)


def _day_of_year(day: date) -> Fraction:
    """Years as the day's share of its own year."""
    start = day.replace(month=1, day=1)
    length = (date(day.year + 1, 1, 1) - start).days
    return day.year + Fraction((day - start).days, length)


def _position(day: date, unit: str) -> Fraction:
    """The beginning of `day` on a line that counts in `unit`."""
    if unit == "day":
        return Fraction(day.toordinal())
    length = (date(day.year + day.month // 12, day.month % 12 + 1, 1) - day.replace(day=1)).days
    months = day.year * 12 + day.month - 1 + Fraction(day.day - 1, length)
    if unit == "month":
        return months
    if unit == "year":
        return months / 12
    raise ValueError(f"time is counted in years, months or days, not in {unit!r}")
