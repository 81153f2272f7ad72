"""The number line of a proof as shapes on a page: range against stated, and what lies between."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sensecheck.model import Verdict
from sensecheck.numbers.display import decimal_text
from sensecheck.numbers.intervals import Interval
from sensecheck.report.axis import Axis, axis_for
from sensecheck.report.comparison import comparison_of
from sensecheck.report.values import between_text, result_text, set_text, stated_scale

WIDTH: Final = 360
EDGE: Final = 18
"""Room beside the axis for half a label and for arrows."""
COLUMNS: Final = 46
"""Characters that fit along the axis."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the axis."""

    x: str
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A set of numbers. Its ends are 'closed', 'open', or 'endless'."""

    left: str
    right: str
    left_end: str
    right_end: str
    is_point: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole number line.

    `shared` is where both sets lie, as a left end and a width; `between` is where neither does.
    """

    ticks: tuple[Tick, ...]
    allowed: Bar
    said: Bar
    value: str
    shared: tuple[str, str] | None
    between: tuple[str, str] | None
    text: str


def drawing_of(verdict: Verdict) -> Drawing | None:
    """The number line of a verdict; None where there is nothing to compare."""
    seen = comparison_of(verdict)
    axis = axis_for(seen.allowed, seen.said, seen.value, COLUMNS) if seen else None
    if seen is None or axis is None:
        return None
    both = seen.allowed.intersect(seen.said)
    apart = _between(seen.allowed, seen.said) if both is None else None
    allowed = between_text(verdict) or "one value"
    told = (
        f"The figures allow {allowed}, {result_text(verdict)} as printed",
        f"The article says {set_text(seen.said, suffix=stated_scale(verdict)[1])}",
        "The two have values in common" if both else "The two have no value in common",
    )
    return Drawing(
        tuple(Tick(_x(axis, tick), axis.label(tick)) for tick in axis.ticks),
        _bar(axis, seen.allowed),
        _bar(axis, seen.said),
        _x(axis, seen.value),
        _stretch(axis, both) if both else None,
        (_x(axis, apart[0]), _x(axis, apart[1])) if apart else None,
        f"Number line. {'. '.join(told)}.",
    )


def _stretch(axis: Axis, values: Interval) -> tuple[str, str]:
    left, right = _ends(axis, values)
    return left, decimal_text(max(Fraction(right) - Fraction(left), Fraction(1)), 1)


def _between(one: Interval, other: Interval) -> tuple[Fraction, Fraction] | None:
    for below, above in ((one, other), (other, one)):
        if below.high is not None and above.low is not None and below.high <= above.low:
            return below.high, above.low
    return None


def _bar(axis: Axis, values: Interval) -> Bar:
    left, right = _ends(axis, values)
    return Bar(
        left,
        right,
        "endless" if values.low is None else "open" if values.low_open else "closed",
        "endless" if values.high is None else "open" if values.high_open else "closed",
        left == right,
    )


def _ends(axis: Axis, values: Interval) -> tuple[str, str]:
    low = "0" if values.low is None else _x(axis, values.low)
    return low, f"{WIDTH}" if values.high is None else _x(axis, values.high)


def _x(axis: Axis, value: Fraction) -> str:
    room = WIDTH - 2 * EDGE
    return decimal_text(EDGE + axis.share(value) * room, 1, grouping=False).removesuffix(".0")
