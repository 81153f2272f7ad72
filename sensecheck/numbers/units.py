"""Units as dimensions, and how a number without a dimension is printed.

A `Unit` is a product of powers of base names ('RMB', 'person', 'day'), so that HKD per share times
shares is HKD. Percent, percentage points and multiples have no dimension; their `style` says what
kind of number they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Final, NamedTuple


class Style(Enum):
    """What kind of number a quantity without a dimension is."""

    PLAIN = "number"
    PERCENT = "percent"
    POINTS = "percentage points"
    MULTIPLE = "times"


@dataclass(frozen=True, slots=True)
class Unit:
    """Bases with their exponents, sorted by name: HKD per share is (('HKD', 1), ('share', -1))."""

    bases: tuple[tuple[str, int], ...] = ()
    style: Style = Style.PLAIN

    def __mul__(self, other: Unit) -> Unit:
        return _product(self, other, 1)

    def __truediv__(self, other: Unit) -> Unit:
        return _product(self, other, -1)

    def __pow__(self, exponent: int) -> Unit:
        return Unit(tuple((name, power * exponent) for name, power in self.bases if exponent))

    @property
    def is_dimensionless(self) -> bool:
        """Whether the unit has no bases: a plain number, a percentage, points, a multiple."""
        return not self.bases

    @property
    def name(self) -> str | None:
        """'RMB', 'HKD per share', 'percent'; None for plain numbers."""
        if not self.bases:
            return None if self.style is Style.PLAIN else self.style.value
        over = " ".join(_power(name, power) for name, power in self.bases if power > 0)
        under = " ".join(_power(name, -power) for name, power in self.bases if power < 0)
        return f"{over or '1'} per {under}" if under else over


class Nature(Enum):
    """What a figure's unit says about its exactness: counted things are exact, measures are not."""

    BARE = "no unit"
    COUNT = "a count"
    MEASURE = "a measure"
    UNKNOWN = "an unknown noun"


class Meaning(NamedTuple):
    """What a unit's word stands for: `factor` × `unit`."""

    unit: Unit
    factor: Fraction
    nature: Nature


PLAIN: Final = Unit()
PERCENT: Final = Unit(style=Style.PERCENT)
POINTS: Final = Unit(style=Style.POINTS)
MULTIPLE: Final = Unit(style=Style.MULTIPLE)


def _power(name: str, power: int) -> str:
    return name if power == 1 else f"{name}^{power}"


def _product(a: Unit, b: Unit, sign: int) -> Unit:
    powers = dict(a.bases)
    for name, power in b.bases:
        powers[name] = powers.get(name, 0) + sign * power
    return Unit(tuple(sorted((name, power) for name, power in powers.items() if power)))
