"""Brackets around a number: a minus, as in accounts, or a remark."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.prose.before import Before
from sensecheck.numbers.prose.figure import Figure
from sensecheck.numbers.quantities import read_measure, read_scale
from sensecheck.numbers.tokens import Token
from sensecheck.numbers.units import PERCENT, POINTS

# What a number in brackets follows where it is no remark: 'a profit of (2,457)', a cell of a table.
_LEADING: Final = frozenset("of to at was were is by from : | =".split())
_COLUMN_GAP: Final = re.compile(r"\s{2,}|\t")
_A_MINUS: Final = "in brackets: read as a minus, as in accounts"
_NO_MINUS: Final = "in brackets: may be a minus, as in accounts"


class Bracketed(NamedTuple):
    """A figure with its brackets, where it begins, and what is not clear about them."""

    figure: Figure
    start: int
    note: str


def in_brackets(
    text: str, tokens: list[Token], figure: Figure, before: Before, free: int
) -> Bracketed | None:
    """The figure with the brackets that close right behind it, where they may be a minus."""
    if before.bracket is None or before.negative or tokens[figure.next].word != ")":
        return None
    opening, after = tokens[before.bracket], figure.next + 1
    start = min(before.start, opening.start)
    is_range = figure.kind is Kind.RANGE  # of which nobody knows whether both ends are negative
    closed = figure._replace(negative=not is_range, next=after)
    if is_range and before.start >= opening.start:
        return None
    if before.start < opening.start:
        scale, after = read_scale(text, tokens, after, True)  # 'RMB (2,457) million'
        return Bracketed(closed._replace(scale=figure.scale * scale, next=after), start, "")
    if figure.meaning is None:
        scale, place = read_scale(text, tokens, after, False)
        measure = read_measure(text, tokens, place)
        if measure is not None and measure[0].unit in (PERCENT, POINTS):
            return Bracketed(closed.in_unit(*measure), start, "")
        if scale != 1:
            return Bracketed(closed._replace(scale=figure.scale * scale, next=place), start, "")
    if 0 < before.bracket == free and not _is_cell(text, tokens, before.bracket):
        note = _NO_MINUS if figure.meaning is None else ""
        return Bracketed(figure, before.start, note)  # last year's figure behind this year's
    if _leads(text, tokens, before.bracket):
        return Bracketed(closed, start, _A_MINUS)
    return None


def _leads(text: str, tokens: list[Token], bracket: int) -> bool:
    if bracket == 0 or _is_cell(text, tokens, bracket):
        return True
    return tokens[bracket - 1].word in _LEADING


def _is_cell(text: str, tokens: list[Token], bracket: int) -> bool:
    """Whether the bracket opens a column of a table in plain text."""
    gap = text[tokens[bracket - 1].end : tokens[bracket].start]
    return _COLUMN_GAP.fullmatch(gap) is not None
