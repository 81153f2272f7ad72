"""The file that `init` writes: it verifies as written, and shows what a claims file may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

import sensecheck
from sensecheck.checking import check_text
from sensecheck.model import Outcome, Results
from sensecheck.report.claim_page import explain_claim
from sensecheck.report.style import Style

STARTER = Path(sensecheck.__file__).with_name("starter.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def results() -> Results:
    return check_text(STARTER)


def test_it_verifies_as_written(results: Results) -> None:
    assert results.findings == ()
    every = (*results.verdicts, *results.assumptions)
    assert {v.outcome for v in every} == {Outcome.PASS, Outcome.UNVERIFIABLE}
    assert not any(verdict.weak for verdict in every)
    assert (results.printings, results.conflicts) == ((), ())


def test_what_is_missing_is_shown(results: Results) -> None:
    (missing,) = [v for v in results.verdicts if v.claim.id == "staff-since-2020"]
    # 245 ÷ 1.255 = 195.2 and 245 ÷ 1.245 = 196.8
    assert "must be 196 employees" in explain_claim(missing, results, Style())


@pytest.mark.parametrize(
    "form",
    [
        *("article:", "figures:", "claims:", "assumptions:"),
        *("unit:", "printed:", "source:", "not printed", "      - "),
        *("quote:", "says:", "note:", "tags:", "unverifiable:", "accepted:", "formula:"),
        *(".*", "..", "of: [", "%", "about ", "more than ", "three shops"),
        *(f"rule: {rule}" for rule in "sum increase percent_increase share ratio product".split()),
        *(f"rule: {rule}" for rule in "compare rank trend".split()),
    ],
)
def test_it_shows_every_common_form(form: str) -> None:
    assert form in STARTER


def test_every_figure_is_used(results: Results) -> None:
    used = {
        operand.figure.series
        for verdict in results.verdicts
        for operand in verdict.claim.arguments.operands
    }
    assert set(results.document.series) <= used


def test_it_fits_a_terminal() -> None:
    assert max(map(len, STARTER.splitlines())) <= 100
