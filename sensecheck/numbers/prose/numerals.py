"""Numerals as prose has them: what `parse` reads, and what only prose prints.

Powers and sums of scales, letters that stand alone, fractions that nobody writes in a claims file;
where the words may mean something else too, the numeral's note says so.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.number_words import DENOMINATORS, PARTS, SCALES, TENS
from sensecheck.numbers.numeral import Kind, Numeral
from sensecheck.numbers.numerals import read_numeral
from sensecheck.numbers.parts import places_of, read_part
from sensecheck.numbers.prose.powers import read_power
from sensecheck.numbers.prose.sums import read_sum
from sensecheck.numbers.quantities import read_measure, read_scale
from sensecheck.numbers.tokens import Token, Unreadable


def read_prose_numeral(
    text: str, tokens: list[Token], at: int, *, is_money: bool
) -> Numeral | None:
    """The numeral at token `at` in all its words; Unreadable where its digits are none.

    `is_money`: behind a currency.
    """
    if tokens[at].word in ("a", "an") and (one := _one(text, tokens, at)) is not None:
        return one
    power = read_power(text, tokens, at) if tokens[at].kind == "number" else None
    if power is not None:
        return power
    numeral = read_numeral(text, tokens, at)
    if numeral is None or numeral.kind not in (Kind.NUMBER, Kind.WORDS):
        return numeral
    after = tokens[numeral.next]
    if after.word == "over":
        return _over(text, tokens, numeral) or numeral
    is_joined = after.word == "-" and numeral.end == after.start
    if is_joined and tokens[numeral.next + 1].word in SCALES:
        return numeral._replace(next=numeral.next + 1)  # 'a $5-billion deal'
    lettered = _lettered(text, tokens, numeral)
    if lettered is not None:
        return lettered
    if after.word != "-" and after.word not in SCALES and after.word not in PARTS:
        return numeral
    return _parts(tokens, numeral) or read_sum(text, tokens, numeral, is_money=is_money) or numeral


def _one(text: str, tokens: list[Token], at: int) -> Numeral | None:
    """The 'a' of 'a year and a half'."""
    measure = read_measure(text, tokens, at + 1)
    if measure is None or tokens[measure[1]].word != "and":
        return None
    if read_part(tokens, measure[1] + 1) is None:
        return None
    token = tokens[at]
    return Numeral(Kind.WORDS, Fraction(1), 0, token.start, token.end, at + 1)


_LETTERS: Final = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9}


def _lettered(text: str, tokens: list[Token], numeral: Numeral) -> Numeral | None:
    """'2.33 k', '1,674.5 G': a letter that stands by itself."""
    letter, following = tokens[numeral.next], tokens[numeral.next + 1]
    scale = _LETTERS.get(text[letter.start : letter.end])
    if scale is None or letter.start == numeral.end or following.kind not in ("", "mark"):
        return None
    if following.start == letter.end and following.word not in (".", ",", ";", ")", ""):
        return None
    note = "" if scale == 10**3 else f"{text[letter.start]}: a scale, or a name"
    return numeral._replace(next=numeral.next + 1, scale=scale, note=note)


def _parts(tokens: list[Token], numeral: Numeral) -> Numeral | None:
    """'one hundred and thirty fifths', where the whole number is not below what divides it."""
    place, top = numeral.next, numeral.number
    while (scale := SCALES.get(tokens[place].word)) is not None:
        place, top = place + 1, top * scale
    joint = tokens[place].word == "-"
    word = tokens[place + joint].word
    if numeral.kind is not Kind.WORDS or word not in PARTS or word in ("halves", "quarters"):
        return None
    bottom = DENOMINATORS[word]
    tens = TENS.get(tokens[place - 1].word, 0)
    # 'one hundred thirty fifths' are 100/35, 'one hundred and thirty fifths' 130/5.
    if tens and bottom < 10 and top > tens and (joint or tokens[place - 2].word != "and"):
        top, bottom = top - tens, bottom + tens
    end, after = tokens[place + joint].end, place + joint + 1
    return _fraction(
        top / bottom, numeral.start, end, after, "a fraction that may be read in two ways"
    )


def _over(text: str, tokens: list[Token], top: Numeral) -> Numeral | None:
    """'one over twenty', where nothing that is counted follows."""
    try:
        bottom = read_numeral(text, tokens, top.next + 1)
    except Unreadable:
        return None
    if bottom is None or bottom.kind not in (Kind.NUMBER, Kind.WORDS) or bottom.decimals:
        return None
    scale, place = read_scale(text, tokens, bottom.next, False)
    number = bottom.number * scale
    if top.decimals or not 0 < top.number < number or tokens[place].kind not in ("", "mark"):
        return None
    if tokens[place].word == "%":
        return None
    end = tokens[place - 1].end
    return _fraction(top.number / number, top.start, end, place, "'over': divided by")


def _fraction(part: Fraction, start: int, end: int, after: int, note: str) -> Numeral:
    return Numeral(Kind.MULTIPLE, part, places_of(part), start, end, after, note=note)
