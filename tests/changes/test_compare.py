"""What an edit did to claims and figures: files of a few lines, worked out by hand."""

from __future__ import annotations

import pytest

from sensecheck.changes import Absent, Changes, Effect, ParameterChange
from sensecheck.model import Outcome, Verdict
from tests.changes.texts import (
    LAYOFFS,
    REVENUE,
    REVENUE_2020,
    REVENUE_2021,
    REVENUE_RISES,
    STAFF,
    by_id,
    changes,
    file,
    section,
)

THREE = file(REVENUE_2020, REVENUE_2021, REVENUE_RISES, figures=REVENUE)


def effects(found: Changes) -> dict[str, Effect]:
    return {change.id: change.effect for change in found.claims}


def edited(text: str, old: str, new: str) -> Changes:
    assert text.count(old) == 1, f"{old!r} is there {text.count(old)} times"
    return changes(text, text.replace(old, new))


def test_nothing_changed() -> None:
    assert changes(THREE, THREE).is_empty


def test_comments_blank_lines_tags_and_notes_change_nothing() -> None:
    after = "# a comment\n\n" + THREE.replace(
        "stated: rising", "stated: rising\n    tags: [money]\n    note: as printed"
    )
    assert changes(THREE, after).is_empty


# ── figures ──────────────────────────────────────────────────────────────────────────────────


def test_a_figure_that_three_claims_use() -> None:
    # 3.464 ÷ 3.027 − 1 = 14.44 %: no rounding makes that 13.86 %.
    # 4.7 ÷ 3.464 − 1 = 35.68 %; (4.65 … 4.75) ÷ 3.464 − 1 = 34.2 … 37.1 %: rounding explains 36.39.
    # 3.027 < 3.464 < 4.7 still rises.
    found = edited(THREE, "3.446", "3.464")
    assert effects(found) == {
        "revenue-2020": Effect.BROKEN,
        "revenue-2021": Effect.WORSE,
        "revenue-rises": Effect.SAME,
    }
    (figure,) = found.figures
    assert figure.name == "revenue.2020"
    assert figure.users == ("revenue-2020", "revenue-2021", "revenue-rises")
    assert all(change.figures == (figure,) for change in found.claims)
    assert all(change.parameters == () for change in found.claims)
    assert found.broke()
    assert not found.is_unusable


def test_the_same_edit_backwards_mends() -> None:
    found = changes(THREE.replace("3.446", "3.464"), THREE)
    assert effects(found) == {
        "revenue-2020": Effect.BETTER,
        "revenue-2021": Effect.BETTER,
        "revenue-rises": Effect.SAME,
    }
    assert not found.broke(strict=True)  # revenue-2020 is a discrepancy, and was worse


def test_a_figure_that_no_claim_uses() -> None:
    found = edited(THREE, "2021: RMB 4.7 billion", "2021: RMB 4.7 billion\n    x: RMB 1 billion")
    # … but the trend over the whole series takes it in: a label without a time, last in the file.
    assert effects(found) == {"revenue-rises": Effect.BROKEN}
    (change,) = found.claims
    assert [p.name for p in change.parameters] == ["of"]
    text = file(REVENUE_2020, figures=REVENUE)
    unused = edited(text, "RMB 4.7 billion", "RMB 4.8 billion")
    assert [f.name for f in unused.figures] == ["revenue.2021"]
    assert unused.figures[0].users == ()
    assert unused.claims == ()


def test_a_figure_that_is_no_longer_printed() -> None:
    found = edited(file(LAYOFFS, figures=STAFF), "6,113 employees", "not printed")
    assert effects(found) == {"layoffs": Effect.LOST}
    assert not found.broke(strict=True)
    # 4,531 + 1,582 = 6,113: what the figure must be is said now.
    (implied,) = found.implied
    assert implied.before is None
    assert implied.after is not None
    assert "6,113" in implied.after.text


def test_the_way_of_rounding_changes_how_a_figure_is_read() -> None:
    text = file(LAYOFFS, REVENUE_2020, figures=STAFF + REVENUE)
    found = edited(text, "  revenue:\n", "  revenue:\n    rounding: truncate\n")
    assert {f.name for f in found.figures} == {"revenue.2019", "revenue.2020", "revenue.2021"}
    assert set(effects(found)) == {"revenue-2020"}


