"""The numbers found in a text: as a table for people, as JSON lines for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sensecheck.model import Text
from sensecheck.numbers.prose import Found
from sensecheck.report.counts import several
from sensecheck.report.style import DIM, Style, cells, pad

Ends = tuple[str | None, str | None]


def numbers_lines(found: Sequence[Found]) -> str:
    """One JSON object a line and number; ASCII."""
    return "".join(f"{json.dumps(_object(number))}\n" for number in found)


def numbers_table(found: Sequence[Found], text: Text, style: Style) -> str:
    """A line a number: where, what is printed, its kind, what that means."""
    rows = [
        (
            style.text(text.place(number.start)),
            style.text(number.text),
            str(number.kind),
            style.text(_meaning(number)),
        )
        for number in found
    ]
    heads = ("place", "number", "kind", "meaning")
    widths = [max([cells(head), *(cells(row[i]) for row in rows)]) for i, head in enumerate(heads)]
    lines = [_line(heads, widths, style, DIM)]
    lines += [
        _line(row, widths, style, "" if number.is_quantity else DIM)
        for row, number in zip(rows, found, strict=True)
    ]
    quantities = sum(number.is_quantity for number in found)
    lines += ["", f"  {several(len(found), 'number')}, {quantities:,} of them quantities"]
    return "\n".join(lines) + "\n"


def _line(row: Sequence[str], widths: Sequence[int], style: Style, colour: str) -> str:
    padded = "  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True))
    return "  " + style.paint(padded.rstrip(), colour)


def _meaning(number: Found) -> str:
    """'above 250,000,000,000 HKD, down'."""
    value = number.value
    ends = value if isinstance(value, tuple) else (value or "",)
    digits = _grouped if number.is_quantity else str  # 2024 is a year
    shown = " to ".join("?" if end is None else digits(end) for end in ends)
    parts = [number.hedge or "", shown, number.unit if number.is_quantity and number.unit else ""]
    words = " ".join(part for part in parts if part)
    return ", ".join(part for part in (words, number.direction or "", number.note) if part)


def _grouped(digits: str) -> str:
    """Digits with commas between thousands: '3446000000' as people read it."""
    sign = "-" if digits.startswith("-") else ""
    whole, point, rest = digits.removeprefix("-").partition(".")
    return f"{sign}{int(whole):,}{point}{rest}" if whole.isdigit() else digits


def _object(number: Found) -> dict[str, Any]:
    return {
        "start": number.start,
        "end": number.end,
        "text": number.text,
        "value": number.value,
        "strict": number.strict,
        "loose": number.loose,
        "unit": number.unit,
        "kind": number.kind,
        "hedge": number.hedge,
        "direction": number.direction,
        "decimals": number.decimals,
        "is_quantity": number.is_quantity,
        "note": number.note,
    }
