"""The screen of verify. The golden files are whole screens; their figures are in build.py."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sensecheck.model import Finding, Outcome, Severity, Slip, Verdict
from sensecheck.report.counts import count
from sensecheck.report.style import Style, cells
from sensecheck.report.table import summary, table, total
from tests.conftest import Golden
from tests.report import build


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200, None])
def test_screens(golden: Golden, width: int | None) -> None:
    name = "piped" if width is None else str(width)
    golden.check(f"table/{name}.txt", table(build.sample(), Style(width=width)))


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_poor_encodings(golden: Golden, encoding: str) -> None:
    screen = table(build.sample(), Style(encoding=encoding, width=100))
    assert screen.encode(encoding)
    golden.check(f"table/{encoding}.txt", screen)


def test_colour_changes_nothing_but_colour(golden: Golden) -> None:
    plain = table(build.sample(), Style(width=100))
    coloured = table(build.sample(), Style(colour=True, width=100))
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    golden.check("table/colour.txt", coloured.replace("\x1b", "ESC"))


def test_quiet_shows_only_trouble(golden: Golden) -> None:
    screen = table(build.sample(), Style(width=100), quiet=True)
    assert "layoffs" not in screen
    assert "funding-rounds" not in screen
    assert "8 claims: 2 pass" in screen
    golden.check("table/quiet.txt", screen)


def test_quiet_without_trouble_is_one_line() -> None:
    screen = table(build.results(build.layoffs()), Style(), quiet=True)
    assert screen == "  1 claim: 1 pass\n"


def test_verbose_adds_notes_and_witnesses(golden: Golden) -> None:
    screen = table(build.sample(), Style(width=100), verbose=True)
    assert "note: the half-year report of 2023 has it" in screen
    assert "3.0268 and 3.4462 would be printed as 3.027 and 3.446, and give 13.856%." in screen
    golden.check("table/verbose.txt", screen)


def test_trouble_stands_last_and_file_order_within() -> None:
    lines = table(build.sample(), Style()).splitlines()
    order = [next(i for i, line in enumerate(lines) if f" {name} " in line) for name in _TROUBLE]
    assert order == sorted(order)


_TROUBLE = (
    "layoffs",
    "revenue-2021",
    "staff-a-year-ago",
    "funding-rounds",
    "net-profit-up",
    "revenue-2020",
    "deficit",
    "sales_expenses.2021",
    "fleet-did-not-shrink",
)


def test_file_order() -> None:
    lines = table(build.sample(), Style(), sort="file").splitlines()
    names = ["sales_expenses.2021", "layoffs", "revenue-2021", "deficit", "net-loss-up"]
    order = [next(i for i, line in enumerate(lines) if f" {name} " in line) for name in names]
    assert order == sorted(order)


@pytest.mark.parametrize("width", [*range(1, 40, 7), *range(40, 260, 11), None])
def test_ids_and_values_are_never_cut(width: int | None) -> None:
    screen = table(build.sample(), Style(width=width))
    for verdict in build.sample().verdicts:
        stated = verdict.claim.stated
        wanted = [verdict.claim.id, verdict.shown, stated.text if stated else ""]
        assert all(text in screen for text in wanted)
    for text in ("34.92 … 37.86", "5,016 … 5,020", "net-loss-up+net-profit-up"):
        assert text in screen


@pytest.mark.parametrize("width", range(48, 240, 3))
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    wide = [
        line
        for line in table(build.sample(), Style(width=width), verbose=True).splitlines()
        if cells(line) > width
    ]
    assert wide == []


def test_the_rule_has_a_column_from_120_columns_on() -> None:
    assert "percent_increase" not in table(build.sample(), Style(width=119))
    assert "percent_increase" in table(build.results(build.discrepancy()), Style(width=120))
    assert "percent_increase" in table(build.sample(), Style())


def test_the_rule_column_makes_nothing_fold() -> None:
    for width in range(120, 240):
        lines = table(build.sample(), Style(width=width)).splitlines()
        (row,) = [line for line in lines if " revenue-2020 " in line and "13.81 … 13.88" in line]
        assert "rounding of either" in row


def test_accepted_trouble_says_why_and_is_counted_apart() -> None:
    results = build.results(build.discrepancy(accepted="from unrounded figures"))
    screen = table(results, Style())
    assert "accepted: from unrounded figures" in screen
    assert "1 claim: 1 accepted\n" in screen
    assert "explain" not in screen


def test_accepted_conflicts_stay_on_screen() -> None:
    conflict = replace(build.NET_PROFIT, accepted="worded as an increase")
    results = replace(build.sample(), conflicts=(conflict,))
    screen = table(results, Style())
    assert "accepted: worded as an increase" in screen
    assert "cannot be true together" not in screen
    assert "conflict" not in summary(count([results]))
    assert "worded as an increase" not in table(results, Style(), quiet=True)


def test_conflicts_that_share_a_claim_are_one_group() -> None:
    other = replace(build.NET_PROFIT, id="a+net-profit-up", claims=("a", "net-profit-up"))
    results = replace(build.sample(), conflicts=(build.NET_PROFIT, build.GPUS, other))
    blocks = table(results, Style()).split("\n\n")
    (group,) = [block for block in blocks if build.NET_PROFIT.id in block]
    assert other.id in group
    assert build.GPUS.id not in group


def test_text_from_files_is_no_markup_and_cannot_command_the_terminal() -> None:
    claim = build.claim("a", "sum", build.stated("5%"), line=1)
    reason = "rose [sic] [/x] [bold]\x1b[31mred\u202e\x07\nnext"
    screen = table(build.results(Verdict(claim, Outcome.FAIL, reason)), Style())
    assert r"rose [sic] [/x] [bold]\x1b[31mred\u202e\x07 next" in screen
    assert not set(screen) & set("\x1b\u202e\x07")


def test_wide_characters_keep_the_columns() -> None:
    rows = [
        Verdict(build.claim(name, "sum", build.stated("5%"), line=line), Outcome.PASS, "why")
        for line, name in enumerate(["销售", "ab"], 1)
    ]
    lines = [line for line in table(build.results(*rows), Style()).splitlines() if "why" in line]
    _, first, second = lines
    assert cells(first[: first.index("sum")]) == cells(second[: second.index("sum")])


def test_a_slip_that_the_reason_names_is_not_said_twice() -> None:
    claim = build.claim("a", "sum", build.stated("5%"))
    verdict = Verdict(claim, Outcome.FAIL, "likely slip: wrong base", slip=Slip("wrong base"))
    assert table(build.results(verdict), Style()).count("wrong base") == 1


def test_findings_and_nothing_checked(golden: Golden) -> None:
    lines = ("claims:", "  a:", "    from: staf.2021")
    hint = "did you mean staff.2021?"
    finding = Finding(build.span(3, 10, 9), "unknown figure 'staf.2021'", hint)
    results = build.results(findings=(finding,), of=build.document(lines, claim_count=1))
    golden.check("table/nothing-checked.txt", table(results, Style(width=100)))


def test_findings_of_a_file_that_is_checked_in_part() -> None:
    finding = Finding(build.span(1), "unknown figure 'x'")
    warning = Finding(build.span(1), "accepted, but it passes", severity=Severity.WARNING)
    about = build.document(("x: y",), claim_count=2)
    screen = table(build.results(build.layoffs(), findings=(finding, warning), of=about), Style())
    assert "claims.yaml: 1 problem; checked 1 of 2 claims" in screen
    assert "warning: accepted, but it passes" in screen
    assert screen.endswith("1 claim: 1 pass\n\nclaims.yaml: 1 problem; checked 1 of 2 claims\n")
    assert screen.startswith("claims.yaml:1:")


def test_one_line_over_several_files() -> None:
    assert total([build.sample()], Style()) == []
    text = "\n".join(total([build.sample(), build.results(build.layoffs())], Style()))
    assert text.startswith("  2 files, 9 claims: 3 pass (1 weak)")


@pytest.mark.parametrize("width", [40, 55, 60, 65, 70, 80, 100, None])
def test_ranges_without_any_recomputed_value(width: int | None) -> None:
    screen = table(build.results(build.missing()), Style(width=width))
    assert "5,016 … 5,020" in screen
