"""One claim as a question: can true values that print as printed make the statement true?

Both kinds of rule, those that recompute a number and those whose answer is a word, are asked the
same three things: does it hold at the printed values, can it hold somewhere in a box, and where.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from sensecheck.claims_file.printings import as_rounded
from sensecheck.model import Arguments, Claim, Figure, Operand
from sensecheck.numbers import ranges
from sensecheck.numbers.bisection import Reach
from sensecheck.numbers.expressions import Box, Expr, Point, Undefined, Variable, value_at
from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.readings import Readings
from sensecheck.numbers.units import PLAIN, Unit
from sensecheck.rules import rule_named
from sensecheck.rules.base import (
    Given,
    NotComputable,
    QuantityRule,
    RelationRule,
    Rule,
    Units,
    term,
)

DATES = "dates"
"""The name of the one variable of a duration: where within their periods the dates lie."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What each input may be, by name: in both readings, and as printed where there is a value."""

    figures: Mapping[str, Figure]
    strict: Box
    loose: Box
    printed: Point
    steps: Mapping[str, Fraction]

    @property
    def as_printed(self) -> dict[str, Interval]:
        """Each input at its printed value, or anywhere in its strict set where it has none."""
        return {
            name: Interval.point(self.printed[name]) if name in self.printed else values
            for name, values in self.strict.items()
        }


@dataclass(frozen=True, slots=True)
class Target:
    """What the stated figure allows, in both readings."""

    strict: Interval
    loose: Interval


@dataclass(frozen=True, slots=True)
class Quantity:
    """The question of a claim whose rule recomputes a number."""

    claim: Claim
    rule: QuantityRule
    inputs: Inputs
    target: Target
    expression: Expr
    value: Fraction | None
    """The rule at the printed values; None where some input has none."""

    def holds_as_printed(self) -> bool:
        """Whether the rule at the printed values lies in what the stated figure allows."""
        if self.value is not None and not self.has_root:
            holds = self.value in self.target.strict
        else:
            holds = ranges.covers(self.expression, self.inputs.as_printed, self.target.strict)
        if not holds or self.stated_input is None:
            return holds
        return self.possible(self.inputs.strict, loose=False) is Reach.YES

    def possible(self, box: Box, *, loose: bool) -> Reach:
        """Whether some point of the box makes the statement true, its figure read as said."""
        expression, target = self._asked(loose)
        return ranges.reaches(expression, box, target)

    def example(self, box: Box, *, loose: bool) -> Mapping[str, Fraction] | None:
        """True values that make the statement true, as near to the printed ones as possible."""
        from sensecheck.numbers.projection import witness

        expression, target = self._asked(loose)
        return witness(expression, box, target, self.inputs.printed)

    @property
    def stated_input(self) -> Operand | None:
        """The stated figure, where it is an input too."""
        operand = None if self.claim.stated is None else self.claim.stated.operand
        return operand if operand and operand.figure.name in self.inputs.strict else None

    @property
    def has_root(self) -> bool:
        """Whether the result may be irrational."""
        return self.rule.name in ("cagr", "formula") and ranges.has_root(self.expression)

    def extent(self, *, loose: bool) -> ranges.Extent | None:
        """All results that the inputs allow in one reading."""
        return ranges.extent(self.expression, self.inputs.loose if loose else self.inputs.strict)

    def with_printed(self, name: str, value: Fraction) -> bool:
        """Whether the statement would hold with another printed value of one input."""
        point = {**self.inputs.printed, name: value}
        try:
            if len(point) == len(self.inputs.strict) and not self.has_root:
                return value_at(self._expression_at(name, value), point) in self.target.strict
            box = {**self.inputs.as_printed, name: Interval.point(value)}
            expression = expression_over(self.rule, self.claim.arguments, box, self.target.loose)
        except (NotComputable, Undefined):
            return False
        return ranges.covers(expression, box, self.target.strict)

    def _expression_at(self, name: str, value: Fraction) -> Expr:
        """The arithmetic with another value of one input: a new one where its sign turns."""
        before = self.inputs.printed.get(name)
        if before is not None and before * value > 0:
            return self.expression
        box = {**self.inputs.as_printed, name: Interval.point(value)}
        return expression_over(self.rule, self.claim.arguments, box, self.target.loose)

    def _asked(self, loose: bool) -> tuple[Expr, Interval]:
        """What has to lie where; a stated figure that is an input too may not differ from it."""
        if self.stated_input is not None:
            return self.expression - term(self.stated_input), Interval.point(Fraction(0))
        return self.expression, self.target.loose if loose else self.target.strict


