"""Powers of ten: '1.3e6', '1.3 × 10^6', '10⁶'."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from sensecheck.numbers.numeral import Kind, Numeral
from sensecheck.numbers.patterns import Pattern
from sensecheck.numbers.prose.making import token_from
from sensecheck.numbers.tokens import SUPERSCRIPTS, Token, Unreadable, read_digits

_SIGNED: Final = "[+\\-\u2212]?[0-9]{1,2}"
_RAISED: Final = f"[{SUPERSCRIPTS}]{{1,3}}"
_EXPONENT: Final = Pattern(
    rf"[eE](?P<e>{_SIGNED})(?![0-9A-Za-z])"
    rf"|\s?[x×*·]\s?10(?:\^(?P<times>{_SIGNED})|(?P<raised>{_RAISED}))(?![0-9])"
)
_OF_TEN: Final = Pattern(rf"10(?:\^(?P<of>{_SIGNED})|(?P<above>{_RAISED}))(?![0-9])")
_OTHER_POWER: Final = Pattern(r"\^[+\-\u2212]{0,2}[0-9]+")
_RATIO: Final = Pattern(r":[0-9]+(?:\.[0-9]+)?(?![0-9:])|-to-[0-9]+(?:\.[0-9]+)?(?![0-9-])")
_MARKS: Final = frozenset("eExX×*·^:-")
_PLAIN: Final = str.maketrans(f"{SUPERSCRIPTS}\u2212", "0123456789+--")


def read_power(text: str, tokens: list[Token], at: int) -> Numeral | None:
    """The power at token `at`; Unreadable for one of another number, and for a ratio."""
    token = tokens[at]
    if not _may_be_power(text, token):
        return None
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
    return Numeral(
        Kind.NUMBER,
        number,
        decimals,
        token.start,
        end,
        token_from(tokens, at, end),
        scale=10 ** max(exponent, 0),
        note="a power of ten, or a footnote" if match.lastgroup == "above" else "",
    )


def _may_be_power(text: str, token: Token) -> bool:
    """Whether what stands behind the digits can be a power or a ratio: cheap to see."""
    mark = text[token.end : token.end + 1]
    if mark.isspace():
        mark = text[token.end + 1 : token.end + 2]
    return mark in _MARKS or text.startswith("10", token.start)


def _refuse_others(text: str, token: Token) -> None:
    """Raises Unreadable where the digits begin another power, or a ratio."""
    power, ratio = _OTHER_POWER.match(text, token.end), _RATIO.match(text, token.end)
    if power is not None:
        raise Unreadable("a power: only those of ten are read", token.start, power.end())
    if ratio is not None:
        raise Unreadable("a ratio, or a score", token.start, ratio.end())
