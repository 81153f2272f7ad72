"""Which kind of quantity a printing is, and the name of the unit that the text prints."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.currencies import currency_names, part_names
from sensecheck.numbers.measures import measure_names
from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.printed import Nature, Printed
from sensecheck.numbers.prose.found import FoundKind
from sensecheck.numbers.units import MULTIPLE, PERCENT, POINTS, Meaning, Unit

_OF_STYLE: Final = {
    PERCENT: FoundKind.PERCENT,
    POINTS: FoundKind.POINTS,
    MULTIPLE: FoundKind.MULTIPLE,
}
_TIMES: Final = frozenset({"day", "year"})
_HUNDREDTH: Final = Fraction(1, 100)


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


def unit_name(meaning: Meaning, words: str) -> str | None:
    """The unit by its name, in the singular: 'RMB', 'cent', 'month'; else the words for it."""
    unit, factor = meaning.unit, meaning.factor
    if unit.is_dimensionless and factor in (1, _HUNDREDTH):
        return unit.name
    name = measure_names().get((unit, factor)) or part_names().get((unit, factor))
    if name == words.lower() and words[1:] != name[1:]:
        return words  # PetaFLOPS
    is_base = factor == 1 and (len(unit.bases) != 1 or unit.bases[0][1] == 1)
    return unit.name if is_base else name or " ".join(words.split())


def is_time(unit: Unit) -> bool:
    """Whether the unit is time, or time per something."""
    return bool(unit.bases) and unit.bases[0][0] in _TIMES


def is_currency(unit: Unit | None) -> bool:
    """Whether the unit is money, not money per something."""
    return unit is not None and len(unit.bases) == 1 and unit.bases[0][0] in currency_names()