@dataclass(frozen=True, slots=True)
class Relation:
    """The question of a claim whose rule answers with a word."""

    claim: Claim
    rule: RelationRule
    inputs: Inputs
    answer: str

    def holds_as_printed(self) -> bool:
        """Whether the answer holds at the printed values."""
        return self.rule.always(self._given(self.inputs.as_printed), self.answer)

    def possible(self, box: Box, *, loose: bool) -> Reach:
        """Whether some point of the box makes the answer hold."""
        del loose  # a word has one reading
        found = self.rule.example(self._given(box), self.answer)
        return Reach.NO if found is None else Reach.YES

    def example(self, box: Box, *, loose: bool) -> Mapping[str, Fraction] | None:
        """True values that make the answer hold."""
        del loose
        return self.rule.example(self._given(box), self.answer)

    def actual(self) -> str:
        """The answer that the printed values give; empty where one has no printed value."""
        if len(self.inputs.printed) < len(self.inputs.strict):
            return ""
        return self.rule.actual(self._given(self.inputs.as_printed))

    def possible_answers(self, *, loose: bool) -> tuple[str, ...]:
        """The rule's answers that would not have failed."""
        given = self._given(self.inputs.loose if loose else self.inputs.strict)
        return tuple(a for a in self.rule.answers if self.rule.example(given, a) is not None)

    def note(self) -> str:
        """What the rule has to say of a pass, as a tie."""
        return self.rule.note(self._given(self.inputs.as_printed), self.answer)

    def _given(self, box: Box) -> Given:
        return Given(self.claim.arguments, box, steps=self.inputs.steps)


Question = Quantity | Relation


def question_of(claim: Claim) -> Question:
    """The question that a claim with printed figures asks.

    Raises NotComputable where the rule gives no result, as for a base that may be zero.
    """
    rule = rule_named(claim.rule)
    stated = claim.stated
    assert stated is not None
    inputs = inputs_of(rule, claim.arguments)
    if isinstance(rule, RelationRule):
        return Relation(claim, rule, inputs, stated.answer)
    target = target_of(claim)
    expression = expression_over(rule, claim.arguments, inputs.loose, target.loose)
    value: Fraction | None = None
    if len(inputs.printed) == len(inputs.strict):
        with suppress(Undefined):
            value = value_at(expression, inputs.printed)
    return Quantity(claim, rule, inputs, target, expression, value)


def target_of(claim: Claim) -> Target:
    """What the stated figure of a claim allows: its printings, or the figure that it names."""
    stated = claim.stated
    assert stated is not None
    operand = stated.operand
    values = stated.values if operand is None else _named_values(claim, operand.figure)
    assert values is not None
    if operand is not None and operand.negative:
        return Target(-values.strict, -values.loose)
    return Target(values.strict, values.loose)


def _named_values(claim: Claim, figure: Figure) -> Readings | None:
    rule = rule_named(claim.rule)
    if isinstance(rule, QuantityRule) and rule.counts_are_rounded:
        return as_rounded(figure)
    return figure.values


def inputs_of(rule: Rule, arguments: Arguments) -> Inputs:
    """The inputs of a claim, all of them printed; the time between two dates is one of its own."""
    if isinstance(rule, QuantityRule) and rule.spread is not None:
        values = rule.spread(arguments)
        coarse = value_at(rule.expression(Given(arguments, {})), {})
        point = {DATES: coarse} if coarse in values else {}
        return Inputs({}, {DATES: values}, {DATES: values}, point, {})
    figures = {operand.figure.name: operand.figure for operand in arguments.operands}
    strict: dict[str, Interval] = {}
    loose: dict[str, Interval] = {}
    printed: dict[str, Fraction] = {}
    steps: dict[str, Fraction] = {}
    for name, figure in figures.items():
        assert figure.values is not None
        strict[name], loose[name] = figure.values.strict, figure.values.loose
        if figure.values.printed is not None:
            printed[name] = figure.values.printed
        finest = figure.finest if isinstance(rule, RelationRule) else None
        if finest is not None and not figure.values.strict.is_point:
            steps[name] = finest.printed.step
    return Inputs(figures, strict, loose, printed, steps)


def expression_over(
    rule: QuantityRule,
    arguments: Arguments,
    box: Box,
    stated: Interval | None,
    unknown: frozenset[str] = frozenset(),
) -> Expr:
    """The rule's arithmetic over a box; the time between dates is a variable of its own."""
    if rule.spread is not None:
        return Variable(DATES)
    return rule.expression(Given(arguments, box, unknown, stated=stated))


def result_unit(rule: Rule, arguments: Arguments) -> Unit:
    """The unit of the rule's result."""
    units: Units = {
        name: tuple(operand.figure.unit or PLAIN for operand in group)
        for name, group in arguments.figures.items()
    }
    return rule.unit(arguments, units)
