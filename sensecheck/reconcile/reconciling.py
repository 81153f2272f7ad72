"""From a document and its verdicts to conflicts, implied figures and settled claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sensecheck.judge import implied as implying
from sensecheck.model import Claim, Conflict, Document, Figure, Implied, Results, Verdict
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.printed import Printed
from sensecheck.reconcile.conflicts import Clash, Part, reconcile_statements
from sensecheck.reconcile.figures import Solved
from sensecheck.reconcile.groups import linked_to
from sensecheck.reconcile.proofs import proof_of
from sensecheck.reconcile.settling import settled
from sensecheck.reconcile.simplex import SpentBudget, System
from sensecheck.reconcile.statements import Kind, Statement, statements_of


def reconcile(results: Results, doubtful: Sequence[Verdict]) -> Results:
    """The results with the claims of `doubtful` held against each other."""
    document = results.document
    statements = statements_of(document, doubtful)
    found = reconcile_statements(statements)
    part_of = {s.id: solved for solved in found.consistent for s in solved[0].statements}
    spent = list(found.undecided)
    figures: list[Implied] = []
    for part, system in found.consistent:
        try:
            figures += _implied(part, system, document)
        except SpentBudget:
            spent += [s.id for s in part.statements if s.claim is not None]

    def settle(verdict: Verdict) -> Verdict:
        solved = part_of.get(verdict.claim.id)
        return verdict if solved is None or not verdict.missing else settled(verdict, *solved)

    return replace(
        results,
        verdicts=tuple(settle(verdict) for verdict in results.verdicts),
        assumptions=tuple(settle(verdict) for verdict in results.assumptions),
        conflicts=tuple(_conflict(clash, statements, document) for clash in found.clashes),
        implied=tuple(figures),
        not_reconciled=tuple(dict.fromkeys((*found.unsaid, *spent))),
    )


def tightened(results: Results, name: str) -> Implied | None:
    """What its neighbours leave of one figure, printed or not; None where they say nothing."""
    document = results.document
    linked = linked_to(name, (*results.verdicts, *results.assumptions))
    statements = statements_of(document, linked)
    for part, system in reconcile_statements(statements).consistent:
        if any(s.figure is not None and s.figure.name == name for s in part.statements):
            solved = Solved(part, system)
            return _implied_figure(document.figures[name], part, solved, document)
    return None


def _implied(part: Part, system: System, document: Document) -> list[Implied]:
    """The figures of a part that nobody printed, as far as its claims say what they are."""
    names = {s.figure.name for s in part.statements if s.figure is not None}
    names |= {
        operand.figure.name
        for s in part.statements
        if s.claim is not None
        for operand in s.claim.arguments.operands
    }
    unprinted = [f for name, f in document.figures.items() if name in names and not f.printings]
    if not unprinted:
        return []
    solved = Solved(part, system)
    found = (_implied_figure(figure, part, solved, document) for figure in unprinted)
    return [implied for implied in found if implied is not None]


def _implied_figure(
    figure: Figure, part: Part, solved: Solved, document: Document
) -> Implied | None:
    bounds = solved.bounds(figure.name)
    if not bounds.claims or bounds.values.low is None or bounds.values.high is None:
        return None
    text = _shown(figure, bounds.values, part, document)
    return Implied(figure.name, bounds.values, text, bounds.claims)


def _conflict(clash: Clash, statements: Sequence[Statement], document: Document) -> Conflict:
    claims = tuple(s.id for s in clash.statements if s.kind is Kind.CLAIM)
    assumptions = tuple(s.id for s in clash.statements if s.kind is Kind.ASSUMPTION)
    grounds = tuple(s.id for s in clash.statements if s.claim is None)
    name = "+".join(sorted((*claims, *assumptions)))
    accepted = next((a.reason for a in document.accepted if a.id == name), "")
    part = Part(clash.statements, clash.conditions)

    def shown(figure: str, values: Interval) -> str:
        return _shown(document.figures[figure], values, part, document)

    return Conflict(
        name, claims, assumptions, grounds, accepted, proof_of(clash, statements, shown)
    )


def _shown(figure: Figure, values: Interval, part: Part, document: Document) -> str:
    claim = _a_claim(part, figure)
    missing = implying.missing_of(claim, figure, document)
    if missing.like is None:
        missing = replace(missing, like=_a_printing(part, figure))
    return implying.as_implied(claim, missing, values).text


def _a_printing(part: Part, figure: Figure) -> Printed | None:
    """How the article prints some linked figure of the same unit: scale and currency to borrow."""
    figures = (s.figure for s in part.statements if s.figure is not None)
    printings = (p.printed for other in figures for p in other.printings)
    return next((printed for printed in printings if printed.unit == figure.unit), None)


def _a_claim(part: Part, figure: Figure) -> Claim:
    """Some claim that uses the figure: a figure without a unit borrows one there."""
    claims = [s.claim for s in part.statements if s.claim is not None]
    uses = (c for c in claims if figure.name in {o.figure.name for o in c.arguments.operands})
    return next(uses, claims[0])
