"""Under the table: what figures must be that nobody prints, and what could not be held exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sensecheck.model import Results
from sensecheck.report.style import BOLD, DIM, Style, cells, pad
from sensecheck.report.values import because_of, with_noun

MOST: Final = 12
"""Figures that are listed where nobody asks for all of them."""
MOST_CLAIMS: Final = 3
"""Claims that are named, behind a figure or as not reconciled, where nobody asks for all."""

Line = tuple[str, str, tuple[str, ...]]
"""A figure, its range, the claims behind it."""

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
            tuple(map(style.text, because_of(implied, results.document))),
        )
        for implied in shown
    ]
    yield from (f"  {style.paint(line.strip(), BOLD)}" for line in style.wrap(_TITLE, 2))
    yield from _laid_out(rows, style, verbose=verbose)
    left = len(results.implied) - len(shown)
    if left:
        yield style.paint(style.text(f"    … and {left} more: -v shows them"), DIM)


def not_reconciled_lines(results: Results, style: Style, *, verbose: bool = False) -> list[str]:
    """'not reconciled exactly: a, b'; many of them only as a number, unless `verbose`."""
    names = results.not_reconciled
    if results.interrupted:
        return style.wrap("not reconciled: interrupted; these are the verdicts one by one", 2)
    if not names:
        return []
    listed = ", ".join(names)
    if len(names) > MOST_CLAIMS and not verbose:
        listed = f"{len(names)} claims (-v names them)"
    return style.wrap(style.text(f"not reconciled exactly: {listed}"), 2)


def _laid_out(rows: Sequence[Line], style: Style, *, verbose: bool) -> Iterator[str]:
    """In columns where these fit; the claims below, else, and then the range, too."""
    name = max(cells(figure) for figure, _, _ in rows)
    values = max(cells(text) for _, text, _ in rows)
    left = 4 + name + 2 + values + 2
    for figure, text, claims in rows:
        start = f"    {pad(figure, name)}"
        room = None if style.width is None else style.width - left
        behind = ", ".join(claims) if verbose else _fitting(claims, room)
        if room is None or cells(behind) <= room:
            yield f"{start}  {pad(text, values)}  {style.paint(behind, DIM)}".rstrip()
            continue
        if left - 2 <= (style.width or 0):
            yield f"{start}  {text}"
        else:
            yield start.rstrip()
            yield from style.wrap(text, 6)
        below = behind if verbose else _fitting(claims, None)
        yield from (f"      {style.paint(line.strip(), DIM)}" for line in style.wrap(below, 6))


def _fitting(claims: Sequence[str], room: int | None) -> str:
    """As many ids as there is room for, and how many more there are; one at least."""
    text = ", ".join(claims)
    if len(claims) <= MOST_CLAIMS and (room is None or cells(text) <= room):
        return text
    for number in range(min(len(claims) - 1, MOST_CLAIMS), 0, -1):
        text = f"{', '.join(claims[:number])} and {len(claims) - number} more"
        if room is None or cells(text) <= room:
            break
    return text
