"""Numerals that prose prints and a claims file does not: '1.3 × 10⁶', '4 thousand 3 hundred'.

Where the words may also mean something else, a note says so.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, NamedTuple

from sensecheck.numbers.number_words import DENOMINATORS, PARTS, SCALES, TENS
from sensecheck.numbers.numerals import Kind, Numeral, read_numeral
from sensecheck.numbers.parts import places_of, read_part
from sensecheck.numbers.prose.making import token_from
from sensecheck.numbers.quantities import read_measure, read_scale
from sensecheck.numbers.tokens import SUPERSCRIPTS, Token, Unreadable, read_digits

_HUNDRED: Final = 100
_MILLION: Final = 10**6
_MOST_SCALES: Final = 4


class Wording(NamedTuple):
    """A numeral with the scale that its words hold, and what is not clear about it."""

    numeral: Numeral
    scale: int = 1
    note: str = ""


def read_wording(text: str, tokens: list[Token], at: int, *, is_money: bool) -> Wording | None:
    """The numeral at token `at` in all its words; Unreadable where its digits are none.

    `is_money`: behind a currency, where 'and' joins no words to it.
    """
    if tokens[at].kind == "number":
        power = _power(text, tokens, at)
        if power is not None:
            return power
    numeral = read_numeral(text, tokens, at)
    if numeral is None or numeral.kind not in (Kind.NUMBER, Kind.WORDS):
        return None if numeral is None else Wording(numeral)
    after = tokens[numeral.next]
    if after.word == "over":
        return _over(text, tokens, numeral) or Wording(numeral)
    is_joined = after.word == "-" and numeral.end == after.start
    if is_joined and tokens[numeral.next + 1].word in SCALES:
        return Wording(numeral._replace(next=numeral.next + 1))  # 'a $5-billion deal'
    lettered = _lettered(text, tokens, numeral)
    if lettered is not None:
        return lettered
    if after.word != "-" and after.word not in SCALES and after.word not in PARTS:
        return Wording(numeral)
    return (
        _parts(tokens, numeral)
        or _summed(text, tokens, numeral, is_money=is_money)
        or Wording(numeral)
    )


# ── powers of ten ────────────────────────────────────────────────────────────────────────────

_SIGNED: Final = "[+\\-\u2212]?[0-9]{1,2}"
_RAISED: Final = f"[{SUPERSCRIPTS}]{{1,3}}"
_EXPONENT: Final = re.compile(
    rf"[eE](?P<e>{_SIGNED})(?![0-9A-Za-z])"
    rf"|\s?[x×*·]\s?10(?:\^(?P<times>{_SIGNED})|(?P<raised>{_RAISED}))(?![0-9])"
)
_OF_TEN: Final = re.compile(rf"10(?:\^(?P<of>{_SIGNED})|(?P<above>{_RAISED}))(?![0-9])")
_OTHER_POWER: Final = re.compile(r"\^[+\-\u2212]{0,2}[0-9]+")
_RATIO: Final = re.compile(r":[0-9]+(?:\.[0-9]+)?(?![0-9:])|-to-[0-9]+(?:\.[0-9]+)?(?![0-9-])")
_PLAIN: Final = str.maketrans(f"{SUPERSCRIPTS}\u2212", "0123456789+--")


def _refuse_others(text: str, token: Token) -> None:
    """Raises Unreadable where the digits begin another power, or a ratio."""
    power, ratio = _OTHER_POWER.match(text, token.end), _RATIO.match(text, token.end)
    if power is not None:
        raise Unreadable("a power: only those of ten are read", token.start, power.end())
    if ratio is not None:
        raise Unreadable("a ratio, or a score", token.start, ratio.end())


def _power(text: str, tokens: list[Token], at: int) -> Wording | None:
    """'1.3e6', '1.3 × 10^6', '10⁶'."""
    token = tokens[at]
    match = _EXPONENT.match(text, token.end)
    if match is not None:
        number, decimals = read_digits(token.word, token.start)
    else:
        match = _OF_TEN.match(text, token.start)
        if match is None:
            _refuse_others(text, token)
            return None
        number, decimals = Fraction(1), 0
    try:
        exponent = int((match[match.lastgroup or 0]).translate(_PLAIN))
    except ValueError:
        return None
    if exponent < 0:
        number, decimals = number / 10**-exponent, decimals - exponent
    end = match.end()
    numeral = Numeral(Kind.NUMBER, number, decimals, token.start, end, token_from(tokens, at, end))
    note = "a power of ten, or a footnote" if match.lastgroup == "above" else ""
    return Wording(numeral, 10 ** max(exponent, 0), note)


# ── letters ──────────────────────────────────────────────────────────────────────────────────

_LETTERS: Final = {"k": 10**3, "K": 10**3, "M": 10**6, "G": 10**9}


def _lettered(text: str, tokens: list[Token], numeral: Numeral) -> Wording | None:
    """'2.33 k', '1,674.5 G': a letter that stands by itself."""
    letter, following = tokens[numeral.next], tokens[numeral.next + 1]
    scale = _LETTERS.get(text[letter.start : letter.end])
    if scale is None or letter.start == numeral.end or following.kind not in ("", "mark"):
        return None
    if following.start == letter.end and following.word not in (".", ",", ";", ")", ""):
        return None
    note = "" if scale == 10**3 else f"{text[letter.start]}: a scale, or a name"
    return Wording(numeral._replace(next=numeral.next + 1), scale, note)


# ── fractions ────────────────────────────────────────────────────────────────────────────────

_TWO_WAYS: Final = "a fraction that may be read in two ways"


def _parts(tokens: list[Token], numeral: Numeral) -> Wording | None:
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
    part, end = top / bottom, tokens[place + joint].end
    read = Numeral(Kind.MULTIPLE, part, places_of(part), numeral.start, end, place + joint + 1)
    return Wording(read, 1, _TWO_WAYS)


def _over(text: str, tokens: list[Token], top: Numeral) -> Wording | None:
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
    part, end = top.number / number, tokens[place - 1].end
    read = Numeral(Kind.MULTIPLE, part, places_of(part), top.start, end, place)
    return Wording(read, 1, "'over': divided by")


# ── sums ─────────────────────────────────────────────────────────────────────────────────────


class _Sum(NamedTuple):
    """What has been added up, its least scale, and the token after it."""

    total: Fraction
    scale: int
    next: int
    decimals: int = 0
    is_sure: bool = True


def _summed(text: str, tokens: list[Token], numeral: Numeral, *, is_money: bool) -> Wording | None:
    """'4 thousand 3 hundred', '3 hundred and 21', 'five billion and three quarters'."""
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
    read = numeral._replace(
        number=so_far.total / so_far.scale,
        decimals=so_far.decimals,
        end=tokens[so_far.next - 1].end,
        next=so_far.next,
    )
    return Wording(read, so_far.scale, "" if so_far.is_sure else "one number, or two")


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
    return _Sum(so_far.total + part * scale, scale, after, places_of(part))


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
