"""Totals of real statements, as an XBRL processor judges them, rounded and cut off."""

from __future__ import annotations

import pytest

from sensecheck.model import Outcome
from tests.external.cases import read, total
from tests.external.pipeline import outcomes


def test_all_cases_are_read() -> None:
    assert len(read("sums.jsonl")) == 692


@pytest.mark.parametrize(("mode", "rounding"), [("round", "digits"), ("truncate", "truncate")])
def test_a_total_fails_just_when_it_is_inconsistent(mode: str, rounding: str) -> None:
    cases = [case for case in read("sums.jsonl") if case["mode"] == mode]
    found = outcomes(map(total, cases), rounding)
    consistent = {case["id"]: case["consistent"] for case in cases}
    assert {
        name for name, outcome in found.items() if (outcome is Outcome.FAIL) is consistent[name]
    } == set()
    assert Outcome.UNVERIFIABLE not in found.values()
