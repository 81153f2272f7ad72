"""The scale of a drawing: round numbers that hold two sets and leave some room beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sensecheck.numbers.display import decimal_text, finite_decimals, magnitude
from sensecheck.numbers.intervals import Interval

MOST_LABEL: Final = 16
"""An axis whose labels would be longer than this is not drawn."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The numbers from `low` to `high`, a tick every `step`, in `width` columns of text."""

    low: Fraction
    high: Fraction
    step: Fraction
    width: int

    @property
    def ticks(self) -> Iterator[Fraction]:
        """The round numbers, from end to end."""
        value = self.low
        while value <= self.high:
            yield value
            value += self.step

    def share(self, value: Fraction) -> Fraction:
        """Where on the axis a value stands: 0 at its low end, 1 at its high end."""
        return (value - self.low) / (self.high - self.low)

    def column(self, value: Fraction) -> int:
        """The column of a value; what lies beyond an end stands at the end."""
        return min(max(round(self.share(value) * (self.width - 1)), 0), self.width - 1)

    def label(self, tick: Fraction) -> str:
        """The number at a tick, with the decimals that the step needs."""
        return decimal_text(tick, finite_decimals(self.step) or 0)


def axis_for(allowed: Interval, said: Interval, value: Fraction | None, width: int) -> Axis | None:
    """An axis that shows all ends, its labels in `width` columns; None where there is none."""
    ends = (allowed.low, allowed.high, said.low, said.high, value)
    known = [end for end in ends if end is not None]
    if len(known) < 2 or min(known) == max(known):
        return None
    low, high = min(known), max(known)
    margin = (high - low) / 8
    low, high = low - margin, high + margin
    for step in _steps((high - low) / 10):
        axis = Axis(low // step * step, -(-high // step) * step, step, width)
        longest = max(len(axis.label(end)) for end in (axis.low, axis.high))
        if longest > MOST_LABEL:
            return None
        if (longest * 3 // 2 + 2) * (axis.high - axis.low) / step < width:
            return axis
    return None


def _steps(least: Fraction) -> Iterator[Fraction]:
    """1, 2, 5, 10, 20, … times a power of ten, from about `least` on."""
    power = Fraction(10) ** magnitude(least)
    for _ in range(4):
        for digit in (1, 2, 5):
            if digit * power >= least:
                yield digit * power
        power *= 10
