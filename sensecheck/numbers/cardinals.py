"""Numbers in words: 'two hundred and five', and decimals behind 'point': 'nought point six'."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.number_words import DOZENS, ONES, SCALES, TENS
from sensecheck.numbers.parts import read_part
from sensecheck.numbers.tokens import MOST_DIGITS, Token

_HUNDRED: Final = "hundred"


def read_cardinal(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """A whole number in words and the token after it.

    A single scale at its end is left to the grammar, as for digits: 'two hundred' is 2 × 100,
    'two hundred and five million' 205 × 10**6, 'two thousand five hundred' is 2500.
    """
    total = group = 0
    before_scale: tuple[int, int] | None = None  # the number and place before a scale at the end
    least_scale = 0
    place = at
    if tokens[at].word in ("a", "an"):
        if tokens[at + 1].word not in SCALES:
            return (1, at + 1) if tokens[at + 1].word in DOZENS else None
        group, place = 1, at + 1
    elif tokens[at].word == _HUNDRED and SCALES.get(tokens[at + 1].word, 0) > 100:
        return 100, at + 1  # 'hundred thousand dollars'
    while True:
        word = tokens[place].word
        if word == "-" or (word == "and" and place > at and (total or group)):
            if not _continues(tokens[place + 1].word, group):
                break
            if word == "and" and read_part(tokens, place + 1) is not None:
                break  # 'twenty and three fifths'
            place += 1
        elif _continues(word, group):
            value = TENS.get(word, 0) or ONES[word]
            if not value and place > at:
                break
            group += value
            before_scale, place = None, place + 1
            if not value:
                break
        elif word == _HUNDRED and 0 < group < 20:
            before_scale = None if total else (group, place)
            group, place = group * 100, place + 1
        elif (scale := SCALES.get(word, 0)) > 100 and group and (not total or scale < least_scale):
            before_scale = None if total else (group, place)
            total, group, least_scale = total + group * scale, 0, scale
            place += 1
        else:
            break
    if place == at:
        return None
    return before_scale or (total + group, place)


def _continues(word: str, group: int) -> bool:
    """Whether `word` is a number that fits after those of `group` ('twenty' before 'one')."""
    if word in TENS:
        return group % 100 == 0
    value = ONES.get(word)
    if value is None:
        return False
    return group % 100 == 0 or (group % 10 == 0 and group % 100 >= 20 and value < 10)


def read_decimals(tokens: list[Token], at: int) -> tuple[Fraction, int, int] | None:
    """'point nought three' at token `at`: the fraction, its digits, the token after them."""
    if tokens[at].word != "point":
        return None
    digits, place = "", at + 1
    while len(digits) < MOST_DIGITS:
        word = tokens[place].word
        if word in TENS:
            value = TENS[word]
            joint = place + 1 + (tokens[place + 1].word == "-")
            if 0 < ONES.get(tokens[joint].word, 0) < 10:
                value, place = value + ONES[tokens[joint].word], joint
        elif word in ONES:
            value = ONES[word]
        else:
            break
        digits, place = digits + str(value), place + 1
    if not digits:
        return None
    return Fraction(int(digits), 10 ** len(digits)), len(digits), place
