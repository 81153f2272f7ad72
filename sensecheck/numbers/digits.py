"""Numerals that begin with digits: '4.963', '5½', '2/3', '1 1/2', '10th', '5 and a half'."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.number_words import PARTS, VULGAR
from sensecheck.numbers.numeral import Kind, Numeral
from sensecheck.numbers.parts import places_of, read_denominator, read_part
from sensecheck.numbers.tokens import Token, Unreadable, read_digits

# '3 quarters' is a time, '2 halves' are two.
_COUNTED_PARTS: Final = PARTS - {"quarters", "halves"}
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})


def read_digit_numeral(tokens: list[Token], at: int) -> Numeral:
    """The numeral whose digits are token `at`; Unreadable if they are ill-formed."""
    token = tokens[at]
    end, after = token.end, at + 1
    number, decimals = read_digits(token.word, token.start)
    numeral = Numeral(Kind.NUMBER, number, decimals, token.start, end, after)
    following = tokens[after]
    if following.kind == "":
        return numeral
    if following.word == "e" and following.start == end:
        exponent = after + 1 + (tokens[after + 1].word in ("+", "-"))
        if tokens[exponent].kind == "number":
            last = tokens[exponent].end
            raise Unreadable("an exponent: write the number in full", token.start, last)
    if decimals:
        return numeral
    if following.start == end and following.word in _ORDINAL_ENDINGS:
        return Numeral(Kind.ORDINAL, number, 0, token.start, following.end, after + 1)
    if following.kind == "vulgar":
        part = Fraction(*VULGAR[following.word])
        return _mixed(numeral, part, following.end, after + 1)
    if following.word == "/" and tokens[after + 1].kind == "number":
        part, end = _slashed(tokens, at), tokens[at + 2].end
        return Numeral(Kind.MULTIPLE, part, places_of(part), token.start, end, at + 3)
    joint = after + (following.word == "-")
    kinds = [ahead.kind for ahead in tokens[joint : joint + 3]]
    if kinds == ["number", "mark", "number"] and tokens[joint + 1].word == "/":
        part = _slashed(tokens, joint)
        return _mixed(numeral, part, tokens[joint + 2].end, joint + 3)
    if following.word in _COUNTED_PARTS:
        return _parts(tokens, numeral) or numeral
    return with_part(tokens, numeral) or numeral


def _parts(tokens: list[Token], top: Numeral) -> Numeral | None:
    """'5 hundredths'."""
    below = read_denominator(tokens, top.next)
    if below is None or not 0 < top.number < below[0]:
        return None
    part = top.number / below[0]
    end = tokens[top.next].end
    return Numeral(Kind.MULTIPLE, part, places_of(part), top.start, end, below[2])


def _slashed(tokens: list[Token], at: int) -> Fraction:
    """The fraction '2/3' at token `at`; Unreadable for what is not below 1, like a date."""
    over = tokens[at + 2]
    top, _ = read_digits(tokens[at].word, tokens[at].start)
    bottom, decimals = read_digits(over.word, over.start)
    if decimals or not 0 < top < bottom <= 1000 or tokens[at + 3].word == "/":
        raise Unreadable("neither a fraction nor one number", tokens[at].start, over.end)
    return top / bottom


def _mixed(whole: Numeral, part: Fraction, end: int, after: int) -> Numeral:
    decimals = places_of(part, otherwise=1)
    return Numeral(whole.kind, whole.number + part, decimals, whole.start, end, after)


def with_part(tokens: list[Token], whole: Numeral) -> Numeral | None:
    """The whole number with 'and a half' behind it, with hyphens too; None without."""
    place = whole.next + (tokens[whole.next].word == "-")
    if tokens[place].word != "and":
        return None
    found = read_part(tokens, place + 1 + (tokens[place + 1].word == "-"))
    if found is None:
        return None
    part, after = found
    return _mixed(whole, part, tokens[after - 1].end, after)
