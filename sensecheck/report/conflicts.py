"""Statements that cannot all be true, as the screen shows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sensecheck.model import Claim, Conflict, Results
from sensecheck.report.places import place_of
from sensecheck.report.style import BOLD, CONFLICT, DIM, Style, cells

_NUMBER_OF_ALL: Final = {2: "both"}


def conflict_lines(results: Results, style: Style, *, quiet: bool = False) -> Iterator[str]:
    """All conflicts, those that share claims as one group; `quiet` leaves accepted ones out."""
    shown = [c for c in results.conflicts if not (quiet and c.accepted)]
    for index, group in enumerate(_groups(shown)):
        if index:
            yield ""
        for conflict in group:
            yield from _lines(conflict, results, style)


def contradicted(results: Results) -> dict[str, tuple[str, ...]]:
    """Each claim of a conflict that nobody accepted, with the others that it cannot stand with."""
    found: dict[str, dict[str, None]] = {}
    for conflict in results.conflicts:
        if not conflict.accepted:
            members = (*conflict.claims, *conflict.assumptions)
            for member in members:
                others = (other for other in members if other != member)
                found.setdefault(member, {}).update(dict.fromkeys(others))
    return {claim: tuple(others) for claim, others in found.items() if others}


def headline(conflict: Conflict, results: Results) -> str:
    """'These 2 statements cannot both be true', or what it is with an assumption."""
    claims, assumptions = len(conflict.claims), len(conflict.assumptions)
    if assumptions:
        by_id = {verdict.claim.id: verdict.claim for verdict in results.assumptions}
        worded = (_wording(by_id.get(name), name) for name in conflict.assumptions)
        assumed = " and that ".join(worded)
        which = "the assumption that" if assumptions == 1 else "the assumptions that"
        both = "both" if assumptions == 1 else "all"
        return f"The article and {which} {assumed} cannot {both} be true"
    if claims < 2:
        subject = "This statement and the printed figures" if claims else "The printed figures"
        return f"{subject} cannot all be true"
    return f"These {claims} statements cannot {_NUMBER_OF_ALL.get(claims, 'all')} be true"


def _wording(assumption: Claim | None, name: str) -> str:
    text = assumption.says or assumption.quote if assumption else ""
    return (text or name.replace("-", " ")).rstrip(".")


def _lines(conflict: Conflict, results: Results, style: Style) -> Iterator[str]:
    for line in style.wrap(style.text(headline(conflict, results)), 2):
        yield "  " + style.paint(line.strip(), DIM if conflict.accepted else BOLD)
    mark = style.paint(style.text(CONFLICT.symbol), DIM if conflict.accepted else CONFLICT.colour)
    name = style.text(conflict.id)
    where = style.text(", ".join(places(conflict, results)))
    used = 4 + cells(name)
    width = min(style.width or 100, 100)
    gap = width - used - cells(where)
    if where and gap >= 2:
        yield f"  {mark} {name}{' ' * gap}{style.paint(where, DIM)}"
    else:
        yield f"  {mark} {name}"
        yield from (f"    {style.paint(line.strip(), DIM)}" for line in style.wrap(where, 4))
    if conflict.accepted:
        yield from style.wrap(style.text(f"accepted: {conflict.accepted}"), 4)
    for statement in conflict.proof:
        yield from style.wrap(style.text(statement), 4)


def places(conflict: Conflict, results: Results) -> Iterator[str]:
    """Where the statements of a conflict stand, in file order: 'article.md:31'."""
    by_id = {v.claim.id: v.claim for v in (*results.verdicts, *results.assumptions)}
    members = (*conflict.claims, *conflict.assumptions)
    claims = sorted((by_id[name] for name in members if name in by_id), key=lambda c: c.span)
    yield from dict.fromkeys(place_of(claim, results) for claim in claims)


def _groups(conflicts: list[Conflict]) -> list[list[Conflict]]:
    """Conflicts that share a claim, directly or through others, together; first come first."""
    groups: list[tuple[set[str], list[Conflict]]] = []
    for conflict in conflicts:
        claims, members = set(conflict.claims), [conflict]
        apart = []
        for others, group in groups:
            if others & claims:
                claims |= others
                members = [*group, *members]
            else:
                apart.append((others, group))
        groups = [*apart, (claims, members)]
    order = {conflict.id: index for index, conflict in enumerate(conflicts)}
    return sorted(
        (sorted(group, key=lambda c: order[c.id]) for _, group in groups),
        key=lambda group: order[group[0].id],
    )
