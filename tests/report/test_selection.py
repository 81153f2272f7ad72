"""Selecting claims by id, glob, tag and verdict."""

from __future__ import annotations

import pytest

from sensecheck.report.selection import selected, unmatched
from tests.report import build


@pytest.mark.parametrize(
    ("patterns", "ids"),
    [
        (["layoffs"], ["layoffs"]),
        (["revenue-*"], ["revenue-2021", "revenue-2020"]),
        (["funding"], ["funding-rounds"]),
        (["discrepancy"], ["revenue-2020"]),
        (["fail", "layoffs"], ["deficit", "layoffs"]),
        (["LAYOFFS"], []),
    ],
)
def test_claims(patterns: list[str], ids: list[str]) -> None:
    assert [verdict.claim.id for verdict in selected(build.sample(), patterns).verdicts] == ids


def test_conflicts_stay_with_their_claims() -> None:
    part = selected(build.sample(), ["net-loss-up"])
    assert [conflict.id for conflict in part.conflicts] == ["net-loss-up+net-profit-up"]
    assert part.assumptions == part.printings == ()
    by_id = selected(build.sample(), ["*+gpus-up-70"])
    assert [conflict.id for conflict in by_id.conflicts] == ["fleet-did-not-shrink+gpus-up-70"]


def test_figures_and_assumptions_can_be_selected() -> None:
    part = selected(build.sample(), ["sales_expenses.2021", "fleet-*"])
    assert len(part.printings) == len(part.assumptions) == 1


def test_what_matches_nothing_anywhere() -> None:
    every = [build.results(build.layoffs()), build.results(build.fail())]
    assert unmatched(every, ["layoffs", "deficit", "nope", "n*"]) == ["nope", "n*"]
    assert unmatched([build.results(build.layoffs())], ["fail", "unverifiable"]) == []
