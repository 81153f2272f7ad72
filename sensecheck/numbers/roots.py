"""Roots of exact numbers: exact where they are rational, else enclosed on both sides."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.intervals import Interval

DIGITS: Final = 40
"""Significant digits to which an irrational root is enclosed."""


def root_of(value: Fraction, degree: int) -> Interval:
    """The degree-th root of a number that is not negative.

    A point where the root is rational, otherwise an interval of a relative width under
    10^-DIGITS that holds it.
    """
    exact_over = integer_root(value.numerator, degree)
    exact_under = integer_root(value.denominator, degree)
    if exact_over**degree == value.numerator and exact_under**degree == value.denominator:
        return Interval.point(Fraction(exact_over, exact_under))
    # Scale so that the integer root carries DIGITS digits: floor(root(value · s^degree)) / s.
    bits = value.numerator.bit_length() - value.denominator.bit_length()
    scale = 10 ** max(DIGITS - bits * 3 // (10 * degree) + 1, 0)
    low = integer_root(value.numerator * scale**degree // value.denominator, degree)
    return Interval(Fraction(low, scale), Fraction(low + 1, scale))


def integer_root(value: int, degree: int) -> int:
    """The greatest integer whose degree-th power is at most `value` (Newton's method)."""
    if value < 2 or degree == 1:
        return value
    guess = 1 << -(-value.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + value // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better
