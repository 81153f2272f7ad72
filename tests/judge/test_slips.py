"""Likely slips: named when exactly one makes the claim pass, the claims file before the article."""

from __future__ import annotations

import pytest

from sensecheck.model import Outcome
from tests.judge.cases import verdict_of

GROWTH = "rule: percent_increase\nfrom: {}\nto: {}\nstated: {}"

SLIPS = [
    # 631.2 ÷ 507.4 − 1 = 24.40 %; with 513.2 … the article swapped digits in the stated figure
    (
        "swapped in the stated figure",
        "rule: increase\nfrom: RMB 512.3 million\nto: RMB 648.9 million\nstated: RMB 163.6 million",
        # 648.9 − 512.3 = 136.6
        "163.6 for 136.6, two digits swapped",
    ),
    (
        "swapped in an input",
        'rule: sum\nof: ["1,204 visitors", "3,187 visitors", "2,671 visitors"]\n'
        # 1,204 + 3,817 + 2,671 = 7,692
        "stated: 7,692 visitors",
        "3,187 for 3,817, two digits swapped",
    ),
    # 5 − 4 = 1: a quarter of 4, a fifth of 5
    (
        "wrong base",
        GROWTH.format("RMB 4.012 billion", "RMB 5.037 billion", "20.35%"),
        # 1.025 ÷ 5.037 = 20.35 %; 1.025 ÷ 4.012 = 25.55 %
        "wrong base (divided by the new figure, not by the old one)",
    ),
    (
        "a fall, not a rise",
        GROWTH.format("RMB 5.037 billion", "RMB 4.012 billion", "20.35%"),
        # −1.025 ÷ 5.037 = −20.35 %
        "a fall, not a rise",
    ),
    (
        "points for percent",
        GROWTH.format("12.4%", "15.1%", "2.7%"),
        # 15.1 − 12.4 = 2.7 points; 15.1 ÷ 12.4 − 1 = 21.8 %
        "percent for percentage points (the figures differ by so many points)",
    ),
    (
        "a part left out",
        "rule: sum\nof: [RMB 31.7 million, RMB 18.4 million, RMB 12.9 million]\n"
        # 31.7 + 18.4 = 50.1
        "stated: RMB 50.1 million",
        "RMB 12.9 million is left out of the sum",
    ),
    (
        "years off by one",
        "rule: cagr\nfrom: RMB 16.74 billion\nto: RMB 101.73 billion\nyears: 5\nstated: 57.01%",
        # (101.73 ÷ 16.74)^(1/4) − 1 = 57.01 %; over five years 43.46 %
        "years off by one (the rate is that of 4 years, not of 5)",
    ),
    (
        "million for billion",
        "rule: sum\nof: [RMB 3.417 billion, RMB 1.272 billion]\nstated: RMB 4.689 million",
        "million for billion in RMB 4.689 million",
    ),
    (
        "a factor of ten",
        GROWTH.format("RMB 3.027 billion", "RMB 3.446 billion", "1.384%"),
        "a factor of ten in 1.384%",
    ),
    (
        "cut off instead of rounded",
        "rule: sum\nof: [RMB 3.417 billion, RMB 1.272 billion]\nstated: RMB 4.68 billion",
        # 4.689 is 4.69 rounded, 4.68 cut off; the range 4.688 … 4.690 starts above 4.685
        "truncated instead of rounded",
    ),
    (
        "times as many for times more",
        "rule: ratio\nof: RMB 31.24 million\nto: RMB 10.07 million\nstated: 2.10 times",
        # 31.24 ÷ 10.07 = 3.10
        "'times as many' for 'times more' (the two differ by one)",
    ),
    (
        "a share of the rest",
        "rule: share\npart: RMB 31.24 million\nwhole: RMB 87.13 million\nstated: 55.9%",
        # 31.24 ÷ (87.13 − 31.24) = 55.9 %; of the whole 35.9 %
        "wrong base (divided by the rest, not by the whole)",
    ),
]


@pytest.mark.parametrize(("claim", "slip"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS])
def test_the_one_slip_is_named(claim: str, slip: str) -> None:
    verdict = verdict_of(claim)
    assert verdict.outcome is Outcome.FAIL
    assert verdict.slip is not None, verdict.reason
    assert verdict.slip.text == slip
    assert not verdict.slip.in_claims_file
    assert verdict.reason == f"likely slip: {slip}"


def test_percent_for_points_in_a_difference() -> None:
    verdict = verdict_of("rule: increase\nfrom: 12.4%\nto: 15.1%\nstated: 2.7%")
    assert verdict.outcome is Outcome.FAIL
    assert verdict.slip is not None
    assert verdict.slip.text == "percent for percentage points"


FIGURES = """
staff:
  2021: 6,113 employees
  2022: 5,098 employees
  2023: 4,531 employees
loss:
  2022: RMB -6.045 billion
  2023: RMB -6.44 billion
"""


def test_another_label_is_tried_before_the_article_is_accused() -> None:
    # 6,113 − 4,531 = 1,582, but the claim is bound to 2022: 5,098 − 4,531 = 567
    verdict = verdict_of(
        "rule: decrease\nfrom: staff.2022\nto: staff.2023\nstated: 1,582 employees", FIGURES
    )
    assert verdict.outcome is Outcome.FAIL
    assert verdict.slip is not None
    assert verdict.slip.in_claims_file
    assert verdict.reason == "holds with staff.2021: is that what the article means?"


def test_the_negative_of_a_series_is_tried() -> None:
    verdict = verdict_of("rule: sum\nof: loss.*\nstated: RMB 12.485 billion", FIGURES)
    assert verdict.outcome is Outcome.FAIL
    assert verdict.reason == "holds with -loss.*: is that what the article means?"


def test_two_possible_slips_name_none() -> None:
    # 20 + 2 = 22 is wrong for 24; 22 swapped is 22, and so on: nothing fits, nothing is named
    verdict = verdict_of(
        "rule: sum\nof: [RMB 20.4 million, RMB 2.7 million]\nstated: RMB 38.1 million"
    )
    assert verdict.outcome is Outcome.FAIL
    assert verdict.slip is None
    assert verdict.repair == "RMB 23.1 million"


def test_points_are_written_out_in_the_repair() -> None:
    # 'points' alone may be those of a game: put in as it stands, the repair has to be read
    verdict = verdict_of("rule: increase\nfrom: 12.0%\nto: 15.0%\nstated: 3.0%")
    assert verdict.repair == "3.0 percentage points"
    again = verdict_of(f"rule: increase\nfrom: 12.0%\nto: 15.0%\nstated: {verdict.repair}")
    assert again.outcome is Outcome.PASS


def test_misprints_are_not_looked_for_among_many_figures() -> None:
    # 1 + 2 + … + 60 = 1,830, and the zeros of 10, 20 … 60 allow 30 more; of sixty figures some
    # would do by chance, as 61 for 16
    of = ", ".join(f"{n} employees" for n in range(1, 61))
    verdict = verdict_of(f"rule: sum\nof: [{of}]\nstated: 1,875 employees")
    assert verdict.outcome is Outcome.FAIL
    assert verdict.slip is None
