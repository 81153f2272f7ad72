"""The check of a proof: sums worked by hand, and every way to forge one."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sensecheck.numbers.intervals import Interval
from sensecheck.numbers.linear import Linear
from sensecheck.reconcile.certificate import (
    Condition,
    Side,
    Use,
    proves_bound,
    proves_infeasible,
)

LOW, HIGH = Side.LOW, Side.HIGH


def condition(coefficients: dict[str, int], within: Interval, constant: int | str = 0) -> Condition:
    form = {name: Fraction(value) for name, value in coefficients.items()}
    return Condition(Linear(form, Fraction(constant)), within, "")


def at_most(value: int | str, strict: bool = False) -> Interval:
    return Interval(None, Fraction(value), high_open=strict)


def at_least(value: int | str, strict: bool = False) -> Interval:
    return Interval(Fraction(value), None, low_open=strict)


def use(number: int, side: Side, multiplier: int | str = 1) -> Use:
    return Use(number, side, Fraction(multiplier))


# x + 2y ≥ 11, x ≤ 3, 2y + 1 ≤ 8: added up, 0 ≤ −11 + 3 + 7 = −1.
THREE = (
    condition({"x": 1, "y": 2}, at_least(11)),
    condition({"x": 1}, at_most(3)),
    condition({"y": 2}, at_most(8), 1),
)
PROOF = (use(0, LOW), use(1, HIGH), use(2, HIGH))


def test_sides_that_add_up_to_a_negative_number_are_a_proof() -> None:
    assert proves_infeasible(THREE, PROOF)
    assert proves_infeasible(THREE, tuple(replace(u, multiplier=Fraction(7, 3)) for u in PROOF))
    assert proves_infeasible(THREE, (*PROOF, *PROOF))


@pytest.mark.parametrize(
    "forged",
    [
        (),
        PROOF[1:],
        PROOF[:2],
        (*PROOF, use(1, HIGH)),
        (use(0, LOW, 2), *PROOF[1:]),
        (use(0, LOW, "1.0000001"), *PROOF[1:]),
        (use(0, LOW, 0), *PROOF[1:]),
        tuple(replace(u, multiplier=-u.multiplier) for u in PROOF),
        (use(0, HIGH), *PROOF[1:]),
        (use(0, LOW), use(1, LOW), use(2, HIGH)),
        (use(0, LOW), use(-2, HIGH), use(2, HIGH)),
        (use(0, LOW), use(3, HIGH), use(2, HIGH)),
    ],
)
def test_nothing_else_is(forged: tuple[Use, ...]) -> None:
    assert not proves_infeasible(THREE, forged)


def test_a_proof_of_one_system_is_none_of_a_weaker_one() -> None:
    weaker = (*THREE[:2], condition({"y": 2}, at_most(9), 1))
    assert not proves_infeasible(weaker, PROOF)


def test_a_side_may_not_be_turned_round() -> None:
    possible = condition({"x": 1}, at_most(3)), condition({"x": 1}, at_most(2, strict=True))
    assert not proves_infeasible(possible, (use(0, HIGH, -1), use(1, HIGH)))
    assert not proves_infeasible(possible, (use(1, HIGH, 0),))


@pytest.mark.parametrize(("strict", "expected"), [(True, True), (False, False)])
def test_zero_less_than_zero_needs_a_strict_side(strict: bool, expected: bool) -> None:
    above_and_not = (
        condition({"x": 1}, at_least(3000, strict)),
        condition({"x": 1}, at_most(3000)),
    )
    assert proves_infeasible(above_and_not, (use(0, LOW), use(1, HIGH))) is expected


def test_a_constant_alone_can_exclude_everything() -> None:
    impossible = (condition({}, at_most(2), 3),)
    assert proves_infeasible(impossible, (use(0, HIGH),))
    assert not proves_infeasible((condition({}, at_most(3), 3),), (use(0, HIGH),))


# From x + 2y ≥ 11 and x < 3 follows y > 4; from 2y + 1 ≤ 8 follows y ≤ 3.5.
IMPLYING = (THREE[0], condition({"x": 1}, at_most(3, strict=True)), THREE[2])
ABOVE_FOUR = (use(0, LOW, "1/2"), use(1, HIGH, "1/2"))
UP_TO_3_5 = (use(2, HIGH, "1/2"),)


def bound(proof: tuple[Use, ...], name: str, side: Side, value: str, strict: bool = False) -> bool:
    return proves_bound(IMPLYING, proof, name, side, Fraction(value), strict)


def test_sides_that_add_up_to_a_variable_prove_its_bound() -> None:
    assert bound(ABOVE_FOUR, "y", LOW, "4")
    assert bound(ABOVE_FOUR, "y", LOW, "4", strict=True)
    assert bound(ABOVE_FOUR, "y", LOW, "3.9", strict=True)
    assert bound(UP_TO_3_5, "y", HIGH, "3.5")
    assert bound(UP_TO_3_5, "y", HIGH, "3.6", strict=True)


def test_they_prove_no_tighter_and_no_other_bound() -> None:
    assert not bound(ABOVE_FOUR, "y", LOW, "4.0001")
    assert not bound(ABOVE_FOUR, "y", HIGH, "4")
    assert not bound(ABOVE_FOUR, "x", LOW, "4")
    assert not bound(UP_TO_3_5, "y", HIGH, "3.5", strict=True)
    assert not bound(UP_TO_3_5, "y", HIGH, "3.4")
    assert not bound((use(2, HIGH),), "y", HIGH, "7")
    assert not bound((use(2, LOW, "1/2"),), "y", LOW, "0")
    assert not bound((), "y", LOW, "0")
