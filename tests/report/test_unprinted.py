"""What stands under the table of figures that nobody prints, and of what was not held exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sensecheck.model import Implied, Results
from sensecheck.report.selection import selected
from sensecheck.report.style import Style, cells
from sensecheck.report.table import table
from sensecheck.report.unprinted import MOST, not_reconciled_lines, unprinted_lines
from tests.report import build

BEHIND = ("revenue-2019", "revenue-2020", "revenue-2021", "revenue-2022", "revenue-2023")


def sample(number: int = 2) -> Results:
    implied = [
        Implied(
            f"revenue.{2000 + n}", build.interval("1", "2"), "RMB 1.0 … 2.0 billion", BEHIND[:n]
        )
        for n in range(1, number + 1)
    ]
    about = build.document(figures=(build.REVENUE_2020,), claim_count=1)
    return replace(build.results(build.weak_growth(), of=about), implied=tuple(implied))


def lines(results: Results, width: int | None = 100, *, verbose: bool = False) -> list[str]:
    return list(unprinted_lines(results, Style(width=width), verbose=verbose))


def test_one_line_for_each_figure() -> None:
    assert lines(sample()) == [
        "  What the figures must be that nobody prints",
        "    revenue.2001  RMB 1.0 … 2.0 billion  revenue-2019",
        "    revenue.2002  RMB 1.0 … 2.0 billion  revenue-2019, revenue-2020",
    ]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (100, "revenue-2019, revenue-2020, revenue-2021 and 2 more"),
        (80, "revenue-2019, revenue-2020 and 3 more"),
        (64, "revenue-2019 and 4 more"),
    ],
)
def test_as_many_claims_as_there_is_room_for(width: int, shown: str) -> None:
    assert lines(sample(5), width)[-1].endswith(f"billion  {shown}")


def test_a_narrow_screen_has_the_claims_below() -> None:
    assert lines(sample(1), 44)[2:] == [
        "    revenue.2001  RMB 1.0 … 2.0 billion",
        "      revenue-2019",
    ]
    assert lines(sample(1), 30)[2:] == [
        "    revenue.2001",
        "      RMB 1.0 … 2.0 billion",
        "      revenue-2019",
    ]


@pytest.mark.parametrize("width", range(34, 120, 9))
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    for verbose in (False, True):
        assert max(map(cells, lines(sample(5), width, verbose=verbose))) <= width


def test_verbose_shows_all_figures_and_all_claims() -> None:
    many = sample(MOST + 3)
    assert len(lines(many)) == 1 + MOST + 1
    assert lines(many)[-1] == "    … and 3 more: -v shows them"
    assert len(lines(many, None, verbose=True)) == 1 + MOST + 3
    assert lines(many, None, verbose=True)[-1].endswith(", ".join(BEHIND))


def test_the_screen_of_verify() -> None:
    title = "What the figures must be that nobody prints"
    results = replace(sample(), not_reconciled=("a", "b"))
    shown = table(results, Style(width=100))
    assert shown.index("revenue-2021") < shown.index(title) < shown.index("not reconciled exactly")
    quiet = table(results, Style(width=100), quiet=True)
    assert title not in quiet
    assert "not reconciled" not in quiet


def test_what_was_not_reconciled_is_named_where_it_is_short() -> None:
    few = replace(sample(), not_reconciled=("a", "b"))
    many = replace(sample(), not_reconciled=BEHIND)
    assert not_reconciled_lines(sample(), Style()) == []
    assert not_reconciled_lines(few, Style()) == ["  not reconciled exactly: a, b"]
    assert not_reconciled_lines(many, Style()) == [
        "  not reconciled exactly: 5 claims (-v names them)"
    ]
    assert not_reconciled_lines(many, Style(), verbose=True) == [
        f"  not reconciled exactly: {', '.join(BEHIND)}"
    ]


def test_a_selection_keeps_what_its_claims_say() -> None:
    results = replace(build.results(build.layoffs(), build.weak_growth()), not_reconciled=("x",))
    implied = (
        Implied("a.x", build.interval("1", "2"), "1 … 2", ("layoffs", "other")),
        Implied("b.x", build.interval("1", "2"), "1 … 2", ("revenue-2021",)),
    )
    part = selected(replace(results, implied=implied), ["layoffs"])
    assert part.implied == implied[:1]
    assert part.not_reconciled == ()
