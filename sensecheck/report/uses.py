"""Which claims use which figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sensecheck.model import Claim, Results

Users = Mapping[str, Sequence[str]]
"""The ids of the claims and assumptions that use a figure, by its name."""


def users_of(results: Results) -> Users:
    """Who uses each figure; figures that nobody uses are left out."""
    users: dict[str, list[str]] = {}
    for verdict in (*results.verdicts, *results.assumptions):
        for name in verdict.claim.figures:
            users.setdefault(name, []).append(verdict.claim.id)
    return users


def used_elsewhere(claim: Claim, users: Users) -> Iterator[tuple[list[str], tuple[str, ...]]]:
    """Figures of a claim that others use, too, with these; figures with the same users together."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for name in claim.figures:
        others = tuple(user for user in users.get(name, ()) if user != claim.id)
        if others:
            alike.setdefault(others, []).append(name)
    yield from ((names, others) for others, names in alike.items())
