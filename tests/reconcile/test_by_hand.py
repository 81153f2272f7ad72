"""Conflicts that a person can work out, and what is none."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sensecheck.checking import check_text
from sensecheck.model import Conflict, Outcome, Results, Severity
from sensecheck.reconcile import conflicts, simplex
from tests.judge.cases import results_of


def _conflict(results: Results) -> Conflict:
    (conflict,) = results.conflicts
    return conflict


def _outcomes(results: Results) -> dict[str, Outcome]:
    return {verdict.claim.id: verdict.outcome for verdict in results.verdicts}


# ── products of figures that are both unknown ────────────────────────────────────────────────

PRODUCT = """
    figures:
      shops: {x: at most 10 shops}
      team: {y: at most 10 employees per shop}
    claims:
      staff: {rule: product, says: so, of: [shops.x, team.y], stated: at least 50 employees}
      few: {rule: compare, says: so, figure: shops.x, stated: at most, than: 1 shop}
"""


def test_a_product_needs_all_that_bounds_its_factors() -> None:
    # x·y ≥ 50 with y ≤ 10 leaves x ≥ 5, and not x ≤ 1; that x ≤ 10 is not needed.
    conflict = _conflict(results_of(PRODUCT))
    assert conflict.id == "few+staff"
    assert set(conflict.printings) == {"shops.x as printed", "team.y as printed"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("than: 1 shop", "than: 6 shops"),
        ("at most 10 employees", "at least 1 employee"),
        ("at least 50", "at least 10"),
    ],
)
def test_without_one_of_them_the_product_can_be(old: str, new: str) -> None:
    assert PRODUCT.count(old) == 1
    assert results_of(PRODUCT.replace(old, new)).conflicts == ()


# ── strict bounds ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("than", "clash"), [("lower", True), ("at most", True), ("higher", False)])
def test_above_3000_is_not_3000_or_less(than: str, clash: bool) -> None:
    results = results_of(f"""
        figures:
          price: {{x: not printed, y: not printed}}
        claims:
          above: {{rule: compare, says: so, figure: price.x, stated: higher, than: price.y}}
          below: {{rule: compare, says: so, figure: price.x, stated: {than}, than: price.y}}
    """)
    assert [conflict.id for conflict in results.conflicts] == ["above+below"] * clash


def test_more_than_3000_with_3000_at_most() -> None:
    results = results_of("""
        figures:
          customers:
            2023: over 3,000 customers
            2024: not printed
        claims:
          rise:
            rule: compare
            says: so
            figure: customers.2024
            stated: at least
            than: customers.2023
          limit:
            {rule: compare, says: so, figure: customers.2024, stated: at most, than: 3000 customers}
    """)
    # 'over 3,000' is at least 3,001 customers; 3,000 may be rounded, and is 3,500 at most.
    assert results.conflicts == ()
    exact = results_of("""
        figures:
          limit: {printed: RMB 3000, exact: true}
          sales:
            2023: over RMB 3,000
            2024: not printed
        claims:
          rise: {rule: compare, says: so, figure: sales.2024, stated: at least, than: sales.2023}
          limited: {rule: compare, says: so, figure: sales.2024, stated: at most, than: limit}
    """)
    conflict = _conflict(exact)
    assert conflict.id == "limited+rise"
    assert set(conflict.printings) == {"limit as printed", "sales.2023 as printed"}


# ── what proves nothing ──────────────────────────────────────────────────────────────────────


def test_no_claim_proves_itself() -> None:
    results = results_of("""
        figures:
          sales: {2023: not printed, 2024: RMB 300 million}
        claims:
          growth:
            {rule: percent_increase, says: so, from: sales.2023, to: sales.2024, stated: 50%}
    """)
    assert _outcomes(results) == {"growth": Outcome.UNVERIFIABLE}
    assert results.conflicts == ()


def test_nor_do_two_claims_that_say_the_same_of_nothing_else() -> None:
    results = results_of("""
        figures:
          sales: {2023: not printed, 2024: not printed, 2025: RMB 3 million}
        claims:
          growth:
            {rule: percent_increase, says: so, from: sales.2023, to: sales.2024, stated: 50%}
          more: {rule: increase, says: so, from: sales.2023, to: sales.2024, stated: RMB 3 million}
    """)
    # 50 % of 6 is 3: the two say what the figures are, but nobody else does.
    assert set(_outcomes(results).values()) == {Outcome.UNVERIFIABLE}
    assert results.conflicts == ()


def test_a_claim_that_the_rest_settles_says_through_what() -> None:
    results = results_of("""
        figures:
          sales: {2023: not printed, 2024: RMB 300 million}
        claims:
          growth:
            {rule: percent_increase, says: so, from: sales.2023, to: sales.2024, stated: 50%}
          rise: {rule: compare, says: so, figure: sales.2024, stated: higher, than: sales.2023}
    """)
    by_id = {verdict.claim.id: verdict for verdict in results.verdicts}
    assert by_id["rise"].outcome is Outcome.PASS
    assert by_id["rise"].reason == "follows from growth"
    assert by_id["growth"].outcome is Outcome.UNVERIFIABLE


def test_what_follows_only_from_an_assumption_stays_open() -> None:
    results = results_of("""
        figures:
          sales: {2023: not printed, 2024: RMB 300 million}
        claims:
          rise: {rule: compare, says: so, figure: sales.2024, stated: higher, than: sales.2023}
        assumptions:
          growth:
            {rule: percent_increase, says: so, from: sales.2023, to: sales.2024, stated: 50%}
    """)
    assert _outcomes(results) == {"rise": Outcome.UNVERIFIABLE}


# ── several things wrong at once ─────────────────────────────────────────────────────────────

SHARES = """
    figures:
      sales: {a: not printed, b: not printed, all: RMB 1.00 billion}
    claims:
      third: {rule: share, says: so, part: sales.a, whole: sales.all, stated: 33.0%}
      half: {rule: share, says: so, part: sales.a, whole: sales.all, stated: 50.0%}
      quarter: {rule: share, says: so, part: sales.b, whole: sales.all, stated: 25.0%}
      fifth: {rule: share, says: so, part: sales.b, whole: sales.all, stated: 20.0%}
