"""Numerals in digits and in words, read at one token: '4.963', 'twenty-one', 'two-thirds'."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.cardinals import read_cardinal, read_decimals
from sensecheck.numbers.digits import read_digit_numeral, with_part
from sensecheck.numbers.number_words import (
    DOZEN,
    DOZENS,
    LETTER_SCALES,
    MULTIPLES,
    ONES,
    ORDINALS,
    SCALES,
    TENS,
    VULGAR,
)
from sensecheck.numbers.numeral import Kind, Numeral
from sensecheck.numbers.parts import places_of, read_part
from sensecheck.numbers.tokens import Token, read_digits
from sensecheck.numbers.words import ARTICLES


def read_numeral(text: str, tokens: list[Token], at: int) -> Numeral | None:
    """The numeral that begins at token `at`, None where none does; Unreadable if ill-formed."""
    token = tokens[at]
    if token.kind == "number":
        numeral = read_digit_numeral(tokens, at)
    elif token.kind == "vulgar":
        value = Fraction(*VULGAR[token.word])
        return Numeral(Kind.MULTIPLE, value, places_of(value), token.start, token.end, at + 1)
    elif token.kind == "word" and token.word in BEGINNINGS:
        found = _words(tokens, at)
        if found is None:
            return None
        numeral = found
    else:
        return None
    if numeral.kind in (Kind.NUMBER, Kind.WORDS) and numeral.decimals == 0:
        return _dozens(tokens, numeral) or _out_of(text, tokens, numeral) or numeral
    return numeral


BEGINNINGS: Final = frozenset(
    {*ONES, *TENS, *ORDINALS, *MULTIPLES, *ARTICLES, "half", "hundred"} - {"the"}
)


def _words(tokens: list[Token], at: int) -> Numeral | None:
    token = tokens[at]
    multiple = MULTIPLES.get(token.word)
    if multiple is not None:
        places = 0 if multiple.denominator == 1 else 1
        return Numeral(Kind.MULTIPLE, multiple, places, token.start, token.end, at + 1)
    fraction = read_part(tokens, at)
    if fraction is not None:
        return _scaled_half(tokens, at, *fraction)
    ordinal = _ordinal(tokens, at)
    if ordinal is not None:
        return ordinal
    found = read_cardinal(tokens, at)
    if found is None:
        return None
    value, after = found
    decimals = _point(tokens, token.start, value, after)
    if decimals is not None:
        return decimals
    numeral = Numeral(Kind.WORDS, Fraction(value), 0, token.start, tokens[after - 1].end, after)
    if tokens[after].word == "-" and tokens[after + 1].word == "fold":
        end = tokens[after + 1].end
        return numeral._replace(kind=Kind.MULTIPLE, end=end, next=after + 2)  # two-fold is twofold
    return with_part(tokens, numeral) or numeral


def _point(tokens: list[Token], start: int, whole: int, after: int) -> Numeral | None:
    """'five point five', 'two hundred point seven': decimals in words behind a whole number."""
    scale = SCALES.get(tokens[after].word, 1)
    point = after + (scale != 1)
    found = read_decimals(tokens, point)
    if found is None:
        return None
    part, digits, after = found
    return Numeral(Kind.WORDS, whole * scale + part, digits, start, tokens[after - 1].end, after)


def _scaled_half(tokens: list[Token], at: int, part: Fraction, after: int) -> Numeral:
    """A fraction, of a scale too: 'half a million', 'a quarter of a million', 'half a dozen'."""
    end = tokens[after - 1].end
    kind, places = Kind.MULTIPLE, places_of(part)
    ahead = after + (tokens[after].word == "of")
    ahead += tokens[ahead].word in ("a", "an")
    if tokens[ahead].word in DOZENS:
        whole = part * DOZEN
        return Numeral(kind, whole, 0, tokens[at].start, tokens[ahead].end, ahead + 1, True)
    if tokens[ahead].word in SCALES:
        after, end = ahead, tokens[ahead - 1].end
        kind = Kind.WORDS if part.denominator == 2 else Kind.MULTIPLE
    return Numeral(kind, part, places, tokens[at].start, end, after)


def _ordinal(tokens: list[Token], at: int) -> Numeral | None:
    token = tokens[at]
    value, after = ORDINALS.get(token.word), at + 1
    if value is None and token.word in TENS:
        after += tokens[after].word == "-"
        one = ORDINALS.get(tokens[after].word, 10)
        value, after = (TENS[token.word] + one, after + 1) if one < 10 else (None, after)
    if value is None:
        return None
    number = Fraction(value)
    return Numeral(Kind.ORDINAL, number, 0, token.start, tokens[after - 1].end, after)


def _dozens(tokens: list[Token], numeral: Numeral) -> Numeral | None:
    token = tokens[numeral.next]
    if token.word not in DOZENS:
        return None
    number = numeral.number * DOZEN
    return Numeral(Kind.MULTIPLE, number, 0, numeral.start, token.end, numeral.next + 1, True)


def _out_of(text: str, tokens: list[Token], numeral: Numeral) -> Numeral | None:
    """'one in five', 'nine out of 10'; not '5 in 2024'."""
    place = numeral.next
    if tokens[place].word == "in":
        place += 1
    elif tokens[place].word == "out" and tokens[place + 1].word == "of":
        place += 2
    else:
        return None
    whole = _whole(text, tokens, place + (tokens[place].word == "every"))
    if whole is None or not 0 < numeral.number < whole.number or _looks_like_year(text, whole):
        return None
    share = numeral.number / whole.number
    return Numeral(Kind.MULTIPLE, share, places_of(share), numeral.start, whole.end, whole.next)


def _whole(text: str, tokens: list[Token], at: int) -> Numeral | None:
    token = tokens[at]
    if token.kind == "number":
        number, decimals = read_digits(token.word, token.start)
        if decimals or tokens[at + 1].word in (*SCALES, *LETTER_SCALES, "%"):
            return None
        return Numeral(Kind.NUMBER, number, 0, token.start, token.end, at + 1)
    found = read_cardinal(tokens, at) if token.kind == "word" else None
    if found is None or tokens[found[1]].word in SCALES:
        return None
    return Numeral(
        Kind.WORDS, Fraction(found[0]), 0, token.start, tokens[found[1] - 1].end, found[1]
    )


def _looks_like_year(text: str, numeral: Numeral) -> bool:
    digits = text[numeral.start : numeral.end]
    return len(digits) == 4 and digits[:2] in ("19", "20")