def test_the_articles_way_of_rounding_reaches_figures_in_place() -> None:
    # 1.0 is 0.95 … 1.05, or with 'truncate' 1.0 … below 1.1: another range of the same pass.
    text = file("\n  third:\n    rule: share\n    part: 1.0\n    whole: 3.0\n    stated: 33.3%\n")
    (change,) = changes(text, "article:\n  rounding: truncate\n" + text).claims
    assert (change.effect, change.parameters, change.figures) == (Effect.SAME, (), ())


def test_a_unit_that_an_unprinted_figure_borrows_is_no_change_of_it() -> None:
    # The figure takes its unit from the claim that uses it.
    text = file(
        "\n  a:\n    rule: increase\n    from: x.1\n    to: x.2\n    stated: RMB 5 million\n",
        figures="\n  x:\n    1: not printed\n    2: not printed\n",
    )
    found = edited(text, "RMB 5 million", "HKD 5 million")
    assert found.figures == ()
    assert effects(found) == {"a": Effect.SAME}


# ── claims ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("old", "new", "parameter", "effect"),
    [
        # 6,113 − 4,531 = 1,582, not 1,528.
        ("1,582", "1,528", ParameterChange("stated", ("1,582 employees",), ("1,528 employees",)),
         Effect.BROKEN),
        # 4,531 − 4,531 = 0.
        ("staff.2021", "staff.2023", ParameterChange("from", ("staff.2021",), ("staff.2023",)),
         Effect.BROKEN),
        # In place it is the same figure.
        ("staff.2021", "6,113 employees",
         ParameterChange("from", ("staff.2021",), ("6,113 employees",)), Effect.SAME),
        ("rule: decrease", "rule: increase", ParameterChange("rule", ("decrease",), ("increase",)),
         Effect.BROKEN),
        ("rule: decrease", "quote: 1,582 left\n    rule: decrease",
         ParameterChange("quote", (), ("1,582 left",)), Effect.SAME),
    ],
)  # fmt: skip
def test_what_a_claim_says_of_itself(
    old: str, new: str, parameter: ParameterChange, effect: Effect
) -> None:
    found = edited(file(LAYOFFS, figures=STAFF), old, new)
    (change,) = found.claims
    assert change.effect is effect
    assert change.parameters == (parameter,)
    assert found.figures == ()


def test_a_claim_that_is_declared_unverifiable() -> None:
    before = file(LAYOFFS.replace("1,582", "1,528"), figures=STAFF)
    after = file("\n  layoffs:\n    unverifiable: nobody counted\n", figures=STAFF)
    (change,) = changes(before, after).claims
    assert change.effect is Effect.LOST
    assert ParameterChange("unverifiable", (), ("nobody counted",)) in change.parameters
    assert ParameterChange("rule", ("decrease",), ()) in change.parameters


def test_claims_come_and_go() -> None:
    before, after = (
        file(LAYOFFS, figures=STAFF + REVENUE),
        file(REVENUE_2020, figures=STAFF + REVENUE),
    )
    found = changes(before, after)
    assert effects(found) == {"revenue-2020": Effect.NEW, "layoffs": Effect.REMOVED}
    first, last = found.claims
    assert (first.before, last.after) == (Absent.MISSING, Absent.MISSING)
    assert not found.broke()
    assert found.broke(strict=True)  # the new one is a discrepancy
    assert not changes(after, before).broke(strict=True)


def test_a_new_claim_that_fails_is_broken() -> None:
    wrong = LAYOFFS.replace("1,582", "1,528")
    found = changes(file(REVENUE_2020, figures=STAFF + REVENUE),
                    file(REVENUE_2020, wrong, figures=STAFF + REVENUE))  # fmt: skip
    assert effects(found) == {"layoffs": Effect.BROKEN}
    assert found.broke()


def test_what_failed_before_is_not_broken_by_the_edit() -> None:
    # 1,528 and 1,529 are both wrong.
    wrong = file(LAYOFFS.replace("1,582", "1,528"), figures=STAFF)
    found = edited(wrong, "1,528", "1,529")
    assert effects(found) == {"layoffs": Effect.SAME}
    assert not found.broke(strict=True)


