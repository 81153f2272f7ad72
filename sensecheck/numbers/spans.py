"""Printed ranges, a number that joins another: '12–15%', 'between RMB 5 and 7 billion'."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.quantities import Quantity, read_currency, read_quantity
from sensecheck.numbers.tokens import Token, Unreadable
from sensecheck.numbers.units import Meaning

# Words that may join two numbers; 'and' only after 'between'.
RANGE_WORDS: Final = frozenset({"-", "~", "to", "through", "and"})


class Span(NamedTuple):
    """Both ends of a range in the scale and unit of the first, and the token after it."""

    low: Fraction
    decimals: int
    high: Fraction
    high_decimals: int
    is_negative: bool
    factor: Fraction
    scaled: bool
    meaning: Meaning | None
    start: int
    end: int
    next: int

    def signed(self, low_negative: bool, high_negative: bool) -> Span:
        """The range with its signs: of two negative ends the magnitudes, in their order.

        Raises Unreadable where the first end is the higher one.
        """
        low, high = (self.low, self.decimals), (self.high, self.high_decimals)
        is_negative = low_negative and high_negative
        if is_negative:
            low, high = min(low, high), max(low, high)
        elif low_negative:
            low = (-low[0], low[1])
        if low[0] > high[0] or high_negative > low_negative:
            raise Unreadable("a range whose first end is the higher one", self.start, self.end)
        return self._replace(
            low=low[0],
            decimals=low[1],
            high=high[0],
            high_decimals=high[1],
            is_negative=is_negative,
        )


def read_span(
    text: str,
    tokens: list[Token],
    low: Quantity,
    currency: Meaning | None,
    scale_before: int,
) -> Span | None:
    """The range that begins with `low`, its signs not yet applied; None where nothing follows.

    `currency` and `scale_before` stand before the first number ('RMB billion 5–7'). Raises
    Unreadable for two numbers whose units or scales do not fit together.
    """
    at = low.next
    joint = tokens[at]
    if joint.word not in RANGE_WORDS or low.numeral.kind is Kind.ORDINAL:
        return None
    place = at + 1
    own = read_currency(text, tokens, place)
    if own is not None:
        place = own[1]
    is_negative = tokens[place].word == "-"
    before = own[0] if own else currency
    high = read_quantity(text, tokens, place + is_negative, before, scale_before)
    if high is None:
        return None
    if Kind.MULTIPLE in (low.numeral.kind, high.numeral.kind):
        raise Unreadable(
            "a range of fractions or multiples in words: write its ends in digits",
            low.numeral.start,
            high.numeral.end,
        )
    if own is not None and low.meaning is None:
        raise Unreadable("two figures, of which one has a currency", joint.start, joint.end)
    low, shift = _aligned(low, high, joint)
    return Span(
        low.numeral.number,
        low.numeral.decimals,
        high.numeral.number * Fraction(10) ** shift,
        high.numeral.decimals - shift,
        is_negative,
        low.factor,
        low.scale != 1,
        low.meaning,
        low.numeral.start,
        high.numeral.end,
        high.next,
    )


def _aligned(low: Quantity, high: Quantity, joint: Token) -> tuple[Quantity, int]:
    """`low` with the unit and scale that only `high` prints, and how many tens `high` is above."""
    if low.meaning is None:
        low = low._replace(meaning=high.meaning)
    if low.scale == 1:
        low = low._replace(scale=high.scale)
    ratio = high.factor / low.factor
    larger = max(ratio.numerator, ratio.denominator)
    shift = (len(str(larger)) - 1) * (1 if ratio >= 1 else -1)
    is_same_unit = (low.meaning and low.meaning.unit) == (high.meaning and high.meaning.unit)
    if not is_same_unit or Fraction(10) ** shift != ratio:
        raise Unreadable("joins two different units", joint.start, joint.end)
    if low.scale != 1 and high.scale == 1:
        raise Unreadable("joins a number with a scale to one without", joint.start, joint.end)
    return low, shift
