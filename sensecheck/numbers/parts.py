"""Parts of a whole in words: 'half', 'a third', 'two-thirds', 'fifty-four hundredths'."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.number_words import DENOMINATORS, ONES, ORDINALS, TENS
from sensecheck.numbers.tokens import Token

# Decimals that a fraction's step is taken to have: those that print it, at most 3.
_PLACES: Final = {2: 1, 4: 2, 5: 1, 8: 3, 10: 1, 20: 2}
_QUARTERS: Final = 4


def places_of(part: Fraction, otherwise: int = 2) -> int:
    """The decimals that a fraction is taken to have."""
    return _PLACES.get(part.denominator, otherwise)


def read_part(tokens: list[Token], at: int) -> tuple[Fraction, int] | None:
    """The fraction below 1 in words at token `at`, and the token after it."""
    token = tokens[at]
    if token.word == "half":
        return Fraction(1, 2), at + 1
    found = _numerator(tokens, at)
    if found is None:
        return None
    top, place = found
    if tokens[place].word == "-":
        place += 1
    below = read_denominator(tokens, place)
    if below is None:
        return None
    bottom, is_plural, after = below
    # 'two quarters' are half a year; only three of them are a fraction.
    if top >= bottom or (bottom == _QUARTERS and top == 2) or (top == 1) == is_plural:
        return None
    return Fraction(top, bottom), after


def _numerator(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """'a' or a number from 1 to 99, in words."""
    word = tokens[at].word
    if word in ("a", "an"):
        return 1, at + 1
    if word in TENS:
        joint = at + 1 + (tokens[at + 1].word == "-")
        one = ONES.get(tokens[joint].word, 0)
        return (TENS[word] + one, joint + 1) if 0 < one < 10 else (TENS[word], at + 1)
    return (ONES[word], at + 1) if ONES.get(word) else None


def read_denominator(tokens: list[Token], at: int) -> tuple[int, bool, int] | None:
    """What 'thirds' or 'twenty-fifth' divides by, whether it is a plural, the token after it."""
    word = tokens[at].word
    if word in TENS:
        place = at + 1 + (tokens[at + 1].word == "-")
        last = tokens[place].word
        one = ORDINALS.get(last.removesuffix("s"), 10)
        return (TENS[word] + one, last.endswith("s"), place + 1) if one < 10 else None
    bottom = DENOMINATORS.get(word)
    return None if bottom is None else (bottom, word.endswith("s"), at + 1)
