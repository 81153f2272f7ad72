"""Proofs about linear conditions, and the check that they are proofs.

A set of linear inequalities has no solution exactly when some of them, each multiplied by a
positive number, add up to 0 ≤ r with r < 0, or to 0 < 0 (Farkas, Theorie der einfachen
Ungleichungen, 1902; with strict inequalities: Motzkin, 1936). Such multipliers are a certificate:
whoever doubts the solver adds them up. This module does, knows nothing of the solver, and reads
nothing but the conditions as they were made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from sensecheck.numbers.intervals import ZERO, Interval
from sensecheck.numbers.linear import Linear


@dataclass(frozen=True, slots=True)
class Condition:
    """The form's value lies in `within`; `statement` is what one gives up to drop it."""

    form: Linear
    within: Interval
    statement: str


class Side(Enum):
    """One of the two inequalities that a condition is."""

    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Use:
    """One side of a condition, multiplied by a positive number."""

    condition: int
    side: Side
    multiplier: Fraction


Certificate = tuple[Use, ...]


def proves_infeasible(conditions: Sequence[Condition], certificate: Certificate) -> bool:
    """Whether the certificate shows that no values satisfy all conditions."""
    total = _total(conditions, certificate)
    if total is None or total.coefficients:
        return False
    return total.limit < 0 or (total.limit == 0 and total.strict)


def proves_bound(
    conditions: Sequence[Condition],
    certificate: Certificate,
    variable: str,
    side: Side,
    bound: Fraction,
    strict: bool,
) -> bool:
    """Whether it shows that the conditions imply variable ≤ bound (HIGH) or ≥ bound (LOW).

    With `strict`, that they imply < or >.
    """
    sign = _sign(side)
    total = _total(conditions, certificate)
    if total is None or total.coefficients != {variable: sign}:
        return False
    return total.limit < sign * bound or (
        total.limit == sign * bound and (total.strict or not strict)
    )


@dataclass(frozen=True, slots=True)
class _Inequality:
    """Σ coefficients · variables ≤ limit, or < limit; no coefficient is zero."""

    coefficients: Mapping[str, Fraction]
    limit: Fraction
    strict: bool


def _total(conditions: Sequence[Condition], certificate: Certificate) -> _Inequality | None:
    """The sum of the multiplied sides; None where one of them is no inequality of theirs."""
    coefficients: dict[str, Fraction] = {}
    limit, strict = ZERO, False
    for use in certificate:
        if use.multiplier <= 0 or not 0 <= use.condition < len(conditions):
            return None
        condition = conditions[use.condition]
        within, high = condition.within, use.side is Side.HIGH
        end = within.high if high else within.low
        if end is None:
            return None
        factor = _sign(use.side) * use.multiplier
        for name, coefficient in condition.form.coefficients.items():
            coefficients[name] = coefficients.get(name, ZERO) + factor * coefficient
        limit += factor * (end - condition.form.constant)
        strict = strict or (within.high_open if high else within.low_open)
    return _Inequality(
        {name: value for name, value in coefficients.items() if value}, limit, strict
    )


def _sign(side: Side) -> int:
    """1 for form ≤ high; −1 for form ≥ low, which is −form ≤ −low."""
    return 1 if side is Side.HIGH else -1
