"""Two bounds that belong together: 'more than 10 and less than 40' is one range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sensecheck.numbers.numeral import Kind
from sensecheck.numbers.printed import Hedge, Printed
from sensecheck.numbers.prose.found import Found, FoundKind
from sensecheck.numbers.prose.tokens import tokens_in
from sensecheck.numbers.tokens import match_phrase
from sensecheck.numbers.words import HEDGES

_LOWER: Final = frozenset({Hedge.ABOVE, Hedge.FROM})
_UPPER: Final = frozenset({Hedge.BELOW, Hedge.TO})
_JOINTS: Final = frozenset({"and", "but", "yet"})
_LONGEST: Final = 40
"""Characters that 'and' and a hedge take."""


def with_ranges(text: str, found: Sequence[Found]) -> list[Found]:
    """The numbers, each pair of bounds as one."""
    result: list[Found] = []
    for number in found:
        both = _joined(text, result[-1], number) if result else None
        if both is None:
            result.append(number)
        else:
            result[-1] = both
    return result


def _joined(text: str, first: Found, second: Found) -> Found | None:
    a, b = first.printed, second.printed
    if a is None or b is None or {a.hedge, b.hedge}.isdisjoint(_LOWER):
        return None
    if not 0 < second.start - first.end <= _LONGEST:
        return None
    worded = first if a.unit is not None else second
    a, b = _with_unit(a, worded), _with_unit(b, worded)
    low, high = (a, b) if a.hedge in _LOWER else (b, a)
    if not _are_bounds(low, high) or not _is_joint(text, first.end, second.start):
        return None
    start, end = first.start, second.end
    printed = replace(
        low,
        text=text[start:end],
        start=a.start,
        end=second.start + b.end - start,
        kind=Kind.RANGE,
        high=high.number,
        high_decimals=high.decimals,
        scaled=low.scaled or high.scaled,
        hedge=None,
    )
    direction = first.direction or second.direction
    return Found(
        start, end, printed.text, FoundKind.RANGE, printed, worded.unit, worded.factor, direction
    )


def _with_unit(printed: Printed, worded: Found) -> Printed:
    """A bound without a unit in that of the other: 'more than 5 and less than 7%'."""
    other = worded.printed
    if printed.unit is not None or other is None or other.unit is None:
        return printed
    factor = printed.factor * worded.factor if printed.scaled else other.factor
    return replace(printed, factor=factor, unit=other.unit, nature=other.nature)


def _are_bounds(low: Printed, high: Printed) -> bool:
    if low.hedge not in _LOWER or high.hedge not in _UPPER or low.negative or high.negative:
        return False
    if (low.unit, low.factor) != (high.unit, high.factor):
        return False
    if not {low.kind, high.kind} <= {Kind.NUMBER, Kind.WORDS, Kind.MULTIPLE}:
        return False
    return low.number is not None and high.number is not None and low.number < high.number


def _is_joint(text: str, start: int, end: int) -> bool:
    """Whether 'and' and a hedge are all that stands there."""
    tokens = tokens_in(text, start, end)
    at = int(tokens[0].word == ",")
    if tokens[at].word not in _JOINTS:
        return False
    hedge = match_phrase(HEDGES, tokens, at + 1)
    return hedge is not None and tokens[hedge[1]].kind == ""
