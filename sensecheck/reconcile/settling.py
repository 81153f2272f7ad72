"""Verdicts on claims whose own inputs are not printed, from what the rest of the article says.

The bounds that judge a claim are computed without it, and without others that ask the same: no
claim proves itself. A claim in a conflict is not settled, nor one that only an assumption of the
claims file would settle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from sensecheck.model import Claim, Outcome, Verdict
from sensecheck.numbers.expressions import Box
from sensecheck.numbers.intervals import ZERO, Interval
from sensecheck.numbers.linear import Linear
from sensecheck.reconcile.conflicts import Part
from sensecheck.reconcile.figures import Solved
from sensecheck.reconcile.simplex import SpentBudget, System
from sensecheck.reconcile.statements import (
    Kind,
    Statement,
    box_of,
    literals_of_claim,
    operands_of,
    printed_in,
    rows_of_claim,
)
from sensecheck.rules.base import Row

LARGEST = 300
"""Most conditions in a part whose claims are settled: each one is a question to all of them."""


def settled(verdict: Verdict, part: Part, system: System) -> Verdict:
    """The verdict as the statements linked to the claim leave it, the claim itself left out.

    `system` is that of the part's conditions.
    """
    if verdict.outcome is not Outcome.UNVERIFIABLE or len(part.conditions) > LARGEST:
        return verdict
    left_out = {
        statement.id
        for statement in part.statements
        if statement.kind is Kind.ASSUMPTION or _repeats(statement.claim, verdict.claim)
    }
    others = [s for s in part.statements if s.id not in left_out]
    if not _speaks_of(verdict, others):
        return verdict
    try:
        if part.is_narrowed:  # whose conditions were built from what the claim says, too
            solved = Solved(part.without(left_out))
        else:
            solved = Solved(part, system.without(left_out))
        through = _follows(verdict.claim, others, solved)
    except SpentBudget:
        return verdict
    if through is None:
        return verdict
    claims = [statement.id for statement in through if statement.claim is not None]
    stated = verdict.claim.stated
    assert stated is not None
    return replace(
        verdict,
        outcome=Outcome.PASS,
        reason=f"follows from {_listed(claims)}",
        recomputed=stated.answer or None,
    )


def _repeats(other: Claim | None, claim: Claim) -> bool:
    """Whether the other claim is the same one, or asks the same of the same figures."""
    if other is None:
        return False
    return other.id == claim.id or (other.rule, other.arguments) == (claim.rule, claim.arguments)


def _speaks_of(verdict: Verdict, others: Iterable[Statement]) -> bool:
    """Whether other claims use every figure that is missing here."""
    used = {
        operand.figure.name
        for statement in others
        if statement.claim is not None
        for operand in operands_of(statement.claim)
    }
    return used.issuperset(verdict.missing)


def _follows(
    claim: Claim, others: Collection[Statement], solved: Solved
) -> tuple[Statement, ...] | None:
    """The statements from which the claim follows in its strict reading; None: it does not."""
    rows = rows_of_claim(claim, box_of(others), printed_in(others), strict=True)
    if not rows or any(row.built_from for row in rows):
        return None
    literals = {
        name: condition.within
        for condition in literals_of_claim(claim)
        for name in condition.form.coefficients
    }
    found: dict[str, Statement] = {}
    for row in rows:
        within = _whatever_is_printed_in_place(row, literals)
        if within is None:
            return None
        kept = solved.that_keep(_without(row.form, literals), within)
        if kept is None:
            return None
        found |= {statement.id: statement for statement in kept}
    return tuple(found.values())


def _whatever_is_printed_in_place(row: Row, literals: Box) -> Interval | None:
    """Where the rest of a row's form has to lie for any values of the figures printed in place."""
    own = {name: c for name, c in row.form.coefficients.items() if name in literals}
    values = Linear(own, ZERO).range_over(literals)
    within = row.within
    ends = (values.low, within.low), (values.high, within.high)
    if any(own_end is None and end is not None for own_end, end in ends):
        return None
    low = None if within.low is None else within.low - (values.low or ZERO)
    high = None if within.high is None else within.high - (values.high or ZERO)
    from_low = Interval(low, None, within.low_open and not values.low_open)
    return from_low.intersect(
        Interval(None, high, high_open=within.high_open and not values.high_open)
    )


def _without(form: Linear, names: Collection[str]) -> Linear:
    kept = {name: c for name, c in form.coefficients.items() if name not in names}
    return Linear(kept, form.constant)


def _listed(names: list[str]) -> str:
    if not names:
        return "the printed figures"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
