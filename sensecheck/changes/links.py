"""Through what a verdict changed although nothing of its own claim did: claims linked with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sensecheck.changes.kinds import ClaimChange
from sensecheck.changes.verdicts import came_to_the_same
from sensecheck.model import Verdict

_WORDS: Final = frozenset({"quote", "says", "accepted"})
"""Keys of a claim that decide nothing about other claims."""

Names = Mapping[str, Sequence[str]]


def with_links(changes: Sequence[ClaimChange]) -> Iterator[ClaimChange]:
    """The changes; those without a cause of their own name the nearest claims that have one.

    Claims are linked that use the same figure, on either side of the edit.
    """
    figures = {change.id: _figures(change) for change in changes}
    users: dict[str, list[str]] = {}
    for name, used in figures.items():
        for figure in used:
            users.setdefault(figure, []).append(name)
    causes = {change.id for change in changes if _has_cause(change)}
    for change in changes:
        if change.id in causes or came_to_the_same(change.before, change.after):
            yield change
        else:
            yield replace(change, linked=_nearest(change.id, causes, figures, users))


def _figures(change: ClaimChange) -> tuple[str, ...]:
    sides = (side for side in (change.before, change.after) if isinstance(side, Verdict))
    return tuple({name: None for side in sides for name in side.claim.figures})


def _has_cause(change: ClaimChange) -> bool:
    """Whether the claim or a figure of it was edited; one that was or is not there counts, too."""
    if not isinstance(change.before, Verdict) or not isinstance(change.after, Verdict):
        return True
    return bool(change.figures) or any(p.name not in _WORDS for p in change.parameters)


def _nearest(start: str, causes: set[str], figures: Names, users: Names) -> tuple[str, ...]:
    """The claims among `causes` that the fewest shared figures lead to."""
    seen = {start: None}
    ring = [start]
    while ring:
        beyond = {o: None for name in ring for figure in figures[name] for o in users[figure]}
        ring = [name for name in beyond if name not in seen]
        seen |= dict.fromkeys(ring)
        found = tuple(name for name in ring if name in causes)
        if found:
            return found
    return ()
