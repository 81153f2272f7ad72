"""Branch and bound: splitting a box until a question about an expression is settled.

After Ratschek and Rokne, New Computer Methods for Global Optimization, 1988. 'No' needs every piece
refuted by its natural extension, 'yes' a rational point; a spent budget is neither.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Final

from sensecheck.numbers.expressions import Box, Expr, Point, natural_extension, variables
from sensecheck.numbers.intervals import Interval

Bounds = Callable[[Expr, Box], Interval | None]
"""Says what an expression may be over a piece, the narrower the better; None: not defined."""

BUDGET: Final = 400
"""Most boxes that a search looks at before it gives up,"""

BUDGET_WITHOUT_END: Final = 100
"""and most where a side of the box has no end: halving that gets nowhere for long."""

ROUNDS: Final = 5
"""How often `enclose` halves every piece."""


class Reach(Enum):
    """Whether some point of a box has its value in a target."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def search(expr: Expr, box: Box, target: Interval, bounds: Bounds) -> tuple[Reach, Point | None]:
    """Splits the box until every piece is refuted, or a point of one lies in the target."""
    names = list(variables(expr))
    pending: list[dict[str, Interval]] = [{name: box[name] for name in names}]
    budget = BUDGET if all(box[name].width is not None for name in names) else BUDGET_WITHOUT_END
    looked_at = undecided = 0
    while pending:
        looked_at += 1
        if looked_at > budget:
            return Reach.UNKNOWN, None
        piece = pending.pop()
        values = bounds(expr, piece)
        if values is not None and values.intersect(target) is None:
            continue
        point = {name: piece[name].middle for name in names}
        if _lies_in(expr, point, target):
            return Reach.YES, point
        halves = _halves(piece)
        if halves is None:  # undefined at this point, or its root lies across an end of the target
            undecided += 1
        else:
            pending.extend(halves)
    return (Reach.UNKNOWN if undecided else Reach.NO), None


def _lies_in(expr: Expr, point: Point, target: Interval) -> bool:
    # An irrational root stands for its enclosure: only an enclosure that the target covers counts.
    enclosure = natural_extension(expr, {name: Interval.point(v) for name, v in point.items()})
    return enclosure is not None and target.covers(enclosure)


def enclose(expr: Expr, box: Box, bounds: Bounds) -> Interval | None:
    """An interval that holds the range, tightened by a few rounds of splitting."""
    pieces = [dict(box)]
    for _ in range(ROUNDS):
        halves = [half for piece in pieces for half in (_halves(piece) or (piece,))]
        pieces = halves
    hull: Interval | None = None
    for piece in pieces:
        values = bounds(expr, piece)
        if values is None:
            return None
        hull = values if hull is None else hull.hull(values)
    return hull


def _halves(box: Mapping[str, Interval]) -> tuple[dict[str, Interval], dict[str, Interval]] | None:
    """The box cut in two across its relatively widest side; None where every side is a point."""
    sides = [(name, values) for name, values in box.items() if not values.is_point]
    if not sides:
        return None
    name, values = max(sides, key=lambda side: _breadth(side[1]))
    cut = values.middle
    lower = Interval(values.low, cut, values.low_open, False)
    upper = Interval(cut, values.high, False, values.high_open)
    return {**box, name: lower}, {**box, name: upper}


def _breadth(values: Interval) -> Fraction:
    if values.low is None or values.high is None:
        return Fraction(10**60)
    return (values.high - values.low) / max(abs(values.low), abs(values.high))
