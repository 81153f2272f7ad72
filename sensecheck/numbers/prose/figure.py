"""A number or a range in prose, before what stands behind it is read."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, NamedTuple

from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.prose.before import Before
from sensecheck.numbers.quantities import Quantity
from sensecheck.numbers.spans import RANGE_WORDS, Span, read_span
from sensecheck.numbers.tokens import Token, Unreadable
from sensecheck.numbers.units import Meaning

_ONE: Final = Fraction(1)


class Figure(NamedTuple):
    """Digits, signs, scale and unit; `next` is the token behind them."""

    kind: Kind
    number: Fraction
    decimals: int
    high: Fraction | None
    high_decimals: int
    negative: bool
    scale: Fraction
    meaning: Meaning | None
    named: Meaning | None  # the unit that its value is given in: feet, of a length in inches
    start: int
    end: int
    next: int
    is_dozen: bool = False
    note: str = ""

    @property
    def factor(self) -> Fraction:
        """Scale × unit factor."""
        return self.scale * self.meaning.factor if self.meaning else self.scale

    def in_unit(self, meaning: Meaning, after: int) -> Figure:
        """The same with a unit that is read behind it."""
        return self._replace(meaning=meaning, named=meaning, next=after)


def figure_of(quantity: Quantity, before: Before) -> Figure:
    """One number."""
    numeral = quantity.numeral
    return Figure(
        numeral.kind,
        numeral.number,
        numeral.decimals,
        None,
        0,
        before.negative,
        Fraction(quantity.scale),
        quantity.meaning,
        quantity.meaning,
        numeral.start,
        numeral.end,
        quantity.next,
        numeral.is_dozen,
    )


def range_of(text: str, tokens: list[Token], low: Quantity, before: Before) -> Figure | None:
    """The range that begins with `low`; a change 'from 5 to 7' is none."""
    if not _may_be_range(tokens, low, before):
        return None
    try:
        span = read_span(text, tokens, low, before.currency, before.scale)
        if span is None or _is_change(tokens[low.next], low, span, before):
            return None
        if span.end < len(text) and text[span.end] == "s":
            second = span.meaning.factor if span.meaning else _ONE
            span = span._replace(meaning=None, factor=span.factor / second)  # 'the 18-24s'
        return _figure_of(span.signed(before.negative, span.is_negative))
    except Unreadable:
        return None


def _may_be_range(tokens: list[Token], low: Quantity, before: Before) -> bool:
    joint = tokens[low.next]
    if joint.word not in RANGE_WORDS or low.numeral.kind in (Kind.ORDINAL, Kind.MULTIPLE):
        return False
    if joint.word == "and":
        return before.word == "between"
    if joint.kind == "word":
        return before.word != "from"
    # '5 -7' are two numbers.
    return (tokens[low.next - 1].end == joint.start) == (joint.end == tokens[low.next + 1].start)


def _is_change(joint: Token, low: Quantity, span: Span, before: Before) -> bool:
    """'rose 3 to 27', 'by $5 to $80': a change and a level; 'rose 3 to 4 percent' has a range."""
    is_elided = low.meaning is None and span.meaning is not None
    is_change = before.direction is not None or before.word == "by"
    return joint.kind == "word" and is_change and not is_elided


def _figure_of(span: Span) -> Figure:
    own = span.meaning.factor if span.meaning else _ONE
    return Figure(
        Kind.RANGE,
        span.low,
        span.decimals,
        span.high,
        span.high_decimals,
        span.is_negative,
        span.factor / own,
        span.meaning,
        span.meaning,
        span.start,
        span.end,
        span.next,
    )
