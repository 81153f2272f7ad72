"""Verdicts on claims whose own inputs are not printed, from what the rest of the article says.

The bounds that judge a claim are computed without it: no claim proves itself. A claim in a
conflict is not settled, nor one that only an assumption of the claims file would settle.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from sensecheck.model import Claim, Outcome, Verdict
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.linear import Linear
from sensecheck.reconcile.certificate import Condition
from sensecheck.reconcile.conflicts import Part, linked
from sensecheck.reconcile.figures import Bounds, Solved
from sensecheck.reconcile.simplex import SpentBudget
from sensecheck.reconcile.statements import (
    Kind,
    Statement,
    box_of,
    literals_of_claim,
    operands_of,
    printed_in,
    rows_of_claim,
)

LARGEST = 300
"""Most conditions in a part whose claims are settled: each one takes a system of its own."""


def settled(verdict: Verdict, part: Part) -> Verdict:
    """The verdict as the statements linked to the claim leave it, the claim itself left out."""
    if verdict.outcome is not Outcome.UNVERIFIABLE or len(part.conditions) > LARGEST:
        return verdict
    assumed = {s.id for s in part.statements if s.kind is Kind.ASSUMPTION}
    others = part.without({verdict.claim.id, *assumed})
    if not _speaks_of(verdict, others.statements):
        return verdict
    try:
        through = _follows(verdict, _near(verdict.claim, others))
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


def _speaks_of(verdict: Verdict, others: tuple[Statement, ...]) -> bool:
    """Whether other claims use every figure that is missing here."""
    used = {
        operand.figure.name
        for statement in others
        if statement.claim is not None
        for operand in operands_of(statement.claim)
    }
    return used.issuperset(verdict.missing)


def _near(claim: Claim, others: Part) -> Part:
    """Of the other statements those that are linked with the claim's figures."""
    names = {operand.figure.name for operand in operands_of(claim)}
    near = {s.id for s in others.statements if s.figure is not None and s.figure.name in names}
    for part in linked(others):
        ids = {statement.id for statement in part.statements}
        if ids & near or any(names & c.form.coefficients.keys() for c in part.conditions):
            near |= ids
    return Part(
        tuple(s for s in others.statements if s.id in near),
        tuple(c for c in others.conditions if c.statement in near),
    )


def _follows(verdict: Verdict, others: Part) -> tuple[Statement, ...] | None:
    """The statements from which the claim follows in its strict reading; None: it does not."""
    claim = verdict.claim
    box, printed = box_of(others.statements), printed_in(others.statements)
    rows = rows_of_claim(claim, box, printed, strict=True)
    if not rows or any(row.built_from for row in rows):
        return None
    # One more variable for each row: how far it can go is how far the row's form can.
    measures = {f"{claim.id}: row {number}": row for number, row in enumerate(rows)}
    equal = Interval.point(Fraction(0))
    defined = [
        Condition(row.form - Linear({name: Fraction(1)}, Fraction(0)), equal, claim.id)
        for name, row in measures.items()
    ]
    solved = Solved(others, (*literals_of_claim(claim), *defined))
    found: list[Bounds] = []
    for name, row in measures.items():
        bounds = solved.bounds(name)
        if not row.within.covers(bounds.values):
            return None
        found.append(bounds)
    return tuple({s.id: s for bounds in found for s in bounds.because}.values())


def _listed(names: list[str]) -> str:
    if not names:
        return "the printed figures"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
