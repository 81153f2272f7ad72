"""Conflicts that appear and go, and what somebody accepts of them."""

from __future__ import annotations

import pytest

from sensecheck.changes import Changes
from tests.changes.texts import changes, file, section

# a: 11 − 4 = 7 is y, which nobody prints; b: 8 − 1 = 7.
FIGURES = "\n  x:\n    1: 11 people\n  y:\n    1: not printed\n  z:\n    1: 8 people\n"
A = "\n  a:\n    rule: increase\n    from: y.1\n    to: x.1\n    stated: 4 people\n"
B = "\n  b:\n    rule: increase\n    from: y.1\n    to: z.1\n    stated: 1 person\n"
SOUND = file(A, B, figures=FIGURES)
# With 5 for 4, y would be 6 and 7.
CLASH = SOUND.replace("4 people", "5 people")
KEPT = CLASH + section("accepted", "a+b: two counts, on two days")


def sides(found: Changes) -> list[tuple[str | None, str | None, bool]]:
    """Each conflict's acceptance before and after (None: no conflict), and whether it is broken."""
    return [
        (
            c.before.accepted if c.before else None,
            c.after.accepted if c.after else None,
            c.is_broken,
        )
        for c in found.conflicts
    ]


REASON = "two counts, on two days"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (SOUND, CLASH, [(None, "", True)]),
        (CLASH, SOUND, [("", None, False)]),
        (CLASH, KEPT, [("", REASON, False)]),
        (KEPT, CLASH, [(REASON, "", True)]),
        (SOUND, KEPT, [(None, REASON, False)]),
        (KEPT, KEPT.replace("two days", "one day"), [(REASON, "two counts, on one day", False)]),
        (CLASH, CLASH, []),
        (KEPT, KEPT, []),
        (None, CLASH, [(None, "", True)]),
        (CLASH, None, [("", None, False)]),
    ],
)
def test_what_becomes_of_a_conflict(
    before: str | None, after: str | None, expected: list[tuple[str | None, str | None, bool]]
) -> None:
    found = changes(before, after)
    assert sides(found) == expected
    assert found.broke() is any(broken for _, _, broken in expected)


def test_an_edit_that_only_accepts_a_conflict_shows_nothing_else() -> None:
    found = changes(CLASH, KEPT)
    assert not any((found.claims, found.figures, found.implied, found.appeared))


def test_a_conflict_of_renamed_claims_is_the_same_conflict() -> None:
    found = changes(CLASH, CLASH.replace("  b:\n", "  renamed:\n"))
    assert found.conflicts == ()
    assert [change.renamed_from for change in found.claims] == ["b"]
    assert not found.broke()


def test_a_conflict_of_other_statements_is_a_new_one() -> None:
    # c says of y what b said: 9 − 2 = 7.
    other = "\n  c:\n    rule: increase\n    from: y.1\n    to: 9 people\n    stated: 2 people\n"
    after = file(A.replace("4 people", "5 people"), other, figures=FIGURES)
    found = changes(CLASH, after)
    assert [(c.id, c.is_broken) for c in found.conflicts] == [("a+c", True), ("a+b", False)]


def test_an_acceptance_of_a_conflict_that_is_gone_is_a_warning() -> None:
    found = changes(KEPT, KEPT.replace("5 people", "4 people"))
    assert [f.message.partition(",")[0] for f in found.appeared] == ["a+b is accepted"]
    assert not found.broke()
    assert found.broke(strict=True)
