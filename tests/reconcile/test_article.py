"""The article's own conflicts and implied figures, and every digit of it changed in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from sensecheck.checking import check_text
from sensecheck.model import Outcome, Results
from sensecheck.reconcile.reconciling import tightened
from tests.reconcile.agreement import Checked

CLAIMS = Path(__file__).parents[2] / "claims.yaml"

KNOWN = {"fleet-did-not-shrink+gpus-up-70", "net-loss-up+net-profit-up"}


@pytest.fixture(scope="module")
def text() -> str:
    return CLAIMS.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def checked(text: str) -> Checked:
    return Checked(text)


@pytest.fixture(scope="module")
def results(checked: Checked) -> Results:
    return checked.results


def test_both_conflicts_are_found_each_minimal(checked: Checked) -> None:
    assert {conflict.id for conflict in checked.results.conflicts} == KNOWN
    assert list(checked.disagreements()) == []


def test_net_profit_and_net_loss_cannot_both_have_gone_up(results: Results) -> None:
    # From −y: (−2.457 + y) ÷ y = 21.33 % gives y = 3.123; (2.457 − y) ÷ y = 21.33 % gives 2.025.
    (conflict,) = (c for c in results.conflicts if c.id == "net-loss-up+net-profit-up")
    assert conflict.claims == ("net-profit-up", "net-loss-up")
    assert conflict.assumptions == ()
    assert ["3.1241" in conflict.proof[0], "2.0256" in conflict.proof[1]] == [True, True]


def test_the_fleet_would_have_shrunk(results: Results) -> None:
    # 'Roughly 70 %' is 65 to 75, 54,000 is 53,500 to 54,500: from 53,500 ÷ 1.75 = 30,571.4 to
    # 54,500 ÷ 1.65 = 33,030.3, in whole GPUs 30,572 to 33,030; 45,000 is at least 44,500.
    (conflict,) = (c for c in results.conflicts if c.id == "fleet-did-not-shrink+gpus-up-70")
    assert conflict.claims == ("gpus-up-70",)
    assert conflict.assumptions == ("fleet-did-not-shrink",)
    assert set(conflict.printings) == {
        "gpus.2023 as printed",
        "gpus.august_2024 as printed",
        "sign of gpus.march_2024",
    }
    assert conflict.proof == (
        "gpus-up-70: gpus.march_2024 must be 30,572 … 33,030",
        "fleet-did-not-shrink: gpus.march_2024 must be at least 44,500",
    )


def test_generative_ai_a_year_earlier(results: Results) -> None:
    # 1.0505 ÷ 3.5575 = 0.29529 and 1.0515 ÷ 3.5565 = 0.29566
    (implied,) = (i for i in results.implied if i.figure == "generative_ai.h1_2023")
    assert implied.interval.low == Fraction(1_050_500_000) / Fraction("3.5575")
    assert implied.interval.high is not None
    assert implied.interval.high <= Fraction(1_051_500_000) / Fraction("3.5565")
    assert implied.text == "RMB 295.29 … 295.66 million"


def test_revenue_of_2021_is_known_more_finely_than_it_is_printed(results: Results) -> None:
    # 3.809 after a fall of 18.97 %: 3.8085 ÷ 0.81035 = 4.69982 at least; 3.446 up 36.39 %:
    # 3.4465 × 1.36395 = 4.70085 at most, which 3.4455 ÷ (1 − 10.565 %) and the like do not narrow.
    found = tightened(results, "revenue.2021")
    assert found is not None
    low, high = found.interval.low, found.interval.high
    assert low == Fraction(3_808_500_000) / Fraction("0.81035")
    assert high == Fraction(3_446_500_000) * Fraction("1.36395")
    assert set(found.because) == {"revenue-2022", "revenue-2021"}


@pytest.mark.parametrize(
    "claim",
    [
        "generative-ai-behind-before",
        "revenue-growth",
        "generative-ai-rises",
        "traditional-ai-declines",
        "commerce-first",
    ],
)
def test_what_the_rest_of_the_article_settles(claim: str, results: Results) -> None:
    (verdict,) = (v for v in results.verdicts if v.claim.id == claim)
    assert verdict.outcome is Outcome.PASS
    assert verdict.missing
    assert verdict.reason.startswith("follows from ")


def test_no_claim_is_settled_by_an_assumption(text: str) -> None:
    # With its growth rates gone, only the assumption is left to say what the segments were.
    without = re.sub(r"^  (auto-growth|traditional-ai-fall|generative-ai-growth):\n(    .*\n)+", "",
                     text, flags=re.MULTILINE)  # fmt: skip
    outcomes = {v.claim.id: v.outcome for v in check_text(without).verdicts}
    assert outcomes["generative-ai-rises"] is Outcome.UNVERIFIABLE
    assert outcomes["traditional-ai-declines"] is Outcome.UNVERIFIABLE


# ── one digit changed ────────────────────────────────────────────────────────────────────────

_SUMS = ("loss-total", "layoffs", "market-value-lost", "sales-expenses-down", "admin-expenses-down")


def _variants(text: str) -> Iterator[tuple[str, str]]:
    """Each digit of each stated percentage and sum made another one: its name, and the file."""
    for claim in re.finditer(r"^  ([a-z0-9-]+):\n((?:    .*\n)+)", text, re.MULTILINE):
        stated = re.search(r"^    (?:stated|change): (.*)$", claim[2], re.MULTILINE)
        if stated is None or ("%" not in stated[1] and claim[1] not in _SUMS):
            continue
        start = claim.start(2) + stated.start(1)
        for digit in re.finditer("[0-9]", stated[1]):
            place = start + digit.start()
            other = str((int(digit[0]) + 4) % 9 + 1)
            yield f"{claim[1]}-{digit.start()}", text[:place] + other + text[place + 1 :]


VARIANTS = dict(_variants(CLAIMS.read_text(encoding="utf-8")))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "variant" in metafunc.fixturenames:
        names = list(VARIANTS)
        if not metafunc.config.getoption("--full"):
            names = names[:: len(names) // 10][:10]
        metafunc.parametrize("variant", names)


def test_there_are_enough_variants() -> None:
    assert len(VARIANTS) >= 30


def test_a_changed_digit_is_found_exactly_where_it_makes_the_article_impossible(
    variant: str,
) -> None:
    changed = Checked(VARIANTS[variant])
    if not changed.is_readable:  # two printings of what is stated, of which one is now another
        (finding,) = changed.results.findings
        assert finding.message.endswith("exclude each other")
        return
    assert list(changed.disagreements()) == []
    # Of the conflicts that the article has anyhow, one claim each is taken out.
    conflicts = {conflict.id for conflict in changed.results.conflicts} - KNOWN
    trouble = bool(conflicts or changed.failed or changed.results.printings)
    without = {"net-profit-up", "gpus-up-70"}
    claims = [name for name in (*changed.left, *changed.failed) if name not in without]
    alone = all(map(changed.oracle.possible_alone, changed.failed))
    assert trouble == (not alone or not changed.oracle.possible_together(claims))
