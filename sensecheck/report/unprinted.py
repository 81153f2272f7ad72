"""Under the table: what figures must be that nobody prints, and what could not be held exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sensecheck.model import Results
from sensecheck.report.style import BOLD, DIM, Style, cells, pad
from sensecheck.report.values import with_noun

MOST: Final = 12
"""Figures that are listed where nobody asks for all of them."""
MOST_CLAIMS: Final = 3
"""Claims that are named, behind a figure or as not reconciled, where nobody asks for all."""

_TITLE: Final = "What the figures must be that nobody prints"


def unprinted_lines(results: Results, style: Style, *, verbose: bool = False) -> Iterator[str]:
    """A line for each figure: its name, its range, the claims that say so."""
    shown = results.implied if verbose else results.implied[:MOST]
    if not shown:
        return
    rows = [
        (
            style.text(implied.figure),
            style.text(with_noun(implied, results.document)),
            style.text(_named(implied.because, None if verbose else MOST_CLAIMS)),
        )
        for implied in shown
    ]
    yield from (f"  {style.paint(line.strip(), BOLD)}" for line in style.wrap(_TITLE, 2))
    yield from _laid_out(rows, style)
    left = len(results.implied) - len(shown)
    if left:
        yield style.paint(style.text(f"    … and {left} more: -v shows them"), DIM)


def not_reconciled_lines(results: Results, style: Style, *, verbose: bool = False) -> list[str]:
    """'not reconciled exactly: a, b'; many of them only as a number, unless `verbose`."""
    names = results.not_reconciled
    if not names:
        return []
    listed = ", ".join(names)
    if len(names) > MOST_CLAIMS and not verbose:
        listed = f"{len(names)} claims (-v names them)"
    return style.wrap(style.text(f"not reconciled exactly: {listed}"), 2)


def _laid_out(rows: Sequence[tuple[str, str, str]], style: Style) -> Iterator[str]:
    """In columns where these fit; the claims below, else, and then the range, too."""
    name, values, claims = (max(cells(row[column]) for row in rows) for column in range(3))
    room = style.width
    for row in rows:
        start = f"    {pad(row[0], name)}"
        if room is None or 4 + name + 2 + values + 2 + claims <= room:
            behind = style.paint(row[2], DIM)
            yield f"{start}  {pad(row[1], values)}  {behind}".rstrip()
            continue
        if 4 + name + 2 + values <= room:
            yield f"{start}  {row[1]}"
        else:
            yield start.rstrip()
            yield from style.wrap(row[1], 6)
        yield from (f"      {style.paint(line.strip(), DIM)}" for line in style.wrap(row[2], 6))


def _named(claims: Sequence[str], most: int | None) -> str:
    """Some ids, and how many more there are; one more is named rather than counted."""
    if most is None or len(claims) <= most + 1:
        return ", ".join(claims)
    return f"{', '.join(claims[:most])} and {len(claims) - most} more"
