"""Every edge that the design names, worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sensecheck.model import Outcome, Reading
from tests.judge.cases import verdict_of

PASS, DISCREPANCY, FAIL, UNVERIFIABLE = (
    Outcome.PASS,
    Outcome.DISCREPANCY,
    Outcome.FAIL,
    Outcome.UNVERIFIABLE,
)

EDGES = [
    # (6,113 + 5,098) ÷ 2 = 5,605.5, printed as a whole number of people
    (
        "an average of people",
        'rule: average\nof: ["6,113 employees", "5,098 employees"]\nstated: 5,606 employees',
        PASS,
    ),
    (
        "an average of people, one off",
        'rule: average\nof: ["6,113 employees", "5,098 employees"]\nstated: 5,607 employees',
        FAIL,
    ),
    # 669 ÷ 1,000 = 0.669; two-thirds ± 10 % is 0.6 … 0.7333
    (
        "two-thirds of 1,000",
        "rule: share\npart: 669 employees\nwhole: 1,000 employees\nstated: two-thirds",
        PASS,
    ),
    (
        "two-thirds is not 59 %",
        "rule: share\npart: 590 employees\nwhole: 1,001 employees\nstated: two-thirds",
        FAIL,
    ),
    # over x is above x, open
    (
        "over 3,113 against 3,113",
        'rule: sum\nof: ["3,000 employees", "113 employees"]\nstated: over 3,113 employees',
        DISCREPANCY,  # 3,000 may itself be rounded: 2,500 … 3,500
    ),
    (
        "over 3,113 against 3,113, no zeros",
        'rule: sum\nof: ["3,001 employees", "112 employees"]\nstated: over 3,113 employees',
        FAIL,
    ),
    (
        "at least 3,113 against 3,113",
        'rule: sum\nof: ["3,001 employees", "112 employees"]\nstated: at least 3,113 employees',
        PASS,
    ),
    # 33 + 33 + 33 = 99, each ± 0.5: 97.5 … 100.5, and 100 % is 99.5 … 100.5
    (
        "shares add up to 100 %",
        "rule: sum\nof: [33%, 33%, 33%]\nstated: 100%",
        DISCREPANCY,
    ),
    (
        "shares that do not add up to 100 %",
        "rule: sum\nof: [31%, 31%, 31%]\nstated: 100%",
        # 93 ± 1.5 at most 94.5; 100 % loosely 95 … 105
        FAIL,
    ),
    # from 5.0 to 4.7 is −6 %; down at least 5 % is at most −5 %
    (
        "down at least 5 %",
        "rule: percent_increase\nfrom: RMB 5.00 billion\nto: RMB 4.70 billion\nstated: -6%",
        PASS,
    ),
    (
        "a fall of at least 5 %",
        "rule: percent_decrease\nfrom: RMB 5.00 billion\nto: RMB 4.70 billion\n"
        "stated: down at least 5%",
        PASS,
    ),
    (
        "a fall of at least 7 %",
        "rule: percent_decrease\nfrom: RMB 5.00 billion\nto: RMB 4.70 billion\n"
        "stated: down at least 7%",
        FAIL,
    ),
    # nearly −5 % is −5 … −4.5 %: 0.953 − 1 = −4.7 %
    (
        "nearly −5 %",
        "rule: percent_increase\nfrom: RMB 1.000 billion\nto: RMB 0.953 billion\n"
        "stated: nearly -5%",
        PASS,
    ),
    # nearly double is 1.8 … 2 times
    (
        "nearly double",
        "rule: ratio\nof: RMB 1.95 billion\nto: RMB 1.00 billion\nstated: nearly double",
        PASS,
    ),
    (
        "more than double is not nearly double",
        "rule: ratio\nof: RMB 2.05 billion\nto: RMB 1.00 billion\nstated: nearly double",
        FAIL,
    ),
    ("4.69 to 4.71 is a change", "rule: trend\nof: [4.69%, 4.71%]\nstated: unchanged", FAIL),
    ("4.7 to 4.71 is none", "rule: trend\nof: [4.7%, 4.71%]\nstated: unchanged", PASS),
    (
        "a tie for the highest",
        'rule: rank\nfigure: 5 employees\namong: ["5 employees", "5 employees", "4 employees"]\n'
        "stated: highest",
        PASS,
    ),
    (
        "2014 to 22 October 2024",
        'rule: duration\nfrom: "2014"\nto: October 22, 2024\nstated: ten years',
        PASS,
    ),
    (
        "2014 to 22 October 2024 is not 12 years",
        'rule: duration\nfrom: "2014"\nto: October 22, 2024\nstated: 12 years',
        FAIL,
    ),
    # −100 ± 5 %: nothing falls by more than all of it, and 95 % or more of it is gone
    (
        "a growth rate whose lower end is below −100 %",
        "rule: cagr\nfrom: RMB 100.0 million\nto: RMB 0.1 million\nyears: 2\nstated: -100%",
        # (0.001)^(1/2) − 1 = −96.8 %: −100 % loosely is −105 … −95 %
        DISCREPANCY,
    ),
    (
        "0 times an open ray is 0",
        "rule: product\nof: [RMB 0, over 5 times]\nstated: RMB 0",
        PASS,
    ),
]


@pytest.mark.parametrize(("claim", "expected"), [e[1:] for e in EDGES], ids=[e[0] for e in EDGES])
def test_edges(claim: str, expected: Outcome) -> None:
    verdict = verdict_of(claim)
    assert verdict.outcome is expected, verdict.reason


def test_truncated_zero_lies_on_both_sides_of_nothing() -> None:
    # Truncated, 0.00 is anything in (−0.01, 0.01): 0.30 − 0.29 ∈ (0, 0.02) meets it.
    claim = "rule: increase\nfrom: RMB 0.29 billion\nto: RMB 0.30 billion\nstated: RMB 0.00 billion"
    assert verdict_of(claim, rounding="truncate").outcome is DISCREPANCY
    assert verdict_of(claim, rounding="digits").outcome is DISCREPANCY  # 0.01 ± 0.01 touches 0.005
    wider = claim.replace("0.30", "0.31")
    # (0.31 … 0.32) − (0.29 … 0.30) is above 0.01, which truncated 0.00 does not reach
    assert verdict_of(wider, rounding="truncate").outcome is FAIL


def test_no_whole_number_is_6_94_percent_more() -> None:
    figures = """
      staff:
        h1_2023: not printed
        h1_2024: 4,672 employees
        2023: 4,531 employees
    """
    claim = "rule: percent_decrease\nfrom: staff.h1_2023\nto: staff.h1_2024\nstated: {}"
    fails = verdict_of(claim.format("6.94%"), figures)
    # 4672 ÷ 0.93065 … 4672 ÷ 0.93055 is 5,020.15 … 5,020.69
    assert fails.outcome is FAIL
    assert "no whole number" in fails.reason
    open_ = verdict_of(claim.format("6.9%"), figures)
    # 4672 ÷ 0.9315 … 4672 ÷ 0.9305 is 5,015.6 … 5,020.95
    assert open_.outcome is UNVERIFIABLE
    assert open_.implied is not None
    assert open_.implied.text == "5,016 … 5,020"


def test_the_weak_pass_of_the_article() -> None:
    verdict = verdict_of(
        "rule: percent_increase\nfrom: RMB 3.446 billion\nto: RMB 4.7 billion\nstated: 36.39%"
    )
    # 4.65 ÷ 3.4465 − 1 = 34.92 %, 4.75 ÷ 3.4455 − 1 = 37.86 %: (37.86 − 34.92) ÷ 0.01 + 1 = 295
    assert verdict.outcome is PASS
    assert verdict.weak
    assert verdict.admits == 295
    assert verdict.shown_range == ("34.92", "37.86")
    assert verdict.reason == "RMB 4.7 billion has two digits: 295 printed rates would not fail"


def test_a_discrepancy_has_a_witness_and_its_cause() -> None:
    verdict = verdict_of(
        "rule: percent_increase\nfrom: RMB 3.027 billion\nto: RMB 3.446 billion\nstated: 13.86%"
    )
    assert verdict.outcome is DISCREPANCY
    assert verdict.range is not None
    assert verdict.range.reading is Reading.STRICT
    assert verdict.reason == "rounding of either figure explains it"
    start, end = verdict.witness["RMB 3.027 billion"], verdict.witness["RMB 3.446 billion"]
    assert Fraction("3.0265") <= start / 10**9 <= Fraction("3.0275")
    assert Fraction("3.4455") <= end / 10**9 <= Fraction("3.4465")
    assert Fraction("0.13855") <= end / start - 1 <= Fraction("0.13865")


def test_a_fail_shows_the_nearest_result_and_the_gap() -> None:
    verdict = verdict_of(
        "rule: increase\nfrom: RMB 3.0 billion\nto: RMB 5.2 billion\nstated: RMB 2.5 billion"
    )
    # 5.15 − 3.05 … 5.25 − 2.95 is 2.1 … 2.3; 2.5 is at least 2.45
    assert verdict.outcome is FAIL
    assert verdict.nearest == Fraction(2_300_000_000)
    assert verdict.gap == Fraction(150_000_000)
    assert verdict.repair == "RMB 2.2 billion"


def test_trailing_zeros_only_where_strict_explains_nothing() -> None:
    # (880 − 680) ÷ 680 = 29.4 %; strictly at most 880.5 ÷ 679.5 − 1 = 29.6 %. With 675 for 680
    # 30.4 %, with 885 for 880 30.2 %: either zero would do.
    verdict = verdict_of(
        "rule: percent_increase\nfrom: RMB 680 million\nto: RMB 880 million\nstated: 30.2%"
    )
    assert verdict.outcome is DISCREPANCY
    assert verdict.range is not None
    assert verdict.range.reading is Reading.LOOSE
    assert verdict.reason == ("only if RMB 680 million or RMB 880 million is itself rounded")


@pytest.mark.parametrize(
    "claim",
    [
        "rule: sum\nof: [m.2021, -m.2022]",
        "rule: average\nof: [a.2021, a.2022]",
        "formula: m.2021 - m.2022",
    ],
)
def test_a_sum_of_percentages_may_be_called_points(claim: str) -> None:
    # 12 − 9 = 3, and (2 + 4) ÷ 2 = 3: percent or points, the words are the writer's
    figures = "m:\n  2021: 12%\n  2022: 9%\na:\n  2021: 2%\n  2022: 4%"
    assert verdict_of(f"{claim}\nstated: 3 percentage points", figures).outcome is PASS


def test_an_average_may_be_named() -> None:
    # 5,605.5 may be printed 5,606 whether the claim prints it or names it
    figures = "staff:\n  2021: 6,113 employees\n  2023: 5,098 employees\nmean: 5,606 employees"
    claim = "rule: average\nof: [staff.2021, staff.2023]\nstated: mean"
    assert verdict_of(claim, figures).outcome is PASS
    assert verdict_of(claim, figures.replace("5,606", "5,607")).outcome is FAIL
    exact = figures.replace("mean: ", 'mean: {exact: true, printed: "') + '"}'
    assert verdict_of(claim, exact).outcome is FAIL


@pytest.mark.parametrize(
    ("claim", "outcome"),
    [
        # (5.0 + 5.1 + 4.95) ÷ 3 = 5.017 prints as 5.0
        ("rule: average\nof: [m.a, m.b, m.c]", PASS),
        # 5.0 + 0.04 prints as 5.0, but nothing is 0.035 … 0.045 more than itself
        ("rule: sum\nof: [m.a, m.d]", FAIL),
        # 5.0 + 0.0 is 5.0, and with exactly 0 it is so whatever 5.0 stands for
        ("rule: sum\nof: [m.a, m.e]", PASS),
    ],
)
def test_the_stated_figure_may_be_an_input(claim: str, outcome: Outcome) -> None:
    figures = "m:\n  a: 5.0 km\n  b: 5.1 km\n  c: 4.95 km\n  d: 0.04 km\n  e: 0.0 km"
    verdict = verdict_of(f"{claim}\nstated: m.a", figures)
    assert verdict.outcome is outcome
    if claim.startswith("rule: average"):
        assert verdict.shown == "5.02"  # the mean itself, not how far it is from what is stated


def test_irrational_constants_prove_nothing_that_is_not_so() -> None:
    # √2 · √2 is 2 exactly, which no decimals of √2 show
    figures = (
        'a: {printed: "1 km", exact: true}\n'
        'b: {printed: "2 km", exact: true}\n'
        'c: {printed: "3 km", exact: true}'
    )
    claim = "formula: sqrt(2) * sqrt(2) * a\nstated: "
    assert verdict_of(claim + "b", figures).outcome is UNVERIFIABLE
    assert verdict_of(claim + "c", figures).outcome is FAIL
    assert verdict_of(claim + "2.0 km", figures).outcome is PASS


def test_a_formula_without_a_value_is_unverifiable() -> None:
    verdict = verdict_of("formula: sqrt(0 - 1) * a\nstated: 2", "a: 5")
    assert verdict.outcome is UNVERIFIABLE
    assert "a root of a negative number" in verdict.reason


def test_a_hedge_decides_though_a_figure_stands_twice() -> None:
    # a + b + c = c where b = −815.9, which is under 900 and not over it
    figures = "a: 815.9 km\nb: under 900 km\nc: 870 km"
    assert verdict_of("rule: sum\nof: [a, b, c]\nstated: c", figures).outcome is DISCREPANCY
    figures = figures.replace("under 900", "over 900")
    assert verdict_of("rule: sum\nof: [a, b, c]\nstated: c", figures).outcome is FAIL


def test_a_printed_value_that_the_other_printing_excludes_is_none() -> None:
    # 71 ± 0.5 and 70 ± 0.5 meet in 70.5 alone, which prints as 70.50 and not as 71.00
    figures = "m: [71%, 70%]"
    assert verdict_of("rule: sum\nof: [m]\nstated: 70.50%", figures).outcome is PASS
    assert verdict_of("rule: sum\nof: [m]\nstated: 71.00%", figures).outcome is DISCREPANCY
