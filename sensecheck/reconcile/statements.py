"""What an article states, one thing at a time: claims, printings, signs, assumptions.

A conflict is a set of statements; each can be given up on its own. `conditions_of` turns any set of
them into linear conditions that they really imply, so that a smaller set never borrows what only a
larger one says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import Final

from sensecheck.judge.signs import sign_of
from sensecheck.model import Claim, Document, Figure, Operand, Outcome, Verdict
from sensecheck.numbers.expressions import Box
from sensecheck.numbers.intervals import EVERYTHING, NOT_NEGATIVE, ZERO, Interval
from sensecheck.numbers.linear import Linear, linear
from sensecheck.numbers.printed import Nature
from sensecheck.numbers.showing import whole_ends
from sensecheck.reconcile.certificate import Condition
from sensecheck.reconcile.products import is_product, product_conditions
from sensecheck.reconcile.simplex import Infeasible, SpentBudget, System
from sensecheck.rules import rule_named
from sensecheck.rules.base import (
    Given,
    NotComputable,
    QuantityRule,
    Row,
    linear_form,
    side_of,
    term,
)

ROUNDS: Final = 3
"""How often the conditions of products are built again from narrower factors."""


class Kind(Enum):
    """What is given up where a statement is: the order in which a conflict does without it."""

    ASSUMPTION = "assumption"
    CLAIM = "claim"
    SIGN = "sign"
    PRINTING = "printing"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that an article states or takes for granted.

    A claim has its `claim`; a printing and a sign have their `figure` and the `values` that they
    leave it. A sign `is_assumed` where only the other labels of the series suggest it.
    """

    id: str
    kind: Kind
    claim: Claim | None = None
    figure: Figure | None = None
    values: Interval = EVERYTHING
    is_assumed: bool = False

    @property
    def otherwise(self) -> Statement:
        """An assumed sign's opposite: all that it leaves out, zero included."""
        others = Interval(None, ZERO) if side_of(self.values) > 0 else Interval(ZERO, None)
        return replace(self, values=others)


def statements_of(document: Document, verdicts: Iterable[Verdict]) -> tuple[Statement, ...]:
    """All statements that can be held against each other.

    Claims that fail alone, and figures whose printings exclude each other, stay out.
    """
    statements: list[Statement] = []
    figures: dict[str, Figure] = {}
    for verdict in verdicts:
        claim = verdict.claim
        if not claim.rule or verdict.outcome is Outcome.FAIL:
            continue
        named = [operand.figure for operand in operands_of(claim)]
        if any(figure.contradictory for figure in named):
            continue
        kind = Kind.ASSUMPTION if claim.assumption else Kind.CLAIM
        statements.append(Statement(claim.id, kind, claim))
        figures |= {figure.name: figure for figure in named if not figure.is_literal}
    for figure in figures.values():
        statements += _printings(figure)
        if not figure.printings and (sign := sign_of(figure, document)) is not None:
            assumed = figure.sign is None and sign != NOT_NEGATIVE
            name = f"sign of {figure.name}"
            statements.append(Statement(name, Kind.SIGN, None, figure, sign, assumed))
    return tuple(statements)


def conditions_of(statements: Collection[Statement]) -> tuple[Condition, ...]:
    """The linear conditions that these statements, and no others, imply.

    A product's conditions are the narrower, the less its factors can be: they are built again from
    what the conditions leave of these, as often as ROUNDS says.
    """
    box = box_of(statements)
    conditions = _conditions_over(statements, box)
    for _ in range(ROUNDS):
        factors = _loose_factors(conditions, box)
        narrower = _narrowed(box, factors, conditions) if factors else None
        if narrower is None or narrower == box:
            break
        box = narrower
        conditions = _conditions_over(statements, box)
    return conditions


def was_narrowed(statements: Iterable[Statement], conditions: Sequence[Condition]) -> bool:
    """Whether conditions of products were built from what all the others leave of the factors."""
    return bool(_loose_factors(conditions, box_of(statements)))


