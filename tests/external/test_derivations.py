"""Derivations over real financial reports: no false accusation, and no provable error missed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sensecheck.model import Outcome
from tests.external.cases import Case, Sketch, by_formula, by_rule, read
from tests.external.pipeline import outcomes

WAYS = pytest.mark.parametrize("way", [by_formula, by_rule])


@WAYS
def test_every_true_derivation_passes(way: Callable[[Case], Sketch | None]) -> None:
    cases = read("derivations.jsonl")
    found = outcomes(filter(None, map(way, cases)), "digits")
    assert len(cases) == 717
    assert {name for name, outcome in found.items() if outcome is not Outcome.PASS} == set()


@WAYS
def test_an_error_fails_just_when_the_digits_prove_it(
    way: Callable[[Case], Sketch | None],
) -> None:
    factors = {case["id"]: case["factor"] for case in read("derivations.jsonl")}
    cases = [
        {**case, "factor": factors[case["from_id"]]} for case in read("derivations_wrong.jsonl")
    ]
    found = outcomes(filter(None, map(way, cases)), "digits")
    holds = {case["id"]: case["holds"] for case in cases}
    assert len(cases) == 229
    assert {
        name for name, outcome in found.items() if (outcome is Outcome.FAIL) is holds[name]
    } == set()
    assert Outcome.UNVERIFIABLE not in found.values()
