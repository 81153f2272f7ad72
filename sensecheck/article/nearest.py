"""The number of a text that comes nearest to one that it does not print."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Final

from sensecheck.numbers.printed import Printed
from sensecheck.numbers.prose import Found

_FAR: Final = Fraction(1)
"""Likeness of digits and of value together (2 for the same) up to which a number is no hint."""
_NEIGHBOURS: Final = 8
"""How many numbers below and above in value are compared."""
_ALIKE: Final = 40
"""How many numbers with nearly the same digits are compared."""
_MOST_DIGITS: Final = 20


class Nearest:
    """The quantities of a text, by their values and by what slips make of their digits.

    So a number is compared with few of them, however many numbers are missing from a long text.
    """

    def __init__(self, found: Iterable[Found]) -> None:
        self._by_slip: dict[str, list[Found]] = {}
        distinct: dict[tuple[Fraction, str, object], Found] = {}
        for number in found:
            other = number.printed
            if number.is_quantity and other is not None and other.number:
                key = other.number * other.factor, _digits(other), other.unit
                distinct.setdefault(key, number)
        for (_, digits, _), number in distinct.items():
            for slip in _slips(digits):
                self._by_slip.setdefault(slip, []).append(number)
        self._by_value = sorted(
            ((value, number.start, number) for (value, _, _), number in distinct.items()),
            key=lambda entry: entry[:2],
        )

    def to(self, printed: Printed) -> Found | None:
        """The one whose digits or whose value are most like those of `printed`; None if none is.

        Only those in its unit, or without one, are compared.
        """
        if not printed.number:
            return None
        mine = _digits(printed)
        matcher = SequenceMatcher(b=mine, autojunk=False)
        best, best_score = None, _FAR
        for number in self._candidates(printed, mine):
            other = number.printed
            assert other is not None
            if other.unit not in (printed.unit, None) and printed.unit is not None:
                continue
            matcher.set_seq1(_digits(other))
            alike = Fraction(2 * sum(b.size for b in matcher.get_matching_blocks()))
            alike /= len(mine) + len(_digits(other))
            score = alike + _closeness(printed, other)
            if score > best_score:
                best, best_score = number, score
        return best

    def _candidates(self, printed: Printed, digits: str) -> list[Found]:
        """Those with nearly the same digits or value, in the order of the text."""
        chosen: dict[int, Found] = {}
        for slip in _slips(digits):
            for number in self._by_slip.get(slip, ())[:_ALIKE]:
                chosen[number.start] = number
        # A bare number is taken in the scale of `printed`, and so stands elsewhere.
        for value in {printed.magnitude or Fraction(0), printed.number or Fraction(0)}:
            at = bisect_left(self._by_value, (value,), key=lambda entry: entry[:1])
            for _, start, number in self._by_value[max(at - _NEIGHBOURS, 0) : at + _NEIGHBOURS]:
                chosen[start] = number
        return [chosen[start] for start in sorted(chosen)]


def _digits(printed: Printed) -> str:
    return printed.text[printed.start : printed.end].replace(",", "")


def _slips(digits: str) -> Iterator[str]:
    """The digits, and those with one left out.

    Two numbers share one of these where one digit is another, missing, or swapped with the next.
    """
    digits = digits[:_MOST_DIGITS]
    yield digits
    yield from {digits[:place] + digits[place + 1 :] for place in range(len(digits))}


def _closeness(a: Printed, b: Printed) -> Fraction:
    """1 for equal magnitudes, 0 for very different ones; a bare number is taken in a's scale."""
    is_bare = b.unit is None and b.factor == 1
    first = a.magnitude or Fraction(0)
    second = (b.number or Fraction(0)) * (a.factor if is_bare else b.factor)
    larger = max(first, second)
    return 1 - abs(first - second) / larger if larger else Fraction(1)