"""


def test_two_conflicts_in_one_component_are_both_found() -> None:
    # All four share sales.all; 330 is not 500, 250 is not 200.
    results = results_of(SHARES)
    assert sorted(conflict.id for conflict in results.conflicts) == ["fifth+quarter", "half+third"]


def test_a_claim_that_fails_alone_hides_nothing() -> None:
    results = results_of(
        SHARES
        + "      wrong:\n"
        + "        {rule: increase, says: so, from: sales.all, to: sales.all, stated: RMB 5}\n"
    )
    assert _outcomes(results)["wrong"] is Outcome.FAIL
    assert sorted(conflict.id for conflict in results.conflicts) == ["fifth+quarter", "half+third"]


def test_printings_that_exclude_each_other_hide_nothing() -> None:
    results = results_of("""
        figures:
          sales: {a: not printed, all: RMB 1.00 billion}
          costs: {x: [RMB 3 million, RMB 5 million], y: RMB 4 million}
        claims:
          third: {rule: share, says: so, part: sales.a, whole: sales.all, stated: 33.0%}
          half: {rule: share, says: so, part: sales.a, whole: sales.all, stated: 50.0%}
          more: {rule: compare, says: so, figure: costs.y, stated: higher, than: costs.x}
    """)
    assert [verdict.claim.id for verdict in results.printings] == ["costs.x"]
    assert [conflict.id for conflict in results.conflicts] == ["half+third"]


def test_claims_that_pass_one_by_one_may_name_two_results() -> None:
    # 1,040 + 2,040 = 3,080 and 1,030 + 2,030 = 3,060: 'about 3,100' allows either, and not both.
    results = results_of("""
        figures:
          shops: {a: "1,041 shops", b: "2,041 shops", c: "1,031 shops", d: "2,031 shops"}
          total: {all: "about 3,100 shops"}
        claims:
          one: {rule: sum, says: so, of: [shops.a, shops.b], stated: total.all}
          two: {rule: sum, says: so, of: [shops.c, shops.d], stated: total.all}
    """)
    assert set(_outcomes(results).values()) == {Outcome.PASS}
    assert [conflict.id for conflict in results.conflicts] == ["one+two"]


# ── what the readings allow ──────────────────────────────────────────────────────────────────


def test_an_average_may_be_printed_as_a_whole_number() -> None:
    # (5,098 + 6,113) ÷ 2 = 5,605.5
    results = results_of("""
        figures:
          staff:
            a: 5,098 employees
            b: 6,113 employees
            mean: 5,606 employees
            x: not printed
        claims:
          mean: {rule: average, says: so, of: [staff.a, staff.b], stated: staff.mean}
          more: {rule: compare, says: so, figure: staff.x, stated: higher, than: staff.mean}
    """)
    assert results.conflicts == ()
    assert _outcomes(results)["mean"] is Outcome.PASS


def test_exact_figures_are_equal_to_what_prints_as_they_do() -> None:
    # 4.68 % and 4.7 % would both print as 4.7 %.
    results = results_of("""
        figures:
          rate: {a: 4.7%, b: 4.68%, c: not printed}
        claims:
          same: {rule: compare, says: so, figure: rate.a, stated: equal, than: rate.b}
          more: {rule: compare, says: so, figure: rate.c, stated: higher, than: rate.a}
          less: {rule: compare, says: so, figure: rate.c, stated: lower, than: rate.b}
    """)
    assert results.conflicts == ()


def test_a_change_ties_the_figure_that_it_leads_to() -> None:
    # 100 up 10 % is 110 (109.4 … 110.6); 115 is 5 % more than 109.5 at most.
    results = results_of("""
        figures:
          sales: {2022: RMB 100.0 million, 2023: not printed, 2024: RMB 118.0 million}
        claims:
          next:
            {rule: after_change, says: so, from: sales.2022, change: 10.0%, stated: sales.2023}
          then:
            {rule: percent_increase, says: so, from: sales.2023, to: sales.2024, stated: 5.0%}
    """)
    assert [conflict.id for conflict in results.conflicts] == ["next+then"]


# ── assumed signs ────────────────────────────────────────────────────────────────────────────

SIGNS = """
    figures:
      profit: {unit: RMB million, 2019: not printed, 2020: not printed, 2021: 3.2}
    claims:
      up: {rule: increase, says: so, from: profit.2020, to: profit.2021, stated: RMB 5.5 million}
      same: {rule: compare, says: so, figure: profit.2019, stated: at most, than: profit.2020}
