"""What a numeral is: a number as digits or words print it."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import NamedTuple


class Kind(Enum):
    """What kind of printing a figure is."""

    NUMBER = "a number in digits"
    WORDS = "a number in words"
    MULTIPLE = "a fraction or multiple in words"
    RANGE = "a range"
    ORDINAL = "an ordinal"
    PERIOD = "a period"
    MISSING = "not printed"


class Numeral(NamedTuple):
    """A number, the place of its digits or words, and the token after it.

    Scales ('million'), signs and units are no part of it; only prose has numerals whose own words
    hold a scale ('1.3e6'), or are not quite clear, which `note` says.
    """

    kind: Kind
    number: Fraction
    decimals: int
    start: int
    end: int
    next: int
    is_dozen: bool = False  # a multiple that counts things, where others compare two quantities
    scale: int = 1
    note: str = ""
