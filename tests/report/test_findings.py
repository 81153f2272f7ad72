"""Findings: the carets stand under what they speak of."""

from __future__ import annotations

import pytest

from sensecheck.model import Finding, Severity, Span
from sensecheck.report.findings import block, closing, findings_text
from sensecheck.report.style import Style, cells
from tests.report import build


def shown(line: str, start: int, end: int, style: Style | None = None) -> list[str]:
    finding = Finding(Span(0, start, 0, end), "what is wrong", "what to write")
    return block(finding, build.document((line,)), style or Style())


def test_the_block_of_an_unknown_figure() -> None:
    document = build.document(("",) * 13 + ("    from: staf.2021",))
    finding = Finding(
        Span(13, 10, 13, 19), "unknown figure 'staf.2021'", "did you mean staff.2021?"
    )
    assert block(finding, document, Style(width=80)) == [
        "claims.yaml:14:11  unknown figure 'staf.2021'",
        "   14 |     from: staf.2021",
        "      |           ^^^^^^^^^   did you mean staff.2021?",
    ]


@pytest.mark.parametrize(
    ("line", "marked", "text", "carets"),
    [
        ("\tab: cd", "cd", "    ab: cd", "        ^^"),
        ("a\tb: cd", "cd", "a   b: cd", "       ^^"),
        ("销售: cd", "cd", "销售: cd", "      ^^"),
        ("a: 销售", "销售", "a: 销售", "   ^^^^"),
        ("a: 😀 cd", "cd", "a: 😀 cd", "      ^^"),
        ("e\u0301a: cd", "cd", "e\u0301a: cd", "    ^^"),
        ("a\x1b: cd", "cd", r"a\x1b: cd", "       ^^"),
        ("a: c\td", "c\td", "a: c    d", "   ^^^^^^"),
    ],
)
def test_carets_stand_under_tabs_wide_and_invisible_characters(
    line: str, marked: str, text: str, carets: str
) -> None:
    start = line.index(marked)
    _, source, under = shown(line, start, start + len(marked))
    assert source == f"    1 | {text}"
    assert under == f"      | {carets}   what to write"


@pytest.mark.parametrize(("start", "end"), [(6, 6), (6, 99), (99, 120), (3, 2)])
def test_places_outside_the_line_get_one_caret_at_least(start: int, end: int) -> None:
    _, _, under = shown("ab: cd", start, end)
    assert "^" in under


def test_a_place_over_several_lines_is_marked_on_its_first() -> None:
    finding = Finding(Span(0, 4, 2, 1), "what is wrong")
    lines = block(finding, build.document(("ab: cd", "x", "y")), Style())
    assert lines[-1] == "      |     ^^"


def test_a_place_behind_the_last_line() -> None:
    finding = Finding(Span(9, 0, 9, 0), "the file ends here", "write more")
    lines = block(finding, build.document(("a",)), Style())
    assert lines == ["claims.yaml:10:1  the file ends here", "      write more"]


def test_a_long_hint_goes_below_on_a_narrow_screen() -> None:
    finding = Finding(Span(0, 0, 0, 1), "what is wrong", "write " + "something " * 12)
    lines = block(finding, build.document(("a: b",)), Style(width=40))
    assert all(cells(line) <= 40 for line in lines)
    assert len(lines) > 4


def test_very_long_lines_are_shown_around_the_place() -> None:
    line = "x" * 5000 + "HERE" + "y" * 5000
    _, source, under = shown(line, 5000, 5004)
    assert len(source) < 200
    assert source.count("…") == 2
    start = under.index("^")
    assert source[start : start + 4] == "HERE"


def test_findings_come_in_file_order() -> None:
    later = Finding(Span(1, 0, 1, 1), "second")
    first = Finding(Span(0, 3, 0, 4), "first")
    results = build.results(findings=(later, first), of=build.document(("a: b", "c: d")))
    text = findings_text(results, Style())
    assert text.index("first") < text.index("second")


def test_the_closing_line() -> None:
    problem = Finding(Span(0, 0, 0, 1), "x")
    warning = Finding(Span(0, 0, 0, 1), "x", severity=Severity.WARNING)
    about = build.document(claim_count=58)
    assert closing(build.results(findings=(warning,), of=about)) == ""
    nothing = build.results(findings=(problem,) * 3, of=about)
    assert closing(nothing) == "claims.yaml: 3 problems; nothing was checked"
    some = build.results(build.layoffs(), findings=(problem,), of=about)
    assert closing(some) == "claims.yaml: 1 problem; checked 1 of 58 claims"
