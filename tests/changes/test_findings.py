"""Problems of a file that appear and go, and files that cannot be compared for them."""

from __future__ import annotations

import pytest

from sensecheck.changes import Absent, Changes, Effect
from tests.changes.texts import (
    LAYOFFS,
    REVENUE,
    REVENUE_2020,
    REVENUE_RISES,
    STAFF,
    by_id,
    changes,
    file,
    section,
)

TWO = file(LAYOFFS, REVENUE_2020, figures=STAFF + REVENUE)
BROKEN_CLAIM = TWO.replace("rule: decrease", "rule: decreas")
BROKEN_FILE = TWO.replace("claims:", "claims: [")


def messages(found: Changes) -> tuple[list[str], list[str]]:
    return [f.message for f in found.appeared], [f.message for f in found.went]


def test_a_problem_that_appears() -> None:
    found = changes(TWO, BROKEN_CLAIM)
    assert messages(found) == (["unknown rule 'decreas'"], [])
    change = by_id(found)["layoffs"]
    assert (change.after, change.effect) == (Absent.UNCHECKED, Effect.LOST)
    assert "revenue-2020" not in by_id(found)
    assert found.is_unusable


def test_a_problem_that_goes() -> None:
    found = changes(BROKEN_CLAIM, TWO)
    assert messages(found) == ([], ["unknown rule 'decreas'"])
    change = by_id(found)["layoffs"]
    assert (change.before, change.effect) == (Absent.UNCHECKED, Effect.NEW)
    assert not found.is_unusable
    assert not found.broke()


def test_a_problem_that_stays_is_no_news_wherever_it_stands() -> None:
    found = changes(BROKEN_CLAIM, "# a line more\n" + BROKEN_CLAIM)
    assert found.is_empty
    assert not found.is_unusable


def test_a_problem_that_names_a_line_is_the_same_on_another() -> None:
    twice = TWO + LAYOFFS.lstrip("\n")
    moved = "# a line more\n" + twice
    assert "in line" in changes(None, twice).appeared[0].message
    assert changes(twice, moved).appeared == ()


def test_the_same_problem_a_second_time_is_new() -> None:
    other = LAYOFFS.replace("layoffs", "more").replace("decrease", "decreas")
    found = changes(BROKEN_CLAIM, BROKEN_CLAIM + other.lstrip("\n"))
    assert messages(found) == (["unknown rule 'decreas'"], [])


def test_a_claim_that_failed_unseen_is_broken_once_it_is_seen() -> None:
    # 6,113 − 4,531 is not 1,528.
    after = TWO.replace("1,582", "1,528")
    found = changes(after.replace("rule: decrease", "rule: decreas"), after)
    change = by_id(found)["layoffs"]
    assert (change.before, change.effect) == (Absent.UNCHECKED, Effect.BROKEN)
    assert found.broke()


def test_a_claim_is_not_taken_for_a_figure_of_its_name() -> None:
    """`staff` is a series; the claim of that name is gone, not unchecked."""
    staff = LAYOFFS.replace("layoffs", "staff")
    unread = REVENUE_2020.replace("percent_increase", "x")
    before = file(staff, REVENUE_RISES, REVENUE_2020, figures=STAFF + REVENUE)
    after = file(REVENUE_RISES, unread, figures=STAFF + REVENUE)
    sides = {name: change.after for name, change in by_id(changes(before, after)).items()}
    assert sides == {"staff": Absent.MISSING, "revenue-2020": Absent.UNCHECKED}


def test_a_claim_is_not_taken_for_a_key_of_its_name() -> None:
    unread = REVENUE_2020.replace("percent_increase", "x").rstrip() + "\n    note: as printed\n"
    note = LAYOFFS.replace("layoffs", "note")
    before = file(note, REVENUE_RISES, REVENUE_2020, figures=STAFF + REVENUE)
    after = file(REVENUE_RISES, unread, figures=STAFF + REVENUE)
    assert by_id(changes(before, after))["note"].after is Absent.MISSING


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_an_unchecked_assumption_is_found(quote: str) -> None:
    body = """
    grew:
      rule: compare
      figure: staff.2021
      than: staff.2023
      stated: higher
    """
    assumed = section("assumptions", body.replace("grew", f"{quote}grew{quote}"))
    found = changes(TWO + assumed, TWO + assumed.replace("compare", "compar"))
    assert by_id(found)["grew"].after is Absent.UNCHECKED


def test_a_figure_that_cannot_be_read_is_not_gone() -> None:
    found = changes(TWO, TWO.replace("RMB 3.446 billion", "RMB 3.4x46 billion"))
    assert found.figures == ()
    assert by_id(found)["revenue-2020"].after is Absent.UNCHECKED


@pytest.mark.parametrize("text", [BROKEN_FILE, "", "\x00", "- a\n- b\n", "claims:\n"])
def test_a_file_that_cannot_be_read_any_more(text: str) -> None:
    found = changes(TWO, text)
    assert not any((found.claims, found.figures, found.conflicts, found.implied))
    assert found.appeared
    assert found.is_unusable


@pytest.mark.parametrize("text", [BROKEN_FILE, "", "\x00"])
def test_a_file_that_could_not_be_read_before(text: str) -> None:
    found = changes(text, TWO)
    assert not any((found.claims, found.figures))
    assert found.went
    assert not found.is_unusable
    assert not found.broke()
    wrong = changes(text, TWO.replace("1,582", "1,528"))
    assert [change.id for change in wrong.claims] == ["layoffs"]
    assert wrong.broke()


def test_a_file_that_still_cannot_be_read_is_unusable() -> None:
    found = changes(BROKEN_FILE, BROKEN_FILE)
    assert found.is_empty
    assert found.is_unusable
