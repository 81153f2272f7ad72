"""Statements that cannot all be true: found, shrunk until none can be spared, and proved.

A conflict is irreducible: without any one of its statements the rest can be true. What a solver
says of it is believed only after its certificate was added up from the conditions as made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

from sensecheck.numbers.intervals import EVERYTHING, ZERO
from sensecheck.numbers.linear import Linear
from sensecheck.reconcile.certificate import Certificate, Condition, proves_infeasible
from sensecheck.reconcile.simplex import Infeasible, SpentBudget, System, components
from sensecheck.reconcile.statements import (
    Kind,
    Statement,
    conditions_of,
    is_own,
    operands_of,
    was_narrowed,
)

MOST_SIGNS: Final = 6
"""Most assumed signs whose every combination is tried against a clash."""


@dataclass(frozen=True, slots=True)
class Clash:
    """An irreducible set of statements that exclude each other, with the proof."""

    statements: tuple[Statement, ...]
    conditions: tuple[Condition, ...]
    certificate: Certificate


@dataclass(frozen=True, slots=True)
class Part:
    """Statements, mostly linked by shared figures, and the conditions that they imply."""

    statements: tuple[Statement, ...]
    conditions: tuple[Condition, ...]

    @property
    def is_narrowed(self) -> bool:
        """Whether conditions were built from what everything left of a product's factors."""
        return was_narrowed(self.statements, self.conditions)

    def without(self, given_up: Collection[str]) -> Part:
        """The part without some statements.

        What others imply does not hang on a claim, but for products, whose conditions were built
        from what everything else left of their factors. It may hang on a sign.
        """
        statements = tuple(s for s in self.statements if s.id not in given_up)
        if self.is_narrowed or any(s.claim is None for s in self.statements if s.id in given_up):
            return Part(statements, conditions_of(statements))
        return Part(statements, tuple(c for c in self.conditions if c.statement not in given_up))


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What came of holding statements against each other.

    `consistent` are the parts that can be true as they are left after the clashes' claims were
    taken out, each with the system that found it so; `undecided` are the claims of parts that were
    too large for the budget, `unsaid` those that no condition says.
    """

    clashes: tuple[Clash, ...]
    consistent: tuple[tuple[Part, System], ...]
    undecided: tuple[str, ...]
    unsaid: tuple[str, ...]


def reconcile_statements(statements: Sequence[Statement]) -> Reconciliation:
    """Finds every clash that is left when the claims of the ones before are taken out."""
    clashes: list[Clash] = []
    consistent: list[tuple[Part, System]] = []
    undecided: list[str] = []
    unsaid: list[str] = []
    pending: list[Part] = []
    for group in _sharing_figures(statements):
        part = Part(group, conditions_of(group))
        unsaid += _unsaid(part)
        pending += linked(part)
    while pending:
        part = pending.pop(0)
        try:
            system = System(part.conditions)
            clash = clash_of(part, system)
            refuted = () if clash is None else refuted_signs(clash)
        except SpentBudget:
            undecided += [s.id for s in part.statements if s.claim is not None]
            continue
        if clash is None:
            consistent.append((part, system))
        elif refuted:
            without = part.without(refuted)
            unsaid += _unsaid(without)
            pending[:0] = linked(without)
        else:
            clashes.append(clash)
            given_up = {s.id for s in clash.statements if s.claim is not None}
            pending[:0] = linked(part.without(given_up))
    return Reconciliation(tuple(clashes), tuple(consistent), tuple(undecided), tuple(unsaid))


def _sharing_figures(statements: Sequence[Statement]) -> Iterator[tuple[Statement, ...]]:
    """The statements in groups that are about the same figures, directly or through others."""
    about = [
        Condition(Linear(dict.fromkeys(_figures(s), Fraction(1)), ZERO), EVERYTHING, s.id)
        for s in statements
    ]
    for group in components(about):
        yield tuple(statements[index] for index in group)


def _figures(statement: Statement) -> Iterator[str]:
    if statement.figure is not None:
        yield statement.figure.name
    if statement.claim is not None:
        yield from (o.figure.name for o in operands_of(statement.claim) if not o.figure.is_literal)


def _unsaid(part: Part) -> list[str]:
    """The claims of which nothing is said but what they print in place."""
    said = {
        condition.statement
        for condition in part.conditions
        if not all(is_own(name) for name in condition.form.coefficients)
    }
    return [s.id for s in part.statements if s.claim is not None and s.id not in said]


def linked(part: Part) -> Iterator[Part]:
    """The statements in parts that share no figure; what implies nothing is in none of them."""
    by_id = {statement.id: statement for statement in part.statements}
    for group in components(part.conditions):
        ids = dict.fromkeys(part.conditions[index].statement for index in group)
        statements = tuple(by_id[name] for name in ids)
        if any(statement.claim is not None for statement in statements):
            yield Part(statements, tuple(part.conditions[index] for index in group))


def clash_of(part: Part, system: System) -> Clash | None:
    """An irreducible clash among linked statements; None where they can all be true.

    `system` is that of the part's conditions. Raises SpentBudget.
    """
    answer = system.check()
    if not isinstance(answer, Infeasible):
        return None
    used = {part.conditions[use.condition].statement for use in answer.certificate}
    likely = _closure(part.statements, used)
    kept = _shrunk(likely if _exclude_each_other(likely) else part.statements)
    conditions = conditions_of(kept)
    answer = System(conditions).check()
    assert isinstance(answer, Infeasible)
    if not proves_infeasible(conditions, answer.certificate):
        raise SpentBudget("a certificate does not add up")
    return Clash(kept, conditions, answer.certificate)


def refuted_signs(clash: Clash) -> tuple[str, ...]:
    """Assumed signs without which there is no clash: then these were wrong, not the article.

    A profit may follow losses. Only what is impossible with either sign is a contradiction.
    """
    assumed = [s for s in clash.statements if s.is_assumed]
    if len(assumed) > MOST_SIGNS:  # then only what needs none of them
        rest = [s for s in clash.statements if not s.is_assumed]
        return () if _exclude_each_other(rest) else tuple(s.id for s in assumed)
    for count in range(1, len(assumed) + 1):
        for turned in combinations(assumed, count):
            statements = [s.otherwise if s in turned else s for s in clash.statements]
            if not _exclude_each_other(statements):
                return tuple(s.id for s in turned)
    return ()


def _closure(statements: Collection[Statement], used: Collection[str]) -> tuple[Statement, ...]:
    """The statements used, and those that say what the figures of the used claims may be."""
    claims = [s.claim for s in statements if s.id in used and s.claim is not None]
    figures = {operand.figure.name for claim in claims for operand in operands_of(claim)}
    return tuple(
        s for s in statements if s.id in used or (s.figure is not None and s.figure.name in figures)
    )


def _shrunk(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements less all that can be spared: assumptions first, printings last."""
    order = {kind: place for place, kind in enumerate(Kind)}
    kept = list(statements)
    for statement in sorted(statements, key=lambda s: order[s.kind]):
        fewer = [other for other in kept if other is not statement]
        if _exclude_each_other(fewer):
            kept = fewer
    return tuple(kept)


def _exclude_each_other(statements: Iterable[Statement]) -> bool:
    return isinstance(System(conditions_of(tuple(statements))).check(), Infeasible)
