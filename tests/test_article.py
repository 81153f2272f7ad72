"""The article of SenseTime: its verdicts, and six slips planted in copies of its claims file."""

from __future__ import annotations

from pathlib import Path

import pytest

from sensecheck.checking import check, check_text
from sensecheck.model import Outcome, Verdict

ROOT = Path(__file__).parent.parent
CLAIMS = ROOT / "claims.yaml"

EXPECTED = {
    "layoffs": Outcome.PASS,  # 6,113 − 4,531 = 1,582
    "loss-total": Outcome.PASS,  # 4.963 + 12.16 + 17.14 + 6.045 + 6.44 + 2.457 = 49.205
    "revenue-2020": Outcome.DISCREPANCY,  # 3.446 ÷ 3.027 − 1 = 13.84 %
    "revenue-2022": Outcome.DISCREPANCY,  # 1 − 3.809 ÷ 4.7 = 18.96 %
    "revenue-2023": Outcome.DISCREPANCY,  # 1 − 3.406 ÷ 3.809 = 10.58 %
    "sales-expenses": Outcome.DISCREPANCY,  # 900 ÷ 680 − 1 = 32.35 %
    "revenue-2021": Outcome.PASS,  # 4.7 ÷ 3.446 − 1 = 36.39 %
    "market-growth": Outcome.PASS,  # (101.7 ÷ 16.7)^(1/5) − 1 = 43.5 %
    "staff-a-year-ago": Outcome.UNVERIFIABLE,
    "gpus-up-70": Outcome.UNVERIFIABLE,
}


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    results = check(CLAIMS)
    assert results.findings == ()
    return {verdict.claim.id: verdict for verdict in results.verdicts}


@pytest.mark.parametrize("claim", EXPECTED)
def test_verdicts(claim: str, verdicts: dict[str, Verdict]) -> None:
    assert verdicts[claim].outcome is EXPECTED[claim]


def test_nothing_fails(verdicts: dict[str, Verdict]) -> None:
    assert [v.claim.id for v in verdicts.values() if v.outcome is Outcome.FAIL] == []


def test_four_point_seven_billion_has_two_digits(verdicts: dict[str, Verdict]) -> None:
    assert verdicts["revenue-2021"].weak
    assert verdicts["revenue-2021"].admits == 295


def test_the_staff_of_a_year_ago(verdicts: dict[str, Verdict]) -> None:
    # 4672 ÷ 0.9315 = 5,015.6 and 4672 ÷ 0.9305 = 5,020.95
    implied = verdicts["staff-a-year-ago"].implied
    assert implied is not None
    assert implied.figure == "staff.h1_2023"
    assert "5,016 … 5,020" in implied.text


def test_generative_ai_a_year_earlier(verdicts: dict[str, Verdict]) -> None:
    # 1.0505 ÷ 3.5575 = 0.29529 and 1.0515 ÷ 3.5565 = 0.29566: 295.3–295.7 million
    implied = verdicts["generative-ai-growth"].implied
    assert implied is not None
    low, high = implied.interval.low, implied.interval.high
    assert low is not None
    assert high is not None
    assert 295_200_000 < low < 295_300_000
    assert 295_600_000 < high < 295_700_000


def test_quotes_stand_in_the_article(verdicts: dict[str, Verdict]) -> None:
    article = (ROOT / "article.md").read_text(encoding="utf-8")
    quotes = [v.claim.quote for v in verdicts.values() if v.claim.quote]
    assert [quote for quote in quotes if article.count(quote) != 1] == []


POINTS = """
  planted-points:
    says: the share of generative AI is 30.5 % above that of traditional AI
    rule: increase
    from: 29.9%
    to: 60.4%
    stated: 30.5%

assumptions:"""

PLANTED = [
    # 1,582 with two digits exchanged
    (
        "layoffs",
        "stated: 1,582 employees",
        "stated: 1,852 employees",
        "1,852 for 1,582, two digits swapped",
    ),
    # 0.419 ÷ 3.446 = 12.16 % instead of 0.419 ÷ 3.027
    (
        "revenue-2020",
        "stated: 13.86%",
        "stated: 12.16%",
        "wrong base (divided by the new figure, not by the old one)",
    ),
    ("revenue-2021", "stated: 36.39%", "stated: -36.39%", "a rise, not a fall"),
    (
        "loss-total",
        "stated: [RMB 49.205 billion, exceeding RMB 49 billion]",
        "stated: RMB 49.205 million",
        "million for billion in RMB 49.205 million",
    ),
    # (101.7 ÷ 16.7)^(1/6) − 1 = 35.1 %
    (
        "market-growth",
        "stated: 43.5%",
        "stated: 35.1%",
        "years off by one (the rate is that of 6 years, not of 5)",
    ),
    ("planted-points", "\nassumptions:", POINTS, "percent for percentage points"),
]


@pytest.mark.parametrize(("claim", "old", "new", "slip"), PLANTED, ids=[p[0] for p in PLANTED])
def test_a_planted_slip_fails_and_is_named(claim: str, old: str, new: str, slip: str) -> None:
    text = CLAIMS.read_text(encoding="utf-8")
    assert text.count(old) == 1
    results = check_text(text.replace(old, new))
    assert results.findings == ()
    failed = [v for v in results.verdicts if v.outcome is Outcome.FAIL]
    assert [v.claim.id for v in failed] == [claim]
    assert failed[0].slip is not None
    assert failed[0].slip.text == slip


def test_a_wrong_label_is_told_before_the_article_is_accused() -> None:
    text = CLAIMS.read_text(encoding="utf-8")
    assert text.count("    from: staff.2021\n    to: staff.2023\n") == 1
    wrong = text.replace(
        "    from: staff.2021\n    to: staff.2023\n", "    from: staff.2022\n    to: staff.2023\n"
    )
    failed = [v for v in check_text(wrong).verdicts if v.outcome is Outcome.FAIL]
    assert [v.reason for v in failed] == ["holds with staff.2021: is that what the article means?"]
