"""Which kind of quantity a printing is, and the name of the unit that the text prints."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.currencies import currency_names
from sensecheck.numbers.numerals import Kind
from sensecheck.numbers.printed import Nature, Printed
from sensecheck.numbers.prose.found import FoundKind
from sensecheck.numbers.units import MULTIPLE, PERCENT, POINTS, Meaning, Unit

_HUNDREDTH: Final = Fraction(1, 100)
_OF_STYLE: Final = {
    PERCENT: FoundKind.PERCENT,
    POINTS: FoundKind.POINTS,
    MULTIPLE: FoundKind.MULTIPLE,
}


def kind_of(printed: Printed) -> FoundKind:
    """The kind of a quantity; of a range with a unit too it is 'range'."""
    if printed.kind is Kind.RANGE:
        return FoundKind.RANGE
    unit = printed.unit
    if unit is None:
        return FoundKind.MULTIPLE if printed.kind is Kind.MULTIPLE else FoundKind.NUMBER
    if unit.is_dimensionless:
        return _OF_STYLE.get(unit, FoundKind.NUMBER)
    if any(name in currency_names() for name, power in unit.bases if power > 0):
        return FoundKind.CURRENCY
    counted = printed.nature in (Nature.COUNT, Nature.UNKNOWN)
    return FoundKind.COUNT if counted else FoundKind.DIMENSION


def printed_unit(meaning: Meaning | None, words: str) -> tuple[str | None, Fraction]:
    """The name of the unit as printed, and what one of it is in base units.

    The base unit's own name where they are the same, else the words: 'RMB', but 'cents', 'km'.
    """
    if meaning is None:
        return None, Fraction(1)
    base = _HUNDREDTH if meaning.unit in (PERCENT, POINTS) else Fraction(1)
    if meaning.factor == base:
        return meaning.unit.name, base
    return " ".join(words.split()) or meaning.unit.name, meaning.factor


def is_currency(unit: Unit | None) -> bool:
    """Whether the unit is money, not money per something."""
    return unit is not None and len(unit.bases) == 1 and unit.bases[0][0] in currency_names()
