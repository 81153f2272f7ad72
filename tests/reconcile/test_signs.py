"""Signs that only a series suggests: assumed where they hold, given up before the article is."""

from __future__ import annotations

from sensecheck.model import Outcome
from tests.judge.cases import results_of


def test_a_loss_may_come_before_profits() -> None:
    # From x to 3.2 is a rise of 5.5: x = −2.3, although the one label that is
    # printed is positive.
    results = results_of("""
        figures:
          profit: {unit: RMB million, 2020: not printed, 2021: 3.2}
        claims:
          up:
            {rule: increase, says: so, from: profit.2020, to: profit.2021, stated: RMB 5.5 million}
    """)
    assert results.conflicts == ()
    (verdict,) = results.verdicts
    assert verdict.outcome is Outcome.UNVERIFIABLE
    assert verdict.implied is not None
    assert verdict.implied.interval.high is not None
    assert verdict.implied.interval.high < 0


def test_what_is_impossible_with_either_sign_is_a_conflict() -> None:
    # x up by 5.5 to 3.2 is −2.3; x up by 5.0 to 3.2 is −1.8.
    results = results_of("""
        figures:
          profit: {unit: RMB million, 2020: not printed, 2021: 3.2}
        claims:
          up:
            {rule: increase, says: so, from: profit.2020, to: profit.2021, stated: RMB 5.5 million}
          too:
            {rule: increase, says: so, from: profit.2020, to: profit.2021, stated: RMB 5.0 million}
    """)
    assert [conflict.id for conflict in results.conflicts] == ["too+up"]


def test_a_sign_that_the_file_gives_is_not_given_up() -> None:
    results = results_of("""
        figures:
          cost:
            unit: RMB million
            sign: positive
            2020: not printed
            2021: 3.2
        claims:
          up:
            {rule: increase, says: so, from: cost.2020, to: cost.2021, stated: RMB 5.5 million}
    """)
    assert [v.outcome for v in results.verdicts] == [Outcome.FAIL]


def test_nothing_at_all_is_no_contradiction() -> None:
    # From nothing to 3.2 is a rise of 3.2: the sign is neither.
    results = results_of("""
        figures:
          profit: {unit: RMB million, 2020: not printed, 2021: 3.2}
        claims:
          up:
            {rule: increase, says: so, from: profit.2020, to: profit.2021, stated: RMB 3.2 million}
          at-most-0:
            {rule: compare, says: so, figure: profit.2020, stated: at most, than: RMB 0 million}
    """)
    assert results.conflicts == ()
