"""Sums of scales: '4 thousand 3 hundred', '3 hundred and 21', 'a million and a half'."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from sensecheck.numbers.number_words import SCALES
from sensecheck.numbers.numeral import Kind, Numeral
from sensecheck.numbers.numerals import read_numeral
from sensecheck.numbers.parts import places_of, read_part
from sensecheck.numbers.quantities import read_measure, read_scale
from sensecheck.numbers.tokens import Token, Unreadable

_HUNDRED: Final = 100
_MILLION: Final = 10**6
_MOST_SCALES: Final = 4


class _Sum(NamedTuple):
    """What has been added up, its least scale, and the token after it."""

    total: Fraction
    scale: int
    next: int
    decimals: int = 0
    is_sure: bool = True


def read_sum(text: str, tokens: list[Token], numeral: Numeral, *, is_money: bool) -> Numeral | None:
    """The numeral with all that is added to it; None where nothing is.

    `is_money`: behind a currency, where 'and' joins no other number to it.
    """
    scale, place = read_scale(text, tokens, numeral.next, is_money)
    if scale == 1:
        return None
    so_far = first = _Sum(numeral.number * scale, scale, place, numeral.decimals)
    for _ in range(_MOST_SCALES):
        more = _with_part(text, tokens, so_far)
        if more is not None:
            so_far = more
            break
        more = None if so_far.decimals else _with_number(text, tokens, so_far, is_money)
        if more is None:
            break
        so_far = more
    if so_far is first:
        return None
    return numeral._replace(
        number=so_far.total / so_far.scale,
        decimals=so_far.decimals,
        end=tokens[so_far.next - 1].end,
        next=so_far.next,
        scale=so_far.scale,
        note="" if so_far.is_sure else "one number, or two",
    )


def _with_part(text: str, tokens: list[Token], so_far: _Sum) -> _Sum | None:
    """'… and a half', '… and three quarters', '… and a half million'."""
    if tokens[so_far.next].word != "and" or so_far.decimals:
        return None
    found = read_part(tokens, so_far.next + 1)
    if found is None:
        return None
    part, after = found
    scale = SCALES.get(tokens[after].word, 0)
    if scale:
        is_smaller = part * scale < so_far.scale
        total = so_far.total + part * scale
        return _Sum(total, scale, after + 1, places_of(part)) if is_smaller else None
    is_free = tokens[after].kind != "word" or read_measure(text, tokens, after) is not None
    if not is_free and (part != Fraction(1, 2) or tokens[after].word in ("of", "a", "as")):
        return None
    # 'two million and a half' are 2.5 million, 'two hundred and a half' 200.5.
    scale = so_far.scale if so_far.scale >= _MILLION else 1
    total = so_far.total + part * scale
    return _Sum(total, scale, after, places_of(part), part == Fraction(1, 2))


def _with_number(text: str, tokens: list[Token], so_far: _Sum, is_money: bool) -> _Sum | None:
    has_and = tokens[so_far.next].word == "and"
    try:
        numeral = read_numeral(text, tokens, so_far.next + has_and)
    except Unreadable:
        return None
    if numeral is None or numeral.kind not in (Kind.NUMBER, Kind.WORDS) or numeral.decimals:
        return None
    scale, place = read_scale(text, tokens, numeral.next, is_money)
    number = numeral.number * scale
    if not 0 < number < so_far.scale:
        return None
    is_sure = scale > 1 if not has_and else so_far.scale == _HUNDRED
    # 'six crore and two hundred' is one number, '$6 million and two hundred people' are two.
    is_worded = has_and and scale > 1 and numeral.kind is Kind.WORDS and not is_money
    if not is_sure and not is_worded:
        return None
    return _Sum(so_far.total + number, scale, place, 0, so_far.is_sure and is_sure)
