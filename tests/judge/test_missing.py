"""Figures that nobody printed: what they must be, and what is no contradiction."""

from __future__ import annotations

import pytest

from sensecheck.model import Outcome
from tests.judge.cases import verdict_of

PROFITS = """
profit:
  unit: RMB million
  2021: 5.0
  2022: not printed
"""
STAFF = """
staff:
  2021: 5 employees
  2022: not printed
"""


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        # 5.0 ± 0.05 less 8.0 ± 0.05: a loss of 2.9 … 3.1
        ("rule: increase\nstated: RMB -8.0 million", "RMB -3.10 … -2.90 million"),
        # 4.95 × (1 − 1.605) … 5.05 × (1 − 1.595) is −3.00475 … ; the widest are −3.055 and −2.945
        ("rule: percent_increase\nstated: -160%", "RMB -3.06 … -2.94 million"),
    ],
)
def test_profits_may_be_followed_by_a_loss(claim: str, text: str) -> None:
    verdict = verdict_of(f"{claim}\nfrom: profit.2021\nto: profit.2022", PROFITS)
    assert verdict.outcome is Outcome.UNVERIFIABLE
    assert verdict.implied is not None
    assert verdict.implied.text == text


def test_a_sign_that_the_file_gives_is_no_guess() -> None:
    figures = f"{PROFITS}  sign: positive\n"
    claim = "rule: increase\nfrom: profit.2021\nto: profit.2022\nstated: RMB -8.0 million"
    assert verdict_of(claim, figures).outcome is Outcome.FAIL


@pytest.mark.parametrize(
    "claim",
    [
        "rule: decrease\nfrom: staff.2021\nto: staff.2022\nstated: 5 employees",
        "rule: percent_decrease\nfrom: staff.2021\nto: staff.2022\nstated: 100%",
        "rule: sum\nof: [staff.2021, staff.2022]\nstated: 5 employees",
    ],
)
def test_nobody_may_be_left(claim: str) -> None:
    verdict = verdict_of(claim, STAFF)
    assert verdict.outcome is Outcome.UNVERIFIABLE
    assert verdict.implied is not None
    assert verdict.implied.text == "0"


def test_an_average_of_people_need_not_be_whole() -> None:
    figures = "staff:\n  2021: 5 employees\n  2022: 6 employees\n  average: not printed"
    claim = "rule: average\nof: [staff.2021, staff.2022]\nstated: staff.average"
    verdict = verdict_of(claim, figures)
    assert verdict.outcome is not Outcome.FAIL


def test_a_change_that_nobody_printed_may_be_a_fall() -> None:
    # 4.0 was 5.0: 3.95 ÷ 5.05 − 1 = −21.8 %, 4.05 ÷ 4.95 − 1 = −18.2 %, though 2020 saw a rise
    claim = "rule: before_change\nto: RMB 4.0 million\nchange: c.2021\nstated: RMB 5.0 million"
    verdict = verdict_of(claim, "c:\n  2020: 5%\n  2021: not printed")
    assert verdict.outcome is Outcome.UNVERIFIABLE
    assert verdict.implied is not None
    assert verdict.implied.text == "-21.8 … -18.1%"
    # nothing says that c is a percentage, and nobody is told to write it as one
    alone = verdict_of(claim, "c:\n  2020: not printed\n  2021: not printed")
    assert alone.reason == "c.2021 is not printed"
