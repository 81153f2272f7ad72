"""What an edit broke, as problems with their places."""

from __future__ import annotations

import pytest

from sensecheck.report.diff_problems import diff_problems
from sensecheck.report.kinds import Kind, Level
from sensecheck.report.problems import problems
from tests.changes.texts import (
    LAYOFFS,
    REVENUE,
    REVENUE_2020,
    REVENUE_2021,
    REVENUE_RISES,
    STAFF,
    changes,
    file,
)
from tests.report.edits import edit

THREE = file(REVENUE_2020, REVENUE_2021, REVENUE_RISES, figures=REVENUE)
# 3.464 ÷ 3.027 − 1 = 14.44 %, not 13.86 %; 36.39 % in the year after stays possible.
BROKEN = THREE.replace("3.446", "3.464")
# 6,113 − 4,531 = 1,582.
WRONG = file(LAYOFFS.replace("1,582", "1,528"), figures=STAFF)


def told(
    before: str | None, after: str | None, *, old: bool = False, strict: bool = False
) -> list[tuple[str, Level, int]]:
    found = diff_problems([changes(before, after)], old=old, strict=strict)
    return [(p.name or p.kind, p.level, p.position.line) for p in found]


def test_what_broke_says_where_it_stands_and_what_was_edited() -> None:
    (broken, worse) = diff_problems([changes(THREE, BROKEN)])
    assert (broken.kind, broken.name, broken.level) == (Kind.FAIL, "revenue-2020", Level.ERROR)
    # claims: is line 6, revenue-2020: line 7, its stated: line 11
    assert (broken.position.line, broken.position.column) == (11, 13)
    edited = "revenue.2020: RMB 3.446 billion → RMB 3.464 billion"
    assert broken.message.startswith("fail revenue-2020: stated 13.86%, recomputed 14.44%")
    assert broken.message.endswith(f"; {edited}")
    assert (worse.kind, worse.level) == (Kind.DISCREPANCY, Level.WARNING)
    assert worse.message.endswith(f"; {edited}")


def test_old_trouble_is_told_only_if_wanted() -> None:
    new_claim = WRONG + "  sum:\n    rule: sum\n    of: [1.5, 2.5]\n    stated: 5.0\n"
    assert told(WRONG, new_claim) == [("sum", Level.ERROR, 14)]
    both = [("sum", Level.ERROR, 14), ("layoffs", Level.ERROR, 10)]
    assert told(WRONG, new_claim, old=True) == both
    assert told(WRONG, WRONG) == []
    assert told(WRONG, WRONG, old=True) == [("layoffs", Level.ERROR, 10)]
    assert told(WRONG, None, old=True) == []


def test_nothing_is_told_twice() -> None:
    after = edit().after
    assert after is not None
    found = diff_problems([edit()], old=True, strict=True)
    places = [(p.kind, p.name, p.position) for p in found]
    assert len(set(places)) == len(places)
    every = {(p.kind, p.name, p.position) for p in problems([after], strict=True)}
    assert every <= set(places)


def test_what_is_mended_or_as_wrong_as_before_is_not_told() -> None:
    assert told(BROKEN, THREE) == []
    assert told(WRONG, WRONG.replace("1,528", "1,529")) == []


def test_an_acceptance_is_a_note_and_its_end_an_error() -> None:
    kept = WRONG.replace("1,528 employees", "1,528 employees\n    accepted: a slip")
    assert told(WRONG, kept) == [("layoffs", Level.NOTE, 10)]
    assert told(kept, WRONG) == [("layoffs", Level.ERROR, 10)]


def test_a_claim_that_nothing_can_check_any_more_is_a_note() -> None:
    right = WRONG.replace("1,528", "1,582")
    assert told(right, right.replace("6,113 employees", "not printed")) == [
        ("layoffs", Level.NOTE, 10)
    ]


def test_conflicts_and_findings_that_came() -> None:
    (added,) = told(THREE, THREE.replace("stated: rising", "stated: rising\n    tag: x"))
    assert added[:2] == ("finding", Level.ERROR)
    # 11 − 4 = 7, 8 − 1 = 7; with 5 for 4 they exclude each other.
    one = "\n  a:\n    rule: increase\n    from: y.1\n    to: 11 people\n    stated: 4 people\n"
    two = "\n  b:\n    rule: increase\n    from: y.1\n    to: 8 people\n    stated: 1 person\n"
    sound = file(one, two, figures="\n  y:\n    1: not printed\n")
    # And neither is settled by the other any more.
    assert told(sound, sound.replace("4 people", "5 people")) == [
        ("a+b", Level.ERROR, 9),
        ("a", Level.NOTE, 9),
        ("b", Level.NOTE, 15),
    ]
    assert told(sound.replace("4 people", "5 people"), sound) == []


@pytest.mark.parametrize("strict", [False, True])
def test_a_new_discrepancy_is_an_error_if_strict(strict: bool) -> None:
    before = file(REVENUE_2021, figures=REVENUE)
    after = file(REVENUE_2020, REVENUE_2021, figures=REVENUE)
    level = Level.ERROR if strict else Level.WARNING
    assert told(before, after, strict=strict) == [("revenue-2020", level, 11)]


def test_a_figure_that_is_called_like_a_claim_is_not_taken_for_it() -> None:
    # The claim staff was wrong before; the figure staff is made contradictory.
    wrong = "\n  staff:\n    rule: sum\n    of: [1.5, 2.5]\n    stated: 5.0\n"
    before = file(wrong, figures="\n  staff: 12 people\n")
    after = before.replace("12 people", '["12 people", "13 people"]')
    assert told(before, after) == [("staff", Level.ERROR, 2)]
