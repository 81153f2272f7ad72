"""A drawing of two sets of numbers on one axis: what the figures allow, what the article says."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from sensecheck.numbers.intervals import Interval
from sensecheck.report.axis import MOST_LABEL, Axis, axis_for
from sensecheck.report.comparison import ALLOWED, SAID
from sensecheck.report.style import BOLD, CYAN, YELLOW, Style

INDENT: Final = 5
WIDEST: Final = 56
NARROWEST: Final = 24


def number_line(
    allowed: Interval, said: Interval, value: Fraction | None, style: Style
) -> list[str]:
    """The drawing, a line each; empty where there is nothing to draw on one axis.

    All numbers are in the scale in which they are to be read. `value` is marked in the first set.
    """
    room = (style.width or 100) - INDENT
    captions = room - len(ALLOWED) - 4 >= NARROWEST
    width = min(room - (len(ALLOWED) + 4 if captions else MOST_LABEL // 2), WIDEST)
    axis = axis_for(allowed, said, value, width)
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


def _scale(axis: Axis) -> tuple[str, str]:
    """The line of labels and the line of ticks."""
    labels, line = [" "] * (axis.width + MOST_LABEL), ["─"] * axis.width
    for tick in axis.ticks:
        column, label = axis.column(tick), axis.label(tick)
        line[column] = "┼"
        start = max(column - len(label) // 2, 0)
        labels[start : start + len(label)] = label
    return "".join(labels).rstrip(), "".join(line)


def _bar(axis: Axis, values: Interval, glyphs: tuple[str, str, str], value: Fraction | None) -> str:
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