def box_of(statements: Iterable[Statement]) -> dict[str, Interval]:
    """What the printings and signs among the statements leave of each figure."""
    box: dict[str, Interval] = {}
    for statement in statements:
        if statement.figure is not None:
            name = statement.figure.name
            known = box.get(name, EVERYTHING).intersect(statement.values)
            box[name] = statement.values if known is None else known
    return box


def printed_in(statements: Iterable[Statement]) -> frozenset[str]:
    """The figures that are printed, as far as these statements go."""
    return frozenset(s.figure.name for s in statements if s.figure and s.kind is Kind.PRINTING)


def _conditions_over(statements: Collection[Statement], box: Box) -> tuple[Condition, ...]:
    conditions: list[Condition] = []
    printed = printed_in(statements)
    for statement in statements:
        if statement.figure is not None:
            form = Linear({statement.figure.name: Fraction(1)}, Fraction(0))
            conditions.append(Condition(form, statement.values, statement.id))
        if statement.claim is not None:
            conditions += conditions_of_claim(statement.claim, box, printed)
    return tuple(conditions)


def _loose_factors(conditions: Sequence[Condition], box: Box) -> set[str]:
    """The figures in products that may still be many things: the printed ones are known well."""
    names = {
        name
        for condition in conditions
        if any(is_product(other) for other in condition.form.coefficients)
        for name in condition.form.coefficients
    }
    return {name for name in names & box.keys() if _is_loose(box[name])}


def _is_loose(values: Interval) -> bool:
    return values.width is None or values.width > abs(values.middle) / 10


def _narrowed(
    box: Box, names: Iterable[str], conditions: Sequence[Condition]
) -> dict[str, Interval] | None:
    """What the conditions leave of some figures of the box.

    None where they exclude each other, or where the budget does not suffice to tell.
    """
    narrower = dict(box)
    try:
        system = System(conditions)
        if isinstance(system.check(), Infeasible):
            return None
        ends = {name: (system.minimum(name), system.maximum(name)) for name in names}
    except SpentBudget:
        return None
    for name, (low, high) in ends.items():
        values = Interval(
            None if low is None else low.value,
            None if high is None else high.value,
            low is None or not low.attained,
            high is None or not high.attained,
        )
        narrower[name] = box[name].intersect(values) or box[name]
    return narrower


def conditions_of_claim(claim: Claim, box: Box, printed: Collection[str]) -> Iterator[Condition]:
    """What one claim says of its figures, given what the box says of them."""
    for row in rows_of_claim(claim, box, printed):
        yield Condition(row.form, row.within, claim.id)
    yield from literals_of_claim(claim)


def literals_of_claim(claim: Claim) -> Iterator[Condition]:
    """What the figures may be that a claim prints in place: they are part of the claim."""
    for figure in (operand.figure for operand in operands_of(claim)):
        if figure.is_literal and figure.values is not None:
            form = Linear({_own_name(claim, figure.name): Fraction(1)}, Fraction(0))
            yield Condition(form, figure.values.loose, claim.id)


def rows_of_claim(
    claim: Claim, box: Box, printed: Collection[str], *, strict: bool = False
) -> tuple[Row, ...]:
    """The linear rows of a claim; `strict` takes its stated figure in the strict reading."""
    figures = {operand.figure.name: operand.figure for operand in operands_of(claim)}
    local = {name: _values(figure, box) for name, figure in figures.items()}
    unknown = frozenset(n for n, f in figures.items() if not f.is_literal and n not in printed)
    rows = []
    for row in _rows(claim, local, unknown, strict=strict):
        own = {
            name if name in figures and not figures[name].is_literal else _own_name(claim, name): c
            for name, c in row.form.coefficients.items()
        }
        rows.append(Row(Linear(own, row.form.constant), row.within, row.built_from))
    return tuple(rows)


