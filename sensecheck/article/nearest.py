"""The number of a text that comes nearest to one that it does not print."""

from __future__ import annotations

from difflib import SequenceMatcher
from fractions import Fraction
from typing import Final

from sensecheck.article.matching import Numbers
from sensecheck.numbers.printed import Printed
from sensecheck.numbers.prose import Found

_FAR: Final = Fraction(1)
"""Likeness of digits and of value together (2 for the same) up to which a number is no hint."""


def nearest(printed: Printed, numbers: Numbers) -> Found | None:
    """The quantity whose digits or whose value are most like those of `printed`; None if none is.

    Only those in its unit, or without one, are compared.
    """
    if not printed.number:
        return None
    mine = _digits(printed)
    matcher = SequenceMatcher(b=mine, autojunk=False)
    best, best_score = None, _FAR
    for number in numbers.found:
        other = number.printed
        if not number.is_quantity or other is None or not other.number:
            continue
        if other.unit not in (printed.unit, None) and printed.unit is not None:
            continue
        matcher.set_seq1(_digits(other))
        alike = Fraction(2 * sum(b.size for b in matcher.get_matching_blocks()))
        alike /= len(mine) + len(_digits(other))
        score = alike + _closeness(printed, other)
        if score > best_score:
            best, best_score = number, score
    return best


def _digits(printed: Printed) -> str:
    return printed.text[printed.start : printed.end].replace(",", "")


def _closeness(a: Printed, b: Printed) -> Fraction:
    """1 for equal magnitudes, 0 for very different ones; a bare number is taken in a's scale."""
    is_bare = b.unit is None and b.factor == 1
    first = a.magnitude or Fraction(0)
    second = (b.number or Fraction(0)) * (a.factor if is_bare else b.factor)
    larger = max(first, second)
    return 1 - abs(first - second) / larger if larger else Fraction(1)
