"""Numbers in digits and in words, read at one token: '4.963', '5½', 'twenty-one', 'two-thirds'.

Scales ('million'), signs and units are not part of a numeral; the grammar reads them around it.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import Final, NamedTuple

from sensecheck.numbers.cardinals import read_cardinal, read_decimals
from sensecheck.numbers.number_words import (
    DOZEN,
    DOZENS,
    LETTER_SCALES,
    MULTIPLES,
    ONES,
    ORDINALS,
    PARTS,
    SCALES,
    TENS,
    VULGAR,
)
from sensecheck.numbers.parts import places_of, read_denominator, read_part
from sensecheck.numbers.tokens import Token, Unreadable, read_digits
from sensecheck.numbers.words import ARTICLES


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
    """A number, the place of its digits or words, and the token after it."""

    kind: Kind
    number: Fraction
    decimals: int
    start: int
    end: int
    next: int
    is_dozen: bool = False  # a multiple that counts things, where others compare two quantities


def read_numeral(text: str, tokens: list[Token], at: int) -> Numeral | None:
    """The numeral that begins at token `at`, None where none does; Unreadable if ill-formed."""
    token = tokens[at]
    if token.kind == "number":
        numeral = _digits(text, tokens, at)
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
# '3 quarters' is a time, '2 halves' are two.
_COUNTED_PARTS: Final = PARTS - {"quarters", "halves"}
_ORDINAL_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})


def _digits(text: str, tokens: list[Token], at: int) -> Numeral:
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
    return _and_part(tokens, numeral) or numeral


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


def _and_part(tokens: list[Token], whole: Numeral) -> Numeral | None:
    """'and a half' after a whole number, with hyphens too."""
    place = whole.next + (tokens[whole.next].word == "-")
    if tokens[place].word != "and":
        return None
    found = read_part(tokens, place + 1 + (tokens[place + 1].word == "-"))
    if found is None:
        return None
    part, after = found
    return _mixed(whole, part, tokens[after - 1].end, after)


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
    return _and_part(tokens, numeral) or numeral


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
    whole = _whole(text, tokens, place)
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