def test_a_renamed_claim() -> None:
    found = edited(THREE, "revenue-2021:", "revenue-up-in-2021:")
    (change,) = found.claims
    assert (change.id, change.renamed_from) == ("revenue-up-in-2021", "revenue-2021")
    assert change.effect is Effect.SAME


def test_a_renamed_claim_keeps_its_past() -> None:
    wrong = THREE.replace("36.39%", "99.99%")
    assert not edited(wrong, "revenue-2021:", "revenue-up:").broke()


def test_a_name_is_only_followed_where_that_is_certain() -> None:
    twin = REVENUE_2021.replace("revenue-2021", "twin")
    before = file(REVENUE_2021, figures=REVENUE)
    after = file(
        REVENUE_2021.replace("revenue-2021", "one"), REVENUE_2021.replace("revenue-2021", "two"),
        figures=REVENUE,
    )  # fmt: skip
    assert effects(changes(before, after)) == {
        "one": Effect.NEW,
        "two": Effect.NEW,
        "revenue-2021": Effect.REMOVED,
    }
    other = twin.replace("36.39", "36.4")
    assert effects(changes(before, file(other, figures=REVENUE))) == {
        "twin": Effect.NEW,
        "revenue-2021": Effect.REMOVED,
    }


def test_claims_are_in_the_order_of_the_new_file_and_removed_ones_last() -> None:
    before = file(LAYOFFS, REVENUE_2020, figures=STAFF + REVENUE)
    after = file(REVENUE_RISES, REVENUE_2021, figures=STAFF + REVENUE)
    found = changes(before, after)
    assert [c.id for c in found.claims] == [
        "revenue-rises", "revenue-2021", "layoffs", "revenue-2020",
    ]  # fmt: skip


# ── acceptances ──────────────────────────────────────────────────────────────────────────────

KEPT = "stated: 13.86%\n    accepted: from unrounded figures"


def test_an_edit_that_only_accepts() -> None:
    found = edited(THREE, "stated: 13.86%", KEPT)
    (change,) = found.claims
    assert change.effect is Effect.ACCEPTED
    assert change.parameters == (ParameterChange("accepted", (), ("from unrounded figures",)),)
    assert not found.broke(strict=True)


def test_a_reason_that_changes() -> None:
    kept = THREE.replace("stated: 13.86%", KEPT)
    (change,) = edited(kept, "from unrounded figures", "the report says so").claims
    assert change.effect is Effect.ACCEPTED


def test_an_acceptance_that_goes() -> None:
    kept = THREE.replace("stated: 13.86%", KEPT)
    found = changes(kept, THREE)
    (change,) = found.claims
    assert change.effect is Effect.WORSE
    assert not found.broke()
    assert found.broke(strict=True)


def test_an_edit_that_breaks_a_claim_and_accepts_it_at_once() -> None:
    # 3.464 ÷ 3.027 − 1 = 14.44 %.
    after = THREE.replace("3.446", "3.464").replace("stated: 13.86%", KEPT)
    found = changes(THREE, after)
    change = by_id(found)["revenue-2020"]
    assert isinstance(change.after, Verdict)
    assert change.after.outcome is Outcome.FAIL
    assert change.effect is Effect.ACCEPTED
    assert not found.broke()


def test_a_fail_whose_acceptance_goes_is_broken() -> None:
    kept = THREE.replace("3.446", "3.464").replace("stated: 13.86%", KEPT)
    found = changes(kept, THREE.replace("3.446", "3.464"))
    assert effects(found) == {"revenue-2020": Effect.BROKEN}
    assert found.broke()


def test_an_acceptance_that_no_longer_applies_is_a_warning() -> None:
    # 3.446 ÷ 3.027 − 1 = 13.84 % is what the article says then.
    kept = THREE.replace("stated: 13.86%", KEPT)
    found = edited(kept, "13.86%", "13.84%")
    assert effects(found) == {"revenue-2020": Effect.BETTER}
    assert [f.message.partition(",")[0] for f in found.appeared] == ["revenue-2020 is accepted"]
    assert not found.broke()
    assert found.broke(strict=True)
    assert not found.is_unusable


