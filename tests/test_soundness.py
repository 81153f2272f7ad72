"""A fail is a proof: no true story, rounded and hedged as articles do, is ever failed.

1,000 stories a rule, in each way of rounding in turn; 10,000 with --full.
"""

from __future__ import annotations

import pytest

from sensecheck.checking import check_text
from sensecheck.model import Outcome, Results
from sensecheck.rules import RULES
from tests.stories import ROUNDINGS, TELLERS, claims_file, formula_file, stories

STORIES = 1_000


def test_every_rule_has_stories() -> None:
    assert set(RULES) == {*TELLERS, "formula"}


@pytest.mark.parametrize("rounding", ROUNDINGS)
@pytest.mark.parametrize("rule", TELLERS)
def test_no_true_story_fails(rule: str, rounding: str, request: pytest.FixtureRequest) -> None:
    text = claims_file(stories(rule, rounding, _count(request), seed=1), rounding)
    _assert_true(check_text(text), text)


@pytest.mark.parametrize("rounding", ROUNDINGS)
def test_no_true_formula_fails(rounding: str, request: pytest.FixtureRequest) -> None:
    text = formula_file(_count(request), rounding, seed=1)
    _assert_true(check_text(text), text)


def _count(request: pytest.FixtureRequest) -> int:
    everything = STORIES * (10 if request.config.getoption("--full") else 1)
    return -(-everything // len(ROUNDINGS))


def _assert_true(results: Results, text: str) -> None:
    lines = text.splitlines()
    assert [f"{lines[f.span.line]}\n{f.message}" for f in results.findings] == []
    failed = [
        f"{lines[v.claim.span.line]}\n{v.reason}"
        for v in results.verdicts
        if v.outcome is Outcome.FAIL
    ]
    assert failed == []
    judged = sum(v.outcome in (Outcome.PASS, Outcome.DISCREPANCY) for v in results.verdicts)
    # Hedges and bases that may be zero leave some unverifiable; most must be judged.
    assert judged > len(results.verdicts) // 2