"""


@pytest.mark.parametrize("most", [0, 6])
def test_more_signs_than_can_be_tried_accuse_nobody(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # 3.2 − 5.5 is a loss, although the one label that is printed is a profit.
    monkeypatch.setattr(conflicts, "MOST_SIGNS", most)
    assert results_of(SIGNS).conflicts == ()


# ── accepted, and not any more ───────────────────────────────────────────────────────────────

HALVES = """
    figures:
      sales: {a: not printed, all: RMB 1.00 billion}
    claims:
      third: {rule: share, says: so, part: sales.a, whole: sales.all, stated: 33.0%}
      half: {rule: share, says: so, part: sales.a, whole: sales.all, stated: 50.0%}
    accepted:
      half+third: two shares of different days
"""


def test_an_accepted_conflict_keeps_its_reason() -> None:
    assert _conflict(results_of(HALVES)).accepted == "two shares of different days"


def test_an_acceptance_that_nothing_needs_is_a_warning() -> None:
    results = check_text(dedent(HALVES.replace("50.0%", "33.0%")))
    assert results.conflicts == ()
    (finding,) = results.findings
    assert finding.severity is Severity.WARNING
    assert "half+third" in finding.message


# ── budgets ──────────────────────────────────────────────────────────────────────────────────


def test_a_spent_budget_is_named_and_accuses_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simplex.System.__init__, "__defaults__", (0,))
    results = results_of("""
        figures:
          sales: {a: not printed, b: not printed, c: not printed, all: RMB 1.00 billion}
        claims:
          parts: {rule: sum, says: so, of: [sales.a, sales.b, sales.c], stated: sales.all}
          third: {rule: share, says: so, part: [sales.a, sales.b], whole: sales.all, stated: 33.0%}
          half: {rule: share, says: so, part: sales.c, whole: sales.all, stated: 50.0%}
    """)
    assert results.conflicts == ()
    assert set(results.not_reconciled) == {"parts", "third", "half"}
    assert set(_outcomes(results).values()) == {Outcome.UNVERIFIABLE}


def test_a_budget_spent_on_products_is_named_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simplex.System.__init__, "__defaults__", (0,))
    results = results_of(PRODUCT)
    assert results.conflicts == ()
    assert set(results.not_reconciled) == {"staff", "few"}


# ── claims that ask the same ─────────────────────────────────────────────────────────────────

REPEATED = """
    figures:
      revenue: {{x: not printed, y: RMB 520 million}}
    claims:
      fall: {{rule: percent_decrease, says: so, from: revenue.x, to: revenue.y, stated: 50.6%}}
      again: {{rule: percent_decrease, says: so, from: revenue.x, to: revenue.y, stated: {}}}
      level: {{rule: compare, says: so, figure: revenue.x, stated: higher, than: RMB 900 million}}
"""


@pytest.mark.parametrize("stated", ["50.6%", "51%"])
def test_no_claim_is_settled_by_another_that_asks_the_same(stated: str) -> None:
    # Said twice, or once more roughly, the fall is no better known; what x is follows from both:
    # 520 ÷ (1 − 0.506) = 1,053, above 900.
    assert _outcomes(results_of(REPEATED.format(stated))) == {
        "fall": Outcome.UNVERIFIABLE,
        "again": Outcome.UNVERIFIABLE,
        "level": Outcome.PASS,
    }
