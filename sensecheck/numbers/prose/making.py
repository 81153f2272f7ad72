"""Making what is found from tokens: the words of a pattern, or one number with its value."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.numerals import read_numeral
from sensecheck.numbers.patterns import Pattern
from sensecheck.numbers.printed import Nature, Printed, Unreadable
from sensecheck.numbers.prose.found import Found, FoundKind
from sensecheck.numbers.tokens import Token, read_digits

Read = tuple[Found, int]
"""What was found, and the token after it."""

_ONE: Final = Fraction(1)


def passage(text: str, tokens: list[Token], at: int, end: int, kind: FoundKind) -> Read:
    """What stands from token `at` to the offset `end`, without a value."""
    start = tokens[at].start
    return Found(start, end, text[start:end], kind), token_from(tokens, at, end)


def token_from(tokens: list[Token], at: int, end: int) -> int:
    """The first token behind token `at` that does not begin before the offset `end`."""
    after = at + 1
    while tokens[after].kind and tokens[after].start < end:
        after += 1
    return after


def matched(
    text: str, tokens: list[Token], at: int, pattern: Pattern, kind: FoundKind
) -> Read | None:
    """What a pattern takes from token `at` on; None where it takes nothing."""
    match = pattern.match(text, tokens[at].start)
    return None if match is None else passage(text, tokens, at, match.end(), kind)


def valued(text: str, tokens: list[Token], at: int, kind: FoundKind) -> Read:
    """The digits of one token as what they are, with their value where they have one."""
    token = tokens[at]
    raw = text[token.start : token.end]
    try:
        number, decimals = read_digits(raw, 0)
    except Unreadable:
        return Found(token.start, token.end, raw, kind), at + 1
    return Found(token.start, token.end, raw, kind, _plain(raw, number, decimals)), at + 1


def numbered(text: str, tokens: list[Token], at: int, kind: FoundKind) -> Read | None:
    """A number in digits or words that counts nothing: an ordinal, the number of a version."""
    try:
        numeral = read_numeral(text, tokens, at)
    except Unreadable:
        return None
    if numeral is None or (kind is FoundKind.ORDINAL and numeral.kind is not Kind.ORDINAL):
        return None
    raw = text[numeral.start : numeral.end]
    printed = _plain(raw, numeral.number, 0, numeral.kind)
    return Found(numeral.start, numeral.end, raw, kind, printed), numeral.next


def _plain(raw: str, number: Fraction, decimals: int, kind: Kind = Kind.NUMBER) -> Printed:
    return Printed(
        text=raw,
        start=0,
        end=len(raw),
        kind=kind,
        number=number,
        decimals=decimals,
        high=None,
        high_decimals=0,
        factor=_ONE,
        scaled=False,
        negative=False,
        direction=None,
        hedge=None,
        unit=None,
        nature=Nature.BARE,
        period=None,
    )
