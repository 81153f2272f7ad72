"""A conflict in a few lines that a person can follow by hand.

Where two of its claims, each with the printed figures alone, leave one figure nothing in common,
the two ranges are the proof; otherwise one claim's range stands against that of all the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from sensecheck.numbers.intervals import Interval
from sensecheck.reconcile.conflicts import Clash, Part
from sensecheck.reconcile.figures import Solved
from sensecheck.reconcile.simplex import Infeasible, System
from sensecheck.reconcile.statements import Statement, conditions_of, operands_of

Shown = Callable[[str, Interval], str]
"""How a range of a figure is written, by the figure's name."""


def proof_of(clash: Clash, statements: Sequence[Statement], shown: Shown) -> tuple[str, ...]:
    """The lines of arithmetic that exclude each other.

    The conflict may not need every printing of its claims' figures, since what cancels proves
    nothing; a reader wants them all the same, and takes them from `statements`.
    """
    claims = [s for s in clash.statements if s.claim is not None]
    names = tuple(_figures(claims))
    ground = tuple(s for s in statements if s.figure is not None and s.figure.name in names)
    for name in names:
        single = {claim.id: _range(name, (*ground, claim)) for claim in claims}
        for one, other in combinations(claims, 2):
            if _apart(single[one.id], single[other.id]):
                return tuple(_line(c.id, name, single[c.id], shown) for c in (one, other))
        for claim in claims:
            others = _range(name, (*ground, *(c for c in claims if c is not claim)))
            if _apart(single[claim.id], others):
                all_others = " and ".join(c.id for c in claims if c is not claim) or "as printed"
                return (
                    _line(claim.id, name, single[claim.id], shown),
                    _line(all_others, name, others, shown),
                )
    return tuple(f"{statement.id} cannot stand with the others" for statement in claims)


def _figures(claims: Sequence[Statement]) -> Iterator[str]:
    """The figures of the claims, unprinted ones first, those of several claims before others."""
    uses: dict[str, int] = {}
    printed: set[str] = set()
    for statement in claims:
        assert statement.claim is not None
        for operand in operands_of(statement.claim):
            figure = operand.figure
            if not figure.is_literal:
                uses[figure.name] = uses.get(figure.name, 0) + 1
                if figure.printings:
                    printed.add(figure.name)
    yield from sorted(uses, key=lambda name: (name in printed, -uses[name]))


def _range(name: str, statements: tuple[Statement, ...]) -> Interval | None:
    """What these statements leave of a figure; None where they do not speak of it, or nothing."""
    conditions = conditions_of(statements)
    if not any(name in condition.form.coefficients for condition in conditions):
        return None
    if isinstance(System(conditions).check(), Infeasible):
        return None
    return Solved(Part(statements, conditions)).bounds(name).values


def _apart(a: Interval | None, b: Interval | None) -> bool:
    return a is not None and b is not None and a.intersect(b) is None


def _line(who: str, name: str, values: Interval | None, shown: Shown) -> str:
    assert values is not None
    return f"{who}: {name} must be {shown(name, values)}"
