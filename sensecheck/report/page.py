"""What pages share: a first line, running text, rows in columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sensecheck.report.style import BOLD, DIM, Style, cells, pad

WIDEST: Final = 100
"""Running text is not set wider than this on any screen."""

Cells = tuple[str, str, str, str]
"""What it is for, its name, its text, what that allows."""


def title(name: str, right: str, style: Style, colour: str = BOLD) -> str:
    """A page's first line: what it is about, and where that stands."""
    left, right = style.text(name), style.text(right)
    gap = min(style.width or WIDEST, WIDEST) - cells(left) - cells(right)
    between = " " * gap if gap >= 2 else "\n  "
    return f"{style.paint(left, colour)}{between}{style.paint(right, DIM)}"


def running(text: str, style: Style, indent: int = 2) -> list[str]:
    """Running text in lines that are easy to read."""
    width = min(style.width or WIDEST, WIDEST)
    return Style(style.colour, style.encoding, width).wrap(style.text(text), indent)


def columns(rows: Iterable[Cells], style: Style) -> list[str]:
    """Rows of four cells; on a narrow screen, a line for every cell but the first two."""
    shown = [tuple(style.text(cell) for cell in row) for row in rows]
    widths = [max((cells(row[column]) for row in shown), default=0) for column in range(4)]
    used = [column for column in range(4) if widths[column]]
    for gap in (4, 2):
        if style.width is None or 2 + sum(widths) + gap * (len(used) - 1) <= style.width:
            between = " " * gap
            return [
                "  " + between.join(pad(row[column], widths[column]) for column in used).rstrip()
                for row in shown
            ]
    lines = []
    for row in shown:
        first, *rest = [cell for cell in row[1:] if cell] or [""]
        lines.append(f"  {pad(row[0], widths[0])}  {first}".rstrip())
        lines += [f"  {' ' * widths[0]}  {cell}" for cell in rest]
    return lines