# ── assumptions ──────────────────────────────────────────────────────────────────────────────

ASSUMED = section(
    "assumptions",
    """
    grew:
      rule: compare
      figure: staff.2021
      than: staff.2023
      stated: higher
    """,
)


def test_assumptions_are_compared_too() -> None:
    text = file(LAYOFFS, figures=STAFF)
    assert effects(changes(text, text + ASSUMED)) == {"grew": Effect.NEW}
    assert effects(changes(text + ASSUMED, text)) == {"grew": Effect.REMOVED}


def test_an_assumption_that_printed_figures_exclude_is_no_fail_of_the_article() -> None:
    found = edited(file(LAYOFFS, figures=STAFF) + ASSUMED, "stated: higher", "stated: lower")
    assert effects(found)["grew"] is not Effect.BROKEN
    assert not found.broke()


def test_a_failing_claim_that_is_moved_to_the_assumptions_is_seen() -> None:
    wrong = LAYOFFS.replace("1,582", "1,528")
    before = file(REVENUE_2020, wrong, figures=STAFF + REVENUE)
    after = file(REVENUE_2020, figures=STAFF + REVENUE) + "assumptions:" + wrong
    change = by_id(changes(before, after))["layoffs"]
    assert ParameterChange("kind", ("a claim",), ("an assumption",)) in change.parameters


# ── contradictory printings, files that come and go ──────────────────────────────────────────


def test_printings_that_exclude_each_other() -> None:
    # 4.7 is 4.65 … 4.75: never 4.9, which is 4.85 … 4.95.
    text = file(REVENUE_2020, REVENUE_2021, figures=REVENUE)
    twice = text.replace("2021: RMB 4.7 billion", "2021: [RMB 4.7 billion, RMB 4.9 billion]")
    found = changes(text, twice)
    assert effects(found) == {"revenue.2021": Effect.BROKEN, "revenue-2021": Effect.LOST}
    assert found.broke()
    back = changes(twice, text)
    assert effects(back) == {"revenue.2021": Effect.BETTER, "revenue-2021": Effect.BETTER}
    assert not back.broke()


def test_a_file_that_comes() -> None:
    found = changes(None, THREE.replace("36.39%", "99.99%"))
    assert effects(found) == {
        "revenue-2020": Effect.NEW,
        "revenue-2021": Effect.BROKEN,
        "revenue-rises": Effect.NEW,
    }
    assert found.broke()


def test_a_file_that_goes() -> None:
    found = changes(THREE.replace("36.39%", "99.99%"), None)
    assert set(effects(found).values()) == {Effect.REMOVED}
    assert not found.broke(strict=True)
    assert not found.is_unusable


# ── through other claims ─────────────────────────────────────────────────────────────────────

# a: 11 − 4 = 7 is y, which nobody prints; b follows from it: 8 − 7 = 1.
CHAIN = file(
    "\n  a:\n    rule: increase\n    from: y.1\n    to: x.1\n    stated: 4 people\n",
    "\n  b:\n    rule: increase\n    from: y.1\n    to: z.1\n    stated: 1 person\n",
    figures="\n  x:\n    1: 11 people\n  y:\n    1: not printed\n  z:\n    1: 8 people\n",
)


def test_a_verdict_that_changes_through_another_claim() -> None:
    # With 5 for 4, a makes y 6, b makes it 7.
    found = edited(CHAIN, "stated: 4 people", "stated: 5 people")
    a, b = by_id(found)["a"], by_id(found)["b"]
    assert a.linked == ()
    assert (b.parameters, b.figures) == ((), ())
    assert b.effect is Effect.LOST
    assert b.linked == ("a",)
    (conflict,) = found.conflicts
    assert (conflict.id, conflict.is_broken) == ("a+b", True)
    assert found.broke()


def test_a_claim_that_has_a_cause_of_its_own_names_no_other() -> None:
    # 11 − 5 = 6 and 7 − 1 = 6.
    after = CHAIN.replace("stated: 4 people", "stated: 5 people").replace("8 people", "7 people")
    found = changes(CHAIN, after)
    assert {change.id: change.linked for change in found.claims} == {"a": (), "b": ()}
    assert set(effects(found).values()) == {Effect.SAME}
