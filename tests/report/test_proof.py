"""The sentences that say what a verdict rests on."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from sensecheck.checking import check_text
from sensecheck.model import Outcome, Range, Reading, Verdict
from sensecheck.report.proof import nearest_text, outside_text, repair_text
from sensecheck.report.witness import witness_text
from tests.report import build


def verdict_of(claim: str) -> Verdict:
    """The verdict on one claim, written on one line."""
    (verdict,) = check_text(f"claims:\n  c: {{{claim}}}\n").verdicts
    return verdict


GROWTH = "rule: percent_increase, from: {}, to: {}, stated: {}"


def test_what_would_pass_and_what_would_fail() -> None:
    verdict = build.discrepancy()
    assert repair_text(verdict) == "Printed as 13.84% it would pass."
    # 13.807 … 13.877 meets what 13.81 … 13.88 stand for, and not 13.795 … 13.805 or 13.885 …
    assert outside_text(verdict) == "Anything outside 13.81 … 13.88% would have failed."


def test_zeros_that_may_be_rounded_make_no_promise() -> None:
    verdict = verdict_of(GROWTH.format("RMB 680 million", "RMB 900 million", "32.2%"))
    assert verdict.outcome is Outcome.DISCREPANCY
    # 899.5 ÷ 680.5 = 1.32182 and 900.5 ÷ 679.5 = 1.32524
    assert outside_text(verdict) == "As the digits stand, nothing outside 32.2 … 32.5% would hold."


def test_one_value_alone() -> None:
    verdict = verdict_of("rule: share, part: 318 people, whole: 853 people, stated: 37.3%")
    assert outside_text(verdict) == "Any other printed value would have failed."


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        # 163.9 ÷ 200 = 0.8195, 263.9 ÷ 200 = 1.3195, 52 ÷ 91 = 0.5714
        (GROWTH.format("£200.0", "£163.9", "5.2%"), "As a fall of 18.0% it would pass."),
        (GROWTH.format("£200.0", "£263.9", "5.2%"), "Printed as 32.0% it would pass."),
        ("rule: share, part: 52 people, whole: 91 people, stated: half", "57.14%"),
    ],
)
def test_repairs_name_the_other_direction(claim: str, text: str) -> None:
    assert text in repair_text(verdict_of(claim))


def test_answers_that_would_hold_as_well() -> None:
    close = verdict_of("rule: compare, figure: £4.71, than: £4.7, stated: higher")
    assert outside_text(close) == "'lower', 'equal' and 'at most' would hold as well."
    far = verdict_of("rule: compare, figure: £4.9, than: £4.7, stated: higher")
    assert outside_text(far) == ""


@pytest.mark.parametrize(
    ("nearest", "gap", "text"),
    [
        # 1 − 434.75 ÷ 671.65 = 35.2714 %, less 29.65 %
        ("0.352714", "0.056214", "35.27%, 5.62 points above"),
        ("0.2954", "0.0001", "29.54%, 0.01 points below"),
        ("0.29651", "0.00001", "29.651%, 0.001 points above"),
        ("0.2965", "0", "29.65%, which is just not reached."),
    ],
)
def test_how_near_a_fail_comes(nearest: str, gap: str, text: str) -> None:
    verdict = replace(build.fail(), nearest=Fraction(nearest), gap=Fraction(gap))
    assert text in nearest_text(verdict)


def test_the_gap_has_the_articles_unit() -> None:
    verdict = verdict_of("rule: sum, of: [£1.2 million, £1.1 million], stated: £2.9 million")
    # 1.25 + 1.15 = 2.4, and 2.9 stands for 2.85 or more
    assert "is £2.4 million, £0.45 million below what" in nearest_text(verdict)


def test_a_witness_has_the_figures_scale_and_even_decimals() -> None:
    verdict = build.discrepancy()
    given = {"revenue.2019": Fraction("3026800000"), "revenue.2020": Fraction("3446000001")}
    text = witness_text(replace(verdict, witness=given))
    assert text.startswith("3.026800000 and 3.446000001 would be printed as 3.027 and 3.446, ")
    mixed = verdict_of("rule: sum, of: [£1.2 billion, £300.1 million], stated: £1.53 billion")
    assert "billion would be printed as £1.2 billion, and gives £1.5" in witness_text(mixed)


def test_no_promise_without_a_range() -> None:
    assert outside_text(build.unverifiable()) == ""
    wide = replace(
        build.discrepancy(), range=Range(build.interval(None, "1"), Reading.STRICT), admits=None
    )
    assert outside_text(wide) == ""
