"""Rows of claims in columns that fold, step by step, where the screen is narrow.

Nothing is ever cut: a narrower screen gets more lines. First the reason goes under its row, then
the range under the value, and at last every value gets a line and a label of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from sensecheck.report.style import DIM, Style, cells, pad

INDENT: Final = 2
GAP: Final = 2
NAMES: Final = ("verdict", "claim", "rule", "stated", "recomputed", "range", "why")
WHY_ROOM: Final = 32
"""Columns from which a reason may stand (and be wrapped) beside its row."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text, ready to be shown, and its colour."""

    text: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One claim as the screen shows it; `details` are lines of their own below it."""

    verdict: Cell
    claim: Cell
    rule: Cell
    stated: Cell
    recomputed: Cell
    range: Cell
    why: Cell
    details: tuple[str, ...] = ()


class Fold(IntEnum):
    """How far the columns are folded."""

    FLAT = 0
    WHY_BELOW = 1
    RANGE_BELOW = 2
    LABELLED = 3


class Grid:
    """The columns that fit a set of rows and a screen."""

    def __init__(self, rows: Sequence[Row], style: Style, *, rule_column: bool) -> None:
        self.style = style
        widths = {
            name: max((cells(_cell(r, name).text) for r in rows), default=0) for name in NAMES
        }
        if not rule_column:
            widths["rule"] = 0
        if widths["range"]:
            widths["recomputed"] = max(widths["recomputed"], 1)  # a range may stand there
        widths["range"] = max((cells(r.range.text) for r in rows if r.recomputed.text), default=0)
        self.widths = {name: max(w, len(name)) for name, w in widths.items() if w}
        self._make_room_for_lone_ranges(rows)
        self.fold = next(fold for fold in Fold if self._fits(fold))

    def _make_room_for_lone_ranges(self, rows: Sequence[Row]) -> None:
        """A range without a value stands in the value's column and reaches over its own."""
        lone = max((cells(r.range.text) for r in rows if not r.recomputed.text), default=0)
        if lone:
            last = "range" if "range" in self.widths else "recomputed"
            before = self.widths["recomputed"] + GAP if last == "range" else 0
            self.widths[last] = max(self.widths[last], lone - before)

    def header(self) -> Iterator[str]:
        """The names of the columns."""
        if self.fold is not Fold.LABELLED and self.widths:
            line = " " * INDENT + (" " * GAP).join(pad(n, self.widths[n]) for n in self._columns())
            yield self.style.paint(line.rstrip(), DIM)

    def lines(self, row: Row) -> Iterator[str]:
        """One row, folded as the screen needs it."""
        if self.fold is Fold.LABELLED:
            yield from self._labelled(row)
            return
        columns = self._columns()
        indent = INDENT + self.widths["verdict"] + GAP
        why: list[str] = []
        if self.fold is Fold.FLAT and "why" in self.widths:
            columns = columns[:-1]
            indent = self._width(columns) + GAP
            why = self.style.wrap(row.why.text, indent)
        line, used = " " * INDENT, INDENT
        position = 0
        below = self.fold is Fold.RANGE_BELOW
        for name in columns:
            cell = _cell(row, name)
            if not row.recomputed.text and name in ("recomputed", "range"):
                alone = name == "recomputed" and self._has_room(row.range, INDENT + position)
                cell = row.range if alone else Cell()
                below = below and not alone
            if cell.text:
                line += " " * (INDENT + position - used) + self.style.paint(cell.text, cell.colour)
                used = INDENT + position + cells(cell.text)
            position += self.widths[name] + GAP
        if why:
            line += " " * (indent - used) + self.style.paint(why[0].strip(), row.why.colour)
        yield line
        yield from (self._painted(text, row.why.colour) for text in why[1:])
        if below and row.range.text:
            above = self._width(columns[: columns.index("recomputed")]) + GAP
            last = (self.style.width or 0) - cells(row.range.text)
            start = max(min(above, last), INDENT)
            yield " " * start + self.style.paint(row.range.text, row.range.colour)
        if self.fold is not Fold.FLAT:
            for text in self.style.wrap(row.why.text, indent):
                yield self._painted(text, row.why.colour)
        yield from self._details(row, indent)

    def _labelled(self, row: Row) -> Iterator[str]:
        verdict = self.style.paint(row.verdict.text, row.verdict.colour)
        yield f"{' ' * INDENT}{verdict}  {self.style.paint(row.claim.text, row.claim.colour)}"
        indent = INDENT + 2
        lone = "recomputed" if row.range.text and not row.recomputed.text else "range"
        for label, cell in (
            ("stated", row.stated),
            ("recomputed", row.recomputed),
            (lone, row.range),
        ):
            name = self.style.paint(pad(label, len("recomputed")), DIM)
            if self._has_room(cell, indent + len("recomputed") + GAP):
                if cell.text:
                    yield f"{' ' * indent}{name}  {self.style.paint(cell.text, cell.colour)}"
                continue
            yield f"{' ' * indent}{name.rstrip()}"
            for text in self.style.wrap(cell.text, indent + GAP):
                yield self._painted(text, cell.colour)
        for text in self.style.wrap(row.why.text, indent):
            yield self._painted(text, row.why.colour)
        yield from self._details(row, indent)

    def _details(self, row: Row, indent: int) -> Iterator[str]:
        for detail in row.details:
            yield from (self._painted(text, DIM) for text in self.style.wrap(detail, indent))

    def _painted(self, line: str, colour: str) -> str:
        text = line.lstrip(" ")
        return " " * (len(line) - len(text)) + self.style.paint(text, colour)

    def _columns(self) -> list[str]:
        hidden = {
            Fold.FLAT: (),
            Fold.WHY_BELOW: ("why",),
            Fold.RANGE_BELOW: ("why", "range"),
        }.get(self.fold, ())
        return [name for name in self.widths if name not in hidden]

    def _fits(self, fold: Fold) -> bool:
        if self.style.width is None or fold is Fold.LABELLED:
            return True
        self.fold = fold
        columns = self._columns()
        room = self.style.width
        if fold is Fold.FLAT and "why" in columns:
            return self._width(columns[:-1]) + GAP + min(self.widths["why"], WHY_ROOM) <= room
        return self._width(columns) <= room

    def _has_room(self, cell: Cell, start: int) -> bool:
        """Whether a cell that starts there ends on the screen."""
        return self.style.width is None or start + cells(cell.text) <= self.style.width

    def _width(self, columns: Sequence[str]) -> int:
        return INDENT + sum(self.widths[name] for name in columns) + GAP * (len(columns) - 1)


def _cell(row: Row, name: str) -> Cell:
    cell: Cell = getattr(row, name)
    return cell
