"""A number found in prose: where it stands, what kind of thing it is, what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from sensecheck.numbers.display import exact_text
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Printed
from sensecheck.numbers.readings import readings


class FoundKind(StrEnum):
    """What kind of number it is; from `YEAR` on, no quantity."""

    CURRENCY = "currency"
    PERCENT = "percent"
    POINTS = "points"
    COUNT = "count"
    DIMENSION = "dimension"
    MULTIPLE = "multiple"
    RANGE = "range"
    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    ORDINAL = "ordinal"
    VERSION = "version"
    LABEL = "label"
    IDIOM = "idiom"


QUANTITIES: Final = frozenset(list(FoundKind)[: list(FoundKind).index(FoundKind.YEAR)])

Ends = tuple[str | None, str | None]
"""Both ends of a set of values as exact texts; None for an end that is not there."""


@dataclass(frozen=True, slots=True)
class Found:
    """One number of a text: `text[start:end]` prints it.

    `start` and `end` take in sign, currency, scale and unit, not hedge and direction, which have
    fields of their own. `printed` is what the grammar reads, without the direction; None for what
    has no value (a date) or none that is certain. `unit` names the unit that the text prints, of
    which one is `factor` of the base unit. `note` says what is not clear about it.
    """

    start: int
    end: int
    text: str
    kind: FoundKind
    printed: Printed | None = None
    unit: str | None = None
    factor: Fraction = Fraction(1)
    direction: str | None = None
    note: str = ""

    @property
    def is_quantity(self) -> bool:
        """Whether it is a quantity, rather than a date, a label or the like."""
        return self.kind in QUANTITIES

    @property
    def hedge(self) -> str | None:
        """'above', 'at least', 'below', 'at most', 'nearly', 'about'; None without a hedge."""
        return self.printed.hedge.value if self.printed and self.printed.hedge else None

    @property
    def decimals(self) -> int:
        """Digits after the decimal point, as printed; of a range those of its low end."""
        return self.printed.decimals if self.printed else 0

    @property
    def value(self) -> str | Ends | None:
        """The number in its printed unit, scale applied, exact: '4700000000', '13.86'.

        A fraction ('1/3') where no decimal is exact; both ends for a range; None where there is
        no value.
        """
        printed = self.printed
        if printed is None or printed.magnitude is None:
            return None
        low = -printed.magnitude if printed.negative else printed.magnitude
        if printed.high is None:
            return self._text(low)
        high = printed.high * printed.factor
        if printed.negative:
            low, high = -high, low
        return self._text(low), self._text(high)

    @property
    def strict(self) -> Ends | None:
        """Least and greatest true value that prints so, every digit counted, in the same unit."""
        return self._reading(is_loose=False)

    @property
    def loose(self) -> Ends | None:
        """The same where trailing zeros of a whole number may be rounding."""
        return self._reading(is_loose=True)

    def _reading(self, *, is_loose: bool) -> Ends | None:
        if self.printed is None or self.printed.magnitude is None:
            return None
        both = readings(self.printed)
        values: Interval = both.loose if is_loose else both.strict
        low, high = values.low, values.high
        return (
            None if low is None else self._text(low),
            None if high is None else self._text(high),
        )

    def _text(self, value: Fraction) -> str:
        return exact_text(value / self.factor)
