"""A drawing of two sets of numbers on one axis: what the figures allow, what the article says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sensecheck.numbers.display import decimal_text, finite_decimals, magnitude
from sensecheck.numbers.intervals import Interval
from sensecheck.report.style import BOLD, CYAN, YELLOW, Style

INDENT: Final = 5
WIDEST: Final = 56
NARROWEST: Final = 24
MOST_LABEL: Final = 16
"""An axis whose labels would be longer than this is not drawn."""

ALLOWED: Final = "what the figures allow"
SAID: Final = "what the article says"


@dataclass(frozen=True, slots=True)
class _Axis:
    """The numbers from `low` on, `width` columns of them, with a tick every `step`."""

    low: Fraction
    high: Fraction
    step: Fraction
    width: int

    def column(self, value: Fraction) -> int:
        share = (value - self.low) / (self.high - self.low)
        return min(max(round(share * (self.width - 1)), 0), self.width - 1)

    @property
    def ticks(self) -> Iterator[Fraction]:
        value = self.low
        while value <= self.high:
            yield value
            value += self.step


def number_line(
    allowed: Interval, said: Interval, value: Fraction | None, style: Style
) -> list[str]:
    """The drawing, a line each; empty where there is nothing to draw on one axis.

    All numbers are in the scale in which they are to be read. `value` is marked in the first set.
    """
    room = (style.width or 100) - INDENT
    captions = room - len(ALLOWED) - 4 >= NARROWEST
    width = min(room - (len(ALLOWED) + 4 if captions else MOST_LABEL // 2), WIDEST)
    axis = _axis(allowed, said, value, width)
    if axis is None:
        return []
    labels, line = _scale(axis)
    first = _bar(axis, allowed, ("├", "─", "┤"), value)
    second = _bar(axis, said, ("╞", "═", "╡"), None)
    if allowed.intersect(said) is None:
        second = _apart(first, second, above=_is_above(said, allowed))
    rows = [
        (labels, "", ""),
        (line, "", ""),
        (first, ALLOWED, CYAN),
        (second, SAID, YELLOW),
    ]
    return list(_drawn(rows, axis.width, captions, style))


def _drawn(
    rows: list[tuple[str, str, str]], width: int, captions: bool, style: Style
) -> Iterator[str]:
    for text, caption, colour in rows:
        shown = style.paint(style.text(text.rstrip()), colour)
        indent = " " * INDENT
        if caption and captions:
            yield f"{indent}{shown}{' ' * (width - len(text.rstrip()))}    {caption}"
        else:
            yield f"{indent}{shown}"
            if caption:
                yield f"{indent}{style.paint(caption, BOLD)}"


def _axis(allowed: Interval, said: Interval, value: Fraction | None, width: int) -> _Axis | None:
    """An axis with round ticks that shows all ends and some room beside them."""
    ends = (allowed.low, allowed.high, said.low, said.high, value)
    known = [end for end in ends if end is not None]
    if len(known) < 2 or min(known) == max(known):
        return None
    low, high = min(known), max(known)
    margin = (high - low) / 8
    low, high = low - margin, high + margin
    for step in _steps((high - low) / 10):
        first, last = low // step * step, -(-high // step) * step
        longest = max(len(_label(end, step)) for end in (first, last))
        ticks = (last - first) / step
        if longest > MOST_LABEL:
            return None
        if (longest * 3 // 2 + 2) * ticks < width:
            return _Axis(first, last, step, width)
    return None


def _steps(least: Fraction) -> Iterator[Fraction]:
    """1, 2, 5, 10, 20, … times a power of ten, from about `least` on."""
    power = Fraction(10) ** magnitude(least)
    for _ in range(4):
        for digit in (1, 2, 5):
            if digit * power >= least:
                yield digit * power
        power *= 10


def _label(value: Fraction, step: Fraction) -> str:
    return decimal_text(value, finite_decimals(step) or 0)


def _scale(axis: _Axis) -> tuple[str, str]:
    """The line of labels and the line of ticks."""
    labels, line = [" "] * (axis.width + MOST_LABEL), ["─"] * axis.width
    for tick in axis.ticks:
        column, label = axis.column(tick), _label(tick, axis.step)
        line[column] = "┼"
        start = max(column - len(label) // 2, 0)
        labels[start : start + len(label)] = label
    return "".join(labels).rstrip(), "".join(line)


def _bar(
    axis: _Axis, values: Interval, glyphs: tuple[str, str, str], value: Fraction | None
) -> str:
    """A set as a bar: ends closed ├┤ or open ○, arrows where it goes on without end."""
    left, body, right = glyphs
    start = 0 if values.low is None else axis.column(values.low)
    end = axis.width - 1 if values.high is None else axis.column(values.high)
    row = [" "] * axis.width
    row[start : end + 1] = body * (end - start + 1)
    if value is not None and values.width is not None and end - start < 2:
        row[start : end + 1] = " " * (end - start + 1)  # too narrow for ends beside the value
    elif start == end:
        row[start] = "│" if body == "─" else "║"
    else:
        row[start] = "◄" if values.low is None else "○" if values.low_open else left
        row[end] = "►" if values.high is None else "○" if values.high_open else right
    if value is not None:
        row[axis.column(value)] = "●"
    return "".join(row)


def _is_above(a: Interval, b: Interval) -> bool:
    return a.low is not None and b.high is not None and a.low >= b.high


def _apart(first: str, second: str, *, above: bool) -> str:
    """The second bar, moved by a column where it would touch a first that it has no part of."""
    touching = any(a != " " and b != " " for a, b in zip(first, second, strict=True))
    if not touching:
        return second
    return f" {second[:-1]}" if above else f"{second[1:]} "
