"""One quantity in two units: '5 ft 2 in', 'two hours and 30 minutes', '13 dollars 45 cents'."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from sensecheck.numbers.measures import measures
from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.parts import places_of, read_part
from sensecheck.numbers.prose.before import Before
from sensecheck.numbers.prose.figure import Figure, figure_of
from sensecheck.numbers.prose.kinds import is_currency, is_time
from sensecheck.numbers.prose.making import token_from
from sensecheck.numbers.quantities import Quantity, read_quantity
from sensecheck.numbers.tokens import Token, Unreadable
from sensecheck.numbers.units import Meaning

_NUMBERS: Final = (Kind.NUMBER, Kind.WORDS)
_CENTS: Final = re.compile(r"[0-9]{2}")


def compound_of(text: str, tokens: list[Token], first: Quantity, before: Before) -> Figure | None:
    """The quantity that begins with `first` and goes on in a smaller unit; None if it does not."""
    large, numeral = first.meaning, first.numeral
    if large is None or first.scale != 1 or before.currency is not None or numeral.decimals:
        return None
    joint = tokens[first.next]
    if joint.kind not in ("number", "word", "vulgar") or numeral.kind not in _NUMBERS:
        return None
    if joint.word == "and":
        if not _may_be_joined(large):
            return None
        half = _with_part(tokens, first, before)
        if half is not None:
            return half
    try:
        second = read_quantity(text, tokens, first.next + (joint.word == "and"), None)
    except Unreadable:
        return None
    if second is None or second.scale != 1 or second.numeral.kind not in _NUMBERS:
        return None
    found = _smaller(text, tokens, large, second)
    if found is None or found[0].unit != large.unit or found[0].factor >= large.factor:
        return None
    small, after = found
    if second.numeral.number * small.factor >= large.factor or _are_listed(tokens, after):
        return None
    note = "cents, or another number?" if after == second.numeral.next else ""
    return _joined(figure_of(first, before), second, small, after)._replace(note=note)


def _with_part(tokens: list[Token], first: Quantity, before: Before) -> Figure | None:
    """'two years and a half'; not 'two years and half of the next'."""
    found = read_part(tokens, first.next + 1)
    if found is None or tokens[found[1]].word in ("of", "a", "the"):
        return None
    part, after = found
    figure = figure_of(first, before)
    end = tokens[after - 1].end
    number = figure.number + part
    return figure._replace(number=number, decimals=places_of(part), end=end, next=after)


_INCHES: Final = re.compile(r"['’′](1[01]|[0-9])(?:[\"”″]|['’′]{2}|(?=\stall))")


def feet_of(text: str, tokens: list[Token], first: Quantity, before: Before) -> Figure | None:
    """A height in feet and inches: 6'5"."""
    match = _INCHES.match(text, first.numeral.end)
    if match is None or first.meaning is not None or first.numeral.decimals or first.scale != 1:
        return None
    foot, inch = _measure("foot"), _measure("inch")
    figure = figure_of(first, before).in_unit(foot, token_from(tokens, first.next, match.end()))
    number = figure.number * 12 + int(match[1])
    return figure._replace(number=number, meaning=inch, end=match.end(1))


def _may_be_joined(large: Meaning) -> bool:
    """Whether 'and' joins it to a smaller unit; '3 metres and 50 centimetres' are two lengths."""
    return is_time(large.unit) or is_currency(large.unit) or large == _measure("foot")


def _measure(word: str) -> Meaning:
    return measures()[word][-1][1]


def _smaller(
    text: str, tokens: list[Token], large: Meaning, second: Quantity
) -> tuple[Meaning, int] | None:
    """The unit of the second number, which '5 ft 2 in' and '15 dollars 50' leave to the first."""
    if second.meaning is not None:
        return second.meaning, second.next
    following = tokens[second.next]
    if following.word == "in" and large == _measure("foot"):
        return _measure("inch"), second.next + 1
    raw = text[second.numeral.start : second.numeral.end]
    is_end = following.kind in ("", "mark") or following.word == "more"
    is_money = is_currency(large.unit) and _CENTS.fullmatch(raw) and is_end
    return (large._replace(factor=large.factor / 100), second.next) if is_money else None


def _are_listed(tokens: list[Token], at: int) -> bool:
    return tokens[at + (tokens[at].word == ",")].word == "respectively"


def _joined(figure: Figure, second: Quantity, small: Meaning, after: int) -> Figure:
    """In the larger unit where that is exact in decimals (cents), else in the smaller one."""
    numeral, ratio = second.numeral, figure.factor / small.factor
    joined = figure._replace(end=numeral.end, next=after)
    digits = len(str(ratio)) - 1
    if ratio == Fraction(10) ** digits:
        number = figure.number + numeral.number / ratio
        return joined._replace(number=number, decimals=digits + numeral.decimals)
    number = figure.number * ratio + numeral.number
    return joined._replace(number=number, decimals=numeral.decimals, meaning=small)