def operands_of(claim: Claim) -> tuple[Operand, ...]:
    """The figures of a claim, the one that its stated result names among them."""
    stated = claim.stated.operand if claim.stated is not None else None
    return claim.arguments.operands if stated is None else (*claim.arguments.operands, stated)


def _rows(
    claim: Claim, box: Mapping[str, Interval], unknown: frozenset[str], *, strict: bool
) -> tuple[Row, ...]:
    rule, stated = rule_named(claim.rule), claim.stated
    assert stated is not None
    try:
        if not isinstance(rule, QuantityRule):
            given = Given(claim.arguments, box, unknown, _steps(claim, unknown))
            return rule.rows(given, stated.answer)
        within = _within(claim, box, strict=strict)
        given = Given(claim.arguments, box, unknown, stated=within)
        if rule.spread is not None:
            return ()
        if stated.operand is None:
            rows = rule.rows(given, within)
            return rows or product_conditions(rule.expression(given), given, within)
        return _rows_of_result(rule, given, within, stated.operand)
    except NotComputable:
        return ()


def _rows_of_result(
    rule: QuantityRule, given: Given, within: Interval, stated: Operand
) -> tuple[Row, ...]:
    """The rows that the result is a figure with a name."""
    expression, result = rule.expression(given), linear_form(term(stated))
    whole = linear(expression)
    if whole is not None:
        return (Row(whole - result, _rounding(rule, stated.figure)),)
    if _rounding(rule, stated.figure).is_point:
        rows = rule.rows(given, within)
        return (*rows, *product_conditions(expression, given, within, result))
    within = within + _rounding(rule, stated.figure)
    return rule.rows(given, within) or product_conditions(expression, given, within)


def _rounding(rule: QuantityRule, stated: Figure) -> Interval:
    """How far a result may be from the figure: a count may be printed for an average."""
    counts = any(printing.rounded is not None for printing in stated.printings)
    radius = Fraction(1, 2) if rule.counts_are_rounded and counts else ZERO
    return Interval.around(ZERO, radius)


def _steps(claim: Claim, unknown: Collection[str]) -> dict[str, Fraction]:
    """The unit of the last digit of each figure that has one."""
    figures = (operand.figure for operand in operands_of(claim))
    return {
        figure.name: figure.finest.printed.step
        for figure in figures
        if figure.finest is not None and figure.values is not None
        if figure.name not in unknown and not figure.values.strict.is_point
    }


def _within(claim: Claim, box: Box, *, strict: bool) -> Interval:
    stated = claim.stated
    assert stated is not None
    if stated.operand is not None:
        values = box[stated.operand.figure.name]
        return -values if stated.operand.negative else values
    assert stated.values is not None
    return stated.values.strict if strict else stated.values.loose


def _own_name(claim: Claim, name: str) -> str:
    """A figure printed in place belongs to its claim alone, whatever its text."""
    return f"{claim.id}: {name}"


def is_own(name: str) -> bool:
    """Whether a variable belongs to one claim alone: a figure printed in place, a product."""
    return ": " in name


def _values(figure: Figure, box: Box) -> Interval:
    if figure.is_literal:
        return EVERYTHING if figure.values is None else figure.values.loose
    return box.get(figure.name, EVERYTHING)


def _printings(figure: Figure) -> Iterator[Statement]:
    for number, printing in enumerate(figure.printings, start=1):
        values = printing.readings.loose
        if printing.printed.nature is Nature.COUNT:
            values = _whole(values)
        which = f"{figure.name} as printed"
        if len(figure.printings) > 1:
            which = f"{figure.name} as printed ({number})"
        yield Statement(which, Kind.PRINTING, figure=figure, values=values)


def _whole(values: Interval) -> Interval:
    """What whole numbers leave of the bounds on a count."""
    low, high = whole_ends(values)
    if low is not None and high is not None and low > high:
        return values
    return Interval(
        None if low is None else Fraction(low), None if high is None else Fraction(high)
    )
