"""Which numbers of a text may be the printing of a figure: the same digits, a unit that fits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from fractions import Fraction
from typing import Final, NamedTuple

from sensecheck.model import Passage
from sensecheck.numbers.printed import Kind, Nature, Printed, parse
from sensecheck.numbers.prose import Found, FoundKind
from sensecheck.numbers.prose.kinds import is_currency
from sensecheck.numbers.tokens import DASHES
from sensecheck.numbers.units import POINTS, Unit

_NEAR: Final = 60
"""Characters around a number in which another one may print the scale of both."""
_SMALL: Final = 100
"""Below this many units of its last digit, a number alone says little about what it counts."""
_NAMES: Final = frozenset({FoundKind.LABEL, FoundKind.VERSION, FoundKind.IDIOM, FoundKind.YEAR})
_NUMBERED: Final = frozenset({FoundKind.LABEL, FoundKind.VERSION})
_PAIRS: Final = frozenset({FoundKind.LABEL, FoundKind.NUMBER, FoundKind.IDIOM})
_PAIR: Final = re.compile(rf"([0-9]{{1,4}})[{DASHES}:/]([0-9]{{1,4}})")
"""'3–1', '52-48', '60/40'."""
# '€ million' over a column, 'in millions': a scale that stands once for many numbers.
_SCALE_APART: Final = re.compile(
    r"(?:[$£€¥₹(]|\b[A-Z]{3}|\bin)\s?(?:(?:thousand|million|billion|trillion|crore|lakh)s?|[mb]n?)\b"
)
_POINT: Final = Unit((("point", 1),))
_HUNDREDTH: Final = Fraction(1, 100)
_COUNTS: Final = frozenset({Nature.COUNT, Nature.UNKNOWN})


class Fit(IntEnum):
    """How well a number of the text fits, best first."""

    EXACT = 0
    ELIDED = 1  # its unit stands elsewhere: '5,098 and 4,531'; or an end of a range
    WORDED = 2  # another noun for the same thing, or a word for the minus: 'a loss of 2.457'


class Candidate(NamedTuple):
    """A number of the text that may be a printing."""

    fit: Fit
    found: Found

    @property
    def passage(self) -> Passage:
        """Where it stands."""
        return Passage(self.found.start, self.found.end)


class Numbers:
    """The numbers of a text by their digits and by their values."""

    def __init__(self, content: str, found: Iterable[Found]) -> None:
        self.found = tuple(found)
        self._scale_is_apart = _SCALE_APART.search(content) is not None
        self._by_digits: dict[tuple[int, int, int], list[Found]] = {}
        self._by_value: dict[Fraction, list[Found]] | None = None
        for number in self.found:
            for part in (number, *_parts(number)):
                printed = part.printed
                if printed is not None and printed.number is not None:
                    self._by_digits.setdefault(_digits(printed.number, printed), []).append(part)

    def like(self, printed: Printed) -> list[Candidate]:
        """The numbers that print the same digits with a unit that fits, best first."""
        if printed.number is None:
            return []
        alike = self._by_digits.get(_digits(printed.number, printed), ())
        fits = ((fit_of(printed, number), number) for number in alike)
        candidates = [
            Candidate(fit, number)
            for fit, number in fits
            if fit is not None and self._has_scale(printed, number)
        ]
        return sorted(candidates, key=lambda c: (c.fit, c.found.start))

    def _has_scale(self, printed: Printed, number: Found) -> bool:
        """Whether the scale of a printing may be meant where the number has none of its own."""
        if not printed.scaled or number.printed is None or number.printed.scaled:
            return True
        if self._scale_is_apart:
            return True
        near = Passage(number.start - _NEAR, number.end + _NEAR)
        return any(n.printed is not None and n.printed.scaled for n in within(self.found, near))

    def same_value(self, printed: Printed) -> Iterator[Found]:
        """The numbers with other digits for the same value and unit: 0.68 billion, 680 million."""
        for number in self.worth(printed.magnitude or Fraction(0)):
            other = number.printed
            if other is not None and other.unit == printed.unit and other.high == printed.high:
                yield number

    def goes_beyond(self, passage: Passage, printed: Printed) -> bool:
        """Whether the passage is part of a number: 'RMB 4' in 'RMB 4 billion'.

        An end of a range is a number of its own.
        """
        for number in within(self.found, passage):
            other = number.printed
            if other is None or other.kind is Kind.RANGE:
                continue
            if number.start + other.start < passage.start:
                return True
            if number.start + other.end > passage.end:
                return True
            if number.end > passage.end and other.scaled and not printed.scaled:
                return True
        return False

    def is_one(self, passage: Passage) -> bool:
        """Whether one number was read where the passage stands, not none and not several."""
        return sum(1 for _ in within(self.found, passage)) == 1

    def worth(self, magnitude: Fraction) -> Sequence[Found]:
        """The numbers of a magnitude, in whatever unit."""
        if self._by_value is None:
            self._by_value = {}
            for number in self.found:
                if number.printed is not None and number.printed.magnitude is not None:
                    self._by_value.setdefault(number.printed.magnitude, []).append(number)
        return self._by_value.get(magnitude, ())


def within(numbers: tuple[Found, ...], region: Passage) -> Iterator[Found]:
    """The numbers of which some part stands in the region."""
    index = bisect_right(numbers, region.start, key=lambda number: number.end)
    while index < len(numbers) and numbers[index].start < region.end:
        yield numbers[index]
        index += 1


def _parts(number: Found) -> Iterator[Found]:
    """The numbers that one of the text is made of: the ends of a range, the sides of a score."""
    printed = number.printed
    if printed is not None and printed.kind is Kind.RANGE:
        low = replace(printed, kind=Kind.NUMBER, high=None, high_decimals=0)
        high = replace(low, number=printed.high, decimals=printed.high_decimals)
        yield from (replace(number, printed=end) for end in (low, high))
    elif printed is None and number.kind in _PAIRS and (sides := _PAIR.fullmatch(number.text)):
        for side in (1, 2):
            start, end = (number.start + offset for offset in sides.span(side))
            yield Found(start, end, sides[side], FoundKind.NUMBER, parse(sides[side]))


def _digits(number: Fraction, printed: Printed) -> tuple[int, int, int]:
    """What the same digits have in common; hashing whole numbers is much faster than fractions."""
    return number.numerator, number.denominator, printed.decimals


def is_small(printed: Printed) -> bool:
    """Whether the digits alone do not tell which quantity this is: '5', 'two', '12'."""
    units: Fraction = (printed.number or Fraction(0)) * 10**printed.decimals
    return units < _SMALL


def fit_of(printed: Printed, number: Found) -> Fit | None:
    """How a number with the same digits fits a printing; None where it does not."""
    other = number.printed
    if other is None or (printed.high, printed.high_decimals) != (other.high, other.high_decimals):
        return None
    if (printed.kind is Kind.ORDINAL) != (other.kind is Kind.ORDINAL):
        return None
    if number.kind in _NAMES:
        is_bare = printed.unit is None and printed.factor == 1
        # 'to Remain's 48.1' may be read as a name; few digits may well be one.
        may_be_misread = number.kind in _NUMBERED and not is_small(printed)
        return Fit.WORDED if is_bare or may_be_misread else None
    if printed.unit == other.unit and printed.factor == other.factor:
        if number.kind is FoundKind.RANGE and other.kind is not Kind.RANGE:
            return Fit.ELIDED
        return Fit.EXACT if printed.is_downward == other.is_downward else Fit.WORDED
    if other.unit is None:
        return Fit.ELIDED if other.factor in (1, printed.factor) else None
    if printed.unit is None:
        return Fit.ELIDED if printed.factor in (1, other.factor) else None
    if _has_shorter_words(printed, other):
        return Fit.ELIDED
    if printed.factor != other.factor:
        return None
    if _without_rate(printed.unit) == other.unit:
        return Fit.ELIDED
    if printed.unit == _without_rate(other.unit):
        return Fit.ELIDED
    are_counts = printed.nature in _COUNTS and other.nature in _COUNTS
    return Fit.WORDED if are_counts else None


def _has_shorter_words(printed: Printed, other: Printed) -> bool:
    """'$4.2' where '$ million' stands once for all; 'a 12-point lead' of percentage points."""
    if printed.unit == POINTS and printed.factor == _HUNDREDTH:
        return other.unit == _POINT
    is_money = is_currency(printed.unit) and printed.unit == other.unit
    return is_money and printed.scaled and other.factor == 1


def _without_rate(unit: Unit) -> Unit:
    """HKD for HKD per share."""
    return Unit(tuple(base for base in unit.bases if base[1] > 0), unit.style)


def any_inside(regions: Sequence[Passage], candidates: Iterable[Candidate]) -> bool:
    """Whether one of the numbers stands in one of the regions, which are in order."""
    return any(holder(regions, candidate) is not None for candidate in candidates)


def holder(regions: Sequence[Passage], candidate: Candidate) -> Passage | None:
    """The narrowest region that holds the number's digits; its noun may go beyond."""
    number, printed = candidate.found, candidate.found.printed
    assert printed is not None
    start, end = number.start + printed.start, number.start + printed.end
    index = bisect_right(regions, start, key=lambda region: region.start) - 1
    return regions[index] if index >= 0 and end <= regions[index].end else None
