"""What a figure that nobody printed must be for a statement to hold.

A claim with one missing input still says something: 4,672 employees at 6.9 % fewer means 5,016 to
5,020 a year earlier. No claim proves itself, so this settles no verdict, but one: where the missing
figure is a count and no whole number fits, the statement is impossible.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from sensecheck.judge.question import expression_over, target_of
from sensecheck.judge.signs import sign_of
from sensecheck.model import Claim, Document, Figure, Implied
from sensecheck.numbers import showing
from sensecheck.numbers.expressions import Box
from sensecheck.numbers.intervals import (
    EVERYTHING,
    NEGATIVE,
    NOT_NEGATIVE,
    POSITIVE,
    ZERO,
    Interval,
)
from sensecheck.numbers.linear import solve
from sensecheck.numbers.printed import Kind, Nature, Printed
from sensecheck.numbers.projection import project
from sensecheck.numbers.ranges import extent, peel
from sensecheck.numbers.units import Unit
from sensecheck.rules import rule_named
from sensecheck.rules.base import Given, NotComputable, QuantityRule


@dataclass(frozen=True, slots=True)
class Missing:
    """The one figure that is missing, and what is known of it without the claim.

    `is_assumed`: nothing but the other labels of its series says which sign it has.
    """

    figure: Figure
    signs: tuple[Interval, ...]
    is_assumed: bool
    is_count: bool
    like: Printed | None


def missing_of(claim: Claim, figure: Figure, document: Document) -> Missing:
    """A missing figure with the signs it may have and a printing to show it like.

    Counts are at least 0; any other figure takes the sign that all printed labels of its series
    share; otherwise both signs are tried. A count is no whole number where it is the average, or
    another rounded result, of others.
    """
    names = (f"{figure.series}.{label}" for label in document.series.get(figure.series, ()))
    siblings = [document.figures[name] for name in names if name in document.figures]
    printed = [p.printed for sibling in siblings for p in sibling.printings]
    is_counted = any(p.nature is Nature.COUNT for p in printed)
    is_count = is_counted and not _is_rounded_result(claim, figure)
    plain = [one for one in printed if one.hedge is None and one.kind is Kind.NUMBER]
    like = next(reversed(plain or printed), None)
    is_assumed = figure.sign is None and not is_counted
    return Missing(figure, _signs(figure, document), is_assumed, is_count, like)


def of_any_sign(missing: Missing) -> Missing:
    """The missing figure without the sign of its series, which need not be its own.

    Profits may be followed by a loss: what only holds with another sign is no contradiction.
    """
    return replace(missing, signs=_ANY_SIGN) if missing.is_assumed else missing


def implied_value(claim: Claim, missing: Missing, *, loose: bool) -> Interval | None:
    """What the missing figure must be in one reading; None where no value at all fits.

    Where both signs are possible the interval holds both. Raises NotComputable where no sign that
    the rule computes with fits, and it cannot compute with another; that nothing is divided by zero
    is no such case.
    """
    hull: Interval | None = None
    reasons: list[NotComputable] = []
    for sign in missing.signs:
        try:
            values = _implied_with(claim, missing, sign, loose=loose)
        except NotComputable as reason:
            if sign != _NOTHING:
                reasons.append(reason)
            continue
        if values is not None:
            hull = values if hull is None else hull.hull(values)
    if hull is None and reasons:
        raise reasons[0]
    return hull


def as_implied(claim: Claim, missing: Missing, values: Interval) -> Implied:
    """The implied value as it is shown and reported."""
    unit = missing.figure.unit or (missing.like.unit if missing.like else None) or Unit()
    like = missing.like or _stated_printing(claim, missing.figure)
    text = showing.implied(values, like, unit, whole=missing.is_count)
    return Implied(missing.figure.name, values, text)


def fits_no_whole_number(missing: Missing, values: Interval) -> bool:
    """Whether the missing figure is a count and the interval holds no whole number."""
    low, high = showing.whole_ends(values)
    return missing.is_count and low is not None and high is not None and low > high


def _implied_with(
    claim: Claim, missing: Missing, sign: Interval, *, loose: bool
) -> Interval | None:
    rule, stated = rule_named(claim.rule), claim.stated
    assert stated is not None
    name = missing.figure.name
    box = dict(_known(claim, loose=loose))
    if name in {operand.figure.name for operand in claim.arguments.operands}:
        box[name] = sign
    given = Given(claim.arguments, box, frozenset({name}))
    if not isinstance(rule, QuantityRule):
        allowed: Interval | None = sign
        for row in rule.rows(given, stated.answer):
            allowed = solve(row.form, box, row.within, name, allowed)
        return allowed
    is_stated = stated.operand is not None and stated.operand.figure.name == name
    allowed_result = None if is_stated else _target(claim, loose=loose)
    expression = expression_over(
        rule, claim.arguments, box, allowed_result or sign, frozenset({name})
    )
    if allowed_result is None:
        found = extent(expression, box)
        values = EVERYTHING if found is None else found.interval
        negative = stated.operand is not None and stated.operand.negative
        return (-values if negative else values).intersect(sign)
    peeled = peel(expression, allowed_result)
    return None if peeled is None else project(peeled[0], box, peeled[1], name)


def _known(claim: Claim, *, loose: bool) -> Box:
    return {
        operand.figure.name: values.loose if loose else values.strict
        for operand in claim.arguments.operands
        if (values := operand.figure.values) is not None
    }


def _target(claim: Claim, *, loose: bool) -> Interval:
    target = target_of(claim)
    return target.loose if loose else target.strict


_NOTHING: Final = Interval.point(ZERO)
_ANY_SIGN: Final = (POSITIVE, NEGATIVE, _NOTHING)


def _signs(figure: Figure, document: Document) -> tuple[Interval, ...]:
    """The signs to try: the one that follows, else all.

    Zero is tried by itself: it divides nothing, and a base that may be zero gives no result.
    """
    sign = sign_of(figure, document)
    if sign is None:
        return _ANY_SIGN
    return (POSITIVE, _NOTHING) if sign == NOT_NEGATIVE else (sign,)


def _is_rounded_result(claim: Claim, figure: Figure) -> bool:
    """Whether the figure is what the claim states, of a rule that rounds counts."""
    rule = rule_named(claim.rule)
    operand = None if claim.stated is None else claim.stated.operand
    if operand is None or not isinstance(rule, QuantityRule):
        return False
    return rule.counts_are_rounded and operand.figure.name == figure.name


def _stated_printing(claim: Claim, figure: Figure) -> Printed | None:
    """A printing of the claim in the missing figure's unit, to borrow its scale from."""
    groups = [operand.figure.printings for operand in claim.arguments.operands]
    if claim.stated is not None:
        groups.append(claim.stated.printings)
    printings = (printing.printed for group in groups for printing in group)
    return next((printed for printed in printings if printed.unit == figure.unit), None)
