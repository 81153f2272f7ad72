"""Another number in the clothes of a figure as printed: its currency, its scale, its unit.

Hedges and direction words are left out: like 'over RMB 170 million', 83 is 'RMB 83 million'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.printed import Printed
from sensecheck.numbers.tokens import DASHES
from sensecheck.numbers.units import MULTIPLE
from sensecheck.numbers.words import OPPOSITES

_CURRENCY: Final = re.compile(r"(?:[A-Z]{1,3}[$£€¥]|[$£€¥]|\b[A-Z]{3}\b)(?= ?$)")
_SIGNS: Final = dict.fromkeys(map(ord, f"{DASHES}("))
_HEDGE_BEHIND: Final = re.compile(
    r" (?:or|and) (?:above|below|fewer|higher|less|longer|lower|more|older|over|under|up)\b"
)
_DIRECTIONS: Final = re.compile(rf" (?:{'|'.join([*OPPOSITES, *OPPOSITES.values()])})\b")
_ORDINAL: Final = re.compile(r"^(?:st|nd|rd|th)\b")
_SMALLER: Final = {"trillion": "billion", "billion": "million", "million": "thousand"}
_SCALE: Final = re.compile(rf"^ (?:{'|'.join(_SMALLER)})\b")


@dataclass(frozen=True, slots=True)
class Dress:
    """What stands before and behind a number, and what 1 is worth between them."""

    before: str = ""
    behind: str = ""
    factor: Fraction = Fraction(1)

    def around(self, text: str) -> str:
        """The number, or the two ends of a range, dressed: '-£5 million', 'RMB -3 … -2 billion'."""
        if text.startswith("-") and self.before and not self.before.endswith(" "):
            return f"-{self.before}{text[1:]}{self.behind}"
        return f"{self.before}{text}{self.behind}"


def dress_of(printed: Printed) -> Dress:
    """The dress of a printing."""
    if printed.number is None:
        return Dress()
    if printed.kind is Kind.MULTIPLE and printed.unit == MULTIPLE and printed.number >= 1:
        return Dress("", " times", printed.factor)
    if printed.kind not in (Kind.NUMBER, Kind.WORDS, Kind.RANGE):
        return Dress("", "", printed.factor)
    before = printed.text[: printed.start].translate(_SIGNS)
    currency = _CURRENCY.search(before)
    behind = printed.text[printed.end :].rstrip(")")
    behind = _DIRECTIONS.sub("", _ORDINAL.sub("", _HEDGE_BEHIND.sub("", behind)))
    return Dress(before[currency.start() :] if currency else "", behind, printed.factor)


def smaller(dress: Dress, largest: Fraction) -> Dress:
    """The dress with the scale word in which `largest` is at least 1: million for 0.3 billion."""
    while dress.factor > abs(largest) > 0 and (word := _SCALE.match(dress.behind)):
        rest = dress.behind[word.end() :]
        dress = Dress(dress.before, f" {_SMALLER[word.group()[1:]]}{rest}", dress.factor / 1000)
    return dress
