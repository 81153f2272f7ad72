"""Units in the words of messages: 'RMB billion', 'people', 'percentage points'."""

from __future__ import annotations

from typing import Final

from sensecheck.numbers.printed import Printed
from sensecheck.numbers.units import MULTIPLE, PLAIN, Unit
from sensecheck.rules.base import describe

_SCALES: Final = {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"}
_ONE_PERSON: Final = "person"


def unit_words(printed: Printed) -> str:
    """The unit and scale of a printing: RMB billion."""
    unit = "no unit" if printed.unit is None else plural(printed.unit)
    scale = _SCALES.get(printed.factor.numerator) if printed.scaled else None
    return f"{unit} {scale}" if scale else unit


def plural(unit: Unit) -> str:
    """The unit of more than one: days, people, HKD per share."""
    if unit == PLAIN:
        return "plain numbers"
    if unit == MULTIPLE:
        return "multiples"
    over, per, under = describe(unit).partition(" per ")
    if over == _ONE_PERSON:
        over = "people"
    elif over[-1:].islower() and not over.endswith("s") and unit.bases:
        over += "s"
    return over + per + under
